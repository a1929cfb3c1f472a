"""Counts and adds the numbers of selected cells, for the status bar."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from app.ui.table.column import Column, Row, Sums


def sums_of(
    columns: Sequence[Column[Row]],
    row_at: Callable[[int], Row],
    blocks: Iterable[tuple[range, Sequence[int]]],
) -> Sums:
    """Sums over blocks of cells (places of rows, places of columns)."""
    cells = count = total = 0
    rounded = False
    for places, at in blocks:
        cells += len(places) * len(at)
        chosen = [columns[column] for column in at]
        summed = [(c.number, c.rounded) for c in chosen if c.number is not None]
        for row in map(row_at, places) if summed else ():
            for number, about in summed:
                value = number(row)
                if value is not None:
                    count += 1
                    total += value
                    rounded = rounded or (about is not None and about(row))
    return Sums(cells, count, total, rounded)


def sums_of_rows(
    columns: Sequence[Column[Row]],
    row_at: Callable[[int], Row],
    places: Sequence[int],
    seen: Sequence[int],
    current: int,
) -> Sums:
    """Sums over whole rows: of the column under the cursor, else of the only one with numbers.

    Numbers of different columns are never added: each column counts something else.
    """
    numbers = [column for column in seen if columns[column].number is not None]
    chosen = [current] if current in numbers else numbers if len(numbers) == 1 else []
    sums = sums_of(columns, row_at, ((range(place, place + 1), chosen) for place in places))
    heading = columns[chosen[0]].heading if chosen else ""
    return replace(sums, cells=len(places) * len(seen), rows=len(places), heading=heading)
