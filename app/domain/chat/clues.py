"""Which words of a line speak of the person, and which are only small talk."""

import re
from collections.abc import Iterable

from app.domain.chat.pairing import Small
from app.domain.chat.roster import Roster
from app.domain.chat.scanning import Atom, Kind
from app.domain.chat.units import GENERIC
from app.domain.chat.words import FILLERS, HONORIFICS, SELF

_SMALL = FILLERS | HONORIFICS | SELF | GENERIC


def small_words(roster: Roster) -> Small:
    """Words that say nothing about who is meant, in an office where nobody is called so."""
    return Small(_SMALL - roster.names_among(FILLERS))


def hard_words(atoms: Iterable[Atom], small: Small) -> tuple[str, ...]:
    """The words that must fit."""
    words = (atom.text for atom in atoms if atom.kind is Kind.WORD and not small(atom))
    return tuple(part for word in words for part in re.split(r"[.\-]", word) if part)


def soft_words(atoms: Iterable[Atom], small: Small) -> tuple[str, ...]:
    """Titles and small words."""
    return tuple(
        atom.text
        for atom in atoms
        if atom.kind is Kind.TITLE or (atom.kind is Kind.WORD and small(atom))
    )


def speaks_of_self(atoms: Iterable[Atom]) -> bool:
    """The sender means himself: "akun saya"."""
    return any(atom.text.casefold() in SELF for atom in atoms if atom.kind is Kind.WORD)
