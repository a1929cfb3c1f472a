"""HTML tables that carry an .xls name: what many web systems call an Excel export."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from typing_extensions import override

from app.workbooks.reading.cells import LAST_COLUMN, LAST_ROW
from app.workbooks.reading.doors import MergeCorners, check_extent
from app.workbooks.reading.plain_text import SAMPLE, encoding_of

SHEET_NAME = "table"
_SILENT = frozenset({"script", "style", "head", "title", "template", "xml"})
_BREAKS = frozenset({"br", "p", "div", "li"})
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_WINDOWS = frozenset({b"windows-1252", b"iso-8859-1", b"latin1", b"cp1252"})
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)


class HtmlDoor:
    """All tables of one file as one sheet; row numbers count every `<tr>` of the file."""

    def __init__(self, content: bytes) -> None:
        parser = TableParser()
        parser.feed(_letters(content))
        parser.close()
        parser.finish()
        self._rows = parser.rows
        self._merges = parser.merges

    def sheets(self) -> list[tuple[int, str, bool]]:
        """The one sheet."""
        return [(0, SHEET_NAME, False)]

    def rows(self, index: int) -> Iterator[list[Any]]:
        """Row by row; the sheet is always the first."""
        del index
        return iter(self._rows)

    def merges(self, index: int) -> list[MergeCorners]:
        """From rowspan and colspan."""
        del index
        return self._merges


class _Table:
    """One open table: the columns still covered from above, and the cell being written."""

    def __init__(self) -> None:
        self.row: list[Any] | None = None
        self.row_number = 0
        self.covered: dict[int, int] = {}
        self.spans: list[MergeCorners] = []
        self.text: list[str] | None = None
        self.span = (1, 1)


class TableParser(HTMLParser):
    """Collects rows and joined cells; cells that a span covers stay None."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[Any]] = []
        self.merges: list[MergeCorners] = []
        self._tables: list[_Table] = []
        self._silent = ""

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._silent:
            # A head that is never closed must not swallow the table.
            if self._silent != "head" or tag not in {"body", "table", "tr"}:
                return
            self._silent = ""
        if tag in _SILENT:
            self._silent = tag
        elif tag == "table":
            self._tables.append(_Table())
        elif tag == "tr":
            self._open_row()
        elif tag in {"td", "th"}:
            self._open_cell(dict(attrs))
        elif tag in _BREAKS and self._tables and self._tables[-1].text:
            self._tables[-1].text.append("\x00")

    @override
    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SILENT:
            self.handle_starttag(tag, attrs)

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = ""
        if self._silent or not self._tables:
            return
        if tag in {"td", "th"}:
            self._close_cell()
        elif tag == "tr":
            self._close_row()
        elif tag == "table":
            self._close_table()

    @override
    def handle_data(self, data: str) -> None:
        if not self._silent and self._tables and self._tables[-1].text is not None:
            self._tables[-1].text.append(data)

    def finish(self) -> None:
        """Closes what the file left open."""
        while self._tables:
            self._close_table()

    def _open_row(self) -> None:
        if not self._tables:
            self._tables.append(_Table())
        self._close_row()
        table = self._tables[-1]
        table.row = []
        self.rows.append(table.row)
        table.row_number = len(self.rows)
        check_extent(table.row_number, 1)

    def _open_cell(self, attributes: dict[str, str | None]) -> None:
        if not self._tables or self._tables[-1].row is None:
            self._open_row()
        self._close_cell()
        table = self._tables[-1]
        table.text = []
        down = _span(attributes.get("rowspan"), LAST_ROW)
        across = _span(attributes.get("colspan"), LAST_COLUMN)
        table.span = (down, across)

    def _close_cell(self) -> None:
        table = self._tables[-1]
        if table.text is None or table.row is None:
            return
        row, (down, across) = table.row, table.span
        while table.covered.get(len(row), 0) >= table.row_number:
            row.append(None)
        first = len(row)
        check_extent(1, first + across)
        row.append(_plain("".join(table.text)))
        row.extend([None] * (across - 1))
        if down > 1:
            for column in range(first, first + across):
                table.covered[column] = table.row_number + down - 1
        if down > 1 or across > 1:
            last_row = table.row_number + down - 1
            table.spans.append((table.row_number, first + 1, last_row, first + across))
        table.text = None

    def _close_row(self) -> None:
        self._close_cell()
        self._tables[-1].row = None

    def _close_table(self) -> None:
        self._close_row()
        spans = self._tables.pop().spans
        # A span reaches no further than its table.
        end = len(self.rows)
        self.merges += [(top, left, min(low, end), right) for top, left, low, right in spans]


def _span(said: str | None, limit: int) -> int:
    digits = (said or "").strip()
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 9:
        return 1
    return min(max(int(digits), 1), limit)


def _plain(text: str) -> str | None:
    lines = (_BLANKS.sub(" ", line).strip(" \xa0") for line in text.split("\x00"))
    return "\n".join(lines).strip("\n") or None


def _letters(content: bytes) -> str:
    encoding = encoding_of(content)
    said = _CHARSET.search(content[:SAMPLE])
    if encoding == "utf-8" and said and said[1].lower() in _WINDOWS:
        encoding = "cp1252"
    return content.decode(encoding, errors="replace")
