"""Counts that are ticked: columns "< 500", "500 - 1.000", "> 1.000" with a mark in one of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from app.domain.absence import is_blank
from app.domain.count import Interval, read_count
from app.domain.fields import Certainty, Field, followers_field
from app.domain.platform import RECORDED, Platform
from app.domain.tick import is_tick
from app.workbooks.layout.columns import Column
from app.workbooks.layout.head import read_head
from app.workbooks.layout.words import COUNT_WORDS, FOLLOWERS_WORDS, normal

Row = Sequence[object]

_MOST = 0.6
"""So many of the people who ticked anything must have ticked once."""

_COUNTS = {followers_field(one): one for one in RECORDED}


def place_ticked_counts(
    columns: tuple[Column, ...], texts: Sequence[tuple[str, ...]], rows: Sequence[Row]
) -> tuple[Column, ...]:
    """The columns, with those of ranges as the followers of the platform that is meant."""
    meant: dict[int, Field] = {}
    for run in _runs(texts):
        platform = _platform(run, columns, texts)
        if platform is None or not _are_ticked(run, rows):
            continue
        field = followers_field(platform)
        elsewhere = any(c.field is field and c.index not in run for c in columns)
        if not elsewhere and field not in meant.values():
            meant |= dict.fromkeys(run, field)
    if not meant:
        return columns
    return tuple(
        replace(one, field=meant[one.index], certainty=Certainty.LIKELY, rival=None)
        if one.index in meant
        else one
        for one in columns
    )


class TickedCounts:
    """Puts the range that is ticked into the column from which the count is read."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._groups: list[list[tuple[int, str]]] = []
        for field in _COUNTS:
            group = [(c.index, c.header.split(" | ")[-1]) for c in columns if c.field is field]
            if len(group) > 1:
                self._groups.append(group)

    def __bool__(self) -> bool:
        return bool(self._groups)

    @property
    def columns(self) -> frozenset[int]:
        """All that are ticked (0-based)."""
        return frozenset(index for group in self._groups for index, _ in group)

    def filled(self, row: Row) -> Row:
        """The row, which must reach all columns, with each range that is ticked as a count."""
        filled = list(row)
        for group in self._groups:
            said = [_said(row[index], head) for index, head in group if not _is_empty(row[index])]
            # Two marks say nothing that could be believed: they stay, as a count that nobody can read.
            filled[group[-1][0]] = " / ".join(map(str, said)) if len(said) != 1 else said[0]
        return filled


def _said(cell: object, head: str) -> object:
    """The range of a mark; a number that was typed into the box is itself."""
    return head if is_tick(cell) else cell


def _is_empty(cell: object) -> bool:
    return cell is None or (isinstance(cell, str) and is_blank(cell))


def _runs(texts: Sequence[tuple[str, ...]]) -> Iterator[range]:
    """Columns side by side whose heads are ranges, each above the one before."""
    ranges = [_range(levels[-1]) if levels else None for levels in texts]
    start = 0
    while start < len(ranges):
        end = start
        while end < len(ranges) and ranges[end] is not None and _same_group(texts, start, end):
            end += 1
        found = [one for one in ranges[start:end] if one is not None]
        if len(found) > 1 and all(_is_above(low, high) for low, high in pairwise(found)):
            yield range(start, end)
        start = max(end, start + 1)


def _same_group(texts: Sequence[tuple[str, ...]], start: int, at: int) -> bool:
    return texts[at][:-1] == texts[start][:-1]


def _range(head: str) -> Interval | None:
    found = read_count(head).interval
    return found if found is not None and not found.exact else None


def _is_above(one: Interval, other: Interval) -> bool:
    return one.high is not None and one.high <= other.low and one.low < other.low


def _platform(
    run: range, columns: Sequence[Column], texts: Sequence[tuple[str, ...]]
) -> Platform | None:
    """What stands over the ranges, else the account right before them; nothing over ranges of pay."""
    above = texts[run[0]][:-1]
    named = read_head(above).platform if above else None
    speaks = FOLLOWERS_WORDS | COUNT_WORDS
    other = bool(above) and not speaks & set(normal(" ".join(above)).split())
    if named is not None or other or run[0] == 0:
        return named
    before = columns[run[0] - 1].field
    return before.platform if before is not None else None


def _are_ticked(run: range, rows: Sequence[Row]) -> bool:
    cells = [[row[at] for at in run if at < len(row) and not _is_empty(row[at])] for row in rows]
    ticked = [found for found in cells if found and all(map(is_tick, found))]
    once = sum(len(found) == 1 for found in ticked)
    return 2 * len(ticked) > sum(map(bool, cells)) and once >= _MOST * len(ticked)
