"""Places of a chart as buttons, so that each opens what it shows, with the mouse and with keys."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from app.ui.charts.roving import Roving
from app.ui.theme.theme import Theme


class Spots(QObject):
    """Lies over `chart`, which says where; the same number of spots again keeps the focus."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, chart: QWidget) -> None:
        super().__init__(chart)
        self._theme, self._chart = theme, chart
        self._spots: list[_Spot] = []
        self._roving = Roving(self)

    def name(self, names: Sequence[str]) -> None:
        """What each spot shows, left to right; Tab comes to the last one, which is the newest."""
        if len(names) != len(self._spots):
            self._build(len(names))
        for spot, name in zip(self._spots, names, strict=True):
            spot.setAccessibleName(name)
            spot.setToolTip(name)

    def lay(self, boxes: Sequence[QRectF]) -> None:
        """Where each spot is; there are as many boxes as names, or none at all."""
        for spot, box in zip(self._spots, boxes, strict=False):
            spot.setGeometry(box.toAlignedRect())

    def buttons(self) -> list[QWidget]:
        """Left to right."""
        return list(self._spots)

    def _build(self, many: int) -> None:
        for spot in self._spots:
            spot.hide()
            spot.deleteLater()
        self._spots = [_Spot(self._theme, self._chart) for _ in range(many)]
        for spot in self._spots:
            spot.clicked.connect(self._choose)
            spot.show()
        if self._spots:
            self._roving.take(self._spots, many - 1)

    @Slot()
    def _choose(self) -> None:
        spot = self.sender()
        if isinstance(spot, _Spot):
            self.chosen.emit(self._spots.index(spot))


class _Spot(QAbstractButton):
    """Nothing but a frame: of the focus, or a thin one below the mouse."""

    def __init__(self, theme: Theme, chart: QWidget) -> None:
        super().__init__(chart)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setGeometry(QRect())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        focused = self.hasFocus()
        if not focused and not self.underMouse():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if focused else 1
        painter.setPen(QPen(self._theme.colour("focus" if focused else "border_strong"), width))
        inset = width / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, 4, 4)
