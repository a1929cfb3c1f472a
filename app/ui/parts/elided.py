"""One line of words that may be cut short; the tooltip has it whole."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.ui.parts.spoken import speak_as
from app.ui.theme.painting import paint_text
from app.ui.theme.theme import Theme

_LEAST = 40


class Elided(QWidget):
    """Gives way to its neighbours, and says with an ellipsis that something is missing."""

    def __init__(self, theme: Theme, *, font: str = "body", tone: str = "text_2") -> None:
        super().__init__()
        speak_as(self, QAccessible.Role.StaticText)
        self._theme, self._font, self._tone = theme, font, tone
        self._words = ""
        self.setMinimumWidth(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def words(self) -> str:
        """All that is said, cut short or not."""
        return self._words

    def say(self, words: str, tooltip: str = "") -> None:
        """Other words; `tooltip` where it says more than they do."""
        self._words = words
        self.setToolTip(tooltip or words)
        self.setAccessibleName(tooltip or words)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = self._theme.metrics(self._font)
        return QSize(metrics.horizontalAdvance(self._words), metrics.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_text(painter, self._theme, self.rect(), self._words, font=self._font, tone=self._tone)
