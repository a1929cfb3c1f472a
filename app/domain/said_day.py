"""The day that a title or the name of a sheet speaks of: "Rekap Oktober 2026", "per 15 Okt 2026".

It is proposed to a person, never taken: a letterhead may have the date of a decree.
"""

import calendar
import re
from collections.abc import Iterable
from datetime import date, timedelta

from app.domain.dates import month_number, read_date

_DAY = re.compile(r"(?<!\d)\d{1,2}[-/. ]{1,2}(?:\d{1,2}|[^\W\d]{3,9})[-/. ]{1,2}20\d\d(?!\d)")
_MONTH = re.compile(r"(?<![^\W_])([^\W\d_]{3,9})[\s.,'’_-]{0,3}(20\d\d)(?!\d)")
_ALONE = re.compile(r"[^\W\d_]{3,9}")
_OLDEST = timedelta(days=400)
"""What is said of a day longer ago is hardly about followers of today."""


def said_day(name: str, titles: Iterable[str], today: date) -> tuple[date, str] | None:
    """The day and the words that say it; None where nothing does.

    Args:
        name: of the sheet; a month without its year counts there alone.
        titles: what stands above the list.
        today: a month that is not over yet ends today.
    """
    for text in (name, *titles):
        found = _day_in(text, today)
        if found is not None:
            return found
    day = _month_alone(name, today)
    return None if day is None else (day, name.strip())


def _day_in(text: str, today: date) -> tuple[date, str] | None:
    whole = _DAY.search(text)
    if whole is not None:
        day = _recent(read_date(whole[0]), today)
        return None if day is None else (day, whole[0])
    for found in _MONTH.finditer(text):
        month = month_number(found[1].lower())
        day = None if month is None else _end_of(month, int(found[2]), today)
        if day is not None:
            return day, found[0]
    return None


def _month_alone(name: str, today: date) -> date | None:
    words = [month_number(word.lower()) for word in _ALONE.findall(name)]
    months = [month for month in words if month is not None]
    if len(months) != 1 or any(letter.isdigit() for letter in name):
        return None
    year = today.year if months[0] <= today.month else today.year - 1
    return _end_of(months[0], year, today)


def _end_of(month: int, year: int, today: date) -> date | None:
    """Its last day, or today in the month that is not over yet."""
    if (year, month) > (today.year, today.month):
        return None
    last = date(year, month, calendar.monthrange(year, month)[1])
    return _recent(min(last, today), today)


def _recent(day: date | None, today: date) -> date | None:
    return day if day is not None and today - _OLDEST <= day <= today else None
