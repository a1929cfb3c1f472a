"""A locked workbook inside the reading child: no sheets, only what a password brings out of it."""

import struct
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from msoffcrypto import OfficeFile
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError

from app.workbooks.reading.doors import MergeCorners, Refusal
from app.workbooks.reading.marks import Marks

_UNKNOWN = (
    DecryptionError,
    FileFormatError,
    OSError,
    LookupError,
    ValueError,
    AssertionError,
    struct.error,
)
"""Keys for certificates only, ciphers of other programs, streams that are not there."""


class LockedDoor:
    """Every version of Office's own encryption: Agile, Standard, RC4 and the old XOR."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def sheets(self) -> list[tuple[int, str, bool]]:
        """Nothing is seen from outside."""
        return []

    def rows(self, index: int) -> Iterator[list[Any]]:
        """Nothing is seen from outside."""
        raise Refusal("protected")

    def merges(self, index: int) -> list[MergeCorners]:
        """Nothing is seen from outside."""
        raise Refusal("protected")

    def marks(self, index: int) -> Marks:
        """Nothing but cells."""
        del index
        return Marks()

    def unlock(self, password: str) -> bytes:
        """The workbook without its lock.

        Raises:
            Refusal: "wrong_password", or "lock_unknown" where no password would help.
        """
        try:
            return _unlocked(self._content, password)
        except InvalidKeyError as error:
            raise Refusal("wrong_password") from error
        except _UNKNOWN as error:
            raise Refusal("lock_unknown", type(error).__name__) from error


def _unlocked(content: bytes, password: str) -> bytes:
    book = OfficeFile(BytesIO(content))
    if book.format == "ooxml":
        # Without this check a wrong password gives noise; xls checks by itself.
        book.load_key(password=password, verify_password=True)
    else:
        book.load_key(password=password)
    found = BytesIO()
    book.decrypt(found)
    return found.getvalue()
