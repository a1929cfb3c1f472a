"""An office on a stick: one whole file after every transaction, and looks that leave no trace."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from app.domain.errors import DatabaseMissing, NotWritable, OfficeHeld
from app.domain.office_errors import HalfWritten, OnlyLooking, RemovableDisk, UpgradeFirst
from app.domain.portable import Mark
from app.storage import opening as door
from app.storage.copying import copy_database, number_of
from app.storage.database import Database
from app.storage.portable import mark_of, mark_text, read_mark
from app.storage.schema import settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    mark_of(tmp_path).write_text("{}", "utf-8")
    return tmp_path / "data.db"


@pytest.fixture
def office(path: Path) -> Iterator[Database]:
    with Database.open(path, create=True) as database:
        yield database


def _keep(database: Database, key: str) -> None:
    with database.writing() as tx:
        tx.execute(insert(settings).values(key=key, value="v" * 50))


def _keys(database: Database) -> list[str]:
    with database.reading() as tx:
        return [str(key) for (key,) in tx.execute(select(settings.c.key).order_by("key"))]


def _state(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        str(one.relative_to(folder)): (one.stat().st_mtime_ns, one.read_bytes())
        for one in folder.rglob("*")
        if one.is_file()
    }


def cut_off(path: Path) -> None:
    """What a stick holds that was pulled out in the middle of a transaction: see `HalfWritten`."""
    beside = path.with_name("copy")
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size=5")
        writer.execute("BEGIN IMMEDIATE")
        for number in range(2_000):
            writer.execute("INSERT INTO settings VALUES (?, ?)", (f"half {number}", "x" * 200))
        # Some pages are written already, and the journal is what takes them back.
        journal = path.with_name(f"{path.name}-journal")
        kept = journal.read_bytes(), path.read_bytes()
        writer.execute("ROLLBACK")
    journal.write_bytes(kept[0])
    path.write_bytes(kept[1])
    assert not beside.exists()


def test_a_portable_office_follows_the_recipe_for_sticks(office: Database) -> None:
    expected = {"journal_mode": "truncate", "synchronous": 3, "busy_timeout": 30_000}
    with office.writing() as tx:
        found = {name: tx.exec_driver_sql(f"PRAGMA {name}").scalar() for name in expected}
        kept = tx.exec_driver_sql("PRAGMA foreign_keys").scalar()
    assert (found, kept) == (expected, 1)


def test_after_each_transaction_one_file_is_the_whole_office(office: Database, path: Path) -> None:
    _keep(office, "a")
    alone = path.with_name("alone.db")
    alone.write_bytes(path.read_bytes())
    with closing(sqlite3.connect(alone)) as raw:
        assert raw.execute("SELECT key FROM settings").fetchall() == [("a",)]
    assert not path.with_name("data.db-wal").exists()


def test_an_office_of_a_computer_becomes_one_file_when_its_folder_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "data.db"
    with Database.open(path, create=True) as database:
        _keep(database, "a")
    mark_of(tmp_path).write_text("{}", "utf-8")
    with Database.open(path, create=False) as database:
        _keep(database, "b")
        assert not path.with_name("data.db-wal").exists()
        assert _keys(database) == ["a", "b"]


def test_the_mark_tells_what_it_was_told(tmp_path: Path, path: Path) -> None:
    from datetime import datetime

    assert read_mark(tmp_path) is None
    mark = Mark(datetime(2026, 11, 28, 13, 5), "PC-HUMAS-2", "Rina", 41)
    mark_of(tmp_path).write_text(mark_text(mark), "utf-8")
    assert read_mark(tmp_path) == mark
    assert read_mark(tmp_path / "nowhere") is None


def test_a_transaction_that_was_cut_off_is_taken_back_at_the_next_opening(path: Path) -> None:
    with Database.open(path, create=True) as database:
        _keep(database, "whole")
    cut_off(path)
    with Database.open(path, create=False, alone=True) as database:
        assert _keys(database) == ["whole"]
        assert database.check() == []


def test_a_transaction_that_was_cut_off_is_taken_back_before_the_journal_is_changed(
    path: Path,
) -> None:
    with Database.open(path, create=True) as database:
        _keep(database, "whole")
    cut_off(path)
    # The folder was copied to a computer as it was, and is a portable office no more.
    mark_of(path.parent).unlink()
    with Database.open(path, create=False) as database:
        assert _keys(database) == ["whole"]


def test_what_was_cut_off_is_never_shown_nor_copied_half(path: Path) -> None:
    with Database.open(path, create=True) as database:
        _keep(database, "whole")
    cut_off(path)
    before = _state(path.parent)
    with pytest.raises(HalfWritten):
        Database.look(path)
    with pytest.raises(HalfWritten):
        copy_database(path, path.with_name("copy.db"), thorough=True)
    path.with_name("copy.db").unlink(missing_ok=True)
    assert _state(path.parent) == before


def test_a_look_reads_everything_and_leaves_no_trace(path: Path) -> None:
    with Database.open(path, create=True) as database:
        _keep(database, "a")
    before = _state(path.parent)
    with Database.look(path) as looked:
        assert looked.only_looking
        assert _keys(looked) == ["a"]
        assert looked.check() == []
        assert number_of(path) == 1
        assert _state(path.parent) == before
        for write in (
            lambda: _keep(looked, "b"),
            looked.checkpoint,
            looked.wipe,
            looked.refuse_if_looking,
        ):
            with pytest.raises(OnlyLooking):
                write()
    assert _state(path.parent) == before


def test_a_look_at_an_office_of_a_computer_leaves_no_trace(tmp_path: Path) -> None:
    path = tmp_path / "data.db"
    with Database.open(path, create=True) as database:
        _keep(database, "a")
    before = _state(tmp_path)
    with Database.look(path) as looked:
        assert _keys(looked) == ["a"]
    assert _state(tmp_path) == before


def test_a_look_goes_beside_the_work_of_another_on_a_stick(office: Database, path: Path) -> None:
    with Database.look(path) as looked:
        _keep(office, "a")
        assert _keys(looked) == ["a"]


def test_a_look_at_an_office_with_a_log_is_refused_while_somebody_works_on_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "data.db"
    with Database.open(path, create=True, alone=True) as database:
        _keep(database, "a")
        with pytest.raises(OfficeHeld):
            Database.look(path)
    log = path.with_name("data.db-wal")
    log.write_bytes(b"left behind")
    with pytest.raises(HalfWritten):
        Database.look(path)


def test_a_look_makes_and_upgrades_nothing(path: Path) -> None:
    with pytest.raises(DatabaseMissing):
        Database.look(path)
    Database.open(path, create=True).close()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '0001'")
    with pytest.raises(UpgradeFirst):
        Database.look(path)


def test_only_a_marked_folder_on_a_stick_is_opened(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "is_removable", lambda path: True)
    Database.open(path, create=True).close()
    mark_of(path.parent).unlink()
    for refused in (lambda: Database.open(path, create=False), lambda: Database.look(path)):
        with pytest.raises(RemovableDisk):
            refused()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_stick_that_is_write_protected_says_so(path: Path) -> None:
    Database.open(path, create=True).close()
    path.parent.chmod(0o500)
    path.chmod(0o400)
    try:
        with pytest.raises(NotWritable):
            Database.open(path, create=False, alone=True)
        with Database.look(path) as looked:
            assert _keys(looked) == []
    finally:
        path.parent.chmod(0o700)
