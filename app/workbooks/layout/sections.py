"""Rows between the people that name a unit: everybody below them belongs to it."""

import re
from collections.abc import Sequence

from app.workbooks.layout import words as w

_ROMAN_OR_LETTER = re.compile(r"^[IVXLC]{1,6}\.?$|^[A-Za-z]\.?$")
_BEFORE_UNIT = re.compile(
    r"^\W*(?:(?:[IVXLC]{1,6}|[A-Za-z]|\d{1,3})\s?[.)]\s*)?(?:(?:OPD|SKPD|PERANGKAT\s+DAERAH|UNIT\s+KERJA)\s*:\s*)?",
    re.IGNORECASE,
)
_BEHIND_UNIT = re.compile(
    r"\s*[(:–-]?\s*(?:jumlah\s*:?\s*)?\d{1,5}\s*(?:orang|org|pegawai|asn|pns|guru)\b.*$",
    re.IGNORECASE,
)
_LABEL_OF_UNIT = re.compile(
    r"^\W*(?:nama\s+)?(?:opd|skpd|perangkat\s+daerah|unit(?:\s+kerja)?|satuan\s+kerja|satker|instansi)\W*$",
    re.IGNORECASE,
)
_LAST_COLUMN = 3
"""A section's name stands at the left."""

Filled = Sequence[tuple[int, str]]
"""Column and text of the filled cells of one row."""


def section_in(filled: Filled, name_column: int | None) -> str:
    """The words of a section alone in its row, perhaps after a number or letter; else nothing."""
    labelled = _behind_label(filled)
    if labelled:
        return labelled
    filled = _without_sums(filled)
    if not filled or len(filled) > 2:
        return ""
    column, text = filled[-1]
    if len(filled) == 2:
        mark = filled[0][1]
        if column > _LAST_COLUMN or not (_ROMAN_OR_LETTER.match(mark) or w.UNIT_START.match(text)):
            return ""
    lone_name = len(filled) == 1 and column == name_column
    if not any(ch.isalpha() for ch in text) or (lone_name and not w.UNIT_START.match(text)):
        return ""
    return text


def _behind_label(filled: Filled) -> str:
    """The unit of "OPD", ":", "Dinas X" in cells of their own."""
    if not 2 <= len(filled) <= 3 or not _LABEL_OF_UNIT.match(filled[0][1]):
        return ""
    behind = [text.lstrip(": ") for _, text in filled[1:] if text.strip(": ")]
    return behind[0] if len(behind) == 1 and any(map(str.isalpha, behind[0])) else ""


def _without_sums(filled: Filled) -> Filled:
    """A unit's name and numbers behind it: the sums of its people."""
    texts = [one for one in filled if not _is_number(one[1])]
    behind = [one for one in filled if _is_number(one[1])]
    summed = (
        len(behind) > 0
        and 1 <= len(texts) <= 2
        and texts[-1][0] <= _LAST_COLUMN
        and behind[0][0] > texts[-1][0]
        and w.UNIT_START.match(texts[-1][1]) is not None
        and (len(texts) == 1 or _ROMAN_OR_LETTER.match(texts[0][1]) is not None)
    )
    return texts if summed else filled


def _is_number(text: str) -> bool:
    return text.replace(".", "").replace(",", "").isdigit()


def unit_in(text: str) -> str:
    """The unit that a section row names, without its number; empty where it names none."""
    if not w.UNIT_START.match(text):
        return ""
    return _BEHIND_UNIT.sub("", _BEFORE_UNIT.sub("", text)).strip()
