"""Counts and adds the numbers of selected cells, for the status bar."""

from collections.abc import Callable, Iterable, Sequence

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
