"""How each look of a cell is painted."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from app.ui.table.looks import (
    ChangeLook,
    ChipLook,
    CountLook,
    CountState,
    Look,
    MarkLook,
    TextLook,
)
from app.ui.theme.painting import (
    CHIP_HEIGHT,
    chip_width,
    paint_chip,
    paint_icon,
    paint_tag,
    paint_text,
)
from app.ui.theme.theme import Theme
from app.ui.verdicts import VERDICT_LOOKS

_PADDING = 8
_RIGHT = Qt.AlignmentFlag.AlignRight
_LEFT = Qt.AlignmentFlag.AlignLeft
ABOUT = "≈ "
"""Stands before a number that a platform or a person rounded."""


def paint_look(
    painter: QPainter,
    theme: Theme,
    rect: QRect,
    look: Look,
    *,
    right: bool,
    selected: bool,
    bold: bool,
) -> None:
    """Paint one cell's look in `rect`; the ground of a selected cell is already there."""
    box = rect.adjusted(_PADDING, 0, -_PADDING, -1)
    match look:
        case TextLook():
            _text(painter, theme, box, look, align=_RIGHT if right else _LEFT, bold=bold)
        case CountLook():
            _count(painter, theme, rect, look, selected=selected)
        case ChipLook():
            _chip(painter, theme, box, look)
        case MarkLook():
            _mark(painter, theme, rect, look, selected=selected)
        case ChangeLook():
            _change(painter, theme, rect, look, selected=selected)


def look_width(theme: Theme, look: Look) -> int:
    """How much room a look needs to be seen whole, without the padding around it."""
    match look:
        case TextLook():
            lines = (_words(theme, look.font, look.text), _words(theme, "small", look.second))
            return max(lines) + (20 if look.icon else 0)
        case CountLook():
            return _count_width(theme, look)
        case ChipLook():
            return chip_width(theme, look.word)
        case MarkLook():
            return _words(theme, look.font, look.word) + (19 if look.icon else 0)
        case ChangeLook():
            return _words(theme, "small", look.old) + _words(theme, "body_semibold", look.new) + 6


def _count_width(theme: Theme, look: CountLook) -> int:
    number = f"{ABOUT}{look.number}" if look.rounded else look.number
    font = "small" if look.state is CountState.STATED else "tiny"
    width = _words(theme, "body_medium", number) + _words(theme, font, look.note) + 12
    if look.state in (CountState.STALE, CountState.WARNED):
        width += 18
    return width + (30 if look.tag else 0) + (17 if look.clip else 0)


def _words(theme: Theme, font: str, words: str) -> int:
    return theme.metrics(font).horizontalAdvance(words) if words else 0


def _text(
    painter: QPainter,
    theme: Theme,
    box: QRect,
    look: TextLook,
    *,
    align: Qt.AlignmentFlag,
    bold: bool,
) -> None:
    font = "body_semibold" if bold else look.font
    if look.icon:
        top = box.top() + (box.height() - 14) // 2
        paint_icon(painter, theme, look.icon, look.tone, QRect(box.left(), top, 14, 14))
        box = box.adjusted(20, 0, 0, 0)
    if not look.second:
        paint_text(painter, theme, box, look.text, font=font, tone=look.tone, align=align)
        return
    middle = box.center().y()
    upper = QRect(box.left(), middle - 18, box.width(), 18)
    lower = QRect(box.left(), middle + 1, box.width(), 16)
    paint_text(painter, theme, upper, look.text, font=font, tone=look.tone, align=align)
    paint_text(painter, theme, lower, look.second, font="small", tone="text_2", align=align)


def _chip(painter: QPainter, theme: Theme, box: QRect, look: ChipLook) -> None:
    style = VERDICT_LOOKS[look.verdict]
    width = min(chip_width(theme, look.word), box.width())
    top = box.top() + (box.height() - CHIP_HEIGHT) // 2 + 1
    paint_chip(
        painter,
        theme,
        QRect(box.left(), top, width, CHIP_HEIGHT),
        icon=style.icon,
        word=look.word,
        text=style.text,
        tint=style.tint,
        dashed=style.dashed,
    )


def _count(
    painter: QPainter, theme: Theme, rect: QRect, look: CountLook, *, selected: bool
) -> None:
    box = rect.adjusted(_PADDING, 0, -_PADDING, -1)
    number_tone, note_tone, icon = "text", "text_3", ""
    if look.state is CountState.STALE:
        note_tone, icon = "stale_text", "clock"
        _ground(painter, theme, rect, "stale_tint", selected=selected)
    elif look.state is CountState.WARNED:
        number_tone = note_tone = "warning_text"
        icon = "triangle-alert"
        _ground(painter, theme, rect, "warning_tint", selected=selected)
        painter.fillRect(
            rect.left(), rect.top(), 3, rect.height() - 1, theme.colour("warning_line")
        )
    elif look.state is CountState.PENDING:
        number_tone = "text_3"
    left = box.left()
    if look.tag:
        paint_tag(painter, theme, left, box.center().y() + 1, look.tag)
        left += 30
    if icon:
        top = box.top() + (box.height() - 13) // 2 + 1
        paint_icon(painter, theme, icon, note_tone, QRect(left, top, 13, 13))
        left += 18
    if look.clip:
        top = box.top() + (box.height() - 13) // 2 + 1
        paint_icon(painter, theme, "paperclip", "text_2", QRect(left, top, 13, 13))
        left += 17
    number = f"{ABOUT}{look.number}" if look.rounded else look.number
    taken = 0
    if number:
        taken = theme.metrics("body_medium").horizontalAdvance(number)
        paint_text(painter, theme, box, number, font="body_medium", tone=number_tone, align=_RIGHT)
    room = QRect(left, box.top(), box.right() - left - taken - 4, box.height())
    if look.note and room.width() > 12:
        stated = look.state is CountState.STATED
        font, tone = ("small", "text_2") if stated else ("tiny", note_tone)
        paint_text(painter, theme, room, look.note, font=font, tone=tone)


def _mark(painter: QPainter, theme: Theme, rect: QRect, look: MarkLook, *, selected: bool) -> None:
    _ground(painter, theme, rect, look.tint, selected=selected)
    box = rect.adjusted(_PADDING, 0, -_PADDING, -1)
    if look.icon:
        top = box.top() + (box.height() - 14) // 2 + 1
        paint_icon(painter, theme, look.icon, look.tone, QRect(box.left(), top, 14, 14))
        box = box.adjusted(19, 0, 0, 0)
    paint_text(painter, theme, box, look.word, font=look.font, tone=look.tone)


def _change(
    painter: QPainter, theme: Theme, rect: QRect, look: ChangeLook, *, selected: bool
) -> None:
    _ground(painter, theme, rect, "accent_tint", selected=selected)
    box = rect.adjusted(_PADDING, 0, -_PADDING, -1)
    paint_text(painter, theme, box, look.new, font="body_semibold", tone="accent", align=_RIGHT)
    taken = theme.metrics("body_semibold").horizontalAdvance(look.new) + 6
    old = box.adjusted(0, 0, -taken, 0)
    if not look.old or old.width() < 16:
        return
    paint_text(painter, theme, old, look.old, font="small", tone="text_3", align=_RIGHT)
    width = min(theme.metrics("small").horizontalAdvance(look.old), old.width())
    middle = old.center().y() + 1
    painter.drawLine(old.right() - width, middle, old.right(), middle)


def _ground(painter: QPainter, theme: Theme, rect: QRect, tint: str, *, selected: bool) -> None:
    if not selected and tint != "surface":
        painter.fillRect(rect, theme.colour(tint))
