"""The head of a table: heading, note, sort arrow, and a funnel that opens the value filter."""

from typing import Any

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from app.ui.table.column import Align
from app.ui.table.model import TableModel
from app.ui.theme.painting import paint_icon, paint_text
from app.ui.theme.theme import Theme

HEIGHT = 34
_PADDING = 8
_FUNNEL = 20
_NOBODY = -1


class FilterHeader(QHeaderView):
    """Painted by us, so that sort and filter always stand where the design puts them."""

    filter_asked = Signal(int)
    """The funnel of a column (its logical place) was pressed."""

    def __init__(self, theme: Theme, model: TableModel[Any], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._model = model
        self._pressed = _NOBODY
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(HEIGHT)
        self.setMinimumSectionSize(44)
        self.setFont(theme.fonts.small_semibold)
        self.setMouseTracking(True)

    def funnel(self, section: int) -> QRect:
        """Where the funnel of a column is, in the head's own coordinates; empty: it has none."""
        if not self._model.column_at(section).filterable:
            return QRect()
        right = self.sectionViewportPosition(section) + self.sectionSize(section)
        return QRect(right - _FUNNEL - 6, (self.height() - _FUNNEL) // 2, _FUNNEL, _FUNNEL)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEIGHT)

    @override
    def sectionSizeFromContents(self, section: int) -> QSize:
        column = self._model.column_at(section)
        words = f"{column.heading}  {self._model.heading_note(section)}"
        width = QFontMetrics(self.font()).horizontalAdvance(words)
        return QSize(width + 2 * _PADDING + _FUNNEL + 24, HEIGHT)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        painter.fillRect(rect, self._theme.colour("surface_2"))
        painter.setPen(self._theme.colour("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        room = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        column = self._model.column_at(section)
        if column.filterable:
            self._paint_funnel(painter, section)
            room.setRight(rect.right() - _FUNNEL - 8)
        self._paint_words(painter, room, section, right=column.align is Align.RIGHT)
        painter.restore()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._funnel_at(event.position().toPoint())
        if self._pressed == _NOBODY:
            super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, _NOBODY
        if pressed == _NOBODY:
            super().mouseReleaseEvent(event)
        elif self._funnel_at(event.position().toPoint()) == pressed:
            self.filter_asked.emit(pressed)

    def _funnel_at(self, point: QPoint) -> int:
        section = self.logicalIndexAt(point)
        return section if section >= 0 and self.funnel(section).contains(point) else _NOBODY

    def _paint_funnel(self, painter: QPainter, section: int) -> None:
        box = self.funnel(section)
        icon = box.adjusted(3, 3, -3, -3)
        if self._model.column_at(section).key in self._model.filters:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(QRectF(box), 3, 3)
            paint_icon(painter, self._theme, "funnel", "on_accent", icon)
        else:
            paint_icon(painter, self._theme, "funnel", "text_2", icon)

    def _paint_words(self, painter: QPainter, room: QRect, section: int, *, right: bool) -> None:
        column = self._model.column_at(section)
        words = self._theme.metrics("small_semibold")
        note = self._model.heading_note(section)
        sorting = self._model.sorting
        taken = words.horizontalAdvance(column.heading)
        if right and not column.filterable and not note:
            # A head without a funnel stands over its numbers.
            extra = 20 if sorting is not None and sorting[0] == column.key else 0
            room.setLeft(max(room.left(), room.right() - taken - extra))
        paint_text(painter, self._theme, room, column.heading, font="small_semibold", tone="text_2")
        room.setLeft(room.left() + min(taken, room.width()) + 6)
        if note and room.width() > 8:
            paint_text(painter, self._theme, room, note, font="small", tone="text_2")
            room.setLeft(room.left() + self._theme.metrics("small").horizontalAdvance(note) + 6)
        if sorting is not None and sorting[0] == column.key and room.width() >= 14:
            arrow = "arrow-down" if sorting[1] else "arrow-up"
            top = room.top() + (room.height() - 14) // 2
            paint_icon(painter, self._theme, arrow, "accent", QRect(room.left(), top, 14, 14))
