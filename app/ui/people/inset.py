"""Holds the card a step below the page's upper edge, and lets it be as low as its place is."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_TOP = 16


class Inset(QWidget):
    """Without a layout: one would ask for the card's whole height, and its foot would scroll away."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        inside.setParent(self)
        self.setFocusProxy(inside)

    @override
    def sizeHint(self) -> QSize:
        return self._inside.sizeHint() + QSize(0, _TOP)

    @override
    def minimumSizeHint(self) -> QSize:
        return self._inside.minimumSizeHint() + QSize(0, _TOP)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._inside.setGeometry(0, _TOP, self.width(), self.height() - _TOP)
