"""Which commands somebody means: each typed word must begin, stand in, or resemble one of theirs."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from app.services.manual.searching import words_of
from app.ui.palette.command import Command

_BEGINS, _STANDS_IN, _RESEMBLES = 3.0, 2.0, 1.0
_ALIKE = 0.8
"""Of 1: "lpaoran" still means "laporan"; two letters resemble everything."""
_LEAST_LETTERS = 4


def matching(commands: Sequence[Command], typed: str) -> list[Command]:
    """The best first; all of them, in their own order, where nothing is typed."""
    wanted = words_of(typed)
    if not wanted:
        return list(commands)
    rated = [(_worth(command, wanted), place) for place, command in enumerate(commands)]
    found = sorted((-worth, place) for worth, place in rated if worth)
    return [commands[place] for _, place in found]


@lru_cache(maxsize=4_096)
def _words(name: str) -> tuple[str, ...]:
    """Kept: every key that is typed asks for those of all commands."""
    return tuple(words_of(name))


def _worth(command: Command, wanted: Sequence[str]) -> float:
    """By the name that fits best; a whole name, and one that has no more words, goes before."""
    own = [_worth_of(_words(name), wanted) for name in command.names]
    # The page helps to find, but what is named itself goes first.
    pages = [word for name in command.around for word in _words(name)]
    around = [_worth_of([*_words(name), *pages], wanted) * 0.5 for name in command.names]
    best = max((*own, *around), default=0.0)
    return best + 0.1 if best and command.possible else best


def _worth_of(own: Sequence[str], wanted: Sequence[str]) -> float:
    rates = [max((_rate(word, one) for one in own), default=0.0) for word in wanted]
    if not rates or min(rates) == 0:
        return 0.0
    exact = (
        2.0
        if list(own) == list(wanted)
        else 1.0
        if list(own[: len(wanted)]) == list(wanted)
        else 0.0
    )
    return sum(rates) / len(rates) + exact + len(wanted) / (len(own) + 1)


@lru_cache(maxsize=65_536)
def _rate(typed: str, word: str) -> float:
    """The same few hundred words come again in many commands."""
    if word.startswith(typed):
        return _BEGINS
    if typed in word:
        return _STANDS_IN
    if len(typed) < _LEAST_LETTERS:
        return 0.0
    near = SequenceMatcher(None, typed, word[: len(typed) + 1], autojunk=False)
    # The cheap bounds first: most words are out by their letters alone.
    if near.real_quick_ratio() < _ALIKE or near.quick_ratio() < _ALIKE:
        return 0.0
    return _RESEMBLES if near.ratio() >= _ALIKE else 0.0
