"""Backups: when they are made, what is in them, where copies go, what is never lost."""

import json
import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from app import paths
from app.domain.backup import Reason
from app.domain.errors import DatabaseDamaged, FolderMissing
from app.services.backups.keeping import KeepBackups
from app.services.backups.shelf import Shelf, backup_at, prove
from app.services.job import Job
from app.services.sample_office import fill_sample_office
from app.services.workplace import Workplace
from tests.services.backups.conftest import FIRST, Office


def test_a_backup_is_one_zip_with_the_database_and_its_manifest(office: Office) -> None:
    made = office.backups.make(Reason.ASKED)
    assert made.fresh
    contents = prove(made.backup)
    assert (contents.made_at, contents.reason) == (FIRST, Reason.ASKED)
    assert (contents.holding.people, contents.holding.imports) == (1, 0)
    with ZipFile(made.backup.path) as whole:
        assert set(whole.namelist()) == {"isi.json", "data.db"}
        whole.extract("data.db", office.path.parent / "out")
    with closing(sqlite3.connect(office.path.parent / "out" / "data.db")) as raw:
        assert raw.execute("SELECT name FROM people").fetchall() == [("Orang 1",)]
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    manifest = json.loads(
        made.backup.path.with_name(f"{made.backup.path.name}.json").read_text(encoding="utf-8")
    )
    assert manifest["size"] == made.backup.path.stat().st_size


def test_what_is_still_in_the_log_of_an_open_office_is_in_the_backup(office: Office) -> None:
    with office.open() as place:
        place.preferences.save(replace(place.preferences.preferences(), clerk="Arum"))
        made = place.backups.make(Reason.ASKED)
        assert office.path.with_name("kantor.db-wal").stat().st_size > 0
    restored = office.restoring.restore(made.backup, Job.quiet())
    assert restored.missing == ()
    with office.open() as place:
        assert place.preferences.preferences().clerk == "Arum"


