"""The counts of one account over time as a line, with the threshold across."""

from collections.abc import Sequence

from app.domain.person import Count
from app.domain.platform import Platform
from app.ui.charts.lines import Line
from app.wording.counts import count_text
from app.wording.language import Language


def count_line(
    days: Sequence[Count],
    language: Language,
    *,
    threshold: int | None = None,
    jump: tuple[Count, str] | None = None,
) -> Line:
    """The line of these counts, the oldest first and one a day.

    Args:
        days: at least one.
        language: of the words at the axis.
        threshold: where the dashed line lies; None for a platform that the rule does not look at.
        jump: a count that is pointed at, and what is written beside it.
    """
    level = None
    if threshold is not None:
        words = language.say("threshold {threshold}").format(threshold=language.number(threshold))
        level = (float(threshold), words)
    place = None if jump is None else (_x(jump[0]), jump[1])
    last = "" if place is not None else _number(days[-1], language)
    return Line(
        [(_x(one), float(one.interval.low)) for one in days],
        marks=_marks(days, language),
        level=level,
        place=place,
        last=last,
        band=_band(days),
    )


def spoken_line(platform: Platform, days: Sequence[Count], language: Language) -> str:
    """The first and the last count, for screen readers."""
    text = language.say("{platform} from {first} on {start} to {last} on {end}")
    return text.format(
        platform=platform.name_shown,
        first=_number(days[0], language),
        start=language.short_date(days[0].observed_on),
        last=_number(days[-1], language),
        end=language.short_date(days[-1].observed_on),
    )


def _x(count: Count) -> float:
    return float(count.observed_on.toordinal())


def _number(count: Count, language: Language) -> str:
    return count_text(count.interval, count.written, language)


def _marks(days: Sequence[Count], language: Language) -> list[tuple[float, str]]:
    places = sorted({0, len(days) // 2, len(days) - 1})
    return [(_x(days[at]), language.day_and_month(days[at].observed_on)) for at in places]


def _band(days: Sequence[Count]) -> list[tuple[float, float, float]]:
    """Between the ends of rounded counts; empty where all are exact."""
    if all(one.interval.exact for one in days):
        return []
    return [
        (
            _x(one),
            float(one.interval.low),
            float(one.interval.low if one.interval.high is None else one.interval.high),
        )
        for one in days
    ]
