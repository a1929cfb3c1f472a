"""Connections to a file without any engine over them: soon there, for questions from outside."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from app.storage.engine import journal_of

_Answer = TypeVar("_Answer")

APPLICATION_ID = 0x47415547
"""GAUG, in the header of each of our files."""

_BUSY_SECONDS = 5.0

_EVERY_CONNECTION = (
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA temp_store=MEMORY",
)


def connected(path: Path, how: str, pragmas: tuple[str, ...]) -> sqlite3.Connection:
    """A bare connection, for questions from outside an open office; `how` as SQLite's URIs say."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{how}",
        uri=True,
        timeout=_BUSY_SECONDS,
        isolation_level=None,  # transactions begin where we say so
        check_same_thread=False,  # the pools hand a connection to one thread at a time
    )
    try:
        apply(connection, _EVERY_CONNECTION)
        apply(connection, pragmas)
    except BaseException:
        connection.close()
        raise
    return connection


def apply(connection: sqlite3.Connection, pragmas: tuple[str, ...]) -> None:
    """Sets them one by one."""
    for pragma in pragmas:
        connection.execute(pragma).close()


def peek(path: Path, ask: Callable[[sqlite3.Connection], _Answer]) -> _Answer:
    """Asks a file that is perhaps not for us, without changing anything in or beside it.

    Raises:
        ValueError: it is empty; SQLite would remove the log beside it.
    """
    if path.exists() and path.stat().st_size == 0:
        raise ValueError("an empty file")
    with closing(connected(path, only_looking(path), ())) as connection:
        return ask(connection)


def only_looking(path: Path) -> str:
    """How to open a file without writing anything beside it, as SQLite's URIs say."""
    # Where changes are not in a log, a lock is what keeps a reader from half of one; and SQLite
    # then also refuses a file that waits to be rolled back, instead of showing it as it is.
    logged = journal_of(path) == "WAL"
    return "mode=ro&immutable=1" if logged and not log_of(path).exists() else "mode=ro"


def log_of(path: Path) -> Path:
    """Where the log of a file lies while it has one."""
    return path.with_name(f"{path.name}-wal")
