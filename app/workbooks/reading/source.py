"""The private copy: the file's bytes in memory, so that Excel and the reader never meet."""

import errno
import hashlib
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import (
    ContentKind,
    FileEmpty,
    FileInUse,
    FileMissing,
    FileUnreadable,
    NotAFile,
    NotAWorkbook,
    WorkbookTooLarge,
)
from app.workbooks.reading.sniffing import is_lock_file

LARGEST_FILE = 1 << 30
_PIECE = 1 << 20
_HELD_OPEN = (32, 33)
"""Windows: sharing violation, lock violation."""


@dataclass(frozen=True, slots=True)
class PrivateCopy:
    """What stood in the file at one moment. Nothing of it touches a disk again."""

    content: bytes
    sha256: str


def take_copy(path: Path, step: Callable[[], None]) -> PrivateCopy:
    """Reads the whole file, also while another program has it open for writing.

    Raises:
        FileMissing: or NotAFile, FileEmpty, FileInUse, FileUnreadable, NotAWorkbook (a lock
            file), WorkbookTooLarge.
    """
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise NotAFile(path)
        if is_lock_file(path.name, facts.st_size):
            # Excel keeps its own lock file closed to all others: it could not be looked into.
            raise NotAWorkbook(path, ContentKind.LOCK_FILE)
        return _read(path, step)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileMissing(path) from error
    except (OSError, ValueError) as error:
        if _is_held_open(error):
            raise FileInUse(path) from error
        raise FileUnreadable(path) from error
    except MemoryError as error:
        raise WorkbookTooLarge(path, "memory") from error


def copy_of_text(path: Path, text: str) -> PrivateCopy:
    """A pasted block as the bytes of a text file; its columns are parted by tabs if it has any.

    Raises:
        FileEmpty: nothing but blanks.
    """
    if not text.strip():
        raise FileEmpty(path)
    separator = "sep=\t\n" if "\t" in text else ""
    content = f"{separator}{text}".encode("utf-8-sig", errors="replace")
    return PrivateCopy(content, hashlib.sha256(text.encode(errors="replace")).hexdigest())


def _read(path: Path, step: Callable[[], None]) -> PrivateCopy:
    content = bytearray()
    digest = hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        while piece := file.read(_PIECE):
            content += piece
            digest.update(piece)
            if len(content) > LARGEST_FILE:
                raise WorkbookTooLarge(path, "bytes")
            step()
    if not content:
        raise FileEmpty(path)
    return PrivateCopy(bytes(content), digest.hexdigest())


def _is_held_open(error: Exception) -> bool:
    number = getattr(error, "winerror", None)
    return number in _HELD_OPEN or getattr(error, "errno", None) in (errno.EBUSY, errno.ETXTBSY)
