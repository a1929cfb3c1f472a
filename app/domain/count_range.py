"""Counts given as a range, as the answers to choose from in a form: "500 - 1.000", "1rb-5rb"."""

import re

from app.domain.whole_number import whole_number

_END = r"([0-9][0-9.,]*)\s?(rb|ribu|k|jt|juta)?"
_WORD = r"(?:\s?(?:pengikut|foll?ow?wers?|orang|org|teman|friends?|subscribers?))?"
_UNTIL = r"(?:-|–|—|~|s\s?/\s?d|s\.d\.?|sd|sampai(?:\sdengan)?|hingga|to)"
_RANGE = re.compile(rf"^{_END}\s?{_UNTIL}\s?{_END}{_WORD}$", re.IGNORECASE)
_BETWEEN = re.compile(
    rf"^(?:antara|kisaran|between)\s{_END}\s?(?:{_UNTIL}|dan|&|and)\s?{_END}{_WORD}$", re.IGNORECASE
)
_SHORT = re.compile(r"([0-9]{1,6})(?:[.,]([0-9]{1,2}))?")
_UNITS = {"rb": 1_000, "ribu": 1_000, "k": 1_000, "jt": 1_000_000, "juta": 1_000_000}

_LEAST_HIGH = 100
"""Below it a range is a day and a month, a mark, an age."""
_WIDEST = 100
"""The high end over the low one: of a telephone number the parts lie further apart."""
_DAYS_AND_MONTHS, _YEARS = range(1, 32), range(1900, 2101)


def range_of(text: str) -> tuple[int, int] | None:
    """The two ends, the lower first; None where the text is no range of counts."""
    shape = _RANGE.match(text) or _BETWEEN.match(text)
    if shape is None:
        return None
    low_text, low_unit, high_text, high_unit = (part or "" for part in shape.groups())
    high = _end(high_text, high_unit)
    if high is None:
        return None
    low = _end(low_text, low_unit)
    shared = _end(low_text, high_unit) if not low_unit else None
    if shared is not None and shared <= high:  # of "1-5 ribu" both ends are thousands
        low = shared
    if low is None or not _may_be_counts(low, high):
        return None
    return low, high


def _may_be_counts(low: int, high: int) -> bool:
    if not low < high or high < _LEAST_HIGH:
        return False
    if low in _DAYS_AND_MONTHS and high in _YEARS:  # "11-2019"
        return False
    return low <= 1 or high <= _WIDEST * low


def _end(text: str, unit: str) -> int | None:
    if not unit:
        return whole_number(text)
    shape = _SHORT.fullmatch(text)
    if shape is None:
        return None
    decimals = shape[2] or ""
    return int(shape[1] + decimals) * _UNITS[unit.casefold()] // (1, 10, 100)[len(decimals)]
