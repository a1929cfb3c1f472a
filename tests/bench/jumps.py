"""Prints who is asked to clarify, on an invented population with a year of monthly counts.

    python -m tests.bench.jumps [--accounts 20000] [--seed 7]

True accounts grow as those of `slips.py` do, with a viral post or an event now and then: whoever of
them is asked about is a false alarm. Bought accounts get a packet of followers in one month, half of
them exactly so many, half with a few that leave again or come by themselves. Mistyped ones have a
slip of the finger in their newest count; only those that change sides at 500 are told of.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from app.domain.count import Interval
from app.domain.jump import jumps
from app.domain.person import Count, Source
from app.domain.platform import Platform
from tests.bench.slips import MINIMUM, grown, slipped

MONTHS = 12
PACKETS = (500, 1_000, 2_000, 5_000, 10_000)
_DAY = date(2026, 11, 20)


@dataclass(frozen=True, slots=True)
class Asked:
    """So many of so many accounts are asked about."""

    asked: int
    accounts: int

    @property
    def share(self) -> float:
        """A part of 1."""
        return self.asked / max(self.accounts, 1)


@dataclass(frozen=True, slots=True)
class Found:
    """What came of one population. `crossing`: true accounts that crossed the threshold."""

    true: Asked
    crossing: Asked
    bought: Asked
    mistyped: Asked


def simulate(accounts: int, seed: int) -> Found:
    """One population: each account as it is, with a packet, and with a slip."""
    chance = Random(seed)
    true, crossing, bought, mistyped = [], [], [], []
    for _ in range(accounts):
        numbers = _year(chance)
        asked = _is_asked(numbers)
        true.append(asked)
        if numbers[0] < MINIMUM <= numbers[-1]:
            crossing.append(asked)
        if numbers[-1] < MINIMUM:
            bought.append(_is_asked(_with_packet(numbers, chance)))
        typed = slipped(numbers[-1], numbers[-1], chance)
        if (typed >= MINIMUM) != (numbers[-1] >= MINIMUM):
            mistyped.append(_is_asked([*numbers[:-1], typed]))
    return Found(_told(true), _told(crossing), _told(bought), _told(mistyped))


def _year(chance: Random) -> list[int]:
    numbers = [max(3, round(chance.lognormvariate(6.0, 1.3)))]
    for _ in range(MONTHS - 1):
        numbers.append(grown(numbers[-1], 1, chance))
    return numbers


def _with_packet(numbers: Sequence[int], chance: Random) -> list[int]:
    """From one month on so many more, of which some may leave."""
    at = chance.randrange(1, len(numbers))
    packet = chance.choice(PACKETS)
    if chance.random() < 0.5:
        packet = round(packet * chance.uniform(0.9, 1.03))
    else:
        numbers = [*numbers[:at], numbers[at - 1], *numbers[at + 1 :]]
    return [number + (packet if place >= at else 0) for place, number in enumerate(numbers)]


def _is_asked(numbers: Sequence[int]) -> bool:
    counts = [
        Count(Interval.of(number), _DAY - timedelta(days=30 * ago), Source.TYPED, str(number))
        for ago, number in enumerate(reversed(numbers))
    ]
    return bool(jumps(Platform.INSTAGRAM, counts, MINIMUM, _DAY))


def _told(asked: Sequence[bool]) -> Asked:
    return Asked(sum(asked), len(asked))


def main() -> None:
    """Prints the four shares."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--accounts", type=int, default=20_000)
    asked.add_argument("--seed", type=int, default=7)
    told = asked.parse_args()
    found = simulate(told.accounts, told.seed)
    for words, one in (
        ("true accounts asked about in a year", found.true),
        (f"of those that grew over {MINIMUM} by themselves", found.crossing),
        (f"below {MINIMUM} that bought a packet", found.bought),
        (f"mistyped across {MINIMUM} in the newest count", found.mistyped),
    ):
        print(f"{words}: {one.asked} of {one.accounts} ({one.share:.2%})")  # noqa: T201


if __name__ == "__main__":
    main()
