"""Begins an office anew, knowingly: what is left of the one before is kept, none of it is used."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from app.services.audit import KeepAudit
from app.services.backups.aside import put_aside
from app.services.evidence.folder import PictureFolder
from app.storage.database import Database
from app.storage.process_lock import ProcessLock, lock_file
from app.workbooks.writing.safe_file import meaning_of


def begin_anew(database: Path, now: Callable[[], datetime]) -> None:
    """Makes an empty office at `database`; backups stay, a broken file goes aside.

    Raises:
        OfficeHeld: somebody works on it.
        FileError: what is left cannot be kept, or no new one be made.
    """
    with ProcessLock.take(database):
        if database.exists():
            put_aside(database, PictureFolder(database).files(), now)
            try:
                database.unlink()
            except OSError as error:
                raise meaning_of(error, database) from error
        Database.open(database, create=True).close()
    KeepAudit(database, now).note_another_database("begin_anew")


def was_lost(database: Path) -> bool:
    """Whether an office stood here once: the mark of whoever worked on it is left, but it is not."""
    return not database.exists() and lock_file(database).exists()
