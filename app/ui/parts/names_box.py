"""A list of names that is too long for a sentence: scrolled, and copied whole."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.dialog_frame import DialogFrame
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.language import Language

_SIZE = 440, 320


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
        self._names = QPlainTextEdit("\n".join(names))
        self._names.setReadOnly(True)
        self._names.setTabChangesFocus(True)
        self._names.setAccessibleName(sentence)
        copy = plain_button(theme, language.say("Copy"), icon="copy")
        close = primary_button(theme, language.say("Close"), keys="Esc")
        close.setDefault(True)
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.accept)
        frame = DialogFrame(self, *_SIZE)
        frame.middle.addWidget(label(theme, sentence, wrap=True))
        frame.middle.addWidget(self._names, 1)
        frame.set_buttons(None, copy, close)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._names.toPlainText())
