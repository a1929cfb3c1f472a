"""The columns of the page, kinds above sheets in the first: side by side where there is room, else in two columns."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

_SHEETS, _FIELDS, _GAP = 236, 296, 12
_SCROLL = 10
"""Pixels of the gap beside the fields in which their scroll bar stands."""
_ROOM_FOR_THREE = 1020
"""Pixels of the page: below them the preview would be too narrow to be read."""
_PREVIEW_HEIGHT = 400
_SHEETS_HEIGHT = 540


class Places(QScrollArea):
    """A low or narrow window scrolls; nothing is squeezed or cut off.

    Side by side the fields scroll alone, so that preview and sheets stay in sight.
    """

    def __init__(self, kinds: QWidget, sheets: QWidget, fields: QWidget, preview: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sheets, self._preview = _Squeezed(kinds, sheets), _Squeezed(preview)
        self._fields = _Alone(fields)
        self._wide: bool | None = None
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
        parts: tuple[QWidget, ...] = self._sheets, self._fields, self._preview
        for part in parts:
            self._grid.removeWidget(part)
        self._sheets.setFixedWidth(_SHEETS if wide else _FIELDS)
        self._sheets.setMinimumHeight(0 if wide else _SHEETS_HEIGHT)
        self._fields.set_whole(whole=not wide)
        self._preview.setMinimumHeight(_PREVIEW_HEIGHT)
        places = ((0, 0), (0, 1), (0, 2, 1, 1)) if wide else ((1, 0), (0, 0), (0, 1, 2, 1))
        for part, place in zip(parts, places, strict=True):
            self._grid.addWidget(part, *place)
        for column in range(3):
            self._grid.setColumnStretch(column, int(column == (2 if wide else 1)))
        for row in range(2):
            self._grid.setRowStretch(row, int(row == (0 if wide else 1)))


class _Alone(QScrollArea):
    """Fields that scroll by themselves, or stand as high as they are."""

    def __init__(self, fields: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        fields.setFixedWidth(_FIELDS)
        inside = QWidget()
        inside.setProperty("role", "page")
        row = QVBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(fields, 0, Qt.AlignmentFlag.AlignLeft)
        self.setWidget(inside)
        self._whole = False
        inside.installEventFilter(self)

    def set_whole(self, *, whole: bool) -> None:
        """Whether nothing of it may be hidden."""
        self._whole = whole
        self.setFixedWidth(_FIELDS if whole else _FIELDS + _SCROLL)
        self._fit()

    def _fit(self) -> None:
        inside = self.widget().layout()
        if inside is None or not self._whole:
            self.setMinimumHeight(0)
        elif inside.hasHeightForWidth():
            self.setMinimumHeight(inside.totalHeightForWidth(_FIELDS))
        else:
            # Nothing in it wraps, and it answers no question about a width.
            self.setMinimumHeight(inside.totalSizeHint().height())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.Resize):
            # Other fields, another height; hidden ones ask for no layout until they are shown.
            self._fit()
        return super().eventFilter(watched, event)


class _Squeezed(QWidget):
    """The last part takes the room that is left, whatever height its words would like best."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "page")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        for part in parts[:-1]:
            column.addWidget(part)
        column.addWidget(parts[-1], 1)

    @override
    def hasHeightForWidth(self) -> bool:
        """A scroll area makes what wraps as high as it would like to be, not as it must be."""
        return False
