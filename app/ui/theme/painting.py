"""Small painted parts that tables and widgets share: chip, platform tag, icon, elided words."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from app.ui.theme.theme import Theme

CHIP_HEIGHT = 22
TAG_WIDTH = 24
TAG_HEIGHT = 18
_CHIP_ICON = 14
_CHIP_GAP = 5
_CHIP_PADDING = 8
_DOT = " · "
_ELLIPSIS = "…"
_GOES_ON = frozenset("0123456789.,")
"""What a number may go on with."""


def paint_icon(painter: QPainter, theme: Theme, name: str, tone: str, box: QRect) -> None:
    """The icon in the middle of `box`, as large as the box is high."""
    # A widget that is rendered into a picture of more pixels still calls itself the device.
    ratio = max(painter.device().devicePixelRatioF(), painter.deviceTransform().m11())
    pixmap = theme.pixmap(name, tone, box.height(), ratio)
    painter.drawPixmap(QPointF(box.left() + (box.width() - box.height()) / 2, box.top()), pixmap)


def chip_width(theme: Theme, word: str, *, icon: bool = True) -> int:
    """How wide a chip with this word is."""
    words = theme.metrics("small_medium").horizontalAdvance(word)
    return words + 2 * _CHIP_PADDING + (_CHIP_ICON + _CHIP_GAP if icon else 0)


def paint_chip(
    painter: QPainter,
    theme: Theme,
    box: QRect,
    *,
    icon: str,
    word: str,
    text: str,
    tint: str,
    dashed: bool = False,
) -> None:
    """A chip filling `box`: tint, icon and word; `dashed` draws the outline of missing facts."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.colour(tint))
    painter.setPen(_outline(theme, text, dashed=dashed))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    left = box.left() + _CHIP_PADDING
    if icon:
        top = box.top() + (box.height() - _CHIP_ICON) // 2
        paint_icon(painter, theme, icon, text, QRect(left, top, _CHIP_ICON, _CHIP_ICON))
        left += _CHIP_ICON + _CHIP_GAP
    words = QRect(left, box.top(), box.right() - left - 2, box.height())
    paint_text(painter, theme, words, word, font="small_medium", tone=text)
    painter.restore()


def paint_tag(painter: QPainter, theme: Theme, left: int, middle: int, letters: str) -> None:
    """A platform's tag, its left edge at `left`, centred on the line `middle`."""
    box = QRect(left, middle - TAG_HEIGHT // 2, TAG_WIDTH, TAG_HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.colour("surface_2"))
    painter.setPen(QPen(theme.colour("border"), 1))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setFont(theme.fonts.tiny_semibold)
    painter.setPen(theme.colour("text_2"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letters)
    painter.restore()


def paint_text(
    painter: QPainter,
    theme: Theme,
    box: QRect,
    words: str,
    *,
    font: str = "body",
    tone: str = "text",
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line of words in `box`, elided at its end when the box is too narrow."""
    words = elided(words, theme.metrics(font), box.width())
    painter.setFont(theme.font(font))
    painter.setPen(theme.colour(tone))
    painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, words)


def elided(words: str, metrics: QFontMetrics, width: int) -> str:
    """What there is room for, with an ellipsis. A number is left out whole: cut, it is another one."""
    if metrics.horizontalAdvance(words) <= width:
        return words
    cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
    kept = cut.removesuffix(_ELLIPSIS)
    if kept[-1:] in _GOES_ON and words[len(kept) : len(kept) + 1] in _GOES_ON:
        kept = kept.rstrip("".join(_GOES_ON)) or kept
    return f"{kept.rstrip()}{_ELLIPSIS}"


def whole_parts(words: str, metrics: QFontMetrics, width: int) -> str:
    """As many of the parts between middle dots as there is room for.

    A first part that would lose more than half of itself says nothing any more.
    """
    parts = words.split(_DOT)
    for count in range(len(parts), 0, -1):
        said = _DOT.join(parts[:count])
        if metrics.horizontalAdvance(said) <= width:
            return said
    return (
        elided(parts[0], metrics, width) if metrics.horizontalAdvance(parts[0]) <= 2 * width else ""
    )


def _outline(theme: Theme, text: str, *, dashed: bool) -> QPen:
    if dashed:
        pen = QPen(theme.colour("no_data_line"), 1, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2])
        return pen
    if theme.high_contrast:
        # The tint is nearly black there: the outline makes the chip a chip.
        return QPen(theme.colour(text), 1)
    return QPen(Qt.PenStyle.NoPen)
