"""What comes out of a workbook: plain values, and where cells were joined."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TypeAlias

from app.domain.odd_text import OddText

Cell: TypeAlias = str | int | float | bool | date | datetime | time | None
"""One cell. Empty text is None; numbers of Excel are floats; a duration is a float of days."""

Row: TypeAlias = list[Cell]
"""One row from column A on, without the empty cells at its end."""

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384


@dataclass(frozen=True, slots=True)
class Merge:
    """A block of joined cells: 1-based, both ends inclusive."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class SheetMarks:
    """What a sheet tells beside its values; rows are counted from 1, columns from 0.

    Attributes:
        hidden: Rows that are hidden, by hand or by a filter (not in text).
        hidden_columns: Likewise.
        uncalculated: Formulas of which the file has no value, by row and column (xlsx).
        errors: What Excel shows instead of a value, such as "#N/A": those cells come as empty.
        digits: Numbers of 18 digits as the file has them, by row and column (xlsx).
        odd_texts: Texts that are not what they seem, and how to show them (every kind of file).
    """

    hidden: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    uncalculated: tuple[tuple[int, int], ...] = ()
    errors: Mapping[tuple[int, int], str] = field(default_factory=dict)
    digits: Mapping[tuple[int, int], str] = field(default_factory=dict)
    odd_texts: Mapping[tuple[int, int], tuple[OddText, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """One sheet of a workbook.

    Attributes:
        index: 0-based place in `OpenedWorkbook.sheets`; sheets of charts or macros are left out.
        name: As the tab shows it.
        hidden: Also where only a macro could show it.
    """

    index: int
    name: str
    hidden: bool
