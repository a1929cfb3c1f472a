"""Writes the two binary kinds of workbook that no library here writes: Excel 5/95 and xlsb.

Sources: [MS-XLS] 2.4 (the records of Excel 5 are those with one byte a letter), [MS-XLSB] 2.4.
"""

import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path

from xlwt.CompoundDoc import XlsDoc

Cell = str | float | None
"""Text that begins with # is an error cell."""

_ERRORS = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#N/A": 42}


def write_biff5(
    path: Path,
    rows: Sequence[Sequence[Cell]],
    *,
    hidden_rows: Sequence[int] = (),
    hidden_columns: Sequence[int] = (),
    name: str = "Data ASN",
) -> None:
    """Rows are counted from 1, columns from 0."""
    head = b"".join(
        [
            _record(0x809, struct.pack("<HHHH", 0x500, 5, 0, 0)),
            _record(0x42, struct.pack("<H", 1252)),
        ]
    )
    title = name.encode("cp1252")
    bound = 4 + 4 + 2 + 1 + len(title)
    start = len(head) + bound + 4
    bundle = _record(0x85, struct.pack("<IHB", start, 0, len(title)) + title)
    assert len(bundle) == bound
    sheet = [_record(0x809, struct.pack("<HHHH", 0x500, 0x10, 0, 0))]
    width = max(map(len, rows), default=0)
    sheet += [_record(0x7D, struct.pack("<HHHHHH", c, c, 2000, 0, 1, 0)) for c in hidden_columns]
    sheet.append(_record(0x200, struct.pack("<HHHHH", 0, len(rows), 0, width, 0)))
    for number, row in enumerate(rows):
        flags = 0x20 if number + 1 in hidden_rows else 0
        sheet.append(
            _record(0x208, struct.pack("<HHHHHHHH", number, 0, width, 255, 0, 0, flags, 0))
        )
        sheet += [_old_cell(number, column, cell) for column, cell in enumerate(row)]
    stream = head + bundle + _record(10, b"") + b"".join(sheet) + _record(10, b"")
    XlsDoc().save(str(path), stream.ljust(4096, b"\0"))
    _rename_stream(path)


def _record(kind: int, payload: bytes) -> bytes:
    return struct.pack("<HH", kind, len(payload)) + payload


def _old_cell(row: int, column: int, cell: Cell) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if cell is None:
        return b""
    if isinstance(cell, str):
        if cell in _ERRORS:
            return _record(0x205, place + bytes([_ERRORS[cell], 1]))
        text = cell.encode("cp1252")
        return _record(0x204, place + struct.pack("<H", len(text)) + text)
    return _record(0x203, place + struct.pack("<d", cell))


def _rename_stream(path: Path) -> None:
    """Excel 5 calls its stream Book."""
    content = path.read_bytes()
    old = "Workbook".encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 18)
    new = "Book".encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 10)
    assert content.count(old) == 1
    path.write_bytes(content.replace(old, new))


_MAIN = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def write_xlsb(
    path: Path,
    rows: Sequence[Sequence[Cell]],
    *,
    hidden_rows: Sequence[int] = (),
    hidden_columns: Sequence[int] = (),
    name: str = "Data ASN",
) -> None:
    """Rows are counted from 1, columns from 0."""
    book = [
        _part(131),
        _part(143),
        _part(156, struct.pack("<II", 0, 1) + _text("rId1") + _text(name)),
    ]
    width = max(map(len, rows), default=0)
    sheet = [
        _part(129),
        _part(148, struct.pack("<IIII", 0, len(rows) - 1, 0, width - 1)),
        _part(390),
    ]
    sheet += [_part(60, struct.pack("<IIIIH", c, c, 2304, 0, 1)) for c in hidden_columns]
    sheet += [_part(391), _part(145)]
    for number, row in enumerate(rows):
        flags = 0x1000 if number + 1 in hidden_rows else 0
        sheet.append(_part(0, struct.pack("<IIHHBI", number, 0, 300, flags, 0, 0)))
        sheet += [_new_cell(column, cell) for column, cell in enumerate(row) if cell is not None]
    relations = f'<Relationships xmlns="{_MAIN}/relationships"><Relationship Id="rId1"'
    binary = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_MAIN}/content-types"><Default Extension="bin" ContentType="{binary}"/>'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/xl/worksheets/sheet1.bin" '
            'ContentType="application/vnd.ms-excel.worksheet"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'{relations} Type="{_OFFICE}/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        )
        archive.writestr(
            "xl/_rels/workbook.bin.rels",
            f'{relations} Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.bin"/></Relationships>',
        )
        archive.writestr("xl/workbook.bin", b"".join([*book, _part(144), _part(132)]))
        archive.writestr("xl/worksheets/sheet1.bin", b"".join([*sheet, _part(146), _part(130)]))


def _part(kind: int, payload: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = len(payload)
    length = b""
    while size >= 0x80:
        length += bytes([size & 0x7F | 0x80])
        size >>= 7
    return head + length + bytes([size]) + payload


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _new_cell(column: int, cell: Cell) -> bytes:
    place = struct.pack("<II", column, 0)
    if isinstance(cell, str):
        if cell in _ERRORS:
            return _part(3, place + bytes([_ERRORS[cell]]))
        return _part(6, place + _text(cell))
    return _part(5, place + struct.pack("<d", cell or 0))
