"""The four totals at the top: each is a button that opens the people behind its number."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter
from typing_extensions import override

from app.ui.theme.painting import paint_icon, paint_text
from app.ui.theme.theme import Theme

_HEIGHT = 84
_PADDING = 14


@dataclass(frozen=True, slots=True)
class Total:
    """One total in finished words; `second` explains the number."""

    words: str
    number: str
    second: str


class TotalButton(QPushButton):
    """A card of 84 pixels with an icon, words, a large number and a second line."""

    def __init__(self, theme: Theme, icon: str, tone: str = "text_2") -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._tone = tone
        self._total = self._as_counted = Total("", "", "")
        # Toggle is the role of a plain surface with a hairline; this one is never checkable.
        self.setProperty("role", "toggle")
        self.setFixedHeight(_HEIGHT)
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_total(self, total: Total) -> None:
        """Another number."""
        self._as_counted = total
        self._put(total)

    def _put(self, total: Total) -> None:
        self._total = total
        self.setAccessibleName(f"{total.words} {total.number}")
        self.setAccessibleDescription(total.second)
        self.setToolTip(total.second)
        self.updateGeometry()
        self.update()

    def add_words(self, words: str) -> None:
        """Say more in the second line, which came later than the number; again takes its place."""
        counted = self._as_counted
        self._put(replace(counted, second=f"{counted.second}, {words}"))

    @override
    def sizeHint(self) -> QSize:
        words = self._theme.metrics("body").horizontalAdvance(self._total.words) + 22
        second = self._theme.metrics("small").horizontalAdvance(self._total.second)
        return QSize(max(words, second) + 2 * _PADDING + 2, _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        words = self._theme.metrics("body").horizontalAdvance(self._total.words) + 22
        return QSize(words + 2 * _PADDING, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        left, width = _PADDING, self.width() - 2 * _PADDING
        paint_icon(painter, self._theme, self._icon, self._tone, QRect(left, 13, 16, 16))
        words = QRect(left + 22, 12, width - 22, 18)
        paint_text(painter, self._theme, words, self._total.words, tone="text_2")
        number = QRect(left, 31, width, 28)
        paint_text(painter, self._theme, number, self._total.number, font="figure")
        second = QRect(left, 60, width, 16)
        paint_text(painter, self._theme, second, self._total.second, font="small", tone="text_2")
