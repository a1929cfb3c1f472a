"""One number a month as columns: the past grey, the last one in the accent."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.ui.charts.scale import ticks
from app.ui.charts.spots import Spots
from app.ui.parts.spoken import speak_as
from app.ui.theme.painting import paint_text
from app.ui.theme.theme import Theme
from app.wording.language import Language

_AXIS = 30
_FOOT = 22
_TOP = 20
_WIDEST = 44
_AROUND = 10


class ColumnChart(QWidget):
    """Each column carries its number and is a button; the accessible name says them all."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._values: Sequence[tuple[str, int]] = ()
        self._spots = Spots(theme, self)
        self._spots.chosen.connect(self.chosen)
        self.setMinimumHeight(110)
        speak_as(self, QAccessible.Role.Chart)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_values(
        self, title: str, values: Sequence[tuple[str, int]], names: Sequence[str]
    ) -> None:
        """The columns as (label, number), oldest first; `names` says what each one opens."""
        self._values = tuple(values)
        self._spots.name(names)
        self._lay_spots()
        spoken = (f"{name} {self._language.number(number)}" for name, number in values)
        self.setAccessibleName(f"{title}: {', '.join(spoken)}")
        self.update()

    def spots(self) -> list[QWidget]:
        """The columns as buttons, oldest first."""
        return self._spots.buttons()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_spots()

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 140)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._values:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marks = ticks(max(number for _, number in self._values))
        plot = self._plot()
        highest = max(marks[-1], *(number for _, number in self._values))
        self._paint_axis(painter, plot, marks, highest)
        room = plot.width() / len(self._values)
        width = min(_WIDEST, room * 0.55)
        for place, (name, number) in enumerate(self._values):
            middle = plot.left() + room * (place + 0.5)
            height = plot.height() * number / highest if highest else 0
            column = QRectF(middle - width / 2, plot.bottom() - height, width, height)
            self._paint_column(painter, column, name, number, last=place == len(self._values) - 1)

    def _plot(self) -> QRectF:
        return QRectF(_AXIS, _TOP, self.width() - _AXIS, self.height() - _TOP - _FOOT)

    def _lay_spots(self) -> None:
        """From the number above a column to the name below it."""
        plot, many = self._plot(), max(len(self._values), 1)
        room = plot.width() / many
        width = min(room, _WIDEST + 2 * _AROUND)
        self._spots.lay(
            [
                QRectF(plot.left() + room * (place + 0.5) - width / 2, 0, width, self.height())
                for place in range(many)
            ]
        )

    def _paint_axis(
        self, painter: QPainter, plot: QRectF, marks: Sequence[int], highest: float
    ) -> None:
        for mark in marks:
            y = plot.bottom() - plot.height() * mark / highest
            painter.setPen(QPen(self._theme.colour("grid"), 1))
            painter.drawLine(round(plot.left()), round(y), round(plot.right()), round(y))
            box = QRectF(0, y - 8, _AXIS - 6, 16).toRect()
            words = self._language.number(mark)
            right = Qt.AlignmentFlag.AlignRight
            paint_text(painter, self._theme, box, words, font="tiny", tone="text_2", align=right)

    def _paint_column(
        self, painter: QPainter, column: QRectF, name: str, number: int, *, last: bool
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent" if last else "no_data_fill"))
        if self._theme.high_contrast and not last:
            painter.setPen(QPen(self._theme.colour("no_data_line"), 1))
        painter.drawRoundedRect(column, 2, 2)
        centre = Qt.AlignmentFlag.AlignHCenter
        above = QRectF(column.left() - 16, column.top() - 19, column.width() + 32, 18).toRect()
        below = QRectF(column.left() - 16, self.height() - _FOOT + 4, column.width() + 32, 18)
        font = "small_semibold" if last else "small"
        words = self._language.number(number)
        paint_text(painter, self._theme, above, words, font=font, align=centre)
        paint_text(
            painter, self._theme, below.toRect(), name, font="tiny", tone="text_2", align=centre
        )
