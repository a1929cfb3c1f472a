"""What a sheet tells beside its values, as the reading child finds it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from app.domain.absence import ERROR_VALUES
from app.domain.odd_text import LONGEST_TEXT, escaped, odd_text
from app.workbooks.reading.cells import Row

MOST = 100_000
"""So many of a kind are told; nobody looks at more."""


@dataclass(slots=True)
class Marks:
    """Rows are counted from 1, columns from 0; the meaning of each list is that of `SheetMarks`."""

    hidden: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    uncalculated: list[tuple[int, int]] = field(default_factory=list)
    errors: list[tuple[int, int, str]] = field(default_factory=list)
    digits: list[tuple[int, int, str]] = field(default_factory=list)
    odd: list[tuple[int, int, str, str]] = field(default_factory=list)

    def packed(self) -> tuple[list[Any], ...]:
        """As plain values for the pipe."""
        return (
            self.hidden,
            self.hidden_columns,
            self.uncalculated[:MOST],
            self.errors[:MOST],
            self.digits,
            self.odd[:MOST],
        )


def odd_texts(rows: Iterable[Row], first: int) -> Iterator[tuple[int, int, str, str]]:
    """Row, column, kind, and how to show it, of each text that is not what it seems.

    `first` is the number of the first row.
    """
    for number, row in enumerate(rows, first):
        # Nearly all rows are plain: asked at once, at the speed of C.
        texts = [cell for cell in row if cell.__class__ is str]
        if not texts:
            continue
        joined = "".join(texts)
        if joined.isascii() and len(joined) <= LONGEST_TEXT:
            continue
        for column, cell in enumerate(row):
            kind = odd_text(cell) if isinstance(cell, str) else None
            if kind is not None:
                yield number, column, kind.value, escaped(str(cell))


def written_errors(rows: Iterable[Row], first: int) -> Iterator[tuple[int, int, str]]:
    """Errors that stand as text, as in a list that was saved as csv; `first` is the first row."""
    for number, row in enumerate(rows, first):
        for column, cell in enumerate(row):
            if cell.__class__ is str and cell[:1] == "#" and cell.casefold() in ERROR_VALUES:
                yield number, column, cell


def columns_between(first: int, last: int) -> range:
    """Both inclusive, counted from 0; a whole sheet's width is no list of hidden columns."""
    return range(first, min(last, first + 1023) + 1)
