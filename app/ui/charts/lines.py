"""A line over days or thresholds, with a dashed line where it matters."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.ui.charts.scale import first_clear, ticks
from app.ui.charts.spots import Spots
from app.ui.parts.spoken import speak_as
from app.ui.theme.painting import paint_text
from app.ui.theme.theme import Theme
from app.wording.language import Language

_AXIS = 38
_FOOT = 22
_TOP = 20
_RIGHT = 14
_DOT = 3
_REACH = 9
_CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class Line:
    """What a LineChart shows.

    `points` are (x, y), left to right; `marks` name places on the x axis. `level` is a dashed
    line across at a y, `place` a dashed line down at an x with a point on the curve; each with
    its words. `dots` draws the single points, `last` prints the last value. `band` has (x, low,
    high) where values are only known between two ends.
    """

    points: Sequence[tuple[float, float]]
    marks: Sequence[tuple[float, str]] = ()
    level: tuple[float, str] | None = None
    place: tuple[float, str] | None = None
    dots: bool = True
    last: str = ""
    band: Sequence[tuple[float, float, float]] = ()


class LineChart(QWidget):
    """One series in the accent. Points that are given names are buttons."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._line = Line(())
        self._spots = Spots(theme, self)
        self._spots.chosen.connect(self.chosen)
        self.setMinimumHeight(110)
        speak_as(self, QAccessible.Role.Chart)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_line(self, line: Line, spoken: str, names: Sequence[str] = ()) -> None:
        """Show a line; `spoken` says the same to screen readers, `names` what each point opens."""
        self._line = line
        self._spots.name(names)
        self._lay_spots()
        self.setAccessibleName(spoken)
        self.update()

    def spots(self) -> list[QWidget]:
        """The points as buttons, left to right; none where they have no names."""
        return self._spots.buttons()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_spots()

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 130)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._line.points:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marks, highest = self._heights()
        plot = self._plot()
        self._paint_axes(painter, plot, marks, highest)
        self._paint_band(painter, plot, highest)
        self._paint_level(painter, plot, highest)
        self._paint_line(painter, plot, highest)
        self._paint_place(painter, plot, highest)

    def _plot(self) -> QRectF:
        left = self._axis_width()
        return QRectF(left, _TOP, self.width() - left - _RIGHT, self.height() - _TOP - _FOOT)

    def _axis_width(self) -> int:
        """Wide enough for the largest number."""
        metrics, marks = self._theme.metrics("tiny"), self._heights()[0]
        widest = max(metrics.horizontalAdvance(self._language.number(mark)) for mark in marks)
        return max(_AXIS, widest + 10)

    def _heights(self) -> tuple[Sequence[int], float]:
        """The marks of the axis, and the value at its top."""
        level = self._line.level[0] if self._line.level else 0
        tops = [y for _, y in self._line.points] + [high for _, _, high in self._line.band]
        highest = max(level, *tops, 1)
        marks = ticks(highest)
        return marks, max(highest, marks[-1])

    def _lay_spots(self) -> None:
        if not self._line.points:
            return
        plot, highest = self._plot(), self._heights()[1]
        centres = [self._at(plot, highest, x, y) for x, y in self._line.points]
        self._spots.lay(
            [QRectF(c.x() - _REACH, c.y() - _REACH, 2 * _REACH, 2 * _REACH) for c in centres]
        )

    def _at(self, plot: QRectF, highest: float, x: float, y: float) -> QPointF:
        first, last = self._line.points[0][0], self._line.points[-1][0]
        # A single count stands in the middle.
        along = (x - first) / (last - first) if last > first else 0.5
        return QPointF(
            plot.left() + plot.width() * along, plot.bottom() - plot.height() * y / highest
        )

    def _paint_axes(
        self, painter: QPainter, plot: QRectF, marks: Sequence[int], highest: float
    ) -> None:
        right = Qt.AlignmentFlag.AlignRight
        for mark in marks:
            y = plot.bottom() - plot.height() * mark / highest
            painter.setPen(QPen(self._theme.colour("grid"), 1))
            painter.drawLine(QLineF(plot.left(), round(y) + 0.5, plot.right(), round(y) + 0.5))
            box = QRectF(0, y - 8, plot.left() - 6, 16).toRect()
            self._small(painter, box, self._language.number(mark), right)
        for x, words in self._line.marks:
            middle = self._at(plot, highest, x, 0).x()
            width = self._theme.metrics("tiny").horizontalAdvance(words) + 4
            left = min(max(middle - width / 2, 0), self.width() - width)
            box = QRectF(left, plot.bottom() + 4, width, 16).toRect()
            self._small(painter, box, words, _CENTRE)

    def _paint_level(self, painter: QPainter, plot: QRectF, highest: float) -> None:
        if self._line.level is None:
            return
        value, words = self._line.level
        y = plot.bottom() - plot.height() * value / highest
        painter.setPen(self._dashes())
        painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
        width = self._theme.metrics("tiny").horizontalAdvance(words) + 4
        spots = [self._at(plot, highest, x, y) for x, y in self._line.points]
        # At the left or the right end, above or below: where neither curve nor dot runs through.
        lefts, tops = (plot.left() + 4, plot.right() - width - 4), (y - 17, y + 1)
        rooms = [
            (left - _DOT, top - _DOT, left + width + _DOT, top + 16 + _DOT)
            for left in lefts
            for top in tops
        ]
        left, top, _, _ = first_clear([(spot.x(), spot.y()) for spot in spots], rooms)
        box = QRectF(left + _DOT, top + _DOT, width, 16)
        self._small(painter, box.toRect(), words)

    def _paint_band(self, painter: QPainter, plot: QRectF, highest: float) -> None:
        if not self._line.band:
            return
        upper = [self._at(plot, highest, x, high) for x, _, high in self._line.band]
        lower = [self._at(plot, highest, x, low) for x, low, _ in reversed(self._line.band)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent_tint"))
        painter.drawPolygon(QPolygonF([*upper, *lower]))

    def _paint_line(self, painter: QPainter, plot: QRectF, highest: float) -> None:
        points = [self._at(plot, highest, x, y) for x, y in self._line.points]
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(self._theme.colour("surface"))
        if self._line.dots:
            for point in points:
                painter.drawEllipse(point, _DOT, _DOT)
        if self._line.last:
            words = self._line.last
            width = self._theme.metrics("small_semibold").horizontalAdvance(words) + 4
            left = min(points[-1].x() - width / 2, self.width() - width)
            box = QRectF(left, points[-1].y() - 21, width, 16).toRect()
            paint_text(painter, self._theme, box, words, font="small_semibold", align=_CENTRE)

    def _paint_place(self, painter: QPainter, plot: QRectF, highest: float) -> None:
        if self._line.place is None:
            return
        x, words = self._line.place
        spot = self._at(plot, highest, x, self._height_at(x))
        painter.setPen(self._dashes())
        painter.drawLine(QLineF(spot.x(), plot.top(), spot.x(), plot.bottom()))
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawEllipse(spot, 4.5, 4.5)
        width = self._theme.metrics("small_semibold").horizontalAdvance(words) + 4
        left = min(spot.x() + 9, self.width() - width)
        box = QRectF(left, spot.y() - 20, width, 16).toRect()
        paint_text(painter, self._theme, box, words, font="small_semibold")

    def _height_at(self, x: float) -> float:
        """The curve's y at an x, straight between its points."""
        before = self._line.points[0]
        for point in self._line.points:
            if point[0] >= x:
                span = point[0] - before[0]
                return (
                    point[1]
                    if not span
                    else before[1] + (point[1] - before[1]) * ((x - before[0]) / span)
                )
            before = point
        return before[1]

    def _dashes(self) -> QPen:
        pen = QPen(self._theme.colour("text_2"), 1, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 3])
        return pen

    def _small(
        self,
        painter: QPainter,
        box: QRect,
        words: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        paint_text(painter, self._theme, box, words, font="tiny", tone="text_2", align=align)
