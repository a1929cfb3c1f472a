"""Which versions are running, for whoever looks after the program."""

import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from app.storage.engine import journal_of, sqlite_version
from app.storage.schema import REVISIONS


@dataclass(frozen=True, slots=True)
class Versions:
    """`gaung` is empty where the program runs from a folder without being installed.

    `journal` is how SQLite keeps changes until they are whole; "" where nobody can tell.
    """

    gaung: str
    python: str
    sqlite: str
    schema: str
    journal: str


def running_versions(database: Path) -> Versions:
    """Asked of what is loaded and of what stands there, not of what should be."""
    try:
        gaung = version("gaung")
    except PackageNotFoundError:
        gaung = ""
    python = platform.python_version()
    return Versions(gaung, python, sqlite_version(), REVISIONS[-1], journal_of(database))
