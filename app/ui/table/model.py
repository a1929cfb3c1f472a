"""The table's rows for Qt: shown by text, sorted by value, edited through one hook."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from app.ui.table.column import Align, CellEdit, Column, Row, Sums
from app.ui.table.looks import CountLook, CountState, Look, TextLook
from app.ui.table.order import RowOrder
from app.ui.table.rearranging import rearrange
from app.ui.table.sums import sums_of, sums_of_rows

# Fetched once: reaching through the enum class in data() doubled the time of a full repaint.
_DISPLAY = Qt.ItemDataRole.DisplayRole
_EDIT = Qt.ItemDataRole.EditRole
_TOOLTIP = Qt.ItemDataRole.ToolTipRole
_ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
_ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
_HORIZONTAL = Qt.Orientation.Horizontal
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_NOTHING = Qt.ItemFlag.NoItemFlags
_WRITE = _READ | Qt.ItemFlag.ItemIsEditable

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

EditHook = Callable[[Sequence[CellEdit[Row]]], None]
"""Takes all cells of one act of the person (one typed cell, one pasted block): one undo step."""


class TableModel(QAbstractTableModel, Generic[Row]):
    """A list of rows under its own order. No proxy stands between it and the view.

    `key` names a row for good, also when its content is replaced. `search_text` is what the
    search looks into; without it, the texts of all columns.
    """

    shown_changed = Signal()
    """The rows shown, or one of them, changed."""
    filters_changed = Signal()

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        *,
        search_text: Callable[[Row], str] | None = None,
        edit: EditHook[Row] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = list(columns)
        self._places = {column.key: place for place, column in enumerate(columns)}
        self._key = key
        self._edit = edit
        self._order = RowOrder(columns, key, search_text or self._all_texts)
        self._pending: dict[tuple[Hashable, str], str] = {}
        self._notes: dict[str, str] = {}
        self._locked = False

    # What is shown

    @property
    def columns(self) -> Sequence[Column[Row]]:
        """The columns in the order in which they were given."""
        return self._columns

    def column_at(self, place: int) -> Column[Row]:
        """The column at a logical place."""
        return self._columns[place]

    def place_of(self, column: str) -> int:
        """The logical place of a column."""
        return self._places[column]

    def row_at(self, place: int) -> Row:
        """The row shown at a place, 0 on top."""
        return self._order.rows[self._order.shown[place]]

    def rows_shown(self) -> Iterator[Row]:
        """The rows as shown, top to bottom."""
        return (self._order.rows[position] for position in self._order.shown)

    def find(self, key: Hashable) -> int | None:
        """Where the row with this key is shown; None: it is not."""
        return self._order.place_of(key)

    def row_of(self, key: Hashable) -> Row | None:
        """The row with this key, also where search or filters hide it; None: there is none."""
        return self._order.row_of(key)

    def key_at(self, place: int) -> Hashable:
        """The key of the row shown at a place."""
        return self._key(self.row_at(place))

    @property
    def total_count(self) -> int:
        """All rows, shown or not."""
        return len(self._order.rows)

    @property
    def filtered_count(self) -> int:
        """The rows that search and filters let pass."""
        return len(self._order.shown)

    @property
    def narrowed(self) -> bool:
        """Whether a search or a filter is on."""
        return bool(self._order.query or self._order.filters)

    def look(self, place: int, column: int) -> Look:
        """What the delegate paints."""
        asked = self._columns[column]
        row = self.row_at(place)
        if self._pending and (text := self._pending.get((self._key(row), asked.key))) is not None:
            return CountLook(text, state=CountState.PENDING)
        if asked.look is not None:
            return asked.look(row)
        return TextLook(asked.show(row), tone=asked.tone, font=asked.font)

    # Changing the rows

    def set_rows(self, rows: Iterable[Row], sorted_by: str | None = None) -> None:
        """Take other rows; search, filters and sort stay. `sorted_by`: see `RowOrder.fill`."""
        self.beginResetModel()
        self._pending.clear()
        self._order.fill(rows, sorted_by)
        self.endResetModel()
        self.shown_changed.emit()

    def replace_row(self, key: Hashable, row: Row) -> None:
        """Show a row anew where it stands; it moves only at the next `settle`."""
        self._order.replace(key, row)
        self._pending = {cell: text for cell, text in self._pending.items() if cell[0] != key}
        self._repaint(key)
        self.shown_changed.emit()

    def forget_pending(self, key: Hashable, column: str) -> None:
        """Show a cell as it was: what was typed is not kept."""
        self._pending.pop((key, column), None)
        self._repaint(key)

    def settle(self) -> None:
        """Move rows edited since to where sort and filters want them."""
        if not self._order.settled:
            self._rearrange(self._order.settle)

    # Order

    def search(self, text: str) -> None:
        """Show the rows that hold every word of `text`."""
        self._rearrange(lambda: self._order.search(text))

    @property
    def filters(self) -> Mapping[str, frozenset[str]]:
        """The texts that pass, by column."""
        return self._order.filters

    def set_filter(self, column: str, texts: frozenset[str] | None) -> None:
        """Show only rows whose text in `column` is among `texts`; None lifts the filter."""
        self._rearrange(lambda: self._order.filter(column, texts))
        self.headerDataChanged.emit(_HORIZONTAL, self._places[column], self._places[column])
        self.filters_changed.emit()

    def clear_filters(self) -> None:
        """Lift the search and every filter."""
        self._rearrange(self._order.clear)
        self.headerDataChanged.emit(_HORIZONTAL, 0, len(self._columns) - 1)
        self.filters_changed.emit()

    def values(self, column: str) -> list[tuple[str, int]]:
        """The texts of a column and their numbers of rows, under the other filters."""
        return self._order.values(column)

    @property
    def sorting(self) -> tuple[str, bool] | None:
        """The column sorted by and whether downwards."""
        return self._order.sorting

    def sort_by(self, column: str | None, descending: bool = False) -> None:
        """Sort by a column's value; None: the order in which the rows came."""
        self._rearrange(lambda: self._order.sort(column, descending))
        self.headerDataChanged.emit(_HORIZONTAL, 0, len(self._columns) - 1)

    # Editing

    @property
    def locked(self) -> bool:
        """Whether nothing may be edited for now, as in a locked period."""
        return self._locked

    def set_locked(self, locked: bool) -> None:
        """Forbid or allow editing."""
        self._locked = locked

    def editable(self, place: int, column: int) -> bool:
        """Whether this cell may be typed into."""
        return (
            self._edit is not None
            and not self._locked
            and self._columns[column].edit_text is not None
        )

    def commit(self, cells: Sequence[tuple[int, int, str]]) -> None:
        """Hand the texts of cells (place, column, text) to the hook as one act."""
        if self._edit is None:
            return
        edits = []
        for place, column, text in cells:
            if self.editable(place, column):
                key = self._columns[column].key
                self._pending[(self.key_at(place), key)] = text
                edits.append(CellEdit(self.row_at(place), key, text))
        if edits:
            self._edit(edits)
            self.dataChanged.emit(
                self.index(min(c[0] for c in cells), 0),
                self.index(max(c[0] for c in cells), len(self._columns) - 1),
            )

    # Heads and sums

    def heading_note(self, column: int) -> str:
        """The second words in a head, such as "61/68"."""
        return self._notes.get(self._columns[column].key, "")

    def set_heading_note(self, column: str, note: str) -> None:
        """Put second words beside a heading."""
        self._notes[column] = note
        self.headerDataChanged.emit(_HORIZONTAL, self._places[column], self._places[column])

    def sums(self, blocks: Iterable[tuple[range, Sequence[int]]]) -> Sums:
        """Count and add the numbers in blocks of cells (places of rows, places of columns)."""
        return sums_of(self._columns, self.row_at, blocks)

    def sums_of_rows(self, places: Sequence[int], seen: Sequence[int], current: int) -> Sums:
        """The same for whole rows, of one of the columns `seen`."""
        return sums_of_rows(self._columns, self.row_at, places, seen, current)

    # Qt's questions

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._order.shown)

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        if role == _DISPLAY:
            column = self._columns[index.column()]
            return column.show(self._order.rows[self._order.shown[index.row()]])
        column = self._columns[index.column()]
        if role == _ALIGNMENT:
            return _RIGHT if column.align is Align.RIGHT else _LEFT
        if role == _EDIT and column.edit_text is not None:
            return column.edit_text(self.row_at(index.row()))
        if role == _TOOLTIP and column.tooltip is not None:
            return column.tooltip(self.row_at(index.row())) or None
        if role == _ACCESSIBLE:
            row = self.row_at(index.row())
            full = column.tooltip(row) if column.tooltip is not None else ""
            return f"{column.heading}: {full or column.show(row)}"
        return None

    @override
    def setData(self, index: _Index, value: object, role: int = _EDIT) -> bool:
        if role != _EDIT or not self.editable(index.row(), index.column()):
            return False
        self.commit([(index.row(), index.column(), str(value))])
        return True

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return _NOTHING
        return _WRITE if self.editable(index.row(), index.column()) else _READ

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != _HORIZONTAL or role not in (_DISPLAY, _ACCESSIBLE):
            return None
        heading = self._columns[section].heading
        note = self.heading_note(section)
        return f"{heading} {note}" if note and role == _ACCESSIBLE else heading

    def _all_texts(self, row: Row) -> str:
        return " ".join(column.show(row) for column in self._columns)

    def _repaint(self, key: Hashable) -> None:
        place = self.find(key)
        if place is not None:
            last = len(self._columns) - 1
            self.dataChanged.emit(self.index(place, 0), self.index(place, last))

    def _rearrange(self, change: Callable[[], None]) -> None:
        """Change the order and let Qt's selection and current cell follow their rows."""
        rearrange(self, self._order, change)
        self.shown_changed.emit()
