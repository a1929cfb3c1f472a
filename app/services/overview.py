"""What the first page shows: totals, what to do next, coverage of units."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.coverage import UnitCoverage, members, units
from app.domain.nip import Generations, NipFlaw
from app.domain.platform import Platform
from app.domain.roster import HoldReason
from app.domain.rule import Rule
from app.domain.verdict import Verdict, judge
from app.services.clarifying import clarifications_among
from app.services.job import Job
from app.services.standings import JudgeStandings, Standings, judged, reaching
from app.storage.database import Database
from app.storage.held import number_of_held_rows, reasons_of_held_rows
from app.storage.imports import history_of_imports

_PAST_MONTHS = 5


@dataclass(frozen=True, slots=True)
class Overview:
    """One look at the whole office on one day."""

    as_of: date
    standings: Standings
    accounts: int
    """Accounts that exist, on all platforms."""
    people_with_accounts: int
    held_reasons: Mapping[NipFlaw | HoldReason, int]
    """Rows that wait, by why; the most frequent reason first."""
    imports: int
    by_platform: dict[Platform, int]
    units: Sequence[UnitCoverage]
    """Largest first; people without an organisation under an empty name."""
    oldest_count: date | None
    to_clarify: int = 0
    """Accounts whose counts jumped, and of which nobody has decided anything."""

    @property
    def people(self) -> int:
        """Everyone who may stand in an output."""
        return len(self.standings.people)

    @property
    def held_rows(self) -> int:
        """Rows of imports that wait for a person."""
        return sum(self.held_reasons.values())

    @property
    def has_counts(self) -> bool:
        """At least one count was ever recorded."""
        return self.oldest_count is not None


@dataclass(frozen=True, slots=True)
class MonthTotal:
    """How many people qualified on the last day of a month, by what is known of that day now."""

    as_of: date
    qualifying: int


class LookOver:
    """Builds the overview in one pass over the people."""

    def __init__(self, database: Database, judge: JudgeStandings) -> None:
        self._database = database
        self._judge = judge

    def held_rows(self) -> int:
        """Rows of imports that wait for a person."""
        with self._database.reading() as tx:
            return number_of_held_rows(tx)

    def overview(self, rule: Rule, as_of: date, job: Job) -> Overview:
        """Everything for the first page."""
        everyone = self._judge.everyone(as_of, job)
        standings = judged(everyone, rule, as_of)
        with self._database.reading() as tx:
            held = reasons_of_held_rows(tx)
            to_clarify = len(clarifications_among(tx, standings).open)
            imports = len(history_of_imports(tx))
        existing = [sum(account.exists for account in accounts) for _, accounts in everyone]
        days = [
            account.latest.observed_on
            for _, accounts in everyone
            for account in accounts
            if account.latest is not None
        ]
        return Overview(
            as_of,
            standings,
            sum(existing),
            sum(number > 0 for number in existing),
            held,
            imports,
            reaching(everyone, rule),
            units(members(standings.people, rule, Generations.BPS)),
            min(days, default=None),
            to_clarify,
        )

    def past_months(self, rule: Rule, as_of: date, job: Job) -> list[MonthTotal]:
        """The ends of up to five months before `as_of`, oldest first, all judged by `rule`.

        It begins with the first month that has any count: before it nothing was known.
        """
        found: list[MonthTotal] = []
        day = as_of
        for _ in range(_PAST_MONTHS):
            day = day.replace(day=1) - timedelta(days=1)
            everyone = self._judge.everyone(day, job)
            if not any(account.latest for _, accounts in everyone for account in accounts):
                break
            verdicts = (
                judge(accounts, rule, day, person.consent).verdict for person, accounts in everyone
            )
            found.append(MonthTotal(day, sum(one is Verdict.QUALIFIES for one in verdicts)))
        return found[::-1]
