"""Which backups stay: by the order in which they were made, so that a wrong clock does no harm."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.backup import Reason

DAYS, WEEKS, MONTHS = 7, 4, 12
RECENT = 5
"""The last ones always stay: three imports in an hour must not push each other out."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """One backup on a shelf. `number` orders it; the day is what the clock said."""

    name: str
    number: int
    day: date
    reason: Reason


def expendable(shelved: Iterable[Shelved], newest_good: str | None) -> list[Shelved]:
    """Those that may go: neither the last of their day, week or month, nor protected.

    Protected are the newest one that is proven whole (`newest_good`), the last few, and the last
    one made for each reason: it is the way back from that one step. Days, weeks and months are
    those that backups were made in, counted from the newest backup, never from today: an office
    that was closed for a year loses nothing, and neither does one whose clock runs wrong.

    Without a good one nothing goes.
    """
    ordered = sorted(shelved, key=lambda one: (one.number, one.name), reverse=True)
    if newest_good is None:
        return []
    kept = {one.name for one in ordered[:RECENT]} | {newest_good}
    kept |= _last_of_each(ordered, lambda one: one.reason, len(Reason))
    kept |= _last_of_each(ordered, lambda one: one.day, DAYS)
    kept |= _last_of_each(ordered, lambda one: one.day.isocalendar()[:2], WEEKS)
    kept |= _last_of_each(ordered, lambda one: (one.day.year, one.day.month), MONTHS)
    return [one for one in ordered if one.name not in kept]


def _last_of_each(
    ordered: Sequence[Shelved], span: Callable[[Shelved], Hashable], most: int
) -> set[str]:
    found: dict[Hashable, str] = {}
    for one in ordered:
        if len(found) == most:
            break
        found.setdefault(span(one), one.name)
    return set(found.values())
