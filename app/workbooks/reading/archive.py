"""The zip around xlsx, xlsb and ods: which of them it is, and whether it may be unpacked at all."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from app.domain.errors import (
    ContentKind,
    LockUnknown,
    NotAWorkbook,
    WorkbookDamaged,
    WorkbookHostile,
    WorkbookTooLarge,
)

MOST_PARTS = 5_000
LARGEST_PART = 1 << 30
LARGEST_SUM = 2 << 30
HIGHEST_RATIO = 200
RATIO_MATTERS_FROM = 1 << 20

_PIECE = 1 << 18
_ENCRYPTED = 1
_PICTURES = (".emf", ".wmf", ".bmp", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif")
_BROKEN = (
    *(BadZipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError),
    *(ValueError, IndexError, KeyError, OverflowError, RuntimeError),
)
"""What the zip module says about bytes that nobody meant for it."""

_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."


class Archive:
    """The table of contents of one zip; nothing of it is ever written to a disk."""

    def __init__(self, path: Path, content: bytes) -> None:
        """Reads the table.

        Raises:
            WorkbookDamaged: It has none, or a broken one.
            WorkbookHostile: Far too many parts.
        """
        self._path = path
        self._content = content
        # Asked before the table is built: each part costs far more memory than its entry.
        if content.count(b"PK\x01\x02") > 4 * MOST_PARTS:
            raise WorkbookHostile(path)
        try:
            self._zip = ZipFile(BytesIO(content))
        except _BROKEN as error:
            raise WorkbookDamaged(path) from error
        self._parts = [part for part in self._zip.infolist() if not part.filename.endswith("/")]

    @property
    def unpacked(self) -> int:
        """Bytes of all parts, as the table claims; `check_parts` finds out whether it lies."""
        return sum(part.file_size for part in self._parts)

    def format(self) -> str:
        """Returns "xlsx", "xlsb" or "ods".

        Raises:
            NotAWorkbook: Another kind of zip.
            LockUnknown: An open document behind a password.
        """
        names = {part.filename.lower().replace("\\", "/").lstrip("/") for part in self._parts}
        if "xl/workbook.bin" in names:
            return "xlsb"
        if any(name.startswith("xl/") for name in names):
            return "xlsx"
        for folder, kind in (("word/", ContentKind.WORD), ("ppt/", ContentKind.POWERPOINT)):
            if any(name.startswith(folder) for name in names):
                raise NotAWorkbook(self._path, kind)
        if any(name.startswith("index/") and name.endswith(".iwa") for name in names):
            raise NotAWorkbook(self._path, ContentKind.NUMBERS)
        if "encrypted-package" in names:
            # How LibreOffice locks since 24.8: one part that holds all others.
            raise LockUnknown(self._path)
        if "content.xml" in names:
            if b"encryption-data" in self._start("META-INF/manifest.xml"):
                raise LockUnknown(self._path)
            return self._open_document_format(names)
        if "[content_types].xml" in names and b"spreadsheetml" in self._start(
            "[Content_Types].xml"
        ):
            return "xlsx"
        raise NotAWorkbook(self._path, ContentKind.ARCHIVE)

    def check_table(self) -> None:
        """What the table of contents alone gives away.

        Raises:
            WorkbookHostile: Doubled parts, too many, or too much air in one.
            LockUnknown: Parts that the zip itself locks.
            WorkbookTooLarge: More bytes than any roster has.
        """
        names = [part.filename.lower() for part in self._parts]
        if len(names) > MOST_PARTS or len(set(names)) < len(names):
            raise WorkbookHostile(self._path)
        if any(_is_blown_up(part) for part in self._parts):
            raise WorkbookHostile(self._path)
        if any(part.flag_bits & _ENCRYPTED for part in self._parts):
            raise LockUnknown(self._path)
        if self.unpacked > LARGEST_SUM or any(p.file_size > LARGEST_PART for p in self._parts):
            raise WorkbookTooLarge(self._path, "bytes")

    def check_parts(self, step: Callable[[], None]) -> None:
        """Unpacks every part into nothing and counts: the table may lie.

        Raises:
            WorkbookHostile: A part holds more than the table says.
        """
        for part in self._parts:
            if part.compress_type == ZIP_DEFLATED and self._holds_more(part, step):
                raise WorkbookHostile(self._path)

    def _holds_more(self, part: ZipInfo, step: Callable[[], None]) -> bool:
        header = self._content[part.header_offset : part.header_offset + 30]
        if len(header) < 30:
            return False
        name, extra = struct.unpack_from("<26xHH", header)
        start = part.header_offset + 30 + name + extra
        packed = memoryview(self._content)[start : start + part.compress_size]
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        counted = 0
        try:
            for at in range(0, len(packed), _PIECE):
                piece: bytes | memoryview = packed[at : at + _PIECE]
                while piece and not inflater.eof:
                    counted += len(inflater.decompress(piece, 1 << 20))
                    if counted > part.file_size:
                        return True
                    piece = inflater.unconsumed_tail
                    step()
        except zlib.error:
            # Broken, not hostile: the engine refuses it by itself.
            return False
        return False

    def _open_document_format(self, names: set[str]) -> str:
        kind = self._start("mimetype") if "mimetype" in names else b""
        if kind.startswith(_OPEN_DOCUMENT + b"text"):
            raise NotAWorkbook(self._path, ContentKind.WORD)
        if kind.startswith(_OPEN_DOCUMENT + b"presentation"):
            raise NotAWorkbook(self._path, ContentKind.POWERPOINT)
        if kind.startswith(_OPEN_DOCUMENT + b"spreadsheet") or not kind:
            return "ods"
        raise NotAWorkbook(self._path, ContentKind.OTHER)

    def _start(self, name: str) -> bytes:
        try:
            with self._zip.open(name) as part:
                return part.read(1 << 16)
        except _BROKEN:
            return b""


def _is_blown_up(part: ZipInfo) -> bool:
    # An empty white picture packs a thousandfold by nature, and no reader unpacks it.
    if part.filename.lower().endswith(_PICTURES):
        return False
    return part.file_size > max(RATIO_MATTERS_FROM, HIGHEST_RATIO * part.compress_size)
