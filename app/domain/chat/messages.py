"""Parts a pasted text into messages: who sent them, on which day, and their lines.

Forms of the prefixes: exports of Android ("12/11/26 09.12 - Bu Ani: ..."), of iOS
("[12/11/26 09.12.33] Bu Ani: ..."), copies from a phone ("[12/11 09.12] ...") and from WhatsApp
Web ("[09.12, 12/11/2026] ..."); days first or months first, 24 hours or AM and PM.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

_LONGEST = 400_000
"""Characters of one paste; a year of a busy group has fewer."""

_BARE_DAY = r"[0-9]{1,4}[/.\-][0-9]{1,2}(?:[/.\-][0-9]{2,4})?"
_DAY = rf"(?P<{{0}}>{_BARE_DAY.replace('{', '{{').replace('}', '}}')})"
_TIME = r"[0-9]{1,2}[.:][0-9]{2}(?:[.:][0-9]{2})?(?:\s?[AaPp]\.?\s?[Mm]\.?)?"
_PREFIX = re.compile(
    rf"""^[\s\u200e\u200f\u202a-\u202e]*(?:
    \[\s*{_DAY.format("ios")},?\s+(?:pukul\s+)?{_TIME}\s*\]\s*(?:-\s*)?
    |\[\s*{_TIME},?\s+{_DAY.format("web")}\s*\]\s*
    |{_DAY.format("android")},?\s+(?:pukul\s+)?{_TIME}\s+[-–]\s+
    )""",
    re.VERBOSE,
)
_BEGINS = re.compile(
    rf"(?<=\S)\s+(?=\[\s*(?:{_BARE_DAY},?\s+{_TIME}|{_TIME},?\s+{_BARE_DAY})\s*\]"
    rf"|{_BARE_DAY},?\s+{_TIME}\s+[-–]\s+)"
)
"""Where another message begins inside a line: its line end was lost on the way."""

_SENDER = re.compile(r"\s*[~\u200e]*\s*(?P<sender>[^:\n]{1,60}?)\s*:(?:\s+|$)")
_AM_PM = re.compile(r"^.{0,40}?[0-9]\s?[AaPp]\.?\s?[Mm]\b")
_EDITED = re.compile(
    r"\s*<\s*(?:this message was edited|(?:pesan\s+(?:ini\s+)?)?diedit)\s*>\s*$", re.I
)


@dataclass(frozen=True, slots=True)
class Message:
    """One message; a text without any prefix is one message of nobody. `notice`: no sender."""

    sender: str
    day: date | None
    lines: tuple[str, ...]
    notice: bool = False


def messages_of(text: str, today: date) -> list[Message]:
    """The messages of a paste in their order; a day after `today` is not believed."""
    lines = text[:_LONGEST].replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    split = list(_split(_BEGINS.sub("\n", lines).split("\n")))
    month_first = _is_month_first([day for _, day, _ in split if day], lines, today)
    found = []
    for prefixed, written, body in split:
        sender, first = "", body[0]
        if prefixed:
            shape = _SENDER.match(first)
            if shape is not None:
                sender, first = shape["sender"].strip(), first[shape.end() :]
        whole = (_EDITED.sub("", first), *body[1:])
        day = _day_of(written, today, month_first=month_first) if written else None
        found.append(Message(sender, day, whole, notice=prefixed and not sender))
    return found


def _split(lines: Sequence[str]) -> Iterator[tuple[bool, str, list[str]]]:
    """(has a prefix, its day as written, the lines)."""
    current: tuple[bool, str, list[str]] = (False, "", [])
    for one in lines:
        shape = _PREFIX.match(one)
        if shape is None:
            current[2].append(one)
            continue
        if current[2]:
            yield current
        day = shape["ios"] or shape["web"] or shape["android"]
        current = (True, day, [one[shape.end() :]])
    if current[2]:
        yield current


def _is_month_first(days: Sequence[str], text: str, today: date) -> bool:
    """What the whole paste says about its dates; Indonesian phones write the day first."""
    parts = [[int(part) for part in re.split(r"[/.\-]", day)] for day in days]
    pairs = [(part[0], part[1]) for part in parts if part[0] <= 31]
    if any(first > 12 for first, _ in pairs):
        return False
    if any(second > 12 for _, second in pairs):
        return True
    if any(_day_of(day, today, month_first=False) is None for day in days):
        return all(_day_of(day, today, month_first=True) is not None for day in days)
    american = sum(1 for one in text.split("\n")[:50] if _PREFIX.match(one) and _AM_PM.match(one))
    return bool(pairs) and american > 0


def _day_of(written: str, today: date, *, month_first: bool) -> date | None:
    parts = [int(part) for part in re.split(r"[/.\-]", written)]
    if parts[0] > 31:
        year, month, day = parts if len(parts) == 3 else (0, 0, 0)
    else:
        day, month = (parts[1], parts[0]) if month_first else (parts[0], parts[1])
        year = parts[2] if len(parts) == 3 else today.year
        year += 2000 if year < 100 else 0
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    if len(parts) == 2 and found > today:
        found = _a_year_before(found)
    return found if found <= today else None


def _a_year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)
