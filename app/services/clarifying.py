"""Perlu klarifikasi: accounts whose counts jumped, what people decided about them, and by whom."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from app.domain.clarification import Clarification, Decision, Exclusion, InnocentReason
from app.domain.history import daily
from app.domain.jump import LOOKED_BACK, Jump, jumps
from app.domain.nik import without_nik
from app.domain.person import Account, Count, Person
from app.domain.platform import Platform
from app.domain.rule import Rule
from app.domain.standing import PersonStanding
from app.domain.verdict import Verdict, judge
from app.services.job import Job
from app.services.standings import standings_of
from app.storage.actions import begin
from app.storage.checks import checked_among, mark_checked
from app.storage.clarifications import (
    decisions,
    record_clarification,
    retract_clarification,
)
from app.storage.database import Database
from app.storage.steep_counts import accounts_that_moved, histories_of
from app.storage.transaction import Transaction

Clock = Callable[[], datetime]

_READ_BACK = LOOKED_BACK + 183
"""Days: the count before the oldest jump may be half a year older than it."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """One account that is asked about, or was decided on.

    `jumps` are those that nobody explained, the newest first; `decisions` those in force, `past`
    those taken back, the newest first. `counts` is the history for the chart, oldest first. `verdict` is what the person
    is today, with the decisions as they are; `without` what the person would be if this account
    did not count.
    """

    person: Person
    account: Account
    counts: Sequence[Count]
    jumps: Sequence[Jump]
    decisions: Sequence[Clarification]
    verdict: Verdict
    without: Verdict
    past: Sequence[Clarification] = ()

    @property
    def platform(self) -> Platform:
        """Of the account."""
        return self.account.platform

    @property
    def decides(self) -> bool:
        """The account passed the threshold by a jump, or fell below it."""
        return any(jump.decides for jump in self.jumps)

    @property
    def is_excluded(self) -> bool:
        """A person decided that the account does not count."""
        return any(one.decision is Decision.EXCLUDED for one in self.decisions)

    @property
    def is_open(self) -> bool:
        """Somebody has to look at it."""
        return bool(self.jumps) and not self.is_excluded


@dataclass(frozen=True, slots=True)
class Clarifications:
    """One look. `open` has first what decides a verdict, then the longest jumps."""

    as_of: date
    rule: Rule
    suspects: Sequence[Suspect]

    @property
    def open(self) -> list[Suspect]:
        """Who is asked about."""
        return [one for one in self.suspects if one.is_open]

    @property
    def excluded(self) -> list[Suspect]:
        """Accounts that do not count."""
        return [one for one in self.suspects if one.is_excluded]

    @property
    def explained(self) -> list[Suspect]:
        """Accounts that were found in order, and have not jumped since."""
        return [one for one in self.suspects if one.decisions and not one.jumps]


def clarifications(tx: Transaction, rule: Rule, as_of: date, job: Job) -> Clarifications:
    """Which accounts of the outputs are asked about, and which were decided on."""
    since = as_of - timedelta(days=_READ_BACK)
    minimums = {platform: rule.minimum_of(platform) for platform in Platform}
    log = decisions(tx)
    decided = {place: held for place, each in log.items() if (held := _in_force(each))}
    news = as_of - timedelta(days=LOOKED_BACK)
    moved = accounts_that_moved(tx, since, news, as_of, minimums)
    places = {*moved, *decided}
    # Few people's counts jump: all others are let go as soon as they are read.
    people = standings_of(tx, {place[0] for place in places}, rule, as_of, job)
    wanted = {place for place in places if place[0] in people}
    told = histories_of(tx, wanted, since, as_of)
    found = {
        place: jumps(place[1], told.get(place, ()), minimums[place[1]], as_of) for place in wanted
    }
    checked = checked_among(tx, (one.after.id for each in found.values() for one in each))
    suspects = []
    for place in wanted:
        one = people[place[0]]
        account = next((a for a in one.accounts if a.platform is place[1]), None)
        made = decided.get(place, [])
        left = _not_explained(found[place], made, checked)
        if account is not None and (left or made):
            without = _without(one, account, rule, as_of)
            counts, verdict = daily(told.get(place, ())), one.judgement.verdict
            past = [each for each in log.get(place, ()) if each.taken_back is not None]
            suspects.append(
                Suspect(one.person, account, counts, left, made, verdict, without, past)
            )
    return Clarifications(as_of, rule, sorted(suspects, key=_most_urgent))


class ClarifyAccounts:
    """Asks; each decision is an action of its own, with its reason, and can be taken back."""

    def __init__(self, database: Database, clock: Clock, by: str) -> None:
        self._database = database
        self._clock = clock
        self._by = by

    def look(self, rule: Rule, as_of: date, job: Job) -> Clarifications:
        """Everyone of the outputs whose counts jumped, and everyone whom a decision is about."""
        with self._database.reading() as tx:
            return clarifications(tx, rule, as_of, job)

    def explain(self, suspect: Suspect, innocent: InnocentReason, note: str) -> None:
        """The jumps are in order: nobody is asked about them again, in the grid neither.

        Raises:
            PersonGone: the person is not there any more.
        """
        now = self._clock()
        with self._database.writing() as tx:
            action = begin(tx, "clarify", self._by, now)
            seen = checked_among(tx, (jump.after.id for jump in suspect.jumps))
            for jump in suspect.jumps:
                made = self._made(Decision.EXPLAINED, jump, innocent, without_nik(note), now)
                record_clarification(tx, action, suspect.person.id, suspect.platform, made)
                if jump.after.id not in seen:
                    mark_checked(tx, action, jump.after.id, self._by, now)

    def exclude(self, suspect: Suspect, reason: str) -> None:
        """The account does not count any more, from the day of its first open jump on.

        Raises:
            PersonGone: the person is not there any more.
            ValueError: no reason is given, or there is no jump.
        """
        now = self._clock()
        first = min(suspect.jumps, key=lambda jump: jump.after.observed_on)
        made = self._made(Decision.EXCLUDED, first, None, without_nik(reason), now)
        with self._database.writing() as tx:
            action = begin(tx, "exclude", self._by, now)
            record_clarification(tx, action, suspect.person.id, suspect.platform, made)

    def take_back(self, decisions: Sequence[Clarification]) -> None:
        """These decisions do not hold any more, as one action; they stay in the log."""
        with self._database.writing() as tx:
            action = begin(tx, "unclarify", self._by, self._clock())
            for one in decisions:
                retract_clarification(tx, action, one.id)

    def _made(
        self,
        decision: Decision,
        jump: Jump,
        innocent: InnocentReason | None,
        note: str,
        at: datetime,
    ) -> Clarification:
        since = jump.after.observed_on
        return Clarification(decision, jump.after.id, since, innocent, note.strip(), at, self._by)


def _in_force(each: Sequence[Clarification]) -> list[Clarification]:
    return [made for made in each if made.taken_back is None]


def _not_explained(
    found: Sequence[Jump], made: Sequence[Clarification], checked: set[int]
) -> list[Jump]:
    """Left out: what somebody explained, and slips of counts that somebody said are right."""
    explained = {one.count for one in made if one.decision is Decision.EXPLAINED}
    return [
        jump
        for jump in found
        if jump.after.id not in explained
        and not (jump.meant is not None and jump.after.id in checked)
    ]


def _without(one: PersonStanding, account: Account, rule: Rule, as_of: date) -> Verdict:
    if account.exclusion is not None:
        return one.judgement.verdict
    left_out = replace(account, exclusion=Exclusion(date.min, "?", as_of, ""))
    accounts = [left_out if other is account else other for other in one.accounts]
    return judge(accounts, rule, as_of, one.person.consent).verdict


def _most_urgent(one: Suspect) -> tuple[bool, float, str, str]:
    far = max((_times(jump) for jump in one.jumps), default=0.0)
    return not one.decides, -far, one.person.name.casefold(), one.person.nip.digits


def _times(jump: Jump) -> float:
    """By which factor it jumped, up or down."""
    low, high = sorted((jump.before.interval.low, jump.after.interval.low))
    return high / max(low, 1)
