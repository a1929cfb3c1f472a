"""Opens the dialog of the coverage, and looks things up away from the window's thread."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.coverage import Demand
from app.domain.errors import AppError
from app.domain.nip import Generations
from app.services.coverage import Coverage, CoverOffice, FoundTeam
from app.services.job import Job
from app.services.preferences import KeepPreferences
from app.ui.tasks import Task, TaskRunner
from app.ui.theme.theme import Theme
from app.ui.wanted import PeopleWanted
from app.wording.errors import error_sentence
from app.wording.language import Language

if TYPE_CHECKING:
    from app.ui.coverage.dialog import CoverageDialog

_Found = TypeVar("_Found")


class CoverageDesk(QObject):
    """One dialog at a time; its signals are what was asked for in it."""

    wanted = Signal(PeopleWanted)
    person_asked = Signal(int)

    def __init__(
        self,
        theme: Theme,
        language: Language,
        cover: CoverOffice,
        preferences: KeepPreferences,
        today: date,
        tasks: TaskRunner,
        over: QWidget,
    ) -> None:
        """`over`: the dialog stands over the window that this part belongs to."""
        super().__init__(over)
        self._over = over
        self._theme, self._language = theme, language
        self._cover, self._preferences, self._today = cover, preferences, today
        self._tasks = tasks
        self._dialog: CoverageDialog | None = None
        self._coverage: Coverage | None = None
        self._task: Task | None = None

    @Slot()
    def open(self) -> None:
        """Shows the dialog."""
        if self._dialog is not None:
            self._dialog.raise_()
            return
        # Loaded here: it opens over the first page, which is there at each start.
        from app.ui.coverage.dialog import CoverageDialog

        dialog = CoverageDialog(self._theme, self._language, self._over)
        dialog.scheme_chosen.connect(self._look_by)
        dialog.demand_chosen.connect(self._look_for_team)
        dialog.wanted.connect(self.wanted)
        dialog.person_asked.connect(self.person_asked)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()
        self._look_by(Generations.BPS)

    @Slot(object)
    def _look_by(self, scheme: Generations) -> None:
        self._run(partial(self._look, scheme), self._show_coverage)

    def _look(self, scheme: Generations, job: Job) -> Coverage:
        """In the runner's thread."""
        rule = self._preferences.preferences().rule
        return self._cover.coverage(rule, self._today, scheme, job)

    def _show_coverage(self, coverage: Coverage) -> None:
        if self._dialog is None:
            return
        self._coverage = coverage
        self._dialog.show_coverage(coverage)
        self._look_for_team(self._dialog.demand)

    @Slot(object)
    def _look_for_team(self, demand: Demand) -> None:
        if self._dialog is None or self._coverage is None:
            return
        self._dialog.show_searching()
        self._run(partial(self._cover.team, self._coverage, demand), self._show_team)

    def _show_team(self, found: FoundTeam) -> None:
        if self._dialog is not None:
            self._dialog.show_team(found)

    def _show_failed(self, error: AppError) -> None:
        if self._dialog is not None:
            self._dialog.show_failed(error_sentence(error, self._language))

    def _run(self, work: Callable[[Job], _Found], done: Callable[[_Found], None]) -> None:
        """One thing at a time: what was asked for before is not wanted any more."""
        self._stop()
        self._task = self._tasks.run(work, done=done, failed=self._show_failed)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    @Slot()
    def _forget(self) -> None:
        self._stop()
        self._dialog = None
        self._coverage = None
