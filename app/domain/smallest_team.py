"""The smallest team that covers everything: exact by branch and bound, a greedy one beside it.

Candidates are the sets of what each one covers, the preferred ones first. The search is exact; it
gives up only after `patience` branches, and then says how few there could be at best.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from app.domain.cover_bounds import Prices, bits, bound, priced

PATIENCE = 20_000
"""Branches that are looked into before the search says what it has."""


@dataclass(frozen=True, slots=True)
class Team:
    """Places of candidates in the order in which they were handed over.

    `chosen` covers whatever anybody covers; no team has fewer than `at_least`. `greedy` is what a
    person finds by always taking the one who adds most.
    """

    chosen: tuple[int, ...]
    greedy: tuple[int, ...]
    at_least: int

    @property
    def is_smallest(self) -> bool:
        """It is proven that no smaller team exists."""
        return len(self.chosen) == self.at_least


def smallest_team(
    candidates: Sequence[Set[Hashable]],
    step: Callable[[], None] | None = None,
    patience: int = PATIENCE,
) -> Team:
    """Of several smallest teams the same one is always found.

    Args:
        candidates: what each one covers; where two would do the earlier one is taken.
        step: called again and again; what it raises ends the search.
        patience: how many branches are looked into.
    """
    masks = _masks(candidates)
    search = _Search(step or _nothing, patience)
    chosen, left = _reduced(masks)
    at_least = len(chosen)
    for part in _parts(left):
        found, fewest = search.solve(part)
        chosen += found
        at_least += fewest
    greedy = tuple(sorted(_greedy(masks)))
    return Team(tuple(sorted(_preferred(chosen, masks))), greedy, at_least)


def only_ones(candidates: Sequence[Set[Hashable]]) -> dict[int, frozenset[Hashable]]:
    """The candidates without whom something is covered by nobody, with what that is."""
    owners: dict[Hashable, int | None] = {}
    for place, covered in enumerate(candidates):
        for one in covered:
            owners[one] = None if one in owners else place
    alone: dict[int, set[Hashable]] = {}
    for one, owner in owners.items():
        if owner is not None:
            alone.setdefault(owner, set()).add(one)
    return {place: frozenset(alone[place]) for place in sorted(alone)}


_Masks = dict[int, int]
"""What a candidate covers, as the bits of a number, by the candidate's place."""


def _nothing() -> None:
    pass


def _masks(candidates: Sequence[Set[Hashable]]) -> _Masks:
    numbers: dict[Hashable, int] = {}
    masks = []
    for covered in candidates:
        mask = 0
        for one in covered:
            mask |= 1 << numbers.setdefault(one, len(numbers))
        masks.append(mask)
    return _first_of_each(enumerate(masks))


def _first_of_each(masks: Iterable[tuple[int, int]]) -> _Masks:
    """One candidate for each different set, the first; none for an empty one."""
    first: dict[int, int] = {}
    for place, mask in masks:
        if mask:
            first.setdefault(mask, place)
    return {place: mask for mask, place in first.items()}


def _greedy(masks: _Masks) -> list[int]:
    open_ones = _union(masks.values())
    left = list(masks.items())
    chosen = []
    while open_ones:
        place, mask = max(left, key=lambda one: ((one[1] & open_ones).bit_count(), -one[0]))
        chosen.append(place)
        open_ones &= ~mask
        left = [one for one in left if one[1] & open_ones]
    return chosen


def _reduced(masks: _Masks) -> tuple[list[int], _Masks]:
    """Who must be taken, and what is left to choose from; no size is lost by it.

    Left out is whoever covers no more than another does, and whatever is covered anyway by each
    one who covers some other thing.
    """
    forced: list[int] = []
    while True:
        masks = _undominated(masks)
        places = list(masks)
        holders = _holders(masks)
        alone = {able for able in holders.values() if able.bit_count() == 1}
        taken = sorted(places[able.bit_length() - 1] for able in alone)
        forced += taken
        done = _union(masks[place] for place in taken) | _covered_anyway(holders)
        if not done:
            return forced, masks
        masks = _first_of_each((place, mask & ~done) for place, mask in masks.items())


