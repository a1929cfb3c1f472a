"""How a person arranged a table: kept from day to day, changed by heads and the column menu."""

from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from app.ui.letters.menu import LetterMenu
from app.ui.table.memory import Layout, TableMemory, read_layout, write_layout
from app.ui.table.model import TableModel
from app.wording.language import Language

_PAUSE_MS = 400


class Arrangement(QObject):
    """Widths, order, hidden columns and sort of one view."""

    def __init__(
        self,
        language: Language,
        view: QTableView,
        model: TableModel[Any],
        key: str,
        memory: TableMemory,
        *,
        keeps_filters: bool = False,
    ) -> None:
        super().__init__(view)
        self._keeps_filters = keeps_filters
        self._language = language
        self._view = view
        self._model = model
        self._key = key
        self._memory = memory
        self._own_widths = {column.key: column.width for column in model.columns}
        self._stretching = False
        # A dragged edge reports every pixel; it is written once it rests.
        self._timer = QTimer(view, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.save)

    def restore(self) -> None:
        """Put the view as it was left; new columns stand where their author put them."""
        header = self._view.horizontalHeader()
        header.setSectionsMovable(True)
        # The frozen column stays the first.
        header.setFirstSectionMovable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        text = self._memory.load(f"table.{self._key}")
        kept = read_layout(text) if text is not None else None
        known = {column.key for column in self._model.columns}
        if kept is not None:
            self._own_widths |= {k: w for k, w in kept.widths.items() if k in known and w >= 20}
        for place, column in enumerate(self._model.columns):
            self._view.setColumnWidth(place, self._own_widths[column.key])
            hidden = column.key in kept.hidden if kept is not None else column.hidden
            self._view.setColumnHidden(place, hidden and place > 0)
        if kept is not None:
            self._reorder([key for key in kept.order if key in known])
            if kept.sorting is not None and kept.sorting[0] in known:
                self._model.sort_by(*kept.sorting)
        if self._keeps_filters:
            self._restore_filters(kept)
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(self._timer.start)
        self.follow(header)

    def follow(self, header: QHeaderView) -> None:
        """Clicks in this head sort, double clicks on its edges fit a column to what it shows."""
        header.sectionClicked.connect(self._clicked)
        header.sectionHandleDoubleClicked.connect(self._view.resizeColumnToContents)

    @Slot()
    def save(self) -> None:
        """Write the arrangement down now."""
        header = self._view.horizontalHeader()
        columns = self._model.columns
        order = (columns[header.logicalIndex(at)].key for at in range(header.count()))
        hidden = (c.key for place, c in enumerate(columns) if header.isSectionHidden(place))
        layout = Layout(
            dict(self._own_widths),
            tuple(order),
            frozenset(hidden),
            self._model.sorting,
            self._filters_to_keep(),
        )
        self._memory.save(f"table.{self._key}", write_layout(layout))

    def sort(self, column: str, *, descending: bool) -> None:
        """Sort by a column and remember it."""
        self._model.sort_by(column, descending)
        self._timer.start()

    def stretch(self) -> None:
        """Give spare width to the column that asks for it."""
        place = next((at for at, c in enumerate(self._model.columns) if c.stretch), None)
        if place is None or self._view.isColumnHidden(place):
            return
        header = self._view.horizontalHeader()
        others = header.length() - header.sectionSize(place)
        own = self._own_widths[self._model.column_at(place).key]
        self._stretching = True
        self._view.setColumnWidth(place, max(own, self._view.viewport().width() - others))
        self._stretching = False

    def menu(self) -> QMenu:
        """A tick for each column; the frozen one cannot be hidden."""
        menu = LetterMenu(self._view)
        menu.setAccessibleName(self._language.say("Columns"))
        for place, column in enumerate(self._model.columns):
            action = QAction(column.heading, menu)
            action.setCheckable(True)
            action.setChecked(not self._view.isColumnHidden(place))
            action.setEnabled(place > 0)
            action.setData(place)
            menu.addAction(action)
        menu.triggered.connect(self._show_or_hide)
        return menu

    def _restore_filters(self, kept: Layout | None) -> None:
        headed = {column.key for column in self._model.columns if column.heading}
        for key, texts in (kept.filters if kept is not None else {}).items():
            if key in headed:
                self._model.set_filter(key, texts)
        self._model.filters_changed.connect(self._timer.start)

    def _filters_to_keep(self) -> dict[str, frozenset[str]]:
        """Those that a person sees: a column without a heading is no column to anybody."""
        if not self._keeps_filters:
            return {}
        headed = (column.key for column in self._model.columns if column.heading)
        found = self._model.filters
        return {key: found[key] for key in headed if key in found}

    def _reorder(self, keys: list[str]) -> None:
        header = self._view.horizontalHeader()
        for target, key in enumerate(keys):
            at = header.visualIndex(self._model.place_of(key))
            if target > 0 and at > 0:
                header.moveSection(at, target)

    @Slot(int)
    def _clicked(self, place: int) -> None:
        key = self._model.column_at(place).key
        sorting = self._model.sorting
        upwards_already = sorting is not None and sorting == (key, False)
        self.sort(key, descending=upwards_already)

    @Slot(int, int, int)
    def _resized(self, place: int, old: int, new: int) -> None:
        if new == 0 or self._stretching:
            return
        self._own_widths[self._model.column_at(place).key] = new
        self._timer.start()

    @Slot(QAction)
    def _show_or_hide(self, action: QAction) -> None:
        self._view.setColumnHidden(int(action.data()), not action.isChecked())
        self.stretch()
        self._timer.start()
