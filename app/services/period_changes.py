"""What changed between two closed periods, or since the last one, with one cause for each change."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.period import Period, PeriodKind
from app.domain.rule import Rule
from app.domain.snapshot import Revision, Snapshot, take_snapshot
from app.domain.verdict import Verdict
from app.domain.verdict_change import (
    Cause,
    VerdictChange,
    is_within,
    organisation_of,
    verdict_changes,
)
from app.services.closed_periods import Whole, number_qualifying, read_whole
from app.services.job import Job
from app.services.many_objects import collector_paused
from app.storage.accounts import people_with_accounts
from app.storage.database import Database
from app.storage.periods import revisions
from app.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two times. `revision` None: the office as it stands now."""

    as_of: date
    rule: Rule
    totals: Mapping[Verdict, int]
    revision: Revision | None = None

    @property
    def qualifying(self) -> int:
        """How many qualify."""
        return self.totals[Verdict.QUALIFIES]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every change of a verdict, by name; those of people who must not be named stand first.

    The changes explain the whole difference of the totals, but for `erased` people: of them
    nobody knows any more what they were.
    """

    before: Side
    after: Side
    changes: Sequence[VerdictChange]
    erased: int = 0
    organisations: Sequence[str] = ()
    """Every organisation that stands in one of the two lists, by name."""

    @property
    def by_cause(self) -> dict[Cause, int]:
        """How many changes each cause made; every cause is there."""
        counted = Counter(change.cause for change in self.changes)
        return {cause: counted[cause] for cause in Cause}

    @property
    def came(self) -> dict[Cause, int]:
        """Who qualifies now and did not before, by cause; only causes that did that."""
        return _by_cause(change for change in self.changes if change.came)

    @property
    def went(self) -> dict[Cause, int]:
        """Who qualified before and does not now, by cause; only causes that did that."""
        return _by_cause(change for change in self.changes if change.went)

    @property
    def named(self) -> list[VerdictChange]:
        """The changes of people who may be named."""
        return [change for change in self.changes if change.one is not None]


@dataclass(frozen=True, slots=True)
class MonthEnd:
    """How many qualified on the last day of a month."""

    as_of: date
    qualifying: int


class ComparePeriods:
    """Reads two times in one unchanging view of the database, and compares them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def between(
        self, before_id: int, after_id: int, job: Job, within: str | None = None
    ) -> Comparison:
        """Two closings; `within` only one organisation.

        Raises:
            ClosingGone: one of them is not there.
        """
        with self._database.reading() as tx:
            before, after = read_whole(tx, before_id, job), read_whole(tx, after_id, job)
        hidden = before.withdrawn | after.withdrawn
        changes = _shown(verdict_changes(before.snapshot, after.snapshot, within), hidden)
        sides = _side(before, within), _side(after, within)
        erased = before.erased + after.erased
        return Comparison(*sides, changes, erased, _organisations(before.snapshot, after.snapshot))

    def since(
        self, before_id: int, rule: Rule, as_of: date, job: Job, within: str | None = None
    ) -> Comparison:
        """From a closing to the office as it stands on a day, under a rule.

        Raises:
            ClosingGone: there is no such closing.
        """
        with self._database.reading() as tx:
            return _since(tx, before_id, (rule, as_of), job, within)

    def since_last(self, rule: Rule, as_of: date, job: Job) -> Comparison | None:
        """From the newest closing that holds; None where nothing is closed yet."""
        with self._database.reading() as tx:
            last = newest_of(revisions(tx), as_of)
            return None if last is None else _since(tx, last.id, (rule, as_of), job, None)

    def with_earlier(self, closed: Revision, job: Job) -> Comparison | None:
        """From the closing before it, for an output: nobody who has withdrawn consent is in either.

        None where no earlier period is closed.
        """
        with self._database.reading() as tx:
            earlier = earlier_of(revisions(tx), closed.period)
            if earlier is None:
                return None
            before, after = read_whole(tx, earlier.id, job), read_whole(tx, closed.id, job)
        hidden = before.withdrawn | after.withdrawn
        old, new = before.without(hidden), after.without(hidden)
        return Comparison(
            Side(old.as_of, old.rule, old.totals, before.revision),
            Side(new.as_of, new.rule, new.totals, after.revision),
            verdict_changes(old, new),
            before.erased + after.erased,
            _organisations(old, new),
        )

    def closed_months(self, closed: Revision, most: int, job: Job) -> list[MonthEnd]:
        """The months closed before it under the same rule, the oldest first; the newest `most`."""
        with self._database.reading() as tx:
            earlier = [
                one
                for one in revisions(tx)
                if one.is_closed
                and one.period.kind is PeriodKind.MONTH
                and one.period.last < closed.as_of
                and one.rule == closed.rule
            ]
            earlier.sort(key=lambda one: one.period.first)
            return [
                MonthEnd(one.as_of, number_qualifying(tx, one.id, job)) for one in earlier[-most:]
            ]


