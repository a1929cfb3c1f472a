"""The spreadsheet's keys: what every clerk's fingers already know."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QTableView

from app.ui.table.blocks import Blocks
from app.ui.table.clipboard import to_block
from app.ui.table.delegate import Move
from app.ui.table.model import TableModel

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_PLAIN = Qt.KeyboardModifier.NoModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_IN_A_RUN = (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Shift)
_NO_RUN = -1

_Chord = tuple[Qt.KeyboardModifier, int]


class GridKeys(QObject):
    """Acts on one view; tables that cannot be edited get only the reading half."""

    opened = Signal()
    """Enter on a row that cannot be edited."""
    filter_asked = Signal()
    overflowed = Signal(object)
    """A PasteOverflow: the block did not fit and nothing was written."""

    def __init__(self, view: QTableView, model: TableModel[Any], *, editing: bool) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._blocks = Blocks(view, model)
        self._run = _NO_RUN
        self._actions = self._reading() | (self._writing() if editing else {})

    def handle(self, event: QKeyEvent) -> bool:
        """Do what the key means here; False leaves it to Qt."""
        chord = (event.modifiers() & ~_KEYPAD, event.key())
        action = self._actions.get(chord)
        typed = action is None and event.text() != "" and event.text().isprintable()
        if chord[1] not in _IN_A_RUN and not typed:
            self._run = _NO_RUN
        if action is None:
            return False
        action()
        return True

    def move(self, where: Move) -> None:
        """Go on after a committed cell."""
        match where:
            case Move.ENTER:
                self._enter()
            case Move.TAB:
                self._tab()
            case Move.BACKTAB:
                self._step(0, -1)
            case Move.UP:
                self._step(-1, 0)
            case Move.DOWN:
                self._step(1, 0)
            case Move.LEFT:
                self._step(0, -1)
            case Move.RIGHT:
                self._step(0, 1)

    def fill(self, text: str) -> None:
        """Write one text into every selected cell."""
        self._blocks.fill(text)

    def forget_run(self) -> None:
        """A click ends a run of Tabs."""
        self._run = _NO_RUN

    def _reading(self) -> dict[_Chord, Callable[[], None]]:
        key = Qt.Key
        return {
            (_PLAIN, key.Key_Return): self.opened.emit,
            (_PLAIN, key.Key_Enter): self.opened.emit,
            (_CTRL, key.Key_C): self._copy,
            (_CTRL | _SHIFT, key.Key_C): self._copy_with_headings,
            (_ALT, key.Key_Down): self.filter_asked.emit,
            (_CTRL | _SHIFT, key.Key_L): self.filter_asked.emit,
            (_CTRL, key.Key_Home): self._to_start,
            (_CTRL, key.Key_End): self._to_end,
            (_CTRL, key.Key_Up): self._to_top,
            (_CTRL, key.Key_Down): self._to_bottom,
            (_CTRL, key.Key_Left): self._to_left,
            (_CTRL, key.Key_Right): self._to_right,
            (_SHIFT, key.Key_Space): self._select_row,
        }

    def _writing(self) -> dict[_Chord, Callable[[], None]]:
        key = Qt.Key
        return {
            (_PLAIN, key.Key_Return): self._enter,
            (_PLAIN, key.Key_Enter): self._enter,
            (_SHIFT, key.Key_Return): self._up,
            (_PLAIN, key.Key_Tab): self._tab,
            (_SHIFT, key.Key_Backtab): self._backtab,
            (_PLAIN, key.Key_Delete): self._blocks.clear,
            (_PLAIN, key.Key_Backspace): self._blocks.clear,
            (_CTRL, key.Key_X): self._cut,
            (_CTRL, key.Key_V): self._paste,
            (_CTRL, key.Key_D): self._blocks.fill_down,
            (_CTRL, key.Key_Return): self._fill_with_current,
            (_CTRL, key.Key_Enter): self._fill_with_current,
        }

    # Clipboard

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._blocks.copied(headings=False))

    def _copy_with_headings(self) -> None:
        QGuiApplication.clipboard().setText(self._blocks.copied(headings=True))

    def _cut(self) -> None:
        self._copy()
        self._blocks.clear()

    def _paste(self) -> None:
        if not self._view.currentIndex().isValid():
            return
        overflow = self._blocks.paste(to_block(QGuiApplication.clipboard().text()))
        if overflow is not None:
            self.overflowed.emit(overflow)

    def _fill_with_current(self) -> None:
        text = self._view.currentIndex().data(Qt.ItemDataRole.EditRole)
        if text is not None:
            self.fill(str(text))

    # Moving

    def _enter(self) -> None:
        run, self._run = self._run, _NO_RUN
        index = self._view.currentIndex()
        if index.isValid():
            self._go(index.row() + 1, run if run != _NO_RUN else index.column())

    def _tab(self) -> None:
        if self._run == _NO_RUN:
            self._run = self._view.currentIndex().column()
        self._step(0, 1)

    def _backtab(self) -> None:
        self._step(0, -1)

    def _up(self) -> None:
        self._step(-1, 0)

    def _step(self, down: int, right: int) -> None:
        index = self._view.currentIndex()
        columns = self._blocks.columns()
        if not index.isValid() or index.column() not in columns:
            return
        at = min(max(columns.index(index.column()) + right, 0), len(columns) - 1)
        self._go(index.row() + down, columns[at])

    def _to_start(self) -> None:
        self._go(0, self._blocks.columns()[0])

    def _to_end(self) -> None:
        self._go(self._model.rowCount() - 1, self._blocks.columns()[-1])

    def _to_top(self) -> None:
        self._go(0, self._view.currentIndex().column())

    def _to_bottom(self) -> None:
        self._go(self._model.rowCount() - 1, self._view.currentIndex().column())

    def _to_left(self) -> None:
        self._go(self._view.currentIndex().row(), self._blocks.columns()[0])

    def _to_right(self) -> None:
        self._go(self._view.currentIndex().row(), self._blocks.columns()[-1])

    def _select_row(self) -> None:
        index = self._view.currentIndex()
        flag = QItemSelectionModel.SelectionFlag
        how = flag.ClearAndSelect | flag.Rows
        self._view.selectionModel().select(index, how)

    def _go(self, row: int, column: int) -> None:
        rows = self._model.rowCount()
        if not rows:
            return
        index: QModelIndex = self._model.index(min(max(row, 0), rows - 1), max(column, 0))
        self._view.setCurrentIndex(index)
        self._view.scrollTo(index)
