"""Copies of the whole database while it is in use, proven sound, and what becomes of them."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from app.domain.errors import DatabaseDamaged, DatabaseInUse, DiskFailed, NotOurDatabase
from app.storage.bare import APPLICATION_ID, connected, peek
from app.storage.faults import OF_THE_DRIVER, translated, translated_while_opening
from app.storage.revisions import refuse_foreign_file

_AS_ONE_FILE = ("PRAGMA journal_mode=MEMORY", "PRAGMA synchronous=OFF")
"""A copy that is not finished is thrown away: it is synced once, when it is."""
_NUMBER = "SELECT number FROM commits"


def copy_database(source: Path, target: Path, *, thorough: bool) -> None:
    """Writes one closed, synced file with everything that was committed, and checks it.

    The writer of the source is not held up. `thorough` asks also whether every index agrees with
    its table (five times slower).

    Raises:
        DatabaseDamaged: the source is, so that its copy is; or it cannot be read.
        FileError: the copy could not be written; it may be half there.
    """
    refuse_foreign_file(source)

    def copied(original: sqlite3.Connection) -> None:
        original.execute("SELECT count(*) FROM sqlite_master").close()
        with _about(target, source), closing(connected(target, "mode=rwc", _AS_ONE_FILE)) as copy:
            original.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE").close()
            _refuse_damage(copy, source, thorough=thorough)

    with translated_while_opening(source):
        peek(source, copied)
    with translated_while_opening(target), target.open("rb+") as file:
        os.fsync(file.fileno())


def check_file(path: Path) -> None:
    """Checks a database wholly from outside, changing nothing in or beside it.

    Raises:
        NotOurDatabase: it is another program's.
        DatabaseDamaged: it is broken.
    """
    with translated_while_opening(path):
        refuse_foreign_file(path)
        peek(path, lambda copy: _refuse_damage(copy, path, thorough=True))


def number_of(path: Path) -> int:
    """How many transactions were ever committed in the database at `path`, asked from outside."""
    with translated_while_opening(path):
        return peek(path, lambda asked: int(asked.execute(_NUMBER).fetchone()[0]))


def adopt(copy: Path, number: int, settings: Mapping[str, str]) -> None:
    """Makes a copy fit to follow another database: its number, and settings of this computer."""
    with translated_while_opening(copy), closing(connected(copy, "mode=rw", ())) as own:
        own.execute("PRAGMA synchronous=FULL").close()
        own.execute("BEGIN IMMEDIATE").close()
        own.execute("UPDATE commits SET number = ?", (number,)).close()
        for key, value in settings.items():
            pair = "INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)"
            own.execute(pair, (key, value)).close()
        own.execute("COMMIT").close()


def let_go_of_log(path: Path) -> None:
    """Moves everything into the one file and removes its log, which proves that nobody has it open.

    Raises:
        DatabaseInUse: somebody has.
        DatabaseDamaged: it cannot be read.
    """
    with translated_while_opening(path), closing(connected(path, "mode=rw", ())) as alone:
        alone.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
        (mode,) = alone.execute("PRAGMA journal_mode=DELETE").fetchone()
    if mode != "delete":
        raise DatabaseInUse(path)


def remove_copy(path: Path) -> None:
    """A copy that was needed for a moment goes, with whatever SQLite laid beside it.

    A disk that refuses everything leaves a log there, with rows of people in it.
    """
    for one in (*log_files(path), path):
        with suppress(OSError):
            one.unlink(missing_ok=True)


def log_files(path: Path) -> list[Path]:
    """The files beside a database that belong to it, as far as they stand there."""
    names = (f"{path.name}{ending}" for ending in ("-wal", "-shm", "-journal"))
    return [one for name in names if (one := path.with_name(name)).exists()]


@contextmanager
def _about(target: Path, source: Path) -> Iterator[None]:
    """What goes wrong with the disk is about the copy, what is broken is the source."""
    try:
        with translated(target):
            yield
    except (DatabaseDamaged, NotOurDatabase) as error:
        raise DatabaseDamaged(source) from error
    except OF_THE_DRIVER as error:
        raise DiskFailed(target) from error


def _refuse_damage(copy: sqlite3.Connection, path: Path, *, thorough: bool) -> None:
    (identity,) = copy.execute("PRAGMA application_id").fetchone()
    if identity != APPLICATION_ID:
        raise NotOurDatabase(path)
    check = "PRAGMA integrity_check(1)" if thorough else "PRAGMA quick_check(1)"
    if copy.execute(check).fetchone() != ("ok",):
        raise DatabaseDamaged(path)
    with suppress(StopIteration):
        next(iter(copy.execute("PRAGMA foreign_key_check")))
        raise DatabaseDamaged(path)
