"""Words for periods: their names, and why a verdict changed between two of them."""

from collections.abc import Mapping

from app.domain.period import Period, PeriodKind
from app.domain.person import Account
from app.domain.snapshot import Away
from app.domain.standing import PersonStanding
from app.domain.verdict import Standing
from app.domain.verdict_change import Cause, VerdictChange
from app.wording.clarifications import exclusion_phrase
from app.wording.counts import count_text
from app.wording.fields import consent_word
from app.wording.language import Language, Words

_KINDS: Mapping[PeriodKind, Words] = {
    PeriodKind.MONTH: lambda say: say("Month"),
    PeriodKind.QUARTER: lambda say: say("Quarter"),
    PeriodKind.SEMESTER: lambda say: say("Semester"),
}

_ROMAN = ("I", "II", "III", "IV")

_CAUSES: Mapping[Cause, Words] = {
    Cause.COUNT: lambda say: say("Follower count"),
    Cause.RULE: lambda say: say("Rule"),
    Cause.ACTIVITY: lambda say: say("Activity"),
    Cause.CONSENT: lambda say: say("Consent"),
    Cause.UNIT: lambda say: say("Unit"),
    Cause.NEW: lambda say: say("New on the list"),
    Cause.LEFT: lambda say: say("Left the list"),
}


def period_kind_word(kind: PeriodKind, language: Language) -> str:
    """Month, quarter, semester."""
    return _KINDS[kind](language.say)


def period_name(period: Period, language: Language) -> str:
    """Oktober 2026, Triwulan IV 2026, Semester II 2026."""
    if period.kind is PeriodKind.MONTH:
        return language.month(period.first)
    if period.kind is PeriodKind.QUARTER:
        text = language.say("Quarter {number} {year}")
    else:
        text = language.say("Semester {number} {year}")
    return text.format(number=_ROMAN[period.number - 1], year=period.first.year)


def cause_word(cause: Cause, language: Language) -> str:
    """The cause in one word, for a column and for totals."""
    return _CAUSES[cause](language.say)


def totals_then_now(before: int, after: int, language: Language) -> str:
    """383 memenuhi menjadi 412 (+29)."""
    change = after - before
    signed = f"+{language.number(change)}" if change > 0 else language.number(change)
    text = language.say("Qualifying: {before}, now {after} ({change})")
    number = language.number
    return text.format(before=number(before), after=number(after), change=signed)


def came_and_went(came: Mapping[Cause, int], went: Mapping[Cause, int], language: Language) -> str:
    """How many came to qualify and how many do no longer, each with its causes."""
    parts = []
    for words, found in (
        (language.say("{number} came ({causes})"), came),
        (language.say("{number} went ({causes})"), went),
    ):
        if found:
            causes = ", ".join(
                f"{cause_word(cause, language)} {language.number(number)}"
                for cause, number in found.items()
            )
            number = language.number(sum(found.values()))
            parts.append(words.format(number=number, causes=causes))
    return "; ".join(parts) or language.say("Nobody came and nobody went.")


def change_sentence(change: VerdictChange, language: Language) -> str:
    """What happened, with the values of both times; without a full stop."""
    say = language.say
    before, after = change.before, change.after
    match change.cause:
        case Cause.NEW:
            return say("Was not on the list before")
        case Cause.LEFT:
            return _left(change.away, language)
        case Cause.RULE:
            return say("The rule is another one")
        case Cause.UNIT:
            return _moved(before, after, language)
        case Cause.CONSENT:
            return _said(change, language)
        case Cause.ACTIVITY if change.aged:
            return say("Nobody has looked at the account for too long")
        case Cause.ACTIVITY:
            return say("Something else is known of the use of the account")
        case Cause.COUNT:
            return _counted(change, language)


def _left(away: Away | None, language: Language) -> str:
    if away is Away.MOVED:
        return language.say("Moved to another office")
    if away is Away.RETIRED:
        return language.say("Retired")
    return language.say("Is not on the list any more")


def _moved(before: PersonStanding | None, after: PersonStanding | None, language: Language) -> str:
    if before is None or after is None:
        return language.say("Another unit")
    return language.say("{before} → {after}").format(
        before=before.person.organisation or before.person.unit or "–",
        after=after.person.organisation or after.person.unit or "–",
    )


def _said(change: VerdictChange, language: Language) -> str:
    if change.before is None and change.after is not None:
        return language.say("Consent was given again")
    if change.after is None:
        return language.say("Consent was withdrawn")
    words = [
        "–" if side is None else consent_word(side.person.consent, language)
        for side in (change.before, change.after)
    ]
    return language.say("{before} → {after}").format(before=words[0], after=words[1])


def _counted(change: VerdictChange, language: Language) -> str:
    """The platform that stands otherwise to the rule and decides, with both counts."""
    before, after = change.before, change.after
    if before is None or after is None:
        return language.say("Something else is known of the accounts")
    old = {reason.platform: reason for reason in before.judgement.reasons}
    for new in after.judgement.reasons:
        earlier = old.get(new.platform)
        if earlier is None or earlier.standing is new.standing:
            continue
        if new.standing is Standing.EXCLUDED:
            return exclusion_phrase(new, language)
        if earlier.standing is Standing.EXCLUDED:
            text = language.say("{platform} counts again")
        elif change.aged:
            text = language.say("{platform} {after} has grown too old")
        else:
            text = language.say("{platform} {before} → {after}")
        return text.format(
            platform=new.platform.name_shown,
            before=_shown(earlier.account, language),
            after=_shown(new.account, language),
        )
    return language.say("Something else is known of the accounts")


def _shown(account: Account, language: Language) -> str:
    if account.stated_none:
        return language.say("no account")
    if account.latest is None:
        return language.say("no count")
    return count_text(account.latest.interval, account.latest.written, language)
