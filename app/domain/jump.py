"""Jumps in the counts of an account that want clarifying: too steep for a month, or mistyped.

A jump decides nothing: it is a question to a person (`domain/clarification.py`). The grid asks about
a count while it is typed, by the office's own narrow window; here only what nobody would take for
growth is asked about, since the question is about somebody:

- more than doubled, or less than half, within a month (`STEEP`; wider over more months, as
  `plausibility.bounds` says);
- risen by exactly 500, 1,000, 1,500 ... and more than a month brings: followers are sold in such
  packets, and peers look for just that (journeys.md section 9). Where a number was rounded it is
  no packet;
- one slip of the finger away from almost the same as before, as long as nobody counted again.

On the invented population of `tests/bench/jumps.py` 0.4 % of the true accounts are asked about in a
year, 99 % of those that bought a packet, 96 % of the newest counts mistyped across 500. How often
true accounts jump in an office nobody has measured.

Only jumps with one end at the threshold or above are asked about: below it nobody gains anything.
A jump that came back is none: today's number is as before.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from app.domain.clarification import InnocentReason
from app.domain.history import daily
from app.domain.person import Count
from app.domain.platform import Platform
from app.domain.plausibility import Oddity, Window, bounds, doubt_about

STEEP = Window(down=50, up=100)
"""Percent a month. From a half to the double is growth, however unusual."""

LOOKED_BACK = 366
"""Days: a jump of the year before last is no news."""

_PACKET = 500
_WRITTEN_ROUND = 100
"""A multiple of this may be a number that somebody rounded."""
_MONTH = 30
_LONG = 92
"""Days without a count that explain a good deal by themselves."""


class Shape(StrEnum):
    """How a count jumped."""

    RISE = "rise"
    PACKET = "packet"
    """By exactly a multiple of 500."""
    FALL = "fall"
    SLIP = "slip"
    """One slip of the finger away from almost the same as before."""


_STEEP_SHAPES = {Oddity.ABOVE: Shape.RISE, Oddity.BELOW: Shape.FALL}


@dataclass(frozen=True, slots=True)
class Jump:
    """From one count of an account to the next. `meant` is what a slip may have stood for.

    `decides`: the two lie on different sides of the threshold.
    """

    platform: Platform
    shape: Shape
    before: Count
    after: Count
    decides: bool
    meant: int | None = None

    @property
    def days(self) -> int:
        """From one to the other."""
        return (self.after.observed_on - self.before.observed_on).days

    @property
    def step(self) -> int:
        """How far it jumped, by the low ends; negative for a fall."""
        return self.after.interval.low - self.before.interval.low


def jumps(platform: Platform, counts: Iterable[Count], minimum: int, as_of: date) -> list[Jump]:
    """The jumps that today's number of one account rests on, the newest first.

    Args:
        platform: of the account.
        counts: its usable counts, in any order.
        minimum: the smallest count that meets the rule.
        as_of: later counts are not looked at, nor jumps of more than a year before.
    """
    days = _without_returns(daily(one for one in counts if one.observed_on <= as_of))
    found = []
    for before, after in pairwise(days):
        if (as_of - after.observed_on).days <= LOOKED_BACK:
            counted_again = after is not days[-1]
            jump = _jump(platform, before, after, minimum, counted_again=counted_again)
            found += [jump] if jump is not None else []
    return found[::-1]


def innocent_reasons(jump: Jump) -> list[InnocentReason]:
    """What may explain it, the likeliest first; what cannot be is left out."""
    before = jump.before.interval
    rounded = not before.exact or before.low % _WRITTEN_ROUND == 0
    found = []
    if jump.step > 0:
        found += [InnocentReason.VIRAL, InnocentReason.EVENT, InnocentReason.MERGED]
    else:
        found += [InnocentReason.CLEANED, InnocentReason.NEW_ACCOUNT]
    if rounded:
        found.append(InnocentReason.ROUNDED)
    found += [InnocentReason.MISTYPED_BEFORE, InnocentReason.OTHER_ACCOUNT]
    if jump.platform is Platform.FACEBOOK:
        found.append(InnocentReason.FRIENDS)
    if jump.days > _LONG:
        found.append(InnocentReason.LONG_UNCOUNTED)
    return [*found, InnocentReason.OTHER]


def _jump(
    platform: Platform, before: Count, after: Count, minimum: int, *, counted_again: bool
) -> Jump | None:
    """`counted_again`: a later count stands by this one, so that it was no slip of the finger."""
    if max(before.interval.low, after.interval.low) < minimum:
        return None
    doubt = doubt_about(after, before, {}, STEEP, minimum)
    decides = (before.interval.low >= minimum) != (after.interval.low >= minimum)
    if doubt is not None and doubt.meant is not None and not counted_again:
        if doubt.oddity is not Oddity.SLIP or decides:
            return Jump(platform, Shape.SLIP, before, after, decides, doubt.meant)
        return None  # a growth of a few percent that a slip may explain changes nothing
    if _is_packet(before, after):
        return Jump(platform, Shape.PACKET, before, after, decides)
    shape = None if doubt is None else _STEEP_SHAPES.get(doubt.oddity)
    return None if shape is None else Jump(platform, shape, before, after, decides)


def _is_packet(before: Count, after: Count) -> bool:
    """Both told exactly, neither rounded, and more than a month brings."""
    if not (before.interval.exact and after.interval.exact):
        return False
    step = after.interval.low - before.interval.low
    if step <= 0 or step % _PACKET or before.interval.low % _WRITTEN_ROUND == 0:
        return False
    return not _believable(before, after, (after.observed_on - before.observed_on).days)


def _without_returns(days: Sequence[Count]) -> list[Count]:
    """Leaves out counts that jumped away and came back to where a month brings an account."""
    kept: list[Count] = []
    for place, count in enumerate(days):
        away = bool(kept) and not _believable(kept[-1], count, _MONTH)
        if away and any(_believable(kept[-1], later, _MONTH) for later in days[place + 1 :]):
            continue
        kept.append(count)
    return kept


def _believable(before: Count, after: Count, days: int) -> bool:
    """Inside what the grid lets pass by default."""
    lowest, highest = bounds(before.interval, days, Window())
    span = after.interval
    if span.high is not None and span.high < lowest:
        return False
    return highest is None or span.low <= highest
