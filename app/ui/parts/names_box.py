"""A list of names that is too long for a sentence: scrolled, and copied whole."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.language import Language


class NamesBox(QDialog):
    """One name a line; Escape closes."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        sentence: str,
        names: Sequence[str],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Gaung")
        self.setMinimumSize(440, 320)
        self._names = QPlainTextEdit("\n".join(names))
        self._names.setReadOnly(True)
        self._names.setTabChangesFocus(True)
        self._names.setAccessibleName(sentence)
        copy = plain_button(theme, language.say("Copy"), icon="copy")
        close = primary_button(theme, language.say("Close"), keys="Esc")
        close.setDefault(True)
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(copy)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(theme, sentence, wrap=True))
        column.addWidget(self._names, 1)
        column.addLayout(row)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._names.toPlainText())
