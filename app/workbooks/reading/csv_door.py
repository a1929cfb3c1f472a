"""Delimited text: every cell is text, a quoted newline belongs to its record."""

import csv
import re
from collections.abc import Iterable, Iterator
from io import BytesIO, TextIOWrapper
from itertools import chain
from typing import TYPE_CHECKING, Any

from app.workbooks.reading.doors import MergeCorners, check_extent
from app.workbooks.reading.marks import Marks
from app.workbooks.reading.plain_text import (
    SEPARATOR_LINE,
    delimiter_of,
    encoding_of,
    sample_of,
)

if TYPE_CHECKING:
    import _csv

SHEET_NAME = "csv"
LONGEST_FIELD = 1 << 17
_EXCEL_TEXT_BYTES = (b'="', b'=\0"')
_EXCEL_TEXT = re.compile(r'\A="(.*)"\Z', re.DOTALL)


class CsvDoor:
    """One text file as one sheet; row numbers are record numbers."""

    def __init__(self, content: bytes) -> None:
        csv.field_size_limit(LONGEST_FIELD)
        self._content = content
        self._encoding = encoding_of(content)
        self._delimiter = delimiter_of(sample_of(content)) or ";"
        self._quotes_close = self._do_quotes_close()
        self._verbatim = not any(mark in content for mark in _EXCEL_TEXT_BYTES)

    def sheets(self) -> list[tuple[int, str, bool]]:
        """The one sheet."""
        return [(0, SHEET_NAME, False)]

    def rows(self, index: int) -> Iterator[list[Any]]:
        """Record by record; the sheet is always the first."""
        del index
        records = self._reader() if self._quotes_close else self._line_by_line()
        for number, record in enumerate(records, 1):
            check_extent(number, len(record))
            yield record if self._verbatim else [self._plain(cell) for cell in record]

    def merges(self, index: int) -> list[MergeCorners]:
        """Text joins no cells."""
        del index
        return []

    def marks(self, index: int) -> Marks:
        """Nothing but cells."""
        del index
        return Marks()

    def _reader(self, strict: bool = False) -> "_csv.Reader":
        return csv.reader(self._lines(), delimiter=self._delimiter, strict=strict)

    def _line_by_line(self) -> Iterator[list[str]]:
        for line in self._lines():
            yield from csv.reader([line.rstrip("\r\n")], delimiter=self._delimiter)

    def _lines(self) -> Iterable[str]:
        file = BytesIO(self._content)
        lines = TextIOWrapper(file, encoding=self._encoding, errors="replace", newline="")
        first = next(lines, "")
        return lines if SEPARATOR_LINE.match(first) else chain([first] if first else [], lines)

    def _do_quotes_close(self) -> bool:
        # A quote that never closes swallows the people below it, up to the next quote or the end;
        # then lines are read one by one. Sloppy quotes within one line swallow nobody.
        reader = self._reader(strict=True)
        while True:
            begin = reader.line_num
            try:
                next(reader)
            except StopIteration:
                return True
            except csv.Error:
                if reader.line_num > begin + 1:
                    return False

    def _plain(self, cell: str) -> str:
        # How programs keep Excel from turning a NIP into a number.
        return _EXCEL_TEXT.sub(r"\1", cell) if cell.startswith('="') else cell
