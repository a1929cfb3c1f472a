"""Everything that was ever recorded of a person: each entry with its source and its author."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.activity import Activity
from app.domain.person import Consent, Count, Source
from app.domain.platform import Platform


class Standing(StrEnum):
    """Whether an entry of a history still holds."""

    HOLDS = "holds"
    CORRECTED = "corrected"
    """Another entry of the same day came after it."""
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an imported entry stands; `row` is 1-based, as in the sheet."""

    file: str
    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class CountEntry:
    """One count of the history; `origin` None where it came out of no workbook."""

    platform: Platform
    count: Count
    standing: Standing
    recorded_at: datetime
    by: str
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """One look at whether an account is in use."""

    platform: Platform
    activity: Activity
    source: Source
    recorded_at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class ConsentEntry:
    """What a person said; `on` None where nobody noted the day."""

    consent: Consent
    on: date | None
    recorded_at: datetime
    by: str


def standings(entries: Sequence[tuple[date, bool]]) -> list[Standing]:
    """How entries of one account stand, in the order in which they were recorded.

    Args:
        entries: of each the day, and whether it was taken out of use.
    """
    last = {day: place for place, (day, retracted) in enumerate(entries) if not retracted}
    return [
        Standing.CORRECTED
        if last.get(day, -1) > place
        else Standing.TAKEN_BACK
        if retracted
        else Standing.HOLDS
        for place, (day, retracted) in enumerate(entries)
    ]


def daily(counts: Iterable[Count]) -> list[Count]:
    """One count a day, oldest first; of two on one day the later recorded one holds."""
    by_day = {one.observed_on: one for one in sorted(counts, key=lambda one: one.id)}
    return [by_day[day] for day in sorted(by_day)]
