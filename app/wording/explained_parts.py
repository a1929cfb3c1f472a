"""The parts of an explanation: a count against its threshold, and whether an account is in use."""

from datetime import date

from app.domain.activity import Activity, Liveliness, liveliness
from app.domain.count import Interval
from app.domain.person import Count
from app.domain.platform import Platform
from app.domain.rule import Rule
from app.wording.counts import count_text
from app.wording.language import Language
from app.wording.rules import threshold_phrase


def value(count: Count, language: Language) -> str:
    """As it is shown everywhere; where its sign hides the bounds, they stand in brackets."""
    shown = count_text(count.interval, count.written, language)
    high = count.interval.high
    if shown[0] not in "≈±" or high is None:
        return shown
    return f"{shown} ({language.number(count.interval.low)}–{language.number(high)})"


def compared(interval: Interval, rule: Rule, platform: Platform, language: Language) -> str:
    """How far a count lies from the threshold of its platform, as far as that is sure."""
    threshold, minimum = rule.threshold_of(platform), rule.minimum_of(platform)
    if interval.low >= minimum:
        text, steps = _above(interval, threshold, language), interval.low - threshold
    elif interval.high is not None and interval.high < minimum:
        text, steps = _below(interval, rule, language), minimum - interval.high
    else:
        text, steps = language.say("not certainly {phrase}"), 0
    return text.format(
        steps=language.number(steps),
        threshold=language.number(threshold),
        phrase=threshold_phrase(rule, language, platform),
    )


def use_phrase(seen: Activity | None, within: int, as_of: date, language: Language) -> str:
    """Whether an account was used in the last `within` days, by what was seen and when."""
    lively = liveliness(seen, within, as_of)
    if seen is None or seen.checked_on > as_of:
        return language.say("not known to be active")
    if lively is Liveliness.UNKNOWN:
        text = language.say("not looked at since {date} ({ago})")
        return _on(text, seen.checked_on, as_of, language)
    if seen.last_post is not None:
        text = language.say("last post on {date} ({ago})")
        return _on(text, seen.last_post, as_of, language)
    if lively is Liveliness.ACTIVE:
        text = language.say("seen active on {date} ({ago})")
    else:
        text = language.say("seen out of use on {date} ({ago})")
    return _on(text, seen.checked_on, as_of, language)


def ago(day: date, as_of: date, language: Language) -> str:
    """How long before: 2 days ago, or the same day."""
    days = (as_of - day).days
    if not days:
        return language.say("the same day")
    return language.say_many("{count} day ago", "{count} days ago", days)


def _on(text: str, day: date, as_of: date, language: Language) -> str:
    return text.format(date=language.short_date(day), ago=ago(day, as_of, language))


def _above(interval: Interval, threshold: int, language: Language) -> str:
    if interval.exact and interval.low == threshold:
        return language.say("just at the threshold of {threshold}")
    if interval.exact:
        return language.say("{steps} above the threshold of {threshold}")
    if interval.low == threshold:
        return language.say("at the threshold of {threshold} at least")
    return language.say("at least {steps} above the threshold of {threshold}")


def _below(interval: Interval, rule: Rule, language: Language) -> str:
    if rule.strictly and interval.exact:
        return language.say("{steps} short of more than {threshold}")
    if rule.strictly:
        return language.say("at least {steps} short of more than {threshold}")
    if interval.exact:
        return language.say("{steps} short of the threshold of {threshold}")
    return language.say("at least {steps} short of the threshold of {threshold}")
