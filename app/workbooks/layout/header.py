"""Finds the header rows of a sheet."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.count_unit import unit_of_head, without_unit
from app.domain.fields import Field
from app.workbooks.layout import words as w
from app.workbooks.layout.head import Head, Role, read_head

SEARCHED_ROWS = 40
"""A header stands in the first 30 rows of every roster seen; a little more costs nothing."""

MOST_LEVELS = 3
_LONG_DIGITS = re.compile(r"\d{9}")
_NUMBERS = (Field.NIP, Field.NAME_AND_NIP)
_NIP = re.compile(r"(?:[0-9][ .]?){18}")
_YEARS = range(2000, 2100)

Row = Sequence[object]


@dataclass(frozen=True, slots=True)
class Header:
    """`first` and `last` are 0-based rows; one head and its texts for each column from the first.

    Of a list that has no headings `last` is the row above `first`, where the list itself begins.
    """

    first: int
    last: int
    heads: tuple[Head, ...]
    texts: tuple[tuple[str, ...], ...]

    @property
    def rows(self) -> list[int]:
        """1-based, as people count; none where the list has no headings."""
        return list(range(self.first + 1, self.last + 2))


def find_header(
    rows: Sequence[Row], spans: Sequence[tuple[int, int, int, int]] = ()
) -> Header | None:
    """The best header among the first rows, or None where no row speaks of people.

    `spans` are merged cells as 0-based (first row, first column, last row, last column).
    """
    best: dict[int, tuple[float, int, Header]] = {}
    for first in range(min(len(rows), SEARCHED_ROWS)):
        for levels in range(1, MOST_LEVELS + 1):
            block = rows[first : first + levels]
            if len(block) < levels or not all(_may_be_header(row) for row in block):
                break
            found = header_at(rows, first, first + levels - 1, spans)
            score = _score(found)
            if score > 0 and (first not in best or (score, -levels) > best[first][:2]):
                best[first] = (score, -levels, found)
    chosen = _best_of(best, len(rows))
    if chosen is None:
        return None
    while (above := _best_of(best, chosen, rows)) is not None:
        chosen = above
    return _to_its_end(best[chosen][2], rows, spans)


def _best_of(
    found: Mapping[int, tuple[float, int, Header]], before: int, rows: Sequence[Row] | None = None
) -> int | None:
    """The first row of the best header above row `before` (0-based).

    With `rows`: of those with people between themselves and that row; a richer header further down
    heads another list, and must not hide them.
    """
    fit = [
        first
        for first, (_, _, header) in found.items()
        if first < before and (rows is None or _heads_people(header, rows[:before]))
    ]
    return max(fit, key=lambda first: (*found[first][:2], -first), default=None)


def _heads_people(header: Header, rows: Sequence[Row]) -> bool:
    """Whether a number of a civil servant stands under its own head in one of `rows`."""
    columns = [i for i, head in enumerate(header.heads) if head.field in _NUMBERS]
    below = rows[header.last + 1 :]
    cells = (row[column] for row in below for column in columns if column < len(row))
    return any(isinstance(cell, str) and _NIP.search(cell) for cell in cells)


def _to_its_end(
    header: Header, rows: Sequence[Row], spans: Sequence[tuple[int, int, int, int]]
) -> Header:
    """The same header with the rows below that only part its columns further: THN and BLN, SEP and OKT."""
    while header.last + 1 < min(len(rows), header.first + MOST_LEVELS):
        below = rows[header.last + 1]
        parts = _may_be_header(below) and _parts_columns(header, below, spans)
        if not (parts or _tells_units(below)):
            break
        header = header_at(rows, header.first, header.last + 1, spans)
    return header


def _tells_units(row: Row) -> bool:
    """Nothing but "(ribu)" stands there, below the heads of counts."""
    texts = [cell for cell in row if cell not in (None, "")]
    return bool(texts) and all(
        isinstance(text, str) and unit_of_head(text) != 1 and not without_unit(text).strip()
        for text in texts
    )


def _parts_columns(header: Header, below: Row, spans: Sequence[tuple[int, int, int, int]]) -> bool:
    """Every text of `below` stands under a head that reaches over several columns."""
    wide: set[int] = set()
    for top, left, bottom, right in spans:
        if top <= header.last <= bottom and header.first <= top and right > left:
            wide.update(range(left, right + 1))
    blank = {i for i, texts in enumerate(header.texts) if not texts}
    wide |= blank | {i - 1 for i in blank if i - 1 not in blank}
    texts = [index for index, cell in enumerate(below) if cell not in (None, "")]
    return len(texts) >= 2 and all(index in wide for index in texts)


def header_at(
    rows: Sequence[Row], first: int, last: int, spans: Sequence[tuple[int, int, int, int]] = ()
) -> Header:
    """Reads rows `first`..`last` (0-based) as the header, whatever they look like."""
    texts = texts_at(rows, first, last, spans)
    return Header(first, last, tuple(read_head(text) for text in texts), texts)


def texts_at(
    rows: Sequence[Row], first: int, last: int, spans: Sequence[tuple[int, int, int, int]] = ()
) -> tuple[tuple[str, ...], ...]:
    """The words over each column in rows `first`..`last` (0-based), the upper level first."""
    width = max((len(row) for row in rows[first : last + 1]), default=0)
    levels = [_texts(rows[index], width) for index in range(first, last + 1)]
    for depth in range(len(levels) - 1):
        _spread(levels, depth, first + depth, spans)
    return tuple(
        tuple(level[column] for level in levels if level[column]) for column in range(width)
    )


def _texts(row: Row, width: int) -> list[str]:
    texts = [_heading(cell) for cell in row]
    return texts + [""] * (width - len(texts))


def _heading(cell: object) -> str:
    """The words of a head; a year or a day under "FOLLOWERS" may stand as a number or a date."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    year = cell in _YEARS if isinstance(cell, int | float) else False
    return f"{cell:.0f}" if year else ""


