"""What a person corrects in the cells of opened files, step by step and back again."""

from collections.abc import Mapping, Sequence

from app.domain.nip_doctor import Proposal
from app.services.importing import CellText
from app.ui.importing.findings import Finding, OpenedSheet

_Edits = Mapping[int, Mapping[int, str]]
_MOST_STEPS = 200


class Corrections:
    """Every method is one step; the files themselves are never touched."""

    def __init__(self) -> None:
        self._before: list[Mapping[OpenedSheet, _Edits]] = []
        self._undone: list[Mapping[OpenedSheet, _Edits]] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return bool(self._undone)

    def forget(self) -> None:
        """Other files."""
        self._before, self._undone = [], []

    def put(self, sheet: OpenedSheet, cells: Sequence[CellText]) -> None:
        """Cells of one sheet."""
        self._step({sheet: cells})

    def accept(self, accepted: Sequence[tuple[Finding, Proposal]]) -> None:
        """The proposed numbers, in all sheets."""
        cells: dict[OpenedSheet, list[CellText]] = {}
        for finding, proposal in accepted:
            of_row = finding.sheet.sheet.cells_of(finding.row, proposal, finding.texts)
            cells.setdefault(finding.sheet, []).extend(of_row)
        self._step(cells)

    def undo(self) -> None:
        """The last step back."""
        step = self._before.pop()
        self._undone.append(_edits_of(step))
        _restore(step)

    def redo(self) -> None:
        """The step again that was taken back last."""
        step = self._undone.pop()
        self._before.append(_edits_of(step))
        _restore(step)

    def _step(self, cells: Mapping[OpenedSheet, Sequence[CellText]]) -> None:
        self._before = [*self._before[-_MOST_STEPS:], _edits_of(cells)]
        self._undone = []
        for sheet, of_sheet in cells.items():
            sheet.sheet.set_cells(of_sheet)


def _edits_of(sheets: Mapping[OpenedSheet, object]) -> dict[OpenedSheet, _Edits]:
    # A step replaces the edits of a sheet and changes none: they can be kept as they are.
    return {sheet: sheet.sheet.edits for sheet in sheets}


def _restore(step: Mapping[OpenedSheet, _Edits]) -> None:
    for sheet, edits in step.items():
        sheet.sheet.edits = edits
