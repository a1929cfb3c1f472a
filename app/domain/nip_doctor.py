"""Damaged NIPs and the people they may belong to: known people only, never an invented serial.

Source: reference/domain.md section 2 (measured: the first 15 digits together with the name were
unique for everyone; neither is alone).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import combinations

from app.domain.name import fold_name
from app.domain.names_agree import names_agree
from app.domain.nip import DIGITS_LOST, LIKE_DIGITS, NipFlaw, read_nip


class Ground(StrEnum):
    """What points from a damaged number to a person."""

    FILE_DIGITS = "file_digits"
    """All 18 digits stand in the file itself, beside a display that lost them."""
    LOST_END = "lost_end"
    """The digits that were not lost, within what rounding can do."""
    BIRTH_AND_NAME = "birth_and_name"
    """Year and month of birth, of which no digit was lost, and the whole name."""
    MISTYPED = "mistyped"
    """One or two digits more, less or other; two neighbours exchanged; a letter for a digit."""
    ONE_OF_SEVERAL = "one_of_several"
    """One of the numbers that stand in the cell."""
    SWAPPED = "swapped"
    """The number stands where the name should, and the name where the number should."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A number that may be meant.

    Attributes:
        nip: 18 digits: of a known person, or as they stand in the file; never completed.
        name: Of the known person; empty where nobody is known.
        ground: Why it is proposed.
        same_name: The row's name agrees with the known one.
    """

    nip: str
    name: str
    ground: Ground
    same_name: bool


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is proposed for one row, the likeliest first.

    `safe`: there is one proposal, and it may be accepted together with all of its kind.
    """

    proposals: tuple[Proposal, ...]
    safe: bool


_NOTHING = Diagnosis((), False)
_NEAR = 100
"""Rounding to a double moves a NIP by at most 16, to 16 digits by at most 50."""

_WIDEST = 10_000
"""More numbers than the last four digits can make say nothing about a person."""

_A_MONTH = 3 * 10**12
"""Numbers of people who were born within about a month."""

_MOST = 5
_DIGITS = "0123456789"
_DECIMAL = re.compile(r"([0-9])(?:[.,]([0-9]+))?[eE]\+?0*17")
_WHOLE = re.compile(r"([0-9]{17,18})(?:[.,]0+)?")
_NUMBERS = re.compile(r"(?<![0-9])[0-9]{18}(?![0-9])")
_FEW_FIGURES = re.compile(r"([0-9]{6,14}?)(0{4,12})")
_PREFIX = re.compile(r"^(?:NIP|NI)[A-Z:]*|^[A-Z]{1,3}(?=[0-9]{17})", re.IGNORECASE)


