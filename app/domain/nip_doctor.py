"""Damaged NIPs and the people they may belong to: known people only, never an invented serial.

Source: reference/domain.md section 2 (measured: the first 15 digits together with the name were
unique for everyone; neither is alone).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from app.domain.name import fold_name
from app.domain.names_agree import names_agree
from app.domain.nip import DIGITS_LOST, NipFlaw, read_nip


class Ground(StrEnum):
    """What points from a damaged number to a person."""

    FILE_DIGITS = "file_digits"
    """All 18 digits stand in the file itself, beside a display that lost them."""
    LOST_END = "lost_end"
    """The digits that were not lost, within what rounding can do."""
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
_ALIKE = str.maketrans({"O": "0", "o": "0", "Q": "0", "D": "0", "I": "1", "l": "1", "i": "1",
                        "|": "1", "S": "5", "s": "5", "B": "8", "Z": "2", "z": "2"})  # fmt: skip
_DIGITS = "0123456789"
_DECIMAL = re.compile(r"([0-9])(?:[.,]([0-9]+))?[eE]\+?0*17")
_WHOLE = re.compile(r"([0-9]{17,18})(?:[.,]0+)?")
_NUMBERS = re.compile(r"(?<![0-9])[0-9]{18}(?![0-9])")


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
        if flaw is NipFlaw.NOT_A_NIP or flaw is NipFlaw.EMPTY:
            return self._swapped(written, name)
        intact = digits_in_file(in_file)
        if intact:
            known = self._known.get(intact, "")
            same = bool(known and name) and names_agree(known, name)
            if not known or same or not name:
                proposal = Proposal(intact, known, Ground.FILE_DIGITS, same)
                return Diagnosis((proposal,), safe=True)
            return Diagnosis((Proposal(intact, known, Ground.FILE_DIGITS, False),), safe=False)
        found = dict.fromkeys(self._candidates(flaw, written))
        if not found and name and flaw in DIGITS_LOST:
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
        """Of 1,98501E+17 only year and month of birth are left: shown, never accepted in bulk."""
        span = _span_of_cell(written)
        folded = fold_name(name)
        if span is None or span[1] - span[0] > _A_MONTH or " " not in folded:
            return _NOTHING
        found = [nip for nip in self._between(*span) if fold_name(self._known[nip]) == folded]
        proposals = tuple(Proposal(nip, self._known[nip], Ground.LOST_END, True) for nip in found)
        return Diagnosis(proposals[:_MOST], safe=False)

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
        reading = read_nip(name)
        if reading.nip is None or not any(map(str.isalpha, written)):
            return _NOTHING
        digits = reading.nip.digits
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
    if int(float(raw)) == int(raw) or raw.endswith("000"):
        return ""
    return raw if read_nip(raw).nip is not None else ""


def _span_of_cell(written: str) -> tuple[int, int] | None:
    text = re.sub(r"[\s'’`]+", "", written)
    span = _span_of(text)
    if span is not None:
        return span
    # Text of 18 digits that ends in 000, perhaps behind a label.
    digits = re.sub(r"[^0-9]", "", text)
    return _span_of(digits) if len(digits) == 18 else None


def _span_of(text: str) -> tuple[int, int] | None:
    """The numbers that may have become this text by rounding or cutting."""
    whole = _WHOLE.fullmatch(text)
    if whole:
        value = int(whole[1])
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
    text = re.sub(r"[\s.\-'’`]+", "", written)
    text = re.sub(r"^(?:NIP|NI)[A-Z:]*", "", text, flags=re.IGNORECASE)
    joined = text.translate(_ALIKE)
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
