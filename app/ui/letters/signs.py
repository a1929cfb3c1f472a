"""The letters of a window, painted over everything while Alt is held."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.ui.letters.asking import Wanted
from app.ui.theme.theme import Theme
from app.wording.language import Language

_SIZE = QSize(16, 16)
_OVER = QPoint(5, 6)
"""How far a sign stands out of the upper left corner of its button or field."""


class LetterSigns(QWidget):
    """Takes neither mouse nor keys: it only says what can be pressed."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        given: Sequence[tuple[Wanted, str]],
        top: QWidget,
    ) -> None:
        super().__init__(top)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(language.say("Letters to press with Alt"))
        self.setGeometry(top.rect())
        self._signs = [
            (letter, place)
            for thing, letter in given
            if letter and (place := self._place(thing.at, top)) is not None
        ]
        self.raise_()

    @property
    def letters(self) -> Sequence[str]:
        """Those that are to be seen."""
        return [letter for letter, _ in self._signs]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.fonts.tiny_semibold)
        for letter, place in self._signs:
            painter.setBrush(self._theme.colour("text"))
            painter.setPen(QPen(self._theme.colour("surface"), 1))
            painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(self._theme.colour("surface"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, letter)

    def _place(self, at: QWidget, top: QWidget) -> QRect | None:
        """Where the sign of a widget is painted; None while the widget is scrolled out of sight."""
        seen = at.visibleRegion().boundingRect()
        if seen.isEmpty():
            return None
        corner = at.mapTo(top, seen.topLeft()) - _OVER
        inside = self.rect().adjusted(0, 0, -_SIZE.width(), -_SIZE.height())
        corner.setX(min(max(corner.x(), 0), inside.right()))
        corner.setY(min(max(corner.y(), 0), inside.bottom()))
        return QRect(corner, _SIZE)
