"""Blocks of a table's cells: what is selected, copied, pasted, filled and cleared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView

from app.ui.table.clipboard import Copied

_Cell = tuple[int, int, str]
_HORIZONTAL = Qt.Orientation.Horizontal
COPIED_HEADING = Qt.ItemDataRole.UserRole + 1
"""A heading in a copied block, where it is another one than the table shows."""
_MOST_DIGITS = 15
"""A spreadsheet rounds numbers with more."""


class Cells(Protocol):
    """What the model below a grid can do besides what Qt asks of every model."""

    def editable(self, place: int, column: int) -> bool:
        """Whether this cell may be typed into."""

    def commit(self, cells: Sequence[_Cell]) -> None:
        """Take the texts of cells (place, column, text) as one act of the person."""


@dataclass(frozen=True, slots=True)
class PasteOverflow:
    """A block that does not fit where it was to be pasted; nothing of it was written."""

    block: tuple[tuple[str, ...], ...]
    room_rows: int
    room_columns: int
    read_only: bool
    """It would also cover cells that cannot be edited."""

    @property
    def rows(self) -> int:
        """How many rows the block has."""
        return len(self.block)

    @property
    def columns(self) -> int:
        """How many columns its widest row has."""
        return max(len(line) for line in self.block)


class Blocks:
    """Reads and writes rectangles of one view, in the order in which the columns are seen."""

    def __init__(self, view: QTableView, model: Cells) -> None:
        self._view = view
        self._model = model
        self._rows = view.model()

    def columns(self) -> list[int]:
        """The logical places of the columns that are seen, left to right."""
        header = self._view.horizontalHeader()
        places = (header.logicalIndex(at) for at in range(header.count()))
        return [place for place in places if not header.isSectionHidden(place)]

    def selected(self) -> list[tuple[int, int]]:
        """The selected cells that are seen, row by row: row and column."""
        cells = {
            (row, column) for rows, columns in self.ranges() for row in rows for column in columns
        }
        return sorted(cells)

    def ranges(self) -> list[tuple[range, list[int]]]:
        """The selection as rectangles: rows, and the columns of them that are seen.

        Everything selected in 100,000 rows is one rectangle here and half a million indexes
        in Qt's own list.
        """
        seen = set(self.columns())
        selection = self._view.selectionModel().selection()
        parts = (selection.at(at) for at in range(selection.count()))
        return [
            (
                range(part.top(), part.bottom() + 1),
                [column for column in range(part.left(), part.right() + 1) if column in seen],
            )
            for part in parts
        ]

    def copied(self, *, headings: bool) -> list[list[Copied]]:
        """The rectangle around the selection; cells outside it are empty."""
        chosen = set(self.selected())
        rows = sorted({row for row, _ in chosen})
        touched = {column for _, column in chosen}
        columns = [column for column in self.columns() if column in touched]
        block = [
            [
                self._copy(row, column) if (row, column) in chosen else Copied("")
                for column in columns
            ]
            for row in rows
        ]
        if headings and block:
            block.insert(0, [Copied(self._heading(column)) for column in columns])
        return block

    def paste(self, block: Sequence[Sequence[str]]) -> PasteOverflow | None:
        """Write a block, or fill the selection with it; says so where it does not fit.

        One value fills every selected cell, and a block a selection that is several times its
        size, as in a spreadsheet.
        """
        if not block:
            return None
        cells, overflow = self._laid(block)
        if overflow is not None:
            return overflow
        self._model.commit(cells)
        return None

    def paste_fitting(self, block: Sequence[Sequence[str]]) -> None:
        """Write the part of a block that fits: only after the person said so."""
        cells, _ = self._laid(block)
        self._model.commit([c for c in cells if self._model.editable(c[0], c[1])])

    def clear(self) -> None:
        """Empty the selected cells."""
        self.fill("")

    def fill(self, text: str) -> None:
        """Write one text into every selected cell."""
        self._model.commit([(row, column, text) for row, column in self.selected()])

    def fill_down(self) -> None:
        """Copy the topmost selected cell of each column down; of a single cell, the one above."""
        selected = self.selected()
        cells = []
        for column in {column for _, column in selected}:
            rows = [row for row, at in selected if at == column]
            source, targets = (rows[0], rows[1:]) if len(rows) > 1 else (rows[0] - 1, rows)
            text = self.edit_text(source, column) if source >= 0 else None
            if text is not None:
                cells += [(row, column, text) for row in targets]
        if cells:
            self._model.commit(cells)

    def edit_text(self, row: int, column: int) -> str | None:
        """What an editor of this cell would begin with; None where it has none."""
        if not self._model.editable(row, column):
            return None
        text = self._rows.index(row, column).data(Qt.ItemDataRole.EditRole)
        return None if text is None else str(text)

    def is_filled(self, row: int, column: int) -> bool:
        """Whether something stands in this cell."""
        return bool(self._rows.index(row, column).data())

    def _heading(self, column: int) -> str:
        own = self._rows.headerData(column, _HORIZONTAL, COPIED_HEADING)
        return str(own or self._rows.headerData(column, _HORIZONTAL) or "")

    def _copy(self, row: int, column: int) -> Copied:
        index = self._rows.index(row, column)
        text = str(index.data() or "")
        return Copied(text, number=_is_number(text, index))

    def _laid(self, block: Sequence[Sequence[str]]) -> tuple[list[_Cell], PasteOverflow | None]:
        """The cells of a block laid with its corner at the selection's, as far as there is room."""
        filled = self._filling(block)
        if filled is not None:
            read_only = not self._all_editable(filled)
            kept = tuple(tuple(line) for line in block)
            room = len({row for row, _, _ in filled}), len({column for _, column, _ in filled})
            return filled, PasteOverflow(kept, *room, read_only) if read_only else None
        columns = self.columns()
        top, left = self._corner(columns)
        room_rows = self._rows.rowCount() - top
        room_columns = len(columns) - left
        cells = [
            (top + down, columns[left + right], text)
            for down, line in enumerate(block[:room_rows])
            for right, text in enumerate(line[:room_columns])
        ]
        read_only = not self._all_editable(cells)
        wide = max(len(line) for line in block)
        if len(block) > room_rows or wide > room_columns or read_only:
            kept = tuple(tuple(line) for line in block)
            return cells, PasteOverflow(kept, room_rows, room_columns, read_only)
        return cells, None

    def _filling(self, block: Sequence[Sequence[str]]) -> list[_Cell] | None:
        """The selection filled with the block over and over; None where it is not made for that."""
        deep, wide = len(block), max(len(line) for line in block)
        selected = self.selected()
        if deep == wide == 1:
            text = block[0][0]
            return [(row, column, text) for row, column in selected] if len(selected) > 1 else None
        rows = sorted({row for row, _ in selected})
        touched = {column for _, column in selected}
        columns = [column for column in self.columns() if column in touched]
        whole = len(rows) * len(columns) == len(selected) > deep * wide
        even = all(len(line) == wide for line in block)
        if not whole or not even or len(rows) % deep or len(columns) % wide:
            return None
        return [
            (row, column, block[down % deep][right % wide])
            for down, row in enumerate(rows)
            for right, column in enumerate(columns)
        ]

    def _all_editable(self, cells: Iterable[_Cell]) -> bool:
        return all(self._model.editable(row, column) for row, column, _ in cells)

    def _corner(self, columns: Sequence[int]) -> tuple[int, int]:
        here = self._view.currentIndex()
        cells = self.selected() or [(here.row(), here.column())]
        row = min(row for row, _ in cells)
        column = min(columns.index(column) for _, column in cells if column in columns)
        return row, column


def _is_number(text: str, index: QModelIndex | QPersistentModelIndex) -> bool:
    """A whole number in a column of numbers: these stand at the right."""
    if not (text.isascii() and text.isdigit()) or len(text) > _MOST_DIGITS:
        return False
    how = index.data(Qt.ItemDataRole.TextAlignmentRole)
    return how is not None and bool(how & Qt.AlignmentFlag.AlignRight)