def test_nothing_changed_makes_no_second_one_but_proves_the_first_again(office: Office) -> None:
    first = office.backups.make(Reason.ASKED)
    again = office.backups.make(Reason.IMPORT)
    assert (again.fresh, again.backup) == (False, first.backup)
    content = bytearray(first.backup.path.read_bytes())
    content[len(content) // 2] ^= 1
    first.backup.path.write_bytes(content)
    office.clock.pass_days(1)
    third = office.backups.make(Reason.ASKED)
    assert third.fresh
    assert third.backup.path != first.backup.path


def test_daily_means_another_day_and_something_changed(office: Office) -> None:
    first = office.backups.daily()
    assert first is not None
    assert first.fresh
    office.add(2)
    assert office.backups.daily() is None
    office.clock.pass_days(1)
    assert office.backups.daily() is not None
    office.clock.pass_days(1)
    assert office.backups.daily() is None


def test_each_picture_lies_once_beside_all_backups_that_need_it(office: Office) -> None:
    office.backups.make(Reason.ASKED)
    office.add(2, "dua")
    second = office.backups.make(Reason.ASKED)
    assert second.backup.contents is not None
    stored = sorted(one.name for one in (office.backups.folder / "bukti").iterdir())
    assert stored == sorted(second.backup.contents.holding.pictures)
    assert len(stored) == 2


def test_a_file_to_carry_away_has_the_pictures_inside(office: Office, tmp_path: Path) -> None:
    folder = tmp_path / "usb"
    backup = office.backups.write_to(folder)
    assert sorted(one.name for one in folder.iterdir()) == [
        backup.path.name,
        f"{backup.path.name}.json",
    ]
    with ZipFile(backup.path) as whole:
        assert len([name for name in whole.namelist() if name.startswith("bukti/")]) == 1
    assert not office.backups.folder.exists()


def test_a_missing_picture_is_said_and_holds_no_backup_up(office: Office) -> None:
    for picture in office.pictures.glob("*.png"):
        picture.write_bytes(b"somebody's hand")
    made = office.backups.make(Reason.ASKED)
    assert made.backup.contents is not None
    assert made.backup.contents.missing == made.backup.contents.holding.pictures


def test_a_damaged_database_makes_no_backup_and_pushes_none_out(office: Office) -> None:
    kept = office.backups.make(Reason.ASKED).backup
    office.add(2)
    content = bytearray(office.path.read_bytes())
    content[4096:8192] = bytes(4096)
    office.path.write_bytes(content)
    with pytest.raises(DatabaseDamaged) as refused:
        office.backups.make(Reason.ASKED)
    assert refused.value.path == office.path
    assert office.backups.backups() == [kept]
    assert office.backups.newest_good() == kept


def test_many_backups_are_thinned_out_with_the_pictures_that_nobody_needs(office: Office) -> None:
    office.backups.make(Reason.ASKED)
    for serial in range(2, 27):
        office.add(serial)
        office.clock.pass_days(40)
        office.backups.make(Reason.DAILY)
    left = office.backups.backups()
    assert len(left) < 20
    assert left[0].number > left[-1].number
    assert all(one.good for one in office.backups.proven(left, Job.quiet()))
    named = {one.path.name for one in left}
    assert {one.stem for one in office.backups.folder.glob("*.json")} == named


def test_a_clock_set_back_changes_no_order(office: Office) -> None:
    office.backups.make(Reason.ASKED)
    office.clock.pass_days(-900)
    office.add(2)
    newest = office.backups.make(Reason.ASKED).backup
    assert office.backups.backups()[0] == newest
    assert office.backups.newest_good() == newest


def test_a_second_place_gets_closed_copies_with_their_pictures(
    office: Office, tmp_path: Path
) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    _choose(office, usb / "Cadangan Gaung")
    made = office.backups.make(Reason.ASKED)
    assert made.second_failed is None
    (copy,) = office.backups.in_second_place()
    assert prove(copy) == made.backup.contents
    assert copy.path.read_bytes() == made.backup.path.read_bytes()
    assert len(list((usb / "Cadangan Gaung" / "bukti").iterdir())) == 1


def test_a_second_place_that_is_gone_is_said_and_holds_nothing_up(
    office: Office, tmp_path: Path
) -> None:
    _choose(office, tmp_path / "dicabut" / "Cadangan Gaung")
    made = office.backups.make(Reason.ASKED)
    assert made.fresh
    assert isinstance(made.second_failed, FolderMissing)
    (tmp_path / "dicabut").mkdir()
    assert office.backups.make(Reason.ASKED).second_failed is None
    assert len(office.backups.in_second_place()) == 1


def test_where_everything_beside_the_database_is_lost_the_second_place_has_it(
    office: Office, tmp_path: Path
) -> None:
    (tmp_path / "usb").mkdir()
    _choose(office, tmp_path / "usb" / "Cadangan Gaung")
    office.backups.make(Reason.ASKED)
    for backup in office.backups.backups():
        backup.path.write_bytes(b"")
    found = office.backups.newest_good()
    assert found is not None
    assert found.path.parent == tmp_path / "usb" / "Cadangan Gaung"


def test_the_invented_office_needs_no_backups(tmp_path: Path) -> None:
    sample = KeepBackups(tmp_path / "kantor.db", lambda: FIRST, is_sample=True)
    assert sample.before(Reason.IMPORT) is None
    assert sample.daily() is None


def test_a_backup_cannot_be_written_where_a_file_stands(office: Office, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    with pytest.raises(FolderMissing):
        office.backups.write_to(tmp_path / "berkas")
    with pytest.raises(FolderMissing):
        office.backups.write_to(tmp_path / "tidak" / "ada")


def test_a_backup_killed_between_file_and_manifest_speaks_for_itself(office: Office) -> None:
    made = office.backups.make(Reason.ASKED).backup
    made.path.with_name(f"{made.path.name}.json").unlink()
    alone = backup_at(made.path)
    assert (alone.contents, alone.seal) == (made.contents, None)
    assert prove(alone) == made.contents


def test_an_import_into_a_used_office_makes_a_backup_first(office: Office) -> None:
    with office.open() as place:
        _import(place)
        reasons = [one.contents.reason for one in place.backups.backups() if one.contents]
        assert reasons == [Reason.IMPORT]
        (before,) = place.backups.backups()
        assert before.contents is not None
        assert before.contents.holding.people == 1


def test_an_import_without_its_backup_does_not_begin(office: Office) -> None:
    office.path.with_name("kantor-cadangan").write_bytes(b"a file where the folder should be")
    with office.open() as place:
        with pytest.raises(FolderMissing):
            _import(place)
        assert place.importing.history() == []


def test_a_first_import_into_an_untouched_database_needs_none(tmp_path: Path) -> None:
    new = Office(tmp_path / "baru.db")
    with new.open(create=True) as place:
        _import(place)
        assert place.backups.backups() == []


def test_filling_the_sample_office_leaves_no_backups() -> None:
    paths.data_folder().mkdir(parents=True)
    sample = Office(paths.sample_database())
    with sample.open(create=True) as place:
        folder = paths.resources() / "samples"
        fill_sample_office(folder, place.importing, place.preferences, Job.quiet())
        assert len(place.importing.history()) > 1
    assert not list(paths.data_folder().glob("*-cadangan"))


def _import(place: Workplace) -> None:
    roster = paths.resources() / "samples" / "kantor-contoh.xlsx"
    place.importing.import_files([roster], FIRST.date(), Job.quiet())


def _choose(office: Office, folder: Path) -> None:
    with office.open() as place:
        chosen = replace(place.preferences.preferences(), second_place=str(folder))
        place.preferences.save(chosen)


def test_an_older_database_put_there_by_hand_has_a_backup_that_stays(office: Office) -> None:
    older = office.path.read_bytes()
    for serial in range(2, 12):
        office.add(serial)
        office.backups.make(Reason.IMPORT)
    office.path.write_bytes(older)
    made = office.backups.make(Reason.IMPORT)
    assert made.fresh
    assert office.backups.backups()[0] == made.backup
    assert office.backups.newest_good() == made.backup


def test_another_database_with_as_many_commits_is_another_state(
    office: Office, tmp_path: Path
) -> None:
    office.backups.make(Reason.IMPORT)
    other = Office(tmp_path / "lain.db")
    other.add(7, "lain", "lagi")
    office.path.write_bytes(other.path.read_bytes())
    made = office.backups.make(Reason.IMPORT)
    assert made.fresh
    assert len(office.backups.backups()) == 2


def test_what_a_killed_program_left_half_written_is_cleared_a_day_later(office: Office) -> None:
    made = office.backups.make(Reason.ASKED)
    old, young = "~gaung-1-00000000.tmp", "~gaung-1-11111111.tmp"
    left = [
        folder / name
        for folder in (office.path.parent, office.backups.folder)
        for name in (old, young)
    ]
    for path in left:
        path.write_bytes(b"half")
        if path.name == old:
            os.utime(path, (0, 0))
    office.add(2)
    office.backups.make(Reason.ASKED)
    office.restoring.restore(made.backup, Job.quiet())
    assert [path.name for path in left if path.exists()] == [young, young]
    for path in left:
        path.unlink(missing_ok=True)


def test_what_sqlite_laid_beside_a_copy_goes_with_it(office: Office) -> None:
    """A disk that refuses everything leaves a log beside the copy, with rows of people in it."""
    shelf = Shelf(office.backups.folder)
    shelf.make()
    with shelf.room_for_copy() as copy:
        copy.write_bytes(b"half a copy")
        copy.with_name(f"{copy.name}-journal").write_bytes(b"Orang 1")
    assert office.left_over() == []
    prepared = office.restoring.prepare(office.backups.make(Reason.ASKED).backup, Job.quiet())
    prepared.place.with_name(f"{prepared.place.name}-journal").write_bytes(b"Orang 1")
    prepared.forget()
    assert office.left_over() == []
