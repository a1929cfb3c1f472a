"""Opens the dialog of changes, and compares away from the window's thread."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.domain.snapshot import Revision
from app.services.job import Job
from app.services.period_changes import ComparePeriods, Comparison, earlier_of, newest_of
from app.services.preferences import KeepPreferences
from app.ui.periods.changes_dialog import ChangesDialog
from app.ui.table.memory import TableMemory
from app.ui.tasks import Task, TaskRunner
from app.ui.theme.theme import Theme
from app.wording.errors import error_sentence
from app.wording.language import Language
from app.wording.periods import period_name


class ChangesDesk(QObject):
    """One dialog at a time; what was asked for before is not wanted any more."""

    person_asked = Signal(int)

    def __init__(
        self,
        theme: Theme,
        language: Language,
        compare: ComparePeriods,
        preferences: KeepPreferences,
        today: date,
        tasks: TaskRunner,
        memory: TableMemory,
    ) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._compare, self._preferences, self._today = compare, preferences, today
        self._tasks, self._memory = tasks, memory
        self._dialog: ChangesDialog | None = None
        self._after: Revision | None = None
        self._task: Task | None = None

    def open(self, revisions: Sequence[Revision], after: Revision | None, over: QWidget) -> None:
        """Compares `after` (None: the office now) with the closing before it, or with another."""
        self._after = after
        befores = [one for one in revisions if after is None or _is_earlier(one, after)]
        if after is None:
            usual = newest_of(befores, self._today)
        else:
            usual = earlier_of(befores, after.period)
        dialog = ChangesDialog(self._theme, self._language, self._memory, over)
        dialog.asked.connect(self._ask)
        dialog.person_asked.connect(self.person_asked)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()
        if befores:
            dialog.show_choices(befores, usual or befores[0], self._words(after))
        else:
            none = self._language.say("No other period is closed yet: there is nothing to compare.")
            dialog.show_failed(none)

    def _words(self, after: Revision | None) -> str:
        if after is not None:
            return period_name(after.period, self._language)
        day = self._language.short_date(self._today)
        return self._language.say("now, {date}").format(date=day)

    @Slot(object, object)
    def _ask(self, before: Revision, within: str | None) -> None:
        self._stop()
        work = partial(self._compared, before, self._after, within)
        self._task = self._tasks.run(work, done=self._show, failed=self._show_failed)

    def _compared(
        self, before: Revision, after: Revision | None, within: str | None, job: Job
    ) -> Comparison:
        """In the runner's thread."""
        if after is not None:
            return self._compare.between(before.id, after.id, job, within)
        rule = self._preferences.preferences().rule
        return self._compare.since(before.id, rule, self._today, job, within)

    def _show(self, found: Comparison) -> None:
        if self._dialog is not None:
            self._dialog.show_comparison(found)

    def _show_failed(self, error: AppError) -> None:
        if self._dialog is not None:
            self._dialog.show_failed(error_sentence(error, self._language))

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    @Slot()
    def _forget(self) -> None:
        self._stop()
        self._dialog = None


def _is_earlier(one: Revision, after: Revision) -> bool:
    return one.id != after.id and one.as_of <= after.as_of
