"""Changes the order of rows and lets Qt's selection and current cell follow them."""

from collections.abc import Callable, Sequence, Set
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex

from app.ui.table.column import Row
from app.ui.table.order import RowOrder

# Says that columns stay: without it the head loses its widths when the first row is filtered out.
_ROWS_MOVE = QAbstractTableModel.LayoutChangeHint.VerticalSortHint
_WITH_HINT = "QList<QPersistentModelIndex>,QAbstractItemModel::LayoutChangeHint"


_FEW = 8


def rearrange(model: QAbstractTableModel, order: RowOrder[Row], change: Callable[[], None]) -> None:
    """Calls `change`, which alters what `order` shows; every index of a row goes with its row."""
    # The stubs of PySide6 6.9 do not know that an overloaded signal is chosen by index.
    begin: Any = model.layoutAboutToBeChanged
    end: Any = model.layoutChanged
    begin[_WITH_HINT].emit([], _ROWS_MOVE)
    old = model.persistentIndexList()
    followed = [(order.shown[index.row()], index.column()) for index in old]
    change()
    places = _places({position for position, _ in followed}, order.shown)
    new = [
        model.index(places[position], column) if position in places else QModelIndex()
        for position, column in followed
    ]
    model.changePersistentIndexList(old, new)
    end[_WITH_HINT].emit([], _ROWS_MOVE)


def _places(wanted: Set[int], shown: Sequence[int]) -> dict[int, int]:
    """Where these rows are shown now; those that are not are left out."""
    if len(wanted) > _FEW:
        return {position: at for at, position in enumerate(shown) if position in wanted}
    # Mostly the one row of the cursor: the list finds it ten times as fast as a look at each.
    places = {}
    for position in wanted:
        with suppress(ValueError):
            places[position] = shown.index(position)
    return places
