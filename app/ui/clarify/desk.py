"""Opens the dialog of accounts to clarify; looks and writes away from the window's thread."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.clarification import Clarification, InnocentReason
from app.domain.errors import AppError
from app.services.clarifying import Clarifications, ClarifyAccounts, Suspect
from app.services.job import Job
from app.services.preferences import KeepPreferences
from app.ui.clarify.dialog import ClarifyDialog
from app.ui.table.memory import TableMemory
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.errors import error_sentence
from app.wording.language import Language


class ClarifyDesk(QObject):
    """One dialog at a time; each decision is written at once."""

    person_asked = Signal(int)
    record_asked = Signal(int)
    changed = Signal()
    """A decision was written."""
    closed = Signal()
    """The dialog went, after at least one decision: what lies below is old."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        clarifying: ClarifyAccounts,
        preferences: KeepPreferences,
        today: date,
        tasks: TaskRunner,
        memory: TableMemory,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, language
        self._clarifying, self._preferences = clarifying, preferences
        self._today, self._tasks, self._memory = today, tasks, memory
        self._dialog: ClarifyDialog | None = None
        self._wrote = False

    def open_over(self, window: QWidget) -> None:
        """Shows the dialog over this window."""
        if self._dialog is not None:
            self._dialog.raise_()
            return
        dialog = ClarifyDialog(self._theme, self._language, self._memory, window)
        dialog.explained.connect(self._explain)
        dialog.excluded.connect(self._exclude)
        dialog.taken_back.connect(self._take_back)
        dialog.person_asked.connect(self.person_asked)
        dialog.record_asked.connect(self.record_asked)
        dialog.finished.connect(self._forget)
        self._dialog, self._wrote = dialog, False
        dialog.open()
        self._tasks.run(self._look, done=self._show, failed=self._show_failed)

    def _look(self, job: Job) -> Clarifications:
        """In the runner's thread."""
        rule = self._preferences.preferences().rule
        return self._clarifying.look(rule, self._today, job)

    def _show(self, seen: Clarifications) -> None:
        if self._dialog is not None:
            self._dialog.show_clarifications(seen)

    @Slot(object, object, str)
    def _explain(self, one: Suspect, innocent: InnocentReason, note: str) -> None:
        words = self._language.say("{name}: noted as in order.").format(name=one.person.name)
        self._write(partial(self._clarifying.explain, one, innocent, note), words)

    @Slot(object, str)
    def _exclude(self, one: Suspect, reason: str) -> None:
        text = self._language.say("{name}: {platform} is left out.")
        words = text.format(name=one.person.name, platform=one.platform.name_shown)
        self._write(partial(self._clarifying.exclude, one, reason), words)

    @Slot(object)
    def _take_back(self, decisions: Sequence[Clarification]) -> None:
        words = self._language.say("The decision was taken back.")
        self._write(partial(self._clarifying.take_back, decisions), words)

    def _write(self, write: Callable[[], None], words: str) -> None:
        def work(job: Job) -> tuple[str, Clarifications]:
            write()
            return words, self._look(job)

        self._tasks.run(work, done=self._show_written, failed=self._show_failed)

    def _show_written(self, written: tuple[str, Clarifications]) -> None:
        words, seen = written
        self._wrote = True
        self.changed.emit()
        if self._dialog is not None:
            self._dialog.show_clarifications(seen)
            self._dialog.say_done(words)

    def _show_failed(self, error: AppError) -> None:
        if self._dialog is not None:
            self._dialog.say_failed(error_sentence(error, self._language))

    @Slot()
    def _forget(self) -> None:
        self._dialog = None
        if self._wrote:
            self.closed.emit()
