"""Accounts in the order that the head of their column says: "@nama / Nama Lengkap / -" below "IG/FB/X"."""

import re
from collections.abc import Sequence

from app.domain.handle.cleaning import cleaned
from app.domain.handle.links import is_link
from app.domain.handle_and_count import split_handle_and_count
from app.domain.nik import without_nik
from app.domain.platform import Platform
from app.domain.together.pieces import SaidAccount, Together
from app.domain.together.reading import read_together

_SLASH = re.compile(r"\s*/\s*")
_PARTS = re.compile(r"\s*[\n;|]\s*|\s+/\s+|\s*,\s+|\s+(?:dan|&)\s+")


def read_listed(text: str, platforms: Sequence[Platform | None]) -> Together:
    """As `read_together`, but a cell of as many names as `platforms` has one for each, in that order."""
    together = read_together(text)
    if (together.is_whole and together.accounts) or len(platforms) < 2:
        return together
    parts = _parts(cleaned(without_nik(text)), len(platforms))
    if not parts or any(map(_names_a_platform, parts)):
        return together
    split = map(split_handle_and_count, parts)
    return Together(
        tuple(SaidAccount(one, *said) for one, said in zip(platforms, split, strict=True))
    )


def _parts(text: str, wanted: int) -> list[str]:
    """So many parts, by whatever sign the cell has between them; none where it is not so."""
    signs = (_PARTS,) if any(map(is_link, text.split())) else (_PARTS, _SLASH)
    ways = (sign.split(text) for sign in signs)
    return next((parts for parts in ways if len(parts) == wanted), [])


def _names_a_platform(part: str) -> bool:
    return bool(read_together(part).accounts)
