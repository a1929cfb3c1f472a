"""Gives each thing of a window a letter of its own words, so that no two have the same."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence


def choose(wanted: Sequence[str], marked: Mapping[str, str] | None = None) -> list[str]:
    """A letter for each of the words, "" where none of its own is free; the first ones choose first.

    `marked`: the letter that words have wherever they stand. Words that come twice have one once:
    the second thing would answer to another letter than the first, which nobody can remember.
    """
    given = [""] * len(wanted)
    used = set[str]()
    first_of = [wanted.index(words) == place for place, words in enumerate(wanted)]
    for place, words in enumerate(wanted):
        letter = (marked or {}).get(words, "")
        if letter and letter not in used and first_of[place]:
            given[place] = letter
            used.add(letter)
    for place, words in enumerate(wanted):
        if given[place] or not first_of[place]:
            continue
        letter = next((one for one in _liked(words) if one not in used), "")
        given[place] = letter
        if letter:
            used.add(letter)
    return given


def with_mark(words: str, letter: str) -> str:
    """The words with "&" before the letter, as Qt wants them; an "&" of their own is doubled."""
    place = place_of(words, letter)
    if place < 0:
        return words.replace("&", "&&")
    return f"{words[:place].replace('&', '&&')}&{words[place:].replace('&', '&&')}"


def place_of(words: str, letter: str) -> int:
    """Where in the words their letter stands: at the beginning of a word if it can be."""
    if not letter:
        return -1
    begins = [at for at in _begins(words) if _plain(words[at]) == letter]
    anywhere = [at for at, sign in enumerate(words) if _plain(sign) == letter]
    return next(iter([*begins, *anywhere]), -1)


def _liked(words: str) -> Iterator[str]:
    """Beginnings of words, then consonants, then the rest."""
    yield from filter(None, (_plain(words[at]) for at in _begins(words)))
    letters = [_plain(sign) for sign in words]
    yield from (one for one in letters if one and one not in "AEIOU")
    yield from filter(None, letters)


def _begins(words: str) -> Iterator[int]:
    for at, sign in enumerate(words):
        if sign.isalnum() and (at == 0 or not words[at - 1].isalnum()):
            yield at


def _plain(sign: str) -> str:
    """The key that has this letter; "" where no keyboard of an office has one."""
    letter = unicodedata.normalize("NFD", sign)[:1].upper()
    return letter if "A" <= letter <= "Z" else ""
