"""Decides who qualifies, and says why not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.person import Account
from app.domain.platform import Platform
from app.domain.rule import Rule


class Verdict(StrEnum):
    """In the order in which they are always shown."""

    QUALIFIES = "qualifies"
    NOT_YET = "not_yet"
    STALE = "stale"
    NO_DATA = "no_data"


class Standing(StrEnum):
    """How one platform stands to the rule."""

    MET = "met"
    BELOW = "below"
    CROSSES = "crosses"
    """The interval of a rounded count lies on both sides of the threshold."""
    STALE = "stale"
    """The newest count is older than the rule allows."""
    UNREADABLE = "unreadable"
    NOT_COUNTED = "not_counted"
    """There is an account, but no count."""
    STATED_NONE = "stated_none"
    SILENT = "silent"
    """Nothing is known."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one platform does or does not meet the rule.

    `age` is in days on the as-of date. `distance` is how far the sure value (the low end) lies
    above the minimum, negative below it; None where there is no usable count.
    """

    platform: Platform
    standing: Standing
    account: Account
    age: int | None = None
    distance: int | None = None

    @property
    def met(self) -> bool:
        """This platform counts towards the rule."""
        return self.standing is Standing.MET


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with one reason for each platform of the rule, the deciding ones first."""

    verdict: Verdict
    reasons: tuple[Reason, ...]

    @property
    def best(self) -> Reason | None:
        """The reason with the highest sure count, whether fresh or not; None without any count."""
        counted = [reason for reason in self.reasons if reason.distance is not None]
        return max(counted, key=lambda reason: reason.distance or 0, default=None)


def judge(accounts: Iterable[Account], rule: Rule, as_of: date) -> Judgement:
    """Applies `rule` to what is known of one person on `as_of` (DESIGN section 3)."""
    known = {account.platform: account for account in accounts}
    reasons = tuple(
        _reason(known.get(platform) or Account(platform), rule, as_of)
        for platform in rule.platforms
    )
    verdict = _decide(reasons, rule)
    if verdict is Verdict.NO_DATA and any(r.standing is Standing.STALE for r in reasons):
        ageless = rule.with_age_limit(None)
        regardless = tuple(_reason(reason.account, ageless, as_of) for reason in reasons)
        if _decide(regardless, ageless) is not Verdict.NO_DATA:
            verdict = Verdict.STALE
    return Judgement(verdict, tuple(sorted(reasons, key=_deciding_first)))


def _deciding_first(reason: Reason) -> tuple[bool, int]:
    return (not reason.met, -(reason.distance if reason.distance is not None else -(10**12)))


def _reason(account: Account, rule: Rule, as_of: date) -> Reason:
    count = account.latest
    if count is None or count.observed_on > as_of or _is_void(account):
        return Reason(account.platform, _without_count(account), account)
    age = (as_of - count.observed_on).days
    low, high = count.interval.low, count.interval.high
    distance = low - rule.minimum
    if rule.age_limit is not None and age > rule.age_limit:
        standing = Standing.STALE
    elif low >= rule.minimum:
        standing = Standing.MET
    elif high is not None and high < rule.minimum:
        if account.unreadable:
            # What stands after this count may well be above: the count is no usable one any more.
            return Reason(account.platform, Standing.UNREADABLE, account)
        standing = Standing.BELOW
    else:
        standing = Standing.CROSSES
    return Reason(account.platform, standing, account, age, distance)


def _is_void(account: Account) -> bool:
    """A 0 beside no account is how rosters write "no account"; it is not a count of one."""
    return not account.exists


def _without_count(account: Account) -> Standing:
    if account.unreadable:
        return Standing.UNREADABLE
    if account.exists:
        return Standing.NOT_COUNTED
    return Standing.STATED_NONE if account.stated_none else Standing.SILENT


_CANNOT_MEET = frozenset({Standing.BELOW, Standing.STATED_NONE})


def _decide(reasons: tuple[Reason, ...], rule: Rule) -> Verdict:
    met = sum(reason.met for reason in reasons)
    if met >= rule.needed:
        return Verdict.QUALIFIES
    if rule.silence_is_no_account:
        return _decide_among_existing(reasons)
    open_ones = sum(not r.met and r.standing not in _CANNOT_MEET for r in reasons)
    return Verdict.NOT_YET if met + open_ones < rule.needed else Verdict.NO_DATA


def _decide_among_existing(reasons: tuple[Reason, ...]) -> Verdict:
    existing = [r for r in reasons if r.standing not in (Standing.STATED_NONE, Standing.SILENT)]
    if existing:
        below = all(reason.standing is Standing.BELOW for reason in existing)
        return Verdict.NOT_YET if below else Verdict.NO_DATA
    stated = all(reason.standing is Standing.STATED_NONE for reason in reasons)
    return Verdict.NOT_YET if stated else Verdict.NO_DATA
