"""Tries a rule on everyone while it is being written: how many would qualify, at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AppError
from app.domain.person import Account, Person
from app.domain.rule import Rule
from app.domain.verdict import Verdict
from app.services.job import Job
from app.services.preferences import KeepPreferences
from app.services.standings import JudgeStandings, totals_under
from app.ui.prompts import Prompts
from app.ui.tasks import TaskRunner

_Everyone = Sequence[tuple[Person, tuple[Account, ...]]]


@dataclass(frozen=True, slots=True)
class Trial:
    """What a rule would give, and what the office's own choice gives now."""

    rule: Rule
    totals: Mapping[Verdict, int]
    now: Rule
    qualifying_now: int


class RuleTrial(QObject):
    """Everyone is read once when a rule is opened; each change judges those again."""

    tried = Signal(object)
    """A Trial of the rule that was asked for last."""

    def __init__(
        self,
        standings: JudgeStandings,
        preferences: KeepPreferences,
        as_of: date,
        tasks: TaskRunner,
        prompts: Prompts,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._standings, self._preferences = standings, preferences
        self._as_of = as_of
        self._tasks, self._prompts = tasks, prompts
        self._everyone: _Everyone | None = None
        self._now: tuple[Rule, int] | None = None
        self._wanted: Rule | None = None
        self._running = False

    def begin(self) -> None:
        """Another look at the people: they may have changed since the last rule was opened."""
        self._everyone = self._now = self._wanted = None

    def ask(self, rule: Rule | None) -> None:
        """Try this rule; of several asked for meanwhile only the last one is judged. None: none."""
        self._wanted = rule
        self._go_on()

    def _go_on(self) -> None:
        if self._running or self._wanted is None:
            return
        self._running = True
        self._tasks.run(self._try, done=self._tell, failed=self._fail, cancelled=self._stop)

    def _try(self, job: Job) -> Trial | None:
        """In the runner's thread; what is wanted by now counts, not what was wanted first."""
        rule = self._wanted
        if rule is None:
            return None
        if self._everyone is None or self._now is None:
            chosen = self._preferences.preferences().rule
            self._everyone = self._standings.everyone(self._as_of, job)
            totals = totals_under(self._everyone, chosen, self._as_of)
            self._now = chosen, totals[Verdict.QUALIFIES]
        totals = totals_under(self._everyone, rule, self._as_of)
        return Trial(rule, totals, *self._now)

    def _tell(self, trial: Trial | None) -> None:
        self._running = False
        if trial is not None and trial.rule is self._wanted:
            self._wanted = None
            self.tried.emit(trial)
        self._go_on()

    def _fail(self, error: AppError) -> None:
        self._stop()
        self._prompts.explain(error)

    def _stop(self) -> None:
        self._running = False
        self._wanted = None
