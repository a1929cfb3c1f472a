"""Opens the value filter of a column below its head, and does what is chosen in it."""

from typing import Any

from PySide6.QtCore import QObject, QRect, Signal, Slot
from PySide6.QtWidgets import QTableView

from app.ui.table.arrangement import Arrangement
from app.ui.table.filter_popup import FilterPopup
from app.ui.table.frozen import FrozenColumn
from app.ui.table.model import TableModel
from app.ui.theme.theme import Theme
from app.wording.language import Language


class ColumnFilter(QObject):
    """One at a time; a sort chosen there is remembered as one in the head is."""

    applied = Signal()
    """Other rows are shown."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        view: QTableView,
        model: TableModel[Any],
        arrangement: Arrangement,
        frozen: FrozenColumn,
    ) -> None:
        super().__init__(view)
        self._theme = theme
        self._language = language
        self._view = view
        self._model = model
        self._arrangement = arrangement
        self._frozen = frozen
        self._column = ""

    def open(self, place: int) -> None:
        """For a column by its logical place; some have none."""
        column = self._model.column_at(place)
        if not column.filterable:
            return
        chosen = self._model.filters.get(column.key)
        values = self._model.values(column.key)
        popup = FilterPopup(self._theme, self._language, column.heading, values, chosen, self._view)
        self._column = column.key
        popup.applied.connect(self._apply)
        popup.sort_asked.connect(self._sort)
        head = self._frozen.header if place == 0 else self._view.horizontalHeader()
        corner = QRect(head.sectionViewportPosition(place), 0, 0, head.height()).bottomLeft()
        popup.open_at(head.viewport().mapToGlobal(corner))

    @Slot(object)
    def _apply(self, texts: frozenset[str] | None) -> None:
        self._model.set_filter(self._column, texts)
        self.applied.emit()

    @Slot(bool)
    def _sort(self, descending: bool) -> None:
        self._arrangement.sort(self._column, descending=descending)
