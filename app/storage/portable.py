"""The mark of a portable office: a folder on a stick that somebody chose knowingly."""

from pathlib import Path

_MARK = "gaung-portabel.json"


def mark_of(folder: Path) -> Path:
    """The file that makes a folder a portable office."""
    return folder / _MARK


def is_portable(database: Path) -> bool:
    """Whether a database lies in a portable office."""
    return mark_of(database.parent).is_file()
