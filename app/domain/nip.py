"""The number of a civil servant: its structure, and how far a cell can be believed.

Source: reference/domain.md sections 1 and 2 (Perka BKN 22/2007 and 43/2007; measured rosters).
"""

import math
import re
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from functools import lru_cache

from app.domain.absence import is_blank
from app.domain.nik import holds_nik


class EmployeeKind(StrEnum):
    """What the number itself says; it cannot tell PPPK from PPPK paruh waktu."""

    PNS = "pns"
    PPPK = "pppk"


class Generations(Enum):
    """The two official ways to draw the borders between generations."""

    BPS = ((1946, "boomer"), (1965, "x"), (1981, "y"), (1997, "z"), (2013, "alpha"))
    BKN = ((1946, "boomer"), (1965, "x"), (1977, "y"), (1995, "z"), (2011, "alpha"))

    def of(self, birth_year: int) -> str:
        """Key of the generation; "pre_boomer" before the first border."""
        found = "pre_boomer"
        for first_year, key in self.value:
            if birth_year >= first_year:
                found = key
        return found


@dataclass(frozen=True, slots=True)
class Nip:
    """Eighteen digits with a real birth date first and a serial other than 000."""

    digits: str

    def __post_init__(self) -> None:
        flaw = _flaw_of_18(self.digits)
        if flaw is not None:
            raise ValueError(flaw.value)

    @property
    def birth_date(self) -> date:
        """Digits 1 to 8."""
        return date(int(self.digits[:4]), int(self.digits[4:6]), int(self.digits[6:8]))

    @property
    def kind(self) -> EmployeeKind:
        """PPPK where digits 13-14 are 21..29 (no month is), PNS otherwise."""
        return EmployeeKind.PPPK if self.digits[12] == "2" else EmployeeKind.PNS

    @property
    def grouped(self) -> str:
        """As printed: 19850101 201001 1 901 (PPPK: 19900913 202521 2 903)."""
        return grouped_digits(self.digits)

    @property
    def masked(self) -> str:
        """1985****0901: the year and the last four digits."""
        return f"{self.digits[:4]}****{self.digits[-4:]}"

    @property
    def label(self) -> str:
        """What stands before it on paper."""
        return "NI PPPK." if self.kind is EmployeeKind.PPPK else "NIP."

    def doubts(self, this_year: int) -> tuple["NipDoubt", ...]:
        """Oddities that never hold a row. `this_year` bounds the year of appointment."""
        found = []
        appointed = int(self.digits[8:12])
        month = int(self.digits[12:14])
        if self.digits[14] not in "12":
            found.append(NipDoubt.SEX_DIGIT)
        if not 1960 <= appointed <= this_year + 1:
            found.append(NipDoubt.APPOINTMENT_YEAR)
        if not (1 <= month <= 12 or 21 <= month <= 29):
            found.append(NipDoubt.APPOINTMENT_MONTH)
        if not 16 <= appointed - int(self.digits[:4]) <= 60:
            found.append(NipDoubt.APPOINTMENT_AGE)
        return tuple(found)


def grouped_digits(d: str) -> str:
    """Eighteen digits as printed."""
    return f"{d[:8]} {d[8:14]} {d[14:15]} {d[15:]}"


class NipDoubt(StrEnum):
    """A warning: the row is kept and shown."""

    SEX_DIGIT = "sex_digit"
    APPOINTMENT_YEAR = "appointment_year"
    APPOINTMENT_MONTH = "appointment_month"
    APPOINTMENT_AGE = "appointment_age"


class NipFlaw(StrEnum):
    """Why a cell gives no number that can be believed: each holds its row."""

    EMPTY = "empty"
    NUMERIC = "numeric"
    """A number cell of 16 or more digits: Excel keeps 15, other writers round."""
    ROUNDED_TEXT = "rounded_text"
    """Text that went through a number: ends in serial 000, 1,98501E+17, ...904.0."""
    NIK = "nik"
    OLD_NIP = "old_nip"
    LENGTH = "length"
    BIRTH_DATE = "birth_date"
    LETTERS = "letters"
    SEVERAL = "several"
    """Two different 18-digit numbers stand in one cell."""
    SWAPPED = "swapped"
    """The name stands here, and the number where the name should."""
    NOT_A_NIP = "not_a_nip"


