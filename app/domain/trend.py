"""When a person will cross the threshold, by the trend of their own counts; or that nobody can say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, sqrt

from app.domain.person import Count

FEWEST = 3
"""Counts on different days without which there is no trend."""

LOOKED_BACK = 366
"""Days of the trend: how a person grew before tells nothing of this year."""

FURTHEST = 24
"""Months: beyond them an estimate says nothing."""

_MONTH = 365.25 / 12

# Two sides of 80 %, by degrees of freedom; beyond the last one as good as the normal one.
_STUDENT = (3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372)
_NORMAL = 1.30


@dataclass(frozen=True, slots=True)
class Crossing:
    """Whole months until the threshold is crossed, probably; four times of five between the two."""

    soonest: int
    latest: int


def crossing(counts: Iterable[Count], minimum: int, as_of: date) -> Crossing | None:
    """Least squares on the middles of the counts; None where it cannot be estimated.

    It cannot with fewer than three days, without growth that is sure, or beyond two years.
    """
    points = _points(counts, as_of)
    if len(points) < FEWEST:
        return None
    fit = _fitted(points)
    if fit is None:
        return None
    slope, spread, last = fit
    slowest, fastest = slope - spread, slope + spread
    missing = minimum - last
    if missing <= 0 or slowest <= 0:
        return None
    newest = max(day for day, _ in points)
    waited = as_of.toordinal() - newest
    latest = ceil((missing / slowest - waited) / _MONTH)
    soonest = floor((missing / fastest - waited) / _MONTH)
    if latest > FURTHEST:
        return None
    return Crossing(max(soonest, 0), max(latest, 1))


def _points(counts: Iterable[Count], as_of: date) -> list[tuple[int, float]]:
    """(day, middle), one for each day; counts without an upper end have no middle."""
    days: dict[int, float] = {}
    for count in counts:
        high = count.interval.high
        old = (as_of - count.observed_on).days
        if 0 <= old <= LOOKED_BACK and high is not None:
            # The newest comes first: of a day the later one holds.
            days.setdefault(count.observed_on.toordinal(), (count.interval.low + high) / 2)
    return sorted(days.items())


def _fitted(points: list[tuple[int, float]]) -> tuple[float, float, float] | None:
    """Growth a day, how far that may be off, and the newest middle."""
    number = len(points)
    mean_x = sum(x for x, _ in points) / number
    mean_y = sum(y for _, y in points) / number
    width = sum((x - mean_x) ** 2 for x, _ in points)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in points) / width
    off = sum((y - mean_y - slope * (x - mean_x)) ** 2 for x, y in points)
    freedom = number - 2
    factor = _STUDENT[freedom - 1] if freedom <= len(_STUDENT) else _NORMAL
    return slope, factor * sqrt(off / freedom / width), points[-1][1]
