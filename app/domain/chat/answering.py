"""What a person's answer makes of a doubtful line."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.domain.chat.values import ChatLine, Doubt, Item, Match
from app.domain.count import NoCount, read_count
from app.domain.platform import Platform

_MILLION = re.compile(r"(?<=[0-9])\s?m\b", re.IGNORECASE)


def with_person(line: ChatLine, person: int) -> ChatLine:
    """The line is about this person; doubts about its counts stay."""
    return replace(line, match=Match(person=person))


def with_platform(line: ChatLine, platform: Platform) -> ChatLine:
    """The first count without a platform is of this one."""
    return _with_items(line, _replaced(line.items, _without_platform(line), platform=platform))


def with_count(line: ChatLine, written: str) -> ChatLine:
    """The first count that can be read in two ways means this."""
    return _with_items(line, _replaced(line.items, _unsure(line), written=written))


def with_platforms(items: Sequence[Item], default: Platform) -> tuple[Item, ...]:
    """Counts without a platform are of `default`."""
    return tuple(one if one.platform else replace(one, platform=default) for one in items)


def asked_item(line: ChatLine) -> Item | None:
    """The count that is asked about now; None while the person is asked for."""
    match line.open_doubt:
        case Doubt.COUNT:
            return line.items[_unsure(line)]
        case Doubt.PLATFORM:
            return line.items[_without_platform(line)]
    return None


def meanings(item: Item) -> list[str]:
    """The ways in which an unclear count can be meant, each as it can be typed; at most three."""
    reading = item.reading
    if reading.million_meant:
        return [_MILLION.sub(" jt", item.written)]
    if reading.missing is NoCount.AMBIGUOUS:
        return [str(proposal.low) for proposal in reading.proposals][:3]
    return []


def doubt_of(items: Sequence[Item]) -> Doubt | None:
    """What has to be asked about counts, the number before its platform."""
    told = [item for item in items if item.written]
    if any(not item.is_sure for item in told):
        return Doubt.COUNT
    return Doubt.PLATFORM if any(item.platform is None for item in told) else None


def is_count(text: str) -> bool:
    """Whether a text typed in answer is a count that can be read in one way."""
    reading = read_count(text)
    return reading.interval is not None and not reading.million_meant


def _with_items(line: ChatLine, items: tuple[Item, ...]) -> ChatLine:
    return replace(line, items=items, doubt=doubt_of(items))


def _unsure(line: ChatLine) -> int:
    return next(at for at, item in enumerate(line.items) if item.written and not item.is_sure)


def _without_platform(line: ChatLine) -> int:
    return next(at for at, one in enumerate(line.items) if one.written and one.platform is None)


def _replaced(
    items: tuple[Item, ...],
    at: int,
    *,
    platform: Platform | None = None,
    written: str | None = None,
) -> tuple[Item, ...]:
    old = items[at]
    new = replace(
        old,
        platform=old.platform if platform is None else platform,
        written=old.written if written is None else written,
    )
    return (*items[:at], new, *items[at + 1 :])
