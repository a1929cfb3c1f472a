"""Words for periods: their names, and why a verdict changed between two of them."""

from collections.abc import Mapping

from app.domain.period import Period, PeriodKind
from app.domain.platform import Platform
from app.domain.snapshot import Away
from app.domain.standing import PersonStanding
from app.domain.verdict import Reason
from app.domain.verdict_change import Cause, VerdictChange
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
    """The platform whose count moved and decides, with both counts."""
    moved = _moved_platform(change)
    if moved is None:
        return language.say("Something else is known of the accounts")
    was, now = (_shown(side, moved, language) for side in (change.before, change.after))
    if change.aged:
        text = language.say("The count of {platform}, {count}, has grown too old")
        return text.format(platform=moved.name_shown, count=now)
    text = language.say("{platform} {before} → {after}")
    return text.format(platform=moved.name_shown, before=was, after=now)


def _moved_platform(change: VerdictChange) -> Platform | None:
    """Of the accounts that stand otherwise to the rule, the one that decides most."""
    before, after = change.before, change.after
    if before is None or after is None:
        return None
    old = {reason.platform: reason for reason in before.judgement.reasons}
    new = after.judgement.reasons
    changed = [one for one in new if _is_another(old.get(one.platform), one)]
    return changed[0].platform if changed else None


def _is_another(old: Reason | None, new: Reason) -> bool:
    return old is None or old.standing is not new.standing


def _shown(side: PersonStanding | None, platform: Platform, language: Language) -> str:
    accounts = () if side is None else side.accounts
    one = next((account for account in accounts if account.platform is platform), None)
    if one is None or (one.latest is None and not one.stated_none):
        return language.say("no count")
    if one.stated_none or one.latest is None:
        return language.say("no account")
    return count_text(one.latest.interval, one.latest.written, language)
