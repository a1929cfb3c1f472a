"""Turns what SQLite and the operating system report into failures that a person can act on."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from app.domain.errors import (
    AppError,
    DatabaseDamaged,
    DatabaseInUse,
    DiskFailed,
    DiskFull,
    FileUnreadable,
    FolderMissing,
    NotAFile,
    NotWritable,
)
from app.domain.office_errors import HalfWritten

OF_THE_DRIVER = (DBAPIError, sqlite3.Error)
"""What SQLite reports: through SQLAlchemy, or bare where the driver is asked directly."""

_DAMAGE_IN_PYTHON = (UnicodeDecodeError, OverflowError, ValueError)
"""What the driver raises on damaged content besides its own errors (reliability decision 8)."""

_NO_ROOM_BELOW = 256 * 1024
"""Bytes free; SQLite reports some writes on a full disk as input/output errors."""


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raises AppErrors for failures of the database at `path`; bugs pass as they are."""
    try:
        yield
    except OF_THE_DRIVER as error:
        known = meaning_of_driver(path, error)
        if known is None:
            raise
        raise known from error


def meaning_of_driver(path: Path, error: BaseException) -> AppError | None:
    """What a failure of SQLite says about the database at `path`; None where it is a bug."""
    return _of_sqlite(path, error.orig if isinstance(error, DBAPIError) else error)


@contextmanager
def translated_while_opening(path: Path) -> Iterator[None]:
    """As `translated`; but here whatever cannot be read is damage, not a bug."""
    try:
        with translated(path):
            yield
    except (*OF_THE_DRIVER, *_DAMAGE_IN_PYTHON) as error:
        raise DatabaseDamaged(path) from error
    except OSError as error:
        raise _of_system(path, error) from error


def _of_sqlite(path: Path, error: BaseException | None) -> AppError | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        undecodable = isinstance(error, sqlite3.Error) and "decode to UTF-8" in str(error)
        return DatabaseDamaged(path) if undecodable else None
    if code in (sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_RECOVERY):
        return HalfWritten(path)
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED | sqlite3.SQLITE_PROTOCOL:
            return DatabaseInUse(path)
        case sqlite3.SQLITE_FULL:
            return DiskFull(path)
        case sqlite3.SQLITE_IOERR:
            return DiskFull(path) if _has_no_room(path) else DiskFailed(path)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return NotWritable(path)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return DatabaseDamaged(path)
        case sqlite3.SQLITE_CANTOPEN:
            return _of_no_opening(path)
    return None


def _of_no_opening(path: Path) -> AppError:
    if not path.parent.is_dir():
        return FolderMissing(path)
    if path.is_dir():
        return NotAFile(path)
    if _has_no_room(path):
        return DiskFull(path)
    writable = os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))
    return DiskFailed(path) if writable else NotWritable(path)


def _of_system(path: Path, error: OSError) -> AppError:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return DiskFull(path)
        case errno.EROFS:
            return NotWritable(path)
        case errno.EACCES | errno.EPERM:
            return FileUnreadable(path) if path.exists() else NotWritable(path)
        case errno.ENOENT | errno.ENOTDIR:
            return FolderMissing(path)
        case errno.EISDIR:
            return NotAFile(path)
    return DiskFailed(path)


def _has_no_room(path: Path) -> bool:
    try:
        disk = shutil.disk_usage(path.parent)
    except OSError:
        return False
    return disk.total > 0 and disk.free < _NO_ROOM_BELOW
