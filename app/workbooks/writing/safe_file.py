"""Puts a finished file in the place of another one: whole, or not at all (reliability.md, section 3).

The new content is written beside the target and swapped in. There is no way that writes into the
target itself: that is where others lost data.
"""

import errno
import os
import secrets
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.domain.errors import (
    DiskFailed,
    DiskFull,
    FileError,
    FileInUse,
    FolderMissing,
    NotAFile,
    NotWritable,
)
from app.domain.writing_errors import FileReadOnly

_TRIES = 8
_FIRST_WAIT = 0.05
"""Seconds; doubled each time. Virus scanners and indexers hold a new file for a moment."""

_HELD_OPEN = (5, 32, 33)
"""Windows: access denied, sharing violation, lock violation."""

_MEANINGS: dict[int, type[FileError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.ENOENT: FolderMissing,
    errno.ENOTDIR: FolderMissing,
    errno.EISDIR: NotAFile,
    errno.EACCES: NotWritable,
    errno.EPERM: NotWritable,
    errno.EROFS: NotWritable,
    errno.EINVAL: NotWritable,
    errno.ENAMETOOLONG: NotWritable,
}


def _wait(seconds: float) -> None:
    threading.Event().wait(seconds)


@contextmanager
def replacing(
    target: Path,
    *,
    swap: Callable[[Path, Path], None] = os.replace,
    wait: Callable[[float], None] = _wait,
) -> Iterator[Path]:
    """Gives the path of an empty file beside `target`; it becomes `target` when the block ends well.

    Whatever happens, nothing is left behind beside the target. `swap` and `wait` (seconds) are
    there to be replaced where a test plays the part of a busy disk.

    Raises:
        FileError: the target cannot be written, or the disk failed; also for what the block itself
            meets as an `OSError`. What stood there before is untouched.
    """
    place = Path(os.path.realpath(target))
    _refuse_early(target, place)
    temporary = place.with_name(f"~gaung-{os.getpid()}-{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("xb"):
            pass
        yield temporary
        _finish(temporary, place)
        _swap_in(temporary, place, target, swap, wait)
        sync_folder(place.parent)
    except OSError as error:
        raise meaning_of(error, target) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def meaning_of(error: OSError, target: Path) -> FileError:
    """What the operating system's answer means for a person who wants to write `target`."""
    if getattr(error, "winerror", None) in _HELD_OPEN and target.exists():
        return FileInUse(target)
    if error.errno == errno.ENOENT and target.parent.is_dir():
        # So Python says that no folder for temporary files has any room left.
        return DiskFull(target)
    return _MEANINGS.get(error.errno or 0, DiskFailed)(target)


def _refuse_early(target: Path, place: Path) -> None:
    """What can be known before any work is done for nothing."""
    if place.is_dir():
        raise NotAFile(target)
    if not place.parent.is_dir():
        raise FolderMissing(target)
    # A replacement needs no right to the old file, and an administrator has every right: the mark
    # "read only" is respected all the same.
    if os.name == "posix" and not _any_may_write(place.parent):
        raise NotWritable(target)
    if place.exists():
        if not place.is_file():
            raise NotAFile(target)
        if not _any_may_write(place):
            raise FileReadOnly(target)
        if _is_marked_open(place):
            raise FileInUse(target)


def _any_may_write(path: Path) -> bool:
    return bool(path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))


def _is_marked_open(place: Path) -> bool:
    """Excel and LibreOffice lay a small file beside a workbook that they have open.

    On Windows the swap itself is refused as well; elsewhere this mark is the only sign.
    """
    marks = (f"~${place.name}", f".~lock.{place.name}#")
    return any(place.with_name(mark).exists() for mark in marks)


def _finish(temporary: Path, place: Path) -> None:
    """Everything is on the disk, with the rights of the file that it follows."""
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())
    if place.exists():
        # FAT keeps no rights; what mounts it may refuse in any way.
        with suppress(OSError):
            temporary.chmod(stat.S_IMODE(place.stat().st_mode))


def _swap_in(
    temporary: Path,
    place: Path,
    target: Path,
    swap: Callable[[Path, Path], None],
    wait: Callable[[float], None],
) -> None:
    seconds = _FIRST_WAIT
    for _ in range(_TRIES - 1):
        try:
            return swap(temporary, place)
        except PermissionError:
            wait(seconds)
            seconds *= 2
    return swap(temporary, place)


def sync_folder(folder: Path) -> None:
    """The new name is on the disk too; Windows has no such call."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some file systems (network, FUSE) know no sync of a folder; the file itself is safe.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):
            raise
    finally:
        os.close(handle)