def _holders(masks: _Masks) -> dict[int, int]:
    """For each thing who covers it: a number with a bit for each candidate, in their order."""
    members: dict[int, list[int]] = {}
    for turn, mask in enumerate(masks.values()):
        for bit in bits(mask):
            members.setdefault(bit, []).append(turn)
    found = {}
    for bit, turns in members.items():
        row = bytearray(len(masks) // 8 + 1)
        for turn in turns:
            row[turn >> 3] |= 1 << (turn & 7)
        found[bit] = int.from_bytes(row, "little")
    return found


def _undominated(masks: _Masks) -> _Masks:
    """Without those whose whole set another one covers; no two are equal."""
    holders = _holders(masks)
    kept: _Masks = {}
    for place, mask in masks.items():
        able = -1
        for bit in bits(mask):
            able &= holders[bit]
        if able.bit_count() == 1:
            kept[place] = mask
    return kept


def _covered_anyway(holders: Mapping[int, int]) -> int:
    """The things that come by themselves with a thing that fewer can cover."""
    done = 0
    kept: list[int] = []
    for bit, able in sorted(holders.items(), key=lambda one: (one[1].bit_count(), one[0])):
        if any(other & ~able == 0 for other in kept):
            done |= bit
        else:
            kept.append(able)
    return done


def _parts(masks: _Masks) -> list[_Masks]:
    """Groups that have nothing to cover in common."""
    unions: list[int] = []
    for mask in masks.values():
        joined = mask
        apart = []
        for union in unions:
            if union & joined:
                joined |= union
            else:
                apart.append(union)
        unions = [*apart, joined]
    parts: dict[int, _Masks] = {union: {} for union in unions}
    for place, mask in masks.items():
        parts[next(union for union in unions if union & mask)][place] = mask
    return list(parts.values())


def _preferred(chosen: Sequence[int], masks: _Masks) -> list[int]:
    """The same people, each exchanged for the earliest who covers as needed; none for nothing."""
    team = list(chosen)
    for place in chosen:
        team.remove(place)
        needed = masks[place] & ~_union(masks[other] for other in team)
        if needed:
            team.append(next(one for one, mask in masks.items() if not needed & ~mask))
    return team


def _union(masks: Iterable[int]) -> int:
    union = 0
    for mask in masks:
        union |= mask
    return union


class _Search:
    """Branches on what the fewest can cover, and only where the bound allows a smaller team."""

    def __init__(self, step: Callable[[], None], patience: int) -> None:
        self._step = step
        self._left = patience
        self._best: list[int] = []
        self._seen: dict[int, int] = {}
        self._prices: Prices = {}

    def solve(self, masks: _Masks) -> tuple[list[int], int]:
        """The smallest cover of one part, and how few it could be at best."""
        self._best = _greedy(masks)
        places = list(masks)
        found = priced(list(masks.values()), len(self._best), self._step)
        self._prices = found.prices
        everything = _union(masks.values())
        fewest = found.at_least
        left = [(places[one], masks[places[one]]) for one in found.promising]
        while fewest < len(self._best):
            # Asking for ever larger teams proves each smaller size impossible on the way.
            self._seen = {}
            if self._within(everything, left, [], fewest):
                break
            if self._left <= 0:
                return self._best, fewest
            fewest += 1
        return self._best, len(self._best)

    def _within(
        self, open_ones: int, left: list[tuple[int, int]], chosen: list[int], size: int
    ) -> bool:
        """Whether `size` more candidates can cover what is open; the team is kept then."""
        if not open_ones:
            self._best = list(chosen)
            return True
        if self._left <= 0 or self._seen.get(open_ones, -1) >= size:
            return False
        self._left -= 1
        self._step()
        left = _narrowed(left, open_ones)
        if self._may_do(open_ones, left, size):
            for place, mask in _branches(open_ones, left):
                chosen.append(place)
                if self._within(open_ones & ~mask, left, chosen, size - 1):
                    return True
                chosen.pop()
        self._seen[open_ones] = size
        return False

    def _may_do(self, open_ones: int, left: list[tuple[int, int]], size: int) -> bool:
        if sum([self._prices[bit] for bit in bits(open_ones)]) > size + 1e-9:
            return False
        sets = [mask for _, mask in left]
        if open_ones & ~_union(sets):
            return False
        return bound(open_ones, sets, self._prices) <= size


def _narrowed(left: list[tuple[int, int]], open_ones: int) -> list[tuple[int, int]]:
    """What each can still add, once for each different set."""
    return list(_first_of_each((place, mask & open_ones) for place, mask in left).items())


def _branches(open_ones: int, left: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Who can cover the one thing that the fewest can cover, the strongest first."""
    counted = dict.fromkeys(bits(open_ones), 0)
    for _, mask in left:
        for bit in bits(mask):
            counted[bit] += 1
    rarest = min(counted, key=lambda bit: (counted[bit], bit))
    able = [one for one in left if one[1] & rarest]
    able.sort(key=lambda one: (-one[1].bit_count(), one[0]))
    return [
        one
        for turn, one in enumerate(able)
        if not any(not one[1] & ~stronger for _, stronger in able[:turn])
    ]
