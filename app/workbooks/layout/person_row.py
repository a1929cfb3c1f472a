"""Tells a row that only a person can have filled, whatever the columns of its sheet mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.nip import NipFlaw, NipReading, read_nip
from app.workbooks.layout.head import Role, read_head

_SURELY_MEANT = frozenset(
    {NipFlaw.NUMERIC, NipFlaw.ROUNDED_TEXT, NipFlaw.BIRTH_DATE, NipFlaw.SEVERAL, NipFlaw.NIK}
)
_FEWEST_DIGITS = 15
"""Of a number that was cut off or has a letter in it; telephone numbers have fewer."""
_OLD_NIP = 9
_SCIENTIFIC = re.compile(r"[0-9][.,][0-9]+[eE]\+17")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_LONG_NUMBER = re.compile(r"[0-9]{5}")
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class PersonInRow:
    """The number in column `column` (0-based) and the name beside it."""

    column: int
    number: NipReading
    name: str


def person_in(row: Sequence[object]) -> PersonInRow | None:
    """The number of a civil servant and a name, where the row has both; else None.

    "NIP. 1985..." under a signature, and "NIP : 1985..." in a title, are no row of a list.
    """
    filled = [(index, cell) for index, cell in enumerate(row) if cell not in (None, "")]
    if len(filled) < 2:
        return None
    for index, cell in filled:
        if not _may_be_number(cell):
            continue
        reading = read_nip(cell)
        if not _is_meant_as_number(reading, cell, len(filled)):
            continue
        name = next((said for at, other in filled if at != index and (said := _name(other))), "")
        if name:
            return PersonInRow(index, reading, name)
    return None


def _may_be_number(cell: object) -> bool:
    """Long enough, and no sentence or signature: it begins with a digit, or a mark before it."""
    if isinstance(cell, str):
        text = cell.strip()
        long = sum(map(str.isdigit, text)) >= _OLD_NIP or _SCIENTIFIC.fullmatch(text) is not None
        return long and (not text[:1].isalpha() or text[1:2].isdigit())
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def _is_meant_as_number(reading: NipReading, cell: object, filled: int) -> bool:
    if reading.nip is not None or reading.flaw in _SURELY_MEANT:
        return True
    if reading.flaw is NipFlaw.OLD_NIP:
        return filled > 2 and isinstance(cell, str)
    digits = sum(map(str.isdigit, reading.written))
    return reading.flaw in (NipFlaw.LENGTH, NipFlaw.LETTERS) and digits >= _FEWEST_DIGITS


def _name(cell: object) -> str:
    """The cell where it may be a name: letters, no head of a column, no account, no long number."""
    if not isinstance(cell, str):
        return ""
    text = cell.strip()
    if len(text) > _LONGEST_NAME or text.startswith(("@", "http")) or not _LETTERS.search(text):
        return ""
    if _LONG_NUMBER.search(text) or read_head([text]).role is not Role.UNKNOWN:
        return ""
    return text
