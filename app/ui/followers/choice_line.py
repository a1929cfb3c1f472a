"""A line edit whose keys 1 to 9 choose while there is something to choose; it opens no list."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

_BREAKS = ("\n", "\r", "\u2028", "\u2029")


class ChoiceLine(QLineEdit):
    """Enter, Escape and the arrows up and down are the page's; a pasted block is not put into it."""

    entered = Signal()
    left = Signal()
    """Escape."""
    chosen = Signal(int)
    """The place of a choice, from 0."""
    pasted = Signal(str)
    """A text of several lines."""
    moved = Signal(int)
    """One line down (1) or up (-1)."""
    emptied = Signal()
    """Delete in an empty line."""

    def __init__(self) -> None:
        super().__init__()
        self.choices = 0
        """How many choices the digits stand for now; 0: digits are text."""
        # A file dropped on the window is to be read, not to be typed.
        self.setAcceptDrops(False)
        self.textEdited.connect(self._look_for_lines)

    def forget(self) -> None:
        """Empty the line for good: Ctrl+Z is not to bring back what was taken."""
        self.setText("")  # `clear` could be taken back

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            # Qt deletes to the end of a line by Ctrl+K; here it comes to the quick box.
            jump = event.key() == Qt.Key.Key_K and event.modifiers() == _CTRL
            if undo or redo or jump:
                # Nothing typed to take back: the window takes back what was recorded.
                event.ignore()
                return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._chooses(event) or self._pastes(event):
            return
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.modifiers() & _CTRL:
                self.entered.emit()
            case Qt.Key.Key_Down:
                self.moved.emit(1)
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case Qt.Key.Key_Delete if not self.text():
                self.emptied.emit()
            case _:
                super().keyPressEvent(event)

    def _chooses(self, event: QKeyEvent) -> bool:
        digit = event.text()
        if not (self.choices and digit.isascii() and digit.isdigit() and digit != "0"):
            return False
        if int(digit) > self.choices:
            return False
        self.chosen.emit(int(digit) - 1)
        return True

    def _pastes(self, event: QKeyEvent) -> bool:
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        text = QGuiApplication.clipboard().text()
        if not is_block(text):
            return False
        self.pasted.emit(text)
        return True

    @Slot(str)
    def _look_for_lines(self, text: str) -> None:
        """A block may also come from the menu or the middle button."""
        if is_block(text):
            self.forget()
            self.pasted.emit(text)


_CTRL = Qt.KeyboardModifier.ControlModifier


def is_block(text: str) -> bool:
    """Whether a text has more than one line."""
    return any(sign in text.strip() for sign in _BREAKS)
