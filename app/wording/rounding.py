"""Whether a verdict rests on a number that is known only within bounds, in words."""

from app.domain.count import Interval
from app.domain.rule import Rule
from app.domain.verdict import Judgement, Reason, Standing, Verdict
from app.wording.language import Language
from app.wording.lists import all_of


def rounded_remark(judgement: Judgement, rule: Rule, language: Language) -> str:
    """A sentence where a decided verdict rests on a rounded count; else empty.

    It does not where enough exact counts decide by themselves. "≥ 500" and "< 500" are bounds that
    somebody wrote as such: nothing was rounded.
    """
    if judgement.verdict is Verdict.QUALIFIES:
        met = [reason for reason in judgement.reasons if reason.met]
        rounded = [reason for reason in met if _is_rounded(reason)]
        if len(met) - len(rounded) >= rule.needed:
            return ""
        text = language.say("{platforms}: rounded, but enough even at the lowest.")
    elif judgement.verdict is Verdict.NOT_YET:
        below = [one for one in judgement.reasons if one.standing is Standing.BELOW]
        rounded = [reason for reason in below if _is_rounded(reason)]
        text = language.say("{platforms}: rounded, and not enough even at the highest.")
    else:
        return ""
    names = [reason.platform.name_shown for reason in rounded]
    return text.format(platforms=all_of(names, language)) if names else ""


def _is_rounded(reason: Reason) -> bool:
    count = reason.account.latest
    return reason.distance is not None and count is not None and _is_about(count.interval)


def _is_about(span: Interval) -> bool:
    return not span.exact and span.high is not None and 0 < span.low < span.high
