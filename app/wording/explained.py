"""One sentence from which the verdict on a person can be worked out again, whatever the rule.

Each platform of the rule is named with its value, the day and age of the count, where it came from
and how far it lies from the threshold; at the end stands what the rule asks for. The verdict itself
is not said: whoever reads the sentence, a person or a test, comes to it alone.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum

from app.domain.person import Consent, Count
from app.domain.rule import Rule
from app.domain.verdict import Judgement, Reason, Standing
from app.wording.conditions import extra_conditions
from app.wording.counts import quotable
from app.wording.explained_parts import ago, compared, use_phrase, value
from app.wording.histories import source_word
from app.wording.language import Language, Words
from app.wording.lists import all_of
from app.wording.rules import age_line, counts_friends, metric_name, rule_called, threshold_phrase


class _Lack(Enum):
    """Why there is no count that could be used, where several platforms may share it."""

    UNCOUNTED = "uncounted"
    STATED_NONE = "stated_none"
    NO_ACCOUNT = "no_account"
    """Under a rule for which silence says so."""
    SILENT = "silent"


_LACKS: Mapping[_Lack, Words] = {
    _Lack.UNCOUNTED: lambda say: say("{platforms}: an account without a count"),
    _Lack.STATED_NONE: lambda say: say("{platforms}: no account, as stated"),
    _Lack.NO_ACCOUNT: lambda say: say("{platforms}: no account on record"),
    _Lack.SILENT: lambda say: say("{platforms}: nothing known yet"),
}

_CONSENT: Mapping[Consent, Words] = {
    Consent.GIVEN: lambda say: say("agrees"),
    Consent.UNKNOWN: lambda say: say("not asked yet for consent"),
    Consent.REFUSED: lambda say: say("does not agree"),
    Consent.WITHDRAWN: lambda say: say("withdrew the consent"),
}


def explanation(
    judgement: Judgement,
    rule: Rule,
    as_of: date,
    language: Language,
    *,
    facebook_friends: bool = False,
) -> str:
    """The whole sentence, for the card, for the list and for reports."""
    friends = counts_friends(rule, facebook_friends=facebook_friends)
    said = [
        _counted(reason, count, rule, as_of, language, friends)
        for reason in judgement.reasons
        if (count := _usable(reason, as_of)) is not None
    ]
    said += _uncounted(judgement, rule, as_of, language)
    if judgement.consent is not None:
        said.append(_CONSENT[judgement.consent](language.say))
    said.append(_asked(rule, as_of, language))
    return f"{'; '.join(said)}."


def _usable(reason: Reason, as_of: date) -> Count | None:
    """The count that the verdict looked at, with or without success."""
    count, told_otherwise = reason.account.latest, (Standing.EXCLUDED, Standing.UNREADABLE)
    if count is None or reason.standing in told_otherwise or not reason.account.exists:
        return None
    return count if count.observed_on <= as_of else None


def _counted(
    reason: Reason, count: Count, rule: Rule, as_of: date, language: Language, friends: bool
) -> str:
    """Instagram 492 pengikut per 18 Nov 2026 (2 hari lalu, impor), kurang 8 dari batas 500."""
    text = language.say("{platform} {count} {metric} as of {date} ({ago}, {source}), {compared}")
    platform = reason.platform
    said = text.format(
        platform=platform.name_shown,
        count=value(count, language),
        metric=metric_name(platform, language, facebook_friends=friends),
        date=language.short_date(count.observed_on),
        ago=ago(count.observed_on, as_of, language),
        source=source_word(count.source, language),
        compared=compared(count.interval, rule, platform, language),
    )
    if rule.age_limit is not None and (as_of - count.observed_on).days > rule.age_limit:
        said = language.say("{clause}, too old").format(clause=said)
    if reason.account.unreadable:
        text = language.say("{clause}, beside it “{written}”")
        said = text.format(clause=said, written=_quoted(reason.account.unreadable))
    return f"{said}{_use(reason, rule, as_of, language)}"


def _uncounted(judgement: Judgement, rule: Rule, as_of: date, language: Language) -> list[str]:
    """The platforms without a count that could be used; those that share a lack share words."""
    said: list[str] = []
    shared: dict[_Lack, list[str]] = {}
    for reason in judgement.reasons:
        if _usable(reason, as_of) is not None:
            continue
        name, lack = reason.platform.name_shown, _lack(reason, judgement.reasons, rule)
        alone, use = _alone(reason, as_of, language), _use(reason, rule, as_of, language)
        if alone or use:
            words = alone or _LACKS[lack](language.say).format(platforms=name)
            said.append(f"{words}{use}")
        else:
            shared.setdefault(lack, []).append(name)
    for lack, names in shared.items():
        said.append(_LACKS[lack](language.say).format(platforms=all_of(names, language)))
    return said


def _lack(reason: Reason, reasons: Sequence[Reason], rule: Rule) -> _Lack:
    if reason.account.exists:
        return _Lack.UNCOUNTED
    if reason.standing is Standing.STATED_NONE:
        return _Lack.STATED_NONE
    absent = (Standing.SILENT, Standing.STATED_NONE)
    elsewhere = any(one.standing not in absent for one in reasons)
    return _Lack.NO_ACCOUNT if rule.silence_is_no_account and elsewhere else _Lack.SILENT


def _alone(reason: Reason, as_of: date, language: Language) -> str:
    """What keeps this account from being counted and is told of no other; empty for nothing."""
    account, platform = reason.account, reason.platform.name_shown
    excluded, count = account.exclusion, account.latest
    if reason.standing is Standing.EXCLUDED and excluded is not None:
        text = language.say("{platform}: left out after clarification, “{reason}” ({date})")
        day = language.short_date(excluded.decided_on)
        return text.format(platform=platform, reason=_quoted(excluded.reason), date=day)
    if reason.standing is Standing.UNREADABLE or (account.exists and account.unreadable):
        text = language.say("{platform}: “{written}”, which is no number")
        return text.format(platform=platform, written=_quoted(account.unreadable))
    if count is not None and count.observed_on > as_of and account.exists:
        text = language.say("{platform}: counted only on {date}")
        return text.format(platform=platform, date=language.short_date(count.observed_on))
    return ""


def _use(reason: Reason, rule: Rule, as_of: date, language: Language) -> str:
    """Whether the account is in use, where the rule asks; with its comma."""
    within = rule.active_within_days
    if within is None or not reason.account.exists or reason.standing is Standing.EXCLUDED:
        return ""
    return f", {use_phrase(reason.account.activity, within, as_of, language)}"


def _asked(rule: Rule, as_of: date, language: Language) -> str:
    """Aturan a meminta 1 dari 3 akun paling sedikit 500, tanpa batas usia, per 20 Nov 2026."""
    text = language.say(
        "rule {rule} asks for {needed} of {all} accounts {threshold}, {besides}, as of {date}"
    )
    return text.format(
        rule=_quoted_name(rule),
        needed=language.number(rule.needed),
        all=language.number(len(rule.platforms)),
        threshold=threshold_phrase(rule, language),
        besides=", ".join((age_line(rule, language), *extra_conditions(rule, language))),
        date=language.short_date(as_of),
    )


def _quoted_name(rule: Rule) -> str:
    return f"“{_quoted(rule.name)}”" if rule.name else rule_called(rule)


def _quoted(written: str) -> str:
    """What somebody wrote, so that it cannot end its own quotation marks."""
    return quotable(written).translate({ord("“"): "‘", ord("”"): "’"})
