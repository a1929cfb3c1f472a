"""A row that is a button: a name, what belongs to it in a second line, platforms at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter
from typing_extensions import override

from app.domain.platform import Platform
from app.ui.theme.painting import TAG_WIDTH, paint_tag, paint_text
from app.ui.theme.theme import Theme

_HEIGHT = 42
_PADDING = 8
_GAP = 4


class TwoLineButton(QPushButton):
    """Pressed to open whom or what it names."""

    def __init__(
        self, theme: Theme, first: str, second: str, platforms: Sequence[Platform] = ()
    ) -> None:
        super().__init__(first)
        self._theme = theme
        self._second = second
        self._tags = [platform.tag for platform in platforms]
        self.setProperty("role", "list_row")
        self.setFixedHeight(_HEIGHT)
        self.setAutoDefault(False)
        names = ", ".join(platform.name_shown for platform in platforms)
        self.setAccessibleName(", ".join(filter(None, (first, second, names))))
        self.setToolTip("\n".join(filter(None, (first, second, names))))

    @override
    def sizeHint(self) -> QSize:
        return QSize(220, _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        right = self.width() - _PADDING
        for tag in reversed(self._tags):
            right -= TAG_WIDTH
            paint_tag(painter, self._theme, right, self.height() // 2, tag)
            right -= _GAP
        room = right - _PADDING - _GAP
        first = QRect(_PADDING, 4, room, 18)
        paint_text(painter, self._theme, first, self.text(), font="body_medium")
        second = QRect(_PADDING, 22, room, 16)
        paint_text(painter, self._theme, second, self._second, font="small", tone="text_2")
