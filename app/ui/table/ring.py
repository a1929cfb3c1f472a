"""The ring around the current row of a table that is only read: where the keyboard is."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QTableView

from app.ui.theme.theme import Theme


def paint_row_ring(painter: QPainter, theme: Theme, table: QTableView) -> None:
    """Inside the row, only while the table has the focus."""
    if table.hasFocus() and table.currentIndex().isValid():
        painter.setPen(QPen(theme.colour("focus"), 2))
        painter.drawRect(_row(table).adjusted(1, 1, -1, -2))


def update_row_ring(table: QTableView, *rows: int) -> None:
    """These rows have the ring, or have lost it."""
    for row in rows:
        top, height = table.rowViewportPosition(row), table.rowHeight(row)
        table.viewport().update(0, top, table.viewport().width(), height)


def _row(table: QTableView) -> QRect:
    row = table.currentIndex().row()
    width = min(table.viewport().width(), table.horizontalHeader().length())
    return QRect(0, table.rowViewportPosition(row), width, table.rowHeight(row))
