"""Reads the office's logo from a file, and refuses what cannot be printed."""

from enum import Enum
from pathlib import Path

from app.domain.errors import FileMissing, FileUnreadable, NotAFile
from app.services.job import Job
from app.workbooks.writing.logo import reduced_logo

MOST_BYTES = 1_000_000
"""A logo is printed 22 mm high: a larger file is a photograph, or was never reduced."""

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"


class LogoFlaw(Enum):
    """Why a file is no logo."""

    TOO_LARGE = "too_large"
    NOT_A_PICTURE = "not_a_picture"
    """Neither PNG nor JPEG, or damaged."""


def read_logo(path: Path, job: Job) -> bytes | LogoFlaw:
    """The bytes of a PNG or JPEG that can be printed, or what is wrong with it.

    Raises:
        FileError: the file is not there, or may not be read.
    """
    job.step(0, 0)
    try:
        if path.is_dir():
            raise NotAFile(path)
        if path.stat().st_size > MOST_BYTES:
            return LogoFlaw.TOO_LARGE
        content = path.read_bytes()
    except FileNotFoundError:
        raise FileMissing(path) from None
    except OSError as error:
        raise FileUnreadable(path) from error
    if not content.startswith((_PNG, _JPEG)) or not reduced_logo(content):
        return LogoFlaw.NOT_A_PICTURE
    return content
