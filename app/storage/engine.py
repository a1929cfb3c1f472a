"""The database engine itself."""

import sqlite3


def sqlite_version() -> str:
    """The version of the SQLite that Python was built with."""
    return sqlite3.sqlite_version
