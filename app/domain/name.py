"""Names of people: their titles apart, and the key by which two spellings are one name."""

import re
from typing import NamedTuple
from unicodedata import combining, normalize

from app.domain.degrees import (
    FRONT_TITLES,
    are_titles,
    is_degree,
    may_be_degree,
    may_be_front_title,
)

_APOSTROPHES = re.compile(r"['’‘`´ʼʻ′＇\u200b-\u200f\u2060\ufeff\u00ad]")
_PLAIN_WORDS = re.compile(r"([A-Za-z]+) (?:[A-Za-z]+ )*([A-Za-z]+)")
_WORDS = re.compile(r"[^\W_]+")
_LONGEST_DEGREE = 4
"""Words of the longest title when it is written with blanks: "S. Pd. S. D."."""


class NameParts(NamedTuple):
    """A name and its titles, each as written; front and back are empty where there are none."""

    front: str
    bare: str
    back: str


def split_titles(text: str) -> NameParts:
    """Parts the titles from a name.

    Titles behind a name need no comma if they are known degrees. At least one word is left as
    name. M., Moh., Muh., A., R., Rr., St., I, Andi belong to the name.
    """
    return NameParts(*_split(text))


def is_plain_name(text: str) -> bool:
    """Whether `text` is two or more words of plain letters, with one blank between, and no title.

    Where it is, `split_titles` gives just the same text as the bare name.
    """
    words = _PLAIN_WORDS.fullmatch(text)
    return words is not None and not may_be_front_title(words[1]) and not may_be_degree(words[2])


def fold_name(text: str) -> str:
    """The key for comparing: without titles, case, punctuation, apostrophes and extra blanks.

    Not for showing. Empty where the text has no letter or digit.
    """
    bare = _split(text)[1]
    if bare.isascii() and bare.replace(" ", "").isalpha():  # most names: nothing to drop
        return bare.lower()
    bare = _APOSTROPHES.sub("", bare)
    plain = "".join(c for c in normalize("NFKD", bare) if not combining(c))
    return " ".join(_WORDS.findall(plain.casefold()))


def initials(text: str) -> str:
    """Two capitals for an avatar: of the first and the last word, or of an only word.

    Titles do not count; one letter where the name has only one, "" where it has none.
    """
    bare = _APOSTROPHES.sub("", _split(text)[1])
    words: list[str] = [word for word in _WORDS.findall(bare) if word[0].isalpha()]
    if not words:
        return ""
    two = words[0][:2] if len(words) == 1 else words[0][0] + words[-1][0]
    return two.upper()[:2]


def _split(text: str) -> tuple[str, str, str]:
    text = " ".join(text.split())
    match = FRONT_TITLES.match(text)
    front = match[0].strip() if match else ""
    bare, back = _without_back(text[match.end() :] if match else text)
    if not (
        bare[:1].isalpha() or any(map(str.isalpha, bare))
    ):  # nothing but a title: then it is the name
        return "", text, ""
    return front, bare, back


def _without_back(text: str) -> tuple[str, str]:
    if "," not in text:
        return _without_trailing(text, text.isupper())
    pieces = [piece.strip() for piece in text.split(",")]
    shouted = pieces[0].isupper()
    backs: list[str] = []
    while len(pieces) > 1 and (not pieces[-1] or are_titles(pieces[-1], shouted)):
        backs.append(pieces.pop())
    bare, trailing = _without_trailing(", ".join(pieces), shouted)
    return bare, ", ".join(filter(None, [trailing, *reversed(backs)]))


def _without_trailing(text: str, shouted: bool) -> tuple[str, str]:
    """Takes degrees from the end of a name that has no comma before them."""
    blank = text.rfind(" ")
    spaced = text[blank - 1 : blank] == "."  # "S. Kom"
    if blank < 0 or not (spaced or may_be_degree(text[blank + 1 :])):
        return text, ""
    words = text.split(" ")
    end = len(words)
    while (length := _degree_at(words[:end], shouted)) > 0:
        end -= length
    return " ".join(words[:end]), " ".join(words[end:])


def _degree_at(words: list[str], shouted: bool) -> int:
    """How many of the last words are one degree; 0 for none. One word is always left."""
    for length in range(min(_LONGEST_DEGREE, len(words) - 1), 0, -1):
        candidate = words[-length:]
        # Between the words of one spaced degree there is always a dot: "S. Kom".
        if all(word.endswith(".") for word in candidate[:-1]) and is_degree(
            " ".join(candidate), shouted
        ):
            return length
    return 0
