"""One total at the top: a button that opens the people behind its number."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter
from typing_extensions import override

from app.ui.parts.buttons import Button, ButtonRole
from app.ui.theme.painting import paint_icon, paint_text
from app.ui.theme.theme import Theme

_HEIGHT = 84
_PADDING = 14
_SECOND = 60
_LINK_PADDING = 10
"""Pixels of a small button before and after its words."""
_LINK = 28


@dataclass(frozen=True, slots=True)
class Total:
    """One total in finished words; `second` explains the number."""

    words: str
    number: str
    second: str


class TotalButton(QPushButton):
    """A card of 84 pixels with an icon, words, a large number and a second line."""

    link_clicked = Signal()
    """What was said later than the number has a list of its own."""

    def __init__(self, theme: Theme, icon: str, tone: str = "text_2") -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._tone = tone
        self._total = Total("", "", "")
        self._link: Button | None = None
        # Toggle is the role of a plain surface with a hairline; this one is never checkable.
        self.setProperty("role", "toggle")
        self.setFixedHeight(_HEIGHT)
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_total(self, total: Total) -> None:
        """Another number; what was said later of the one before it stays until it is said anew."""
        self._total = total
        self.setAccessibleName(f"{total.words} {total.number}")
        self._describe()

    def say_later(self, words: str, more: str = "") -> None:
        """Say more in the second line, as a link with a tooltip; no words take it away."""
        if self._link is None:
            self._link = Button(self._theme, words, role=ButtonRole.QUIET, small=True)
            self._link.setParent(self)
            self._link.setAutoDefault(True)
            self._link.clicked.connect(self.link_clicked)
        self._link.set_words(words)
        self._link.setToolTip(more or words)
        self._link.setAccessibleDescription(more)
        self._link.setVisible(bool(words))
        self._describe()

    def buttons(self) -> list[QPushButton]:
        """In the order of Tab."""
        linked = self._link is not None and not self._link.isHidden()
        return [self, self._link] if self._link is not None and linked else [self]

    @override
    def sizeHint(self) -> QSize:
        words = self._theme.metrics("body").horizontalAdvance(self._total.words) + 22
        second = self._second_width() + self._link_width()
        return QSize(max(words, second) + 2 * _PADDING + 2, _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        words = self._theme.metrics("body").horizontalAdvance(self._total.words) + 22
        return QSize(max(words, self._link_width()) + 2 * _PADDING, _HEIGHT)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_link()

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
        if self._second_fits():
            second = QRect(left, _SECOND, width, 16)
            text = self._total.second
            paint_text(painter, self._theme, second, text, font="small", tone="text_2")

    def _describe(self) -> None:
        linked = self._link is not None and not self._link.isHidden()
        later = self._link.text() if self._link is not None and linked else ""
        self.setAccessibleDescription(", ".join(filter(None, (self._total.second, later))))
        self.setToolTip(self._total.second)
        self._place_link()
        self.updateGeometry()
        self.update()

    def _second_width(self) -> int:
        return self._theme.metrics("small").horizontalAdvance(self._total.second)

    def _link_width(self) -> int:
        if self._link is None or self._link.isHidden():
            return 0
        return self._link.sizeHint().width()

    def _second_fits(self) -> bool:
        """A link needs its room; the words before it are in the tooltip as well."""
        room = self.width() - 2 * _PADDING
        return (
            not self._link_width()
            or self._second_width() + self._link_width() - _LINK_PADDING <= room
        )

    def _place_link(self) -> None:
        if self._link is None:
            return
        left = _PADDING - _LINK_PADDING
        if self._second_fits() and self._total.second:
            left += self._second_width() + 6
        width = min(self._link_width(), self.width() - left - 2)
        self._link.setGeometry(left, _SECOND + 8 - _LINK // 2, width, _LINK)
