"""The day that is written behind a count or an account: "1.200 (12/10/2026)", "600 per 1 Nov 2026"."""

import re
from datetime import date

from app.domain.dates import read_date

_MONTH = r"[a-z]{3,9}\.?"
DAY = (
    r"(?:[0-9]{1,2}[/.\-][0-9]{1,2}[/.\-]20[0-9]{2}|20[0-9]{2}-[0-9]{2}-[0-9]{2}"
    rf"|[0-9]{{1,2}}[\x20\-]{_MONTH}[\x20\-]20[0-9]{{2}})(?![0-9])"
)
"""A day that cannot be a count: with its year in four digits."""

_BEHIND = re.compile(
    rf"(?:\s*[(\[,;]|\s+[-–/]|\s)\s*(?:(?:per|tgl\.?|tanggal|pada|posisi|data|update)\s*:?\s*)*"
    rf"(?P<day>{DAY})\s*[)\]]*\s*$",
    re.IGNORECASE,
)


def split_counted_on(text: str) -> tuple[str, date | None]:
    """The text without the day at its end, and that day; None where no real one stands there."""
    if "20" not in text:  # nearly always: the search is dear
        return text, None
    found = _BEHIND.search(text)
    day = read_date(found["day"]) if found is not None and found.start() else None
    if found is None or day is None:
        return text, None
    rest = text[: found.start()]
    # Of "@nama (1.200, per 1-11-2026)" the bracket is closed behind the day.
    return (f"{rest})" if rest.count("(") > rest.count(")") else rest), day