def newest_of(all_revisions: Sequence[Revision], as_of: date) -> Revision | None:
    """Of the closings that hold, the one of the latest day; of several, of the shortest period."""
    holding = [one for one in all_revisions if one.is_closed and one.as_of <= as_of]
    return max(holding, key=lambda one: (one.as_of, -one.period.kind.months), default=None)


def earlier_of(all_revisions: Sequence[Revision], period: Period) -> Revision | None:
    """The closing to compare a period with: of the same kind, else the last one that ended before."""
    earlier = [one for one in all_revisions if one.is_closed and one.period.last < period.first]
    alike = [one for one in earlier if one.period.kind is period.kind]
    return max(
        alike or earlier,
        key=lambda one: (one.period.last, -one.period.kind.months),
        default=None,
    )


def _since(
    tx: Transaction, before_id: int, asked: tuple[Rule, date], job: Job, within: str | None
) -> Comparison:
    before = read_whole(tx, before_id, job)
    now = _now(tx, *asked, job)
    changes = _shown(verdict_changes(before.snapshot, now, within), before.withdrawn)
    side = Side(now.as_of, now.rule, _totals(now, within))
    known = _organisations(before.snapshot, now)
    return Comparison(_side(before, within), side, changes, before.erased, known)


def _now(tx: Transaction, rule: Rule, as_of: date, job: Job) -> Snapshot:
    with collector_paused():
        everyone = list(job.counting(people_with_accounts(tx, as_of, for_output=False)))
        return take_snapshot(everyone, rule, as_of)


def _shown(changes: Sequence[VerdictChange], hidden: frozenset[str]) -> list[VerdictChange]:
    """Whoever has withdrawn consent is counted, and not named."""
    shown = [change.unnamed() if _is_of(change, hidden) else change for change in changes]
    return sorted(shown, key=lambda change: change.one is not None)


def _is_of(change: VerdictChange, hidden: frozenset[str]) -> bool:
    sides = [one for one in (change.before, change.after) if one is not None]
    return any(one.person.nip.digits in hidden for one in sides)


def _side(whole: Whole, within: str | None) -> Side:
    closed = whole.revision
    totals = closed.totals if within is None else _totals(whole.snapshot, within)
    return Side(closed.as_of, closed.rule, totals, closed)


def _totals(snapshot: Snapshot, within: str | None) -> dict[Verdict, int]:
    if within is None:
        return snapshot.totals
    inside = [one for one in snapshot.people if is_within(one, within)]
    return Snapshot(snapshot.rule, snapshot.as_of, inside).totals


def _organisations(*snapshots: Snapshot) -> list[str]:
    names = {organisation_of(one) for snapshot in snapshots for one in snapshot.people}
    return sorted(names - {""}, key=str.casefold)


def _by_cause(changes: Iterable[VerdictChange]) -> dict[Cause, int]:
    counted = Counter(change.cause for change in changes)
    return {cause: counted[cause] for cause in Cause if counted[cause]}
