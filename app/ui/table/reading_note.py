"""Says once that a table is for reading, where somebody types, pastes or deletes in it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView, QToolTip
from typing_extensions import override

from app.wording.language import Language

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_WRITING = frozenset(
    {
        (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Delete),
        (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Backspace),
        (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_F2),
        (_SHIFT, Qt.Key.Key_Delete),
        (_SHIFT, Qt.Key.Key_Insert),
        (_CTRL, Qt.Key.Key_X),
        (_CTRL, Qt.Key.Key_V),
        (_CTRL, Qt.Key.Key_D),
    }
)
_FOR_MS = 6000


class ReadingNote(QObject):
    """The keys themselves go on: a page may know them, and letters find the row they begin."""

    def __init__(self, language: Language, view: QTableView) -> None:
        super().__init__(view)
        self._language = language
        self._view = view
        self._told = False
        view.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._told = False
        elif not self._told and isinstance(event, QKeyEvent) and _writes(event):
            self._told = True
            self._tell()
        return False

    def _tell(self) -> None:
        words = self._language.say("This table is for reading: nothing is changed here.")
        below = self._view.visualRect(self._view.currentIndex()).bottomLeft()
        where = self._view.viewport().mapToGlobal(below)
        QToolTip.showText(where, words, self._view, self._view.rect(), _FOR_MS)


def _writes(event: QKeyEvent) -> bool:
    if event.type() != QEvent.Type.KeyPress:
        return False
    if (event.modifiers(), event.key()) in _WRITING:
        return True
    held = event.modifiers() & ~(_SHIFT | Qt.KeyboardModifier.KeypadModifier)
    # A space chooses, in every list.
    typed = event.text().strip()
    return held == Qt.KeyboardModifier.NoModifier and bool(typed) and typed.isprintable()
