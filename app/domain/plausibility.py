"""Whether a new count is believable beside the one before it: a doubt is told, nothing is blocked.

The window says how far a count may move in a month. Between two counts that lie further apart it
widens with the square root of the months: followers come and go in small steps, some up and some
down, and such steps add up that way; a window that grew with the months themselves would let a
factor of ten pass after a year. It never narrows below a month: what one event brings, it brings
in a day.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from app.domain.count import Interval
from app.domain.person import Count
from app.domain.platform import Platform

_DAYS_A_MONTH = 30
_FEW = 25
"""So many followers more or less are nothing to doubt, however few there were."""
_SMALL = 50
"""Fewer than these are compared as these: from 3 to 40 is no factor of thirteen to anybody."""
_ALIKE = 0.04
"""So near to the count before it lies what was meant, where a slip is suspected."""
MOVED = 0.08
"""A count that moved less than this a month is not suspected of a slip inside the window."""
_NEAR = 10
"""Within this many percent of the threshold a second look pays."""
_LEAST_COPIED = 100
"""Two platforms of one person easily have the same small number."""
_SCALES = (10, 100, 1_000)


@dataclass(frozen=True, slots=True)
class Window:
    """By how many percent a count may fall or rise in a month."""

    down: int = 20
    up: int = 35


class Oddity(StrEnum):
    """What is odd about a count."""

    ABOVE = "above"
    """Far above the count before it."""
    BELOW = "below"
    """Far below it."""
    SLIP = "slip"
    """Believable by its size, but one slip of the finger away from almost the same as before."""
    OTHER_PLATFORM = "other_platform"
    """The number of another platform of the same person."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a count wants a second look.

    `before` is the count that it was compared with. `meant` is what may have been meant, the
    nearest to `before`; None where no slip explains it. `platform` is whose number it is, with
    `Oddity.OTHER_PLATFORM`. `decides`: it has changed sides at the threshold, or lies near it.
    """

    oddity: Oddity
    before: Count | None
    meant: int | None = None
    platform: Platform | None = None
    decides: bool = False


def doubt_about(
    count: Count,
    before: Count | None,
    others: Mapping[Platform, Interval],
    window: Window,
    minimum: int,
) -> Doubt | None:
    """What is odd about `count`; None where nothing is.

    Args:
        count: the new one.
        before: the newest of an earlier day, on the same account.
        others: what the other platforms of the same person have now.
        window: how far a count may move in a month.
        minimum: the smallest count that meets the rule.
    """
    copied = _copied_from(count, before, others)
    found = None if before is None else _beside(count, before, window)
    if found is None and copied is None:
        return None
    decides = _decides(count, before, minimum)
    if copied is not None:
        return Doubt(Oddity.OTHER_PLATFORM, before, None, copied, decides)
    oddity, meant = found if found is not None else (Oddity.SLIP, None)
    return Doubt(oddity, before, meant, None, decides)


def bounds(before: Interval, days: int, window: Window) -> tuple[int, int | None]:
    """The smallest and the largest count that is believable so many days later."""
    width: float = _months(days) ** 0.5
    fall = max(0.0, 1 - window.down / 100) ** width
    rise = (1 + window.up / 100) ** width
    low = min(int(before.low * fall), before.low - _FEW)
    if before.high is None:
        return max(low, 0), None
    high = max(ceil(max(before.high, _SMALL) * rise), before.high + _FEW)
    return max(low, 0), high


def _months(days: int) -> float:
    return max(days, _DAYS_A_MONTH) / _DAYS_A_MONTH


def _beside(count: Count, before: Count, window: Window) -> tuple[Oddity, int | None] | None:
    days = (count.observed_on - before.observed_on).days
    lowest, highest = bounds(before.interval, days, window)
    span = count.interval
    if span.high is not None and span.high < lowest:
        return Oddity.BELOW, _meant(span, before.interval)
    if highest is not None and span.low > highest:
        return Oddity.ABOVE, _meant(span, before.interval)
    if span.exact and _apart(span.low, before.interval) > MOVED * _months(days):
        meant = _meant(span, before.interval)
        if meant is not None and abs(span.low - meant) > _FEW:
            return Oddity.SLIP, meant
    return None


def _meant(span: Interval, before: Interval) -> int | None:
    """The number one slip away that is almost the count before; the nearest of several."""
    if not span.exact:
        return None
    near = [one for one in slips(span.low) if _apart(one, before) <= _ALIKE]
    return min(near, key=lambda one: (_apart(one, before), one), default=None)


def slips(number: int) -> Iterator[int]:
    """What may have been meant by a mistyped number.

    Two neighbouring digits changed places, one came twice, or there are zeros too many or too few.
    A lost or a wrong digit is not undone: nobody knows which one it was.
    """
    digits = str(number)
    for at in range(len(digits) - 1):
        if digits[at] != digits[at + 1]:
            swapped = f"{digits[:at]}{digits[at + 1]}{digits[at]}{digits[at + 2 :]}"
            if swapped[0] != "0":
                yield int(swapped)
        else:
            yield int(digits[:at] + digits[at + 1 :])
    for scale in _SCALES:
        if number % scale == 0 and number:
            yield number // scale
        yield number * scale


def _apart(number: int, before: Interval) -> float:
    """How far a number lies outside of an interval, as a part of its nearer end."""
    if number < before.low:
        return (before.low - number) / before.low
    if before.high is not None and number > before.high:
        return (number - before.high) / max(before.high, 1)
    return 0.0


def _copied_from(
    count: Count, before: Count | None, others: Mapping[Platform, Interval]
) -> Platform | None:
    if not count.interval.exact or count.interval.low < _LEAST_COPIED:
        return None
    if before is not None and _apart(count.interval.low, before.interval) <= MOVED:
        return None
    return next((one for one, span in others.items() if span == count.interval), None)


def _decides(count: Count, before: Count | None, minimum: int) -> bool:
    span = count.interval
    if before is not None and (span.low >= minimum) != (before.interval.low >= minimum):
        return True
    nearest = min(max(minimum, span.low), span.high if span.high is not None else minimum)
    return abs(nearest - minimum) * 100 <= _NEAR * minimum
