"""A share as one horizontal bar on its track."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.ui.parts.spoken import speak_as
from app.ui.theme.theme import Theme


class HorizontalBar(QWidget):
    """`height` pixels thick; its number stands beside it as words."""

    def __init__(self, theme: Theme, *, height: int = 12, track: bool = True) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0
        self._tone = "accent"
        self._track = track
        self.setFixedHeight(height)
        self.setMinimumWidth(40)
        speak_as(self, QAccessible.Role.Chart)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float, spoken: str, tone: str = "accent") -> None:
        """Fill `share` (0 to 1) of the track; `spoken` says the same to screen readers."""
        self._share = min(max(share, 0.0), 1.0)
        self._tone = tone
        self.setAccessibleName(spoken)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(160, self.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        tone = "surface_2" if self._track else ""
        paint_bar(painter, self._theme, box, self._share, self._tone, tone)


def paint_bar(
    painter: QPainter, theme: Theme, box: QRectF, share: float, tone: str, track: str
) -> None:
    """A bar that fills `share` of its track, which fills `box`; tones are tokens, "" for none."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if track:
        if theme.high_contrast:
            painter.setPen(QPen(theme.colour("border"), 1))
        painter.setBrush(theme.colour(track))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(tone))
    if share > 0:
        width = max(box.width() * min(share, 1.0), 3.0)
        painter.drawRoundedRect(QRectF(box.left(), box.top(), width, box.height()), 2, 2)
    painter.restore()
