"""The file's own rows as Qt asks for them; a filter is only a list of row numbers."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from app.domain.column_letters import column_letters
from app.ui.importing.picture import SheetPicture
from app.ui.table.blocks import COPIED_HEADING
from app.ui.table.column import Sums

_Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SheetModel(QAbstractTableModel):
    """Rows are counted from 1 as in the sheet; a place is where a row stands in the view."""

    corrected = Signal(list)
    """Cells that were typed over: row, column, text (None: as in the file)."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: SheetPicture | None = None
        self._only: frozenset[int] | None = None
        self._shown: Sequence[int] = ()

    @property
    def picture(self) -> SheetPicture | None:
        """What is painted."""
        return self._picture

    @property
    def filtered(self) -> bool:
        """Whether rows are hidden."""
        return self._only is not None

    def set_picture(self, picture: SheetPicture) -> bool:
        """Show another sheet, or the same one after another plan; the filter ends.

        True: every cell stands where it stood, and what is selected stays so.
        """
        if self._stays(picture):
            self._picture = picture
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, last.row())
            return True
        self.beginResetModel()
        self._picture = picture
        self._only = None
        self._show()
        self.endResetModel()
        return False

    def _stays(self, picture: SheetPicture) -> bool:
        before = self._picture
        same = before is not None and before.sheet is picture.sheet and not self.filtered
        size = len(picture.rows), picture.width
        return same and all(size) and size == (self.rowCount(), self.columnCount())

    def show_only(self, rows: Iterable[int] | None) -> None:
        """Show only these rows below the header; None: all rows."""
        self.beginResetModel()
        self._only = None if rows is None else frozenset(rows)
        self._show()
        self.endResetModel()

    def row_at(self, place: int) -> int:
        """The number of the row at a place."""
        return self._shown[place]

    def place_of(self, row: int) -> int | None:
        """Where a row stands; None where the filter hides it."""
        place = bisect_left(self._shown, row)
        return place if place < len(self._shown) and self._shown[place] == row else None

    def sums(self, blocks: Iterable[tuple[range, Sequence[int]]]) -> Sums:
        """Sums of the counts in blocks of cells (places of rows, columns)."""
        cells = count = total = 0
        rounded = False
        picture = self._picture
        if picture is None:
            return Sums()
        for places, columns in blocks:
            cells += len(places) * len(columns)
            counted = [column for column in columns if picture.is_number(column)]
            for place in places if counted else ():
                for column in counted:
                    found = picture.number(self._shown[place], column)
                    if found is not None:
                        count, total = count + 1, total + found[0]
                        rounded = rounded or found[1]
        return Sums(cells, count, total, rounded)

    def body_rows_shown(self) -> int:
        """How many planned rows are shown."""
        if self._picture is None:
            return 0
        planned = self._picture.planned
        return len(planned) if self._only is None else sum(row in planned for row in self._shown)

    def _show(self) -> None:
        picture = self._picture
        if picture is None:
            self._shown = ()
        elif self._only is None:
            self._shown = range(1, len(picture.rows) + 1)
        else:
            # The head stays in sight: what the columns mean is read there.
            self._shown = sorted({*picture.header_rows, *self._only})

    # Qt's side

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._picture is None else self._picture.width

    @override
    def data(self, index: _Index, role: int = _ROLE.DisplayRole) -> object:
        if self._picture is None or not index.isValid():
            return None
        row = self._shown[index.row()]
        if role in (_ROLE.DisplayRole, _ROLE.EditRole):
            return self._picture.text(row, index.column())
        if role in (_ROLE.ToolTipRole, _ROLE.AccessibleTextRole):
            return self._picture.tooltip(row, index.column())
        if role == _ROLE.TextAlignmentRole:
            return _RIGHT if self._picture.is_number(index.column()) else _LEFT
        return None

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.editable(index.row(), index.column()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def setData(self, index: _Index, value: object, role: int = _ROLE.EditRole) -> bool:
        self.commit([(index.row(), index.column(), str(value))])
        return True

    def editable(self, place: int, column: int) -> bool:
        """Whether this cell may be typed into."""
        picture = self._picture
        return picture is not None and picture.can_be_corrected(self._shown[place], column)

    def commit(self, cells: Sequence[tuple[int, int, str]]) -> None:
        """Say which of these cells are to be something else; what is no cell of the list is left."""
        picture = self._picture
        if picture is None:
            return
        typed = ((self._shown[place], column, text.strip()) for place, column, text in cells)
        changed = [
            (row, column, text)
            for row, column, text in typed
            if picture.can_be_corrected(row, column) and text != picture.text(row, column)
        ]
        if changed:
            self.corrected.emit(changed)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        if self._picture is None:
            return None
        if role == COPIED_HEADING and orientation is Qt.Orientation.Horizontal:
            return self._picture.heading(section)
        if role != _ROLE.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return column_letters(section)
        row = self._shown[section]
        return f"{row} {self._picture.mark(row).word}".strip()
