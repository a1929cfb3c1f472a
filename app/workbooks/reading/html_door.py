"""HTML tables that carry an .xls name: what many web systems call an Excel export."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from app.workbooks.reading.cells import LAST_COLUMN, LAST_ROW
from app.workbooks.reading.doors import MergeCorners, check_extent
from app.workbooks.reading.marks import Marks
from app.workbooks.reading.markup import attribute, tokens
from app.workbooks.reading.plain_text import SAMPLE, encoding_of

SHEET_NAME = "table"

_BREAKS = frozenset({"br", "p", "div", "li"})
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_NOT_SHOWN = re.compile(r"display\s{0,9}:\s{0,9}none", re.IGNORECASE)
_WINDOWS = frozenset({b"windows-1252", b"iso-8859-1", b"latin1", b"cp1252"})


class HtmlDoor:
    """All tables of one file as one sheet; row numbers count every `<tr>` of the file."""

    def __init__(self, content: bytes) -> None:
        reader = _TableReader()
        reader.read(_letters(content))
        self._rows = reader.rows
        self._merges = reader.merges
        self._hidden = reader.hidden

    def sheets(self) -> list[tuple[int, str, bool]]:
        """The one sheet."""
        return [(0, SHEET_NAME, False)]

    def rows(self, index: int) -> Iterator[list[Any]]:
        """Row by row; the sheet is always the first."""
        del index
        return (row.copy() for row in self._rows)

    def merges(self, index: int) -> list[MergeCorners]:
        """From rowspan and colspan."""
        del index
        return self._merges

    def marks(self, index: int) -> Marks:
        """Hidden rows, as Excel itself writes them into a web page."""
        del index
        return Marks(hidden=self._hidden)


class _Table:
    """One open table: the row and the cell being written, the columns covered from above."""

    def __init__(self) -> None:
        self.row: list[Any] | None = None
        self.row_number = 0
        self.covered: dict[int, int] = {}
        self.spans: list[MergeCorners] = []
        self.text: list[str] | None = None
        self.span = (1, 1)


class _TableReader:
    """Collects rows and joined cells; cells that a span covers stay None."""

    def __init__(self) -> None:
        self.rows: list[list[Any]] = []
        self.merges: list[MergeCorners] = []
        self.hidden: list[int] = []
        self._tables: list[_Table] = []
        self._table: _Table | None = None

    def read(self, text: str) -> None:
        """Goes through the whole file; what it leaves open is closed at the end."""
        for before, tag, attributes in tokens(text):
            table = self._table
            if table is not None and table.text is not None:
                table.text.append(before)
                if tag in _BREAKS:
                    table.text.append("\0")
            if tag in ("td", "th"):
                self._open_cell(attributes)
            elif tag == "tr":
                self._open_row()
                if _NOT_SHOWN.search(attributes):
                    self.hidden.append(len(self.rows))
            elif tag == "table":
                self._open_table()
            elif table is not None:
                self._close(tag, table)
        while self._table is not None:
            self._close_table(self._table)

    def _close(self, tag: str, table: _Table) -> None:
        if tag in ("/td", "/th"):
            self._close_cell(table)
        elif tag == "/tr":
            self._close_cell(table)
            table.row = None
        elif tag == "/table":
            self._close_table(table)

    def _open_table(self) -> _Table:
        self._table = _Table()
        self._tables.append(self._table)
        return self._table

    def _open_row(self) -> _Table:
        table = self._table or self._open_table()
        self._close_cell(table)
        table.row = []
        self.rows.append(table.row)
        table.row_number = len(self.rows)
        check_extent(table.row_number, 1)
        return table

    def _open_cell(self, attributes: str) -> None:
        table = self._table
        if table is None or table.row is None:
            table = self._open_row()
        self._close_cell(table)
        table.text = []
        table.span = (1, 1)
        if "span" in attributes.lower():
            down = _span(attribute(attributes, "rowspan"), LAST_ROW)
            table.span = (down, _span(attribute(attributes, "colspan"), LAST_COLUMN))

    def _close_cell(self, table: _Table) -> None:
        row, (down, across) = table.row, table.span
        if table.text is None or row is None:
            return
        while table.covered and table.covered.get(len(row), 0) >= table.row_number:
            row.append(None)
        first = len(row)
        check_extent(1, first + across)
        row.append(_plain("".join(table.text)))
        table.text = None
        if down == across == 1:
            return
        row.extend([None] * (across - 1))
        last_row = table.row_number + down - 1
        if down > 1:
            table.covered.update(dict.fromkeys(range(first, first + across), last_row))
        table.spans.append((table.row_number, first + 1, last_row, first + across))

    def _close_table(self, table: _Table) -> None:
        self._close_cell(table)
        self._tables.pop()
        self._table = self._tables[-1] if self._tables else None
        # A span reaches no further than its table.
        end = len(self.rows)
        for top, left, low, right in table.spans:
            if min(low, end) > top or right > left:
                self.merges.append((top, left, min(low, end), right))


def _span(said: str, limit: int) -> int:
    digits = said.strip()
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 9:
        return 1
    return min(max(int(digits), 1), limit)


def _plain(text: str) -> str | None:
    if "&" in text:
        text = unescape(text)
    if text.isprintable() and "  " not in text:
        return text.strip(" ") or None
    if "\0" in text:
        lines = (_BLANKS.sub(" ", line).strip(" \xa0") for line in text.split("\0"))
        return "\n".join(lines).strip("\n") or None
    return _BLANKS.sub(" ", text).strip(" \xa0") or None


def _letters(content: bytes) -> str:
    encoding = encoding_of(content)
    said = _CHARSET.search(content[:SAMPLE])
    if encoding == "utf-8" and said and said[1].lower() in _WINDOWS:
        encoding = "cp1252"
    return content.decode(encoding, errors="replace").replace("\0", "")
