"""How wide a column of the sheet begins: as its first rows need, within reason."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView

from app.ui.importing.mapping_header import ColumnHead
from app.ui.importing.picture import SheetPicture

_MEASURED_ROWS = 60
_PADDING = 20
_WIDEST = 240
_WIDEST_UNUSED = 150


def wanted_width(
    picture: SheetPicture, column: int, head: ColumnHead, metrics: QFontMetrics
) -> int:
    """For the texts of the first rows; a column without a meaning gets less."""
    first = picture.first_body_row
    rows = range(first, min(first + _MEASURED_ROWS, len(picture.rows) + 1))
    texts = (picture.text(row, column) for row in rows)
    widest = max((metrics.horizontalAdvance(text) for text in texts), default=0) + _PADDING
    return min(widest, _WIDEST if head.used else _WIDEST_UNUSED)


def fit_columns(
    view: QTableView,
    picture: SheetPicture,
    heads: Sequence[ColumnHead],
    metrics: QFontMetrics,
    least: Callable[[ColumnHead], int],
) -> None:
    """As wide as the first rows and the boxes in the heads need."""
    for column, head in enumerate(heads):
        wanted = wanted_width(picture, column, head, metrics)
        view.setColumnWidth(column, max(wanted, least(head)))


def widen_columns(
    view: QTableView, heads: Sequence[ColumnHead], least: Callable[[ColumnHead], int]
) -> None:
    """Wide enough for the boxes, where they changed; never narrower."""
    for column, head in enumerate(heads):
        if view.columnWidth(column) < least(head):
            view.setColumnWidth(column, least(head))
