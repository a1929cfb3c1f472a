"""Takes the lock off a private copy, in a bounded child like all other reading."""

from collections.abc import Callable, Iterator
from pathlib import Path

from app.domain.errors import WorkbookProtected, WrongPassword
from app.workbooks.reading.process import ReadingProcess

_READ_ONLY_DEFAULT = "VelvetSweatshop"
"""With it Excel locks what may be read by all but changed by few ([MS-OFFCRYPTO] 2.3.7.1)."""

_WEIGHT = 8
"""How much heavier a locked byte is than one of unpacked XML: each is held several times."""


def unlocked(path: Path, content: bytes, password: str | None, step: Callable[[], None]) -> bytes:
    """The workbook without its lock; the one on the disk keeps it.

    Args:
        path: For the errors only.
        content: The private copy.
        password: As a person told it; Excel's own one for reading is tried first.
        step: Called while waiting; may raise Cancelled.

    Raises:
        WorkbookProtected: No password was told; WrongPassword: it is not this one.
        LockUnknown: No password would help.
    """
    process = ReadingProcess(path, "locked", content, _WEIGHT * len(content), step)
    try:
        process.sheets()
        for attempt in _attempts(password):
            try:
                pieces = [piece for _, piece in process.ask("unlock", 0, attempt.encode())]
            except WrongPassword:
                continue
            return b"".join(pieces)
    finally:
        process.close()
    if password is None:
        raise WorkbookProtected(path)
    raise WrongPassword(path)


def _attempts(password: str | None) -> Iterator[str]:
    yield _READ_ONLY_DEFAULT
    # No program locks with an empty one.
    if password:
        yield password
