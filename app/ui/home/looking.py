"""Looks at the office for the first page, away from the window's thread: first today, then back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.errors import AppError
from app.domain.office import Office
from app.services.job import Job
from app.services.months import MonthTotal
from app.services.overview import LookOver, Overview
from app.services.period_changes import ComparePeriods, Comparison
from app.services.preferences import KeepPreferences, Preferences
from app.ui.home.to_do import ToDo, things_to_do
from app.ui.reports.last_report import KEY, from_text
from app.ui.tasks import Task, TaskRunner
from app.wording.language import Language

_MOST_PEOPLE_FOR_MONTHS = 20_000
_STEPS, _HIDDEN = "home_steps", "hidden"


@dataclass(frozen=True, slots=True)
class Seen:
    """One look at the office and at its settings.

    `things` is what there is to do; `last_report` the day on which a report was written; `version`
    that of what is stored.
    """

    overview: Overview
    office: Office
    preferences: Preferences
    last_report: date | None
    things: Sequence[ToDo]
    version: int
    steps_wanted: bool = True
    """Nobody has hidden the five steps."""


@dataclass(frozen=True, slots=True)
class _Past:
    """What was found of the past, after the look `seen`."""

    seen: Seen
    change: Comparison | None = None
    months: Sequence[MonthTotal] = ()


class HomeLooks(QObject):
    """One look at a time; a look that is asked for meanwhile follows it."""

    seen = Signal(object)
    ended = Signal()
    """The look at today is over, however it ended."""
    things_found = Signal(object)
    """What there is to do, with what takes longer to find."""
    change_found = Signal(object)
    """The Comparison with the last closed period; None where none is closed."""
    months_found = Signal(object)
    steps_kept = Signal()
    """Whether the five steps are wanted is safe."""
    failed = Signal(object)

    def __init__(
        self,
        overview: LookOver,
        changes: ComparePeriods,
        preferences: KeepPreferences,
        today: date,
        tasks: TaskRunner,
        language: Language,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._look_over, self._changes = overview, changes
        self._preferences, self._today, self._tasks = preferences, today, tasks
        self._language = language
        self._task: Task | None = None
        self._looking_back: Task | None = None
        self._again = False
        self._last: Seen | None = None
        self._past: _Past | None = None

    def look(self, progressed: Callable[[int, int], None]) -> bool:
        """Looks at today; False where a look is under way, which another one will follow."""
        if self._task is not None:
            self._again = True
            return False
        self.stop_looking_back()
        self._task = self._tasks.run(
            self._look,
            done=self._show,
            failed=self._fail,
            progressed=progressed,
            cancelled=self._end,
        )
        return True

    def look_back(self, seen: Seen) -> bool:
        """Looks at what was before; False where the office is too large for its months.

        Where nothing was written since it was looked at last, all is found at once.
        """
        self.stop_looking_back()
        takes_months = seen.overview.people <= _MOST_PEOPLE_FOR_MONTHS
        known = self._past
        if known is not None and known.seen.version == seen.version:
            self.change_found.emit(known.change)
            if takes_months:
                self.months_found.emit(known.months)
            return takes_months

        def work(job: Job) -> _Past:
            rule = seen.overview.rule
            change = self._changes.since_last(rule, self._today, job)
            jumped = self._look_over.to_clarify(rule, self._today, job)
            things = self._things(
                seen.overview, seen.office, seen.preferences, seen.last_report, jumped
            )
            return _Past(replace(seen, things=things), change)

        self._looking_back = self._tasks.run(
            work, done=self._show_change, failed=self._fail_looking_back
        )
        return takes_months

    def want_steps(self, *, wanted: bool) -> None:
        """Keeps whether the five steps are to be seen while some of them are open."""

        def write(job: Job) -> None:
            self._preferences.remember(_STEPS, "" if wanted else _HIDDEN)

        self._tasks.run(write, done=self._forget, failed=self._fail_keeping)

    @Slot(object)
    def _forget(self, nothing: None) -> None:
        self._last = None
        self.steps_kept.emit()

    @Slot(object)
    def _fail_keeping(self, error: AppError) -> None:
        self.failed.emit(error)

    @property
    def knows_months(self) -> bool:
        """Months were judged before, perhaps of what was stored then."""
        return self._past is not None

    def take_repeat(self) -> bool:
        """Whether another look was asked for while the last one was under way; said once."""
        asked, self._again = self._again, False
        return asked

    @Slot()
    def cancel(self) -> None:
        """The look at today is not wanted any more."""
        if self._task is not None:
            self._task.cancel()

    def give_up(self) -> None:
        """What is done for another page must not wait; whoever comes back looks anew."""
        self._again = False
        self.cancel()
        self.stop_looking_back()

    def stop_looking_back(self) -> None:
        """Today is looked at again, or was found to be the same."""
        if self._looking_back is not None:
            self._looking_back.cancel()
            self._looking_back = None

    def _look(self, job: Job) -> Seen:
        """In the runner's thread; where nothing was written since, the last look still holds."""
        version = self._look_over.version()
        if self._last is not None and self._last.version == version:
            return self._last
        preferences, office = self._preferences.preferences(), self._preferences.office()
        overview = self._look_over.overview(preferences.rule, self._today, job)
        report = from_text(self._preferences.load(KEY))
        written = None if report is None else report.written_on
        things = self._things(overview, office, preferences, written, 0)
        wanted = not self._preferences.load(_STEPS)
        return Seen(overview, office, preferences, written, things, version, wanted)

    def _things(
        self,
        overview: Overview,
        office: Office,
        preferences: Preferences,
        last_report: date | None,
        jumped: int,
    ) -> Sequence[ToDo]:
        return things_to_do(overview, office, preferences, last_report, jumped, self._language)

    def _show(self, seen: Seen) -> None:
        self._last = seen
        self._end()
        self.seen.emit(seen)

    def _show_change(self, past: "_Past") -> None:
        """The slower part is begun when the change is shown already."""
        self._last = past.seen
        self.things_found.emit(past.seen.things)
        self.change_found.emit(past.change)
        if past.seen.overview.people > _MOST_PEOPLE_FOR_MONTHS:
            self._looking_back = None
            self._past = past
            return
        rule = past.seen.overview.rule

        def work(job: Job) -> _Past:
            return replace(past, months=self._look_over.months(rule, self._today, job))

        self._looking_back = self._tasks.run(
            work, done=self._show_months, failed=self._fail_looking_back
        )

    def _show_months(self, past: "_Past") -> None:
        self._looking_back = None
        self._past = past
        self.months_found.emit(past.months)

    def _fail_looking_back(self, error: AppError) -> None:
        self._looking_back = None
        self.failed.emit(error)

    def _fail(self, error: AppError) -> None:
        self._end()
        self.failed.emit(error)

    @Slot()
    def _end(self) -> None:
        self._task = None
        self.ended.emit()
