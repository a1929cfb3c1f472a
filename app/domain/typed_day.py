"""Days as people type them by hand: with or without the year, or as today and yesterday."""

import re
from datetime import date, timedelta

from app.domain.dates import month_number, read_date

_TODAY = frozenset({"hari ini", "hr ini", "today", "skrg", "sekarang"})
_YESTERDAY = frozenset({"kemarin", "kmrn", "yesterday"})
_DAY_AND_MONTH = re.compile(r"^(\d{1,2})\s*[-/. ]?\s*(\d{1,2}|[^\W\d_]{3,9})\.?$", re.ASCII)
_DAY_SEPARATED = re.compile(r"^\d{1,2}\s*[-/. ]\s*\d{1,2}$", re.ASCII)
_LONGEST = 60
_LEAP_CYCLE = 8
"""Years between two 29 February at most."""


def read_typed_day(text: str, today: date) -> date | None:
    """The day that is meant; without a year the newest one up to `today`. Never raises.

    Returns:
        None for what is no day.
    """
    text = " ".join(text.split()).casefold()
    if not text or len(text) > _LONGEST:
        return None
    if text in _TODAY:
        return today
    if text in _YESTERDAY:
        return today - timedelta(days=1)
    shape = _DAY_AND_MONTH.match(text)
    if shape is None:
        return read_date(text)
    if shape[2].isdigit() and not _DAY_SEPARATED.match(text):
        return None  # "1234" is a number, no day
    month = int(shape[2]) if shape[2].isdigit() else month_number(shape[2])
    return _newest(int(shape[1]), month, today) if month else None


def _newest(day: int, month: int, today: date) -> date | None:
    for years in range(_LEAP_CYCLE + 1):
        try:
            found = date(today.year - years, month, day)
        except ValueError:
            continue
        if found <= today:
            return found
    return None
