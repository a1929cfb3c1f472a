"""Whether two spellings can be the name of one person: short forms, a slip, another order."""

from functools import lru_cache

from app.domain.name import fold_name
from app.domain.slip import one_slip

_SAME: dict[str, str] = {
    short: full
    for full, shorts in {
        "muhammad": "m muh muhamad mohammad mohamad moh mohd mohammed muhamed mhd md mochamad moch",
        "ahmad": "achmad akhmad ach akh",
        "abdul": "abd",
        "siti": "st",
        "nur": "noor",
    }.items()
    for short in shorts.split()
}
_LONG_ENOUGH = 5
"""From so many letters on, one slip leaves a word recognisable."""


@lru_cache(maxsize=20_000)
def names_agree(one: str, other: str) -> bool:
    """Whether nothing in the two names speaks against one person; titles and case do not count.

    It must stand beside another sign: 471 of 7,979 names are shared (reference/domain.md 1.1).
    """
    first, second = fold_name(one).split(), fold_name(other).split()
    if not first or not second:
        return False
    if first == second or "".join(first) == "".join(second) or sorted(first) == sorted(second):
        return True
    shorter, longer = sorted((first, second), key=len)
    return _pairs(shorter, longer) and _has_a_whole_word(shorter, longer)


def _pairs(shorter: list[str], longer: list[str]) -> bool:
    """Each word of the shorter name finds its own in the longer one, in their order."""
    at = 0
    for word in shorter:
        while at < len(longer) and not _alike(word, longer[at]):
            at += 1
        if at == len(longer):
            return False
        at += 1
    # One word may be left out, of a long name two: "Andi Budi Cahya Dewi" is called Andi Dewi.
    return len(longer) - len(shorter) <= max(1, len(longer) // 2)


def _has_a_whole_word(shorter: list[str], longer: list[str]) -> bool:
    """Initials alone would fit anybody."""
    return any(
        len(word) > 2 and any(_alike(word, another) and len(another) > 2 for another in longer)
        for word in shorter
    )


def _alike(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    one, other = _SAME.get(one, one), _SAME.get(other, other)
    if one == other:
        return True
    return max(len(one), len(other)) >= _LONG_ENOUGH and one_slip(one, other)
