"""Decides who qualifies, and says why not."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.domain.activity import Liveliness, liveliness
from app.domain.person import Account, Consent
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
    INACTIVE = "inactive"
    """The account is not in use, as the office's own condition asks: whatever its count is."""
    ACTIVITY_UNKNOWN = "activity_unknown"
    """Its count reaches the threshold, but nobody knows whether it is in use."""
    EXCLUDED = "excluded"
    """A person decided that the account does not count, and said why: whatever its count is."""
    SILENT = "silent"
    """Nothing is known."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one platform does or does not meet the rule.

    `age` is in days on the as-of date. `distance` is how far the sure value (the low end) lies
    above the minimum, negative below it; None where there is no usable count. `quiet` is the days
    since the last post that is known, where the rule asks whether the account is in use.
    """

    platform: Platform
    standing: Standing
    account: Account
    age: int | None = None
    distance: int | None = None
    quiet: int | None = None

    @property
    def met(self) -> bool:
        """This platform counts towards the rule."""
        return self.standing is Standing.MET


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with one reason for each platform of the rule, the deciding ones first.

    `consent`: what the person said, where the rule asks for it; else None.
    """

    verdict: Verdict
    reasons: tuple[Reason, ...]
    consent: Consent | None = None

    @property
    def best(self) -> Reason | None:
        """The reason with the highest sure count, whether fresh or not; None without any count."""
        counted = [reason for reason in self.reasons if reason.distance is not None]
        return max(counted, key=lambda reason: reason.distance or 0, default=None)


def judge(
    accounts: Iterable[Account], rule: Rule, as_of: date, consent: Consent = Consent.UNKNOWN
) -> Judgement:
    """Applies `rule` to what is known of one person on `as_of` (DESIGN section 3)."""
    known = {account.platform: account for account in accounts}
    reasons = tuple(
        _reason(known.get(platform) or Account(platform), rule, as_of)
        for platform in rule.platforms
    )
    said = consent if rule.consent_required else None
    verdict = _with_consent(_decide(reasons, rule), said)
    if verdict is Verdict.NO_DATA and any(r.standing is Standing.STALE for r in reasons):
        ageless = rule.with_age_limit(None)
        regardless = tuple(_reason(reason.account, ageless, as_of) for reason in reasons)
        if _with_consent(_decide(regardless, ageless), said) is not Verdict.NO_DATA:
            verdict = Verdict.STALE
    return Judgement(verdict, tuple(sorted(reasons, key=_deciding_first)), said)


def _with_consent(verdict: Verdict, said: Consent | None) -> Verdict:
    """Whoever refuses does not qualify; whoever was not asked may still do."""
    if said in (Consent.REFUSED, Consent.WITHDRAWN):
        return Verdict.NOT_YET
    if said is Consent.UNKNOWN and verdict is Verdict.QUALIFIES:
        return Verdict.NO_DATA
    return verdict


def _deciding_first(reason: Reason) -> tuple[bool, int]:
    return (not reason.met, -(reason.distance if reason.distance is not None else -(10**12)))


def _reason(account: Account, rule: Rule, as_of: date) -> Reason:
    reason = _counted(account, rule, as_of)
    excluded = account.exclusion
    if excluded is not None and excluded.since <= as_of and account.exists:
        # Its count is no usable one: it has no distance, whatever it is.
        return replace(reason, standing=Standing.EXCLUDED, distance=None)
    if rule.active_within_days is None or not account.exists:
        return reason
    lively = liveliness(account.activity, rule.active_within_days, as_of)
    seen = account.activity
    if seen is not None and seen.last_post is not None and seen.checked_on <= as_of:
        reason = replace(reason, quiet=(as_of - seen.last_post).days)
    if lively is Liveliness.INACTIVE and reason.standing is not Standing.BELOW:
        return replace(reason, standing=Standing.INACTIVE)
    if lively is Liveliness.UNKNOWN and reason.met:
        return replace(reason, standing=Standing.ACTIVITY_UNKNOWN)
    return reason


def _counted(account: Account, rule: Rule, as_of: date) -> Reason:
    """How the count alone stands to the rule."""
    count = account.latest
    if count is None or count.observed_on > as_of or _is_void(account):
        return Reason(account.platform, _without_count(account), account)
    age = (as_of - count.observed_on).days
    low, high = count.interval.low, count.interval.high
    minimum = rule.minimum_of(account.platform)
    distance = low - minimum
    if rule.age_limit is not None and age > rule.age_limit:
        standing = Standing.STALE
    elif low >= minimum:
        standing = Standing.MET
    elif high is not None and high < minimum:
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


_CANNOT_MEET = frozenset(
    {Standing.BELOW, Standing.INACTIVE, Standing.EXCLUDED, Standing.STATED_NONE}
)


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
        below = all(reason.standing in _CANNOT_MEET for reason in existing)
        return Verdict.NOT_YET if below else Verdict.NO_DATA
    stated = all(reason.standing is Standing.STATED_NONE for reason in reasons)
    return Verdict.NOT_YET if stated else Verdict.NO_DATA
