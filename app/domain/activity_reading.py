"""Reads what people write of an account's use: a day of the last post, or yes and no."""

import re
from dataclasses import dataclass
from datetime import date

from app.domain.activity import Activity
from app.domain.dates import read_date
from app.domain.typed_day import read_typed_day

_EMPTY = frozenset({"", "-", "–", "—", "?", "null", "nan", "none"})
_YES = frozenset("aktif ya iya y yes active v ✓ √ ada masih".split()) | {"masih aktif", "ya aktif"}
_NO = frozenset("tidak tdk tak n no pasif inactive nonaktif vakum mati".split()) | {
    "sudah lama tidak",
    "not active",
    "kurang aktif",
}
_NOT_ACTIVE = re.compile(
    r"^(?:sudah\s)?(?:tidak|tdk|tak|non|belum|gak|nggak)[\s-]*aktif(?:\slagi)?$"
)
_LEAD = re.compile(
    r"^(?:posting(?:an)?|post|aktif)?\s*(?:terakhir|terahir|last)?\s*(?:tgl\.?|tanggal|per)?\s*:?\s+"
    r"(?=\d)"
)


@dataclass(frozen=True, slots=True)
class ActivityReading:
    """What a cell says; neither `activity` nor `is_empty`: something that nobody can read."""

    written: str
    activity: Activity | None = None
    is_empty: bool = False


def read_activity(cell: object, checked_on: date) -> ActivityReading:
    """The activity that was seen on `checked_on`; a day after it is none. Never raises."""
    written = "" if cell is None else " ".join(str(cell).split())
    text = written.casefold().rstrip(".")
    if text in _EMPTY:
        return ActivityReading(written, is_empty=True)
    if isinstance(cell, bool):
        return ActivityReading(written, Activity(checked_on, active=cell))
    if text in _YES:
        return ActivityReading(written, Activity(checked_on, active=True))
    if text in _NO or _NOT_ACTIVE.match(text):
        return ActivityReading(written, Activity(checked_on, active=False))
    if isinstance(cell, str):
        day = read_typed_day(_LEAD.sub("", text), checked_on)
    else:
        day = read_date(cell)
    if day is None or day > checked_on:
        return ActivityReading(written)
    return ActivityReading(written, Activity(checked_on, last_post=day))
