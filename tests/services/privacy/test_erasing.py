"""A person who is erased leaves no byte behind, and nobody else loses anything."""

import errno
import logging
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.domain.backup import Reason
from app.domain.erasure import Trace
from app.domain.errors import DatabaseInUse, NameNotConfirmed, NothingToUndo, PersonGone
from app.domain.nip import Nip
from app.domain.office_errors import PersonStands
from app.domain.period import PeriodKind
from app.domain.person import Person
from app.services.backups.archive import Archive
from app.services.job import Job
from app.services.privacy.copies import CopyKind
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.storage import bare
from app.storage.database import Database
from tests.services.privacy.conftest import (
    DAY,
    FORMER,
    IG,
    NAME,
    NUMBER,
    OTHER,
    places_of_canary,
    roster,
    rows_of,
    spelled,
)


def test_the_canary_stands_everywhere_before(place: Workplace, canary: int) -> None:
    traces = place.privacy.erasing.preview(canary, Job.quiet()).rows
    assert set(traces) == set(Trace) - {Trace.OTHER}


def test_no_byte_of_an_erased_and_purged_person_is_left_in_any_file(
    place: Workplace, canary: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    folder = place.path.parent
    assert places_of_canary(folder)
    erased = place.privacy.erasing.erase(canary, NAME, Job.quiet())
    assert erased.not_wiped is None
    still = places_of_canary(folder)
    assert still, "the backups hold the person until they are purged"
    assert all(one.startswith("kantor-cadangan") for one in still)
    purged = place.privacy.erasing.purge(erased, Job.quiet())
    assert purged.rewritten == len(erased.copies) > 0
    assert not purged.failed
    assert places_of_canary(folder) == []
    assert place.findings() == []
    place.close()
    assert places_of_canary(folder) == []
    assert not any(one.decode("utf-8", "ignore") in caplog.text for one in spelled())


def test_what_is_shown_before_is_exactly_what_goes(place: Workplace, canary: int) -> None:
    shown = place.privacy.erasing.preview(canary, Job.quiet())
    before = rows_of(place.path, "counts")
    again = place.privacy.erasing.preview(canary, Job.quiet())
    assert (again.rows, rows_of(place.path, "counts")) == (shown.rows, before)
    assert (shown.pictures, shown.shared_pictures) == (2, 1)
    assert [one.kind for one in shown.closings] == [PeriodKind.MONTH]
    assert [one.kind for one in shown.copies] == [CopyKind.BACKUP]
    assert len(shown.handed_out) == 1
    erased = place.privacy.erasing.erase(canary, f"  {NAME.upper()} ", Job.quiet())
    assert (erased.rows, erased.pictures) == (shown.rows, shown.pictures)
    assert [one.kind for one in erased.copies] == [CopyKind.BACKUP] * 2


def test_another_name_erases_nobody(place: Workplace, canary: int) -> None:
    for typed in ("", "  ", OTHER, NAME[:-1]):
        with pytest.raises(NameNotConfirmed):
            place.privacy.erasing.erase(canary, typed, Job.quiet())
    assert place.people.card(canary, DAY).person.name == NAME
    assert len(place.backups.backups()) == 2, "no backup before an erasure that is none"


def test_nobody_else_loses_anything(place: Workplace, canary: int) -> None:
    other = next(one.id for one in place.people.everyone() if one.name == OTHER)
    month = place.periods.closed()
    card, pictures = place.people.card(other, DAY), place.evidence.of_person(other)
    place.privacy.erasing.erase(canary, NAME, Job.quiet())
    # The name of the file from which the count came had the person's name in it.
    kept = place.people.card(other, DAY)
    assert replace(kept, entries={}) == replace(card, entries={})
    (count,), (before,) = kept.entries[IG], card.entries[IG]
    assert replace(count, origin=None) == replace(before, origin=None)
    assert count.origin is not None
    assert count.origin.file == "….xlsx"
    after = place.evidence.of_person(other)
    assert [one.evidence for one in after] == [one.evidence for one in pictures]
    assert place.evidence.picture(after[0].evidence.picture)
    assert [one.name for one in place.people.everyone()] == [OTHER]
    assert place.periods.closed() == month
    assert place.findings() == []
    assert place.evidence.findings(Job.quiet()) == []


def test_a_closed_period_keeps_its_totals_and_still_proves_itself(
    place: Workplace, canary: int
) -> None:
    revision = place.periods.revisions()[0]
    place.privacy.erasing.erase(canary, NAME, Job.quiet())
    closed = place.periods.read(revision.id, Job.quiet())
    assert (closed.erased, closed.intact) == (1, True)
    assert closed.revision.totals == revision.totals


def test_no_step_back_brings_anything_of_the_person_back(place: Workplace, canary: int) -> None:
    erased = place.privacy.erasing.erase(canary, NAME, Job.quiet())
    place.privacy.erasing.purge(erased, Job.quiet())
    with suppress(NothingToUndo):
        while True:
            place.undoing.undo_last()
    place.close()
    assert places_of_canary(place.path.parent) == []


def test_an_erased_person_can_come_anew(place: Workplace, canary: int, incoming: Path) -> None:
    place.privacy.erasing.erase(canary, NAME, Job.quiet())
    again = roster(incoming, "lagi.xlsx", (NAME, NUMBER, "Bidang IKP", "@baru", 12))
    place.importing.import_files([again], DAY, Job.quiet())
    found = {one.name: one.id for one in place.people.everyone()}
    assert found[NAME] > canary, "an id is never given twice"
    with pytest.raises(PersonGone):
        place.people.card(canary, DAY)


def test_a_purged_backup_is_whole_and_gives_everybody_else_back(
    place: Workplace, canary: int
) -> None:
    erased = place.privacy.erasing.erase(canary, NAME, Job.quiet())
    before = erased.before
    assert before is not None
    place.privacy.erasing.purge(erased, Job.quiet())
    kept = place.backups.proven(place.backups.backups(), Job.quiet())
    assert len(kept) == 3
    assert all(one.good for one in kept)
    assert place.backups.backups()[0].path == before.backup.path
    place.close()
    place.restoring.restore(place.backups.backups()[1], Job.quiet())
    assert rows_of(place.path, "people") == 1
    assert places_of_canary(place.path.parent) == []


def test_the_second_place_and_a_backup_that_was_carried_away_are_purged_too(
    place: Workplace, canary: int, tmp_path: Path
) -> None:
    second = tmp_path / "usb" / "gaung"
    second.parent.mkdir()
    chosen = place.preferences.preferences()
    place.preferences.save(replace(chosen, second_place=str(second)))
    erased = place.privacy.erasing.erase(canary, NAME, Job.quiet())
    kinds = [one.kind for one in erased.copies]
    assert kinds == [CopyKind.BACKUP] * 2 + [CopyKind.SECOND_PLACE]
    assert places_of_canary(second)
    place.privacy.erasing.purge(erased, Job.quiet())
    assert places_of_canary(second) == []


def test_pictures_inside_a_backup_go_with_the_person(place: Workplace, canary: int) -> None:
    """A file that `backup DIR` wrote may lie among the others: it carries its own pictures."""
    place.backups.write_to(place.backups.folder)
    erased = place.privacy.erasing.erase(canary, NAME, Job.quiet())
    pictures = place.backups.folder / "bukti"
    assert len(list(pictures.iterdir())) == 3
    place.privacy.erasing.purge(erased, Job.quiet())
    assert len(list(pictures.iterdir())) == 1
    assert all(one.good for one in place.backups.proven(place.backups.backups(), Job.quiet()))
    assert places_of_canary(place.path.parent) == []


def test_what_cannot_be_read_goes_whole(place: Workplace, canary: int) -> None:
    broken = place.backups.backups()[0].path
    broken.write_bytes(broken.read_bytes()[:-400])
    aside = place.path.with_name("kantor-rusak") / "20261101-080000"
    aside.mkdir(parents=True)
    (aside / "kantor.db").write_bytes(b"SQLite format 3\0" + NAME.encode())
    place.path.with_name("kantor.db-wal.orphan").write_bytes(NAME.encode())
    (place.backups.folder / "~gaung-1-abcd.tmp").write_bytes(NAME.encode())
    erased = place.privacy.erasing.erase(canary, NAME, Job.quiet())
    kinds = {one.kind for one in erased.copies}
    assert kinds == {CopyKind.BACKUP, CopyKind.DAMAGED, CopyKind.SET_ASIDE}
    purged = place.privacy.erasing.purge(erased, Job.quiet())
    assert (purged.rewritten, purged.removed) == (1, 2)
    assert places_of_canary(place.path.parent) == []


def test_a_backup_for_which_there_is_no_room_is_never_taken_for_a_broken_one(
    place: Workplace, canary: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a full disk none can be taken out to be looked into: they stay, and that is said."""

    def no_room(archive: Archive, target: Path) -> None:
        raise OSError(errno.ENOSPC, "no room")

    with monkeypatch.context() as full:
        full.setattr(Archive, "take_database", no_room)
        erased = place.privacy.erasing.erase(canary, NAME, Job.quiet())
        assert {one.kind for one in erased.copies} == {CopyKind.BACKUP}
        purged = place.privacy.erasing.purge(erased, Job.quiet())
    assert (purged.rewritten, purged.removed) == (0, 0)
    assert len(purged.failed) == len(place.backups.backups()) == len(erased.copies)
    place.privacy.erasing.purge(erased, Job.quiet())
    assert places_of_canary(place.path.parent) == []


def test_somebody_else_of_the_same_name_stays(place: Workplace, canary: int) -> None:
    twin = place.people.add(Person(Nip("198703142010012003"), NAME, note=f"bukan {NAME} lain"))
    place.people.change_nip(twin, Nip("198703142010012004"), f"salah, kata {NAME}")
    place.privacy.erasing.erase(canary, NAME, Job.quiet())
    card = place.people.card(twin, DAY)
    assert (card.person.name, card.person.note) == (NAME, f"bukan {NAME} lain")


def test_a_number_that_was_mistyped_and_is_somebody_elses_erases_nobody_else(
    place: Workplace,
) -> None:
    theirs = Nip("198703142010012003")
    mistaken = place.people.add(Person(theirs, "Kenari Salah"))
    place.people.change_nip(mistaken, Nip("198703142010012009"), "salah")
    owner = place.people.add(Person(theirs, "Pemilik Nomor"))
    place.recording.record([Entry(owner, IG, "800")], DAY)
    place.privacy.erasing.erase(mistaken, "Kenari Salah", Job.quiet())
    assert [one.name for one in place.people.everyone()] == ["Pemilik Nomor"]
    assert place.people.card(owner, DAY).histories[IG]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits five seconds for a reader."""
    monkeypatch.setattr(bare, "_BUSY_SECONDS", 0.05)


def test_who_still_reads_keeps_the_log_and_that_is_said(
    impatient: None, place: Workplace, canary: int
) -> None:
    with place.database.reading() as tx:
        tx.exec_driver_sql("SELECT count(*) FROM people").fetchall()
        erased = place.privacy.erasing.erase(canary, NAME, Job.quiet())
        assert isinstance(erased.not_wiped, DatabaseInUse)
    assert place.privacy.erasing.wipe() is None
    left = [one for one in places_of_canary(place.path.parent) if "cadangan" not in one]
    assert left == []


def test_the_day_of_an_erasure_is_no_secret_but_the_person_is(
    place: Workplace, canary: int
) -> None:
    erased = place.privacy.erasing.erase(canary, NAME, Job.quiet())
    assert NAME not in repr(erased)
    assert NUMBER not in repr(erased)
    assert date.today() == erased.handed_out[0].on


def test_a_power_cut_before_the_file_is_written_anew_is_made_good_at_the_next_start(
    place: Workplace, canary: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PowerCut(BaseException):
        pass

    def cut(database: Database) -> None:
        raise PowerCut

    with monkeypatch.context() as patched:
        patched.setattr(Database, "wipe", cut)
        with pytest.raises(PowerCut):
            place.privacy.erasing.erase(canary, NAME, Job.quiet())
    assert [one.name for one in place.people.everyone()] == [OTHER]
    assert place.privacy.erasing.finish() is None
    left = [one for one in places_of_canary(place.path.parent) if "cadangan" not in one]
    assert left == []
    number = place.backups.make(Reason.ASKED).backup.number
    assert place.privacy.erasing.finish() is None
    assert place.backups.make(Reason.ASKED).backup.number == number, "nothing was owed any more"


def test_copies_are_purged_later_by_number_and_name_where_that_was_left_undone(
    place: Workplace, canary: int
) -> None:
    erased = place.privacy.erasing.erase(canary, NAME, Job.quiet())
    backups = len(place.backups.backups())
    assert places_of_canary(place.path.parent) != []
    left = place.privacy.erasing.left_of(Nip(NUMBER), NAME, Job.quiet())
    assert left.copies == erased.copies != []
    place.privacy.erasing.purge(left, Job.quiet())
    assert places_of_canary(place.path.parent) == []
    assert len(place.backups.backups()) == backups
    assert place.privacy.erasing.left_of(Nip(NUMBER), NAME, Job.quiet()).copies == []


def test_a_backup_that_knows_only_the_number_before_is_found_too(
    place: Workplace,
) -> None:
    person = place.people.add(Person(Nip(FORMER), NAME))
    place.backups.make(Reason.ASKED)
    place.people.change_nip(person, Nip(NUMBER), "salah ketik")
    place.backups.make(Reason.ASKED)
    place.privacy.erasing.erase(person, NAME, Job.quiet())
    left = place.privacy.erasing.left_of(Nip(NUMBER), NAME, Job.quiet())
    assert len(left.copies) == len(place.backups.backups()) == 2
    place.privacy.erasing.purge(left, Job.quiet())
    assert places_of_canary(place.path.parent) == []


def test_copies_lose_nobody_who_is_in_the_office(place: Workplace, canary: int) -> None:
    place.backups.make(Reason.ASKED)
    for number in (NUMBER, FORMER):
        with pytest.raises(PersonStands):
            place.privacy.erasing.left_of(Nip(number), NAME, Job.quiet())
