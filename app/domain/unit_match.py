"""Which known unit a name may mean that was written otherwise: a guess, never an answer."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from app.domain.unit_name import words_and_numbers

_CLOSE = 80
"""Of 100, as rapidfuzz compares: below it no two slips are left to be found."""

_GLUED, _REORDERED, _GROWN, _SHORTENED = 100.0, 95.0, 75.0, 70.0
_SLIP_IN, _TWO_SLIPS_IN = 5, 12
"""From so many letters on a word stays recognisable with one slip, and with two."""

_MOST_SLIPPED_WORDS = 2
_LEAST_SHORT = 3

_GROWING = frozenset(
    "dinas badan kantor inspektorat sekretariat satuan lembaga bagian biro".split()
)
"""Offices that are renamed to do more. A place or a school with one more word is another one."""

_GOVERNMENTS = frozenset({"kabupaten", "kota", "provinsi"})
_PARTS = frozenset(
    """bidang bagian seksi sub upt uptd balai cabang wilayah kecamatan kelurahan desa pusat sekolah
    rumah sekretariat laboratorium gudang pos""".split()
)
"""With one of these behind it the name is that of a part."""

_SPOKEN = {
    "dinas": "dis",
    "pendidikan": "dik",
    "kependudukan": "duk",
    "pencatatan": "ca",
    "perhubungan": "hub",
    "perdagangan": "dag",
    "perindustrian": "in",
    "kebudayaan": "bud",
    "pertanian": "tan",
    "peternakan": "nak",
    "perikanan": "kan",
    "perpustakaan": "pus",
    "kearsipan": "arsip",
}
"""What a word becomes in a short name where that is not its beginning: Disdik, Dishub."""


def likeness(one: str, other: str) -> float:
    """How far two different folded names may be one, 0 (not) to 100.

    Other numbers are other units, always. Else a name may have slips of the fingers, blanks or
    words in other places, grow with the tasks of its office, or be short for the other.
    """
    words, numbers = words_and_numbers(one)
    others, other_numbers = words_and_numbers(other)
    if one == other or numbers != other_numbers or not (words and others):
        return 0.0
    if "".join(words) == "".join(others):
        return _GLUED
    if words[0] in _GROWING and sorted(words) == sorted(others):
        return _REORDERED
    ratio = fuzz.ratio(" ".join(words), " ".join(others), score_cutoff=_CLOSE)
    if ratio and _only_slips(words, others):
        return ratio
    shorter, longer = sorted((words, others), key=len)
    if _grew(shorter, longer):
        return _GROWN + fuzz.ratio(one, other) / 100
    return _SHORTENED if _is_short_for(shorter, longer) else 0.0


def is_renamed(one: str, other: str) -> bool:
    """Whether one of two folded names may be the other after the office was given more tasks.

    Of all guesses the boldest: an office of another name may as well be another office.
    """
    shorter, longer = sorted((words_and_numbers(one)[0], words_and_numbers(other)[0]), key=len)
    return _grew(shorter, longer)


def closest(name: str, others: Iterable[str]) -> str | None:
    """The one of `others` that `name` (all folded) is most like; None where two are alike."""
    scored = [(likeness(name, other), other) for other in others]
    best = max((score for score, _ in scored), default=0.0)
    found = [other for score, other in scored if score == best]
    return found[0] if best and len(found) == 1 else None


def _only_slips(words: Sequence[str], others: Sequence[str]) -> bool:
    if len(words) != len(others):
        return False
    differ = [(a, b) for a, b in zip(words, others, strict=True) if a != b]
    return len(differ) <= _MOST_SLIPPED_WORDS and all(_is_slip(a, b) for a, b in differ)


@lru_cache(maxsize=16_384)
def _is_slip(one: str, other: str) -> bool:
    short = min(len(one), len(other))
    if short < _SLIP_IN:
        return False
    most = 2 if short >= _TWO_SLIPS_IN else 1
    return OSA.distance(one, other, score_cutoff=most) <= most


def _grew(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    rest = longer[len(shorter) :]
    if len(shorter) < 2 or not rest or list(longer[: len(shorter)]) != list(shorter):
        return False
    return rest[0] in _GOVERNMENTS or (shorter[0] in _GROWING and _PARTS.isdisjoint(rest))


def _is_short_for(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """One word made of the beginnings of several: BKPSDM, Dinkes, Bagian Prokopim."""
    same = len(shorter) - 1
    if shorter[-1] in longer:
        return False
    if list(longer[:same]) != list(shorter[:same]) or len(longer) - same < 2:
        return False
    return len(shorter[-1]) >= _LEAST_SHORT and _begins_all(shorter[-1], tuple(longer[same:]))


@lru_cache(maxsize=16_384)
def _begins_all(glued: str, words: tuple[str, ...]) -> bool:
    if not words:
        return not glued
    first, rest = words[0], words[1:]
    spoken = _SPOKEN.get(first, "")
    if spoken and glued.startswith(spoken) and _begins_all(glued.removeprefix(spoken), rest):
        return True
    for length in range(1, len(first)):
        if not glued.startswith(first[:length]):
            return False
        if _begins_all(glued[length:], rest):
            return True
    return False


class UnitIndex:
    """Finds the names that one may be like, without comparing each with each."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_mark: defaultdict[object, list[str]] = defaultdict(list)
        for name in names:
            look = _look(name)
            for mark in (look, *_alike(name), *_in_full(name), *_in_short(name)):
                self._by_mark[mark].append(name)

    def near(self, name: str) -> set[str]:
        """All that `likeness` could find, and some more; never `name` itself."""
        looks = self._by_mark.get(_look(name), ())
        close = process.extract(name, looks, scorer=fuzz.ratio, score_cutoff=_CLOSE, limit=None)
        found = {text for text, _, _ in close}
        sought = [*_alike(name)]
        sought += (("short", *rest) for _, *rest in _in_full(name))
        sought += (("full", *rest) for _, *rest in _in_short(name))
        for mark in sought:
            found.update(self._by_mark.get(mark, ()))
        return found - {name}


_Mark = tuple[object, ...]


def _look(name: str) -> _Mark:
    """A slip of the first letter is not looked for; other numbers are other units."""
    return "look", name[:1], words_and_numbers(name)[1]


def _alike(name: str) -> Iterator[_Mark]:
    """Of names that begin alike, or have the same words in another order."""
    words, numbers = words_and_numbers(name)
    yield "begin", words[:2], numbers
    yield "order", tuple(sorted(words)), numbers


def _in_full(name: str) -> Iterator[_Mark]:
    """What a short name of this one could begin with."""
    words, numbers = words_and_numbers(name)
    for place, word in enumerate(words[:-1]):
        for letter in {word[0], _SPOKEN.get(word, word)[0]}:
            yield "full", words[:place], letter, numbers


def _in_short(name: str) -> Iterator[_Mark]:
    words, numbers = words_and_numbers(name)
    if words:
        yield "short", words[:-1], words[-1][0], numbers
