"""The verdict worked out a second time, from the words of the design alone: nothing of it is shared.

`Known` is what is known of one platform; `verdict_again` says who qualifies under readings a to d.
It imports nothing of the program, so that a mistake there cannot be repeated here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

PLATFORMS = {
    "a": ("instagram", "facebook", "x"),
    "b": ("instagram", "facebook", "x"),
    "c": ("instagram", "x"),
    "d": ("instagram", "facebook", "x", "tiktok", "youtube"),
}
NEEDED = {"a": 1, "b": 3, "c": 1, "d": 3}
SMALLEST = {"a": 500, "b": 500, "c": 500, "d": 501}


@dataclass(frozen=True)
class Known:
    """A count from `low` to `high` (None: no end), or none; whether an account stands there."""

    low: int | None = None
    high: int | None = None
    account: bool = False
    """A handle, or something unusable that stands for one."""
    says_none: bool = False
    unreadable: bool = False
    """Something that is no number stands where the newest count would be."""

    @property
    def exists(self) -> bool:
        if self.says_none:
            return False
        return self.account or self.unreadable or (self.low is not None and self.high != 0)


NOTHING = Known()


def verdict_again(known: Mapping[str, Known], reading: str) -> str:
    """qualifies, not_yet or no_data; no reading has an age limit, so nothing is stale."""
    asked = [known.get(platform, NOTHING) for platform in PLATFORMS[reading]]
    reach = [_may_reach(one, SMALLEST[reading]) for one in asked]
    if reach.count((True, True)) >= NEEDED[reading]:
        return "qualifies"
    if reading == "a":
        return _any_of_the_existing(asked, reach)
    possible = sum(at_most for _, at_most in reach)
    return "no_data" if possible >= NEEDED[reading] else "not_yet"


def _may_reach(one: Known, smallest: int) -> tuple[bool, bool]:
    """Whether it surely reaches the smallest count, and whether any possible value does."""
    if one.says_none:
        return (False, False) if not one.unreadable else (False, True)
    if not one.exists or one.low is None:
        return False, True
    if one.low >= smallest:
        return True, True
    below = one.high is not None and one.high < smallest
    return False, one.unreadable or not below


def _any_of_the_existing(asked: list[Known], reach: list[tuple[bool, bool]]) -> str:
    there = [at_most for one, (_, at_most) in zip(asked, reach, strict=True) if one.exists]
    if there:
        return "no_data" if any(there) else "not_yet"
    return "not_yet" if all(one.says_none for one in asked) else "no_data"
