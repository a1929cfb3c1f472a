"""Finds words in the manual, also a whole message that somebody has copied."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.services.manual.parts import Section, plain

_MOST = 40
_ROUND = 44
"""Letters of a snippet before and after the first hit."""
_ENOUGH = 0.6
"""Of a copied message the name of a file is in no page: so much of its words must be."""
_LEAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """A section in which the words were found, with a piece of its text."""

    section: Section
    snippet: str


def fold(text: str) -> str:
    """As it is compared: small letters without accents."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def words_of(text: str) -> list[str]:
    """The words that are looked for."""
    return re.findall(r"\w+", fold(text))


def search(sections: Iterable[Section], text: str) -> Sequence[Hit]:
    """The best first: in a heading before in the text. Each word may be the beginning of one."""
    wanted = list(dict.fromkeys(words_of(text)))
    if not wanted:
        return ()
    # A message that was copied: most of its words are those of its entry.
    least = len(wanted) if len(wanted) < _LEAST_WORDS else max(2, round(len(wanted) * _ENOUGH))
    found: list[tuple[int, int, Hit]] = []
    for place, section in enumerate(sections):
        title = words_of(section.title)
        body = text_of(section)
        own = words_of(body)
        in_title = sum(any(one.startswith(word) for one in title) for word in wanted)
        known = [word for word in wanted if any(one.startswith(word) for one in (*title, *own))]
        if len(known) >= least:
            worth = 10 * len(known) + 3 * in_title + (3 - section.level)
            found.append((-worth, place, Hit(section, _snippet(body, known))))
    found.sort(key=lambda one: one[:2])
    return [hit for _, _, hit in found[:_MOST]]


def text_of(section: Section) -> str:
    """What stands below the heading, without marks."""
    return " ".join(plain(line) for block in section.blocks for line in block.lines)


def _snippet(body: str, wanted: Sequence[str]) -> str:
    folded = fold(body)
    # Folding keeps the number of letters where accents are composed; else the piece is near.
    places = [at for word in wanted if (at := folded.find(word)) >= 0]
    at = min(places, default=0)
    begin, end = max(0, at - _ROUND), min(len(body), at + _ROUND)
    begin = body.rfind(" ", 0, begin) + 1 if begin else 0
    last = body.find(" ", end)
    end = len(body) if last < 0 else last
    piece = body[begin:end].strip()
    return f"{'…' if begin else ''}{piece}{'…' if end < len(body) else ''}"
