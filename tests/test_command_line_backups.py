"""Backups on the command line: `backup`, `restore`, `check`, and the one before an import."""

import json
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap import open_workplace, run
from app.domain.evidence import Place
from app.domain.platform import Platform
from app.services.job import Job
from app.wording.language import Language
from tests.services.evidence.conftest import pasted
from tests.test_command_line import a_roster, failure_of


@pytest.fixture
def database(tmp_path, capsys):
    path = tmp_path / "kantor.db"
    assert run(["import", str(a_roster(tmp_path)), "--database", str(path)]) == 0
    capsys.readouterr()
    return path


def one_more(folder: Path) -> Path:
    """A list that brings somebody new."""
    path = folder / "baru.csv"
    path.write_text("NIP;Nama\n199001012015011901;Intan Melati\n", encoding="utf-8")
    return path


def names(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as raw:
        return [name for (name,) in raw.execute("SELECT name FROM people ORDER BY id")]


def a_backup(database, capsys) -> Path:
    folder = database.parent / "usb"
    assert run(["backup", str(folder), "--database", str(database)]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first == "ACK:backup"
    (path,) = folder.glob("*.gaung")
    assert second.endswith(str(path))
    return path


def break_in_the_middle(database: Path) -> bytes:
    content = bytearray(database.read_bytes())
    content[4096:8192] = bytes(4096)
    database.write_bytes(content)
    return bytes(content)


def test_a_backup_is_exactly_one_file_and_its_manifest(database, capsys):
    path = a_backup(database, capsys)
    manifest = path.with_name(f"{path.name}.json")
    assert sorted(path.parent.iterdir()) == [path, manifest]
    assert json.loads(manifest.read_text(encoding="utf-8"))["contents"]["people"] == 5


def test_a_backup_is_restored_and_says_where_the_state_before_lies(database, capsys):
    path = a_backup(database, capsys)
    with closing(sqlite3.connect(database)) as raw, raw:
        raw.execute("UPDATE people SET name = 'Orang Lain'")
        raw.execute("UPDATE commits SET number = number + 1")
    assert run(["restore", str(path), "--database", str(database)]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("ACK:restore\n")
    (before,) = (database.parent / "kantor-cadangan").glob("*.gaung")
    assert str(before) in shown
    assert "Orang Lain" not in names(database)
    assert run(["restore", str(before), "--database", str(database)]) == 0
    assert set(names(database)) == {"Orang Lain"}
    assert run(["check", "--database", str(database)]) == 0


def test_an_import_into_a_used_database_backs_it_up_first(database, tmp_path, capsys):
    assert not (tmp_path / "kantor-cadangan").exists()
    run(["import", str(one_more(tmp_path)), "--database", str(database)])
    assert capsys.readouterr().out == "ACK:2\n"
    (manifest,) = (tmp_path / "kantor-cadangan").glob("*.json")
    contents = json.loads(manifest.read_text(encoding="utf-8"))["contents"]
    assert (contents["reason"], contents["imports"]) == ("import", 1)


def test_an_import_that_changes_nobody_needs_no_backup(database, tmp_path, capsys):
    run(["import", str(a_roster(tmp_path)), "--database", str(database)])
    assert capsys.readouterr().out == "ACK:2\n"
    assert not (tmp_path / "kantor-cadangan").exists()


def test_an_import_into_an_office_where_rows_wait_is_backed_up(database, tmp_path, capsys):
    damaged = tmp_path / "rusak.csv"
    damaged.write_text("NIP;Nama\n1,98501E+17;Laras\n", encoding="utf-8")
    run(["import", str(damaged), "--database", str(database)])
    run(["import", str(a_roster(tmp_path)), "--database", str(database)])
    assert len(list((tmp_path / "kantor-cadangan").glob("*.json"))) == 2


def test_a_damaged_database_is_named_with_its_newest_good_backup(database, tmp_path, capsys):
    run(["import", str(one_more(tmp_path)), "--database", str(database)])
    capsys.readouterr()
    broken = break_in_the_middle(database)
    (backup,) = (tmp_path / "kantor-cadangan").glob("*.gaung")
    for command in (["check"], ["standings", "--json"], ["import", str(a_roster(tmp_path))]):
        assert str(backup) in failure_of(capsys, *command, "--database", database)
    assert database.read_bytes() == broken
    run(["restore", str(backup), "--database", str(database)])
    (aside,) = (tmp_path / "kantor-rusak").glob("*/kantor.db")
    assert aside.read_bytes() == broken
    assert run(["check", "--database", str(database)]) == 0


def test_a_lost_database_is_not_made_anew_by_an_import(database, tmp_path, capsys):
    run(["import", str(one_more(tmp_path)), "--database", str(database)])
    capsys.readouterr()
    database.unlink()
    failure_of(capsys, "import", a_roster(tmp_path), "--database", database)
    assert not database.exists()


def test_a_damaged_backup_is_refused_and_a_check_names_it(database, tmp_path, capsys):
    run(["import", str(one_more(tmp_path)), "--database", str(database)])
    capsys.readouterr()
    (backup,) = (tmp_path / "kantor-cadangan").glob("*.gaung")
    content = bytearray(backup.read_bytes())
    content[300] ^= 1
    backup.write_bytes(content)
    before = database.read_bytes()
    failure_of(capsys, "restore", backup, "--database", database)
    assert database.read_bytes() == before
    assert run(["check", "--database", str(database)]) == 3
    assert backup.name in capsys.readouterr().out


@pytest.mark.parametrize("harm", ["gone", "altered"])
def test_a_check_finds_evidence_that_is_gone_or_altered(database, capsys, harm):
    with open_workplace(database, create=False, language=Language("en", Path())) as place:
        where = Place(1, Platform.INSTAGRAM, date(2026, 11, 20))
        place.evidence.add(where, [pasted("bukti")], Job.quiet())
        (picture,) = place.evidence.files()
    assert run(["check", "--database", str(database)]) == 0
    capsys.readouterr()
    if harm == "gone":
        picture.unlink()
    else:
        picture.write_bytes(picture.read_bytes()[:-1])
    assert run(["check", "--database", str(database)]) == 3
    shown = capsys.readouterr()
    assert picture.name in shown.out
    assert shown.err.startswith("GAGAL: ")
    assert len(shown.err.splitlines()) == 1


def test_what_cannot_be_backed_up_or_restored_is_one_line(database, tmp_path, capsys):
    failure_of(capsys, "backup", tmp_path / "a" / "b", "--database", database)
    failure_of(capsys, "backup", tmp_path, "--database", tmp_path / "lain.db")
    failure_of(capsys, "restore", tmp_path / "tidak.gaung", "--database", database)
    failure_of(capsys, "restore", a_roster(tmp_path), "--database", database)
    failure_of(capsys, "restore", tmp_path, "--database", database)
    assert run(["backup"]) == 2


def test_a_database_in_a_cloud_folder_is_warned_of_beside_the_answer(database, tmp_path, capsys):
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    moved = database.rename(folder / database.name)
    assert run(["standings", "--database", str(moved), "--json"]) == 0
    heard = capsys.readouterr()
    assert "Dropbox" in heard.err
    assert json.loads(heard.out)["totals"]
    # A failure says one line.
    assert len(failure_of(capsys, "restore", moved, "--database", moved).splitlines()) == 1