def _spread(
    levels: list[list[str]],
    depth: int,
    row: int,
    spans: Sequence[tuple[int, int, int, int]],
) -> None:
    """Lets a group head stand over every column that it was merged (or centred) over."""
    level = levels[depth]
    below = levels[depth + 1]
    merged = {
        column: left
        for top, left, bottom, right in spans
        if top <= row <= bottom
        for column in range(left, right + 1)
    }
    current = ""
    for column, text in enumerate(level):
        if text:
            current = text
        elif column in merged:
            level[column] = level[merged[column]]
        elif below[column] and not merged:
            level[column] = current


def _may_be_header(row: Row) -> bool:
    """Not a data row: hardly any number, no long digits, no account, not a lone title."""
    filled = [cell for cell in row if cell is not None and cell != ""]
    if not filled:
        return False
    texts = [text for text in map(_heading, filled) if text]
    if any(_LONG_DIGITS.search(t) or _is_an_account(t) for t in texts):
        return False
    if len(filled) - len(texts) > len(filled) // 4:
        return False
    first_filled = next(i for i, cell in enumerate(row) if cell not in (None, ""))
    is_title = len(filled) == 1 and first_filled <= 1 and len(texts[0]) > 12
    return not is_title


def _is_an_account(text: str) -> bool:
    """An account's name or link; "@instagram" is a head, or the account of the platform itself."""
    text = text.lstrip()
    platform = w.PLATFORM_WORDS.get(w.normal(text))
    return text.startswith(("@", "http")) and platform is None


def _score(header: Header) -> float:
    """Weights of distinct meanings; 0 where the row cannot head a roster."""
    seen: set[object] = set()
    score = 0.0
    for head in header.heads:
        mark = head.field or (head.role, head.platform)
        if head.role in (Role.UNKNOWN, Role.OTHER) or mark in seen:
            continue
        seen.add(mark)
        score += head.weight
    who = seen & {Field.NIP, Field.NAME, Field.NAME_AND_NIP}
    return score if who and len(seen) >= 2 else 0.0
