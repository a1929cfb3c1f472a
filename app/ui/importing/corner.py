"""Where the heads of rows and columns of the sheet meet."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from app.ui.importing.mapping_header import LETTERS
from app.ui.theme.painting import paint_text
from app.ui.theme.theme import Theme


class Corner(QWidget):
    """Carries the heading of the outcomes."""

    def __init__(self, theme: Theme, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._number = 0
        # Qt's own button lies below, where nobody can press it; its name is heard all the same.
        for button in parent.findChildren(QAbstractButton):
            button.setAccessibleName(words)

    def set_number_width(self, width: int) -> None:
        """How wide the row numbers below are, in pixels."""
        self._number = width
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = self.rect()
        painter.fillRect(rect, self._theme.colour("surface_2"))
        width = rect.width() - self._number - 10
        words = QRect(self._number + 8, LETTERS, width, rect.height() - LETTERS)
        paint_text(painter, self._theme, words, self._words, font="small_semibold", tone="text_2")
        painter.setPen(self._theme.colour("border"))
        painter.drawLine(0, LETTERS - 1, rect.right(), LETTERS - 1)
        painter.drawLine(self._number - 1, 0, self._number - 1, rect.bottom())
        painter.drawLine(0, rect.bottom(), rect.right(), rect.bottom())
        painter.setPen(self._theme.colour("border_strong"))
        painter.drawLine(rect.right(), 0, rect.right(), rect.bottom())
