"""What only the XML of an xlsx tells: what is hidden, formulas without a value, errors, digits.

The rows themselves come from calamine, which gives values only. Patterns on the bytes take a
fiftieth of the time of a parser; inside the bounded reading child.
"""

import re
import zlib
from collections.abc import Collection, Iterator
from io import BytesIO
from posixpath import normpath
from typing import IO
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from app.workbooks.reading.marks import Marks, columns_between

# Bounded and possessive: markup built against the patterns costs no more than its length.
_ROW = re.compile(rb"<(?:\w{1,40}+:)?row\b([^>]{0,4000}+)>")
_HIDDEN = re.compile(rb"""\bhidden=["'](?:1|true)["']""")
_NUMBER = re.compile(rb"""\br=["']([0-9]{1,7})["']""")
_CELL = re.compile(rb"""<(?:\w{1,40}+:)?c\b([^>]{0,4000}+)>""")
_PLACE = re.compile(rb"""\br=["']([A-Z]{1,3})([0-9]{1,7})["']""")
_TYPE = re.compile(rb"""\bt=["'](\w{1,20}+)["']""")
_COLUMNS = re.compile(rb"<(?:\w{1,40}+:)?col\b([^>]{0,4000}+)>")
_ENDS = re.compile(rb"""\b(min|max)=["']([0-9]{1,5})["']""")
_ERROR = re.compile(rb"<(?:\w{1,40}+:)?v>(#[^<]{1,20})</(?:\w{1,40}+:)?v>")
_DIGITS = re.compile(rb">([0-9]{18})</(?:\w{1,40}+:)?v>")
_UNCALCULATED = re.compile(
    rb"(?:</(?:\w{1,40}+:)?f>|<(?:\w{1,40}+:)?f\b[^>]{0,4000}+(?<=/)>)\s*+"
    rb"(?:<(?:\w{1,40}+:)?v\s*+/>|<(?:\w{1,40}+:)?v>\s*+</(?:\w{1,40}+:)?v>)?+\s*+"
    rb"</(?:\w{1,40}+:)?c>"
)
_OF_FORMULAS = (b"f>", b"<f ", b":f ", b"<f/", b":f/")
_OF_ERRORS = (b'"e"', b"'e'")
"""Asked first: most sheets have neither, and looking for a text costs a fifth of a pattern."""

_LONGEST_CELL = 70_000
_PIECE = 1 << 22
_BROKEN = (BadZipFile, zlib.error, KeyError, OSError, ValueError, ElementTree.ParseError)


def marks_in(content: bytes, sheet: str) -> Marks:
    """Of the sheet with this name in an xlsx; nothing where the file is of another kind."""
    try:
        with ZipFile(BytesIO(content)) as book:
            part = _part_of(book, sheet)
            if part is None:
                return Marks()
            with book.open(part) as xml:
                return marks_of(xml)
    except _BROKEN:
        # What can be read is read; nobody misses what is not told.
        return Marks()


def marks_of(xml: IO[bytes]) -> Marks:
    """Of the XML of one sheet, in UTF-8; read in pieces of whole rows."""
    marks = Marks()
    last = 0
    for number, rows in enumerate(_whole_rows(xml)):
        if not number:
            _add_columns(rows, marks.hidden_columns)
        last = _add_hidden(rows, last, marks.hidden)
        if any(sign in rows for sign in _OF_FORMULAS):
            marks.uncalculated += [place for place, _ in _cells_before(rows, _UNCALCULATED)]
        if any(sign in rows for sign in _OF_ERRORS):
            marks.errors += [
                (row, column, found[1].decode(errors="replace"))
                for (row, column), found in _cells_before(rows, _ERROR, kinds=(b"e",))
            ]
        marks.digits += [
            (row, column, found[1].decode())
            for (row, column), found in _cells_before(rows, _DIGITS, kinds=(b"n",))
        ]
    return marks


def _add_columns(xml: bytes, hidden: list[int]) -> None:
    """The columns are told before the first row."""
    for found in _COLUMNS.finditer(xml, 0, max(xml.find(b"sheetData"), 0)):
        ends = {name: int(number) for name, number in _ENDS.findall(found[1])}
        if _HIDDEN.search(found[1]) and len(ends) == 2:
            hidden += columns_between(ends[b"min"] - 1, ends[b"max"] - 1)


def _whole_rows(xml: IO[bytes]) -> Iterator[bytes]:
    rest = b""
    while piece := xml.read(_PIECE):
        rest += piece
        end = rest.rfind(b"row>") + 4
        if end > 4:
            yield rest[:end]
            rest = rest[end:]
    yield rest


def _add_hidden(xml: bytes, last: int, hidden: list[int]) -> int:
    """Adds the hidden rows behind row `last`; gives the last row of this piece."""
    for found in _ROW.finditer(xml):
        number = _NUMBER.search(found[1])
        last = int(number[1]) if number else last + 1
        if _HIDDEN.search(found[1]):
            hidden.append(last)
    return last


def _cells_before(
    xml: bytes, pattern: "re.Pattern[bytes]", *, kinds: Collection[bytes] = ()
) -> Iterator[tuple[tuple[int, int], "re.Match[bytes]"]]:
    """The cell in which each match stands; `kinds`: only cells of these types."""
    for found in pattern.finditer(xml):
        opened = _cell_at(xml, found.start())
        if opened is None:
            continue
        kind = _TYPE.search(opened)
        if kinds and (kind[1] if kind is not None else b"n") not in kinds:
            continue
        place = _PLACE.search(opened)
        if place is not None:
            yield (int(place[2]), _column(place[1])), found


def _cell_at(xml: bytes, place: int) -> bytes | None:
    """The attributes of the last cell that opens before a place."""
    start = max(0, place - _LONGEST_CELL)
    nearest = max(xml.rfind(b"<c ", start, place + 1), xml.rfind(b":c ", start, place + 1) - 20)
    opened = list(_CELL.finditer(xml, max(start, nearest), place + 1))
    return opened[-1][1] if opened else None


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _part_of(book: ZipFile, sheet: str) -> str | None:
    """The part that holds a sheet: by its name, then by the relation that the workbook names."""
    names = {name.lower().lstrip("/"): name for name in book.namelist()}
    relations = {
        entry.get("Id"): entry.get("Target", "")
        for entry in ElementTree.fromstring(book.read(names["xl/_rels/workbook.xml.rels"]))  # noqa: S314
    }
    for entry in ElementTree.fromstring(book.read(names["xl/workbook.xml"])).iter():  # noqa: S314
        if not entry.tag.endswith("}sheet") or entry.get("name") != sheet:
            continue
        relation = next((v for k, v in entry.attrib.items() if k.endswith("}id")), None)
        target = relations.get(relation, "")
        path = target.lstrip("/") if target.startswith("/") else normpath(f"xl/{target}")
        return names.get(path.lower())
    return None
