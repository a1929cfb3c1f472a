"""What some kinds of report need besides the judged people, asked of the database only for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.coverage import Demand
from app.domain.nip import Generations
from app.domain.report_kinds import ReportKind
from app.domain.rule import Rule
from app.services.closed_periods import ClosedPeriod
from app.services.coverage import Coverage, CoverOffice, FoundTeam
from app.services.job import Job
from app.services.months import MONTHS
from app.services.overview import LookOver
from app.services.period_changes import ComparePeriods, Comparison, MonthEnd
from app.services.standings import Standings
from app.services.waiting_room import WaitingRoom, WaitingRow


@dataclass(frozen=True, slots=True)
class Background:
    """Empty where the kind was not asked for. `months` has the oldest first, `as_of` not in it.

    `comparison` None: nothing was closed before.
    """

    months: Sequence[MonthEnd] = ()
    waiting: Sequence[WaitingRow] = ()
    coverage: Coverage | None = None
    team: FoundTeam | None = None
    comparison: Comparison | None = None


NO_BACKGROUND = Background()


class GatherBackground:
    """Asks each service for its part."""

    def __init__(
        self,
        overview: LookOver,
        waiting: WaitingRoom,
        coverage: CoverOffice,
        changes: ComparePeriods,
    ) -> None:
        self._overview = overview
        self._waiting = waiting
        self._coverage = coverage
        self._changes = changes

    def gather(
        self,
        kinds: frozenset[ReportKind],
        rule: Rule,
        as_of: date,
        scheme: Generations,
        job: Job,
    ) -> Background:
        """Whatever `kinds` need; nothing of the database is read for any other.

        Raises:
            Cancelled: The person stopped it.
        """
        months: Sequence[MonthEnd] = ()
        waiting: Sequence[WaitingRow] = ()
        coverage = team = comparison = None
        if kinds & {ReportKind.RECAP, ReportKind.PROGRESS}:
            ends = self._overview.months(rule, as_of, job)[:-1]
            months = [MonthEnd(one.as_of, len(one.qualifying)) for one in ends]
        if ReportKind.QUALITY in kinds:
            waiting = self._waiting.rows()
        if ReportKind.COVERAGE in kinds:
            coverage = self._coverage.coverage(rule, as_of, scheme, job)
            team = self._coverage.team(coverage, Demand.UNITS, job)
        if ReportKind.PROGRESS in kinds:
            comparison = self._changes.since_last(rule, as_of, job)
        return Background(months, waiting, coverage, team, comparison)

    def gather_closed(
        self,
        kinds: frozenset[ReportKind],
        closed: ClosedPeriod,
        scheme: Generations,
        job: Job,
    ) -> Background:
        """The same of a closing, from what is kept of it and of earlier ones alone.

        Raises:
            Cancelled: The person stopped it.
        """
        months: Sequence[MonthEnd] = ()
        coverage = team = comparison = None
        revision = closed.revision
        if kinds & {ReportKind.RECAP, ReportKind.PROGRESS}:
            months = self._changes.closed_months(revision, MONTHS - 1, job)
        if ReportKind.COVERAGE in kinds:
            judged = Standings(revision.rule, revision.as_of, closed.snapshot.people)
            coverage = self._coverage.of(judged, scheme)
            team = self._coverage.team(coverage, Demand.UNITS, job)
        if ReportKind.PROGRESS in kinds:
            comparison = self._changes.with_earlier(revision, job)
        return Background(months, (), coverage, team, comparison)
