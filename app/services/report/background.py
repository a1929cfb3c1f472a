"""What some kinds of report need besides the judged people, asked of the database only for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.coverage import Demand
from app.domain.nip import Generations
from app.domain.report_kinds import ReportKind
from app.domain.rule import Rule
from app.services.coverage import Coverage, CoverOffice, FoundTeam
from app.services.job import Job
from app.services.months import MonthTotal
from app.services.overview import LookOver
from app.services.period_changes import ComparePeriods, Comparison
from app.services.waiting_room import WaitingRoom, WaitingRow


@dataclass(frozen=True, slots=True)
class Background:
    """Empty where the kind was not asked for. `months` has the oldest first, `as_of` not in it.

    `comparison` None: nothing is closed yet.
    """

    months: Sequence[MonthTotal] = ()
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
        months: Sequence[MonthTotal] = ()
        waiting: Sequence[WaitingRow] = ()
        coverage = team = comparison = None
        if kinds & {ReportKind.RECAP, ReportKind.PROGRESS}:
            months = self._overview.months(rule, as_of, job)[:-1]
        if ReportKind.QUALITY in kinds:
            waiting = self._waiting.rows()
        if ReportKind.COVERAGE in kinds:
            coverage = self._coverage.coverage(rule, as_of, scheme, job)
            team = self._coverage.team(coverage, Demand.UNITS, job)
        if ReportKind.PROGRESS in kinds:
            comparison = self._changes.since_last(rule, as_of, job)
        return Background(months, waiting, coverage, team, comparison)
