"""The columns of the page, kinds above sheets in the first: side by side where there is room, else in two columns."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

_SHEETS, _FIELDS, _GAP = 236, 296, 12
_ROOM_FOR_THREE = 1020
"""Pixels of the page: below them the preview would be too narrow to be read."""
_PREVIEW_HEIGHT = 440
_SHEETS_HEIGHT = 540


class Places(QScrollArea):
    """A low or narrow window scrolls; nothing is squeezed or cut off."""

    def __init__(self, kinds: QWidget, sheets: QWidget, fields: QWidget, preview: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sheets, self._fields, self._preview = _above(kinds, sheets), fields, preview
        self._wide: bool | None = None
        fields.setFixedWidth(_FIELDS)
        inside = QWidget()
        inside.setProperty("role", "page")
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._arrange(wide=True)
        self.setWidget(inside)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(wide=self.width() >= _ROOM_FOR_THREE)

    def _arrange(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        for part in (self._sheets, self._fields, self._preview):
            self._grid.removeWidget(part)
        self._sheets.setFixedWidth(_SHEETS if wide else _FIELDS)
        self._sheets.setMinimumHeight(0 if wide else _SHEETS_HEIGHT)
        self._preview.setMinimumHeight(_PREVIEW_HEIGHT)
        places = ((0, 0), (0, 1), (0, 2, 1, 1)) if wide else ((1, 0), (0, 0), (0, 1, 2, 1))
        for part, place in zip((self._sheets, self._fields, self._preview), places, strict=True):
            self._grid.addWidget(part, *place)
        for column in range(3):
            self._grid.setColumnStretch(column, int(column == (2 if wide else 1)))
        for row in range(2):
            self._grid.setRowStretch(row, int(row == (0 if wide else 1)))


def _above(kinds: QWidget, sheets: QWidget) -> QWidget:
    """Kinds take what they need, sheets the rest."""
    column = QWidget()
    column.setProperty("role", "page")
    box = QVBoxLayout(column)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(_GAP)
    box.addWidget(kinds)
    box.addWidget(sheets, 1)
    return column
