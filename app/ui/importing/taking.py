"""Enter on a row with a proposal takes it, and the cursor goes on to the next row to check."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from app.domain.nip import Nip
from app.domain.nip_doctor import Proposal
from app.services.importing import UnitGuess
from app.ui.importing.concerns_panel import ConcernsPanel
from app.ui.importing.findings import Finding
from app.ui.importing.grid import SheetGrid
from app.ui.importing.work import ImportWork
from app.ui.letters.menu import LetterMenu


class ProposalKeys(QObject):
    """One proposal is taken at once; of several a list is opened at the cell."""

    accepted = Signal(list)
    """One Finding with the Proposal that is taken for it."""
    units_answered = Signal(list, object)
    """A UnitGuess, and True: it is the same unit."""
    next_asked = Signal()

    def __init__(
        self, work: ImportWork, grid: SheetGrid, panel: ConcernsPanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._work, self._grid, self._panel = work, grid, panel
        self._listed: Finding | None = None
        self._menu = LetterMenu(grid)
        self._menu.triggered.connect(self._take_listed)
        grid.entered_row.connect(self._take)

    @Slot()
    def _take(self) -> None:
        shown = self._work.shown
        finding = self._panel.stop_at(shown, self._grid.current_row) if shown else None
        found = finding.diagnosis.proposals if finding is not None and finding.diagnosis else ()
        if finding is None:
            self._grid.go_down()
        elif finding.unit is not None:
            self._accept_unit(finding.unit)
        elif len(found) == 1:
            self._accept(finding, found[0])
        else:
            self._list(finding, found)

    def _accept(self, finding: Finding, proposal: Proposal) -> None:
        cells = finding.sheet.sheet.cells_of(finding.row, proposal, finding.texts)
        edits = finding.sheet.sheet.edits.get(finding.row, {})
        # While the rows are compared anew the finding still stands, though it is settled.
        if any(edits.get(column) != text for _, column, text in cells):
            self.accepted.emit([(finding, proposal)])
        self.next_asked.emit()

    def _accept_unit(self, guess: UnitGuess) -> None:
        if guess.key not in self._work.said_units:
            self.units_answered.emit([guess], True)
        self.next_asked.emit()

    def _list(self, finding: Finding, found: tuple[Proposal, ...]) -> None:
        self._listed = finding
        self._menu.clear()
        for one in found:
            action = self._menu.addAction(f"{Nip(one.nip).grouped}   {one.name}".replace("&", "&&"))
            action.setData(one)
        self._menu.setActiveAction(self._menu.actions()[0])
        self._menu.popup(self._grid.below_cell())

    @Slot(QAction)
    def _take_listed(self, action: QAction) -> None:
        if self._listed is not None:
            self._accept(self._listed, action.data())
