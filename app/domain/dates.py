"""Dates as rosters hold them: real dates, Excel serials and day-first texts in one column."""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february feb pebruari",
            "maret march mar",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agu ags agt aug",
            "september sep sept",
            "oktober october okt oct",
            "november nov nop nopember",
            "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}
_NUMERIC = re.compile(
    r"^(\d{1,2})\s?[-/. ]\s?(\d{1,2})\s?[-/. ]\s?(\d{4}|\d{2})(?:[ T,].*)?$", re.ASCII
)
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T].*)?$", re.ASCII)
_WORDED = re.compile(
    r"^(?:[^\W\d]+,?\s+)?(\d{1,2})[\s.-]+([^\W\d]+)\.?[\s.,'’-]+(\d{4}|\d{2})\b", re.ASCII
)
_MONTH_FIRST = re.compile(
    r"^(?:[^\W\d]+,?\s+)?([^\W\d]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})\b", re.ASCII
)
_ANNOUNCED = re.compile(r"^(?:data\s+)?(?:per|tgl\.?|tanggal|pada)\s+(?=\d)", re.IGNORECASE)

_EXCEL_EPOCH = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 18_264, 73_050
"""1950-01-01 and 2099-12-31; serials below 61 suffer from Excel's wrong leap day and never occur."""


_LONGEST = 60
"""Characters of a text that can still be a date."""

_DATE_IN_TEXT = r"\b[0-9]{1,2}[-/. ](?:[0-9]{1,2}|[^\W\d]{3,9})[-/. ][0-9]{4}\b"
_DATE_AT_END = re.compile(
    rf"[\s,;/(|-]*(?:\bTMT\b\.?\s*:?\s*)?{_DATE_IN_TEXT}\)?\s*$", re.IGNORECASE
)
_ENDS_OF_DATES = (*"0123456789", ")")
_BIRTH = re.compile(rf"\s*[\n/|;(]\s*[^\n/|;(\d]*{_DATE_IN_TEXT}")


def without_date(text: str) -> str:
    """A rank or post without the date behind it ("III/d, 01-04-2020"); a mere date stays."""
    if not text.endswith(_ENDS_OF_DATES):  # hardly any text does: the search is dear
        return text
    return _DATE_AT_END.sub("", text) or text


def without_birth(text: str) -> str:
    """A name without the birth that stands on its next line, or after a stroke or bracket."""
    if text.isascii() and text.replace(" ", "").isalpha():
        return text
    birth = _BIRTH.search(text)
    return text if birth is None else text[: birth.start()]


def month_number(word: str) -> int | None:
    """1 to 12 for the name of a month in lower case ("nov", "oktober"), else None."""
    return _MONTHS.get(word)


def read_date(cell: object) -> date | None:
    """The day in a cell, or None where there is none or no real one; never raises.

    Texts are read day first (7-8-1987 is 7 August); month first only where day first is no date.
    """
    if isinstance(cell, str):
        return _from_short_text(cell) if len(cell) <= _LONGEST else _from_text(cell)
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return _from_serial(cell)
    return None


def _from_serial(value: float) -> date | None:
    if value != value or not _FIRST_SERIAL <= value < _LAST_SERIAL + 1:
        return None
    return _EXCEL_EPOCH + timedelta(days=int(value))


def _from_text(text: str) -> date | None:
    text = text.replace("\u00a0", " ").strip(" '\t\r\n")
    if not text or len(text) > _LONGEST:
        return None
    if text[0].isalpha():
        text = _ANNOUNCED.sub("", text)
    if shape := _ISO.match(text):
        return _day(int(shape[1]), int(shape[2]), int(shape[3]))
    if shape := _NUMERIC.match(text):
        year = _year(shape[3])
        first, second = int(shape[1]), int(shape[2])
        return _day(year, second, first) or _day(year, first, second)
    if shape := _WORDED.match(text):
        month = _MONTHS.get(shape[2].casefold())
        return _day(_year(shape[3]), month, int(shape[1])) if month else None
    if shape := _MONTH_FIRST.match(text):
        month = _MONTHS.get(shape[1].casefold())
        return _day(int(shape[3]), month, int(shape[2])) if month else None
    if text.isascii() and text.isdigit() and len(text) == 5:
        return _from_serial(int(text))
    return None


# A column of days has few different ones.
_from_short_text = lru_cache(maxsize=4_096)(_from_text)


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
