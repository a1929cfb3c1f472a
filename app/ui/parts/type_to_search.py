"""Letters typed where nothing can be typed go to the search field, as in a list of files."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class TypeToSearch(QObject):
    """Watches a part of a page that takes no letters itself, and the page around it."""

    def __init__(self, page: QWidget, part: QWidget, field: QLineEdit) -> None:
        super().__init__(page)
        self._field = field
        for watched in (page, part):
            watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        letter = event.text()
        # A space ticks and presses, a digit is a number for a cell: neither begins a name.
        if event.modifiers() & _HELD or not letter.isalpha():
            return False
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.setText(letter)
        return True
