"""Why a person does or does not qualify: whole for the card, in two lines for the list.

Missing is never 0: where nothing is known the words say so, and no distance is given.
"""

from collections.abc import Sequence
from datetime import date

from app.domain.person import Account
from app.domain.rule import Rule
from app.domain.verdict import Judgement, Reason, Standing, Verdict
from app.wording.clarifications import excluded_reason, exclusions_told
from app.wording.conditions import (
    condition_opening,
    conditions_kept,
    is_refused,
    waits_for_consent,
)
from app.wording.counts import count_text
from app.wording.language import Language
from app.wording.lists import all_of
from app.wording.platform_reasons import advice, briefly, deciding, facts, opening
from app.wording.rounding import rounded_remark
from app.wording.rules import counts_friends, metric_name, rule_name, threshold_phrase


def reason_sentence(
    judgement: Judgement,
    rule: Rule,
    as_of: date,
    language: Language,
    *,
    facebook_friends: bool = False,
) -> str:
    """The whole reason for the person card: value, date, age, distance, and what to do."""
    refusal = condition_opening(judgement, rule, language)
    if refusal:
        rest = second_line(judgement, rule, as_of, language)
        return f"{refusal}. {rest}".rstrip()
    sentence = _by_counts(judgement, rule, as_of, language, facebook_friends=facebook_friends)
    if judgement.verdict is Verdict.QUALIFIES:
        sentence = " ".join((sentence, *conditions_kept(judgement, rule, language)))
    left_out = exclusions_told(judgement, language)
    return " ".join((sentence, *(one for one in left_out if one not in sentence)))


def _by_counts(
    judgement: Judgement, rule: Rule, as_of: date, language: Language, *, facebook_friends: bool
) -> str:
    """The reason where no condition of the office's own stands against the person."""
    open_ones = deciding(judgement)
    if open_ones:
        sentence = f"{opening(open_ones, rule, as_of, language)}. {advice(open_ones, language)}"
        if rule.needed > 1 and conditions_met(judgement):
            return f"{_of_several(judgement, rule, language, dated=True)}. {sentence}"
        return sentence
    remark = rounded_remark(judgement, rule, language)
    if rule.needed > 1:
        sentence = f"{_of_several(judgement, rule, language, dated=True)}."
        if judgement.verdict is Verdict.NOT_YET:
            remark = second_line(judgement, rule, as_of, language)
    elif judgement.verdict is Verdict.QUALIFIES:
        sentence = _above(judgement.reasons[0], rule, language, facebook_friends)
    else:
        sentence = _below(judgement, rule, language)
    return f"{sentence} {remark}".rstrip()


def reason_short(judgement: Judgement, rule: Rule, as_of: date, language: Language) -> str:
    """The first line in a list, without a full stop."""
    refusal = condition_opening(judgement, rule, language)
    if refusal:
        return refusal
    open_ones = deciding(judgement)
    if open_ones:
        return opening(open_ones, rule, as_of, language)
    if rule.needed > 1:
        return _of_several(judgement, rule, language, dated=False)
    return _highest(judgement, language)


def second_line(
    judgement: Judgement,
    rule: Rule,
    as_of: date,
    language: Language,
    *,
    others: Sequence[Account] = (),
) -> str:
    """The second line in a list: what to do, then the platforms that the first line leaves out.

    `others` may be all accounts of the person; those with a count that the rule does not look at
    are named as not counted.
    """
    refused = bool(condition_opening(judgement, rule, language))
    open_ones = () if refused else deciding(judgement)
    said = open_ones or _said_first(judgement, rule, refused=refused)
    lines = [advice(open_ones, language)] if open_ones else []
    if not refused:
        lines += filter(None, [rounded_remark(judgement, rule, language)])
    if waits_for_consent(judgement, rule):
        lines.append(language.say("Ask the person."))
    if judgement.verdict is Verdict.QUALIFIES:
        lines += conditions_kept(judgement, rule, language)
    lines += briefly([r for r in judgement.reasons if r not in said], rule, language)
    reading = rule_name(rule, language)
    for account in others:
        count = account.latest
        if account.platform in rule.platforms or count is None or count.observed_on > as_of:
            continue
        text = language.say("{platform} {count} is not counted in {reading}.")
        shown = count_text(count.interval, count.written, language)
        lines.append(
            text.format(
                platform=account.platform.name_shown,
                count=shown,
                reading=reading[:1].lower() + reading[1:],
            )
        )
    return " ".join(lines)


def distance(judgement: Judgement, rule: Rule) -> int | None:
    """How far the deciding sure count lies above the rule's minimum; None where none is known.

    Where several accounts are needed, the last one needed decides.
    """
    decides = _measured(judgement, rule)
    return decides.distance if decides is not None else None


def distance_is_least(judgement: Judgement, rule: Rule) -> bool:
    """Whether the deciding count is known only within bounds: the distance may be larger."""
    decides = _measured(judgement, rule)
    count = decides.account.latest if decides is not None else None
    return count is not None and not count.interval.exact


def distance_text(judgement: Judgement, rule: Rule, language: Language) -> str:
    """The distance for a column: +546, ≥ +650, −8, 0, or a dash."""
    least = distance_is_least(judgement, rule)
    return steps_or_dash(distance(judgement, rule), language, least=least)


def steps_or_dash(steps: int | None, language: Language, *, least: bool) -> str:
    """The same of a distance that was worked out before."""
    return "–" if steps is None else steps_text(steps, language, least=least)


