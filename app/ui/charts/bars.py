"""A share as one horizontal bar on its track."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

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
        painter.setPen(Qt.PenStyle.NoPen)
        if self._track:
            if self._theme.high_contrast:
                painter.setPen(QPen(self._theme.colour("border"), 1))
            painter.setBrush(self._theme.colour("surface_2"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(self._tone))
        if self._share:
            width = max(self.width() * self._share, 3.0)
            painter.drawRoundedRect(QRectF(0, 0, width, self.height()), 2, 2)
