"""Proposals below a field, from what stands with others already; Enter still saves the form."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit
from typing_extensions import override

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Completion(QObject):
    """Lives as long as its field. What was typed stands unless a proposal is walked to."""

    def __init__(self, field: QLineEdit, texts: Sequence[str]) -> None:
        super().__init__(field)
        self._field = field
        completer = QCompleter(list(texts), field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(6)
        field.setCompleter(completer)
        self._popup = completer.popup()
        # Installed last, so asked first: Qt's own filter would keep Enter for itself.
        self._popup.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() not in _ENTER:
            return False
        chosen = self._popup.currentIndex()
        if chosen.isValid():
            self._field.setText(str(chosen.data()))
        self._popup.hide()
        QCoreApplication.sendEvent(self._field, event.clone())
        return True
