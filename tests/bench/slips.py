"""Prints which slips of the finger are warned of, on an invented population with earlier counts.

    python -m tests.bench.slips [--accounts 40000] [--seed 7] [--months 1]

Every account has a count of before and a true one of now. Of each, a slip is made as hands make
them; it is told how many slips that change sides at 500 are warned of, and how many true counts are.
"""

import argparse
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from app.domain.count import Interval
from app.domain.person import Count, Source
from app.domain.platform import Platform
from app.domain.plausibility import Window, doubt_about

MINIMUM = 500
_NEIGHBOURS = {
    "0": "9", "1": "2", "2": "13", "3": "24", "4": "35", "5": "46", "6": "57", "7": "68",
    "8": "79", "9": "80",
}  # fmt: skip
_KINDS = ("digit", "digit", "swap", "swap", "lost", "twice", "tenfold", "thousand", "column")
"""By how often hands make them: a wrong neighbouring key and two exchanged ones come first."""


@dataclass(frozen=True, slots=True)
class Found:
    """What came of one population."""

    flips: int
    flips_warned: int
    slips: int
    slips_warned: int
    truths: int
    truths_warned: int

    @property
    def flips_share(self) -> float:
        """Of the slips that change sides at the threshold, those warned of."""
        return self.flips_warned / self.flips

    @property
    def false_share(self) -> float:
        """Of the true counts, those warned of."""
        return self.truths_warned / self.truths


def simulate(accounts: int, seed: int, months: int = 1, window: Window | None = None) -> Found:
    """One population, one slip for each account."""
    chance = Random(seed)
    tally = {"flip": [0, 0], "slip": [0, 0], "true": [0, 0]}
    for _ in range(accounts):
        before = max(3, round(chance.lognormvariate(6.0, 1.3)))
        other = max(3, round(before * chance.lognormvariate(0, 0.8)))
        true = grown(before, months, chance)
        warned = _is_warned(before, true, other, months, window)
        _note(tally["true"], warned=warned)
        typed = slipped(true, other, chance)
        if typed == true:
            continue
        warned = _is_warned(before, typed, other, months, window)
        _note(tally["slip"], warned=warned)
        if (typed >= MINIMUM) != (true >= MINIMUM):
            _note(tally["flip"], warned=warned)
    return Found(*tally["flip"], *tally["slip"], *tally["true"])


def grown(before: int, months: int, chance: Random) -> int:
    """A month's growth: mostly a few percent, now and then an event; small accounts jump by ones."""
    count = float(before)
    for _ in range(months):
        rate = chance.gauss(0.012, 0.035)
        if chance.random() < 0.02:
            rate += chance.lognormvariate(-1.6, 0.8)
        count = max(0, count * (1 + rate) + chance.gauss(0, 1.5))
    return round(count)


def slipped(number: int, other: int, chance: Random) -> int:
    """The same number as a hurried hand types it."""
    kind = chance.choice(_KINDS)
    digits = list(str(number))
    at = chance.randrange(len(digits))
    if kind == "digit":
        digits[at] = chance.choice(_NEIGHBOURS[digits[at]])
    elif kind == "swap" and len(digits) > 1:
        at = chance.randrange(len(digits) - 1)
        digits[at], digits[at + 1] = digits[at + 1], digits[at]
    elif kind == "lost" and len(digits) > 1:
        del digits[at]
    elif kind == "twice":
        digits.insert(at, digits[at])
    elif kind == "tenfold":
        return number * 10 if chance.random() < 0.5 else number // 10
    elif kind == "thousand":
        return number * 1000 if chance.random() < 0.7 else number // 1000
    elif kind == "column":
        return other
    return int("".join(digits))


def _is_warned(before: int, now: int, other: int, months: int, window: Window | None) -> bool:
    day = date(2026, 11, 20)
    earlier = Count(Interval.of(before), day - timedelta(days=30 * months), Source.TYPED, "")
    count = Count(Interval.of(now), day, Source.TYPED, "")
    others = {Platform.FACEBOOK: Interval.of(other)}
    return doubt_about(count, earlier, others, window or Window(), MINIMUM) is not None


def _note(counts: list[int], *, warned: bool) -> None:
    counts[0] += 1
    counts[1] += warned


def main() -> None:
    """Prints the three shares."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--accounts", type=int, default=40_000)
    asked.add_argument("--seed", type=int, default=7)
    asked.add_argument("--months", type=int, default=1)
    told = asked.parse_args()
    found = simulate(told.accounts, told.seed, told.months)
    print(  # noqa: T201
        f"slips that change sides at {MINIMUM}: {found.flips}, warned {found.flips_share:.1%}\n"
        f"all slips: {found.slips}, warned {found.slips_warned / found.slips:.1%}\n"
        f"true counts: {found.truths}, warned {found.false_share:.2%}"
    )


if __name__ == "__main__":
    main()
