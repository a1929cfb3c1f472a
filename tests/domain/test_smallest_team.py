"""The smallest team: as small as trying every team finds, and always the same one."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.smallest_team import Team, only_ones, smallest_team

CANDIDATES = st.lists(st.frozensets(st.integers(0, 6), max_size=4), max_size=9)


def covered(candidates: Sequence[frozenset[int]], team: Sequence[int]) -> frozenset[int]:
    return frozenset[int]().union(*(candidates[place] for place in team))


def by_trying_every_team(candidates: Sequence[frozenset[int]]) -> int:
    everything = covered(candidates, range(len(candidates)))
    return next(
        size
        for size in range(len(candidates) + 1)
        if any(
            covered(candidates, team) == everything
            for team in combinations(range(len(candidates)), size)
        )
    )


@given(CANDIDATES)
@settings(max_examples=600, deadline=None)
def test_no_team_that_covers_as_much_is_smaller(candidates: list[frozenset[int]]) -> None:
    team = smallest_team(candidates)
    everything = covered(candidates, range(len(candidates)))
    assert covered(candidates, team.chosen) == covered(candidates, team.greedy) == everything
    assert len(set(team.chosen)) == len(team.chosen) == by_trying_every_team(candidates)
    assert team.is_smallest
    assert len(team.chosen) <= len(team.greedy)


@given(CANDIDATES, st.integers(0, 3))
@settings(max_examples=150, deadline=None)
def test_a_search_that_is_cut_short_never_promises_too_much(
    candidates: list[frozenset[int]], patience: int
) -> None:
    team = smallest_team(candidates, patience=patience)
    everything = covered(candidates, range(len(candidates)))
    assert covered(candidates, team.chosen) == everything
    assert team.at_least <= by_trying_every_team(candidates) <= len(team.chosen)
    assert len(set(team.chosen)) == len(team.chosen)


@given(CANDIDATES)
@settings(max_examples=150, deadline=None)
def test_whoever_stands_alone_for_something_is_in_every_team(
    candidates: list[frozenset[int]],
) -> None:
    everything = covered(candidates, range(len(candidates)))
    alone = only_ones(candidates)
    assert set(alone) <= set(smallest_team(candidates).chosen)
    for place in range(len(candidates)):
        others = [other for other in range(len(candidates)) if other != place]
        assert alone.get(place, frozenset()) == everything - covered(candidates, others)


def test_the_greedy_way_takes_one_more_where_the_strongest_misleads() -> None:
    rows = [frozenset({1, 2, 3}), frozenset({4, 5, 6})]
    strongest = frozenset({2, 3, 5, 6})
    assert smallest_team([strongest, *rows]) == Team(chosen=(1, 2), greedy=(0, 1, 2), at_least=2)


def test_of_equals_the_earlier_one_is_taken() -> None:
    assert smallest_team([frozenset("a"), frozenset("a"), frozenset("b")]).chosen == (0, 2)
    assert smallest_team([frozenset("a"), frozenset("ab"), frozenset("abc")]).chosen == (2,)


def test_nobody_covers_nothing() -> None:
    assert smallest_team([]) == smallest_team([frozenset()]) == Team((), (), 0)


def test_whoever_asked_can_end_the_search() -> None:
    class Stopped(Exception):
        pass

    def stop() -> None:
        raise Stopped

    ring = [frozenset({one, (one + 1) % 5}) for one in range(5)]
    with pytest.raises(Stopped):
        smallest_team(ring, stop)
