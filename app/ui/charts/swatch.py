"""What a colour of a chart means: a square of it beside its words."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from app.ui.parts.text import label
from app.ui.theme.theme import Theme

_SIDE = 10


class Legend(QHBoxLayout):
    """Squares and words in one line; the words of each can be changed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSpacing(8)
        self.addStretch()

    def add(self, tone: str, words: str = "") -> QLabel:
        """One more square at the right; gives its words."""
        shown = label(self._theme, words, font="small", tone="text_2")
        if self.count() > 1:
            self.insertSpacing(self.count() - 1, 8)
        self.insertWidget(self.count() - 1, _Swatch(self._theme, tone))
        self.insertWidget(self.count() - 1, shown)
        return shown


class _Swatch(QWidget):
    """A square."""

    def __init__(self, theme: Theme, tone: str) -> None:
        super().__init__()
        self._theme, self._tone = theme, tone
        self.setFixedSize(_SIDE, _SIDE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._theme.high_contrast:
            painter.setPen(QPen(self._theme.colour("border"), 1))
        painter.setBrush(self._theme.colour(self._tone))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
