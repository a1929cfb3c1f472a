"""Cells of which a proof says nothing: a formula there is worked out anew by each program."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Uncovered:
    """Cells of one column, from row `first` to row `last`; all are counted from 0."""

    column: int
    first: int
    last: int

    @property
    def cells(self) -> int:
        """How many they are."""
        return self.last - self.first + 1


def uncovered_cells(cells: Iterable[tuple[int, int]]) -> tuple[Uncovered, ...]:
    """Of each row and column given, in as few runs as there can be."""
    found: list[Uncovered] = []
    for column, row in sorted({(column, row) for row, column in cells}):
        before = found[-1] if found else None
        if before is not None and (before.column, before.last) == (column, row - 1):
            found[-1] = Uncovered(column, before.first, row)
        else:
            found.append(Uncovered(column, row, row))
    return tuple(found)


class Covering:
    """Leaves those cells out of rows that come from top to bottom."""

    def __init__(self, uncovered: Iterable[Uncovered]) -> None:
        self._ahead: dict[int, list[Uncovered]] = {}
        for run in sorted(uncovered, key=lambda run: run.first, reverse=True):
            self._ahead.setdefault(run.column, []).append(run)

    def covered(self, row: int, cells: Sequence[str]) -> Sequence[str]:
        """The row with "" in the place of each cell that is left out."""
        if not self._ahead:
            return cells
        kept = list(cells)
        for column, runs in self._ahead.items():
            while runs and runs[-1].last < row:
                runs.pop()
            if runs and runs[-1].first <= row and column < len(kept):
                kept[column] = ""
        return kept
