"""Buttons: primary with its key hint, plain, quiet, bare, toggles."""

from enum import Enum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter
from typing_extensions import override

from app.ui.theme.painting import paint_icon
from app.ui.theme.theme import Theme


class ButtonRole(Enum):
    """How much a button calls: at most one primary on a page."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"
    BARE = "bare"
    TOGGLE = "toggle"


_INK = {
    ButtonRole.PRIMARY: "on_accent",
    ButtonRole.PLAIN: "text",
    ButtonRole.QUIET: "accent",
    ButtonRole.BARE: "text_2",
    ButtonRole.TOGGLE: "text",
}
_GAP = 8


class Button(QPushButton):
    """A button whose content we paint: icon, words, number, and after a thin line its keys.

    `keys` is only shown; the page binds the shortcut. Nothing is ever elided: it grows.
    """

    def __init__(
        self,
        theme: Theme,
        words: str,
        *,
        role: ButtonRole = ButtonRole.PLAIN,
        icon: str = "",
        icon_tone: str = "",
        keys: str = "",
        small: bool = False,
        tall: bool = False,
    ) -> None:
        super().__init__(words)
        self._theme = theme
        self._role = role
        self._icon = icon
        self._icon_tone = icon_tone
        self._keys = keys
        self._number = ""
        self._pad = 10 if small else 12
        self._height = 28 if small else 38 if tall else 32
        self._size = 15 if small else 16
        self.setProperty("role", role.value)
        self.setFont(self._words_font(small=small, tall=tall))
        self.setFixedHeight(self._height)
        self.setCheckable(role is ButtonRole.TOGGLE)
        self.setAccessibleName(words)
        if keys:
            self.setAccessibleDescription(keys)

    def set_words(self, words: str) -> None:
        """Say something else; the button grows or shrinks with it."""
        self.setText(words)
        self._name()

    def set_number(self, number: str) -> None:
        """A number after the words, as in a filter that says how many it finds."""
        self._number = number
        self._name()

    def set_icon(self, icon: str) -> None:
        """Another icon of resources/icons."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(2 * self._pad + self._content_width(), self._height)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        left = (self.width() - self._content_width()) // 2
        box = QRect(left, 1 if self.isDown() else 0, self.width() - left, self.height())
        self._paint_content(painter, box)

    def _paint_content(self, painter: QPainter, box: QRect) -> None:
        ink = _INK[self._role] if self.isEnabled() else "disabled"
        if self._icon:
            tone = self._icon_tone if self._icon_tone and self.isEnabled() else ink
            top = box.top() + (box.height() - self._size) // 2
            place = QRect(box.left(), top, self._size, self._size)
            paint_icon(painter, self._theme, self._icon, tone, place)
            box.setLeft(box.left() + self._size + (_GAP if self.text() else 0))
        strong = self._role is ButtonRole.TOGGLE and self.isChecked()
        font = self._theme.fonts.body_semibold if strong else self.font()
        self._write(painter, box, self.text(), font, ink)
        if self._number:
            box.setLeft(box.left() + 7)
            self._write(painter, box, self._number, self._theme.fonts.body_semibold, ink)
        if self._keys:
            middle = box.left() + 9
            painter.setPen(self._theme.colour(ink))
            painter.drawLine(middle, box.center().y() - 6, middle, box.center().y() + 7)
            box.setLeft(middle + 9)
            self._write(painter, box, self._keys, self._theme.fonts.tiny, ink)

    def _write(self, painter: QPainter, box: QRect, words: str, font: QFont, ink: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        box.setLeft(box.left() + QFontMetrics(font).horizontalAdvance(words))

    def _content_width(self) -> int:
        # Measured in the boldest letters it may show, so that checking it moves nothing.
        toggles = self._role is ButtonRole.TOGGLE
        words = self._theme.fonts.body_semibold if toggles else self.font()
        width = QFontMetrics(words).horizontalAdvance(self.text())
        if self._icon:
            width += self._size + (_GAP if self.text() else 0)
        if self._number:
            bold = QFontMetrics(self._theme.fonts.body_semibold)
            width += 7 + bold.horizontalAdvance(self._number)
        if self._keys:
            width += 18 + QFontMetrics(self._theme.fonts.tiny).horizontalAdvance(self._keys)
        return width

    def _words_font(self, *, small: bool, tall: bool) -> QFont:
        fonts = self._theme.fonts
        if tall:
            return fonts.card_title
        if self._role is ButtonRole.PRIMARY:
            return fonts.small_semibold if small else fonts.body_semibold
        return fonts.small_medium if small else fonts.body_medium

    def _name(self) -> None:
        self.setAccessibleName(f"{self.text()} {self._number}".strip())
        self.updateGeometry()
        self.update()


def primary_button(theme: Theme, words: str, *, icon: str = "", keys: str = "") -> Button:
    """The one thing to do on this page."""
    return Button(theme, words, role=ButtonRole.PRIMARY, icon=icon, keys=keys)


def plain_button(theme: Theme, words: str, *, icon: str = "", keys: str = "") -> Button:
    """Something else that can be done."""
    return Button(theme, words, icon=icon, keys=keys)


def quiet_button(theme: Theme, words: str, *, icon: str = "") -> Button:
    """Something minor: no border, in the accent."""
    return Button(theme, words, role=ButtonRole.QUIET, icon=icon)


def icon_button(theme: Theme, icon: str, name: str) -> Button:
    """Only an icon; `name` is said in the tooltip and by screen readers."""
    made = Button(theme, "", role=ButtonRole.BARE, icon=icon, small=True)
    made.setFixedWidth(28)
    made.setToolTip(name)
    made.setAccessibleName(name)
    return made
