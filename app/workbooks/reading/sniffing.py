"""What a file is, by its content; its name is believed for lock files only."""

import re
from pathlib import Path

from app.domain.errors import ContentKind, FileEmpty, NotAWorkbook, WorkbookDamaged
from app.workbooks.reading import compound
from app.workbooks.reading.plain_text import delimiter_of, looks_like_text, sample_of

_FIRST_BYTES = (
    (b"%PDF-", ContentKind.PDF),
    (b"\x89PNG\r\n", ContentKind.PICTURE),
    (b"\xff\xd8\xff", ContentKind.PICTURE),
    (b"GIF8", ContentKind.PICTURE),
    (b"II*\0", ContentKind.PICTURE),
    (b"MM\0*", ContentKind.PICTURE),
    (b"Rar!", ContentKind.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", ContentKind.ARCHIVE),
    (b"\x1f\x8b", ContentKind.ARCHIVE),
    (b"BZh", ContentKind.ARCHIVE),
    (b"\xfd7zXZ\0", ContentKind.ARCHIVE),
    (b"SQLite format 3\0", ContentKind.DATABASE),
    (b"\0\1\0\0Standard Jet DB", ContentKind.DATABASE),
    (b"\0\1\0\0Standard ACE DB", ContentKind.DATABASE),
    (b"\x7fELF", ContentKind.PROGRAM),
    (b"{\\rtf", ContentKind.WORD),
    (b"\x09\x00\x04\x00", ContentKind.OLD_EXCEL),
    (b"\x09\x00\x06\x00", ContentKind.OLD_EXCEL),
    (b"\x09\x02\x06\x00", ContentKind.OLD_EXCEL),
    (b"\x09\x04\x06\x00", ContentKind.OLD_EXCEL),
    (b"\x09\x08\x08\x00", ContentKind.OLD_EXCEL),
    (b"\x09\x08\x10\x00", ContentKind.OLD_EXCEL),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_LOCK_SIZE = 165
_XML_SPREADSHEET = ("urn:schemas-microsoft-com:office:spreadsheet", 'progid="excel.sheet"')
_HTML = re.compile(r"<(?:!doctype html|html|table|meta|head|body|style|tr|t[dh])\b", re.IGNORECASE)


def kind_of(path: Path, content: bytes) -> str:
    """Returns "zip", "xls", "xml" (SpreadsheetML 2003), "csv", "html", or "locked".

    Raises:
        NotAWorkbook: It is something else; FileEmpty: it still lies in the cloud.
        WorkbookDamaged: The shell of an old Office file without readable inside.
    """
    if content.startswith(_ZIP):
        return "zip"
    if content.startswith(compound.SIGNATURE):
        return _compound_kind(path, content)
    if content.startswith(b"bplist00") and path.name.endswith(".icloud"):
        # What iCloud leaves in place of a file that is not on this computer yet.
        raise FileEmpty(path)
    other = _other_kind(path, content)
    if other:
        raise NotAWorkbook(path, other)
    return _text_kind(path, content)


def is_lock_file(name: str, size: int) -> bool:
    """Whether it is the little file that Excel or LibreOffice lays beside an open one."""
    return (name.startswith("~$") and size <= 1024) or name.startswith(".~lock.")


def _compound_kind(path: Path, content: bytes) -> str:
    streams = {name.casefold() for name in compound.root_streams(content)}
    if "encryptedpackage" in streams:
        return "locked"
    if streams & {"workbook", "book"}:
        return "xls"
    if "worddocument" in streams:
        raise NotAWorkbook(path, ContentKind.WORD)
    if "powerpoint document" in streams:
        raise NotAWorkbook(path, ContentKind.POWERPOINT)
    if not streams:
        raise WorkbookDamaged(path)
    raise NotAWorkbook(path, ContentKind.OTHER)


def _other_kind(path: Path, content: bytes) -> ContentKind | None:
    for first, kind in _FIRST_BYTES:
        if content.startswith(first):
            return kind
    if len(content) == _LOCK_SIZE and 0 < content[0] <= 54 and content[0] == content[55]:
        return ContentKind.LOCK_FILE
    if b"%PDF-" in content[:1024]:
        return ContentKind.PDF
    if content.startswith(b"MZ") and b"\0" in content[:64]:
        return ContentKind.PROGRAM
    if content.startswith(b"BM") and content[6:10] == b"\0\0\0\0":
        return ContentKind.PICTURE
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return ContentKind.PICTURE
    if content[4:12] in (b"ftypheic", b"ftypmif1", b"ftypavif"):
        return ContentKind.PICTURE
    return ContentKind.LOCK_FILE if is_lock_file(path.name, len(content)) else None


def _text_kind(path: Path, content: bytes) -> str:
    sample = sample_of(content).lstrip("\ufeff")
    if not looks_like_text(sample):
        raise NotAWorkbook(path, ContentKind.OTHER)
    start = sample[:4096].lstrip().lower()
    if start.startswith("<?xml") and any(mark in start for mark in _XML_SPREADSHEET):
        return "xml"
    if _HTML.search(sample) and (start.startswith("<") or "<table" in sample.lower()):
        return "html"
    if start.startswith("<") or delimiter_of(sample) is None:
        raise NotAWorkbook(path, ContentKind.OTHER)
    return "csv"
