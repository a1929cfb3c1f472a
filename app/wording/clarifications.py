"""Words for counts that jumped: how, why that may be innocent, and what somebody decided.

Never an accusation: a jump wants clarifying, an account is left out with a reason.
"""

from collections.abc import Mapping

from app.domain.clarification import Clarification, Decision, InnocentReason
from app.domain.jump import Jump, Shape
from app.domain.person import Count
from app.domain.rule import Rule
from app.domain.verdict import Judgement, Reason, Standing, Verdict
from app.wording.counts import count_text
from app.wording.language import Language, Words

_SHAPES: Mapping[Shape, Words] = {
    Shape.RISE: lambda say: say("Rose steeply"),
    Shape.PACKET: lambda say: say("Rose by a round number"),
    Shape.FALL: lambda say: say("Fell steeply"),
    Shape.SLIP: lambda say: say("Perhaps mistyped"),
}

_INNOCENT: Mapping[InnocentReason, Words] = {
    InnocentReason.VIRAL: lambda say: say("A post went viral"),
    InnocentReason.EVENT: lambda say: say("An event, a contest or the press"),
    InnocentReason.MERGED: lambda say: say("Accounts merged or taken over"),
    InnocentReason.OTHER_ACCOUNT: lambda say: say("One number is of another account"),
    InnocentReason.FRIENDS: lambda say: say("Friends once, followers the other time"),
    InnocentReason.ROUNDED: lambda say: say("The earlier number was rounded"),
    InnocentReason.MISTYPED_BEFORE: lambda say: say("The earlier number was mistyped"),
    InnocentReason.LONG_UNCOUNTED: lambda say: say("Not counted for a long time"),
    InnocentReason.CLEANED: lambda say: say("Inactive followers were removed"),
    InnocentReason.NEW_ACCOUNT: lambda say: say("Account lost, a new one began"),
    InnocentReason.OTHER: lambda say: say("Another reason"),
}


def shape_word(shape: Shape, language: Language) -> str:
    """How a count jumped, for a list."""
    return _SHAPES[shape](language.say)


def innocent_word(innocent: InnocentReason, language: Language) -> str:
    """One innocent reason, for a list of choices."""
    return _INNOCENT[innocent](language.say)


def jump_sentence(jump: Jump, language: Language) -> str:
    """From which number to which, in how many days; and what may have been meant."""
    text = language.say("From {before} on {start} to {after} on {end}, {days} later.")
    days = language.say_many("{count} day", "{count} days", jump.days)
    said = text.format(
        before=_number(jump.before, language),
        start=language.short_date(jump.before.observed_on),
        after=_number(jump.after, language),
        end=language.short_date(jump.after.observed_on),
        days=days,
    )
    if jump.meant is None:
        return said
    meant = language.say("Perhaps {number} was meant.").format(number=language.number(jump.meant))
    return f"{said} {meant}"


def jump_briefly(jump: Jump, language: Language) -> str:
    """The two numbers alone: 312 → 1.312."""
    return f"{_number(jump.before, language)} → {_number(jump.after, language)}"


def decision_sentence(made: Clarification, language: Language) -> str:
    """What was decided, why, when and by whom; and when and by whom it was taken back."""
    if made.decision is Decision.EXCLUDED:
        said = language.say("Excluded: {reason}").format(reason=made.note)
    else:
        why = innocent_word(made.innocent, language) if made.innocent is not None else ""
        if made.innocent is InnocentReason.OTHER:
            why = made.note
        elif made.note:
            why = f"{why}, {made.note}"
        said = language.say("In order: {reason}").format(reason=why)
    told = f"{said} ({_signed(language.short_date(made.decided_at.date()), made.by)})"
    back = made.taken_back
    if back is None:
        return told
    text = language.say("{decision}, taken back ({signed})")
    signed = _signed(language.short_date(back.at.date()), back.by)
    return text.format(decision=told, signed=signed)


def excluded_reason(judgement: Judgement, rule: Rule) -> Reason | None:
    """The excluded account that keeps somebody from qualifying: it would have met the rule.

    Where no other account is counted at all it is the first excluded one, whatever its count.
    """
    excluded = [one for one in judgement.reasons if one.standing is Standing.EXCLUDED]
    if judgement.verdict is not Verdict.NOT_YET or not excluded:
        return None
    for reason in excluded:
        count = reason.account.latest
        if count is not None and count.interval.low >= rule.minimum_of(reason.platform):
            return reason
    counted = any(reason.distance is not None for reason in judgement.reasons)
    return None if counted else excluded[0]


def exclusion_phrase(reason: Reason, language: Language) -> str:
    """That an account does not count and why, without a full stop.

    Raises:
        ValueError: the account is not excluded.
    """
    excluded, count = reason.account.exclusion, reason.account.latest
    if excluded is None:
        raise ValueError("no exclusion to speak of")
    account = reason.platform.name_shown
    if count is not None:
        account = f"{account} {_number(count, language)}"
    text = language.say("{account} is not counted after clarification: {reason} ({signed})")
    signed = _signed(language.short_date(excluded.decided_on), excluded.by)
    return text.format(account=account, reason=excluded.reason.rstrip(" ."), signed=signed)


def exclusions_told(judgement: Judgement, language: Language) -> list[str]:
    """A sentence for each account that is left out."""
    return [
        f"{exclusion_phrase(reason, language)}."
        for reason in judgement.reasons
        if reason.standing is Standing.EXCLUDED
    ]


def _number(count: Count, language: Language) -> str:
    return count_text(count.interval, count.written, language)


def _signed(day: str, by: str) -> str:
    return f"{by}, {day}" if by else day
