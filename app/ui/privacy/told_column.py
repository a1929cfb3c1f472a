"""The inside of a dialog about personal data: a title, sentences under heads, what is asked below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.ui.parts.dialog_frame import DialogFrame
from app.ui.parts.text import label
from app.ui.theme.theme import Theme

_WIDTH = 620


class ToldColumn:
    """Title, lead, words; whoever uses it adds what stands `below` them, and the buttons."""

    def __init__(self, theme: Theme, title: str, lead: str, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        self._theme = theme
        self._words = QVBoxLayout()
        self._words.setSpacing(6)
        self.below = QVBoxLayout()
        self.below.setSpacing(8)
        self._frame = DialogFrame(dialog, _WIDTH, ruled=True)
        column = self._frame.middle
        column.addWidget(label(theme, title, font="card_title", wrap=True))
        if lead:
            column.addWidget(label(theme, lead, tone="text_2", wrap=True))
        column.addLayout(self._words)
        column.addStretch()
        column.addLayout(self.below)

    def set_buttons(self, *buttons: QWidget) -> None:
        """At the right, the last one outermost."""
        self._frame.set_buttons(None, *buttons)

    def head(self, words: str) -> None:
        """The title of what follows."""
        if self._words.count():
            self._words.addSpacing(6)
        self._words.addWidget(label(self._theme, words, font="body_semibold", wrap=True))

    def tell(self, words: str, *, tone: str = "text") -> None:
        """One sentence; nothing for nothing."""
        if words:
            self._words.addWidget(label(self._theme, words, tone=tone, wrap=True))
