"""What the XML of an open document tells: hidden and filtered rows, hidden columns, errors."""

import zlib
from io import BytesIO
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from app.workbooks.reading.cells import LAST_ROW
from app.workbooks.reading.marks import Marks, columns_between

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_KIND = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_HIDDEN = ("collapse", "filter")
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_BROKEN = (BadZipFile, zlib.error, KeyError, OSError, ValueError, ElementTree.ParseError)
_MOST_HIDDEN = 200_000
"""A repeated hidden row at the end stands for the rest of the sheet."""


def ods_marks(content: bytes, sheet: str) -> Marks:
    """Of the sheet with this name."""
    try:
        with ZipFile(BytesIO(content)) as book, book.open("content.xml") as xml:
            reader = _Reader(sheet)
            for event, element in ElementTree.iterparse(xml, ("start", "end")):  # noqa: S314
                if reader.take(event, element):
                    break
            return reader.marks
    except _BROKEN:
        # What can be read is read; nobody misses what is not told.
        return Marks()


class _Reader:
    """Goes through the tables until the wanted one has ended."""

    def __init__(self, sheet: str) -> None:
        self.marks = Marks()
        self._sheet = sheet
        self._depth = 0
        self._row = 0
        self._column = 0

    def take(self, event: str, element: ElementTree.Element) -> bool:
        """Whether the sheet is done."""
        tag = element.tag
        if tag == f"{_TABLE}table":
            return self._table(event, element)
        if event == "start":
            return False
        if tag == f"{_TABLE}table-row":
            if self._depth:
                self._add_row(element)
            element.clear()
        elif tag == f"{_TABLE}table-column" and self._depth:
            self._add_columns(element)
        return False

    def _table(self, event: str, element: ElementTree.Element) -> bool:
        if event == "start":
            # A table may stand inside a cell of another.
            if self._depth or element.get(f"{_TABLE}name") == self._sheet:
                self._depth += 1
            return False
        self._depth -= bool(self._depth)
        done = not self._depth and element.get(f"{_TABLE}name") == self._sheet
        element.clear()
        return done

    def _add_columns(self, element: ElementTree.Element) -> None:
        count = _number(element, "number-columns-repeated")
        if element.get(f"{_TABLE}visibility") in _HIDDEN:
            self.marks.hidden_columns += columns_between(self._column, self._column + count - 1)
        self._column += count

    def _add_row(self, element: ElementTree.Element) -> None:
        count = _number(element, "number-rows-repeated")
        first = self._row + 1
        self._row += count
        if element.get(f"{_TABLE}visibility") in _HIDDEN and self._row <= LAST_ROW:
            self.marks.hidden += range(first, first + min(count, _MOST_HIDDEN))
        column = 0
        for cell in element:
            if cell.tag not in _CELLS:
                continue
            if cell.get(_KIND) == "error":
                text = "".join(cell.itertext()).strip() or "#ERROR"
                self.marks.errors.append((first, column, text))
            column += _number(cell, "number-columns-repeated")


def _number(element: ElementTree.Element, name: str) -> int:
    said = element.get(f"{_TABLE}{name}", "1")
    return int(said) if said.isascii() and said.isdigit() and 0 < len(said) < 8 else 1
