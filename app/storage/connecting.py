"""The recipe of every connection: reference/reliability.md section 2."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

from app.storage.bare import APPLICATION_ID, apply, connected, log_of, only_looking
from app.storage.portable import is_portable

_LOCAL = ("WAL", "PRAGMA synchronous=FULL")
_PORTABLE = (
    # Between two transactions one file is the whole office: whoever pulls the stick out, or copies
    # that file by hand, leaves nothing behind in a log.
    "TRUNCATE",
    "PRAGMA synchronous=EXTRA",
    # Without a log a transaction that outgrows the cache would lock readers out until its end.
    "PRAGMA cache_spill=OFF",
    # Readers and the writer wait for each other here, and a stick is slow.
    "PRAGMA busy_timeout=30000",
)
"""The journal, and what it asks besides."""

_WRITER = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA journal_size_limit=67108864",
    # With the 2 MB of SQLite's default an import of 100,000 rows spills its pages twice.
    "PRAGMA cache_size=-65536",
)
_READER = (
    "PRAGMA query_only=ON",
    # Only the writer may checkpoint (reliability decision 2).
    "PRAGMA wal_autocheckpoint=0",
)


def writer_engine(path: Path) -> Engine:
    """One connection for the process; every transaction begins as a writing one."""

    def connect() -> sqlite3.Connection:
        return _connect_writer(path)

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def reader_engine(path: Path) -> Engine:
    """Query-only connections, each used by one thread at a time."""
    return _readers(path, lambda: "mode=rw")


def looking_engine(path: Path) -> Engine:
    """Connections that write nothing in the folder of the file, not even a log or a lock."""
    return _readers(path, lambda: only_looking(path))


def _readers(path: Path, how: Callable[[], str]) -> Engine:
    patience = _PORTABLE[-1:] if is_portable(path) else ()

    def connect() -> sqlite3.Connection:
        return connected(path, how(), (*_READER, *patience))

    engine = create_engine(
        "sqlite://", creator=connect, poolclass=QueuePool, pool_size=4, max_overflow=12
    )
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def log_kept(path: Path) -> Iterator[None]:
    """As long as this lasts, closing other connections leaves the log of a file as it is.

    The last one to close moves the log into its file and removes it: where the file turns out to be
    broken, that would change what is to be kept. One that only looks cannot.
    """
    if not log_of(path).exists():
        yield
        return
    with closing(connected(path, "mode=ro", ())) as looking:
        with suppress(sqlite3.Error):
            looking.execute("SELECT count(*) FROM sqlite_master").fetchone()
        yield


def roll_back_unfinished(path: Path) -> None:
    """Takes back what a writer left half done when its stick was pulled out or its power went.

    Before anything is read, and before the journal is changed to another kind: SQLite does it by
    itself at the first look of somebody who may write. Without such a leftover nothing is opened.
    """
    journal = path.with_name(f"{path.name}-journal")
    with suppress(FileNotFoundError):
        if journal.stat().st_size:
            with closing(connected(path, "mode=rw", ())) as healing:
                healing.execute("SELECT count(*) FROM sqlite_master").fetchone()


def new_file(path: Path, fill: Callable[[Connection], None]) -> None:
    """Makes a complete database at `path`, or nothing.

    It is built beside its place and moved there, so a file at `path` is never half made.

    Args:
        path: where nothing stands yet.
        fill: makes the tables, in one transaction.
    """
    beside = path.with_name(f"{path.name}.new-{os.getpid()}")
    try:
        _build(beside, fill)
        _put_leftover_log_aside(path)
        if not path.exists():
            beside.rename(path)
            _sync_folder(path.parent)
    finally:
        beside.unlink(missing_ok=True)


def _build(path: Path, fill: Callable[[Connection], None]) -> None:
    def connect() -> sqlite3.Connection:
        return connected(
            path,
            "mode=rwc",
            (
                "PRAGMA page_size=4096",
                "PRAGMA auto_vacuum=INCREMENTAL",
                "PRAGMA synchronous=FULL",
                f"PRAGMA application_id={APPLICATION_ID}",
            ),
        )

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)
    event.listen(engine, "begin", _begin_immediate)
    try:
        with engine.begin() as tx:
            fill(tx)
    finally:
        engine.dispose()


def _put_leftover_log_aside(path: Path) -> None:
    """A log without its database would be replayed into the new one."""
    log = log_of(path)
    if log.exists():
        log.replace(log.with_name(f"{log.name}.orphan"))
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _connect_writer(path: Path) -> sqlite3.Connection:
    connection = connected(path, "mode=rw", ())
    try:
        journal, *asked = _PORTABLE if is_portable(path) else _LOCAL
        # SQLite refuses silently, by answering with the mode that stays.
        (mode,) = connection.execute(f"PRAGMA journal_mode={journal}").fetchone()
        if mode != journal.lower():
            raise OSError(f"no such journal is possible here: {mode}")
        apply(connection, (*asked, *_WRITER))
    except BaseException:
        connection.close()
        raise
    return connection


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")
