"""Keeps a broken database, with its log and its pictures, before another one takes its place."""

import os
import shutil
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from app.storage.copying import log_files
from app.workbooks.writing.safe_file import meaning_of, sync_folder


def put_aside(database: Path, pictures: Iterable[Path], now: Callable[[], datetime]) -> Path:
    """Gives the new folder `<database>-rusak/<moment>` with everything in it as it is.

    The database itself stays in its place too until another one is swapped in: killed in between,
    nobody ever finds nothing. Its log goes, since it must not be replayed into the other one.

    Raises:
        FileError: the folder cannot be made.
    """
    folder = _new_folder(database, now())
    try:
        for file in (database, *log_files(database)):
            _keep(file, folder / file.name)
        for picture in pictures:
            inside = folder / picture.parent.name
            inside.mkdir(exist_ok=True)
            _keep(picture, inside / picture.name)
        sync_folder(folder)
        for file in log_files(database):
            file.unlink()
    except OSError as error:
        raise meaning_of(error, folder) from error
    return folder


def _new_folder(database: Path, now: datetime) -> Path:
    around = database.with_name(f"{database.stem}-rusak")
    try:
        around.mkdir(exist_ok=True)
        for number in range(1, 1000):
            folder = around / (f"{now:%Y%m%d-%H%M%S}" + (f"-{number}" if number > 1 else ""))
            if not folder.exists():
                folder.mkdir()
                return folder
    except OSError as error:
        raise meaning_of(error, around) from error
    raise FileExistsError(around)


def _keep(file: Path, target: Path) -> None:
    """A second name for the same bytes where the disk can; else a copy."""
    try:
        os.link(file, target)
    except OSError:
        shutil.copyfile(file, target)
        with target.open("rb+") as copy:
            os.fsync(copy.fileno())
