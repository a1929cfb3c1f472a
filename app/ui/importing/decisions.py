"""What a person decides about opened files: cells, proposed numbers, hidden rows, who has left."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.form_conflict import Conflict, Option
from app.domain.nip_doctor import Proposal
from app.domain.person import Service
from app.services.forms.returning import NO_CHOICES
from app.services.importing import CellText, UnitGuess
from app.ui.importing.conflicts import with_answer
from app.ui.importing.corrections import Corrections
from app.ui.importing.findings import Finding
from app.ui.importing.work import ImportWork, Stage


class ImportDecisions(QObject):
    """Each decision plans again, but for who leaves: that is added to the plan that stands."""

    leaving_changed = Signal()

    def __init__(self, work: ImportWork) -> None:
        super().__init__(work)
        self._work = work
        self._corrections = Corrections()
        self._leaving: dict[int, Service] = {}
        work.files_opened.connect(self._forget)
        work.stage_changed.connect(self._forget_closed)
        work.planned.connect(self._say_who_leaves)

    @property
    def any(self) -> bool:
        """Whether a person put something right that stands nowhere but here."""
        work = self._work
        said = bool(work.said_units) or work.choices != NO_CHOICES
        return said or bool(self._leaving) or self._corrections.can_undo

    @Slot(list)
    def correct(self, cells: Sequence[CellText]) -> None:
        """What a person put into cells of the sheet that is shown; the file stays as it is."""
        sheet = self._work.shown
        if sheet is not None and cells and self._work.free:
            self._corrections.put(sheet, cells)
            self._work.plan()

    @Slot(list)
    def accept(self, accepted: Sequence[tuple[Finding, Proposal]]) -> None:
        """The numbers that the NIP doctor proposes for these rows are theirs."""
        if accepted and self._work.free:
            self._corrections.accept(accepted)
            self._work.plan()

    def undo(self) -> bool:
        """The last correction back; False where there is none."""
        return self._corrections.can_undo and self._step(self._corrections.undo)

    def redo(self) -> bool:
        """The correction again that was taken back; False where there is none."""
        return self._corrections.can_redo and self._step(self._corrections.redo)

    def _step(self, step: Callable[[], None]) -> bool:
        if self._work.free:
            step()
            self._work.plan()
        # While files are read or written the key does nothing, rather than something else.
        return True

    @Slot(bool)
    def leave_out_hidden(self, left_out: bool) -> None:
        """Whether rows that are hidden in the files are passed over."""
        if self._work.free:
            for sheet in self._work.sheets:
                sheet.sheet.without_hidden = left_out
            self._work.plan()

    @Slot(list, object)
    def say_units(self, guesses: Sequence[UnitGuess], same: bool | None) -> None:
        """These names mean the known ones, or others; None: nothing is said of them any more."""
        if not self._work.free:
            return
        said = dict(self._work.said_units)
        for guess in guesses:
            said.pop(guess.key, None)
            if same is not None:
                said[guess.key] = guess.known if same else guess.written
        self._work.said_units = said
        self._work.plan()

    @Slot(object, object)
    def say_what_holds(self, conflict: Conflict, option: Option | None) -> None:
        """Which of contradicting forms holds; None: the answer is taken back."""
        if self._work.free:
            self._work.choices = with_answer(self._work.choices, conflict, option)
            self._work.plan()

    def service_of(self, person_id: int) -> Service | None:
        """What was said about somebody who is absent; None: stays as recorded."""
        return self._leaving.get(person_id)

    @Slot(list, object)
    def set_leaving(self, people: Sequence[int], service: Service | None) -> None:
        """These have moved or retired; None: they stay as recorded."""
        for person_id in people:
            self._leaving.pop(person_id, None)
            if service is not None:
                self._leaving[person_id] = service
        self._say_who_leaves()
        self.leaving_changed.emit()

    @Slot()
    def _say_who_leaves(self) -> None:
        prepared = self._work.prepared
        if prepared is not None:
            absent = {person.id for person in prepared.plan.absent}
            prepared.plan.leaving = {
                one: how for one, how in self._leaving.items() if one in absent
            }

    @Slot()
    def _forget_closed(self) -> None:
        # Else Ctrl+Z and Ctrl+Y would go on with files that nobody sees, and leave what is stored.
        if self._work.stage is Stage.EMPTY:
            self._forget()

    @Slot()
    def _forget(self) -> None:
        self._corrections.forget()
        self._work.said_units = {}
        self._work.choices = {}
        self._leaving = {}
