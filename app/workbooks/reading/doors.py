"""What every kind of file offers inside the reading child, and what it may say in refusal."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from app.workbooks.reading.cells import LAST_COLUMN, LAST_ROW
from app.workbooks.reading.marks import Marks

MergeCorners = tuple[int, int, int, int]
"""First row, first column, last row, last column: 1-based, inclusive."""


@dataclass
class Refusal(Exception):
    """A door cannot go on.

    Attributes:
        kind: "damaged", "protected", "wrong_password", "lock_unknown" or "too_large".
        detail: Which limit was met; the exception's name of the engine.
    """

    kind: str
    detail: str = ""


class Door(Protocol):
    """One opened file of one kind."""

    def sheets(self) -> list[tuple[int, str, bool]]:
        """Index, name and hidden of every sheet of cells."""

    def rows(self, index: int) -> Iterator[list[Any]]:
        """Every row from A1 on, raw: dates and all; a list the caller may keep."""

    def merges(self, index: int) -> list[MergeCorners]:
        """The joined cells, where this kind of file knows them."""

    def marks(self, index: int) -> Marks:
        """What is hidden and the like, where this kind of file knows it."""


def check_extent(rows: int, columns: int) -> None:
    """Refuses what no spreadsheet can hold.

    Raises:
        Refusal: Too many rows or columns.
    """
    if rows > LAST_ROW:
        raise Refusal("too_large", "rows")
    if columns > LAST_COLUMN:
        raise Refusal("too_large", "columns")
