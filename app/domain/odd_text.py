"""Texts that are not what they seem: cut off, with letters nobody sees, of two alphabets.

Source: reference/reliability.md section 4. Such texts are shown to a person, never refused.
"""

import unicodedata
from enum import StrEnum
from functools import lru_cache

LONGEST_TEXT = 32_767
"""What one cell of Excel holds."""

_LONGEST_SHOWN = 120

_JOINER = "\u200d"
"""Belongs to letters of some scripts and to pictures; nothing is hidden by it."""

_ALIKE = ("CYRILLIC", "GREEK", "COPTIC", "ARMENIAN", "CHEROKEE")
"""Alphabets whose letters pass for Latin ones."""


class OddText(StrEnum):
    """What is odd about a text; the first that fits."""

    CUT = "cut"
    """Longer than a cell can be: the rest is left out."""
    INVISIBLE = "invisible"
    """Signs that nobody sees, or that turn the direction of reading."""
    MIXED_ALPHABETS = "mixed_alphabets"
    """Latin letters beside Cyrillic or Greek ones that look the same: another word for a program."""


def odd_text(text: str) -> OddText | None:
    """What a person should know about a text; None for nearly all."""
    if len(text) > LONGEST_TEXT:
        return OddText.CUT
    if text.isascii():
        return None
    if any(_is_invisible(sign) for sign in text):
        return OddText.INVISIBLE
    alphabets = {_alphabet(sign) for sign in text}
    if "LATIN" in alphabets and not alphabets.isdisjoint(_ALIKE):
        return OddText.MIXED_ALPHABETS
    return None


def without_invisible(text: str) -> str:
    """The text as a person sees it."""
    if text.isascii() or text.isprintable():
        return text
    return "".join(sign for sign in text if not _is_invisible(sign))


def escaped(text: str) -> str:
    """The text with each sign that nobody sees, or that looks like another, as its number."""
    return "".join(
        f"[U+{ord(sign):04X}]" if _is_invisible(sign) or _alphabet(sign) in _ALIKE else sign
        for sign in text[:_LONGEST_SHOWN]
    )


def _is_invisible(sign: str) -> bool:
    return not sign.isascii() and unicodedata.category(sign) == "Cf" and sign != _JOINER


@lru_cache(maxsize=2048)
def _alphabet(sign: str) -> str:
    return unicodedata.name(sign, "").partition(" ")[0] if sign.isalpha() else ""
