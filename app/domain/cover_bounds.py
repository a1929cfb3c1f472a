"""How few can cover everything at best: prices of things that no candidate's set exceeds.

If no candidate covers more than 1 altogether, the sum of all prices is needed at least. Things
are bits of a number, what a candidate covers is the number.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

_ROUNDING = 1e-9
_WORK = 1_200_000
"""Things looked at while prices are improved: a tenth of a second or two."""
_TURNS = 120
_PATIENCE = 8
"""Turns without a better bound until the steps are halved."""

Prices = Mapping[int, float]


def bits(mask: int) -> list[int]:
    """The single bits of a number, the lowest first."""
    found = []
    while mask:
        lowest = mask & -mask
        found.append(lowest)
        mask ^= lowest
    return found


@dataclass(frozen=True, slots=True)
class Priced:
    """Good prices, the bound they prove, and the candidates worth a look."""

    prices: Prices
    at_least: int
    promising: tuple[int, ...]
    """Places among the candidates: no cover smaller than the known one has any other."""


def bound(open_ones: int, left: Sequence[int], prices: Prices) -> int:
    """A size below which no cover of what is open can be.

    Args:
        open_ones: what is to be covered.
        left: what each candidate covers of it.
        prices: prices that no candidate exceeds.
    """
    holders: dict[int, list[int]] = {bit: [] for bit in bits(open_ones)}
    for place, mask in enumerate(left):
        for bit in bits(mask):
            holders[bit].append(place)
    sizes = [mask.bit_count() for mask in left]
    rarest = sorted(holders, key=lambda bit: len(holders[bit]))
    best = max(
        _raised(dict.fromkeys(rarest, 0.0), holders, sizes),
        _raised({bit: prices[bit] for bit in rarest}, holders, sizes),
        _raised(
            {bit: 1 / max(sizes[one] for one in holders[bit]) for bit in rarest}, holders, sizes
        ),
    )
    return ceil(best - _ROUNDING)


def priced(masks: Sequence[int], known: int, step: Callable[[], None]) -> Priced:
    """Improves the prices of all things by what is covered too often or not at all.

    Held and Karp's way: a step against the candidates that the prices make worth taking.

    Args:
        masks: what each candidate covers.
        known: the size of a cover that is known.
        step: called again and again.
    """
    sets = [bits(mask) for mask in masks]
    sizes = [len(one) for one in sets]
    prices: dict[int, float] = {}
    for things, size in zip(sets, sizes, strict=True):
        for bit in things:
            prices[bit] = min(prices.get(bit, 1.0), 1 / size)
    best, best_prices, pace, waited = 0.0, dict(prices), 1.0, 0
    for _ in range(min(_TURNS, _WORK // max(sum(sizes), 1) + 1)):
        step()
        value, slope = _valued(prices, sets)
        if value > best + _ROUNDING:
            best, best_prices, waited = value, dict(prices), 0
        else:
            waited += 1
            if waited >= _PATIENCE:
                pace, waited = pace / 2, 0
        length = sum(one * one for one in slope.values())
        if not length or ceil(best - _ROUNDING) >= known:
            break
        far = pace * (known - value) / length
        prices = {bit: max(0.0, price + far * slope[bit]) for bit, price in prices.items()}
    promising = tuple(
        place
        for place, things in enumerate(sets)
        if best + max(0.0, 1 - sum(best_prices[bit] for bit in things)) <= known - 1 + _ROUNDING
    )
    return Priced(_lowered(best_prices, sets), ceil(best - _ROUNDING), promising)


def _valued(prices: Prices, sets: Sequence[Sequence[int]]) -> tuple[float, dict[int, int]]:
    """The bound that prices prove though some exceed 1, and where they are too low or too high."""
    value = sum(prices.values())
    slope = dict.fromkeys(prices, 1)
    for things in sets:
        over = sum([prices[bit] for bit in things]) - 1
        if over > 0:
            value -= over
            for bit in things:
                slope[bit] -= 1
    return value, slope


def _lowered(prices: Prices, sets: Sequence[Sequence[int]]) -> Prices:
    """The same prices, cut until no candidate covers more than 1."""
    cut = dict.fromkeys(prices, 1.0)
    for things in sets:
        total = sum([prices[bit] for bit in things])
        if total > 1:
            for bit in things:
                cut[bit] = max(cut[bit], total)
    return {bit: price / cut[bit] for bit, price in prices.items()}


def _raised(prices: Prices, holders: Mapping[int, Sequence[int]], sizes: Sequence[int]) -> float:
    """The sum after each price, in this order, was raised as far as every candidate allows."""
    room = [1.0] * len(sizes)
    for bit, price in prices.items():
        if price:
            for place in holders[bit]:
                room[place] -= price
    total = sum(prices.values())
    for bit in prices:
        more = min([room[place] for place in holders[bit]])
        if more > _ROUNDING:
            total += more
            for place in holders[bit]:
                room[place] -= more
    return total
