"""How long an office keeps what: in months, and off until somebody says so."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LONGEST = 240
"""Months; twenty years."""


class Limited(StrEnum):
    """What a limit can be set for."""

    COUNTS = "counts"
    """Counts, looks at accounts and clarifications, by their day."""
    EVIDENCE = "evidence"
    """Pictures, by the day that they prove."""
    HELD = "held"
    """Rows that wait, by the day of their import."""
    LEFT = "left"
    """People who moved or retired, by the last time that anything was written about them."""
    UNDO = "undo"
    """Earlier states of rows, by the day of the action: older steps cannot be undone then."""


@dataclass(frozen=True, slots=True)
class Retention:
    """The limits that are set, in months."""

    months: Mapping[Limited, int]

    def first_kept(self, what: Limited, today: date) -> date | None:
        """The first day that is kept; None where everything is."""
        months = self.months.get(what)
        return None if months is None else months_before(today, months)


def months_before(day: date, months: int) -> date:
    """The same day so many months ago, or the last one of a shorter month."""
    number = day.year * 12 + day.month - 1 - months
    year, month = divmod(number, 12)
    last = date(year + month // 11, (month + 1) % 12 + 1, 1).toordinal() - 1
    return date(year, month + 1, min(day.day, date.fromordinal(last).day))
