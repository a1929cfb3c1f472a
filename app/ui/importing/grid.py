"""The sheet as a grid: frozen row numbers and outcomes, mapping boxes in the heads, painted rows."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)
from typing_extensions import override

from app.domain.fields import Field
from app.ui.importing.column_widths import fit_columns, widen_columns
from app.ui.importing.corner import Corner
from app.ui.importing.mapping_header import ColumnHead, MappingHeader
from app.ui.importing.picture import SheetPicture
from app.ui.importing.row_header import RowHeader
from app.ui.importing.sheet_model import SheetModel
from app.ui.importing.sheet_paint import SheetDelegate
from app.ui.table.blocks import Blocks, PasteOverflow
from app.ui.table.keys import GridKeys
from app.ui.table.moves import Move
from app.ui.theme.theme import Theme
from app.wording.language import Language

_ROW = 26
_EDIT = (
    QAbstractItemView.EditTrigger.DoubleClicked
    | QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.AnyKeyPressed
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ANY_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ShiftModifier
)
_VALUES = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    Qt.Key.Key_L,
)
_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect
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
    paste_refused = Signal(object)
    """A PasteOverflow: ask, then perhaps `paste_fitting`. Nothing was changed."""
    values_asked = Signal(int, QPoint)
    """The list of the values of a column, and where it shall hang."""
    sums_changed = Signal(object)
    """Sums of the selected cells, for the status bar."""
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
        self._blocks = Blocks(self, self._model)
        self._sums_timer = QTimer(self, singleShot=True, interval=0)
        self._sums_timer.timeout.connect(self._sum)
        self._keys = GridKeys(self, self._model, editing=True)
        self._dress()
        self._keys.overflowed.connect(self.paste_refused)
        self._keys.filter_asked.connect(self._open_meanings)
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
        stays = self._model.set_picture(picture)
        self._numbers.fit()
        self._mapping.set_heads(heads, folded=picture.sheet.sheet.layout.is_known)
        self.updateGeometries()
        metrics, least = QFontMetrics(self._theme.fonts.body), self._mapping.least_width
        if not same:
            fit_columns(self, picture, heads, metrics, least)
        else:
            widen_columns(self, heads, least)
        self._join(picture)
        self._place_corner()
        if not same:
            first = self._model.place_of(picture.first_body_row) or 0
            self._stand_on(self._model.index(first, 0))
            self.scrollToTop()
            return
        if stays:
            return
        self.verticalScrollBar().setValue(down)
        self.horizontalScrollBar().setValue(right)
        place = self._model.place_of(row)
        if place is not None:
            self.selectionModel().setCurrentIndex(self._model.index(place, column), _ALONE)

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
        self._stand_on(self._model.index(place, column))

    def go_to(self, row: int, column: int | None) -> bool:
        """Bring a cell into sight and put the cursor there; False: the filter hides its row."""
        place = self._model.place_of(row)
        if place is None:
            return False
        index = self._model.index(place, column if column is not None else 0)
        self._keys.forget_run()
        self._stand_on(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def go_down(self) -> None:
        """To the cell below; after a run of Tabs to where it began."""
        self._keys.move(Move.ENTER)

    def paste_fitting(self, overflow: PasteOverflow) -> None:
        """Paste the part of a refused block that fits, after the person agreed."""
        self._blocks.paste_fitting(overflow.block)

    def end_typing(self) -> None:
        """Take what stands in an open cell, as leaving it would."""
        editor = self.indexWidget(self.currentIndex()) if self.is_editing else None
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

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
        if event.key() == Qt.Key.Key_Escape and self._model.filtered:
            self.left_filter.emit()
        elif (event.modifiers(), event.key()) == _VALUES:
            self._ask_for_values()
        elif event.key() in _ENTER and not event.modifiers() & _ANY_HELD:
            self.entered_row.emit()
        elif not self._keys.handle(event):
            # Any other key may open an editor: one opened by F2 keeps the arrows to itself.
            self._delegate.begin(typed=event.key() != Qt.Key.Key_F2)
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._keys.forget_run()
        self._delegate.begin(typed=False)
        super().mousePressEvent(event)

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        move = self._delegate.take_move()
        if move is not None:
            self.setFocus()
            self._keys.move(move)
        self.editing_ended.emit()

    @override
    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.row_reached.emit(self._model.row_at(current.row()))

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._sums_timer.start()

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
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(_EDIT)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def _ask_for_values(self) -> None:
        column = max(self.currentIndex().column(), 0)
        corner = QPoint(self._mapping.sectionViewportPosition(column), self._mapping.height())
        self.values_asked.emit(column, self._mapping.viewport().mapToGlobal(corner))

    @Slot()
    def _sum(self) -> None:
        self.sums_changed.emit(self._model.sums(self._blocks.ranges()))

    def _stand_on(self, index: QModelIndex) -> None:
        self.setCurrentIndex(index)
        # Said outright: while Shift is held, as in Shift+F8, Qt would add to what is selected.
        self.selectionModel().select(index, _ALONE)

    @Slot()
    def _open_meanings(self) -> None:
        box = self._mapping.box(max(self.currentIndex().column(), 0))
        if box is not None and box.isEnabled():
            self._returns = True
            box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            box.showPopup()

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
