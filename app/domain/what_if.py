"""What another threshold would change: how many qualify at each, who is near, in which tier."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from app.domain.person import Account, Consent
from app.domain.rule import Rule
from app.domain.verdict import Judgement, Reason, Verdict, judge

BANDS = (10, 50, 100, 250)
"""Followers short of the threshold, at most; the last band has all who are further away."""

TIERS = (1_000, 10_000, 100_000)
"""Where a tier ends and the next begins; the first one begins at the threshold."""


@dataclass(frozen=True, slots=True)
class Step:
    """How many people lie from `first` to `last`; `last` None has no end."""

    first: int
    last: int | None
    people: int


def highest_threshold(
    accounts: Iterable[Account], rule: Rule, as_of: date, consent: Consent = Consent.UNKNOWN
) -> int | None:
    """The highest count that `rule` could ask for so that this person qualifies; None: none.

    Age, activity and consent are judged as ever: only the threshold moves, and the platforms with
    a threshold of their own move by as many followers.
    """
    open_to_all = _open_to_all(rule)
    judgement = judge(accounts, open_to_all, as_of, consent)
    if judgement.verdict is not Verdict.QUALIFIES:
        return None
    above = sorted(
        (
            (reason.distance or 0) + open_to_all.minimum - rule.minimum_of(reason.platform)
            for reason in judgement.reasons
            if reason.met
        ),
        reverse=True,
    )
    return rule.minimum + above[rule.needed - 1]


@lru_cache(maxsize=32)
def _open_to_all(rule: Rule) -> Rule:
    """Asked of everybody in turn: made once."""
    return replace(rule, threshold=0, own_thresholds=())


def deciding_reason(judgement: Judgement, needed: int) -> Reason | None:
    """The platform whose sure count decides: the last one of those that are needed."""
    counted = [reason for reason in judgement.reasons if reason.distance is not None]
    counted.sort(key=lambda reason: -(reason.distance or 0))
    return counted[needed - 1] if len(counted) >= needed else None


class Ladder:
    """Everyone's highest threshold, in order: any other threshold is answered at once."""

    def __init__(self, highest: Iterable[int | None]) -> None:
        # An array takes a tenth of a list where there are 100,000.
        self._steps = array("q", sorted(one for one in highest if one is not None))

    def qualifying(self, minimum: int) -> int:
        """How many qualify where `minimum` followers are asked for."""
        return len(self._steps) - bisect_left(self._steps, minimum)

    def curve(self, minimums: Sequence[int]) -> list[tuple[int, int]]:
        """Each of these with how many qualify."""
        return [(minimum, self.qualifying(minimum)) for minimum in minimums]

    def tiers(self, minimum: int) -> list[Step]:
        """Who qualifies, by the deciding count: 500 to 999, 1,000 to 9,999, and so on."""
        edges = [minimum, *(edge for edge in TIERS if edge > minimum)]
        found = []
        for first, following in zip(edges, [*edges[1:], None], strict=True):
            above = self.qualifying(following) if following is not None else 0
            last = following - 1 if following is not None else None
            found.append(Step(first, last, self.qualifying(first) - above))
        return found


def bands(shortfalls: Iterable[int]) -> list[Step]:
    """How many are so many followers short (1 or more), by bands; they sum to all of them."""
    short = sorted(shortfalls)
    found, first, before = [], 1, 0
    for last in (*BANDS, None):
        so_far = len(short) if last is None else bisect_left(short, last + 1)
        found.append(Step(first, last, so_far - before))
        first, before = (last or 0) + 1, so_far
    return found
