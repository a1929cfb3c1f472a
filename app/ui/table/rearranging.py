"""Changes the order of rows and lets Qt's selection and current cell follow them."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex

from app.ui.table.column import Row
from app.ui.table.order import RowOrder

# Says that columns stay: without it the head loses its widths when the first row is filtered out.
_ROWS_MOVE = QAbstractTableModel.LayoutChangeHint.VerticalSortHint
_WITH_HINT = "QList<QPersistentModelIndex>,QAbstractItemModel::LayoutChangeHint"


def rearrange(model: QAbstractTableModel, order: RowOrder[Row], change: Callable[[], None]) -> None:
    """Calls `change`, which alters what `order` shows; every index of a row goes with its row."""
    # The stubs of PySide6 6.9 do not know that an overloaded signal is chosen by index.
    begin: Any = model.layoutAboutToBeChanged
    end: Any = model.layoutChanged
    begin[_WITH_HINT].emit([], _ROWS_MOVE)
    old = model.persistentIndexList()
    followed = [(order.shown[index.row()], index.column()) for index in old]
    change()
    wanted = {position for position, _ in followed}
    places = {p: at for at, p in enumerate(order.shown) if p in wanted}
    new = [
        model.index(places[position], column) if position in places else QModelIndex()
        for position, column in followed
    ]
    model.changePersistentIndexList(old, new)
    end[_WITH_HINT].emit([], _ROWS_MOVE)
