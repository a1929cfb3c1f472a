"""What a typed line is read as: one sentence on its tint, or numbered choices beside each other."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from app.ui.parts.spoken import speak_as
from app.ui.theme.painting import paint_icon, paint_text
from app.ui.theme.theme import Theme

HEIGHT = 32
_PADDING = 10
_ICON = 16
_GAP = 8
_BADGE = 18
_NARROWEST = 40


class Tone(Enum):
    """How sure a reading is."""

    SURE = "sure"
    DOUBT = "doubt"
    HINT = "hint"
    """No reading yet: what can be typed."""


_LOOKS = {
    Tone.SURE: ("circle-check", "qualifies_text", "qualifies_tint"),
    Tone.DOUBT: ("circle-help", "warning_text", "warning_tint"),
    Tone.HINT: ("", "text_3", ""),
}


class ReadingField(QWidget):
    """Never taller than a button; what does not fit in two lines is elided, its tooltip has it whole."""

    chosen = Signal(int)
    """The place of a choice that was clicked, from 0."""
    changed = Signal()
    """Something else is shown."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        speak_as(self, QAccessible.Role.StaticText)
        self._theme = theme
        self._tone, self._lead, self._rest = Tone.HINT, "", ""
        self._choices: Sequence[str] = ()
        self._active = False
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(80)

    @property
    def choices(self) -> Sequence[str]:
        """The choices shown now."""
        return self._choices

    def say(self, tone: Tone, lead: str, rest: str = "") -> None:
        """One sentence, `lead` in bold."""
        self._active = False
        self._show(tone, lead, rest, ())

    def offer(self, lead: str, choices: Sequence[str], *, active: bool = True) -> None:
        """Choices with their digits, after a word or two; `active`: the digits choose now."""
        self._active = active
        self._show(Tone.DOUBT, lead, "", tuple(choices))

    def _show(self, tone: Tone, lead: str, rest: str, choices: Sequence[str]) -> None:
        self._tone, self._lead, self._rest, self._choices = tone, lead, rest, choices
        numbered = [f"{place} {words}" for place, words in enumerate(choices, start=1)]
        whole = "; ".join(filter(None, (f"{lead} {rest}".strip(), *numbered)))
        self.setAccessibleName(whole)
        self.setToolTip(whole)
        self.update()
        self.changed.emit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icon, ink, tint = _LOOKS[self._tone]
        box = self.rect()
        below = not self._choices and self._has_two_lines()
        if not self._choices:
            box.setWidth(min(box.width(), self._width_of_sentence(below=below)))
        if tint:
            line = self._theme.colour(ink) if self._theme.high_contrast else Qt.PenStyle.NoPen
            painter.setPen(QPen(line) if line is not Qt.PenStyle.NoPen else Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(tint))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        left = box.left() + (_PADDING if tint else 0)
        if icon:
            top = (self.height() - _ICON) // 2
            paint_icon(painter, self._theme, icon, ink, QRect(left, top, _ICON, _ICON))
            left += _ICON + _GAP
        first, second = QRect(box), QRect(box)
        if below:
            first.setBottom(box.center().y() + 1)
            second.setTop(box.center().y())
        after = self._word(painter, self._lead, left, first, "body_semibold", ink)
        self._word(painter, self._rest, left if below else after, second, "small", ink)
        for place, words in enumerate(self._choices):
            self._paint_choice(painter, self._box_of(place), place, words, ink)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        places = range(len(self._choices))
        hit = next((place for place in places if self._box_of(place).contains(at)), None)
        if hit is not None:
            # Only now: whoever hears it may show other choices at once.
            self.chosen.emit(hit)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._choices:
            at = [c for p, c in enumerate(self._choices) if self._box_of(p).contains(event.pos())]
            QToolTip.showText(event.globalPos(), at[0] if at else self.toolTip(), self)
            return True
        return super().event(event)

    def _word(
        self, painter: QPainter, words: str, left: int, line: QRect, font: str, ink: str
    ) -> int:
        right = line.right() - _PADDING
        if not words or left >= right:
            return left
        room = QRect(left, line.top(), right - left, line.height())
        paint_text(painter, self._theme, room, words, font=font, tone=ink)
        return left + self._theme.metrics(font).horizontalAdvance(words) + _GAP

    def _paint_choice(
        self, painter: QPainter, box: QRect, place: int, words: str, ink: str
    ) -> None:
        badge = QRect(box.left(), box.center().y() - _BADGE // 2 + 1, _BADGE, _BADGE)
        painter.setPen(QPen(self._theme.colour(ink), 1))
        painter.setBrush(self._theme.colour(ink if self._active else "surface"))
        painter.drawRoundedRect(QRectF(badge).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setFont(self._theme.font("small_semibold"))
        painter.setPen(self._theme.colour("surface" if self._active else ink))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(place + 1))
        rest = QRect(badge.right() + 7, box.top(), box.right() - badge.right() - 7, box.height())
        paint_text(painter, self._theme, rest, words, font="body_medium", tone=ink)

    def _box_of(self, place: int) -> QRect:
        lead = self._theme.metrics("body_semibold").horizontalAdvance(self._lead)
        left = _PADDING + _ICON + _GAP + (lead + 2 * _GAP if self._lead else 0)
        words = self._theme.metrics("body_medium")
        wanted = [_BADGE + 7 + words.horizontalAdvance(one) + 14 for one in self._choices]
        widths = _shares(wanted, self.width() - left - _PADDING)
        return QRect(left + sum(widths[:place]), 0, widths[place] - 10, self.height())

    def _has_two_lines(self) -> bool:
        """Where lead and rest have no room beside each other they stand below each other."""
        return bool(self._lead and self._rest) and self._width_of_sentence() > self.width()

    def _width_of_sentence(self, *, below: bool = False) -> int:
        lead = self._theme.metrics("body_semibold").horizontalAdvance(self._lead)
        rest = self._theme.metrics("small").horizontalAdvance(self._rest)
        icon = _ICON + _GAP if _LOOKS[self._tone][0] else 0
        words = max(lead, rest) if below else lead + (rest + _GAP if self._rest else 0)
        return 2 * _PADDING + icon + words + 2


def _shares(wanted: Sequence[int], room: int) -> list[int]:
    """Each gets what it needs; where there is too little room, the long ones give way evenly."""
    widths = list(wanted)
    while sum(widths) > room and max(widths) > _NARROWEST:
        longest = max(widths)
        second = max((width for width in widths if width < longest), default=_NARROWEST)
        many = widths.count(longest)
        over = -(-(sum(widths) - room) // many)
        lower = max(longest - over, second, _NARROWEST)
        widths = [lower if width == longest else width for width in widths]
    return widths
