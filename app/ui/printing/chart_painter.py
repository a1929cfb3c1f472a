"""Paints the charts of a report in black and white, as the workbook draws them."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from app.domain.report import Chart, ChartKind, Table, Worked
from app.ui.printing.strokes import hair, hatch
from app.wording.cells import cell_words
from app.wording.language import Language

_INK = QColor("#1A1A1A")
_HAIR = QColor("#BFBFBF")
_DARK, _LIGHT = QColor("#404040"), QColor("#C9C9C9")
_STRIPED = 1
"""Place of the series between dark and light that is filled with slanting lines."""
_GROUNDS = (_DARK, Qt.GlobalColor.white, _LIGHT, Qt.GlobalColor.white)
"""Told apart on any printer, in the order of the verdicts, as in the workbook."""
_LABEL_SHARE = 0.5
"""Of the width of a chart of bars, at most, for the names at the left."""
_CENTRE = Qt.AlignmentFlag.AlignCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ChartPainter:
    """Draws one chart into a box; `font` and `title` are the letters of the page."""

    def __init__(self, painter: QPainter, font: QFont, title: QFont, language: Language) -> None:
        self._painter, self._language = painter, language
        self._font, self._title = font, title
        self._line = QFontMetricsF(font).height()

    def paint(self, box: QRectF, chart: Chart, table: Table) -> None:
        """The whole chart with its frame."""
        painter = self._painter
        painter.setPen(hair(painter, _HAIR))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(box)
        inner = box.adjusted(self._line, self._line / 2, -self._line, -self._line / 2)
        head = QRectF(inner.left(), inner.top(), inner.width(), self._line * 1.6)
        self._words(head, chart.title, int(_CENTRE), self._title)
        inner.setTop(head.bottom())
        if len(chart.series) > 1:
            self._legend(inner, chart)
            inner.setBottom(inner.bottom() - self._line * 1.6)
        rows = [row for row in table.rows if not row.total][: chart.rows]
        labels = [cell_words(row.cells[chart.labels], self._language) for row in rows]
        values = [[_number(row.cells[s.column]) for s in chart.series] for row in rows]
        if not rows:
            return
        if chart.kind is ChartKind.BARS:
            self._bars(inner, labels, values)
        else:
            self._trend(inner, labels, [each[0] for each in values])

    def _bars(self, box: QRectF, labels: Sequence[str], values: Sequence[Sequence[float]]) -> None:
        metrics = QFontMetricsF(self._font)
        widest = max(metrics.horizontalAdvance(label) for label in labels) + self._line / 2
        left = box.left() + min(widest, box.width() * _LABEL_SHARE)
        highest = max(1.0, *(sum(each) for each in values))
        # Room for the number behind the longest bar.
        scale = (box.right() - left - self._line * 3) / highest
        step = box.height() / len(labels)
        for place, (label, parts) in enumerate(zip(labels, values, strict=True)):
            top = box.top() + place * step
            name = QRectF(box.left(), top, left - box.left() - self._line / 3, step)
            cut = metrics.elidedText(label, Qt.TextElideMode.ElideRight, name.width())
            self._words(name, cut, int(_RIGHT), self._font)
            start = left
            for number, part in enumerate(parts):
                bar = QRectF(start, top + step * 0.15, part * scale, step * 0.7)
                self._filled(bar, number)
                start = bar.right()
            total = self._language.number(round(sum(parts)))
            after = QRectF(start + self._line / 4, top, self._line * 4, step)
            self._words(after, total, int(_LEFT), self._font)

    def _trend(self, box: QRectF, labels: Sequence[str], values: Sequence[float]) -> None:
        box = box.adjusted(0, self._line * 2, 0, -self._line * 1.4)
        highest = max(1.0, *values)
        step = box.width() / len(labels)
        points = [
            QPointF(
                box.left() + (place + 0.5) * step, box.bottom() - value / highest * box.height()
            )
            for place, value in enumerate(values)
        ]
        painter = self._painter
        painter.setPen(hair(painter, _HAIR))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setPen(QPen(_INK, self._line / 8))
        painter.drawPolyline(points)
        painter.setBrush(_INK)
        metrics = QFontMetricsF(self._font)
        widest = max(metrics.horizontalAdvance(label) for label in labels) + self._line / 2
        # Labels that would touch are left out evenly; the last one always stands.
        every = max(1, math.ceil((widest + self._line) / step))
        for place, (point, value) in enumerate(zip(points, values, strict=True)):
            painter.drawEllipse(point, self._line / 5, self._line / 5)
            above = QRectF(point.x() - step / 2, point.y() - self._line * 1.4, step, self._line)
            self._words(above, self._language.number(round(value)), int(_CENTRE), self._font)
            if (len(labels) - 1 - place) % every == 0:
                left = min(point.x() - widest / 2, box.right() - widest + self._line / 2)
                below = QRectF(left, box.bottom() + self._line / 4, widest, self._line)
                self._words(below, labels[place], int(_CENTRE), self._font)

    def _legend(self, box: QRectF, chart: Chart) -> None:
        metrics = QFontMetricsF(self._font)
        side = self._line * 0.7
        wide = [side * 1.5 + metrics.horizontalAdvance(s.name) + self._line for s in chart.series]
        left = box.center().x() - sum(wide) / 2
        top = box.bottom() - self._line
        for number, series in enumerate(chart.series):
            self._filled(QRectF(left, top, side, side), number)
            words = QRectF(left + side * 1.5, top - side * 0.2, wide[number], self._line)
            self._words(words, series.name, int(_LEFT), self._font)
            left += wide[number]

    def _filled(self, box: QRectF, number: int) -> None:
        """A box in the look of that series."""
        painter, place = self._painter, number % len(_GROUNDS)
        painter.fillRect(box, _GROUNDS[place])
        if place == _STRIPED:
            hatch(painter, box, _INK, self._line / 3)
        painter.setPen(hair(painter, _INK))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)

    def _words(self, box: QRectF, words: str, flags: int, font: QFont) -> None:
        self._painter.setFont(font)
        self._painter.setPen(Qt.GlobalColor.black)
        self._painter.drawText(box, flags, words)


def _number(cell: object) -> float:
    if isinstance(cell, Worked):
        return cell.value or 0.0
    return float(cell) if isinstance(cell, int) else 0.0
