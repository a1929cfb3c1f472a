"""A strip over every page that says one thing of the whole office."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.ui.parts.text import icon_label, label
from app.ui.theme.theme import Theme


class Told(QFrame):
    """Hidden until there is something to say."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self.setProperty("role", "sample")
        self.setMinimumHeight(40)
        self._words = label(theme, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(8)
        row.addWidget(icon_label(theme, "lock", tone="accent"))
        row.addWidget(label(theme, title, font="body_semibold"))
        row.addWidget(self._words, 1)
        self.hide()

    def say(self, words: str) -> None:
        """Shows it, with these words beside the title."""
        self._words.setText(words)
        self.show()
