"""One category of the settings: cards in two columns that stack in a narrow window."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

_NARROW_BELOW = 800
_GAP = 12
_MARGIN = 12


class Pane(QScrollArea):
    """Every card is as high as its content; what does not fit scrolls."""

    def __init__(self, *columns: Sequence[QWidget]) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("role", "page")
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, _MARGIN, 8)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(_GAP)
        for cards in columns:
            column = QVBoxLayout()
            column.setSpacing(_GAP)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        whole.addLayout(self._columns)
        whole.addStretch(1)
        # Measured and dressed when it is first seen: of a dozen categories that is a tenth of the start.
        inside.setParent(self.viewport())
        self._inside = inside

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self.widget() is None:
            self.setWidget(self._inside)
        super().showEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        narrow = self.width() < _NARROW_BELOW
        self._columns.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
