"""Round numbers for the axis of a chart, and whether a curve runs through a box."""

from collections.abc import Sequence
from itertools import pairwise

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_FACTORS = (1.0, 2.0, 2.5, 5.0)


def ticks(highest: float, wanted: int = 2) -> list[int]:
    """Round steps from 0 up to `highest` or just below it: at least `wanted` above 0."""
    if highest < wanted:
        return [0, max(round(highest), 1)]
    rough = highest / wanted
    step, power = 1, 1
    while power <= rough:
        fitting = (int(factor * power) for factor in _FACTORS if (factor * power).is_integer())
        step = max((one for one in fitting if one <= rough), default=step)
        power *= 10
    return list(range(0, int(highest) + 1, step))


def first_clear(curve: Sequence[tuple[float, float]], boxes: Sequence[Box]) -> Box:
    """The first of these places that the line leaves alone; the first where it leaves none."""
    return next((box for box in boxes if not crosses(curve, box)), boxes[0])


def crosses(curve: Sequence[tuple[float, float]], box: Box) -> bool:
    """Whether a line through the points, left to right, enters a box."""
    left, top, right, bottom = box
    for (x1, y1), (x2, y2) in pairwise(curve):
        if x2 < left or x1 > right:
            continue
        steep = (y2 - y1) / (x2 - x1) if x2 > x1 else 0.0
        ends = [y1 + steep * (max(x1, left) - x1), y1 + steep * (min(x2, right) - x1)]
        if max(*ends) >= top and min(*ends) <= bottom:
            return True
    return False
