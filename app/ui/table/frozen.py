"""The first column, laid over the table so that it stays while the rest scrolls sideways."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from app.ui.table.delegate import CellDelegate
from app.ui.table.header import FilterHeader
from app.ui.table.model import TableModel
from app.ui.theme.theme import Theme


class FrozenColumn(QObject):
    """Keeps a second, narrow view of the same rows, selection and scroll position."""

    def __init__(
        self,
        theme: Theme,
        model: TableModel[Any],
        table: QTableView,
        filter_asked: Callable[[int], None],
        *,
        always: bool,
    ) -> None:
        """`always`: shown with its line also while nothing is scrolled away."""
        super().__init__(table)
        self._table = table
        self._always = always
        self._columns = model.columnCount()
        self.view = QTableView(table)
        # Its own: a delegate shared by two views hands each the other's editors.
        cells = table.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectItems
        self._delegate = CellDelegate(theme, model, cells=cells, parent=self)
        self.header = FilterHeader(theme, model, self.view)
        self.view.setHorizontalHeader(self.header)
        self.view.setProperty("role", "frozen")
        self.view.setModel(model)
        self.header.filter_asked.connect(filter_asked)
        self._dress()
        self._follow()
        table.installEventFilter(self)

    def _dress(self) -> None:
        view, table = self.view, self._table
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        view.setHorizontalScrollBarPolicy(off)
        view.setVerticalScrollBarPolicy(off)
        view.setShowGrid(False)
        view.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        view.setFocusProxy(table)
        view.setSelectionBehavior(table.selectionBehavior())
        view.setSelectionMode(table.selectionMode())
        view.setAlternatingRowColors(table.alternatingRowColors())
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(table.verticalScrollMode())
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
        view.setItemDelegate(self._delegate)
        view.setAccessibleName(table.accessibleName())
        for column in range(1, self._columns):
            view.setColumnHidden(column, True)

    def _follow(self) -> None:
        view, table = self.view, self._table
        view.setSelectionModel(table.selectionModel())
        table.verticalScrollBar().valueChanged.connect(view.verticalScrollBar().setValue)
        view.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        table.horizontalScrollBar().valueChanged.connect(self.place)
        table.horizontalHeader().sectionResized.connect(self._resize)
        self.header.sectionResized.connect(self._widen)

    def set_greyed(self, *, greyed: bool) -> None:
        """Show that the content is old."""
        self._delegate.greyed = greyed
        self.view.viewport().update()

    @property
    def width(self) -> int:
        """How far the frozen column reaches, in pixels."""
        return 0 if self._table.isColumnHidden(0) else self._table.columnWidth(0)

    @Slot()
    def place(self) -> None:
        """Lay it exactly over the first column and its head."""
        table = self._table
        self.view.setColumnWidth(0, table.columnWidth(0))
        frame = table.frameWidth()
        height = table.viewport().height() + table.horizontalHeader().height()
        self.view.setGeometry(frame, frame, self.width, height)
        scrolled = table.horizontalScrollBar().value() > 0
        self.view.setVisible(self.width > 0 and (self._always or scrolled))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self.place()
        return False

    @Slot(int, int, int)
    def _resize(self, section: int, old: int, new: int) -> None:
        if section == 0:
            self.place()

    @Slot(int, int, int)
    def _widen(self, section: int, old: int, new: int) -> None:
        if section == 0 and new and new != self._table.columnWidth(0):
            self._table.setColumnWidth(0, new)
