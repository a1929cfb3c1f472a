"""What the first page shows: totals, what to do next, coverage of units."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.domain.coverage import GenerationShare, UnitCoverage
from app.domain.nip import Generations, NipFlaw
from app.domain.platform import Platform
from app.domain.roster import HoldReason
from app.domain.rule import Rule
from app.domain.verdict import Verdict
from app.services.clarifying import clarifications
from app.services.job import Job
from app.services.months import MonthTotal, look_back
from app.services.office_tally import OfficeTally
from app.services.standings import JudgeStandings
from app.storage.database import Database
from app.storage.held import number_of_held_rows, reasons_of_held_rows
from app.storage.imports import history_of_imports

if TYPE_CHECKING:
    from app.services.absent_offices import AbsentOffices


@dataclass(frozen=True, slots=True)
class Overview:
    """One look at the whole office on one day: numbers only, whoever is in it."""

    as_of: date
    rule: Rule
    totals: Mapping[Verdict, int]
    """People for each verdict; every verdict is there, the sum is `people`."""
    people: int
    """Everyone who may stand in an output."""
    units_without_data: int
    """In how many units those are of whom nothing is known."""
    oldest_stale: tuple[int, str] | None
    """The age of the oldest count that is too old, and the unit; None where none is."""
    accounts: int
    """Accounts that exist, on all platforms."""
    people_with_accounts: int
    held_reasons: Mapping[NipFlaw | HoldReason, int]
    """Rows that wait, by why; the most frequent reason first."""
    imports: int
    by_platform: dict[Platform, int]
    units: Sequence[UnitCoverage]
    """Largest first; people without an organisation under an empty name."""
    generations: Sequence[GenerationShare]
    """By the scheme of BPS, the oldest first."""
    oldest_count: date | None
    nearly: int = 0
    """People who are short of the threshold by little."""
    absent: "AbsentOffices | None" = None
    """Of a province: which offices have not sent."""

    @property
    def held_rows(self) -> int:
        """Rows of imports that wait for a person."""
        return sum(self.held_reasons.values())

    @property
    def has_counts(self) -> bool:
        """At least one count was ever recorded."""
        return self.oldest_count is not None


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
        # With it comes all that adds offices up: the window stands before that.
        from app.services.absent_offices import absent_offices

        tally = OfficeTally(rule, as_of)
        self._judge.tell_each(tally.add, as_of, job)
        with self._database.reading() as tx:
            held = reasons_of_held_rows(tx)
            imports = len(history_of_imports(tx))
            absent = absent_offices(tx)
        return Overview(
            as_of,
            rule,
            tally.totals,
            tally.people,
            len(tally.units_without_data),
            tally.oldest_stale,
            tally.accounts,
            tally.people_with_accounts,
            held,
            imports,
            tally.by_platform,
            tally.coverage.units(),
            tally.coverage.generations(Generations.BPS),
            tally.oldest_count,
            tally.near,
            absent,
        )

    def to_clarify(self, rule: Rule, as_of: date, job: Job) -> int:
        """Accounts whose counts jumped, and of which nobody has decided anything.

        Asked for apart: it reads the histories, which takes longer than all the rest.
        """
        with self._database.reading() as tx:
            return len(clarifications(tx, rule, as_of, job).open)

    def version(self) -> int:
        """The same number as before means that another look would find nothing new."""
        return self._judge.version()

    def months(self, rule: Rule, as_of: date, job: Job) -> list[MonthTotal]:
        """How many qualified month by month; see `look_back`."""
        return look_back(self._database, rule, as_of, job)
