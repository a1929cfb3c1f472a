"""Copies the whole office into one folder of a stick, every file of it proven."""

import os
import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.domain.errors import AppError, DiskFull, FolderMissing, NetworkDisk, NotOurDatabase
from app.domain.office_errors import NotPortable, PortableChanged
from app.domain.portable import Mark
from app.services.backups.shelf import Shelf
from app.services.evidence.folder import PictureFolder
from app.services.job import Job
from app.services.moving import copy_office, shelf_of
from app.services.portable.looking import DATABASE, FOLDER, portable_in
from app.services.portable.record import Record, read_record, write_record
from app.storage.connecting import roll_back_unfinished
from app.storage.copying import number_of
from app.storage.disks import is_on_network
from app.storage.faults import translated_while_opening
from app.storage.portable import mark_of, mark_text
from app.storage.process_lock import Holder, ProcessLock, held_by_another
from app.storage.trail import trail_of
from app.workbooks.writing.safe_file import meaning_of, replacing, sync_folder

_BUILDING = "~gaung-portabel-"
REPORTS = "Laporan"
_SPARE = 1 << 20
"""Bytes: the mark, the words for whoever finds the stick, folders."""


@dataclass(frozen=True, slots=True)
class Made:
    """The portable office as it was written. `left_out`: files that were damaged before, by name."""

    database: Path
    pictures: int
    backups: int
    size: int
    left_out: tuple[str, ...]


def room_needed(database: Path) -> int:
    """Bytes of everything that is copied."""
    beside = [*PictureFolder(database).path.rglob("*"), *shelf_of(database).rglob("*")]
    files = [database, trail_of(database), *beside]
    return sum(one.stat().st_size for one in files if one.is_file()) + _SPARE


def make_portable(
    database: Path,
    folder: Path,
    words: str,
    extras: Sequence[Path],
    now: Callable[[], datetime],
    job: Job,
) -> Made:
    """Makes the portable office of `database` in `folder`, or brings the one there up to date.

    One that stands there is written anew only where nobody worked on it since it was filled: two
    copies are never mixed, and none is lost.

    Args:
        database: the office; it may be open, and is not changed.
        folder: on the stick.
        words: for whoever finds the stick, in a text file beside the office.
        extras: further files of the office, copied as they are where they stand.
        now: the clock.
        job: hears of each file; stopped in between, nothing is left half made.

    Raises:
        PortableChanged: somebody worked on the one that stands there.
        OfficeHeld: somebody has it open.
        FileError: the office is broken, or the stick takes no more.
        Cancelled: stopped in between.
    """
    if is_on_network(folder):
        raise NetworkDisk(folder)
    if not folder.is_dir():
        raise FolderMissing(folder / FOLDER)
    filling = _Filling(database, words, extras, now, job)
    try:
        standing = portable_in(folder)
    except NotPortable:
        return _made_anew(filling, folder)
    return _brought_up_to_date(filling, standing)


@dataclass(frozen=True, slots=True)
class _Filling:
    database: Path
    words: str
    extras: Sequence[Path]
    now: Callable[[], datetime]
    job: Job

    def fill(self, target: Path, place: Path) -> Made:
        """`place` is where `target` will stand in the end."""
        for extra in self.extras:
            if extra.is_file():
                with replacing(target.with_name(extra.name)) as beside:
                    beside.write_bytes(extra.read_bytes())
        with replacing(target.with_name("BACA DULU.txt")) as beside:
            # What Windows of an office still in use opens without a question.
            beside.write_text(self.words, encoding="utf-8-sig", newline="\r\n")
        copied = copy_office(
            self.database, target, self.job, before_swap=lambda copy: self._mark(copy, place)
        )
        size = sum(one.stat().st_size for one in target.parent.rglob("*") if one.is_file())
        return Made(place / target.name, copied.pictures, copied.backups, size, copied.left_out)

    def _mark(self, copy: Path, place: Path) -> None:
        """Before the copy stands there: killed in between, nothing says that somebody worked there."""
        number, at = number_of(copy), self.now().replace(microsecond=0)
        here = Holder.here()
        with replacing(mark_of(copy.parent)) as beside:
            text = mark_text(Mark(at, here.computer, here.by, number))
            beside.write_text(text, encoding="utf-8")
        if copy.parent == place:
            self.note(place, number, at)

    def note(self, place: Path, number: int, at: datetime) -> None:
        """The office here remembers where its portable one lies."""
        write_record(self.database, Record(place, at, number, number))


def _made_anew(filling: _Filling, folder: Path) -> Made:
    target = folder / FOLDER
    if target.exists() or target.is_symlink():
        # Something of that name, and no portable office: nobody's to overwrite.
        raise NotOurDatabase(target)
    _refuse_too_little(room_needed(filling.database), folder)
    _clear_abandoned(folder)
    building = folder / f"{_BUILDING}{secrets.token_hex(4)}"
    try:
        building.mkdir()
        with ProcessLock.take(building / DATABASE):
            (building / REPORTS).mkdir()
            made = filling.fill(building / DATABASE, target)
        (building / f"{DATABASE}-lock").unlink(missing_ok=True)
        os.replace(building, target)
        sync_folder(folder)
    except OSError as error:
        raise meaning_of(error, building / DATABASE) from error
    finally:
        if building.exists():
            shutil.rmtree(building, ignore_errors=True)
    number = number_of(made.database)
    filling.note(target, number, filling.now().replace(microsecond=0))
    return made


def _brought_up_to_date(filling: _Filling, standing: Path) -> Made:
    place = standing.parent
    lock = ProcessLock.take(standing)
    try:
        with translated_while_opening(standing):
            roll_back_unfinished(standing)
        record = read_record(filling.database)
        if record is None or record.place != place or number_of(standing) > record.there:
            raise PortableChanged(place)
        _refuse_too_little(room_needed(filling.database) - _held(place), place)
        made = filling.fill(standing, place)
        _drop_the_rest(filling.database, standing)
    finally:
        # Its database is the one before or the one after, whatever happened.
        lock.release()
    return made


def _drop_the_rest(database: Path, standing: Path) -> None:
    """Backups and pictures that the office here has no more: a person who was erased, above all."""
    kept = {one.path.name for one in Shelf(shelf_of(database)).backups()}
    shelf = Shelf(shelf_of(standing))
    shelf.remove(one for one in shelf.backups() if one.path.name not in kept)
    pictures = {one.name for one in PictureFolder(database).files()}
    for picture in PictureFolder(standing).files():
        if picture.name not in pictures:
            picture.unlink(missing_ok=True)


def _held(place: Path) -> int:
    """What is replaced in place: pictures and backups that are the same stay as they are."""
    return sum(one.stat().st_size for one in place.rglob("*") if one.is_file())


def _refuse_too_little(needed: int, folder: Path) -> None:
    with _about(folder):
        room = shutil.disk_usage(folder)
        # Some sticks do not say how large they are.
        if room.total and room.free < needed:
            raise DiskFull(folder / FOLDER)


def _clear_abandoned(folder: Path) -> None:
    """What a killed program left half made; nobody took it for an office."""
    for left in folder.glob(f"{_BUILDING}*"):
        if held_by_another(left / DATABASE) is None:
            shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _about(folder: Path) -> Iterator[None]:
    try:
        yield
    except AppError:
        raise
    except OSError as error:
        raise meaning_of(error, folder / FOLDER) from error
