"""What is not known never becomes a yes or a no: a firm verdict holds however it turns out.

A completion puts one possible value in the place of everything that is open: a number inside each
interval, any number where a count is missing, unreadable or too old, an answer to whether an account
is in use, an answer about consent.
"""

from collections import Counter
from collections.abc import Callable
from random import Random

from app.domain.activity import Activity, Liveliness, liveliness
from app.domain.count import Interval
from app.domain.handle import Handle
from app.domain.person import Account, Consent, Count, Source
from app.domain.rule import Rule
from app.domain.verdict import Verdict, judge
from tests.domain.people_at_random import AS_OF, a_person, rules

BIG = 2_000_000
FIRM = (Verdict.QUALIFIES, Verdict.NOT_YET)

Choose = Callable[[int, int], int]
"""One number of a span: at random, the lowest, or the highest."""


def lowest(low: int, high: int) -> int:
    return low


def highest(low: int, high: int) -> int:
    return high


def span(account: Account, rule: Rule) -> tuple[int, int]:
    """All numbers that the count may turn out to be."""
    count = account.latest
    if count is None or count.observed_on > AS_OF or not account.exists:
        return 0, BIG
    if rule.age_limit is not None and (AS_OF - count.observed_on).days > rule.age_limit:
        return 0, BIG
    low, high = count.interval.low, count.interval.high
    if account.unreadable and low < rule.minimum_of(account.platform):
        return 0, BIG
    return low, BIG if high is None else high


def in_use(account: Account, rule: Rule, choose: Choose) -> Activity:
    """What is known of the use of an account, else one answer."""
    lively = Liveliness.UNKNOWN
    if rule.active_within_days is not None and account.exists:
        lively = liveliness(account.activity, rule.active_within_days, AS_OF)
    used = {Liveliness.ACTIVE: True, Liveliness.INACTIVE: False}.get(lively)
    return Activity(AS_OF, active=bool(choose(0, 1)) if used is None else used)


def completed(account: Account, rule: Rule, choose: Choose) -> Account:
    """The same account with nothing open."""
    excluded = account.exclusion
    if excluded is not None and excluded.since <= AS_OF and account.exists:
        return account
    if account.stated_none and not account.unreadable:
        return account
    number = choose(*span(account, rule))
    count = Count(Interval.of(number), AS_OF, Source.TYPED, str(number))
    handle = Handle(account.platform, "laras")
    return Account(account.platform, handle, latest=count, activity=in_use(account, rule, choose))


def completion(
    accounts: list[Account], consent: Consent, rule: Rule, choose: Choose
) -> tuple[list[Account], Consent]:
    """One way in which everything may turn out."""
    known = {account.platform: account for account in accounts}
    asked = [known.get(platform, Account(platform)) for platform in rule.platforms]
    if rule.silence_is_no_account and any(one.exists or one.unreadable for one in asked):
        asked = [one for one in asked if one.exists or one.unreadable]
    if consent is Consent.UNKNOWN:
        consent = Consent.GIVEN if choose(0, 1) else Consent.REFUSED
    return [completed(one, rule, choose) for one in asked], consent


def verdict_of(accounts: list[Account], consent: Consent, rule: Rule) -> Verdict:
    return judge(accounts, rule, AS_OF, consent).verdict


def test_a_firm_verdict_holds_for_every_completion_and_an_open_one_for_none() -> None:
    dice = Random("completions")
    every = rules(dice)
    seen: Counter[Verdict] = Counter()
    for _ in range(3000):
        accounts, consent = a_person(dice)
        for rule in map(dice.choice, every):
            verdict = verdict_of(accounts, consent, rule)
            ways = [
                verdict_of(*completion(accounts, consent, rule, choose), rule)
                for choose in (lowest, highest, dice.randint, dice.randint)
            ]
            assert set(ways) <= set(FIRM), (accounts, consent, rule)
            if verdict in FIRM:
                assert set(ways) == {verdict}, (accounts, consent, rule)
            else:
                # Nor is it said to be open where nothing could change it.
                assert ways[:2] == [Verdict.NOT_YET, Verdict.QUALIFIES], (accounts, consent, rule)
            seen[verdict] += 1
    assert min(seen[verdict] for verdict in Verdict) > 200
