"""What is done after an import: merging, another date, waiting rows finished; then it is undone."""

from datetime import date, datetime
from pathlib import Path

import pytest

from app.domain.errors import DiskFull
from app.domain.merging import Merge
from app.domain.person import Consent, Service
from app.domain.platform import Platform
from app.services.importing import ImportRecord
from app.services.people import EditPeople
from app.services.undoing import UndoActions
from app.services.waiting_room import WaitingRoom
from app.storage.database import Database
from tests.services.importing.conftest import HEAD, TODAY, Desk, write_csv

GALIH, LARAS, LARAS_BEFORE = "198501012010011901", "199203152019032902", "199203152019032999"
EARLIER = date(2026, 11, 3)


def now() -> datetime:
    return datetime(2026, 11, 23, 9, 12)


def row(nip: str, name: str, count: str = "612") -> list[str]:
    return ["1", nip, name, "Diskominfo", f"@{name.split()[0].lower()}", count]


@pytest.fixture
def people(desk: Desk) -> EditPeople:
    return EditPeople(desk.office, now, "Ani")


@pytest.fixture
def room(desk: Desk) -> WaitingRoom:
    return WaitingRoom(desk.office, now, "Ani")


def record(desk: Desk, import_id: int) -> ImportRecord:
    return next(one for one in desk.importing.history() if one.id == import_id)


def days(people: EditPeople, person_id: int) -> list[date]:
    histories = people.card(person_id, TODAY).histories
    return [one.observed_on for one in histories[Platform.INSTAGRAM]]


def test_a_roster_with_the_former_number_finds_the_merged_person(
    desk: Desk, people: EditPeople, tmp_path: Path
) -> None:
    path = write_csv(
        tmp_path / "a.csv", [row(LARAS, "Laras Widuri"), row(LARAS_BEFORE, "LARAS WIDURI", "99")]
    )
    desk.bring(path)
    stays, goes = (one.id for one in people.everyone()[::-1])
    one, other = people.records(stays, goes)
    assert [one.person.nip.digits, other.person.nip.digits] == [LARAS_BEFORE, LARAS]
    texts = {"name": "Laras Widuri"}
    people.merge(Merge(goes, stays, "", texts, {}, Consent.UNKNOWN, None, Service.ACTIVE))
    again = write_csv(tmp_path / "b.csv", [row(LARAS_BEFORE, "Laras Widuri", "700")])
    desk.bring(again)
    (person,) = people.everyone()
    assert person.nip.digits == LARAS
    counts = people.card(person.id, TODAY).histories[Platform.INSTAGRAM]
    assert {one.interval.low for one in counts} == {612, 99, 700}


def test_a_row_finished_meanwhile_is_named_by_the_undo_and_stays(
    desk: Desk, room: WaitingRoom, people: EditPeople, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "a.csv", [row(GALIH, "Galih Rangga"), row("", "Laras Widuri")])
    applied = desk.bring(path)
    (waiting,) = room.rows()
    assert room.correct({waiting.held.id: {"nip": LARAS}}).settled == 1
    before = desk.content()
    assert desk.undo(applied.import_id) == ("Laras Widuri",)
    assert [one.name for one in people.everyone()] == ["Laras Widuri"]
    assert UndoActions(desk.office, now, "Ani").undo_last().of_an_undo
    assert desk.content() == before


def test_a_row_finished_after_a_correction_takes_the_corrected_day_and_follows_the_next(
    desk: Desk, room: WaitingRoom, people: EditPeople, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "a.csv", [row(GALIH, "Galih Rangga"), row("", "Laras Widuri")])
    applied = desk.bring(path)
    assert desk.importing.correct_as_of(record(desk, applied.import_id), EARLIER) == 1
    (waiting,) = room.rows()
    room.correct({waiting.held.id: {"nip": LARAS}})
    ids = [one.id for one in people.everyone()]
    assert [days(people, one) for one in ids] == [[EARLIER], [EARLIER]]
    day = date(2026, 11, 9)
    assert desk.importing.correct_as_of(record(desk, applied.import_id), day) == 2
    assert [days(people, one) for one in ids] == [[day], [day]]


def test_counts_with_a_day_of_their_own_in_the_file_are_not_moved(
    desk: Desk, people: EditPeople, tmp_path: Path
) -> None:
    """Also where it is the very day that was said for the import."""
    heads = (*HEAD, "Tanggal Data")
    rows = [[*row(GALIH, "Galih Rangga"), f"{TODAY:%d/%m/%Y}"], [*row(LARAS, "Laras Widuri"), ""]]
    applied = desk.bring(write_csv(tmp_path / "a.csv", rows, heads))
    found = desk.importing.dated_counts(record(desk, applied.import_id))
    assert (found.of_import, found.own) == (1, 1)
    assert desk.importing.correct_as_of(record(desk, applied.import_id), EARLIER) == 1
    assert [days(people, one.id) for one in people.everyone()] == [[TODAY], [EARLIER]]


@pytest.mark.parametrize("shown_first", [True, False])
def test_a_log_that_cannot_be_emptied_afterwards_is_no_failed_import(
    shown_first: bool, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is committed by then: whoever is told that it failed brings the same file again."""

    def refuse(office: Database) -> None:
        raise DiskFull(office.path)

    monkeypatch.setattr(Database, "checkpoint", refuse)
    roster = write_csv(tmp_path / "daftar.csv", [row(GALIH, "Galih Rangga")])
    applied = desk.bring(roster) if not shown_first else desk.apply(desk.plan(roster))
    assert [one.id for one in desk.importing.history()] == [applied.import_id]
