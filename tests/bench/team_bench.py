"""Prints how long the smallest team takes to find in a regency, beside the greedy one.

    python -m tests.bench.team_bench [--organisations 40] [--people 8000] [--seeds 3]

Three kinds of tasks: every organisation on every platform that is reached there; every
organisation, and each platform in each generation; and, harder than any office, people who reach
several organisations at random.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from random import Random

from app.domain.smallest_team import smallest_team

_REACHED = {"instagram": 0.25, "facebook": 0.1, "x": 0.05, "tiktok": 0.12, "youtube": 0.03}
_GENERATIONS = {"boomer": 1, "x": 30, "y": 56, "z": 13}

Candidates = list[frozenset[tuple[str, ...]]]


def main() -> None:
    """Prints one line for each task."""
    asked = _asked()
    tasks: dict[str, Callable[[Random, Sequence[str], int], Candidates]] = {
        "organisation x platform": _on_every_platform,
        "organisation + platform x generation": _every_generation,
        "several organisations each": _several,
    }
    names = [f"Dinas {number}" for number in range(asked.organisations)]
    _say(f"{asked.organisations} organisations x {asked.people} people")
    for task, made in tasks.items():
        for seed in range(asked.seeds):
            candidates = made(Random(seed), names, asked.people)
            began = time.perf_counter()
            team = smallest_team(candidates)
            took = time.perf_counter() - began
            _say(
                f"{task:38} seed {seed}: {took:5.2f} s, smallest {len(team.chosen)}"
                f"{'' if team.is_smallest else f' (at least {team.at_least})'},"
                f" greedy {len(team.greedy)}, {len(team.greedy) / len(team.chosen):.3f} times"
            )


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Times the smallest team in a regency.")
    parser.add_argument("--organisations", type=int, default=40)
    parser.add_argument("--people", type=int, default=8000)
    parser.add_argument("--seeds", type=int, default=3)
    return parser.parse_args()


def _sizes(names: Sequence[str]) -> list[float]:
    """As in rosters: education and health are most of the office, the last ones are tiny."""
    return [1 / (place + 1) for place in range(len(names))]


def _platforms(chance: Random) -> list[str]:
    return [platform for platform, share in _REACHED.items() if chance.random() < share]


def _on_every_platform(chance: Random, names: Sequence[str], people: int) -> Candidates:
    return [
        frozenset((name, platform) for platform in _platforms(chance))
        for name in chance.choices(names, _sizes(names), k=people)
    ]


def _every_generation(chance: Random, names: Sequence[str], people: int) -> Candidates:
    found = []
    for name in chance.choices(names, _sizes(names), k=people):
        generation = chance.choices(list(_GENERATIONS), list(_GENERATIONS.values()))[0]
        reached = {(platform, generation) for platform in _platforms(chance)}
        found.append(frozenset({(name,), *reached} if reached else ()))
    return found


def _several(chance: Random, names: Sequence[str], people: int) -> Candidates:
    found = []
    for name in chance.choices(names, _sizes(names), k=people):
        reached = {name}
        while chance.random() < 0.45:
            reached.add(chance.choices(names, _sizes(names))[0])
        found.append(frozenset((one,) for one in reached))
    return found


if __name__ == "__main__":
    main()
