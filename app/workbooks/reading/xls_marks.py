"""What the records of an old Excel file tell: its lock, what is hidden, cells that hold an error.

Source: [MS-XLS] and, for Excel 5 and 95, the same records with shorter texts; only their fixed
beginnings are read here. Of a formula that was never calculated these files do not tell.
"""

import struct
from collections.abc import Iterator
from io import BytesIO
from itertools import islice

import olefile

from app.workbooks.reading.marks import Marks, columns_between

_BOUND_SHEET, _ROW, _COLUMNS, _BOOLEAN_OR_ERROR, _FORMULA, _END = 0x85, 0x208, 0x7D, 0x205, 6, 10
_LOCK, _LOCK_COMES_BY = 0x2F, 8
_STARTS = (0x809, 0x409, 0x209)
_STREAMS = ("Workbook", "Book")
_HIDDEN_ROW = 0x20
_HIDDEN_COLUMN = 1
_OF_FORMULA = b"\xff\xff"
ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
    0x24: "#NUM!", 0x2A: "#N/A", 0x2B: "#GETTING_DATA",
}  # fmt: skip
_BROKEN = (
    *(OSError, ValueError, IndexError, struct.error, TypeError),
    AttributeError,
    StopIteration,
)


def xls_marks(content: bytes, place: int) -> Marks:
    """Of the sheet that the workbook names at this place, counted from 0; all kinds count."""
    marks = Marks()
    try:
        stream = _stream(content)
        starts = [
            struct.unpack_from("<I", stream, at)[0]
            for kind, at, _ in _records(stream, 0)
            if kind == _BOUND_SHEET
        ]
        for kind, at, size in _records(stream, starts[place]):
            _add(marks, kind, stream[at : at + size])
    except _BROKEN:
        # What can be read is read; nobody misses what is not told.
        return marks
    return marks


def is_locked(content: bytes) -> bool:
    """Whether a password hides its records; the engine sees only the younger of its two locks."""
    try:
        begin = islice(_records(_stream(content), 0), _LOCK_COMES_BY)
        return any(kind == _LOCK for kind, _, _ in begin)
    except _BROKEN:
        return False


def _stream(content: bytes) -> bytes:
    with olefile.OleFileIO(BytesIO(content)) as shell:
        name = next(name for name in _STREAMS if shell.exists(name))
        return bytes(shell.openstream(name).read())


def _records(stream: bytes, start: int) -> Iterator[tuple[int, int, int]]:
    """Kind, place and size of each record of the part that begins here; charts inside are passed."""
    at, depth = start, 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        if kind in _STARTS:
            depth += 1
        elif kind == _END:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1:
            yield kind, at + 4, size
        at += 4 + size


def _add(marks: Marks, kind: int, record: bytes) -> None:
    if kind == _ROW:
        row, flags = struct.unpack_from("<H10xH", record)
        if flags & _HIDDEN_ROW:
            marks.hidden.append(row + 1)
    elif kind == _COLUMNS:
        first, last, flags = struct.unpack_from("<HH4xH", record)
        if flags & _HIDDEN_COLUMN:
            marks.hidden_columns += columns_between(first, last)
    elif kind == _BOOLEAN_OR_ERROR:
        row, column, code, is_error = struct.unpack_from("<HH2xBB", record)
        if is_error:
            marks.errors.append((row + 1, column, ERRORS.get(code, "#ERROR")))
    elif kind == _FORMULA:
        row, column, what, code, rest = struct.unpack_from("<HH2xBxB3x2s", record)
        if rest == _OF_FORMULA and what == 2:
            marks.errors.append((row + 1, column, ERRORS.get(code, "#ERROR")))
