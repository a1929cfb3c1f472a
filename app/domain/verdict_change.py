"""Why the verdict on a person is another one than before: exactly one cause for each change.

Two snapshots are compared. The state of a person is the verdict, or that the person is not in the
list; a change is any difference of the two states. What decides a verdict is looked at as it was on
the day of its snapshot, days as ages: a count that only grew old is another count than the fresh one.

Somebody who is in only one of the two lists:

1. UNIT, where one organisation is asked about and the person stood in another one, or under
   another name of it, at the other time;
2. CONSENT, where a withdrawal is why the person is not in the other list;
3. NEW or LEFT.

Somebody who is in both, with another verdict. The factors are asked in this order, from what
concerns everyone to what concerns one account: RULE, CONSENT, ACTIVITY, COUNT (the accounts with
their counts; also that a person decided that an account does not count).

1. The first factor that is *necessary*: put back as it was, alone, it gives the old verdict back.
2. Else the first that is *sufficient*: put into the old state, alone, it gives the new verdict.
3. Else the factors are put into the old state one after the other; the last one that changes the
   verdict on this way.
4. Else RULE: none of the factors tells the two apart, so it is the program that reads the policy
   otherwise than it did when the older snapshot was made.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import zip_longest

from app.domain.activity import Activity
from app.domain.person import Account, Consent
from app.domain.platform import Platform
from app.domain.rule import Rule
from app.domain.snapshot import Away, Snapshot
from app.domain.standing import PersonStanding
from app.domain.verdict import Verdict, judge


class Cause(StrEnum):
    """Why a verdict changed, in the order in which causes are shown."""

    COUNT = "count"
    RULE = "rule"
    ACTIVITY = "activity"
    CONSENT = "consent"
    UNIT = "unit"
    NEW = "new"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """One person whose state changed.

    `was` and `now` are the verdicts, None where the person is not in that list. `before` and
    `after` are the person at both times, where known; with the cause UNIT in another unit. `aged`: nothing was recorded anew, time alone
    made the count (or the look at the account) too old. `away`: why somebody is in no list now.
    Both sides are taken away where the person must not be named any more (`unnamed`).
    """

    cause: Cause
    was: Verdict | None
    now: Verdict | None
    before: PersonStanding | None = None
    after: PersonStanding | None = None
    aged: bool = False
    away: Away | None = None

    @property
    def one(self) -> PersonStanding | None:
        """The person as last known; None where nobody may be named."""
        return self.after or self.before

    @property
    def came(self) -> bool:
        """Qualifies now, and did not before."""
        return self.now is Verdict.QUALIFIES

    @property
    def went(self) -> bool:
        """Qualified before, and does not now."""
        return self.was is Verdict.QUALIFIES

    def unnamed(self) -> "VerdictChange":
        """The change without the person: for totals only."""
        return replace(self, before=None, after=None)


_Key = int | str
_Pair = tuple[PersonStanding | None, PersonStanding | None]


def verdict_changes(
    before: Snapshot, after: Snapshot, within: str | None = None
) -> list[VerdictChange]:
    """Everyone whose state changed, each once, by name.

    Args:
        before: the older snapshot.
        after: the newer one.
        within: only this organisation; who came from another one has changed too.
    """
    there, here = _by_person(before), _by_person(after)
    away_before, away_after = _away(before), _away(after)
    found: list[VerdictChange] = []
    for person in dict.fromkeys([*there, *here]):
        for old, new in _pairs(there.get(person, []), here.get(person, [])):
            left = old if old is not None and is_within(old, within) else None
            right = new if new is not None and is_within(new, within) else None
            if left is not None and right is not None:
                if left.judgement.verdict is not right.judgement.verdict:
                    found.append(_changed(_Side(before, left), _Side(after, right)))
            elif left is not None:
                found.append(_gone(left, new, away_after.get(person)))
            elif right is not None:
                found.append(_come(old, right, away_before.get(person)))
    return sorted(found, key=_by_name)


# ------------------------------------------------------------------ who is who


def _by_person(snapshot: Snapshot) -> dict[_Key, list[PersonStanding]]:
    found: dict[_Key, list[PersonStanding]] = {}
    for one in snapshot.people:
        found.setdefault(_key(_nip(one), snapshot), []).append(one)
    return found


def _away(snapshot: Snapshot) -> dict[_Key, Away]:
    return {_key(nip, snapshot): why for nip, why in snapshot.away.items()}


def _key(nip: str, snapshot: Snapshot) -> _Key:
    return snapshot.who.get(nip, nip)


def _pairs(there: Sequence[PersonStanding], here: Sequence[PersonStanding]) -> list[_Pair]:
    """Mostly one and one. Of records that became one person: the same NIP first, then any."""
    left, right = {_nip(one): one for one in there}, {_nip(one): one for one in here}
    pairs: list[_Pair] = [(left.pop(nip), right.pop(nip)) for nip in [*left] if nip in right]
    rest = zip_longest(sorted(left.values(), key=_nip), sorted(right.values(), key=_nip))
    return [*pairs, *rest]


def _nip(one: PersonStanding) -> str:
    return one.person.nip.digits


def is_within(one: PersonStanding, organisation: str | None) -> bool:
    """Whether the person is of this organisation; everyone is of None."""
    return organisation is None or organisation_of(one) == organisation


def organisation_of(one: PersonStanding) -> str:
    """The organisation, else the unit; empty where neither is known."""
    return one.person.organisation or one.person.unit


def _by_name(change: VerdictChange) -> tuple[str, str]:
    one = change.one
    return ("", "") if one is None else (one.person.name.casefold(), _nip(one))


# ------------------------------------------------------------------ in one list only


def _gone(
    old: PersonStanding, elsewhere: PersonStanding | None, away: Away | None
) -> VerdictChange:
    if elsewhere is not None:
        cause = Cause.UNIT
    else:
        cause = Cause.CONSENT if away is Away.WITHDRAWN else Cause.LEFT
    return VerdictChange(cause, old.judgement.verdict, None, old, elsewhere, away=away)


def _come(
    elsewhere: PersonStanding | None, new: PersonStanding, away: Away | None
) -> VerdictChange:
    if elsewhere is not None:
        cause = Cause.UNIT
    else:
        cause = Cause.CONSENT if away is Away.WITHDRAWN else Cause.NEW
    return VerdictChange(cause, None, new.judgement.verdict, elsewhere, new)


# ------------------------------------------------------------------ in both lists


@dataclass(frozen=True, slots=True)
class _State:
    """All that a verdict depends on; accounts without activities, and those beside them."""

    rule: Rule
    consent: Consent
    activities: Mapping[Platform, Activity]
    accounts: Mapping[Platform, Account]

    def verdict(self, as_of: date) -> Verdict:
        """What the program says of this state."""
        platforms = dict.fromkeys([*self.accounts, *self.activities])
        accounts = [
            replace(
                self.accounts.get(platform) or Account(platform),
                activity=self.activities.get(platform),
            )
            for platform in platforms
        ]
        return judge(accounts, self.rule, as_of, self.consent).verdict


class _Side:
    """One person in one snapshot."""

    def __init__(self, snapshot: Snapshot, one: PersonStanding) -> None:
        self.one = one
        self.as_of = snapshot.as_of
        self.rule = snapshot.rule
        self.verdict = one.judgement.verdict

    def state(self, as_of: date) -> _State:
        """As it was, told as if it had been on another day: every age stays what it was."""
        days = as_of - self.as_of
        accounts: dict[Platform, Account] = {}
        activities: dict[Platform, Activity] = {}
        for account in self.one.accounts:
            seen = account.activity
            if seen is not None:
                post = None if seen.last_post is None else seen.last_post + days
                activities[account.platform] = Activity(seen.checked_on + days, post, seen.active)
            latest = account.latest
            if latest is not None:
                # Its number in the database is no part of what was seen.
                latest = replace(latest, observed_on=latest.observed_on + days, id=0)
            out = account.exclusion
            if out is not None:
                out = replace(out, since=out.since + days)
            bare = replace(account, latest=latest, activity=None, exclusion=out)
            if bare != Account(account.platform):
                accounts[account.platform] = bare
        return _State(self.rule, self.one.person.consent, activities, accounts)


_FACTORS: tuple[tuple[Cause, str], ...] = (
    (Cause.RULE, "rule"),
    (Cause.CONSENT, "consent"),
    (Cause.ACTIVITY, "activities"),
    (Cause.COUNT, "accounts"),
)


def _changed(before: _Side, after: _Side) -> VerdictChange:
    day = after.as_of
    old, new = before.state(day), after.state(day)
    cause = (
        _necessary(old, new, before.verdict, day)
        or _sufficient(old, new, after.verdict, day)
        or _last_on_the_way(old, new, before.verdict, day)
        or Cause.RULE
    )
    return VerdictChange(
        cause,
        before.verdict,
        after.verdict,
        before.one,
        after.one,
        aged=_is_time_alone(cause, before, after),
    )


def _with(state: _State, name: str, other: _State) -> _State:
    """The state with one factor of another one."""
    match name:
        case "rule":
            return replace(state, rule=other.rule)
        case "consent":
            return replace(state, consent=other.consent)
        case "activities":
            return replace(state, activities=other.activities)
        case _:
            return replace(state, accounts=other.accounts)


def _necessary(old: _State, new: _State, was: Verdict, day: date) -> Cause | None:
    undone = ((cause, _with(new, name, old)) for cause, name in _FACTORS)
    return next((cause for cause, state in undone if state.verdict(day) is was), None)


def _sufficient(old: _State, new: _State, now: Verdict, day: date) -> Cause | None:
    done = ((cause, _with(old, name, new)) for cause, name in _FACTORS)
    return next((cause for cause, state in done if state.verdict(day) is now), None)


def _last_on_the_way(old: _State, new: _State, was: Verdict, day: date) -> Cause | None:
    last: Cause | None = None
    state, verdict = old, was
    for cause, name in _FACTORS:
        state = _with(state, name, new)
        following = state.verdict(day)
        if following is not verdict:
            last, verdict = cause, following
    return last


def _is_time_alone(cause: Cause, before: _Side, after: _Side) -> bool:
    """What was seen is the same, on the very same days."""
    if cause not in (Cause.COUNT, Cause.ACTIVITY):
        return False
    old, new = before.state(before.as_of), after.state(after.as_of)
    if cause is Cause.COUNT:
        return old.accounts == new.accounts
    return old.activities == new.activities
