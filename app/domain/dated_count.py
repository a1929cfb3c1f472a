"""A count that is typed with a day of its own: "1.234 @ 5 nov"; "@ 5 nov" alone moves a count."""

from dataclasses import dataclass
from datetime import date

from app.domain.typed_day import read_typed_day

_SIGN = "@"


@dataclass(frozen=True, slots=True)
class DatedText:
    """What stands before the sign, and the day behind it; None where no day was typed.

    `moves`: a day stands there alone, so that it is meant for the count that is known.
    """

    written: str
    day: date | None = None

    @property
    def moves(self) -> bool:
        """Only the day is new."""
        return self.day is not None and not self.written


def split_day(text: str, today: date) -> DatedText:
    """Takes the day off a typed count; without one, or with one to come, the text stays whole."""
    before, sign, behind = text.rpartition(_SIGN)
    day = read_typed_day(behind, today) if sign else None
    if day is None or day > today:
        return DatedText(text)
    return DatedText(before.strip(), day)
