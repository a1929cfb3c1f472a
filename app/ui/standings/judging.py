"""Reads everyone once and judges them under the chosen reading, away from the window."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.rule import NAMED_RULES, Rule
from app.domain.what_if import Ladder
from app.services.job import Job
from app.services.many_objects import collector_paused
from app.services.packed_accounts import fresh
from app.services.preferences import KeepPreferences, Preferences
from app.services.standings import JudgeStandings
from app.ui.parts.progress import ProgressStrip
from app.ui.prompts import Prompts
from app.ui.standings.rows import Judged, RowJudge, StandingRow, in_first_order, judging, named_rows
from app.ui.tasks import Task, TaskRunner
from app.wording.language import Language


@dataclass(slots=True)
class _Basis:
    """Everyone as they stand under a rule, and what the office chose; kept once, so it changes."""

    everyone: Sequence[StandingRow]
    """By name."""
    rule: Rule
    preferences: Preferences


class StandingsJudging(QObject):
    """A choice of another reading needs no second look at the database, and stores nothing."""

    named = Signal(object)
    """Rows of a large office that only say who there is; before anybody was judged."""
    judged = Signal(object)
    """A Judged under the chosen rule."""
    counted = Signal(object)
    """The Ladder of each rule, by its key."""
    ended = Signal()
    """A reading of the database ended, however it did."""

    def __init__(
        self,
        language: Language,
        standings: JudgeStandings,
        preferences: KeepPreferences,
        as_of: date,
        tasks: TaskRunner,
        prompts: Prompts,
        progress: ProgressStrip,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._standings, self._preferences = standings, preferences
        self._as_of = as_of
        self._tasks, self._prompts, self._progress = tasks, prompts, progress
        self._task: Task | None = None
        self._basis: _Basis | None = None
        self._stored = ""
        self._key = NAMED_RULES[0].key
        progress.cancelled.connect(self._stop)

    @property
    def key(self) -> str:
        """The key of the chosen reading."""
        return self._key

    def read(self) -> None:
        """Read everyone again, then judge."""
        self._progress.start(self._language.say("Reading the people"), self._words)
        if self._basis is None:
            self._tasks.run(self._name, done=self._tell_names, failed=self._prompts.explain)
        self._task = self._tasks.run(
            self._load,
            done=self._take,
            failed=self._prompts.explain,
            progressed=self._progress.step,
        )
        self._task.ended.connect(self._end)

    def choose(self, key: str) -> None:
        """Judge the same people under another reading."""
        self._key = key
        if self._basis is not None:
            self._judge_again(self._basis)

    def _name(self, job: Job) -> Sequence[StandingRow]:
        """In the runner's thread."""
        job.step(0, 0)
        return self._standings.names_of_many(named_rows)

    def _tell_names(self, rows: Sequence[StandingRow]) -> None:
        if rows and self._basis is None:
            self.named.emit(rows)

    def _load(self, job: Job) -> _Basis:
        """In the runner's thread."""
        chosen = self._preferences.preferences()
        # The office may have chosen another reading: what was tried here gives way to it.
        key = self._key if chosen.rule.key == self._stored else chosen.rule.key
        judge = RowJudge(chosen.rule_of(key), self._as_of)
        everyone = self._standings.kept(judge.row, self._as_of, job)
        return _Basis(everyone, judge.rule, chosen)

    def _take(self, basis: _Basis) -> None:
        self._basis = basis
        stored = basis.preferences.rule.key
        if stored != self._stored:
            # The office chose another reading: what was tried here gives way to it.
            self._stored = self._key = stored
        self._judge_again(basis)
        self._tasks.run(
            partial(self._count, basis), done=self._tell_numbers, failed=self._prompts.explain
        )

    def _judge_again(self, basis: _Basis) -> None:
        rule = basis.preferences.rule_of(self._key)
        self._key = rule.key
        work = partial(self._judge, basis, rule)
        self._tasks.run(work, done=self._tell, failed=self._prompts.explain)

    def _judge(self, basis: _Basis, rule: Rule, job: Job) -> Judged:
        """In the runner's thread."""
        job.step(0, 0)
        if basis.rule != rule:
            with collector_paused():
                basis.everyone = RowJudge(rule, self._as_of).again(basis.everyone)
            basis.rule = rule
        rows = in_first_order(basis.everyone)
        friends = basis.preferences.facebook_metric == "friends"
        look, rules = judging(rule, self._as_of), basis.preferences.rules
        judged = Judged(rule, self._as_of, rows, look, friends, rules)
        reasons = ((row.id, judged.deciding_reason(row)) for row in judged.nearest)
        deciding = {one: reason.platform for one, reason in reasons if reason is not None}
        return replace(judged, crossings=self._standings.crossings_on(deciding, rule, self._as_of))

    def _count(self, basis: _Basis, job: Job) -> Mapping[str, Ladder]:
        """In the runner's thread."""
        everyone = ((row, fresh(row.accounts)) for row in job.untold().counting(basis.everyone))
        return self._standings.ladders(everyone, self._as_of, basis.preferences.rules)

    def _tell(self, done: Judged) -> None:
        if done.rule.key == self._key:
            self.judged.emit(done)

    def _tell_numbers(self, ladders: Mapping[str, Ladder]) -> None:
        self.counted.emit(ladders)

    @Slot()
    def _end(self) -> None:
        self._progress.stop()
        self.ended.emit()

    @Slot()
    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _words(self, done: int, total: int) -> str:
        del total  # nobody knows it beforehand
        return self._language.say_many("{count} person read", "{count} people read", done)
