"""Opens the dialog of one office: who stands behind its numbers, and what changed between sendings."""

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.domain.rollup.merged import Arrived, MergedOffice, RollUp, Traced
from app.domain.verdict import Verdict
from app.services.job import Job
from app.services.rollup.merging import MergeOffices, SendingDifference
from app.ui.rollup.office_dialog import OfficeDialog
from app.ui.table.memory import TableMemory
from app.ui.tasks import Task, TaskRunner
from app.ui.theme.theme import Theme
from app.wording.errors import error_sentence
from app.wording.language import Language

_PEOPLE_PER_STEP = 1_000


class OfficeDesk(QObject):
    """One dialog at a time."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        merging: MergeOffices,
        tasks: TaskRunner,
        memory: TableMemory,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme, self._language, self._memory = theme, language, memory
        self._merging, self._tasks = merging, tasks
        self._dialog: OfficeDialog | None = None
        self._verdict: Verdict | None = None
        self._comparing: Task | None = None

    def open_over(
        self, window: QWidget, rollup: RollUp, office: MergedOffice, verdict: Verdict | None
    ) -> None:
        """Shows the office; with a verdict only those who have it."""
        dialog = OfficeDialog(self._theme, self._language, office, self._memory, window)
        dialog.compared.connect(self._compare)
        dialog.finished.connect(self._forget)
        self._dialog, self._verdict = dialog, verdict
        dialog.open()
        self._tasks.run(
            partial(_traced, rollup, office),
            done=self._show_people,
            failed=self._show_failed,
        )
        dialog.compare_first()

    def _show_people(self, people: list[Traced]) -> None:
        if self._dialog is not None:
            self._dialog.show_people(people, self._verdict)

    @Slot(object, object)
    def _compare(self, before: Arrived, after: Arrived) -> None:
        if self._comparing is not None:
            self._comparing.cancel()
        self._comparing = self._tasks.run(
            partial(self._merging.difference, before, after),
            done=self._show_difference,
            failed=self._show_failed,
        )

    def _show_difference(self, found: SendingDifference) -> None:
        self._comparing = None
        if self._dialog is not None:
            self._dialog.show_difference(found)

    def _show_failed(self, error: AppError) -> None:
        if self._dialog is not None:
            self._dialog.show_failed(error_sentence(error, self._language))

    @Slot()
    def _forget(self) -> None:
        self._dialog = None


def _traced(rollup: RollUp, office: MergedOffice, job: Job) -> list[Traced]:
    """In the runner's thread."""
    found = []
    for number, one in enumerate(rollup.traced(office.key)):
        if number % _PEOPLE_PER_STEP == 0:
            job.step(number, 0)
        found.append(one)
    return found
