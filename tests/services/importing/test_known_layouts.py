"""A layout that was confirmed by importing is known the next time; the latest word counts."""

from pathlib import Path

from app.domain.fields import Certainty, Field
from app.domain.platform import Platform
from app.services.importing import Source
from app.services.inspection import inspect_file
from app.services.job import Job
from app.storage.actions import begin
from app.storage.learned import remember_layout
from app.workbooks.layout.fingerprint import fingerprint
from tests.services.importing.conftest import HEAD, TODAY, Desk, Row, write_csv

PEOPLE: list[Row] = [
    ("1", "199001012015011001", "Intan Melati", "Diskominfo", "@intan", "812"),
    ("2", "199001022015012001", "Galih Rangga", "Diskominfo", "@galih", "455"),
]
USED = [Field.NUMBER, Field.NIP, Field.NAME, Field.UNIT, Field.INSTAGRAM, Field.INSTAGRAM_FOLLOWERS]
TIKTOK = [*USED[:3], None, Field.TIKTOK, Field.TIKTOK_FOLLOWERS]


def meanings(desk: Desk, path: Path) -> tuple[list[Field | None], set[Certainty]]:
    """What the columns of a file mean when it is opened, and how sure that is."""
    with desk.importing.read(path, Job.quiet()) as source:
        columns = source.sheets[0].layout.columns
        return [column.field for column in columns], {column.certainty for column in columns}


def as_tiktok(sources: list[Source]) -> None:
    sheet = sources[0].sheets[0]
    sheet.set_meaning(3, None)
    sheet.set_meaning(4, Field.TIKTOK)
    sheet.set_meaning(5, Field.TIKTOK_FOLLOWERS)


def test_a_confirmed_mapping_is_taken_exactly_the_next_time(desk: Desk, tmp_path: Path) -> None:
    first = write_csv(tmp_path / "oktober.csv", PEOPLE)
    desk.apply(desk.plan(first, change=as_tiktok))
    head = [f"  {text.upper()}: " for text in HEAD]
    second = write_csv(tmp_path / "november.csv", PEOPLE, head)
    assert meanings(desk, second) == (TIKTOK, {Certainty.KNOWN})


def test_a_plan_that_is_not_imported_teaches_nothing(desk: Desk, tmp_path: Path) -> None:
    roster = write_csv(tmp_path / "a.csv", PEOPLE)
    desk.plan(roster, change=as_tiktok)
    fields, certainties = meanings(desk, roster)
    assert (fields[4:], Certainty.KNOWN in certainties) == (USED[4:], False)


def test_a_changed_mapping_replaces_what_was_remembered(desk: Desk, tmp_path: Path) -> None:
    first = write_csv(tmp_path / "a.csv", PEOPLE)
    desk.apply(desk.plan(first, change=as_tiktok))
    second = write_csv(tmp_path / "b.csv", [(*row[:5], "900") for row in PEOPLE])

    def back(sources: list[Source]) -> None:
        sheet = sources[0].sheets[0]
        for column, field in enumerate(USED):
            sheet.set_meaning(column, field)

    desk.apply(desk.plan(second, change=back))
    assert meanings(desk, first) == (USED, {Certainty.KNOWN})


def test_undoing_an_import_forgets_what_it_taught(desk: Desk, tmp_path: Path) -> None:
    roster = write_csv(tmp_path / "a.csv", PEOPLE)
    as_found = meanings(desk, roster)
    first = desk.apply(desk.plan(roster))
    second = desk.apply(desk.plan(roster, change=as_tiktok))
    assert meanings(desk, roster) == (TIKTOK, {Certainty.KNOWN})
    desk.undo(second.import_id)
    assert meanings(desk, roster) == (as_found[0], {Certainty.KNOWN})
    desk.undo(first.import_id)
    assert meanings(desk, roster) == as_found


def test_without_a_window_a_known_layout_counts_but_nothing_is_confirmed(
    desk: Desk, tmp_path: Path
) -> None:
    roster = write_csv(tmp_path / "a.csv", PEOPLE)
    as_found = meanings(desk, roster)
    desk.undo(desk.bring(roster).import_id)
    assert meanings(desk, roster) == as_found
    later = write_csv(tmp_path / "b.csv", PEOPLE[1:])
    desk.apply(desk.plan(write_csv(tmp_path / "c.csv", PEOPLE[:1]), change=as_tiktok))
    desk.bring(later)
    counted = {row[2] for row in desk.content()["counts"]}
    assert counted == {Platform.TIKTOK.value}


def test_a_sheet_that_only_a_person_could_read_is_read_without_a_window_later(
    desk: Desk, tmp_path: Path
) -> None:
    head = ["a", "b", "c", "d", "e", "f"]
    roster = write_csv(tmp_path / "a.csv", PEOPLE[:1], head)

    def choose(sources: list[Source]) -> None:
        sheet = sources[0].sheets[0]
        assert not sheet.layout.is_roster
        sheet.set_header(1, 1)
        for column, field in enumerate(USED):
            sheet.set_meaning(column, field)

    desk.apply(desk.plan(roster, change=choose))
    desk.bring(write_csv(tmp_path / "b.csv", PEOPLE[1:], head))
    assert len(desk.content()["people"]) == len(PEOPLE)


def test_inspecting_a_file_knows_no_office(desk: Desk, tmp_path: Path) -> None:
    roster = write_csv(tmp_path / "a.csv", PEOPLE)
    desk.apply(desk.plan(roster, change=as_tiktok))
    ((sheet, _),) = inspect_file(roster, TODAY, Job.quiet()).sheets
    assert [column.field for column in sheet.layout.columns][4:] == USED[4:]


def test_a_chosen_header_row_is_known_too(desk: Desk, tmp_path: Path) -> None:
    roster = write_csv(tmp_path / "a.csv", PEOPLE)
    desk.apply(desk.plan(roster, change=as_tiktok))
    with desk.importing.read(roster, Job.quiet()) as source:
        sheet = source.sheets[0]
        sheet.set_header(2, 2)
        assert not sheet.layout.is_known
        sheet.set_header(1, 1)
        assert [column.field for column in sheet.layout.columns] == TIKTOK


def test_a_meaning_of_another_version_makes_no_layout_known(desk: Desk, tmp_path: Path) -> None:
    roster = write_csv(tmp_path / "a.csv", PEOPLE)
    with desk.office.writing() as tx:
        now = desk.clock
        action = begin(tx, "import", "Arum", now)
        mark = fingerprint([(text,) for text in HEAD])
        remember_layout(tx, action, mark, ["no", "nip", "name", "holoprofile"], now)
    assert Certainty.KNOWN not in meanings(desk, roster)[1]
