"""A line to search in, above a table that shows no search of its own until Ctrl+F asks for it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.ui.parts.buttons import icon_button
from app.ui.parts.fields import SearchField
from app.ui.theme.theme import Theme
from app.wording.language import Language


class FindLine(QWidget):
    """Escape or its cross puts it away, and everything is shown again."""

    searched = Signal(str)
    """The words, at each letter."""
    left = Signal()
    """Back to the table: to what was found, or to everything."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._field = SearchField(theme, language.say("Search in this table"))
        self._away = icon_button(theme, "x", language.say("Close the search"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._field)
        row.addWidget(self._away)
        row.addStretch(1)
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self.searched)
        self._field.entered.connect(self.left)
        self._away.clicked.connect(self.put_away)
        self.hide()

    def come(self) -> SearchField:
        """The field, in sight."""
        self.show()
        return self._field

    @Slot()
    def put_away(self) -> None:
        """No search any more."""
        self.forget()
        self.left.emit()

    @Slot()
    def forget(self) -> None:
        """The same, and the focus stays where it is: another table is shown."""
        self._field.clear()
        self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
            return False
        if event.type() == QEvent.Type.KeyPress:
            self.put_away()
        elif event.type() == QEvent.Type.ShortcutOverride:
            # Elsewhere on the page Escape may mean something else.
            event.accept()
        return True
