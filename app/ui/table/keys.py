"""The spreadsheet's keys: what every clerk's fingers already know."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QTableView

from app.ui.table.blocks import Blocks, Cells
from app.ui.table.clipboard import to_block, to_mime
from app.ui.table.moves import Move

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_PLAIN = Qt.KeyboardModifier.NoModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_IN_A_RUN = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Shift,
)
_NO_RUN = -1

_Chord = tuple[Qt.KeyboardModifier, int]


class GridKeys(QObject):
    """Acts on one view; tables that cannot be edited get only the reading half."""

    opened = Signal()
    """Enter on a row that cannot be edited."""
    filter_asked = Signal()
    overflowed = Signal(object)
    """A PasteOverflow: the block did not fit and nothing was written."""

    def __init__(self, view: QTableView, model: Cells, *, editing: bool) -> None:
        super().__init__(view)
        self._view = view
        self._rows = view.model()
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
        if where not in (Move.ENTER, Move.TAB, Move.BACKTAB):
            self._run = _NO_RUN
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
            (_CTRL, key.Key_C): self.copy,
            (_CTRL | _SHIFT, key.Key_C): self.copy_with_headings,
            (_CTRL, key.Key_Insert): self.copy,
            (_ALT, key.Key_Down): self.filter_asked.emit,
            (_CTRL | _SHIFT, key.Key_L): self.filter_asked.emit,
            (_PLAIN, key.Key_F3): partial(self._step_found, 1),
            (_SHIFT, key.Key_F3): partial(self._step_found, -1),
            (_SHIFT, key.Key_Space): self._select_rows,
            **self._jumps(),
        }

    def _jumps(self) -> dict[_Chord, Callable[[], None]]:
        """Each jump, and the same with Shift held: the selection grows to where it goes."""
        key = Qt.Key
        jumps: dict[int, Callable[[], tuple[int, int]]] = {
            key.Key_Home: self._first_cell,
            key.Key_End: self._last_cell,
            key.Key_Up: partial(self._edge, -1, 0),
            key.Key_Down: partial(self._edge, 1, 0),
            key.Key_Left: partial(self._edge, 0, -1),
            key.Key_Right: partial(self._edge, 0, 1),
        }
        return {
            (held, pressed): partial(self._jump, target, extending=held != _CTRL)
            for pressed, target in jumps.items()
            for held in (_CTRL, _CTRL | _SHIFT)
        }

    def _writing(self) -> dict[_Chord, Callable[[], None]]:
        key = Qt.Key
        return {
            (_PLAIN, key.Key_Return): self._enter,
            (_PLAIN, key.Key_Enter): self._enter,
            (_SHIFT, key.Key_Return): partial(self._step, -1, 0),
            (_SHIFT, key.Key_Enter): partial(self._step, -1, 0),
            (_PLAIN, key.Key_Tab): self._tab,
            (_SHIFT, key.Key_Backtab): partial(self._step, 0, -1),
            (_PLAIN, key.Key_Delete): self._blocks.clear,
            (_PLAIN, key.Key_Backspace): self._blocks.clear,
            (_CTRL, key.Key_X): self.cut,
            (_SHIFT, key.Key_Delete): self.cut,
            (_CTRL, key.Key_V): self.paste,
            (_SHIFT, key.Key_Insert): self.paste,
            (_CTRL, key.Key_D): self._blocks.fill_down,
            (_CTRL, key.Key_Return): self._fill_with_current,
            (_CTRL, key.Key_Enter): self._fill_with_current,
        }

    # Clipboard

    def copy(self) -> None:
        """The selected block."""
        self._put_on_clipboard(headings=False)

    def copy_with_headings(self) -> None:
        """The selected block below the headings of its columns."""
        self._put_on_clipboard(headings=True)

    def cut(self) -> None:
        """Copy the block and empty its cells."""
        self.copy()
        self._blocks.clear()

    def paste(self) -> None:
        """What is on the clipboard; where it does not fit, nothing of it is written."""
        if not self._view.currentIndex().isValid():
            return
        overflow = self._blocks.paste(to_block(QGuiApplication.clipboard().text()))
        if overflow is not None:
            self.overflowed.emit(overflow)

    def _put_on_clipboard(self, *, headings: bool) -> None:
        block = self._blocks.copied(headings=headings)
        if block:
            QGuiApplication.clipboard().setMimeData(to_mime(block))

    def _fill_with_current(self) -> None:
        index = self._view.currentIndex()
        text = self._blocks.edit_text(index.row(), index.column()) if index.isValid() else None
        if text is not None:
            self.fill(text)

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

    def _step(self, down: int, right: int) -> None:
        index = self._view.currentIndex()
        columns = self._blocks.columns()
        if not index.isValid() or index.column() not in columns:
            return
        at = min(max(columns.index(index.column()) + right, 0), len(columns) - 1)
        self._go(index.row() + down, columns[at])

    def _step_found(self, down: int) -> None:
        """The search shows only what it finds: the next one is the next row, round and round."""
        rows = self._rows.rowCount()
        if rows:
            index = self._view.currentIndex()
            self._go((index.row() + down) % rows, max(index.column(), 0))

    def _first_cell(self) -> tuple[int, int]:
        return 0, self._blocks.columns()[0]

    def _last_cell(self) -> tuple[int, int]:
        return self._rows.rowCount() - 1, self._blocks.columns()[-1]

    def _edge(self, down: int, right: int) -> tuple[int, int]:
        """As in a spreadsheet: over what is filled to its end, over a gap to what comes next."""
        index = self._view.currentIndex()
        columns = self._blocks.columns()
        rows, wide = self._rows.rowCount(), len(columns)
        row = max(index.row(), 0)
        at = columns.index(index.column()) if index.column() in columns else 0

        def inside() -> bool:
            return 0 <= row + down < rows and 0 <= at + right < wide

        def filled_ahead() -> bool:
            return self._blocks.is_filled(row + down, columns[at + right])

        over_filled = inside() and self._blocks.is_filled(row, columns[at]) and filled_ahead()
        while inside() and filled_ahead() is over_filled:
            row, at = row + down, at + right
        if inside() and not over_filled:
            row, at = row + down, at + right
        return row, columns[at]

    def _jump(self, target: Callable[[], tuple[int, int]], *, extending: bool) -> None:
        if not self._rows.rowCount():
            return
        row, column = target()
        if extending:
            self._extend(row, column)
        else:
            self._go(row, column)

    def _extend(self, row: int, column: int) -> None:
        """Select from the corner where the selection began to a cell, and go there."""
        columns = self._blocks.columns()
        from_row, from_at = self._anchor(columns)
        ends = sorted((from_at, columns.index(column)))
        block = QItemSelection()
        for at in range(ends[0], ends[1] + 1):
            top, bottom = sorted((from_row, row))
            block.select(self._rows.index(top, columns[at]), self._rows.index(bottom, columns[at]))
        flag = QItemSelectionModel.SelectionFlag
        chosen = self._view.selectionModel()
        chosen.setCurrentIndex(self._rows.index(row, column), flag.NoUpdate)
        chosen.select(block, self._alone)
        self._view.scrollTo(self._rows.index(row, column))

    def _anchor(self, columns: Sequence[int]) -> tuple[int, int]:
        """The corner across from the cursor, as row and place among the columns seen."""
        index = self._view.currentIndex()
        here = max(index.row(), 0), columns.index(index.column()) if index.isValid() else 0
        ranges = self._blocks.ranges()
        rows = [row for part, _ in ranges for row in (part.start, part.stop - 1)]
        places = [columns.index(column) for _, part in ranges for column in part]
        corners = (
            {
                (row, at): (other_row, other_at)
                for row, other_row in ((min(rows), max(rows)), (max(rows), min(rows)))
                for at, other_at in ((min(places), max(places)), (max(places), min(places)))
            }
            if rows and places
            else {}
        )
        return corners.get(here, here)

    def _select_rows(self) -> None:
        """Every row with a selected cell, whole; the cursor stays."""
        flag = QItemSelectionModel.SelectionFlag
        chosen = self._view.selectionModel()
        chosen.select(chosen.selection(), flag.ClearAndSelect | flag.Rows)

    def _go(self, row: int, column: int) -> None:
        rows = self._rows.rowCount()
        if not rows:
            return
        index: QModelIndex = self._rows.index(min(max(row, 0), rows - 1), max(column, 0))
        self._view.setCurrentIndex(index)
        # Said outright: while Ctrl or Shift is held, Qt would add to what is selected.
        self._view.selectionModel().select(index, self._alone)
        self._view.scrollTo(index)

    @property
    def _alone(self) -> QItemSelectionModel.SelectionFlag:
        """To select this and nothing else, by rows where the table is chosen by rows."""
        flag = QItemSelectionModel.SelectionFlag
        by_rows = self._view.selectionBehavior() == QTableView.SelectionBehavior.SelectRows
        return flag.ClearAndSelect | flag.Rows if by_rows else flag.ClearAndSelect
