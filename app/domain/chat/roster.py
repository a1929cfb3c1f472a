"""Everybody whom a line can be about, and the rule by which it is about one of them.

A line is somebody's only where everything said fits that person exactly and nobody else, not
even with a slip of the finger, a short form or an unknown office. Everything less is asked.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise

from app.domain.chat.marks import Accounts, Numbers
from app.domain.chat.units import aliases, words_of
from app.domain.chat.values import Clues, Doubt, Known, Match
from app.domain.chat.vocabulary import Vocabulary
from app.domain.handle import Handle, handle_key
from app.domain.name import fold_name

_CHOICES = 3
_MANY = 500
"""Of more people that one letter could begin, nobody looks for the best four."""
_SAME = {
    short: full
    for full, shorts in {
        "muhammad": "muh muhamad mohammad mohamad moh mohd mohammed muhamed mhd md mochamad moch",
        "ahmad": "achmad akhmad ach akh",
        "abdul": "abd",
        "siti": "st",
        "nur": "noor",
    }.items()
    for short in shorts.split()
}

_Ids = frozenset[int]
_NOBODY: _Ids = frozenset()


class Roster:
    """An index over the people; built once, asked line by line."""

    def __init__(self, people: Iterable[Known]) -> None:
        self._people = {one.id: one for one in people}
        self._names: dict[int, tuple[str, ...]] = {}
        self._places: dict[int, frozenset[str]] = {}
        by_word: dict[str, set[int]] = defaultdict(set)
        by_place: dict[str, set[int]] = defaultdict(set)
        once: dict[str, set[int]] = defaultdict(set)
        for one in self._people.values():
            words = _name_words(one.name)
            places = aliases(one.unit) | aliases(one.organisation)
            places |= {h.text for h in one.handles if h.text.isalpha()}
            self._names[one.id], self._places[one.id] = words, places
            for word in words:
                by_word[word].add(one.id)
            for place in places:
                by_place[place].add(one.id)
            for pair in pairwise(words):
                once["".join(pair)].add(one.id)
            for former in one.former_names:
                for word in _name_words(former):
                    once[word].add(one.id)
        self._by_word = {word: frozenset(ids) for word, ids in by_word.items()}
        self._by_place = {word: frozenset(ids) for word, ids in by_place.items()}
        self._once = {word: frozenset(ids) for word, ids in once.items()}
        self._words = Vocabulary(by_word)
        self._place_words = Vocabulary(by_place)
        self._placeless = frozenset(
            one.id for one in self._people.values() if not (one.unit or one.organisation)
        )
        self._numbers = Numbers(self._people.values())
        self._accounts = Accounts(self._people.values())
        self._exact_ids: dict[str, _Ids] = {}
        self._loose_ids: dict[str, _Ids] = {}
        self._named_ids: dict[str, _Ids] = {}

    def person(self, person_id: int) -> Known:
        """Somebody by id."""
        return self._people[person_id]

    def knows(self, word: str) -> bool:
        """Whether a word is, or is nearly, part of somebody's name."""
        return bool(self._loosely_named(_same(word)))

    def names_among(self, words: Iterable[str]) -> frozenset[str]:
        """Those of the words that are a name of somebody here: "Hari", "Salam"."""
        return frozenset(word for word in words if word in self._by_word)

    def match(self, clues: Clues) -> Match:
        """Whom the clues speak of; a person only beyond doubt."""
        words = tuple(_same(word) for word in clues.words)
        if clues.nip:
            found = self._by_number(clues.nip, words)
        elif not words and not clues.handles:
            return Match(doubt=Doubt.NOBODY)
        else:
            found = self._by_words(words, clues.soft)
        found = self._checked_by_accounts(found, words, clues.handles)
        if found.person is not None and not self._people[found.person].serves:
            found = Match(doubt=Doubt.UNSURE, choices=(found.person,))
        serving = tuple(one for one in found.choices if self._people[one].serves)
        return replace(found, choices=serving[:_CHOICES])

    def begun(self, words: Sequence[str]) -> list[int]:
        """Who a name that is being typed can mean, at most four; one whose words are whole, alone.

        Only for a reading that a person sees before it counts.
        """
        folded = [_same(word) for word in words]
        exact = self._fitting([self._exactly(word) for word in folded])
        exact = frozenset(one for one in exact if self._people[one].serves)
        if len(exact) == 1:
            return list(exact)
        sets = [self._begun(word) for word in folded]
        fitting = [one for one in self._fitting(sets) if self._people[one].serves]
        if not fitting:
            loose = self._fitting([self._loosely(word) for word in folded])
            fitting = [one for one in loose if self._people[one].serves]
        fitting = fitting[:_MANY]
        first = folded[0] if folded else ""
        fitting.sort(
            key=lambda one: (
                one not in exact,
                not " ".join(self._names[one]).startswith(first),
                self._people[one].name.casefold(),
                one,
            )
        )
        return fitting[: _CHOICES + 1]

    # By words

    def _by_words(self, words: Sequence[str], soft: Sequence[str]) -> Match:
        if not words:
            return Match(doubt=Doubt.NOBODY)
        exact = self._fitting([self._exactly(word) for word in words])
        fits = [one for one in exact if self._strength(one, words, soft) is not None]
        if len(fits) == 1:
            rivals = self._fitting([self._loosely(word) for word in words]) - {fits[0]}
            rivals |= self._called_so(fits[0], words)
            strong = self._strength(fits[0], words, soft)
            if not rivals and strong:
                return Match(person=fits[0])
            choices = (fits[0], *self._ranked(words, among=rivals))
            return Match(doubt=Doubt.SEVERAL if rivals else Doubt.UNSURE, choices=choices)
        if fits:
            return Match(doubt=Doubt.SEVERAL, choices=self._ranked(words, among=frozenset(fits)))
        strange = tuple(word for word in words if not self._loosely(word))
        choices = self._ranked(words)
        return Match(
            doubt=Doubt.UNSURE if choices else Doubt.UNKNOWN, choices=choices, strange=strange
        )

    def _strength(self, person: int, words: Sequence[str], soft: Sequence[str]) -> bool | None:
        """None: it does not fit. True: enough is said to name this person among all people."""
        left = list(self._names[person])
        named = placed = 0
        for word in words:
            if word in left:
                left.remove(word)
                named += 1
            elif word in self._places[person]:
                placed += 1
            elif len(word) == 1 and any(one.startswith(word) for one in left):
                left.remove(next(one for one in left if one.startswith(word)))
            else:
                return None
        for word in soft:
            if _same(word) in left:
                left.remove(_same(word))
                named += 1 if named else 0
        if not named:
            return None
        return named >= 2 or placed > 0 or not left

    def _called_so(self, person: int, words: Sequence[str]) -> _Ids:
        """Who bears the name word for word, where `person` does not: the office may be wrong."""
        places = self._places[person] - set(self._names[person])
        said = tuple(word for word in words if word not in places)
        if self._names[person] == said:
            return _NOBODY
        bearers = self._fitting([self._by_word.get(word, _NOBODY) for word in said])
        return frozenset(one for one in bearers if one != person and self._names[one] == said)

    def _exactly(self, word: str) -> _Ids:
        if word not in self._exact_ids:
            everyone = frozenset(self._people)
            named = self._by_word.get(word, _NOBODY) | self._by_place.get(word, _NOBODY)
            self._exact_ids[word] = everyone if len(word) == 1 else named
        return self._exact_ids[word]

    def _loosely(self, word: str) -> _Ids:
        """Everybody whom the word could mean: slips, short forms, former names, no known office."""
        if word not in self._loose_ids:
            ids = self._exactly(word) | self._loosely_named(word)
            near = self._place_words.slips(word) if len(word) > 2 else set()
            ids = ids.union(*(self._by_place[one] for one in near))
            if word in self._by_place or near:
                ids |= self._placeless
            self._loose_ids[word] = ids
        return self._loose_ids[word]

    def _loosely_named(self, word: str) -> _Ids:
        if word not in self._named_ids:
            near = self._words.longer(word) | (self._words.slips(word) if len(word) > 2 else set())
            found = self._by_word.get(word, _NOBODY) | self._once.get(word, _NOBODY)
            self._named_ids[word] = found.union(*(self._by_word[one] for one in near))
        return self._named_ids[word]

    def _begun(self, word: str) -> _Ids:
        found = self._exactly(word) if len(word) > 1 else _NOBODY
        return found.union(*(self._by_word[one] for one in self._words.beginning(word)))

    def _fitting(self, sets: Sequence[_Ids]) -> _Ids:
        if not sets:
            return _NOBODY
        return reduce(frozenset.intersection, sorted(sets, key=len))

    def _ranked(self, words: Sequence[str], among: _Ids | None = None) -> tuple[int, ...]:
        """The likeliest first: whole words of the name weigh most."""
        points: Counter[int] = Counter()
        for word in words:
            if len(word) == 1:
                continue
            exact = self._by_word.get(word, _NOBODY)
            for one in self._loosely_named(word) | exact:
                points[one] += 4 if one in exact else 2
        for word in words:
            for one in self._by_place.get(word, _NOBODY):
                if one in points:
                    points[one] += 3
        best = [one for one in points if among is None or one in among]
        if among is None and best:
            least = max(points[one] for one in best) // 2
            best = [one for one in best if points[one] > least]
        best.sort(key=lambda one: (-points[one], self._people[one].name.casefold(), one))
        return tuple(one for one in best if self._people[one].serves)[:_CHOICES]

    # By number and by account

    def _by_number(self, nip: str, words: Sequence[str]) -> Match:
        """A NIP is believed where the words beside it do not speak of somebody else."""
        holder = self._numbers.holder(nip)
        near = self._numbers.near(nip)
        fits = self._fitting([self._loosely(word) for word in words]) if words else None
        if holder is None:
            choices = tuple(one for one in near if fits is None or one in fits)
            choices += tuple(one for one in self._by_words(words, ()).choices if one not in choices)
            named = self._by_words(words, ()).person
            if named is not None and named not in choices:
                choices = (named, *choices)
            return Match(doubt=Doubt.UNSURE if choices else Doubt.UNKNOWN, choices=choices)
        rivals = [one for one in near if fits is None or one in fits]
        if (fits is None or holder in fits) and not rivals:
            return Match(person=holder)
        others = self._ranked(words) if words else ()
        choices = tuple(dict.fromkeys((holder, *rivals, *others)))
        agrees = fits is None or holder in fits
        return Match(doubt=Doubt.SEVERAL if agrees else Doubt.CONTRADICTED, choices=choices)

    def _checked_by_accounts(
        self, found: Match, words: Sequence[str], handles: Sequence[Handle]
    ) -> Match:
        """A known account names its owner; one of somebody else speaks against the words."""
        for handle in handles:
            owners = self._accounts.owners(handle)
            if found.person is not None:
                own = self._accounts.of(found.person, handle.platform)
                if found.person in owners and len(owners) == 1:
                    continue
                if owners or (own and handle_key(handle.platform, handle.text) not in own):
                    choices = tuple(dict.fromkeys((found.person, *sorted(owners))))
                    return Match(doubt=Doubt.CONTRADICTED, choices=choices)
            elif len(owners) == 1:
                owner = next(iter(owners))
                near = self._accounts.near(handle)
                fits = self._fitting([self._loosely(w) for w in words]) if words else {owner, *near}
                if owner in fits and not any(one in fits for one in near):
                    return replace(found, person=owner, doubt=None, choices=(), strange=())
                choices = tuple(dict.fromkeys((owner, *found.choices)))
                return replace(found, doubt=found.doubt or Doubt.UNSURE, choices=choices)
        return found


def _name_words(name: str) -> tuple[str, ...]:
    return tuple(_same(word) for word in fold_name(name).split())


def _same(word: str) -> str:
    folded = "".join(words_of(word)) or word.casefold()
    return _SAME.get(folded, folded)
