"""The fewest people of an office who together reach every platform that anyone of it reaches."""

from collections.abc import Iterable

from app.domain.platform import RECORDED
from app.domain.rollup.figures import ELSEWHERE, PLATFORMS, People

_RECORDED = sum(1 << PLATFORMS.index(platform) for platform in RECORDED)


def team_sizes(people: People) -> dict[int, int]:
    """By office (its place in the roll-up) how many are needed; offices with nobody are not in it."""
    found: dict[int, set[int]] = {}
    for index in range(len(people)):
        platforms = people.reached[index] & _RECORDED
        if platforms and not people.marks[index] & ELSEWHERE:
            found.setdefault(people.offices[index], set()).add(platforms)
    return {office: fewest(sets) for office, sets in found.items()}


def fewest(sets: Iterable[int]) -> int:
    """How many of these sets of platforms have them all: exact, there are only 32 of them."""
    kinds = list(sets)
    everything = 0
    for one in kinds:
        everything |= one
    together, size = {0}, 0
    while everything not in together:
        together = {had | one for had in together for one in kinds}
        size += 1
    return size
