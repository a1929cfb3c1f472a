"""A closed period as the page shows it: its rows and its ladder, made away from the window."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.rule import FacebookMetric
from app.domain.what_if import Ladder
from app.services.closed_periods import ClosedPeriod
from app.services.job import Job
from app.services.standings import JudgeStandings
from app.ui.prompts import Prompts
from app.ui.standings.rows import Judged, rows_as_decided
from app.ui.tasks import TaskRunner


@dataclass(frozen=True, slots=True)
class _View:
    closed: ClosedPeriod
    judged: Judged
    ladders: Mapping[str, Ladder]


class ClosedStandings(QObject):
    """What was decided is shown; nobody is judged anew."""

    judged = Signal(object)
    """A Judged of the period."""
    counted = Signal(object)
    """The Ladder of its rule, by the key of the rule."""

    def __init__(
        self, standings: JudgeStandings, tasks: TaskRunner, prompts: Prompts, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._standings, self._tasks, self._prompts = standings, tasks, prompts
        self._wanted: ClosedPeriod | None = None

    def show(self, closed: ClosedPeriod) -> None:
        """Prepare this one."""
        self._wanted = closed
        self._tasks.run(partial(self._view, closed), done=self._tell, failed=self._prompts.explain)

    def leave(self) -> None:
        """What is on its way is not wanted any more."""
        self._wanted = None

    def _view(self, closed: ClosedPeriod, job: Job) -> _View:
        """In the runner's thread."""
        job.step(0, 0)
        seen = closed.snapshot
        friends = seen.rule.facebook_metric is FacebookMetric.FRIENDS
        decided = {one.person.id: one.judgement for one in seen.people}
        judged = Judged(
            seen.rule,
            seen.as_of,
            rows_as_decided(seen.people, seen.rule),
            lambda row: decided[row.id],
            friends,
            [seen.rule],
        )
        everyone = [(one.person, one.accounts) for one in seen.people]
        ladders = self._standings.ladders(everyone, seen.as_of, [seen.rule])
        return _View(closed, judged, ladders)

    def _tell(self, view: _View) -> None:
        if view.closed is self._wanted:
            self.judged.emit(view.judged)
            self.counted.emit(view.ladders)
