"""Merged cells inside the list: one unit beside many people, one "tidak punya" over all accounts."""

from collections.abc import Sequence

from app.domain.absence import says_none
from app.domain.fields import Field
from app.workbooks.layout.sheet import SheetLayout
from app.workbooks.reading import Merge

_DOWNWARD = frozenset({Field.UNIT, Field.ORGANISATION})


class MergedCells:
    """Gives every cell of a meaningful merge the value that stands in its first cell."""

    def __init__(self, layout: SheetLayout, merges: Sequence[Merge]) -> None:
        self._by_row: dict[int, list[Merge]] = {}
        self._values: dict[Merge, object] = {}
        if layout.header is None:
            return
        fields = {column.index: column.field for column in layout.columns}
        for merge in merges:
            if merge.first_row > layout.header.last + 1 and _is_meaningful(merge, fields):
                for row in range(merge.first_row, merge.last_row + 1):
                    self._by_row.setdefault(row, []).append(merge)

    def touch(self, number: int) -> bool:
        """Whether a meaningful merge reaches into this row."""
        return number in self._by_row

    def fill(self, number: int, row: Sequence[object]) -> Sequence[object]:
        """The row (1-based `number`) with its merged cells filled; rows come in order."""
        merges = self._by_row.get(number)
        if merges is None:
            return row
        cells = list(row)
        for merge in merges:
            if merge.last_column > len(cells):
                cells.extend([None] * (merge.last_column - len(cells)))
            first = merge.first_column - 1
            if number == merge.first_row:
                self._values[merge] = cells[first]
            value = self._values.get(merge)
            if merge.first_row == merge.last_row and not (
                isinstance(value, str) and says_none(value)
            ):
                continue
            for column in range(first, merge.last_column):
                if cells[column] in (None, ""):
                    cells[column] = value
        return cells


def _is_meaningful(merge: Merge, fields: dict[int, Field | None]) -> bool:
    covered = [fields.get(c - 1) for c in range(merge.first_column, merge.last_column + 1)]
    if merge.first_row == merge.last_row:
        return len(covered) > 1 and all(f is not None and f.platform is not None for f in covered)
    return len(covered) == 1 and covered[0] in _DOWNWARD
