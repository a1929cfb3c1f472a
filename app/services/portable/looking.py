"""What stands on a stick, and which of two copies of one office has more work in it."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from app.domain.backup import Holding
from app.domain.errors import AppError
from app.domain.office_errors import NotPortable
from app.domain.portable import Mark
from app.services.portable.record import Record, read_record
from app.storage.copying import number_of
from app.storage.holding import holding_of, last_action_of
from app.storage.portable import mark_of, read_mark

FOLDER = "Gaung Portabel"
DATABASE = "data.db"


class Newer(StrEnum):
    """Where work was done since the two were the same."""

    NEITHER = "neither"
    HERE = "here"
    THERE = "there"
    BOTH = "both"
    UNKNOWN = "unknown"
    """The stick is not of this office, or was filled on another computer."""


@dataclass(frozen=True, slots=True)
class Portable:
    """A portable office as it stands now."""

    database: Path
    mark: Mark | None
    holding: Holding
    worked_at: datetime | None
    """When somebody last did something in it that can be undone."""


@dataclass(frozen=True, slots=True)
class Known:
    """The portable office that was made of this one; `there` is None while its stick is away."""

    record: Record
    newer: Newer
    there: Portable | None


def portable_in(folder: Path) -> Path:
    """The database of a portable office: in the folder itself, or in the one that Gaung makes there.

    Raises:
        NotPortable: neither is one.
    """
    for place in (folder, folder / FOLDER):
        if mark_of(place).is_file():
            found = sorted(place.glob("*.db"), key=lambda one: one.name != DATABASE)
            if found:
                return found[0]
    raise NotPortable(folder)


def stands_there(database: Path) -> bool:
    """Whether the folder of a portable office can be reached now."""
    try:
        return mark_of(database.parent).is_file() and database.is_file()
    except OSError:
        return False


def look_at(database: Path) -> Portable:
    """Counts what a portable office holds; writes nothing.

    Raises:
        HalfWritten: a writer was cut off there.
        FileError: it cannot be read.
    """
    mark = read_mark(database.parent)
    return Portable(database, mark, holding_of(database), last_action_of(database))


def newer_of(database: Path, record: Record | None, there: Portable) -> Newer:
    """Compares this office with a portable one."""
    if record is None or record.place != there.database.parent:
        return Newer.UNKNOWN
    changed_here = number_of(database) > record.here
    changed_there = there.holding.number > record.there
    if changed_here and changed_there:
        return Newer.BOTH
    if changed_here or changed_there:
        return Newer.HERE if changed_here else Newer.THERE
    return Newer.NEITHER


def known_portable(database: Path) -> Known | None:
    """What is known here of a portable office; None where none was made."""
    record = read_record(database)
    if record is None:
        return None
    with suppress(AppError, OSError):
        there = look_at(portable_in(record.place))
        return Known(record, newer_of(database, record, there), there)
    return Known(record, Newer.UNKNOWN, None)
