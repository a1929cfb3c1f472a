"""When a civil servant retires: the birth date in the NIP, and the age of the kind of post.

Source: PP 17/2020 and reference/domain.md section 11. Where the post is not told precisely enough
it is a range: a date is never made up.
"""

import re
from dataclasses import dataclass
from datetime import date

from app.domain.person import Person

_YOUNGEST, _HIGH, _OLDEST = 58, 60, 65

_TOP_ECHELON = re.compile(
    r"^\s*(?:eselon\s*)?(?:I|II|1|2)\s*(?:[./\s-]*[A-Da-d])?\s*$", re.IGNORECASE
)
_ECHELON = re.compile(
    r"^\s*(?:eselon\s*)?(?:III|IV|V|3|4|5)\s*(?:[./\s-]*[A-Da-d])?\s*$", re.IGNORECASE
)
_SKILLED = re.compile(r"\b(?:penyelia|mahir|terampil|pemula|pelaksana lanjutan)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Retirement:
    """The first day on which the person no longer serves, and the age; a range where not sure."""

    earliest: date
    latest: date
    youngest: int
    oldest: int

    @property
    def is_sure(self) -> bool:
        """The kind of post is known."""
        return self.earliest == self.latest


def retirement(person: Person) -> Retirement:
    """The first of the month after the birthday of the age of the post."""
    youngest, oldest = ages(person.position, person.job_type, person.echelon)
    born = person.nip.birth_date
    first, last = _month_after(born, youngest), _month_after(born, oldest)
    return Retirement(first, last, youngest, oldest)


def ages(position: str, job_type: str, echelon: str) -> tuple[int, int]:
    """The lowest and the highest age at which this post may end."""
    words = f"{position} {job_type}".casefold()
    teaches = re.search(r"\bguru\b", words) is not None
    if "ahli utama" in words:
        return (_HIGH if teaches else _OLDEST), _OLDEST
    if "ahli madya" in words or teaches:
        return _HIGH, _HIGH
    if _TOP_ECHELON.match(echelon) or "pimpinan tinggi" in words:
        return _HIGH, _HIGH
    if re.search(r"\bdokter\b", words):
        # Doctors of the lower levels: 58 by the general rule, 60 by rules of their own.
        return _YOUNGEST, _HIGH
    if "ahli muda" in words or "ahli pertama" in words or _SKILLED.search(words):
        return _YOUNGEST, _YOUNGEST
    if _ECHELON.match(echelon) or "administrator" in words or "pengawas" in job_type.casefold():
        return _YOUNGEST, _YOUNGEST
    if "pelaksana" in job_type.casefold():
        return _YOUNGEST, _YOUNGEST
    if "struktural" in job_type.casefold():
        return _YOUNGEST, _HIGH
    return _YOUNGEST, _OLDEST


def _month_after(born: date, age: int) -> date:
    year, month = born.year + age, born.month + 1
    return date(year + 1, 1, 1) if month > 12 else date(year, month, 1)
