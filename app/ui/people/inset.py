"""Holds the card a step below the page's upper edge, and lets it be as low as its place is.

In a drawer, which has an edge of its own, there is no step.
"""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

_TOP = 16


class Inset(QWidget):
    """Without a layout: one would ask for the card's whole height, and its foot would scroll away."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self._top = _TOP
        inside.setParent(self)
        self.setFocusProxy(inside)

    @override
    def sizeHint(self) -> QSize:
        return self._inside.sizeHint() + QSize(0, self._top)

    @override
    def minimumSizeHint(self) -> QSize:
        return self._inside.minimumSizeHint() + QSize(0, self._top)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ParentChange:
            self._top = _TOP if isinstance(self.parentWidget(), QSplitter) else 0
            self.updateGeometry()
            self._place()

    def _place(self) -> None:
        self._inside.setGeometry(0, self._top, self.width(), self.height() - self._top)
