"""The words for single platforms inside a reason: what keeps a verdict open, and the rest briefly."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.domain.rule import Rule
from app.domain.verdict import Judgement, Reason, Standing, Verdict
from app.wording.clarifications import exclusion_phrase
from app.wording.conditions import with_activity
from app.wording.counts import count_text, quotable
from app.wording.language import Language, Words
from app.wording.lists import all_of
from app.wording.rules import threshold_phrase

_OPEN = (
    Standing.ACTIVITY_UNKNOWN,
    Standing.CROSSES,
    Standing.UNREADABLE,
    Standing.NOT_COUNTED,
    Standing.STALE,
    Standing.SILENT,
)
"""What keeps a verdict open, the one that is nearest to an answer first."""


def facts(reason: Reason, language: Language) -> Mapping[str, str]:
    """What a sentence may say of a counted platform: platform, count, date, when, days.

    Raises:
        ValueError: the platform has no count.
    """
    count = reason.account.latest
    if count is None:
        raise ValueError("no count to speak of")
    age = reason.age or 0
    day = language.short_date(count.observed_on)
    days = language.say_many("{count} day", "{count} days", age)
    return {
        "platform": reason.platform.name_shown,
        "count": count_text(count.interval, count.written, language),
        "date": day,
        "days": days,
        "when": language.say("{date} ({days} ago)").format(date=day, days=days) if age else day,
    }


def deciding(judgement: Judgement) -> Sequence[Reason]:
    """The platforms that keep the verdict open (STALE, NO_DATA); empty for a decided one.

    One platform where its value matters, all of them where they share one lack.
    """
    if judgement.verdict is Verdict.STALE:
        return _standing(judgement, Standing.STALE)[:1]
    if judgement.verdict is not Verdict.NO_DATA:
        return ()
    for standing in _OPEN:
        found = _standing(judgement, standing)
        if found:
            shared = standing in (Standing.NOT_COUNTED, Standing.SILENT)
            return found if shared and not _future(found) else found[:1]
    return ()


def opening(reasons: Sequence[Reason], rule: Rule, as_of: date, language: Language) -> str:
    """What keeps the verdict open, without a full stop; `reasons` as `deciding` gives them."""
    first = reasons[0]
    match first.standing:
        case Standing.ACTIVITY_UNKNOWN:
            return with_activity(first, language)
        case Standing.CROSSES:
            text = language.say("{platform} {count}, recorded on {date}, not certainly {threshold}")
            threshold = threshold_phrase(rule, language, first.platform)
            return text.format(**facts(first, language), threshold=threshold)
        case Standing.STALE:
            text = language.say("{platform} {count}, but {days} old")
            return text.format(**facts(first, language))
        case Standing.NOT_COUNTED if _future(reasons):
            text = language.say("{platform} was counted only on {date}, after {as_of}")
            return text.format(**facts(first, language), as_of=language.short_date(as_of))
        case Standing.UNREADABLE:
            text = language.say("{platforms}: “{written}” is not a number of followers")
        case Standing.NOT_COUNTED:
            text = language.say("{platforms}: there is an account, but no count yet")
        case _ if len(reasons) == len(rule.platforms):
            text = language.say("No account and no count yet")
        case _:
            text = language.say("{platforms}: nothing is known yet")
    written = quotable(first.account.unreadable)
    return text.format(platforms=_names(reasons, language), written=written)


def advice(reasons: Sequence[Reason], language: Language) -> str:
    """What to do about what keeps the verdict open, as whole sentences."""
    match reasons[0].standing:
        case Standing.ACTIVITY_UNKNOWN:
            return language.say("Record the last post.")
        case Standing.CROSSES:
            return language.say("Record the exact number.")
        case Standing.STALE:
            text = language.say("Recorded on {date}. Count again.")
            return text.format(**facts(reasons[0], language))
        case Standing.NOT_COUNTED if _future(reasons):
            return language.say("Choose a later date.")
        case Standing.UNREADABLE:
            return language.say("That does not mean zero. Record the number.")
        case Standing.NOT_COUNTED:
            return language.say("Record the followers.")
        case _:
            return language.say("That does not mean zero.")


_BRIEFLY: Mapping[Standing, Words] = {
    Standing.MET: lambda say: say("{platform} {count}."),
    Standing.BELOW: lambda say: say("{platform} {count}."),
    Standing.CROSSES: lambda say: say("{platform} {count}."),
    Standing.STALE: lambda say: say("{platform} {count} ({days} old)."),
    Standing.UNREADABLE: lambda say: say("{platforms}: “{written}”."),
    Standing.NOT_COUNTED: lambda say: say("{platforms}: not counted yet."),
    Standing.STATED_NONE: lambda say: say("{platforms}: none, as stated."),
    Standing.SILENT: lambda say: say("{platforms}: nothing is known yet."),
}
_BY_USE = (Standing.INACTIVE, Standing.ACTIVITY_UNKNOWN)


def briefly(reasons: Sequence[Reason], rule: Rule, language: Language) -> list[str]:
    """A short sentence for each platform; platforms without a value share one."""
    lines: list[str] = []
    shared: dict[Standing, list[Reason]] = {}
    for reason in reasons:
        if reason.standing in _BY_USE:
            lines.append(f"{with_activity(reason, language)}.")
            continue
        if reason.standing is Standing.EXCLUDED:
            lines.append(f"{exclusion_phrase(reason, language)}.")
            continue
        words = _BRIEFLY[reason.standing]
        if reason.distance is not None:
            lines.append(words(language.say).format(**facts(reason, language)))
        elif reason.standing is Standing.UNREADABLE:
            written = quotable(reason.account.unreadable)
            text = words(language.say)
            lines.append(text.format(platforms=reason.platform.name_shown, written=written))
        else:
            shared.setdefault(reason.standing, []).append(reason)
    for standing, group in shared.items():
        if standing is Standing.SILENT and rule.silence_is_no_account:
            text = language.say("{platforms}: no account recorded.")
        else:
            text = _BRIEFLY[standing](language.say)
        lines.append(text.format(platforms=_names(group, language)))
    return lines


def _standing(judgement: Judgement, standing: Standing) -> Sequence[Reason]:
    return [reason for reason in judgement.reasons if reason.standing is standing]


def _future(reasons: Sequence[Reason]) -> bool:
    """The first platform has a count, but of a day after the one asked about."""
    count = reasons[0].account.latest
    return count is not None and reasons[0].account.exists and reasons[0].distance is None


def _names(reasons: Sequence[Reason], language: Language) -> str:
    return all_of([reason.platform.name_shown for reason in reasons], language)
