"""Months, quarters and semesters: the spans of the calendar that an office closes."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class PeriodKind(StrEnum):
    """How long a period is."""

    MONTH = "month"
    QUARTER = "quarter"
    SEMESTER = "semester"

    @property
    def months(self) -> int:
        """How many whole months."""
        return _MONTHS[self]


_MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.SEMESTER: 6}


@dataclass(frozen=True, slots=True)
class Period:
    """One span; `first` is its first day, and there is only one such span around any day."""

    kind: PeriodKind
    first: date

    def __post_init__(self) -> None:
        if self.first.day != 1 or (self.first.month - 1) % self.kind.months:
            raise ValueError("no period of this kind begins on this day")

    @classmethod
    def around(cls, kind: PeriodKind, day: date) -> "Period":
        """The period of this kind that has this day."""
        month = day.month - (day.month - 1) % kind.months
        return cls(kind, date(day.year, month, 1))

    @property
    def last(self) -> date:
        """Its last day."""
        month = self.first.month + self.kind.months - 1
        # The day before the first of the following month; no year after the last one is asked for.
        if month == 12:
            return date(self.first.year, 12, 31)
        return date(self.first.year, month + 1, 1) - timedelta(days=1)

    @property
    def number(self) -> int:
        """Which one of its year: 1 to 12, 1 to 4, 1 or 2."""
        return (self.first.month - 1) // self.kind.months + 1

    @property
    def before(self) -> "Period":
        """The one of the same kind that ends the day before this one begins."""
        return Period.around(self.kind, self.first - timedelta(days=1))

    def day_of_closing(self, today: date) -> date:
        """The day on which everyone is judged: the last one, or today while it still runs."""
        return min(self.last, today)

    def has_begun(self, today: date) -> bool:
        """Whether there is anything to close yet."""
        return self.first <= today
