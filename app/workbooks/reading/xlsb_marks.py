"""What the binary parts of an xlsb tell: hidden rows and columns, cells that hold an error.

Source: [MS-XLSB] 2.1.4 (records) and 2.4. Of a formula that was never calculated it does not tell.
"""

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from posixpath import normpath
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from app.workbooks.reading.marks import Marks, columns_between
from app.workbooks.reading.xls_marks import ERRORS

_ROW, _CELL_ERROR, _FORMULA_ERROR, _COLUMNS, _SHEET = 0, 3, 11, 60, 156
_HIDDEN_ROW = 0x10
_HIDDEN_COLUMN = 1
_BROKEN = (
    *(BadZipFile, zlib.error, KeyError, OSError, ValueError, IndexError, struct.error),
    ElementTree.ParseError,
)


def xlsb_marks(content: bytes, sheet: str) -> Marks:
    """Of the sheet with this name."""
    marks = Marks()
    try:
        with ZipFile(BytesIO(content)) as book:
            row = 0
            for kind, record in _records(book.read(_part_of(book, sheet))):
                row = _add(marks, kind, record, row)
    except _BROKEN:
        # What can be read is read; nobody misses what is not told.
        return marks
    return marks


def _add(marks: Marks, kind: int, record: bytes, row: int) -> int:
    """Gives the row (counted from 1) in which the next cells stand."""
    if kind == _ROW:
        row = int(struct.unpack_from("<I", record)[0]) + 1
        if record[11] & _HIDDEN_ROW:
            marks.hidden.append(row)
    elif kind in (_CELL_ERROR, _FORMULA_ERROR):
        (column,) = struct.unpack_from("<I", record)
        marks.errors.append((row, column, ERRORS.get(record[8], "#ERROR")))
    elif kind == _COLUMNS:
        first, last, flags = struct.unpack_from("<II8xH", record)
        if flags & _HIDDEN_COLUMN:
            marks.hidden_columns += columns_between(first, last)
    return row


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(part):
        kind, at = _number(part, at, 2)
        size, at = _number(part, at, 4)
        yield kind, part[at : at + size]
        at += size


def _number(part: bytes, at: int, longest: int) -> tuple[int, int]:
    """Seven bits a byte, the lowest first; the eighth says that another follows."""
    value = 0
    for place in range(longest):
        byte = part[at]
        at += 1
        value |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            break
    return value, at


def _part_of(book: ZipFile, sheet: str) -> str:
    """The part that holds a sheet: by its name, then by the relation that the workbook names."""
    relations = {
        entry.get("Id"): entry.get("Target", "")
        for entry in ElementTree.fromstring(book.read("xl/_rels/workbook.bin.rels"))  # noqa: S314
    }
    names = (record for kind, record in _records(book.read("xl/workbook.bin")) if kind == _SHEET)
    for record in names:
        relation, at = _text(record, 8)
        name, _ = _text(record, at)
        if name == sheet:
            target = relations[relation]
            return target.lstrip("/") if target.startswith("/") else normpath(f"xl/{target}")
    raise KeyError(sheet)


def _text(record: bytes, at: int) -> tuple[str, int]:
    (length,) = struct.unpack_from("<I", record, at)
    end = at + 4 + 2 * length
    return record[at + 4 : end].decode("utf-16-le"), end
