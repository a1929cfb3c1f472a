"""Bringing a backup back: what would be lost, what is kept, and that it can be taken back."""

import os
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app import paths
from app.domain.backup import Reason
from app.domain.errors import (
    BackupDamaged,
    BackupOfSample,
    DatabaseDamaged,
    DatabaseInUse,
    DatabaseLost,
    DatabaseNewer,
    FileMissing,
    NotABackup,
)
from app.domain.nip import Nip
from app.domain.person import Person
from app.services.backups.keeping import KeepBackups
from app.services.backups.restoring import Loss
from app.services.backups.shelf import Backup, backup_at
from app.services.job import Job
from app.storage import schema
from tests.services.backups.conftest import FIRST, Office


def a_backup(office: Office) -> Backup:
    return office.backups.make(Reason.ASKED).backup


def test_a_backup_brings_its_state_back_and_the_one_before_is_a_backup_too(office: Office) -> None:
    backup = a_backup(office)
    office.add(2, "dua")
    office.clock.pass_days(1)
    restored = office.restoring.restore(backup, Job.quiet())
    assert office.people() == ["Orang 1"]
    assert restored.before is not None
    contents = restored.before.backup.contents
    assert contents is not None
    assert (contents.reason, contents.holding.people) == (Reason.RESTORE, 2)
    again = office.restoring.restore(restored.before.backup, Job.quiet())
    assert office.people() == ["Orang 1", "Orang 2"]
    assert again.missing == ()
    with office.open() as place:
        assert place.check(Job.quiet()).lines == []


def test_what_is_made_after_a_restore_comes_after_everything_that_was(office: Office) -> None:
    backup = a_backup(office)
    for serial in range(2, 6):
        office.add(serial)
    restored = office.restoring.restore(backup, Job.quiet())
    assert restored.before is not None
    newest = a_backup(office)
    assert newest.number > restored.before.backup.number
    assert office.backups.newest_good() == newest


def test_the_loss_is_told_in_people_counts_and_imports(office: Office) -> None:
    backup = a_backup(office)
    assert office.restoring.loss(backup, Job.quiet()) == Loss()
    with office.open() as place:
        roster = paths.resources() / "samples" / "kantor-contoh.xlsx"
        applied = place.importing.import_files([roster], FIRST.date(), Job.quiet())
        record = place.importing.history()[0]
        counts = sum(tally.rows_read for _, tally in applied.tallies)
        loss = office.restoring.loss(backup, Job.quiet())
    assert loss.people >= 100
    assert counts
    assert loss.counts >= 100
    assert loss.imports == (record.at,)
    assert len(office.people()) > 100


def test_pictures_come_back_from_the_shelf_and_an_altered_one_is_kept_aside(
    office: Office,
) -> None:
    backup = a_backup(office)
    (picture,) = office.pictures.glob("*.png")
    whole = picture.read_bytes()
    picture.write_bytes(b"altered")
    restored = office.restoring.restore(backup, Job.quiet())
    assert restored.missing == ()
    assert picture.read_bytes() == whole
    assert picture.with_name(f"{picture.name}.rusak").read_bytes() == b"altered"
    with office.open() as place:
        assert place.evidence.findings(Job.quiet()) == []


def test_a_file_carried_away_restores_an_office_on_another_computer(
    office: Office, tmp_path: Path
) -> None:
    backup = office.backups.write_to(tmp_path / "usb")
    (tmp_path / "lain").mkdir()
    other = Office(tmp_path / "lain" / "kantor.db")
    restored = other.restoring.restore(other.restoring.backup_at(backup.path), Job.quiet())
    assert (restored.before, restored.aside) == (None, None)
    assert other.people() == ["Orang 1"]
    with other.open() as place:
        assert place.check(Job.quiet()).lines == []


def test_a_picture_that_no_backup_has_is_told_and_holds_nothing_up(
    office: Office, tmp_path: Path
) -> None:
    for picture in office.pictures.glob("*.png"):
        picture.unlink()
    backup = office.backups.write_to(tmp_path / "usb")
    assert len(office.restoring.restore(backup, Job.quiet()).missing) == 1
    assert office.people() == ["Orang 1"]


