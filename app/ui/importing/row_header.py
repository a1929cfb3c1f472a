"""The frozen left edge of the sheet: each row's number, and what becomes of the row."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget
from typing_extensions import override

from app.ui.importing.picture import RowMark
from app.ui.importing.sheet_model import SheetModel
from app.ui.importing.sheet_paint import OLD
from app.ui.theme.painting import paint_icon, paint_text
from app.ui.theme.theme import Theme
from app.wording.language import Language

NUMBER = 36
OUTCOME = 100
_PADDING = 8


class RowHeader(QHeaderView):
    """A click on a number says that this row is the header; with Shift it is the last of several."""

    header_asked = Signal(int, bool)
    """The row's number, and whether the header reaches from its first row to this one."""

    def __init__(
        self, theme: Theme, language: Language, model: SheetModel, parent: QWidget
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._model = model
        self._hint = language.say(
            "Click: this row has the column headings. With Shift: up to this row."
        )
        self.greyed = False
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setMouseTracking(True)
        self.fit()

    @property
    def number_width(self) -> int:
        """How wide the numbers are, in pixels."""
        return self._number

    def fit(self) -> None:
        """Make room for the largest number and the longest word."""
        last = len(self._model.picture.rows) if self._model.picture is not None else 0
        digits = QFontMetrics(self._theme.fonts.small).horizontalAdvance(str(last))
        self._number = max(NUMBER, digits + 14)
        self.setFixedWidth(self._number + OUTCOME)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._number + OUTCOME, super().sizeHint().height())

    @override
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        picture = self._model.picture
        if picture is None:
            return
        row = self._model.row_at(section)
        mark = picture.mark(row)
        header = picture.is_header(row)
        painter.save()
        number = QRect(rect.left(), rect.top(), self._number, rect.height())
        painter.fillRect(number, self._theme.colour("accent_tint" if header else "surface_2"))
        if header:
            painter.fillRect(
                rect.left(), rect.top(), 3, rect.height(), self._theme.colour("accent")
            )
        middle = Qt.AlignmentFlag.AlignHCenter
        tone = "text" if header else "text_2"
        paint_text(painter, self._theme, number, str(row), font="small", tone=tone, align=middle)
        self._paint_mark(painter, rect.adjusted(self._number, 0, 0, 0), mark)
        painter.setPen(self._theme.colour("grid"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(number.topRight(), number.bottomRight())
        painter.setPen(self._theme.colour("border_strong"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.restore()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        section = self.logicalIndexAt(event.position().toPoint())
        if section >= 0 and event.position().x() < self._number:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.header_asked.emit(self._model.row_at(section), shift)
            return
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = event.position().x() < self._number
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._model.picture is not None:
            section = self.logicalIndexAt(event.pos())
            words = self._hint
            if section >= 0 and event.pos().x() >= self._number:
                words = self._model.picture.mark(self._model.row_at(section)).hint
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)

    def _paint_mark(self, painter: QPainter, rect: QRect, mark: RowMark) -> None:
        painter.fillRect(rect, self._theme.colour(mark.tint))
        if self.greyed:
            painter.setOpacity(OLD)
        box = rect.adjusted(_PADDING, 0, -2, -1)
        strong = mark.tone in ("accent", "warning_text")
        if mark.icon:
            top = box.top() + (box.height() - 13) // 2 + 1
            icon = QRect(box.left(), top, 13, 13)
            paint_icon(painter, self._theme, mark.icon, mark.tone, icon)
            box.setLeft(box.left() + 19)
        font = "small_semibold" if strong else "small"
        paint_text(painter, self._theme, box, mark.word, font=font, tone=mark.tone)
        painter.setOpacity(1.0)
