"""People, rules and days by the thousand, from a seed: quick enough for ten thousand of them."""

from datetime import date, timedelta
from random import Random

from app.domain.activity import Activity
from app.domain.clarification import Exclusion
from app.domain.count import read_count
from app.domain.handle import Handle
from app.domain.person import Account, Consent, Count, Source
from app.domain.platform import RECORDED, Platform
from app.domain.rule import NAMED_RULES, Conditions, FacebookMetric, Rule

AS_OF = date(2026, 11, 20)

WRITTEN = (
    *("0", "3", "12", "299", "499", "500", "501", "746", "1046", "2318", "12.345", "1.234.567"),
    *("1,2 rb", "0,4 rb", "0,5 rb", "12,3K", "500+", ">400", ">500", "<500", "< 600", "maks 537"),
    *("±500", "±900", "450-550", "500-600", "1,2 jt", "sekitar 480"),
)
UNREADABLE = (
    "private",
    "1.5",
    "{count}",
    "lupa; X 900 followers",
    "“500” pengikut",
    "tidak dibuka",
)
_INTERVALS = [(read_count(one).interval, one) for one in WRITTEN]


def an_account(dice: Random, platform: Platform) -> Account:
    """Anything that may be known of one account."""
    latest = activity = exclusion = None
    if dice.random() < 0.75:
        interval, written = dice.choice(_INTERVALS)
        assert interval is not None
        day = AS_OF - timedelta(dice.choice((-4, 0, 1, 2, 20, 31, 89, 90, 91, 200, 1200)))
        latest = Count(interval, day, dice.choice(list(Source)), written)
    if dice.random() < 0.5:
        checked = AS_OF - timedelta(dice.choice((-3, 0, 5, 29, 31, 100)))
        post = checked - timedelta(dice.choice((0, 3, 25, 60, 400)))
        words = dice.choice(((post, None), (None, True), (None, False)))
        activity = Activity(checked, *words)
    if dice.random() < 0.08:
        since = AS_OF - timedelta(dice.choice((-2, 0, 30)))
        exclusion = Exclusion(since, dice.choice(UNREADABLE), since, "Rina")
    return Account(
        platform,
        Handle(platform, "laras") if dice.random() < 0.4 else None,
        dice.choice(("", "", "", "lupa")),
        dice.random() < 0.15,
        dice.choice(UNREADABLE) if dice.random() < 0.2 else "",
        latest,
        activity,
        exclusion,
    )


def a_person(dice: Random) -> tuple[list[Account], Consent]:
    """Accounts on some platforms, and what was said about consent."""
    platforms = [one for one in (*RECORDED, Platform.THREADS) if dice.random() < 0.6]
    return [an_account(dice, one) for one in platforms], dice.choice(list(Consent))


def conditions(dice: Random) -> Conditions:
    """None most of the time, each as often as the other."""
    return Conditions(
        dice.choice((None, None, 1, 30, 90)),
        dice.choice((None, None, None, 30)),
        dice.random() < 0.2,
    )


def an_own_rule(dice: Random) -> Rule:
    """A rule as an office can write it."""
    platforms = tuple(dice.sample(list(Platform), dice.randint(1, 5)))
    apart = [one for one in platforms if dice.random() < 0.3]
    rule = Rule(
        "own-1",
        platforms,
        dice.randint(1, len(platforms)),
        dice.choice((1, 300, 500, 501, 1000, 1150, 1299, 12_345)),
        strictly=dice.random() < 0.4,
        name=dice.choice(("Duta", "Humas; dan “Media”", "a")),
        own_thresholds=tuple((one, dice.choice((450, 550, 2000))) for one in apart),
        facebook_metric=dice.choice((None, *FacebookMetric)),
    )
    return rule.with_conditions(conditions(dice))


def rules(dice: Random) -> list[list[Rule]]:
    """Each of the four readings under many conditions, and last many rules of offices."""
    named = [[one.with_conditions(conditions(dice)) for _ in range(100)] for one in NAMED_RULES]
    return [*named, [an_own_rule(dice) for _ in range(2000)]]
