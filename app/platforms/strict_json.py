"""Reads an answer as JSON, and refuses what two readers could understand differently."""

import json
from collections.abc import Mapping, Sequence
from typing import NoReturn

from app.domain.count import HIGHEST, Interval


class NotStrict(Exception):
    """It is no JSON, is cut short, or says the same name twice."""


def read_json(body: bytes | str) -> object:
    """The value in `body`.

    Raises:
        NotStrict: not UTF-8, not JSON, NaN, a doubled name, or nested without end.
    """
    try:
        text = body if isinstance(body, str) else body.decode()
        found: object = json.loads(text, parse_constant=_refuse, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        # Not chained: the message of the library quotes what stood there.
        raise NotStrict from None
    return found


def part(value: object, *names: str) -> object:
    """What stands under these names, one inside the other; None where any of them is missing."""
    for name in names:
        if not isinstance(value, dict):
            return None
        value = value.get(name)
    return value


def rows(value: object) -> Sequence[Mapping[str, object]]:
    """The objects of a list; anything else in it, or no list at all, is left out."""
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def text_in(value: object, *names: str) -> str:
    """The text under these names; empty where there is none."""
    found = part(value, *names)
    return found if isinstance(found, str) else ""


def number_in(value: object, *names: str) -> int | None:
    """The whole number under these names; a truth value is none."""
    found = part(value, *names)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def count_in(value: object, *names: str) -> Interval | None:
    """The count under these names: a whole number that somebody can have as followers."""
    return count_of(part(value, *names))


def count_of(value: object) -> Interval | None:
    """The value as a count: a whole number that somebody can have as followers, no truth value."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= HIGHEST:
        return None
    return Interval.of(value)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _once(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found
