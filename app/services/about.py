"""Which versions are running, for whoever looks after the program."""

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from app.storage.engine import sqlite_version


@dataclass(frozen=True, slots=True)
class Versions:
    """`gaung` is empty where the program runs from a folder without being installed."""

    gaung: str
    sqlite: str


def running_versions() -> Versions:
    """Asked of what is loaded, not of what should be."""
    try:
        gaung = version("gaung")
    except PackageNotFoundError:
        gaung = ""
    return Versions(gaung, sqlite_version())
