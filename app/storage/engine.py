"""The database engine itself, and how it keeps a file safe."""

import sqlite3
from pathlib import Path

_WAL = 2
_HEADER = 20


def sqlite_version() -> str:
    """The version of the SQLite that Python was built with."""
    return sqlite3.sqlite_version


def journal_of(path: Path) -> str:
    """How changes to the database at `path` are kept until they are whole; "" if nobody can tell.

    The file itself says whether it has a log; the other way is that of portable offices.
    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError:
        return ""
    if len(header) < _HEADER:
        return ""
    return "WAL" if header[18] == _WAL else "TRUNCATE"