def test_a_damaged_database_is_kept_with_its_log_and_its_pictures(office: Office) -> None:
    backup = a_backup(office)
    office.add(2, "dua")
    broken = bytearray(office.path.read_bytes())
    broken[4096:8192] = bytes(4096)
    office.path.write_bytes(broken)
    log = office.path.with_name("kantor.db-wal")
    log.write_bytes(b"of another database")
    with pytest.raises(DatabaseDamaged):
        office.open()
    restored = office.restoring.restore(backup, Job.quiet())
    assert restored.before is None
    assert restored.aside is not None
    assert (restored.aside / "kantor.db").read_bytes() == bytes(broken)
    assert (restored.aside / "kantor.db-wal").read_bytes() == b"of another database"
    assert len(list((restored.aside / "kantor-bukti").iterdir())) == 2
    assert not log.exists()
    assert office.people() == ["Orang 1"]
    assert not office.restoring.loss(backup, Job.quiet()).people


def test_two_damages_in_one_second_are_both_kept(office: Office) -> None:
    backup = a_backup(office)
    asides = set()
    for content in (b"", b"something else"):
        office.path.write_bytes(content)
        asides.add(office.restoring.restore(backup, Job.quiet()).aside)
    assert len(asides) == 2


def test_what_a_broken_database_would_lose_nobody_knows(office: Office) -> None:
    backup = a_backup(office)
    office.path.write_bytes(b"")
    assert not office.restoring.loss(backup, Job.quiet()).comparable
    office.path.unlink()
    assert not office.restoring.loss(backup, Job.quiet()).comparable


def test_a_lost_database_is_never_made_anew_while_backups_of_it_stand(office: Office) -> None:
    backup = a_backup(office)
    office.path.unlink()
    with pytest.raises(DatabaseLost):
        office.open(create=True)
    assert not office.path.exists()
    office.restoring.restore(backup, Job.quiet())
    assert office.people() == ["Orang 1"]


def test_a_log_without_its_database_is_not_replayed_into_the_restored_one(office: Office) -> None:
    backup = a_backup(office)
    with office.open() as place:
        place.preferences.save(replace(place.preferences.preferences(), clerk="Arum"))
        log = office.path.with_name("kantor.db-wal").read_bytes()
    office.path.unlink()
    office.path.with_name("kantor.db-wal").write_bytes(log)
    office.restoring.restore(backup, Job.quiet())
    with office.open() as place:
        assert place.preferences.preferences().clerk == ""
    assert office.path.with_name("kantor.db-wal.orphan").read_bytes() == log


def test_an_office_that_is_open_is_not_replaced(office: Office) -> None:
    backup = a_backup(office)
    office.add(2)
    with office.open() as place:
        place.preferences.preferences()
        with pytest.raises(DatabaseInUse):
            office.restoring.restore(backup, Job.quiet())
    assert office.people() == ["Orang 1", "Orang 2"]


def test_a_damaged_backup_changes_nothing(office: Office) -> None:
    backup = a_backup(office)
    office.add(2)
    before = office.files()
    content = bytearray(backup.path.read_bytes())
    content[-40] ^= 4
    backup.path.write_bytes(content)
    with pytest.raises(BackupDamaged):
        office.restoring.restore(backup, Job.quiet())
    assert office.files() == before


def test_without_a_manifest_the_one_inside_proves_the_database(office: Office) -> None:
    backup = a_backup(office)
    backup.path.with_name(f"{backup.path.name}.json").unlink()
    with zipfile.ZipFile(backup.path) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    parts["data.db"] = parts["data.db"].replace(b"Orang 1", b"Orang 9")
    with zipfile.ZipFile(backup.path, "w") as forged:
        for name, content in parts.items():
            forged.writestr(name, content)
    with pytest.raises(BackupDamaged):
        office.restoring.restore(backup_at(backup.path), Job.quiet())
    assert office.people() == ["Orang 1"]


