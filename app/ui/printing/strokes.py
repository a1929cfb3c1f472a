"""Lines and fine lines over a surface, the same on a screen of few dots and on a printer of many."""

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, Qt

_HAIR = 0.18 / 25.4
"""Inches: half a point, as the thin border of a workbook is printed."""


def hair(painter: QPainter, colour: QColor | Qt.GlobalColor) -> QPen:
    """The thinnest line: never thinner than a dot, which a tenth of one would be at some zooms."""
    dots = max(1.0, painter.device().logicalDpiX() * _HAIR)
    pen = QPen(colour, dots)
    pen.setCosmetic(True)
    return pen


def stroke(painter: QPainter, left: float, right: float, height: float, thick: float) -> None:
    """A lying line of that thickness."""
    pen = QPen(Qt.GlobalColor.black, thick)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QLineF(left, height, right, height))


def hatch(painter: QPainter, box: QRectF, colour: QColor, apart: float) -> None:
    """Slanting lines over the box; Qt's own pattern is too fine to be seen on a printer."""
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setPen(hair(painter, colour))
    begin = box.left() + apart / 2
    while begin < box.right() + box.height():
        painter.drawLine(QLineF(begin, box.top(), begin - box.height(), box.bottom()))
        begin += apart
    painter.restore()
