"""One paste that says a count twice, or two counts for one account on one day."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.chat.values import ChatLine, Doubt, Match, Silence

if TYPE_CHECKING:
    from datetime import date

    from app.domain.platform import Platform


def without_repetitions(lines: Sequence[ChatLine]) -> list[ChatLine]:
    """The same count said again is no news; another one for the same account is asked about."""
    said: dict[tuple[int, Platform, date | None], object] = {}
    return [_compared(line, said) for line in lines]


def _compared(line: ChatLine, said: "dict[tuple[int, Platform, date | None], object]") -> ChatLine:
    whose = line.match.person
    if not line.is_ready or whose is None:
        return line
    told = {
        (whose, one.platform, line.day): one.reading.interval or one.written
        for one in line.items
        if one.platform and one.written
    }
    if all(said.get(place) == count for place, count in told.items()):
        return replace(line, silence=Silence.REPEATED)
    if any(said.get(place, count) != count for place, count in told.items()):
        return replace(line, match=Match(doubt=Doubt.TWICE, choices=(whose,)))
    said.update(told)
    return line
