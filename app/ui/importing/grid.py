"""The sheet as a grid: frozen row numbers and outcomes, mapping boxes in the heads, painted rows."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)
from typing_extensions import override

from app.domain.fields import Field
from app.ui.importing.corner import Corner
from app.ui.importing.mapping_header import ColumnHead, MappingHeader
from app.ui.importing.picture import SheetPicture
from app.ui.importing.row_header import RowHeader
from app.ui.importing.sheet_model import SheetModel
from app.ui.importing.sheet_paint import SheetDelegate
from app.ui.theme.theme import Theme
from app.wording.language import Language

_ROW = 26
_MEASURED_ROWS = 60
_WIDEST = 240
_WIDEST_UNUSED = 150
_EDIT = (
    QAbstractItemView.EditTrigger.DoubleClicked
    | QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.AnyKeyPressed
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_Index = QModelIndex | QPersistentModelIndex


class SheetGrid(QTableView):
    """Shows one sheet. What is asked in it goes out as signals; it changes nothing itself."""

    header_asked = Signal(int, bool)
    meaning_chosen = Signal(int, object)
    row_reached = Signal(int)
    """The number of the row under the cursor."""
    corrected = Signal(list)
    """Cells that were typed over."""
    editing_ended = Signal()
    entered_row = Signal()
    """Enter, while no cell is open."""
    left_filter = Signal()
    """Escape: all rows are wanted again."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._sheet: object = None
        self._returns = False
        self._model = SheetModel()
        self._numbers = RowHeader(theme, language, self._model, self)
        self._mapping = MappingHeader(theme, language, self)
        self._corner = Corner(theme, language.say("Outcome"), self)
        self._delegate = SheetDelegate(theme, self._model, self)
        self.setAccessibleName(language.say("Rows of the file"))
        self.setVerticalHeader(self._numbers)
        self.setHorizontalHeader(self._mapping)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self._dress()
        self._numbers.header_asked.connect(self.header_asked)
        self._mapping.meaning_chosen.connect(self._choose_meaning)
        self._mapping.reached.connect(self._show_column)
        self.horizontalScrollBar().valueChanged.connect(self._mapping.place)
        self._model.corrected.connect(self.corrected)

    # For the page

    @property
    def current_row(self) -> int:
        """The number of the row under the cursor; 0 where there is none."""
        index = self.currentIndex()
        return self._model.row_at(index.row()) if index.isValid() else 0

    def rows_shown(self) -> int:
        """How many rows below the header are shown."""
        return self._model.body_rows_shown()

    def show_picture(self, picture: SheetPicture, heads: Sequence[ColumnHead]) -> None:
        """Paint a sheet; the cursor and the place stay where the sheet is the same."""
        same = picture.sheet is self._sheet
        row, column = self.current_row, max(self.currentIndex().column(), 0)
        down, right = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        self._sheet = picture.sheet
        self._model.set_picture(picture)
        self._numbers.fit()
        self._mapping.set_heads(heads, folded=picture.sheet.sheet.layout.is_known)
        self.updateGeometries()
        if not same:
            self._fit_columns(picture, heads)
        else:
            self._widen_columns(heads)
        self._join(picture)
        self._place_corner()
        if not same:
            first = self._model.place_of(picture.first_body_row) or 0
            self.setCurrentIndex(self._model.index(first, 0))
            self.scrollToTop()
            return
        self.verticalScrollBar().setValue(down)
        self.horizontalScrollBar().setValue(right)
        place = self._model.place_of(row)
        if place is not None:
            self.selectionModel().setCurrentIndex(
                self._model.index(place, column),
                self.selectionModel().SelectionFlag.ClearAndSelect,
            )

    def show_only(self, rows: Sequence[int] | None) -> None:
        """Hide all rows below the header but these; None shows them all."""
        picture = self._model.picture
        if picture is None or (rows is None and not self._model.filtered):
            return
        row, column = self.current_row, max(self.currentIndex().column(), 0)
        self._model.show_only(rows)
        self._join(picture)
        place = self._model.place_of(row)
        if place is None:
            place = next((at for at in range(self._model.rowCount()) if self._is_body(at)), 0)
        self.setCurrentIndex(self._model.index(place, column))

    def go_to(self, row: int, column: int | None) -> bool:
        """Bring a cell into sight and put the cursor there; False: the filter hides its row."""
        place = self._model.place_of(row)
        if place is None:
            return False
        index = self._model.index(place, column if column is not None else 0)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def go_down(self) -> None:
        """To the cell below."""
        below = self.currentIndex().siblingAtRow(self.currentIndex().row() + 1)
        if below.isValid():
            self.setCurrentIndex(below)

    def below_cell(self) -> QPoint:
        """Where a list for the cell under the cursor opens, on the screen."""
        cell = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(cell.bottomLeft())

    def set_greyed(self, greyed: bool) -> None:
        """Show that what is painted is old while a new plan is being made."""
        self._delegate.greyed = self._numbers.greyed = greyed
        self.viewport().update()
        self._numbers.viewport().update()

    def set_meanings_enabled(self, enabled: bool) -> None:
        """While files are read or written no meaning can change."""
        self._mapping.set_enabled(enabled=enabled)

    @property
    def is_editing(self) -> bool:
        """Whether a cell is open: nothing may be painted anew under it."""
        return self.state() is QAbstractItemView.State.EditingState

    # Qt's side

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() == Qt.Key.Key_Down:
            box = self._mapping.box(max(self.currentIndex().column(), 0))
            if box is not None and box.isEnabled():
                self._returns = True
                box.setFocus(Qt.FocusReason.ShortcutFocusReason)
                box.showPopup()
        elif event.key() == Qt.Key.Key_Escape and self._model.filtered:
            self.left_filter.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(str(self.currentIndex().data() or ""))
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste(QApplication.clipboard().text())
        elif event.key() in _ENTER and not event.modifiers() & _HELD and not self.is_editing:
            self.entered_row.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self._model.put([(self.current_row, self.currentIndex().column(), "")])
        else:
            super().keyPressEvent(event)

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self.go_down()
        self.editing_ended.emit()

    @override
    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.row_reached.emit(self._model.row_at(current.row()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_corner()

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(_EDIT)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def _paste(self, text: str) -> None:
        """A block from Excel, its first cell where the cursor stands."""
        start, column = self.currentIndex().row(), self.currentIndex().column()
        lines = text.rstrip("\r\n").splitlines()
        last = self._model.rowCount()
        cells = [
            (self._model.row_at(start + down), column + right, cell.strip())
            for down, line in enumerate(lines)
            if start >= 0 and start + down < last
            for right, cell in enumerate(line.split("\t"))
        ]
        self._model.put(cells)

    def _place_corner(self) -> None:
        self._corner.set_number_width(self._numbers.number_width)
        self._corner.setGeometry(0, 0, self._numbers.width(), self._mapping.height())
        self._corner.raise_()

    def _is_body(self, place: int) -> bool:
        picture = self._model.picture
        return picture is not None and not picture.is_header(self._model.row_at(place))

    def _join(self, picture: SheetPicture) -> None:
        self.clearSpans()
        for row, column, wide in picture.joined():
            place = self._model.place_of(row)
            if place is not None:
                self.setSpan(place, column, 1, wide)

    def _fit_columns(self, picture: SheetPicture, heads: Sequence[ColumnHead]) -> None:
        """As wide as the first rows and the box need, within reason."""
        metrics = QFontMetrics(self._theme.fonts.body)
        first = picture.first_body_row
        rows = range(first, min(first + _MEASURED_ROWS, len(picture.rows) + 1))
        for column, head in enumerate(heads):
            texts = (picture.text(row, column) for row in rows)
            widest = max((metrics.horizontalAdvance(text) for text in texts), default=0) + 20
            most = _WIDEST if head.used else _WIDEST_UNUSED
            least = self._mapping.least_width(head)
            self.setColumnWidth(column, max(min(widest, most), least))

    def _widen_columns(self, heads: Sequence[ColumnHead]) -> None:
        for column, head in enumerate(heads):
            least = self._mapping.least_width(head)
            if self.columnWidth(column) < least:
                self.setColumnWidth(column, least)

    @Slot(int, object)
    def _choose_meaning(self, column: int, field: Field | None) -> None:
        if self._returns:
            # The list was opened from a cell: the cursor goes on from there.
            self._returns = False
            self.setFocus()
        self.meaning_chosen.emit(column, field)

    @Slot(int)
    def _show_column(self, column: int) -> None:
        row = max(self.rowAt(0), 0)
        self.scrollTo(self._model.index(row, column))