DIGITS_LOST = frozenset({NipFlaw.NUMERIC, NipFlaw.ROUNDED_TEXT})
"""Flaws for which the first 15 digits may still point to a known person."""


@dataclass(frozen=True, slots=True)
class NipReading:
    """What one cell says. Exactly one of `nip` and `flaw` is set.

    `written` is the cell as text, but empty for a NIK, which must not be kept.
    `first15` is set where only the last three digits are lost.
    """

    nip: Nip | None
    flaw: NipFlaw | None
    written: str
    first15: str | None = None


_PLAIN = re.compile(r"[0-9]{18}")
_PREFIXED = re.compile(r"[A-Za-z]{1,3}[0-9]{18}")
_LABEL = re.compile(r"^\s*(?:NIP\s*BARU|NIP+K?|NI\s*P+K|N\.?I\.?P\.?)\s*[.:]*\s*", re.IGNORECASE)
_BETWEEN = r"[\s.\-_/\u2010-\u2015]*"
_GROUPED = re.compile(
    _BETWEEN.join(("(?<![0-9])[0-9]{8}", "[0-9]{6}", "[0-9]", "[0-9]{3}(?![0-9])"))
)
_SCIENTIFIC = re.compile(r"[0-9](?:[.,][0-9]+)?[eE]\+?[0-9]{1,3}")
_FLOAT_TEXT = re.compile(r"[0-9]{15,}[.,]0+")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_SEPARATORS = re.compile(r"[\s.\-_\u2010-\u2015]+")
_LEFT_BY_EXCEL = 15
LIKE_DIGITS = str.maketrans(
    dict.fromkeys("OoQD", "0") | dict.fromkeys("Iil|", "1") | dict.fromkeys("Zz", "2")
    | {"S": "5", "s": "5", "B": "8"}
)  # fmt: skip
"""Letters that are typed, or read from paper, where a digit is meant."""


def is_plain_nip(cell: object) -> bool:
    """Whether a cell is text of eighteen digits that are a number: `read_nip` gives just these."""
    # Written out: every row of a roster comes here, and nearly every one is plain.
    return (
        isinstance(cell, str)
        and len(cell) == 18
        and cell.isascii()
        and cell.isdigit()
        and cell[15:] != "000"
        and _is_date(cell[:8])
    )


def read_nip(cell: object) -> NipReading:
    """Reads one cell of any type. Never completes and never invents a digit; never raises."""
    if isinstance(cell, str):
        if _PLAIN.fullmatch(cell):
            return _judge_18(cell, cell)
        return _without_nik(_read_text(cell))
    if cell is None:
        return NipReading(None, NipFlaw.EMPTY, "")
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return NipReading(None, NipFlaw.NOT_A_NIP, str(cell))
    return _read_number(cell)


def changed_places(flaw: NipFlaw | None, name: str) -> bool:
    """Whether a number stands where the name should, beside a number that is none."""
    if flaw is not NipFlaw.NOT_A_NIP or sum(ch in "0123456789" for ch in name) < _LEFT_BY_EXCEL:
        return False
    return read_nip(name).flaw not in (NipFlaw.NOT_A_NIP, NipFlaw.EMPTY)


def _without_nik(reading: NipReading) -> NipReading:
    """A NIK among what a flawed cell says must not be kept with it."""
    if reading.flaw is None or not holds_nik(reading.written):
        return reading
    if reading.flaw is NipFlaw.LETTERS and _meant_as_nip(reading.written):
        return reading  # sixteen digits behind an O that is the 0 of "20"
    return NipReading(None, NipFlaw.NIK, "")


def _meant_as_nip(written: str) -> bool:
    meant = _SEPARATORS.sub("", written).translate(LIKE_DIGITS)
    return _flaw_of_18(meant) is None