def steps_text(steps: int, language: Language, *, least: bool) -> str:
    """A distance with its sign; `least`: of a count that is known only within bounds."""
    text = f"+{language.number(steps)}" if steps > 0 else language.number(steps)
    return f"≥ {text}" if least else text


def _measured(judgement: Judgement, rule: Rule) -> Reason | None:
    """The reason whose distance is the person's."""
    if judgement.verdict is Verdict.NO_DATA or is_refused(judgement):
        return None
    if judgement.verdict is Verdict.STALE:
        return deciding(judgement)[0]
    known = [reason for reason in judgement.reasons if reason.distance is not None]
    known.sort(key=lambda reason: reason.distance or 0, reverse=True)
    if len(known) < rule.needed:
        return None
    found = known[rule.needed - 1]
    if (found.distance or 0) >= 0 and judgement.verdict is Verdict.NOT_YET:
        return None  # the accounts are high enough: something else than followers is missing
    return found


def conditions_met(judgement: Judgement) -> str:
    """The platforms that meet the rule, the highest count first; empty for none."""
    return ", ".join(reason.platform.name_shown for reason in judgement.reasons if reason.met)


def _said_first(judgement: Judgement, rule: Rule, *, refused: bool = False) -> Sequence[Reason]:
    """The reasons that the first line of a decided verdict already names."""
    if refused:
        excluded = None if is_refused(judgement) else excluded_reason(judgement, rule)
        if excluded is not None:
            return (excluded,)
        first = judgement.reasons[0]
        told = first.standing is Standing.INACTIVE and not is_refused(judgement)
        return (first,) if told else ()
    if rule.needed == 1:
        first = judgement.reasons[0]
        return judgement.reasons if first.distance is None else (first,)
    return _met_or_highest(judgement)


def _met_or_highest(judgement: Judgement) -> Sequence[Reason]:
    """The platforms that meet the rule; else the highest one that is surely below it."""
    met = [reason for reason in judgement.reasons if reason.met]
    # An old or open-ended count may lie above the threshold: it is no example of being below.
    return met or [r for r in judgement.reasons if r.standing is Standing.BELOW][:1]


def _above(reason: Reason, rule: Rule, language: Language, facebook_friends: bool) -> str:
    over = (reason.distance or 0) + rule.minimum - rule.threshold
    threshold = rule.threshold_of(reason.platform)
    count = reason.account.latest
    exact = count is not None and count.interval.exact
    if over == 0 and exact:
        text = language.say(
            "{platform} {count} {metric} as of {when}, just at the threshold of {threshold}."
        )
    elif over == 0:
        text = language.say(
            "{platform} {count} {metric} as of {when}, which reaches the threshold of {threshold}."
        )
    elif exact:
        text = language.say(
            "{platform} {count} {metric} as of {when}, {over} above the threshold of {threshold}."
        )
    else:
        text = language.say(
            "{platform} {count} {metric} as of {when}, at least {over} above the threshold of "
            "{threshold}."
        )
    return text.format(
        **facts(reason, language),
        metric=metric_name(
            reason.platform,
            language,
            facebook_friends=counts_friends(rule, facebook_friends=facebook_friends),
        ),
        over=language.number(over),
        threshold=language.number(threshold),
    )


def _below(judgement: Judgement, rule: Rule, language: Language) -> str:
    line = _highest(judgement, language)
    count = judgement.reasons[0].account.latest
    high = None if count is None else count.interval.high
    if count is None or high is None or judgement.reasons[0].distance is None:
        return f"{line}."
    if count.interval.exact:
        text = language.say("{line}, {short} short.")
    else:
        text = language.say("{line}, at least {short} short.")
    return text.format(
        line=line, short=language.number(rule.minimum_of(judgement.reasons[0].platform) - high)
    )


def _highest(judgement: Judgement, language: Language) -> str:
    """The highest count with its day; where there is none, that no account is stated."""
    first = judgement.reasons[0]
    if first.distance is None:
        names = [reason.platform.name_shown for reason in judgement.reasons]
        return language.say("Says there is no account on {platforms}").format(
            platforms=all_of(names, language)
        )
    counted = sum(reason.distance is not None for reason in judgement.reasons)
    if counted > 1 and judgement.verdict is Verdict.NOT_YET:
        text = language.say("Highest {platform} {count}, recorded on {date}")
    else:
        text = language.say("{platform} {count}, recorded on {date}")
    return text.format(**facts(first, language))


def _of_several(judgement: Judgement, rule: Rule, language: Language, *, dated: bool) -> str:
    """For rules that need more than one account, without a full stop."""
    shown = _met_or_highest(judgement)
    met = sum(reason.met for reason in shown)
    item = language.say("{platform} {count} ({date})") if dated else "{platform} {count}"
    accounts = all_of([item.format(**facts(reason, language)) for reason in shown], language)
    if judgement.verdict is Verdict.QUALIFIES:
        text = language.say("{accounts}: each {threshold}, {needed} accounts needed")
    elif met:
        text = language.say("{met} of {needed} accounts {threshold} so far: {accounts}")
    elif shown:
        text = language.say(
            "No account has a count {threshold} yet, {needed} needed; the highest is {accounts}"
        )
    else:
        text = language.say("No account has a count {threshold} yet, {needed} needed")
    return text.format(
        accounts=accounts,
        met=language.number(met),
        needed=language.number(rule.needed),
        threshold=threshold_phrase(rule, language),
    )