def test_other_files_are_refused_by_what_they_are(office: Office, tmp_path: Path) -> None:
    other = tmp_path / "laporan.xlsx"
    with zipfile.ZipFile(other, "w") as book:
        book.writestr("xl/workbook.xml", "<workbook/>")
    for path, error in (
        (other, NotABackup),
        (office.path, NotABackup),
        (tmp_path / "tidak ada.gaung", FileMissing),
    ):
        with pytest.raises(error):
            office.restoring.backup_at(path)


def test_the_invented_office_never_becomes_the_real_one(office: Office, tmp_path: Path) -> None:
    (tmp_path / "contoh").mkdir()
    sample = KeepBackups(office.path, lambda: FIRST, is_sample=True)
    backup = sample.write_to(tmp_path / "contoh")
    with pytest.raises(BackupOfSample):
        office.restoring.restore(backup, Job.quiet())


def test_a_backup_of_a_newer_gaung_is_refused(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = a_backup(office)
    monkeypatch.setattr(schema, "REVISIONS", schema.REVISIONS[:-1])
    with pytest.raises(DatabaseNewer):
        office.restoring.restore(backup, Job.quiet())


def test_the_second_place_of_this_computer_outlives_a_restore(
    office: Office, tmp_path: Path
) -> None:
    backup = a_backup(office)
    with office.open() as place:
        chosen = replace(place.preferences.preferences(), second_place=str(tmp_path / "usb"))
        place.preferences.save(chosen)
    office.restoring.restore(backup, Job.quiet())
    with office.open() as place:
        assert place.preferences.preferences().second_place == str(tmp_path / "usb")


def test_names_in_a_forged_manifest_lead_out_of_no_folder(office: Office) -> None:
    from app.services.backups.manifest import read_contents, written_contents

    contents = a_backup(office).contents
    assert contents is not None
    name = contents.holding.pictures[0].partition(".")[0] + "./../../jahat.png"
    forged = replace(contents, holding=replace(contents.holding, pictures=(name,)))
    with pytest.raises(ValueError, match="picture"):
        read_contents(written_contents(forged))


@pytest.mark.skipif(os.name == "nt", reason="rights are set otherwise there")
def test_the_log_is_let_go_of_before_the_swap(office: Office) -> None:
    backup = a_backup(office)
    office.restoring.restore(backup, Job.quiet())
    beside = {one.name for one in office.path.parent.glob("kantor.db*")}
    assert beside - {"kantor.db-lock"} == {"kantor.db"}
    with closing(sqlite3.connect(office.path)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_broken_file_is_kept_even_where_a_backup_of_the_same_state_stands(office: Office) -> None:
    backup = a_backup(office)
    broken = bytearray(office.path.read_bytes())
    broken[-4096:] = bytes(4096)
    office.path.write_bytes(broken)
    restored = office.restoring.restore(backup, Job.quiet())
    assert restored.aside is not None
    assert (restored.aside / "kantor.db").read_bytes() == bytes(broken)


def test_whoever_was_erased_since_is_told_of_before_a_backup_brings_them_back(
    office: Office,
) -> None:
    office.add(2)
    with office.open(create=True) as place:
        place.privacy.erasing.erase(2, "Orang 2", Job.quiet())
        before = a_backup(office)
        place.privacy.erasing.erase(1, "Orang 1", Job.quiet())
    # Orang 2 was erased before the backup was made, and is not in it.
    assert office.restoring.loss(before, Job.quiet()).erased == 1
    office.restoring.restore(before, Job.quiet())
    assert office.restoring.loss(before, Job.quiet()).erased == 0


def test_a_person_taken_away_by_undo_was_not_erased(office: Office) -> None:
    with office.open(create=True) as place:
        place.people.add(Person(Nip("198703142010012009"), "Orang 9"))
        backup = a_backup(office)
        place.undoing.undo_last()
    assert office.restoring.loss(backup, Job.quiet()).erased == 0
