"""A list that nothing heads: it is read when a person says so, and nobody in it is lost."""

from collections.abc import Sequence
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from app.domain.errors import AppError
from app.domain.fields import Certainty, Field
from app.domain.platform import Platform
from app.domain.roster import Outcome
from app.services.importing import ImportPlan, Source
from app.services.job import Job
from app.workbooks.layout.headless import without_header
from app.workbooks.layout.sheet import SheetLayout, UnitOrigin
from tests.data.grids import GALIH, LARAS, MAWAR
from tests.services.importing.conftest import Desk, write_csv

ONE = [1, "Galih Rangga", GALIH, "Diskominfo", "@galih.rangga", 512]
TWO = [2, "Laras Widuri", LARAS, "Diskominfo", "@laras.widuri", 1046]
THREE = [3, "Mawar Anggraini", MAWAR, "Diskominfo", "@mawar.ang", 88]
PEOPLE = [ONE, TWO, THREE]
WORDS = ("Galih", "Laras", "Damar", "Rangga", "Widuri", "Arum", "Intan", "Ketut", "Bening")
NAMES = [" ".join(words) for words in product(WORDS, repeat=3)]


def bare(sources: list[Source]) -> None:
    """What the person says who sees the list."""
    (sheet,) = sources[0].sheets
    assert not sheet.layout.is_roster
    sheet.set_no_header()


def read(plan: ImportPlan) -> dict[int, Outcome]:
    (sheet,) = plan.sheets
    assert sum(sheet.tally.outcomes.values()) == sheet.tally.rows_read == len(sheet.rows)
    return {row.row: row.outcome for row in sheet.rows}


def test_everybody_from_the_first_row_on_is_read(desk: Desk, tmp_path: Path) -> None:
    plan = desk.plan(write_csv(tmp_path / "a.csv", PEOPLE[1:], PEOPLE[0]), change=bare)
    assert read(plan) == dict.fromkeys((1, 2, 3), Outcome.NEW)
    desk.apply(plan)
    people = {row[2] for row in desk.content()["people"]}
    assert people == {"Galih Rangga", "Laras Widuri", "Mawar Anggraini"}


def test_number_and_name_are_guessed_and_the_rest_is_asked(desk: Desk, tmp_path: Path) -> None:
    roster = write_csv(tmp_path / "a.csv", PEOPLE[1:], PEOPLE[0])
    with desk.importing.read(roster, Job.quiet()) as source:
        (sheet,) = source.sheets
        sheet.set_no_header()
        meant = {c.index: (c.field, c.certainty) for c in sheet.layout.columns if c.field}
        assert meant == {
            1: (Field.NAME, Certainty.GUESS),
            2: (Field.NIP, Certainty.GUESS),
        }
        assert [c.header for c in sheet.layout.columns] == [""] * 6


def test_what_a_person_says_of_the_other_columns_is_kept(desk: Desk, tmp_path: Path) -> None:
    def say(sources: list[Source]) -> None:
        bare(sources)
        for column, field in enumerate(
            [None, Field.NAME, Field.NIP, Field.UNIT, Field.INSTAGRAM, Field.INSTAGRAM_FOLLOWERS]
        ):
            sources[0].sheets[0].set_meaning(column, field)

    desk.apply(desk.plan(write_csv(tmp_path / "a.csv", PEOPLE[1:], PEOPLE[0]), change=say))
    counts = {(row[2], row[3]) for row in desk.content()["counts"]}
    assert counts == {(Platform.INSTAGRAM.value, low) for low in (512, 1046, 88)}


def test_what_stands_above_the_first_person_is_a_title(desk: Desk, tmp_path: Path) -> None:
    rows = [["DAFTAR PEGAWAI"], ["Dinas Komunikasi dan Informatika"], [], *PEOPLE]

    def say(sources: list[Source]) -> None:
        bare(sources)
        layout = sources[0].sheets[0].layout
        assert layout.organisation == "Dinas Komunikasi dan Informatika"
        assert layout.organisation_from is UnitOrigin.TITLE

    plan = desk.plan(write_csv(tmp_path / "a.csv", rows[1:], rows[0]), change=say)
    assert read(plan) == dict.fromkeys((4, 5, 6), Outcome.NEW)


def test_nothing_is_remembered_of_it_and_the_next_one_asks_again(
    desk: Desk, tmp_path: Path
) -> None:
    roster = write_csv(tmp_path / "a.csv", PEOPLE[1:], PEOPLE[0])
    desk.apply(desk.plan(roster, change=bare))
    assert desk.content()["layouts"] == []
    with pytest.raises(AppError):
        desk.bring(write_csv(tmp_path / "b.csv", PEOPLE[1:], PEOPLE[0]))


def test_headings_can_still_be_chosen_afterwards(desk: Desk, tmp_path: Path) -> None:
    head = ["a", "b", "c", "d", "e", "f"]

    def choose(sources: list[Source]) -> None:
        bare(sources)
        assert sources[0].sheets[0].layout.header is not None
        sources[0].sheets[0].set_header(1, 1)
        assert sources[0].sheets[0].layout.columns[2].header == "c"

    plan = desk.plan(write_csv(tmp_path / "a.csv", PEOPLE, head), change=choose)
    assert sorted(read(plan)) == [2, 3, 4]


def test_a_long_workbook_is_read_to_its_end(desk: Desk, tmp_path: Path) -> None:
    """Most of it is read by the child, which knows the layout only."""
    book = Workbook()
    for number in range(700):
        nip = f"1985010120{10 + number // 999}01{1 + number % 2}{number % 999 + 1:03}"
        book.active.append([number + 1, nip, NAMES[number], "Diskominfo"])
    book.save(tmp_path / "a.xlsx")
    plan = desk.plan(tmp_path / "a.xlsx", change=bare)
    outcomes = read(plan)
    assert sorted(outcomes) == list(range(1, 701))
    assert set(outcomes.values()) == {Outcome.NEW}


@given(
    order=st.permutations(range(6)),
    above=st.lists(st.sampled_from([["DAFTAR ASN"], [], ["Dinas Kesehatan"], ["", "Tahun 2026"]])),
)
def test_number_and_name_are_found_in_whatever_order_the_columns_stand(
    order: Sequence[int], above: Sequence[Sequence[str]]
) -> None:
    rows = [*above, *([person[place] for place in order] for person in PEOPLE)]
    head = [[cell if cell != "" else None for cell in row] for row in rows]
    layout = without_header(SheetLayout(0, "Data", hidden=False), head)
    assert layout.header is not None
    assert layout.header.rows == []
    assert layout.header.first == len(above)
    assert layout.fields == {Field.NIP: order.index(2), Field.NAME: order.index(1)}
