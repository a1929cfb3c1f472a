"""The coverage table: shaded numbers, holes with a sign, arrows to move, Enter to open."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from app.domain.coverage import Level
from app.domain.verdict import Verdict
from app.ui.coverage.matrix_model import QUALIFYING, UNIT, CoverageModel
from app.ui.table.options import Option
from app.ui.theme.painting import CHIP_HEIGHT, chip_width, paint_chip, paint_icon, paint_text
from app.ui.theme.theme import Theme
from app.ui.wanted import PeopleWanted

ROW = 28
_TALL = 42
"""Where the organisation stands below the name of its unit."""
HEAD = 28
_PADDING = 8
_SHADES = ((50, "coverage_50"), (10, "coverage_10"), (1, "coverage_1"))
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_Index = QModelIndex | QPersistentModelIndex


class CoverageTable(QTableView):
    """Looks at a CoverageModel; a cell opens the people of its unit."""

    asked = Signal(PeopleWanted)

    def __init__(
        self, theme: Theme, model: CoverageModel, name: str, *, least_unit: int = 40
    ) -> None:
        """`name` is said by screen readers; `least_unit` is how narrow the units may become."""
        super().__init__()
        self._least_unit = least_unit
        self._units = model
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(_CoverageCells(theme, model, self))
        self.setHorizontalHeader(_Head(theme, self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._divide()
        self.clicked.connect(self._open)
        model.modelReset.connect(self._fit_rows)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The units take what the numbers leave, but never less than they need."""
        super().resizeEvent(event)
        others = range(UNIT + 1, self._units.columnCount())
        left = self.viewport().width() - sum(self.columnWidth(column) for column in others)
        self.setColumnWidth(UNIT, max(left, self._least_unit))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.asked.emit(self._wanted(index))

    def _wanted(self, index: QModelIndex) -> PeopleWanted:
        """Whom a number counts; of a hole everyone of the unit, since nobody stands behind it."""
        unit = self._units.unit_at(index.row())
        finer = unit.level is Level.UNITS
        whose = PeopleWanted(nips=unit.nips) if finer else PeopleWanted(unit=unit.name)
        if index.column() == UNIT or not self._units.number_at(index):
            return whose
        if index.column() == QUALIFYING:
            return replace(whose, verdict=Verdict.QUALIFIES)
        return replace(whose, platform=self._units.platform_at(index.column()))

    @Slot()
    def _fit_rows(self) -> None:
        height = _TALL if self._units.is_finer else ROW
        self.verticalHeader().setDefaultSectionSize(height)

    def _divide(self) -> None:
        head = self.horizontalHeader()
        head.setMinimumSectionSize(40)
        for column in range(self._units.columnCount()):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            if column != UNIT:
                self.setColumnWidth(column, 160 if column == QUALIFYING else 74)


class _Head(QHeaderView):
    """Headings of 28 pixels: words at the left, platforms in the middle of their columns."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._theme = theme
        self.setFixedHeight(HEAD)
        self.setSectionsClickable(False)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.fillRect(rect, self._theme.colour("surface_2"))
        _lines(painter, self._theme, rect, "border")
        words = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal)
        middle = logicalIndex not in (UNIT, QUALIFYING)
        paint_text(
            painter,
            self._theme,
            rect.adjusted(_PADDING, 0, -_PADDING, 0),
            str(words),
            font="small_semibold",
            tone="text_2",
            align=_CENTRE if middle else Qt.AlignmentFlag.AlignLeft,
        )


class _CoverageCells(QStyledItemDelegate):
    """Paints the cells; the number is always printed, whatever the shade."""

    def __init__(self, theme: Theme, model: CoverageModel, table: QTableView) -> None:
        super().__init__(table)
        self._theme = theme
        self._model = model

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(74, ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        seen = Option(option)
        rect = seen.rect
        words = str(index.data())
        if index.column() == UNIT:
            self._paint_name(painter, rect.adjusted(_PADDING, 0, -_PADDING, 0), index, words)
        elif index.column() == QUALIFYING:
            self._paint_qualifying(painter, rect, index, words)
        else:
            self._paint_number(painter, rect, self._model.number_at(index), words)
        _lines(painter, self._theme, rect, "grid")
        if seen.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _paint_name(self, painter: QPainter, box: QRect, index: _Index, words: str) -> None:
        below = self._model.organisation_at(index.row())
        if not below:
            paint_text(painter, self._theme, box, words)
            return
        first = QRect(box.left(), box.top() + 4, box.width(), 18)
        paint_text(painter, self._theme, first, words)
        second = QRect(box.left(), box.top() + 22, box.width(), 16)
        paint_text(painter, self._theme, second, below, font="small", tone="text_2")

    def _paint_number(self, painter: QPainter, rect: QRect, number: int | None, words: str) -> None:
        if number is None:
            paint_text(painter, self._theme, rect, words, tone="text_3", align=_CENTRE)
            return
        if number:
            shade = next(token for least, token in _SHADES if number >= least)
            painter.fillRect(rect, self._theme.colour(shade))
            paint_text(painter, self._theme, rect, words, align=_CENTRE)
            return
        painter.fillRect(rect, self._theme.colour("surface_2"))
        wide = 18 + self._theme.metrics("body").horizontalAdvance(words)
        left = rect.left() + (rect.width() - wide) // 2
        icon = QRect(left, rect.top() + (rect.height() - 13) // 2, 13, 13)
        paint_icon(painter, self._theme, "circle-slash", "text_3", icon)
        box = QRect(left + 18, rect.top(), wide, rect.height())
        paint_text(painter, self._theme, box, words, tone="text_3")

    def _paint_qualifying(self, painter: QPainter, rect: QRect, index: _Index, words: str) -> None:
        remark = self._model.remark_at(index.row())
        left = rect.left() + _PADDING
        nobody = self._model.number_at(index) == 0
        if not nobody:
            box = QRect(left, rect.top(), 60, rect.height())
            paint_text(painter, self._theme, box, words, font="body_semibold")
            left += self._theme.metrics("body_semibold").horizontalAdvance(words) + 10
        if not remark:
            return
        width = min(chip_width(self._theme, remark), rect.right() - left - 4)
        top = rect.top() + (rect.height() - CHIP_HEIGHT) // 2
        icon, text, tint = (
            ("circle-slash", "error_text", "error_tint")
            if nobody
            else ("user-round", "warning_text", "warning_tint")
        )
        chip = QRect(left, top, width, CHIP_HEIGHT - 1)
        paint_chip(painter, self._theme, chip, icon=icon, word=remark, text=text, tint=tint)


def _lines(painter: QPainter, theme: Theme, rect: QRect, tone: str) -> None:
    painter.setPen(QPen(theme.colour(tone), 1))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    painter.drawLine(rect.topRight(), rect.bottomRight())