class NipDoctor:
    """Knows the people; `known` has their names by NIP (18 digits)."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = known
        self._sorted = sorted(known)

    def examine(self, flaw: NipFlaw, written: str, name: str, in_file: str = "") -> Diagnosis:
        """Whose number a flawed cell may hold.

        Args:
            flaw: As `read_nip` found it.
            written: What the cell says; for a number its digits.
            name: The name in the same row; empty where there is none.
            in_file: All digits of a number cell as the file has them, where it has.
        """
        if flaw in (NipFlaw.SWAPPED, NipFlaw.NOT_A_NIP, NipFlaw.EMPTY):
            return self._swapped(written, name)
        intact = digits_in_file(in_file)
        if intact:
            known = self._known.get(intact, "")
            same = bool(known and name) and names_agree(known, name)
            proposal = Proposal(intact, known, Ground.FILE_DIGITS, same)
            return Diagnosis((proposal,), safe=same or not (known and name))
        found = dict.fromkeys(self._candidates(flaw, written))
        if not found and name and (flaw in DIGITS_LOST or _few_figures(written)):
            return self._by_birth_and_name(written, name)
        return self._judged(found, name)

    def _candidates(self, flaw: NipFlaw, written: str) -> Iterator[tuple[str, Ground]]:
        if flaw in (NipFlaw.NUMERIC, NipFlaw.ROUNDED_TEXT):
            yield from ((nip, Ground.LOST_END) for nip in self._rounded(written))
        elif flaw is NipFlaw.SEVERAL:
            joined = re.sub(r"(?<=[0-9])[ .\-](?=[0-9])", "", written)
            for nip in (*_NUMBERS.findall(joined), *_NUMBERS.findall(written)):
                if nip in self._known:
                    yield nip, Ground.ONE_OF_SEVERAL
        elif flaw in (NipFlaw.LENGTH, NipFlaw.BIRTH_DATE, NipFlaw.LETTERS):
            for nip in _mistyped(written):
                if nip in self._known:
                    yield nip, Ground.MISTYPED

    def _rounded(self, written: str) -> Sequence[str]:
        span = _span_of_cell(written)
        return self._between(*span) if span and span[1] - span[0] <= _WIDEST else ()

    def _by_birth_and_name(self, written: str, name: str) -> Diagnosis:
        """Of 1,98501E+17 only year and month of birth are left: shown, never accepted in bulk.

        The whole name must be one person's alone among all who are known: of 8,000 people a
        dozen share name and month of birth.
        """
        span = _span_of_cell(written)
        nip = self._by_name.get(fold_name(name), "")
        if not nip or span is None or span[1] - span[0] > _A_MONTH:
            return _NOTHING
        if not span[0] <= int(nip) <= span[1]:
            return _NOTHING
        proposal = Proposal(nip, self._known[nip], Ground.BIRTH_AND_NAME, True)
        return Diagnosis((proposal,), safe=False)

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        """The number by the folded name; empty where several bear it."""
        found: dict[str, str] = {}
        for nip, name in self._known.items():
            folded = fold_name(name)
            found[folded] = "" if folded in found else nip
        return found

    def _between(self, low: int, high: int) -> Sequence[str]:
        first, last = (f"{max(end, 0):018}" for end in (low, high))
        return self._sorted[bisect_left(self._sorted, first) : bisect_right(self._sorted, last)]

    def _judged(self, found: Iterable[tuple[str, Ground]], name: str) -> Diagnosis:
        proposals = [
            Proposal(
                nip, self._known[nip], ground, bool(name) and names_agree(self._known[nip], name)
            )
            for nip, ground in found
        ]
        if name:
            # Another name is another person, however near the digits.
            proposals = [one for one in proposals if one.same_name]
            folded = fold_name(name)
            proposals.sort(key=lambda one: fold_name(one.name) != folded)
            exact = [one for one in proposals if fold_name(one.name) == folded]
            if len(exact) == 1:
                return Diagnosis((exact[0],), safe=True)
        return Diagnosis(tuple(proposals[:_MOST]), safe=bool(name) and len(proposals) == 1)

    def _swapped(self, written: str, name: str) -> Diagnosis:
        if not any(map(str.isalpha, written)):
            return _NOTHING
        reading = read_nip(name)
        if reading.flaw is not None:
            # A number cell that stands where the name should has lost digits there as well.
            flawed = self._candidates(reading.flaw, reading.written)
            return self._judged(dict.fromkeys((nip, Ground.SWAPPED) for nip, _ in flawed), written)
        digits = reading.nip.digits if reading.nip is not None else ""
        known = self._known.get(digits, "")
        same = bool(known) and names_agree(known, written)
        proposal = Proposal(digits, known, Ground.SWAPPED, same)
        return Diagnosis((proposal,), safe=same or not known)


def digits_in_file(raw: str) -> str:
    """The 18 digits of a number cell where the file surely has them all; else empty.

    A program that keeps numbers as doubles can write only every 16th or 32nd number: one that is
    no double was never rounded. One that is may have been, and is not believed.
    """
    if len(raw) != 18 or not (raw.isascii() and raw.isdigit()):
        return ""
    if int(float(raw)) == int(raw):
        return ""
    return raw if read_nip(raw).nip is not None else ""


def _span_of_cell(written: str) -> tuple[int, int] | None:
    text = re.sub(r"[\s'’`]+", "", written)
    span = _span_of(text)
    if span is not None or _WHOLE.fullmatch(text):
        return span
    # Text of 18 digits that ends in 000, perhaps behind a label or an old number.
    digits = re.sub(r"[^0-9]", "", text)
    numbers = [digits] if len(digits) == 18 else _NUMBERS.findall(written)
    return _span_of(numbers[0]) if len(numbers) == 1 else None


def _few_figures(written: str) -> int:
    """How many zeros end 198501000000000000, which a table makes of 1,98501E+17; else 0."""
    found = _FEW_FIGURES.fullmatch(written)
    return len(found[2]) if found is not None and len(written) == 18 else 0


def _span_of(text: str) -> tuple[int, int] | None:
    """The numbers that may have become this text by rounding or cutting."""
    whole = _WHOLE.fullmatch(text)
    if whole:
        value = int(whole[1])
        few = _few_figures(whole[1])
        if few:
            return value - 10**few // 2, value + 10**few
        if len(whole[1]) == 17:
            return None
        first15 = (value + 16) // 1000 * 1000
        return min(value - _NEAR, first15), max(value + _NEAR, first15 + 999)
    decimal = _DECIMAL.fullmatch(text)
    if decimal is None:
        return None
    digits = decimal[1] + (decimal[2] or "")
    if len(digits) > 18:
        return None
    unit = 10 ** (18 - len(digits))
    value = int(digits) * unit
    # Half a unit for rounding, a whole one above for cutting.
    return value - max(unit // 2, _NEAR), value + max(unit, _NEAR)


def _mistyped(written: str) -> Iterator[str]:
    """Every number of 18 digits that a slip or two turns into what was written."""
    text = _PREFIX.sub("", re.sub(r"[\s.\-'’`]+", "", written))
    joined = text.translate(LIKE_DIGITS)
    if not (joined.isascii() and joined.isdigit()):
        return
    size = len(joined)
    if size == 18:
        if joined != text:
            yield joined
        yield from _one_other(joined)
    elif size == 17:
        for at in range(size + 1):
            yield from (joined[:at] + digit + joined[at:] for digit in _DIGITS)
    elif 19 <= size <= 21:
        for gone in combinations(range(size), size - 18):
            yield "".join(digit for at, digit in enumerate(joined) if at not in gone)


def _one_other(digits: str) -> Iterator[str]:
    for at in range(len(digits)):
        yield from (digits[:at] + digit + digits[at + 1 :] for digit in _DIGITS)
    for at in range(len(digits) - 1):
        yield digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
