"""Round numbers for the axis of a chart."""

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
