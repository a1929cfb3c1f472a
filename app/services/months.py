"""How many people qualified, and how many followers they had, month by month."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import dropwhile

from app.domain.count import Interval
from app.domain.person import Account, Consent, Person
from app.domain.rule import Rule
from app.domain.verdict import Verdict, judge
from app.services.job import Job
from app.services.many_objects import collector_paused
from app.storage.accounts import people_on_days
from app.storage.database import Database

MONTHS = 12
"""How many points the development has at most, the day asked for among them."""

_PROGRESS_PEOPLE = 500


@dataclass(frozen=True, slots=True)
class MonthTotal:
    """One month's end, or the day asked for, by what is known of that day now.

    `qualifying` and `counted` have the NIPs of who qualified, and of whom a count was known.
    `followers`: the newest counts of that day on all platforms together, whoever follows twice
    is in it twice.
    """

    as_of: date
    qualifying: frozenset[str]
    counted: frozenset[str]
    followers: Interval


def month_ends(as_of: date) -> list[date]:
    """The last days of the months before `as_of`, and `as_of` itself, oldest first."""
    days = [as_of]
    while len(days) < MONTHS:
        days.append(days[-1].replace(day=1) - timedelta(days=1))
    return days[::-1]


def look_back(database: Database, rule: Rule, as_of: date, job: Job) -> list[MonthTotal]:
    """Judges everyone again as the counts stood at the ends of past months, all by `rule`.

    Up to `MONTHS`, oldest first, `as_of` last. It begins with the first month that has any count:
    before it nothing was known. Whoever left since is in none of them.
    """
    days = month_ends(as_of)
    tallies = [_Tally(day) for day in days]
    with collector_paused(), database.reading() as tx:
        for done, (person, states) in enumerate(people_on_days(tx, days, for_output=True)):
            if done % _PROGRESS_PEOPLE == 0:
                job.step(done, 0)
            _pass_by(tallies, person, states, rule)
    found = [tally.total() for tally in tallies]
    return list(dropwhile(_knows_nothing, found)) or found[-1:]


def _knows_nothing(month: MonthTotal) -> bool:
    return not month.counted


def _pass_by(
    tallies: Sequence["_Tally"],
    person: Person,
    states: Sequence[tuple[Account, ...]],
    rule: Rule,
) -> None:
    # Under such a rule the same counts say the same on every day.
    timeless = rule.age_limit is None and rule.active_within_days is None
    seen: _Seen | None = None
    before: tuple[Account, ...] | None = None
    for tally, accounts in zip(tallies, states, strict=True):
        if seen is None or accounts is not before or not timeless:
            seen = _seen(accounts, rule, tally.as_of, person.consent)
        tally.take(seen, person.nip.digits)
        before = accounts


class _Tally:
    """Adds up one day while people pass by."""

    def __init__(self, as_of: date) -> None:
        self.as_of = as_of
        self.qualifying: list[str] = []
        self.counted: list[str] = []
        self.low = self.high = 0
        self.open_ended, self.exact = False, True

    def take(self, seen: "_Seen", nip: str) -> None:
        """One person as they stood on this day."""
        if seen.qualifies:
            self.qualifying.append(nip)
        if not seen.counted:
            return
        self.counted.append(nip)
        self.low += seen.low
        self.high += seen.high
        self.open_ended |= seen.open_ended
        self.exact &= seen.exact

    def total(self) -> MonthTotal:
        """What passed by."""
        high = None if self.open_ended else self.high
        followers = Interval(self.low, high, self.exact)
        return MonthTotal(
            self.as_of, frozenset(self.qualifying), frozenset(self.counted), followers
        )


@dataclass(frozen=True, slots=True)
class _Seen:
    """One person on one day."""

    qualifies: bool
    counted: bool
    low: int
    high: int
    open_ended: bool
    exact: bool


def _seen(accounts: Sequence[Account], rule: Rule, as_of: date, consent: Consent) -> _Seen:
    low = high = 0
    counted, open_ended, exact = False, False, True
    for one in accounts:
        if one.latest is None or not one.exists or one.exclusion is not None:
            continue
        interval = one.latest.interval
        counted = True
        low += interval.low
        high += interval.high or 0
        open_ended |= interval.high is None
        exact &= interval.exact
    qualifies = judge(accounts, rule, as_of, consent).verdict is Verdict.QUALIFIES
    return _Seen(qualifies, counted, low, high, open_ended, exact)
