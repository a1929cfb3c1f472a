"""Names of files that every system accepts."""

import re
from enum import StrEnum

SUFFIX = ".xlsx"


class FileForm(StrEnum):
    """What a report is written as; the value is the suffix."""

    WORKBOOK = SUFFIX
    PDF = ".pdf"


_LONGEST = 120
"""Letters before the suffix; folders of offices are deep, and Windows counts the whole path."""

_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]+')
_OTHER_SUFFIX = re.compile(r"\.(?:xlsx|xlsm|xlsb|xls|ods|csv|pdf)$", re.IGNORECASE)
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices."""


def file_name(text: str, mark: str = "", suffix: str = SUFFIX) -> str:
    """`text` as a file name; it ends with the `mark` in brackets where there is one.

    Empty where nothing of the text can stand in a name.
    """
    stem = _stem(text, mark)
    return f"{stem}{_tail(mark)}{suffix}" if stem else ""


def copy_name(name: str, number: int, mark: str = "", suffix: str = SUFFIX) -> str:
    """The `number`th file of that name: "Daftar (2).xlsx"."""
    return f"{_stem(name, mark)} ({number}){_tail(mark)}{suffix}"


def _stem(text: str, mark: str) -> str:
    stem = _OTHER_SUFFIX.sub("", text.strip())
    stem = " ".join(_UNFIT.sub(" ", stem).split())
    # Windows drops dots and blanks at the end: the file would not be found under its own name.
    stem = stem.removesuffix(_tail(mark).strip()) if mark else stem
    stem = stem[:_LONGEST].rstrip(" .")
    return f"{stem}_" if _DEVICE.fullmatch(stem) else stem


def _tail(mark: str) -> str:
    return f" ({mark})" if mark else ""
