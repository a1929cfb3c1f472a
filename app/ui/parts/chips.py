"""Chips, platform tags and the chips of active filters."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)
from typing_extensions import override

from app.domain.platform import Platform
from app.domain.verdict import Verdict
from app.ui.parts.spoken import speak_as
from app.ui.theme.painting import (
    CHIP_HEIGHT,
    TAG_HEIGHT,
    TAG_WIDTH,
    chip_width,
    paint_chip,
    paint_icon,
    paint_tag,
)
from app.ui.theme.theme import Theme
from app.ui.verdicts import VERDICT_LOOKS
from app.wording.language import Language

_FIXED = QSizePolicy.Policy.Fixed


class Chip(QWidget):
    """A word on its tint, with an icon."""

    def __init__(
        self,
        theme: Theme,
        word: str,
        *,
        icon: str = "",
        text: str = "text_2",
        tint: str = "surface_2",
        dashed: bool = False,
    ) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(_FIXED, _FIXED)
        speak_as(self, QAccessible.Role.StaticText)
        self.show_as(word, icon=icon, text=text, tint=tint, dashed=dashed)

    def show_as(self, word: str, *, icon: str, text: str, tint: str, dashed: bool = False) -> None:
        """Say something else; `text` and `tint` are tokens."""
        self._word, self._icon, self._text, self._tint = word, icon, text, tint
        self._dashed = dashed
        self.setAccessibleName(word)
        self.setFixedSize(chip_width(self._theme, word, icon=bool(icon)), CHIP_HEIGHT)
        self.update()

    def show_verdict(self, verdict: Verdict, word: str) -> None:
        """Show a verdict."""
        look = VERDICT_LOOKS[verdict]
        self.show_as(word, icon=look.icon, text=look.text, tint=look.tint, dashed=look.dashed)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(
            painter,
            self._theme,
            self.rect(),
            icon=self._icon,
            word=self._word,
            text=self._text,
            tint=self._tint,
            dashed=self._dashed,
        )


class PlatformTag(QWidget):
    """Two letters for a platform; its name in the tooltip and for screen readers."""

    def __init__(self, theme: Theme, platform: Platform) -> None:
        super().__init__()
        self._theme = theme
        self._platform = platform
        self.setFixedSize(TAG_WIDTH, TAG_HEIGHT)
        speak_as(self, QAccessible.Role.StaticText)
        self.setToolTip(platform.name_shown)
        self.setAccessibleName(platform.name_shown)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_tag(painter, self._theme, 0, TAG_HEIGHT // 2, self._platform.tag)


class FilterChip(QPushButton):
    """An active filter; a click on it or Delete removes it."""

    removed = Signal()

    def __init__(self, theme: Theme, language: Language, words: str) -> None:
        super().__init__(words)
        self._theme = theme
        self.setProperty("role", "filter_chip")
        self.setFont(theme.fonts.small_medium)
        self.setFixedHeight(28)
        remove = language.say("Remove the filter {filter}").format(filter=words)
        self.setToolTip(remove)
        self.setAccessibleName(remove)
        self.clicked.connect(self.removed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self.text()) + 66, 28)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        paint_icon(painter, self._theme, "funnel", "accent", QRect(10, 7, 14, 14))
        paint_icon(painter, self._theme, "x", "accent", QRect(self.width() - 24, 7, 14, 14))
        painter.setFont(self.font())
        painter.setPen(self._theme.colour("accent"))
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(31, 0, -30, 0), middle, self.text())
