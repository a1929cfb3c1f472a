"""Rows that wait: kept across sessions, finished in place or in Excel, and each step undoable."""

import zipfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from app.domain.errors import NotAFile
from app.domain.nip import NipFlaw
from app.domain.platform import Platform
from app.domain.roster import HoldReason, Outcome
from app.paths import resources
from app.services.undoing import UndoActions
from app.services.waiting_room import WaitingRoom, WaitingRow
from app.storage import schema
from app.wording.language import Language
from tests.services.importing.conftest import HEAD, TODAY, Desk

GALIH, LARAS, MAWAR = "198501012010011901", "199203152019032902", "199009132025212903"


def write(path: Path, *rows: Sequence[object], heads: Sequence[str] = HEAD) -> Path:
    book = Workbook()
    for row in (heads, *rows):
        book.active.append(list(row))
    book.save(path)
    return path


def put_digits(path: Path, number: int, digits: str) -> None:
    """Puts 18 digits into the XML where a number stands, as another program than Excel writes."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    part = "xl/worksheets/sheet1.xml"
    assert b"<v>%d</v>" % number in parts[part]
    parts[part] = parts[part].replace(b"<v>%d</v>" % number, f"<v>{digits}</v>".encode())
    with zipfile.ZipFile(path, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)


def person(number: int, nip: object, name: str, count: object = 100) -> list[object]:
    return [number, nip, name, "Diskominfo", f"@orang{number}", count]


def now() -> datetime:
    return datetime(2026, 11, 23, 9, 12)


@pytest.fixture
def room(desk: Desk) -> WaitingRoom:
    return WaitingRoom(desk.office, now, "Ani")


@pytest.fixture
def roster(desk: Desk, tmp_path: Path) -> Path:
    """One good row and three that wait."""
    path = write(
        tmp_path / "daftar.xlsx",
        person(1, GALIH, "Galih Rangga", 612),
        person(2, "19920315201903290", "Laras Widuri", "1,2 rb"),
        person(3, "", "Mawar Sitaresmi", 1.052),
        person(4, float(GALIH), "Galih Rangga", 700),
    )
    desk.bring(path)
    return path


def waiting(room: WaitingRoom) -> dict[str, WaitingRow]:
    return {row.held.texts["name"]: row for row in room.rows()}


def test_rows_say_what_they_said_why_they_wait_and_where_they_stood(
    room: WaitingRoom, roster: Path
) -> None:
    rows = waiting(room)
    assert {name: (row.held.reason, row.held.row) for name, row in rows.items()} == {
        "Laras Widuri": (NipFlaw.LENGTH, 3),
        "Mawar Sitaresmi": (NipFlaw.EMPTY, 4),
        "Galih Rangga": (NipFlaw.NUMERIC, 5),
    }
    laras = rows["Laras Widuri"].held
    assert (laras.file, laras.sheet, laras.texts["instagram_followers"]) == (
        "daftar.xlsx",
        "Sheet",
        "1,2 rb",
    )


def test_a_corrected_number_makes_a_person_with_accounts_and_counts(
    room: WaitingRoom, roster: Path, desk: Desk
) -> None:
    before = desk.content()
    laras = waiting(room)["Laras Widuri"].held
    assert room.correct({laras.id: {"nip": LARAS}}).settled == 1
    content = desk.content()
    assert len(content["people"]) == 2
    assert "Laras Widuri" not in waiting(room)
    (count,) = [row for row in content["counts"] if row[1] == content["people"][1][0]]
    assert (count[3:5], str(count[6])) == ((1150, 1299), TODAY.isoformat())
    assert count[11:14] == (laras.import_id, laras.sheet_id, 3)
    UndoActions(desk.office, now, "Arum").undo_last()
    assert desk.content() == before


def test_a_number_that_cannot_be_read_either_goes_on_waiting_with_what_was_typed(
    room: WaitingRoom, roster: Path
) -> None:
    laras = waiting(room)["Laras Widuri"].held
    finished = room.correct({laras.id: {"nip": "3301010101850001"}})
    assert (finished.settled, finished.waiting) == (0, 1)
    again = waiting(room)["Laras Widuri"].held
    assert (again.id, again.reason) == (laras.id, NipFlaw.NIK)


def test_a_number_cell_never_becomes_good_because_its_digits_are_read_as_text(
    room: WaitingRoom, roster: Path
) -> None:
    galih = waiting(room)["Galih Rangga"]
    assert galih.number_shown.endswith("???")
    assert room.correct({galih.held.id: {"unit": "Bappeda"}}).settled == 0
    again = waiting(room)["Galih Rangga"].held
    assert (again.reason, again.texts["unit"]) == (NipFlaw.NUMERIC, "Bappeda")


def test_the_doctor_examines_rows_that_wait(room: WaitingRoom, roster: Path, desk: Desk) -> None:
    galih = waiting(room)["Galih Rangga"]
    assert galih.diagnosis is not None
    assert [one.nip for one in galih.diagnosis.proposals] == [GALIH]
    assert room.correct({galih.held.id: {"nip": GALIH}}).settled == 1
    assert [row[3] for row in desk.content()["counts"]] == [612, 700]


def test_a_count_that_stood_as_a_doubtful_number_stays_doubtful(
    room: WaitingRoom, roster: Path, desk: Desk
) -> None:
    mawar = waiting(room)["Mawar Sitaresmi"].held
    room.correct({mawar.id: {"nip": MAWAR}})
    people = {row[1]: row[0] for row in desk.content()["people"]}
    assert not [row for row in desk.content()["counts"] if row[1] == people[MAWAR]]


def test_rows_can_be_set_aside_and_brought_back(
    room: WaitingRoom, roster: Path, desk: Desk
) -> None:
    before = desk.content()
    assert room.set_aside([row.held.id for row in room.rows()]) == 3
    assert room.rows() == []
    UndoActions(desk.office, now, "Arum").undo_last()
    assert desk.content() == before


@pytest.mark.parametrize("code", ["id", "en"])
def test_the_workbook_of_waiting_rows_comes_back_and_settles_them(
    room: WaitingRoom, roster: Path, desk: Desk, tmp_path: Path, code: str
) -> None:
    target = tmp_path / "ditahan.xlsx"
    assert room.write_workbook(target, Language(code, resources() / "locale")) == 3
    book = load_workbook(target)
    sheet = book.active
    heads = [cell.value for cell in sheet[1]]
    numbers = heads.index("NIP") + 1
    assert {cell.number_format for row in sheet.iter_rows() for cell in row} == {"@"}
    assert all(isinstance(c.value, str | None) for row in sheet.iter_rows() for c in row)
    name = next(at for at, head in enumerate(heads, 1) if head in ("Nama", "Name"))
    for row in sheet.iter_rows(min_row=2):
        if row[name - 1].value == "Laras Widuri":
            row[numbers - 1].value = LARAS
        if row[name - 1].value == "Mawar Sitaresmi":
            row[numbers - 1].value = MAWAR
    book.save(target)
    plan = desk.plan(target)
    assert (plan.outcomes[Outcome.NEW], plan.outcomes[Outcome.HELD]) == (2, 1)
    before = desk.content()
    applied = desk.apply(plan)
    assert list(waiting(room)) == ["Galih Rangga"]
    (sheet_of_people,) = plan.sheets
    laras = next(row for row in sheet_of_people.rows if row.nip == LARAS)
    assert laras.write.texts["unit"] == "Diskominfo"
    assert [(one.platform, one.low) for one in laras.write.counts] == [(Platform.INSTAGRAM, 1150)]
    desk.undo(applied.import_id)
    assert desk.content() == before


def test_a_code_of_another_office_settles_nothing(
    room: WaitingRoom, roster: Path, desk: Desk, tmp_path: Path
) -> None:
    foreign = write(
        tmp_path / "x.xlsx",
        ["G1-ABCDEF", LARAS, "Laras Widuri"],
        ["G2", MAWAR, "Mawar S."],
        heads=("Kode Gaung", "NIP", "Nama"),
    )
    desk.bring(foreign)
    assert len(room.rows()) == 3


def test_the_same_roster_again_does_not_wait_twice(
    room: WaitingRoom, roster: Path, desk: Desk
) -> None:
    desk.bring(roster)
    assert len(room.rows()) == 3


def test_a_row_that_comes_corrected_in_the_same_place_waits_no_longer(
    room: WaitingRoom, roster: Path, desk: Desk, tmp_path: Path
) -> None:
    write(
        roster,
        person(1, GALIH, "Galih Rangga", 612),
        person(2, LARAS, "Laras Widuri, S.Sos.", "1,2 rb"),
        person(3, MAWAR, "Orang Lain", 5),
    )
    before = desk.content()
    applied = desk.bring(roster)
    assert sorted(waiting(room)) == ["Galih Rangga", "Mawar Sitaresmi"]
    desk.undo(applied.import_id)
    assert desk.content()["held_rows"] == before["held_rows"]


def test_a_repeated_number_that_is_corrected_becomes_its_own_person(
    room: WaitingRoom, desk: Desk, tmp_path: Path
) -> None:
    desk.bring(write(tmp_path / "b.xlsx", person(1, GALIH, "Galih"), person(2, GALIH, "Laras")))
    (row,) = room.rows()
    assert row.held.reason is HoldReason.REPEATED
    assert room.correct({row.held.id: {"nip": LARAS}}).settled == 1
    assert len(desk.content()["people"]) == 2


def test_a_target_that_cannot_be_written_is_one_error(
    room: WaitingRoom, roster: Path, tmp_path: Path
) -> None:
    target = tmp_path / "ada.xlsx"
    target.mkdir()
    with pytest.raises(NotAFile):
        room.write_workbook(target, Language("en", Path()))


def test_the_command_line_keeps_the_digits_that_stand_in_the_file(
    desk: Desk, room: WaitingRoom, tmp_path: Path
) -> None:
    path = write(
        tmp_path / "angka.xlsx",
        person(1, 4711, "Mawar Sitaresmi"),
        person(2, float(int(LARAS) // 1000 * 1000), "Laras Widuri"),
    )
    put_digits(path, 4711, MAWAR)
    desk.bring(path)
    rows = waiting(room)
    assert rows["Mawar Sitaresmi"].digits_in_file is True
    assert [one.nip for one in rows["Mawar Sitaresmi"].diagnosis.proposals] == [MAWAR]
    assert rows["Laras Widuri"].digits_in_file is False
    # The same file planned in the window holds the very same rows: once is enough.
    desk.apply(desk.plan(path))
    assert len(room.rows()) == 2
    again = waiting(room)["Mawar Sitaresmi"]
    assert room.correct({again.held.id: {"nip": MAWAR}}).settled == 1


def counts_of(desk: Desk) -> set[tuple[object, object]]:
    place = [column.name for column in schema.counts.columns].index
    rows = desk.content()["counts"]
    return {(row[place("platform")], row[place("low")]) for row in rows}


def bring_back_with_platform(desk: Desk, room: WaitingRoom, target: Path) -> None:
    """What waits goes out as a workbook, and comes back with Instagram named in its first row."""
    room.write_workbook(target, Language("id", resources() / "locale"))
    book = load_workbook(target)
    sheet = book.active
    head = next(row for row in sheet.iter_rows() if any(c.value == "NIP" for c in row))
    column = next(cell.column for cell in head if "latform" in str(cell.value))
    sheet.cell(head[0].row + 1, column, "Instagram")
    book.save(target)
    desk.bring(target)


def test_an_account_is_finished_by_naming_its_platform(
    desk: Desk, room: WaitingRoom, tmp_path: Path
) -> None:
    path = write(
        tmp_path / "akun.xlsx",
        [GALIH, "Galih Rangga", "Instagram", "@galihr", 512],
        [LARAS, "Laras Widuri", "Facebook", "laras.fb", 77],
        [GALIH, "Galih Rangga", "TikTok", "@galihr", 5],
        [GALIH, "Galih Rangga", "YouTube", "@galihr", 6],
        [LARAS, "Laras Widuri", "", "@laras.wd", 1046],
        [GALIH, "Galih Rangga", "IG/FB", "@galih_x", 1.052],
        heads=["NIP", "Nama", "Platform", "Akun", "Followers"],
    )
    desk.bring(path)
    laras, galih = (one.held for one in room.rows())
    assert (laras.texts["handle"], laras.texts["followers"]) == ("@laras.wd", "1046")
    assert room.correct({laras.id: {"platform": "yang mana"}}).waiting == 1
    done = room.correct({laras.id: {"platform": "IG"}, galih.id: {"platform": "X (Twitter)"}})
    assert (done.settled, done.waiting) == (2, 0)
    counts = counts_of(desk)
    assert counts >= {("instagram", 512), ("facebook", 77), ("instagram", 1046)}
    assert "x" not in {platform for platform, _ in counts}  # 1.052 may be 1 or 1,052


def test_an_account_without_platform_comes_back_named_from_excel(
    desk: Desk, room: WaitingRoom, tmp_path: Path
) -> None:
    path = write(
        tmp_path / "akun.xlsx",
        [GALIH, "Galih Rangga", "Instagram", "@galihr", 512],
        [GALIH, "Galih Rangga", "Facebook", "galih.fb", 46],
        [LARAS, "Laras Widuri", "", "@laras.wd", 1046],
        heads=["NIP", "Nama", "Platform", "Akun", "Followers"],
    )
    desk.bring(path)
    bring_back_with_platform(desk, room, tmp_path / "menunggu.xlsx")
    assert room.rows() == []
    assert ("instagram", 1046) in counts_of(desk)


@pytest.fixture
def accounts_together(desk: Desk, tmp_path: Path) -> None:
    """Three people with all accounts in one column; one of Laras names no platform, nor does a count."""
    path = write(
        tmp_path / "medsos.xlsx",
        [GALIH, "Galih Rangga", "IG: @galihr, FB: galih.fb", "512 / 46"],
        [LARAS, "Laras Widuri", "@laras.wd; FB: laras.fb", ""],
        [MAWAR, "Mawar Sitaresmi", "IG: @mawar.s", "1.046"],
        heads=["NIP", "Nama", "Akun Medsos", "Jumlah Followers"],
    )
    desk.bring(path)


def handles_of(desk: Desk) -> set[tuple[object, object]]:
    place = [column.name for column in schema.accounts.columns].index
    rows = desk.content()["accounts"]
    return {(row[place("platform")], row[place("handle")]) for row in rows}


@pytest.mark.parametrize(
    "typed", [{"platform": "IG"}, {"handle": "IG: @laras.wd"}, {"handle": "@laras.wd (Instagram)"}]
)
@pytest.mark.usefixtures("accounts_together")
def test_one_of_several_accounts_is_finished_beside_the_others_of_its_person(
    desk: Desk, room: WaitingRoom, typed: dict[str, str]
) -> None:
    assert counts_of(desk) == {("instagram", 512), ("facebook", 46), ("instagram", 1046)}
    (waits,) = room.rows()
    assert waits.held.reason is HoldReason.NO_PLATFORM
    assert waits.held.texts["handle"] == "@laras.wd"
    assert waits.held.texts["facebook"] == "laras.fb"
    assert room.correct({waits.held.id: typed}).settled == 1
    assert handles_of(desk) >= {("instagram", "laras.wd"), ("facebook", "laras.fb")}


@pytest.mark.usefixtures("accounts_together")
def test_one_of_several_accounts_comes_back_named_from_excel(
    desk: Desk, room: WaitingRoom, tmp_path: Path
) -> None:
    bring_back_with_platform(desk, room, tmp_path / "menunggu.xlsx")
    assert room.rows() == []
    assert handles_of(desk) >= {("instagram", "laras.wd"), ("facebook", "laras.fb")}
