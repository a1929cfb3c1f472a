"""Held rows go out to Excel, are corrected there, or not, and come back as what they were."""

import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from app.domain.nip import NipFlaw
from app.domain.roster import HoldReason, Outcome
from app.paths import resources
from app.services.job import Job
from app.services.waiting_room import WaitingRoom, WaitingRow
from app.wording.language import Language
from tests.services.importing.conftest import HEAD, TODAY, Desk

GALIH, LARAS, MAWAR = "198501012010011901", "199203152019032902", "199009132025212903"
LATER = date(2026, 12, 15)
OFFICE = shutil.which("soffice")


def person(number: int, nip: object, name: str, count: object = 100) -> list[object]:
    return [number, nip, name, "Diskominfo", f"@orang{number}", count]


def write(path: Path, *rows: Sequence[object]) -> Path:
    book = Workbook()
    for row in (HEAD, *rows):
        book.active.append(list(row))
    book.save(path)
    return path


@pytest.fixture
def room(desk: Desk) -> WaitingRoom:
    return WaitingRoom(desk.office, lambda: datetime(2026, 11, 23, 9, 12), "Ani")


@pytest.fixture
def held(room: WaitingRoom, desk: Desk, tmp_path: Path) -> Path:
    """One good row, four that wait, and the workbook of these."""
    desk.bring(
        write(
            tmp_path / "daftar.xlsx",
            person(1, GALIH, "Galih Rangga", 612),
            person(2, LARAS[:-1], "Laras Widuri", "1,2 rb"),
            person(3, "", "Mawar Sitaresmi", 1.052),
            person(4, float(GALIH), "Galih Rangga", 700),
            person(5, GALIH, "Orang Lain", 900),
        )
    )
    target = tmp_path / "ditahan.xlsx"
    assert room.write_workbook(target, Language("id", resources() / "locale")) == 4
    return target


def as_it_is(path: Path) -> Path:
    return path


def through_libreoffice(path: Path) -> Path:
    """Opened and saved as .ods by LibreOffice."""
    if OFFICE is None:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    command = [OFFICE, profile, "--headless", "--convert-to", "ods", "--outdir", path.parent, path]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return path.with_suffix(".ods")


def correct(path: Path, numbers: Mapping[str, str]) -> None:
    """Types numbers into the NIP column, by the name in the row."""
    book = load_workbook(path)
    heads = {cell.value: at for at, cell in enumerate(book.active[1])}
    for row in book.active.iter_rows(min_row=2):
        number = numbers.get(row[heads["Nama"]].value)
        if number is not None:
            row[heads["NIP"]].value = number
    book.save(path)


def waiting(room: WaitingRoom) -> dict[str, WaitingRow]:
    return {row.held.texts["name"]: row for row in room.rows()}


@pytest.mark.parametrize("saved", [as_it_is, through_libreoffice])
def test_what_was_corrected_is_taken_in_and_what_was_not_waits_as_it_did(
    room: WaitingRoom, held: Path, desk: Desk, saved: Callable[[Path], Path]
) -> None:
    before = {name: row.held for name, row in waiting(room).items()}
    correct(held, {"Laras Widuri": LARAS, "Mawar Sitaresmi": MAWAR})
    back = saved(held)
    source = desk.importing.read(back, Job.quiet())
    plan = desk.importing.plan([source], LATER, Job.quiet())
    source.close()
    assert plan.outcomes == {Outcome.NEW: 2, Outcome.HELD: 2}
    assert plan.absent == ()
    content = desk.content()
    applied = desk.apply(plan)
    still = waiting(room)
    assert set(still) == {"Galih Rangga", "Orang Lain"}
    assert {name: row.held for name, row in still.items()} == {name: before[name] for name in still}
    assert [one.nip for one in still["Galih Rangga"].diagnosis.proposals] == [GALIH]
    people = {row[1]: row for row in desk.content()["people"]}
    assert set(people) == {GALIH, LARAS, MAWAR}
    assert people[GALIH][2] == "Galih Rangga"
    counts = {row[1]: (row[3], row[6]) for row in desk.content()["counts"]}
    # The day is that of the first import; 1.052 of a number cell was doubtful and still is.
    assert counts == {
        people[GALIH][0]: (612, TODAY.isoformat()),
        people[LARAS][0]: (1150, TODAY.isoformat()),
    }
    desk.undo(applied.import_id)
    assert desk.content() == content


def test_the_same_workbook_twice_doubles_nothing(room: WaitingRoom, held: Path, desk: Desk) -> None:
    correct(held, {"Laras Widuri": LARAS, "Mawar Sitaresmi": MAWAR})
    desk.apply(desk.plan(held))
    before = desk.content()
    again = desk.plan(held)
    assert again.outcomes[Outcome.NEW] == 0
    desk.apply(again)
    after = desk.content()
    assert after["people"] == before["people"]
    # Nor does 1.052, which was doubtful as a number cell, become a sure count as text.
    assert after["counts"] == before["counts"]
    assert len(room.rows()) == 2


def test_a_workbook_that_nobody_touched_changes_nothing(
    room: WaitingRoom, held: Path, desk: Desk
) -> None:
    before = desk.content()
    plan = desk.plan(held)
    assert plan.outcomes == {Outcome.HELD: 4}
    desk.apply(plan)
    after = desk.content()
    for table in ("people", "accounts", "counts"):
        assert after[table] == before[table]
    assert {row.held.reason for row in room.rows()} == {
        NipFlaw.LENGTH,
        NipFlaw.EMPTY,
        NipFlaw.NUMERIC,
        HoldReason.REPEATED,
    }


def test_rows_may_be_sorted_and_left_out_and_the_sheet_renamed(
    room: WaitingRoom, held: Path, desk: Desk
) -> None:
    correct(held, {"Laras Widuri": LARAS})
    book = load_workbook(held)
    sheet = book.active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    kept = [row for row in reversed(rows) if "Mawar Sitaresmi" not in row]
    sheet.delete_rows(2, len(rows))
    for row in kept:
        sheet.append(row)
    sheet.title = "Sudah diperbaiki"
    book.save(held)
    desk.apply(desk.plan(held))
    assert set(waiting(room)) == {"Galih Rangga", "Mawar Sitaresmi", "Orang Lain"}


def test_a_repeated_number_that_nobody_corrected_renames_nobody(
    room: WaitingRoom, held: Path, desk: Desk
) -> None:
    row = waiting(room)["Orang Lain"].held
    assert room.correct({row.id: {"unit": "Bappeda"}}).settled == 0
    again = waiting(room)["Orang Lain"].held
    assert (again.reason, again.texts["unit"]) == (HoldReason.REPEATED, "Bappeda")
    assert [person[2] for person in desk.content()["people"]] == ["Galih Rangga"]