def _read_number(value: float) -> NipReading:
    if not 0 <= value < math.inf or value % 1:  # a NaN is in no order
        return NipReading(None, NipFlaw.NOT_A_NIP, str(value))
    digits = f"{int(value)}"
    if value in (0, 1):
        return NipReading(None, NipFlaw.EMPTY, "")
    if len(digits) == 16:
        return NipReading(None, NipFlaw.NIK, "")
    if len(digits) >= 17:
        first15 = _first15(int(value)) if len(digits) == 18 else None
        return NipReading(None, NipFlaw.NUMERIC, digits, first15)
    return NipReading(None, NipFlaw.OLD_NIP if len(digits) == 9 else NipFlaw.LENGTH, digits)


def _read_text(cell: str) -> NipReading:
    written = cell.translate(_INVISIBLE).replace("\u00a0", " ").strip()
    text = _LABEL.sub("", written.lstrip("'’`").strip()).strip(" \t\r\n.:;,'’`")
    if is_blank(text) or text in ("0", "1"):
        return NipReading(None, NipFlaw.EMPTY, "")
    if _SCIENTIFIC.fullmatch(text) or _FLOAT_TEXT.fullmatch(text):
        return NipReading(None, NipFlaw.ROUNDED_TEXT, written, _first15_of_text(text))
    found = {_SEPARATORS.sub("", m).replace("/", "") for m in _GROUPED.findall(text)}
    if len(found) > 1:
        return NipReading(None, NipFlaw.SEVERAL, written)
    if found:
        return _judge_18(found.pop(), written)
    joined = _SEPARATORS.sub("", text)
    if not (joined.isascii() and joined.isdigit()):
        return _judge_mixed(joined, written)
    if len(joined) == 18:
        return _judge_18(joined, written)
    if len(joined) == 16:
        return NipReading(None, NipFlaw.NIK, "")
    return NipReading(None, NipFlaw.OLD_NIP if len(joined) == 9 else NipFlaw.LENGTH, written)


def _first15_of_text(text: str) -> str | None:
    head = re.split("[.,]", text)[0]
    return _first15(int(head)) if len(head) == 18 else None


def _first15(value: int) -> str:
    """The digits that can still be right.

    Excel typed ...000, but the double of it may lie up to 16 below the thousand; other writers
    round to the nearest double, which leaves the thousand alone but for a few serials.
    """
    return str((value + 16) // 1000)


def _judge_mixed(joined: str, written: str) -> NipReading:
    """Letters among digits: a prefix letter before 18 digits is a known workaround, the rest not."""
    if _PREFIXED.fullmatch(joined):
        return _judge_18(joined[-18:], written)
    meant = joined.translate(LIKE_DIGITS)
    meant_size = len(meant) if meant.isascii() and meant.isdigit() else 0
    if meant_size == 16:
        return NipReading(None, NipFlaw.NIK, "")
    digits = sum(ch in "0123456789" for ch in joined)
    if digits >= 9 or meant_size >= 17:
        return NipReading(None, NipFlaw.LETTERS, written)
    return NipReading(None, NipFlaw.NOT_A_NIP, written)


def _judge_18(digits: str, written: str) -> NipReading:
    try:
        return NipReading(Nip(digits), None, written)
    except ValueError as error:
        flaw = NipFlaw(str(error))
    first15 = digits[:15] if flaw is NipFlaw.ROUNDED_TEXT else None
    return NipReading(None, flaw, written, first15)


def _flaw_of_18(digits: str) -> NipFlaw | None:
    if len(digits) != 18 or not (digits.isascii() and digits.isdigit()):
        return NipFlaw.LENGTH
    if not _is_date(digits[:8]):
        return NipFlaw.BIRTH_DATE
    return NipFlaw.ROUNDED_TEXT if digits.endswith("000") else None


_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


# The colleagues of an office share 15,000 birthdays.
@lru_cache(maxsize=20_000)
def _is_date(digits: str) -> bool:
    """A real calendar date from 1900 on (cheaper than building and catching)."""
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    if not (1900 <= year <= 2100 and 1 <= month <= 12 and day >= 1):
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return day <= (29 if month == 2 and leap else _DAYS[month - 1])
