"""The lines that a report consists of: their kinds, their letters, and how high each becomes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from app.domain.letters import lines_needed
from app.domain.report import Align, Cell, Chart, Column, Emphasis

CELL_PADDING = 2.4
"""Millimetres that a spreadsheet keeps free inside a cell, left and right together."""

LOGO_SIZE = 22.0


class LineKind(StrEnum):
    """What a line is; it decides the lettering and the borders."""

    GOVERNMENT = "government"
    OFFICE = "office"
    ADDRESS = "address"
    RULE = "rule"
    """The thick and the thin line under the letterhead."""
    GAP = "gap"
    ANNEX = "annex"
    TITLE = "title"
    SUBTITLE = "subtitle"
    FACT = "fact"
    CAPTION = "caption"
    HEAD = "head"
    NUMBERS = "numbers"
    ROW = "row"
    TOTAL = "total"
    DATA = "data"
    """A row of a table for other programs: it has no borders of its own."""
    EMPTY = "empty"
    CHART = "chart"
    NOTE = "note"
    SIGNATURE = "signature"
    SIGNED_NAME = "signed_name"


@dataclass(frozen=True, slots=True)
class Lettering:
    """Letters of Arial: size in points, and the height of a line in mm.

    `first` is the height of the first line, where it is more than that of the following ones.
    """

    points: float
    line: float
    bold: bool = False
    underlined: bool = False
    first: float = 0.0


LETTERING: Mapping[LineKind, Lettering] = {
    LineKind.GOVERNMENT: Lettering(14, 6.6),
    LineKind.OFFICE: Lettering(16, 7.4, bold=True),
    LineKind.ADDRESS: Lettering(10, 4.8),
    LineKind.RULE: Lettering(8, 1.2),
    LineKind.GAP: Lettering(8, 3.6),
    LineKind.ANNEX: Lettering(10, 4.6),
    LineKind.TITLE: Lettering(12, 5.6, bold=True),
    LineKind.SUBTITLE: Lettering(12, 5.6),
    LineKind.FACT: Lettering(10, 4.6, first=5.2),
    LineKind.CAPTION: Lettering(10, 4.6, bold=True, first=7.0),
    LineKind.HEAD: Lettering(10, 4.6, bold=True, first=6.4),
    LineKind.NUMBERS: Lettering(8, 4.8),
    LineKind.ROW: Lettering(10, 4.6, first=7.0),
    LineKind.TOTAL: Lettering(10, 4.6, bold=True, first=7.0),
    LineKind.DATA: Lettering(10, 4.6),
    LineKind.EMPTY: Lettering(10, 4.6, first=9.0),
    LineKind.CHART: Lettering(8, 3.8),
    LineKind.NOTE: Lettering(8, 3.8),
    LineKind.SIGNATURE: Lettering(11, 5.0),
    LineKind.SIGNED_NAME: Lettering(11, 5.0, bold=True, underlined=True),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One cell of a line, over the columns `first` to `last` of the grid, `down` lines high."""

    first: int
    last: int
    content: Cell | Chart
    align: Align = Align.LEFT
    down: int = 1
    emphasis: Emphasis | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the sheet. Its height is at full size, in mm.

    `repeats`: printed again on every later page. `keeps`: stays on one page with the next line, so
    that no head stands without rows and no signature without people.
    """

    kind: LineKind
    height: float
    pieces: tuple[Piece, ...] = ()
    repeats: bool = False
    keeps: bool = False


def gap(*, keeps: bool = False) -> Line:
    """Empty room between two parts."""
    return Line(LineKind.GAP, LETTERING[LineKind.GAP].line, keeps=keeps)


def places_of(columns: Sequence[Column]) -> list[tuple[int, int]]:
    """First and last column of the grid for each column of a table."""
    ends = list(accumulate(column.span for column in columns))
    return [(end - column.span, end - 1) for end, column in zip(ends, columns, strict=True)]


def first_columns(widths: Sequence[float], share: float) -> int:
    """Index of the last of the leading columns that together fill that share of the width."""
    total = sum(widths)
    for index, reached in enumerate(accumulate(widths)):
        if reached >= total * share:
            return min(index, max(0, len(widths) - 2))
    return 0


def height_for(kind: LineKind, text: str, width: float) -> float:
    """Millimetres of a line that holds this text in so many millimetres of width."""
    letters = LETTERING[kind]
    needed = lines_needed(text, width - CELL_PADDING, letters.points, bold=letters.bold)
    return height_of(kind, needed)


def height_of(kind: LineKind, lines: int) -> float:
    """Millimetres of a line of this kind that holds so many lines of text."""
    letters = LETTERING[kind]
    return (letters.first or letters.line) + (lines - 1) * letters.line
