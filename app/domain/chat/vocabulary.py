"""The words of all names, found again behind a slip of the finger or a short form."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator

from app.domain.slip import one_slip

_NICK = 3
"""Letters that a short form has at least: "Ani" for Suryani, "Bud" for Budi."""


class Vocabulary:
    """Finds among fixed words those that one could mean; built once."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(set(words))
        self._backwards = sorted(word[::-1] for word in self._words)
        self._without_one: dict[str, list[str]] = defaultdict(list)
        for word in self._words:
            for shorter in _shorter(word):
                self._without_one[shorter].append(word)

    def slips(self, word: str) -> set[str]:
        """Words that differ by one letter, or by two neighbours exchanged."""
        return {
            known
            for shorter in _shorter(word)
            for known in self._without_one.get(shorter, ())
            if one_slip(known, word)
        }

    def longer(self, word: str) -> set[str]:
        """Words that begin or end with it, as short forms of names do."""
        if len(word) < _NICK:
            return set()
        found = set(_beginning(self._words, word))
        found.update(one[::-1] for one in _beginning(self._backwards, word[::-1]))
        found.discard(word)
        return found

    def beginning(self, word: str) -> set[str]:
        """Words that begin with it, for typing that is not finished."""
        return set(_beginning(self._words, word))


def _shorter(word: str) -> Iterator[str]:
    """The word, and the word without each of its letters: two words one slip apart share one."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def _beginning(words: list[str], start: str) -> Iterator[str]:
    at = bisect_left(words, start)
    while at < len(words) and words[at].startswith(start):
        yield words[at]
        at += 1
