"""The database file: what is opened, what is refused, and how transactions hold."""

import multiprocessing
import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path, PureWindowsPath

import pytest
from sqlalchemy import insert, select
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from app.domain.errors import (
    DatabaseDamaged,
    DatabaseInUse,
    DatabaseMissing,
    DatabaseNewer,
    DiskFailed,
    DiskFull,
    FolderMissing,
    NetworkDisk,
    NotAFile,
    NotOurDatabase,
    NotWritable,
)
from app.domain.office_errors import NotSaved, RemovableDisk, SaveUnknown
from app.storage import opening as door
from app.storage.database import Database
from app.storage.disks import is_on_network, is_removable, is_unc, mount_around
from app.storage.schema import settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data.db"


@pytest.fixture
def office(path: Path) -> Iterator[Database]:
    with Database.open(path, create=True) as database:
        yield database


def _keep(database: Database, key: str, value: str = "v") -> None:
    with database.writing() as tx:
        tx.execute(insert(settings).values(key=key, value=value))


def _keys(database: Database) -> list[str]:
    with database.reading() as tx:
        return [str(key) for (key,) in tx.execute(select(settings.c.key).order_by("key"))]


def _made(path: Path) -> Path:
    with Database.open(path, create=True) as database:
        for number in range(200):
            _keep(database, f"key {number}", "x" * 100)
    return path


def test_a_new_file_follows_the_recipe(path: Path) -> None:
    _made(path)
    with closing(sqlite3.connect(path)) as raw:
        answers = {
            name: raw.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("page_size", "auto_vacuum", "application_id", "journal_mode")
        }
        loose = raw.execute(
            "SELECT name FROM pragma_table_list"
            " WHERE type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
    assert answers == {
        "page_size": 4096,
        "auto_vacuum": 2,
        "application_id": 0x47415547,
        "journal_mode": "wal",
    }
    assert loose == []


def test_the_writing_connection_follows_the_recipe(office: Database) -> None:
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "journal_size_limit": 67108864,
    }
    with office.writing() as tx:
        found = {name: tx.exec_driver_sql(f"PRAGMA {name}").scalar() for name in expected}
    assert found == expected


def test_what_was_written_is_there_after_closing(path: Path) -> None:
    with Database.open(path, create=True) as database:
        _keep(database, "a")
    with Database.open(path, create=False) as database:
        assert _keys(database) == ["a"]


def test_closing_leaves_one_file_only(path: Path) -> None:
    _made(path)
    assert [file.name for file in path.parent.glob("data.db*")] == ["data.db"]


def test_a_path_with_odd_characters_is_opened(tmp_path: Path) -> None:
    folder = tmp_path / "Dinas é 😀 #1 100%?"
    folder.mkdir()
    path = _made(folder / "data %20 kantor.db")
    assert path.is_file()
    with Database.open(path, create=False) as database:
        assert len(_keys(database)) == 200


