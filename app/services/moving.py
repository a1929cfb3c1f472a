"""Copies a whole office to another place, every file of it proven; the present one stays as it is."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import DiskFull, FileError
from app.services.backups.archive import seal_of
from app.services.backups.shelf import Backup, Shelf
from app.services.evidence.folder import PictureFolder
from app.services.job import Job
from app.storage.copying import check_file, copy_database, number_of
from app.storage.trail import trail_of
from app.workbooks.writing.safe_file import meaning_of, replacing

__all__ = ["Copied", "copy_office", "free_place", "shelf_of"]

_TRIES = 5


@dataclass(frozen=True, slots=True)
class Copied:
    """What stands at the new place. `left_out`: files that were damaged before, by name."""

    database: Path
    pictures: int
    backups: int
    left_out: tuple[str, ...]


def shelf_of(database: Path) -> Path:
    """The folder of the backups of an office."""
    return database.with_name(f"{database.stem}-cadangan")


def copy_office(
    database: Path,
    target: Path,
    job: Job,
    before_swap: Callable[[Path], None] = lambda copy: None,
) -> Copied:
    """Copies pictures, backups and, last of all, the database: half a copy is no office.

    Args:
        database: the office; it may be open, and is not changed.
        target: where its database is to stand; nothing stands there yet, or an older copy.
        job: hears of each file.
        before_swap: called with the finished copy of the database, before it stands at `target`.

    Raises:
        DatabaseDamaged: the office is broken.
        FileError: the new place takes no more; what was copied until then is no office.
        Cancelled: stopped in between.
    """
    left_out: list[str] = []
    pictures = PictureFolder(database).files()
    backups = Shelf(shelf_of(database)).backups()
    total = len(pictures) + len(backups) + 1
    for done, picture in enumerate(pictures):
        job.step(done, total)
        if not _copy_picture(picture, PictureFolder(target).path):
            left_out.append(picture.name)
    shelf = Shelf(shelf_of(target))
    for done, backup in enumerate(backups, len(pictures)):
        job.step(done, total)
        if not _copy_backup(backup, Shelf(shelf_of(database)), shelf):
            left_out.append(backup.path.name)
    job.step(total - 1, total)
    trail = trail_of(database)
    if trail.exists():
        with replacing(trail_of(target)) as place:
            place.write_bytes(trail.read_bytes())
    _copy_database(database, target, before_swap)
    kept = len(pictures) + len(backups) - len(left_out)
    whole = len(shelf.backups())
    return Copied(target, kept - whole, whole, tuple(left_out))


def _copy_picture(picture: Path, folder: Path) -> bool:
    """False where it is not what its name says any more."""
    try:
        content = picture.read_bytes()
    except OSError:
        return False
    if hashlib.sha256(content).hexdigest() != picture.stem:
        return False
    if _stands(folder / picture.name, content):
        return True
    _make(folder)
    with replacing(folder / picture.name) as place:
        place.write_bytes(content)
    return True


def _stands(place: Path, content: bytes) -> bool:
    """Whether an earlier copy of it is there and whole: a stick is slow, and writing wears it."""
    with suppress(OSError):
        return place.stat().st_size == len(content) and place.read_bytes() == content
    return False


def _copy_backup(backup: Backup, source: Shelf, target: Shelf) -> bool:
    """False where it is not whole."""
    if backup.contents is None or backup.seal is None:
        return False
    target.make()
    for name in backup.contents.holding.pictures:
        if not target.has_picture(name) and (content := source.picture(name)):
            target.add_picture(name, content)
    with suppress(OSError):
        # A purge writes a backup anew under the same name.
        if target.has(backup) and seal_of(target.path / backup.path.name) == backup.seal:
            return True
    try:
        target.take(backup)
    except DiskFull:
        raise
    except FileError:
        return False
    return True


def _copy_database(database: Path, target: Path, before_swap: Callable[[Path], None]) -> None:
    for _ in range(_TRIES):
        with replacing(target) as place:
            copy_database(database, place, thorough=True)
            before_swap(place)
        check_file(target)
        # Somebody may have written since: then the copy is made anew.
        if number_of(target) == number_of(database):
            return


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise meaning_of(error, folder) from error


def free_place(folder: Path, name: str) -> Path:
    """Where a database called `name` can stand without standing in anything's way."""
    for candidate in _candidates(folder, name):
        if not any(one.exists() for one in _around(candidate)):
            return candidate
    raise FileExistsError(folder)


def _candidates(folder: Path, name: str) -> Iterator[Path]:
    stem = Path(name).stem
    yield folder / f"{stem}.db"
    for number in range(2, 1000):
        yield folder / f"{stem}-{number}.db"


def _around(database: Path) -> Iterable[Path]:
    return (database, PictureFolder(database).path, shelf_of(database), trail_of(database))
