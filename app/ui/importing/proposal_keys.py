"""Enter on a proposal of the waiting room takes it; where there are several, one is chosen."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from typing_extensions import override

from app.domain.nip import Nip
from app.services.waiting_room import WaitingRow
from app.ui.letters.menu import LetterMenu
from app.ui.table.view import TableView

PROPOSAL = "proposal"
"""The column that shows proposals."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ShiftModifier
)


class WaitingProposals(QObject):
    """A proposal is taken by a person, never by itself."""

    taken = Signal(int, str)
    """Id of the row, and the number."""

    def __init__(self, table: TableView[WaitingRow], place: int) -> None:
        """`place`: the column of the proposals."""
        super().__init__(table)
        self._table, self._place = table, place
        self._row: WaitingRow | None = None
        self._menu = LetterMenu(table)
        self._menu.triggered.connect(self._take_listed)
        table.installEventFilter(self)
        table.doubleClicked.connect(self._take_at)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _ENTER
            and not event.modifiers() & _HELD
            and self._take_at(self._table.currentIndex())
        )

    @Slot(QModelIndex)
    def _take_at(self, index: QModelIndex) -> bool:
        """False: there is nothing to take, and the key means what it means everywhere."""
        row = self._table.current_row() if index.column() == self._place else None
        if row is None or row.diagnosis is None:
            return False
        proposals = row.diagnosis.proposals
        if len(proposals) == 1:
            self.taken.emit(row.held.id, proposals[0].nip)
            return True
        self._row = row
        self._menu.clear()
        for at, one in enumerate(proposals):
            # A lone & would mark the next letter as a key.
            words = f"{Nip(one.nip).grouped}   {one.name}".replace("&", "&&")
            self._menu.addAction(words).setData(at)
        below = self._table.visualRect(index).bottomLeft()
        self._menu.popup(self._table.viewport().mapToGlobal(below))
        return True

    @Slot(QAction)
    def _take_listed(self, action: QAction) -> None:
        if self._row is not None and self._row.diagnosis is not None:
            nip = self._row.diagnosis.proposals[action.data()].nip
            self.taken.emit(self._row.held.id, nip)
