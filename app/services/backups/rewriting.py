"""Writes a finished backup anew after something in it was changed; it keeps its place and name."""

import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from app.services.backups.archive import opened, seal_of
from app.services.backups.shelf import Backup, Shelf
from app.storage.copying import let_go_of_log, log_files
from app.storage.holding import holding_of
from app.workbooks.writing.safe_file import meaning_of

T = TypeVar("T")


def looked_into(shelf: Shelf, backup: Backup, ask: Callable[[Path], T]) -> T:
    """Asks the database of a backup, taken out for a moment.

    Raises:
        FileError: the backup is damaged, or there is no room to take the database out.
    """
    try:
        with shelf.room_for_copy() as copy, opened(backup.path) as archive:
            archive.take_database(copy)
            return ask(copy)
    except OSError as error:
        raise meaning_of(error, shelf.path) from error


def rewrite(shelf: Shelf, backup: Backup, change: Callable[[Path], None]) -> Backup:
    """Takes the database out, lets it be changed, and puts it back beside-and-swap.

    Pictures that nothing in it needs any more are left out.

    Raises:
        FileError: it is damaged, or cannot be written: then it stands as it was.
    """
    try:
        with shelf.room_for_copy() as copy, _room_for_pictures(shelf) as folder:
            try:
                return _rewritten(shelf, backup, change, copy, Path(folder))
            finally:
                for log in log_files(copy):
                    with suppress(OSError):
                        log.unlink()
    except OSError as error:
        raise meaning_of(error, shelf.path) from error


def _rewritten(
    shelf: Shelf, backup: Backup, change: Callable[[Path], None], copy: Path, folder: Path
) -> Backup:
    inside: list[Path] = []
    with opened(backup.path) as archive:
        before = archive.contents
        archive.take_database(copy)
        change(copy)
        let_go_of_log(copy)
        holding = holding_of(copy)
        for name in holding.pictures:
            content = archive.picture(name)
            if content is not None:
                (folder / name).write_bytes(content)
                inside.append(folder / name)
    seal = seal_of(copy)
    contents = replace(
        before,
        holding=holding,
        database_size=seal.size,
        database_sha256=seal.sha256,
        missing=tuple(name for name in before.missing if name in holding.pictures),
    )
    return shelf.add(backup.path.name, contents, copy, inside)


def _room_for_pictures(shelf: Shelf) -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(dir=shelf.path, prefix="~gaung-")
