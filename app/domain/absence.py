"""Tells an empty cell from the statement that there is nothing."""

from app.domain.handle.values import NoHandle
from app.domain.handle.words import what_words_say

_BLANKS = frozenset(
    {
        "",
        "-",
        "--",
        "---",
        "–",
        "—",
        ".",
        "..",
        "...",
        "'",
        "null",
        "nan",
        "none",
        "nil",
        "n/a",
        "na",
        "?",
    }
)

ERROR_VALUES = frozenset(
    {"#null!", "#div/0!", "#value!", "#ref!", "#name?", "#num!", "#n/a", "#getting_data"}
)
"""What a spreadsheet shows in a cell that has no value, in small letters."""


def is_blank(text: str) -> bool:
    """True for nothing and for the marks that offices put where nothing is (-, null, nan ...)."""
    return text.strip("\u00a0\u200b\ufeff \t\r\n").casefold() in _BLANKS


def says_none(text: str) -> bool:
    """True where a person states that there is no account: "tidak punya", "blm ada akun ig".

    An error value of a spreadsheet (#N/A) states nothing.
    """
    said = None if text.startswith("#") else what_words_say(text)
    return said is not None and said[0] is NoHandle.NONE
