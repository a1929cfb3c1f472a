"""Columns of a list with their contents, fitted to each other and to the paper."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.letters import lines_needed, text_width
from app.domain.report import Cell, Column, Row, Table, Worked, Working
from app.domain.report_letters import CELL_PADDING, LETTERING, LineKind, height_of

_POINTS = LETTERING[LineKind.ROW].points
_SCALES = (1.0, 0.9, 0.82, 0.76)
_WORTH_IT = 0.88
"""A smaller print must save an eighth of the paper."""

_SAMPLE = 300
"""Rows that speak for a long list."""

_DAY_SHOWN, _SHARE_SHOWN = "00-00-0000", "100,0 %"


@dataclass(frozen=True, slots=True)
class Field:
    """One column: its head and its cell for each row.

    `widest` in mm bounds what its contents may claim. A field that `wraps` may become as narrow as
    `narrowest` before the page is printed smaller; any other keeps the width of its contents.
    """

    column: Column
    values: Sequence[Cell]
    wraps: bool = False
    narrowest: float = 0.0
    widest: float = 60.0


def fitted(fields: Sequence[Field], page: float) -> tuple[float, ...]:
    """Widths in mm that fill `page`; more in sum where the list is to be printed smaller.

    Smaller print is chosen where the columns cannot be narrowed enough, and where it saves much:
    many long texts in narrow columns take many lines each, and few rows fit a page.
    """
    wanted = [_wanted(field) for field in fields]
    if sum(wanted) <= page:
        return _grown(fields, wanted, page)
    sample = [replace(field, values=field.values[:_SAMPLE]) for field in fields]
    best, lowest = tuple(wanted), math.inf
    for scale in _SCALES:
        widths = _narrowed(fields, wanted, page / scale)
        rows = rows_of(sample, widths)
        printed = min(1.0, page / sum(widths))
        height = sum(height_of(LineKind.ROW, row.lines) for row in rows) * printed
        if height < lowest * _WORTH_IT:
            best, lowest = widths, height
    return best


def fitted_table(
    fields: Sequence[Field], empty: str, room: float, last: Row | None = None
) -> tuple[tuple[float, ...], Table]:
    """The widths of the columns and the table; `last` is a row of totals."""
    widths = fitted(fields, room)
    columns = tuple(field.column for field in fields)
    rows = rows_of(fields, widths) if fields[0].values else ()
    return widths, Table(columns, rows if last is None else (*rows, last), empty)


def _narrowed(fields: Sequence[Field], wanted: Sequence[float], page: float) -> tuple[float, ...]:
    """Takes from each column in proportion to what it can spare."""
    least = [_least(field, want) for field, want in zip(fields, wanted, strict=True)]
    room = sum(wanted) - sum(least)
    part = min(1.0, max(0.0, sum(wanted) - page) / room) if room else 0.0
    return tuple(want - (want - low) * part for want, low in zip(wanted, least, strict=True))


def _grown(fields: Sequence[Field], wanted: Sequence[float], page: float) -> tuple[float, ...]:
    """Gives what is left over to the columns of longer texts."""
    growing = sum(want for field, want in zip(fields, wanted, strict=True) if field.wraps)
    share = 1 + (page - sum(wanted)) / growing if growing else 1.0
    return tuple(
        want * share if field.wraps else want for field, want in zip(fields, wanted, strict=True)
    )


def rows_of(fields: Sequence[Field], widths: Sequence[float]) -> tuple[Row, ...]:
    """The rows of the list, each as many text lines high as its longest cell needs."""
    lines: list[int] = [1] * len(fields[0].values)
    for field, width in zip(fields, widths, strict=True):
        if field.wraps:
            _raise_lines(lines, field.values, width)
    columns = zip(*(field.values for field in fields), strict=True)
    return tuple(Row(cells, number) for cells, number in zip(columns, lines, strict=True))


def _raise_lines(lines: list[int], values: Sequence[Cell], width: float) -> None:
    known: dict[str, int] = {}
    for index, value in enumerate(values):
        if not isinstance(value, str):
            continue
        needed = known.get(value)
        if needed is None:
            needed = lines_needed(value, width - CELL_PADDING, _POINTS)
            known[value] = needed
        lines[index] = max(lines[index], needed)


def _wanted(field: Field) -> float:
    """What the head and the longest contents ask for, within the bound of the field."""
    contents = 0.0
    for text in _longest(field.values):
        contents = max(contents, *(text_width(part, _POINTS) for part in text.split("\n")))
    bound = field.widest if field.wraps else contents
    return max(min(contents, bound) + CELL_PADDING, _head(field.column), field.narrowest)


def _least(field: Field, wanted: float) -> float:
    return min(wanted, max(field.narrowest, _head(field.column))) if field.wraps else wanted


def _head(column: Column) -> float:
    """The longest word of the head; a head of several words takes several lines."""
    words = column.head.split()
    longest = max((text_width(word, _POINTS, bold=True) for word in words), default=0.0)
    return longest + CELL_PADDING


def _longest(values: Sequence[Cell]) -> list[str]:
    """The few longest texts: the widest one is among them, near enough for a column."""
    texts = {_shown(value) for value in values if value is not None}
    return sorted(texts, key=_length_first)[-12:]


def _length_first(text: str) -> tuple[int, str]:
    return len(text), text


def _shown(value: Cell) -> str:
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, Worked):
        return _SHARE_SHOWN if value.working is Working.SHARE else f"+{value.value or 0:,.0f}"
    return _DAY_SHOWN if isinstance(value, date) else value or ""
