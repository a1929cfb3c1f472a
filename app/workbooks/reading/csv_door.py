"""Delimited text: every cell is text, a quoted newline belongs to its record."""

import csv
import re
from collections.abc import Iterable, Iterator
from io import BytesIO, TextIOWrapper
from itertools import chain
from typing import Any

from app.workbooks.reading.doors import MergeCorners, check_extent
from app.workbooks.reading.plain_text import (
    SEPARATOR_LINE,
    delimiter_of,
    encoding_of,
    sample_of,
)

SHEET_NAME = "csv"
LONGEST_FIELD = 1 << 17
_END = "\x1f"
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
        excel_texts = any(mark in content for mark in _EXCEL_TEXT_BYTES)
        self._verbatim = self._quotes_close and not excel_texts

    def sheets(self) -> list[tuple[int, str, bool]]:
        """The one sheet."""
        return [(0, SHEET_NAME, False)]

    def rows(self, index: int) -> Iterator[list[Any]]:
        """Record by record; the sheet is always the first."""
        del index
        records = self._quoted() if self._quotes_close else self._unquoted()
        for number, record in enumerate(records, 1):
            check_extent(number, len(record))
            yield record if self._verbatim else [self._plain(cell) for cell in record]

    def merges(self, index: int) -> list[MergeCorners]:
        """Text joins no cells."""
        del index
        return []

    def _quoted(self, more: Iterable[str] = ()) -> Iterator[list[str]]:
        return csv.reader(chain(self._lines(), more), delimiter=self._delimiter)

    def _unquoted(self) -> Iterator[list[str]]:
        return csv.reader(self._lines(), delimiter=self._delimiter, quoting=csv.QUOTE_NONE)

    def _lines(self) -> Iterable[str]:
        file = BytesIO(self._content)
        lines = TextIOWrapper(file, encoding=self._encoding, errors="replace", newline="")
        first = next(lines, "")
        return lines if SEPARATOR_LINE.match(first) else chain([first] if first else [], lines)

    def _do_quotes_close(self) -> bool:
        # One quote that never closes would swallow every later person into one cell. A last
        # record of our own comes out alone only when all quotes before it are closed.
        last: list[str] = []
        try:
            for record in self._quoted([_END]):
                last = record
        except csv.Error:
            return False
        return last == [_END]

    def _plain(self, cell: str) -> str:
        if cell.startswith('="'):
            # How programs keep Excel from turning a NIP into a number.
            return _EXCEL_TEXT.sub(r"\1", cell)
        if not self._quotes_close and len(cell) > 1 and cell[0] == cell[-1] == '"':
            return cell[1:-1]
        return cell
