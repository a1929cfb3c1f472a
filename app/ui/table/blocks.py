"""Blocks of a table's cells: what is selected, copied, pasted, filled and cleared."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QTableView

from app.ui.table.clipboard import to_text
from app.ui.table.model import TableModel


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

    def __init__(self, view: QTableView, model: TableModel[Any]) -> None:
        self._view = view
        self._model = model

    def columns(self) -> list[int]:
        """The logical places of the columns that are seen, left to right."""
        header = self._view.horizontalHeader()
        places = (header.logicalIndex(at) for at in range(header.count()))
        return [place for place in places if not header.isSectionHidden(place)]

    def selected(self) -> list[QModelIndex]:
        """The selected cells that are seen."""
        seen = set(self.columns())
        return [i for i in self._view.selectionModel().selectedIndexes() if i.column() in seen]

    def ranges(self) -> list[tuple[range, list[int]]]:
        """The selection as rectangles: rows, and the columns of them that are seen.

        Everything selected in 100,000 rows is one rectangle here and half a million indexes
        in `selected`.
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

    def copied(self, *, headings: bool) -> str:
        """The rectangle around the selection as tab-separated text; cells outside it are empty."""
        cells = {(i.row(), i.column()): str(i.data() or "") for i in self.selected()}
        rows = sorted({row for row, _ in cells})
        touched = {column for _, column in cells}
        columns = [column for column in self.columns() if column in touched]
        block = [[cells.get((row, column), "") for column in columns] for row in rows]
        if headings:
            block.insert(0, [self._model.column_at(column).heading for column in columns])
        return to_text(block)

    def paste(self, block: Sequence[Sequence[str]]) -> PasteOverflow | None:
        """Write a block, or one value into every selected cell; says so where it does not fit."""
        if not block:
            return None
        selected = self.selected()
        if len(block) == 1 and len(block[0]) == 1 and len(selected) > 1:
            self._model.commit([(i.row(), i.column(), block[0][0]) for i in selected])
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
        self._model.commit([(i.row(), i.column(), text) for i in self.selected()])

    def fill_down(self) -> None:
        """Copy the topmost selected cell of each column down; of a single cell, the one above."""
        selected = self.selected()
        cells = []
        for column in {index.column() for index in selected}:
            rows = sorted(index.row() for index in selected if index.column() == column)
            source, targets = (rows[0], rows[1:]) if len(rows) > 1 else (rows[0] - 1, rows)
            edit_text = self._model.column_at(column).edit_text
            if edit_text is not None and source >= 0:
                text = edit_text(self._model.row_at(source))
                cells += [(row, column, text) for row in targets]
        if cells:
            self._model.commit(cells)

    def _laid(
        self, block: Sequence[Sequence[str]]
    ) -> tuple[list[tuple[int, int, str]], PasteOverflow | None]:
        """The cells of a block laid with its corner at the selection's, as far as there is room."""
        columns = self.columns()
        top, left = self._corner(columns)
        room_rows = self._model.rowCount() - top
        room_columns = len(columns) - left
        cells = [
            (top + down, columns[left + right], text)
            for down, line in enumerate(block[:room_rows])
            for right, text in enumerate(line[:room_columns])
        ]
        read_only = any(not self._model.editable(row, column) for row, column, _ in cells)
        wide = max(len(line) for line in block)
        if len(block) > room_rows or wide > room_columns or read_only:
            kept = tuple(tuple(line) for line in block)
            return cells, PasteOverflow(kept, room_rows, room_columns, read_only)
        return cells, None

    def _corner(self, columns: Sequence[int]) -> tuple[int, int]:
        cells = self.selected() or [self._view.currentIndex()]
        row = min(index.row() for index in cells)
        column = min(columns.index(index.column()) for index in cells if index.column() in columns)
        return row, column
