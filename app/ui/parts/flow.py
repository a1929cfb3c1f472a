"""A line of widgets that goes on below where the first line is full."""

from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override


class FlowLayout(QLayout):
    """Left to right, then down; lower widgets stand on the middle of their line."""

    def __init__(self, parent: QWidget, gap: int = 12, line_height: int = 32) -> None:
        super().__init__(parent)
        self._gap = gap
        self._line = line_height
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> Any:  # Qt asks until it gets None; its stubs know no None
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        return len(lines) * self._line + max(len(lines) - 1, 0) * self._gap // 2

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top = rect.top()
        for line in self._lines(rect.width()):
            left = rect.left()
            for item in line:
                wanted = item.sizeHint()
                size = QSize(min(wanted.width(), rect.width()), wanted.height())
                middle = max(self._line - size.height(), 0) // 2
                item.setGeometry(QRect(QPoint(left, top + middle), size))
                left += size.width() + self._gap
            top += self._line + self._gap // 2

    @override
    def sizeHint(self) -> QSize:
        wide = sum(item.sizeHint().width() + self._gap for item in self._shown())
        return QSize(max(wide - self._gap, 0), self._line)

    @override
    def minimumSize(self) -> QSize:
        widths = [item.minimumSize().width() for item in self._shown()]
        return QSize(max(widths, default=0), self._line)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = [[]]
        taken = 0
        for item in self._shown():
            wanted = item.sizeHint().width()
            if lines[-1] and taken + wanted > width:
                lines.append([])
                taken = 0
            lines[-1].append(item)
            taken += wanted + self._gap
        return lines


class FlowBox(QWidget):
    """Never lower than its lines: in a low window something else has to give way."""

    def __init__(self, gap: int = 12, line_height: int = 32) -> None:
        super().__init__()
        self.flow = FlowLayout(self, gap, line_height)

    @override
    def event(self, event: QEvent) -> bool:
        answer = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.setMinimumHeight(self.flow.heightForWidth(self.width()))
        return answer