def test_a_block_that_fails_keeps_nothing(office: Database) -> None:
    def fail_halfway() -> None:
        with office.writing() as tx:
            tx.execute(insert(settings).values(key="a", value="v"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    assert _keys(office) == []
    _keep(office, "b")
    assert _keys(office) == ["b"]


def test_a_transaction_inside_another_of_the_same_thread_is_a_mistake(office: Database) -> None:
    with (
        office.writing(),
        pytest.raises(RuntimeError),
        office.writing(),
    ):
        pass


def test_a_reader_cannot_write(office: Database) -> None:
    with pytest.raises(NotWritable), office.reading() as tx:
        tx.execute(insert(settings).values(key="a", value="v"))
    assert _keys(office) == []


def test_a_reader_sees_one_state_and_is_not_held_up_by_a_writer(office: Database) -> None:
    _keep(office, "before")
    with office.writing() as tx:
        for number in range(3_000):
            tx.execute(insert(settings).values(key=f"during {number:05}", value="x" * 200))
        assert _keys(office) == ["before"]
    with office.reading() as tx:
        first = tx.execute(select(settings.c.key)).all()
        _keep(office, "zzz")
        assert tx.execute(select(settings.c.key)).all() == first
    assert len(_keys(office)) == 3_002


def test_two_threads_write_one_after_the_other(office: Database) -> None:
    def write(name: str) -> None:
        for number in range(100):
            _keep(office, f"{name} {number}")

    threads = [threading.Thread(target=write, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(_keys(office)) == 200


def test_several_threads_read_at_once(office: Database) -> None:
    _keep(office, "a")
    seen: list[list[str]] = []
    together = threading.Barrier(6)

    def read() -> None:
        with office.reading() as tx:
            together.wait(timeout=10)
            seen.append([str(key) for (key,) in tx.execute(select(settings.c.key))])

    threads = [threading.Thread(target=read) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [["a"]] * 6


def test_a_file_that_another_program_is_writing_is_in_use(path: Path, office: Database) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseInUse) as refused, office.writing():
            pass
    assert refused.value.path == path
    _keep(office, "afterwards")


def test_a_missing_file_is_made_only_on_request(path: Path) -> None:
    with pytest.raises(DatabaseMissing):
        Database.open(path, create=False)
    assert list(path.parent.glob("data*")) == []


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing):
        Database.open(tmp_path / "none" / "data.db", create=True)


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(NotAFile):
        Database.open(tmp_path, create=True)


@pytest.mark.parametrize("content", [b"Nama;NIP\n", b"PK\x03\x04" + bytes(300), b"x"])
def test_another_kind_of_file_is_refused_untouched(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(NotOurDatabase):
        Database.open(path, create=True)
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_refused_untouched(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE people(id)")
        raw.commit()
    before = path.read_bytes()
    with pytest.raises(NotOurDatabase):
        Database.open(path, create=True)
    assert path.read_bytes() == before


def test_a_newer_database_is_refused_untouched(path: Path) -> None:
    _made(path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '0999'")
        raw.commit()
    before = path.read_bytes()
    with pytest.raises(DatabaseNewer) as refused:
        Database.open(path, create=True)
    assert refused.value.found == "0999"
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.glob("data*")] == ["data.db"]


def _cut_in_half(content: bytearray) -> None:
    del content[len(content) // 2 :]


def _lose_everything(content: bytearray) -> None:
    content.clear()


def _zero_the_tables(content: bytearray) -> None:
    content[4096:] = bytes(len(content) - 4096)


def _zero_the_beginning(content: bytearray) -> None:
    content[:16] = bytes(16)


def _garble_the_schema(content: bytearray) -> None:
    start = content.index(b"CREATE TABLE")
    content[start : start + 40] = b"\xff\xfe" * 20


@pytest.mark.parametrize(
    "damage",
    [_cut_in_half, _lose_everything, _zero_the_tables, _zero_the_beginning, _garble_the_schema],
)
def test_a_damaged_file_is_called_damaged(path: Path, damage: object) -> None:
    content = bytearray(_made(path).read_bytes())
    assert callable(damage)
    damage(content)
    path.write_bytes(content)
    with pytest.raises(DatabaseDamaged):
        Database.open(path, create=True)
    assert path.read_bytes() == content


def test_the_log_of_a_lost_database_is_not_replayed_into_a_new_one(path: Path) -> None:
    log = path.with_name("data.db-wal")
    with Database.open(path, create=True) as database:
        _keep(database, "old")
        content = log.read_bytes()
    path.unlink()
    log.write_bytes(content)
    with Database.open(path, create=True) as database:
        assert _keys(database) == []
    assert path.with_name("data.db-wal.orphan").read_bytes() == content


def test_checking_finds_nothing_in_a_sound_file(path: Path) -> None:
    with Database.open(_made(path), create=False) as database:
        assert database.check() == []


def test_checking_finds_what_no_constraint_can_keep(path: Path) -> None:
    _made(path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute(
            "INSERT INTO former_nips VALUES (1, 7, '199913990000000000', '2026-02-30', '', 9)"
        )
        raw.commit()
    with Database.open(path, create=False) as database:
        found = database.check()
    assert found == [
        "former_nips 1: its row of people is missing",
        "former_nips 1: no NIP can read so",
        "former_nips: 2026-02-30 is no day",
        "former_nips: 1 rows were written by no known action",
    ]


def test_closing_after_a_question_that_was_broken_off_is_no_failure(path: Path) -> None:
    with Database.open(_made(path), create=False) as database:

        def break_off() -> None:
            with database.writing() as tx:
                rows.append(tx.execute(select(settings.c.key)))
                raise ZeroDivisionError

        rows: list[object] = []
        with pytest.raises(ZeroDivisionError):
            break_off()
        assert rows


def test_a_checkpoint_empties_the_log(path: Path, office: Database) -> None:
    _keep(office, "a")
    log = path.with_name("data.db-wal")
    assert log.stat().st_size > 0
    office.checkpoint()
    assert log.stat().st_size == 0


def test_a_commit_that_landed_in_spite_of_an_error_counts_as_kept(
    office: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(SQLiteDialect_pysqlite, "do_commit", _commit_and_complain)
        _keep(office, "landed")
    assert _keys(office) == ["landed"]
    _keep(office, "next")


def test_a_commit_that_did_not_land_is_an_error(
    office: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(SQLiteDialect_pysqlite, "do_commit", _complain)
        with pytest.raises(NotSaved) as refused:
            _keep(office, "lost")
    assert isinstance(refused.value.why, DiskFailed)
    assert _keys(office) == []
    _keep(office, "next")
    assert _keys(office) == ["next"]


def test_a_disk_that_is_gone_at_the_commit_leaves_it_open_whether_it_landed(
    office: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = path.with_name("pulled out")

    def pull_out(dialect: object, connection: sqlite3.Connection) -> None:
        path.rename(away)
        _complain(dialect, connection)

    with monkeypatch.context() as patched:
        patched.setattr(SQLiteDialect_pysqlite, "do_commit", pull_out)
        with pytest.raises(SaveUnknown):
            _keep(office, "unknown")
    away.rename(path)
    _keep(office, "plugged in again")
    assert _keys(office) == ["plugged in again"]


def test_a_stick_is_refused_unless_it_is_a_portable_office(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "is_removable", lambda _: True)
    with pytest.raises(RemovableDisk):
        Database.open(path, create=True)
    assert not path.exists()
    path.with_name("gaung-portabel.json").write_text("{}")
    with Database.open(path, create=True) as database:
        assert _keys(database) == []


def test_a_folder_of_this_test_can_not_be_pulled_out(tmp_path: Path) -> None:
    assert not is_removable(tmp_path / "data.db")


def _break_an_index(path: Path) -> None:
    """Only the thorough check sees that an index misses a row of its table."""
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE INDEX by_value ON settings(value)")
        raw.commit()
        page = raw.execute("SELECT rootpage FROM sqlite_master WHERE name='by_value'").fetchone()[0]
    content = bytearray(path.read_bytes())
    # An empty leaf of an index: sound in itself, but without the rows.
    content[(page - 1) * 4096 : page * 4096] = b"\x0a\x00\x00\x00\x00\x10\x00\x00" + bytes(4096 - 8)
    path.write_bytes(content)


def test_after_an_unclean_end_every_index_is_checked_and_after_a_clean_one_only_the_pages(
    path: Path,
) -> None:
    with Database.open(path, create=True, alone=True) as database:
        _keep(database, "a")
    _break_an_index(path)
    Database.open(path, create=False, alone=True).close()
    # As a killed program leaves it: the words of who held the office.
    path.with_name("data.db-lock").write_bytes(b'{"by": "ani"}')
    for _ in range(2):
        with pytest.raises(DatabaseDamaged):
            Database.open(path, create=False, alone=True)


def _complain(dialect: object, connection: sqlite3.Connection) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR
    raise error


def _commit_and_complain(dialect: object, connection: sqlite3.Connection) -> None:
    connection.commit()
    _complain(dialect, connection)


def _fill_until_full(path: Path, answers: Connection) -> None:
    import resource
    import signal

    with Database.open(path, create=False) as database:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))
        try:
            with database.writing() as tx:
                for number in range(3_000):
                    tx.execute(insert(settings).values(key=f"{number}", value="x" * 500))
        except (DiskFull, DiskFailed, NotSaved) as error:
            answers.send(type(getattr(error, "why", error)).__name__)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
        _keep(database, "there is room again")


@pytest.mark.skipif(os.name == "nt", reason="limits of file sizes are POSIX")
def test_where_no_more_can_be_written_nothing_is_half_kept(path: Path) -> None:
    Database.open(path, create=True).close()
    spawn = multiprocessing.get_context("spawn")
    # A pipe needs no semaphore: some machines give /dev/shm to root alone.
    answers, told = spawn.Pipe(duplex=False)
    child = spawn.Process(target=_fill_until_full, args=(path, told))
    child.start()
    told.close()
    child.join(timeout=60)
    assert child.exitcode == 0
    assert answers.recv() in ("DiskFull", "DiskFailed")
    with Database.open(path, create=False) as database:
        assert _keys(database) == ["there is room again"]
        assert database.check() == []


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc")
def test_a_folder_that_takes_no_files_is_an_expected_failure() -> None:
    # /proc refuses new files even to root.
    with pytest.raises((NotWritable, DiskFailed, FolderMissing)):
        Database.open(Path("/proc/self/data.db"), create=True)


def test_a_share_is_refused_before_anything_is_made(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "is_on_network", lambda _: True)
    with pytest.raises(NetworkDisk):
        Database.open(path, create=True)
    assert not path.exists()


def test_a_local_folder_is_no_share(tmp_path: Path) -> None:
    assert not is_on_network(tmp_path / "data.db")


MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//server/humas /mnt/kantor\\040besar cifs rw 0 0
/dev/sdb1 /mnt/kantor\\040besar/usb vfat rw 0 0
server:/x /srv nfs4 rw 0 0
/dev/sdc1 /srv ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("path_text", "expected"),
    [
        ("/home/ani/data.db", "ext4"),
        ("/mnt/kantor besar/data.db", "cifs"),
        ("/mnt/kantor besar/usb/data.db", "vfat"),
        ("/mnt/kantor besarnya/data.db", "ext4"),
        ("/srv/data.db", "ext4"),
    ],
)
def test_the_innermost_and_latest_mount_decides(path_text: str, expected: str) -> None:
    assert mount_around(Path(path_text), MOUNTS).kind == expected


@pytest.mark.parametrize(
    ("path_text", "expected"),
    [
        (r"\\server\humas\data.db", True),
        (r"\\?\UNC\server\humas\data.db", True),
        (r"C:\Users\ani\data.db", False),
        (r"\\?\C:\Users\ani\data.db", False),
    ],
)
def test_a_unc_path_is_a_share(path_text: str, expected: bool) -> None:
    assert is_unc(PureWindowsPath(path_text)) is expected
