"""What a database must pass before anything is asked of it: its place, and its pages."""

from pathlib import Path

from sqlalchemy import Engine

from app.domain.errors import (
    AppError,
    DatabaseDamaged,
    DatabaseMissing,
    FolderMissing,
    NetworkDisk,
    NotAFile,
    UpgradeFailed,
)
from app.domain.office_errors import HalfWritten, RemovableDisk, UpgradeFirst
from app.storage import schema
from app.storage.check_ahead import QUICK_CHECK, Checked, not_checked
from app.storage.connecting import new_file
from app.storage.disks import is_on_network, is_removable
from app.storage.engine import journal_of
from app.storage.faults import translated
from app.storage.portable import is_portable
from app.storage.process_lock import held_by_another
from app.storage.revisions import make_tables, refuse_foreign_file, revision_of, upgrade

_CHECKED_AT_ONCE = -2_000
"""Kilobytes of pages, as SQLite writes them."""


def find_or_make(path: Path, *, create: bool) -> None:
    """Refuses a place where no database may be; makes an empty one where it is asked for.

    Raises:
        FileError: see `Database.open`.
    """
    if is_on_network(path):
        raise NetworkDisk(path)
    if path.is_dir():
        raise NotAFile(path)
    if is_removable(path) and not is_portable(path):
        raise RemovableDisk(path)
    if path.exists():
        return
    if not create:
        raise DatabaseMissing(path)
    if not path.parent.is_dir():
        raise FolderMissing(path)
    new_file(path, make_tables)


def refuse_looking(path: Path) -> None:
    """Refuses a file that cannot be shown as it is meant without writing beside it.

    Raises:
        FileError: see `Database.look`.
    """
    find_or_make(path, create=False)
    refuse_foreign_file(path)
    log = path.with_name(f"{path.name}-wal")
    if journal_of(path) == "WAL":
        if (held := held_by_another(path)) is not None:
            raise held
        if log.exists() and log.stat().st_size:
            raise HalfWritten(path)
    if revision_of(path) != schema.REVISIONS[-1]:
        raise UpgradeFirst(path)


def refuse_damage(
    engine: Engine, path: Path, *, thorough: bool, checked: Checked = not_checked
) -> None:
    """Asks SQLite's own check: at each start the quick one.

    Args:
        engine: connections to the file.
        path: the file, for the failure.
        thorough: asks also whether every index and every reference holds; after an unclean end.
        checked: whether the quick check has just found the file sound.

    Raises:
        DatabaseDamaged: something does not hold.
    """
    spared = not thorough and checked(path)
    check = "PRAGMA integrity_check(1)" if thorough else QUICK_CHECK
    with engine.connect() as tx:
        if spared:
            return
        cursor = tx.connection.cursor()
        (room,) = cursor.execute("PRAGMA cache_size").fetchone()
        # The check walks every page once: what it would keep of them (60 MB of 100,000 people) nobody
        # asks for again, and not keeping it is faster.
        cursor.execute(f"PRAGMA cache_size={_CHECKED_AT_ONCE}")
        found = cursor.execute(check).fetchone()
        orphans = cursor.execute("PRAGMA foreign_key_check").fetchone() if thorough else None
        cursor.execute(f"PRAGMA cache_size={room}").close()
    if found != ("ok",) or orphans is not None:
        raise DatabaseDamaged(path)


def upgrade_file(writer: Engine, path: Path) -> None:
    """Brings an older file to the schema of today.

    Raises:
        UpgradeFailed: a step or the checks after it failed; it stands as it was.
        FileError: the file or its disk refuses.
    """
    try:
        with translated(path):
            upgrade(writer)
    except (AppError, OSError):
        raise
    except Exception as error:  # a step is free to fail in any way
        raise UpgradeFailed(path) from error
