"""The table itself: frozen first column, filtering heads, spreadsheet keys, a memory."""

from collections.abc import Hashable
from enum import Enum
from typing import Generic

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QMenu, QTableView
from typing_extensions import override

from app.ui.table.arrangement import Arrangement
from app.ui.table.blocks import Blocks, PasteOverflow
from app.ui.table.column import Row
from app.ui.table.delegate import CellDelegate
from app.ui.table.dressing import dress
from app.ui.table.filtering import ColumnFilter
from app.ui.table.frozen import FrozenColumn
from app.ui.table.header import FilterHeader
from app.ui.table.keys import GridKeys
from app.ui.table.memory import TableMemory
from app.ui.table.menu import CellMenu
from app.ui.table.model import TableModel
from app.ui.table.moves import Move
from app.ui.table.reading_note import ReadingNote
from app.ui.table.ring import paint_row_ring, update_row_ring
from app.ui.theme.theme import Theme
from app.wording.language import Language

_Index = QModelIndex | QPersistentModelIndex


class Purpose(Enum):
    """What a person does with the table."""

    READ = "read"
    """Rows are chosen and opened."""
    EDIT = "edit"
    """Cells are selected, typed into, pasted over."""


class TableView(QTableView, Generic[Row]):
    """One table of a page. It looks at `model`, which the page fills and keeps."""

    opened = Signal(object)
    """Enter or a double click on a row of a table for reading: the row."""
    row_chosen = Signal(object)
    """Another row is current: the row, or None."""
    sums_changed = Signal(object)
    """Sums of the selected cells, for the status bar."""
    menu_filled = Signal(object)
    """The QMenu over the cells, before it opens: the page may add to it."""
    paste_refused = Signal(object)
    """A PasteOverflow: ask, then perhaps `paste_fitting`. Nothing was written."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        model: TableModel[Row],
        *,
        name: str,
        key: str,
        memory: TableMemory,
        purpose: Purpose = Purpose.READ,
        row_height: int = 30,
        keeps_filters: bool = False,
    ) -> None:
        """`name` is said by screen readers; `key` names the table in its memory.

        `keeps_filters`: they stand again the next day; only where the page shows them as chips.
        """
        super().__init__()
        self._theme = theme
        self._model = model
        self._editing = purpose is Purpose.EDIT
        self._frozen: FrozenColumn | None = None
        self._kept: tuple[Hashable, int] | None = None
        # Where the cursor was: a search may have taken its row away.
        self._column = 0
        self.setAccessibleName(name)
        dress(self, row_height, editing=self._editing)
        self._head = FilterHeader(theme, model, self)
        self.setHorizontalHeader(self._head)
        self.setModel(model)
        self._delegate = CellDelegate(theme, model, cells=self._editing, parent=self)
        self.setItemDelegate(self._delegate)
        self._blocks = Blocks(self, model)
        self._keys = GridKeys(self, model, editing=self._editing)
        if not self._editing:
            ReadingNote(language, self)
        self._frozen = FrozenColumn(theme, model, self, self.open_filter, always=self._editing)
        self._menu = CellMenu(language, self, self._keys, self._blocks, editing=self._editing)
        self._menu.open_over(self._frozen.view)
        self._arrangement = Arrangement(
            language, self, model, key, memory, keeps_filters=keeps_filters
        )
        self._arrangement.follow(self._frozen.header)
        self._filtering = ColumnFilter(
            theme, language, self, model, self._arrangement, self._frozen
        )
        self._sums_timer = QTimer(self, singleShot=True, interval=0)
        self._connect()
        self._arrangement.restore()

    # For the page

    def current_row(self) -> Row | None:
        """The row under the cursor."""
        index = self.currentIndex()
        return self._model.row_at(index.row()) if index.isValid() else None

    def selected_rows(self) -> list[Row]:
        """The rows with a selected cell, top to bottom."""
        places = {place for rows, _ in self._blocks.ranges() for place in rows}
        return [self._model.row_at(place) for place in sorted(places)]

    def choose(self, key: Hashable, column: int = -1) -> bool:
        """Make the row with this key current and bring it into sight; False: it is not shown."""
        place = self._model.find(key)
        if place is None:
            return False
        column = max(self.currentIndex().column(), 0) if column < 0 else column
        self.setCurrentIndex(self._model.index(place, column))
        return True

    @property
    def is_typed_into(self) -> bool:
        """Whether a cell is open: other rows would take the text out of a hand."""
        return any(one.isVisible() for one in self.viewport().findChildren(QLineEdit))

    def set_greyed(self, greyed: bool) -> None:
        """Show that the content is old while the new one is being loaded."""
        self._delegate.greyed = greyed
        self.viewport().update()
        if self._frozen is not None:
            self._frozen.set_greyed(greyed=greyed)

    def type_anew(self) -> None:
        """Open the current cell as typing would: empty, and arrows leave it."""
        self.setFocus()
        self._delegate.begin(typed=True)
        self.edit(self.currentIndex())

    def paste_fitting(self, overflow: PasteOverflow) -> None:
        """Paste the part of a refused block that fits, after the person agreed."""
        self._blocks.paste_fitting(overflow.block)

    def columns_menu(self) -> QMenu:
        """A menu that shows and hides columns, for the button "Kolom"."""
        return self._arrangement.menu()

    @Slot()
    def go_to_first_row(self) -> None:
        """From the search field into the table, to where something can be typed."""
        self.setFocus()
        if self._model.rowCount():
            seen = [self._column, *self._blocks.columns()] if self._editing else []
            writable = (column for column in seen if self._model.editable(0, column))
            self.setCurrentIndex(self._model.index(0, next(writable, self._column)))

    @Slot(int)
    def open_filter(self, place: int) -> None:
        """Open the value filter of a column (its logical place) below its head."""
        self._filtering.open(place)

    # Qt's side

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.handle(event):
            # Any other key may open an editor: an editor opened by F2 keeps the arrows to itself.
            self._delegate.begin(typed=event.key() != Qt.Key.Key_F2)
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._keys.forget_run()
        self._delegate.begin(typed=False)
        super().mousePressEvent(event)

    @override
    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self._column = current.column()
        if current.row() == previous.row():
            return
        if not self._editing:
            update_row_ring(self, previous.row(), current.row())
        if previous.isValid() and self.state() != QAbstractItemView.State.EditingState:
            self._settle_timer.start()
        self.row_chosen.emit(self._model.row_at(current.row()) if current.isValid() else None)

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._sums_timer.start()
        if self._editing:
            # The frame of a block reaches over cells whose own state did not change.
            self.viewport().update()

    @override
    def scrollTo(
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        super().scrollTo(index, hint)
        # Qt already scrolls while the table is being built.
        if self._frozen is None or index.column() == 0:
            return
        hidden = self._frozen.width - self.visualRect(index).left()
        if hidden > 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrangement.stretch()
        if self._frozen is not None:
            self._frozen.place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if not self._editing:
            paint_row_ring(painter, self._theme, self)
            return
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        selection = self.selectionModel().selection()
        for part in (selection.at(at) for at in range(selection.count())):
            corner = self._model.index(part.top(), part.left())
            opposite = self._model.index(part.bottom(), part.right())
            if corner != opposite:
                block = self.visualRect(corner) | self.visualRect(opposite)
                painter.drawRect(block.adjusted(0, 0, -2, -2))

    def _connect(self) -> None:
        self._settle_timer = QTimer(self, singleShot=True, interval=0)
        self._settle_timer.timeout.connect(self._model.settle)
        self._sums_timer.timeout.connect(self._sum)
        self._model.shown_changed.connect(self._sums_timer.start)
        self._model.modelAboutToBeReset.connect(self._keep)
        self._model.modelReset.connect(self._restore)
        self._head.filter_asked.connect(self.open_filter)
        self._delegate.left_editor.connect(self._leave_editor)
        self._delegate.filled.connect(self._fill)
        self._filtering.applied.connect(self._stand)
        self._keys.opened.connect(self._open)
        self._keys.filter_asked.connect(self._open_current_filter)
        self._keys.overflowed.connect(self.paste_refused)
        self._menu.filled.connect(self.menu_filled)
        self.doubleClicked.connect(self._open)

    @Slot(Move)
    def _leave_editor(self, move: Move) -> None:
        self.setFocus()
        self._keys.move(move)

    @Slot(str)
    def _fill(self, text: str) -> None:
        self.setFocus()
        self._keys.fill(text)

    @Slot()
    def _open(self) -> None:
        row = self.current_row()
        if row is not None and not self._editing:
            self.opened.emit(row)

    @Slot()
    def _open_current_filter(self) -> None:
        # A filter may just have taken the row of the cursor away: its column is still meant.
        self.open_filter(self._column)

    @Slot()
    def _stand(self) -> None:
        """A filter chosen by keyboard leaves the cursor on something, in the same column."""
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, self._column))

    @Slot()
    def _sum(self) -> None:
        ranges = self._blocks.ranges()
        if self._editing:
            self.sums_changed.emit(self._model.sums(ranges))
        else:
            places = sorted({place for rows, _ in ranges for place in rows})
            columns = self._blocks.columns()
            self.sums_changed.emit(self._model.sums_of_rows(places, columns, self._column))

    @Slot()
    def _keep(self) -> None:
        index = self.currentIndex()
        here = (self._model.key_at(index.row()), index.column()) if index.isValid() else None
        self._kept = here

    @Slot()
    def _restore(self) -> None:
        if self._kept is not None:
            self.choose(*self._kept)
