"""Joins names into one phrase: "Instagram, Facebook, atau X"."""

from collections.abc import Sequence

from app.wording.language import Language


def any_of(names: Sequence[str], language: Language) -> str:
    """One, "a or b", "a, b, or c"; empty for nothing."""
    if len(names) < 2:
        return "".join(names)
    if len(names) == 2:
        return language.say("{first} or {last}").format(first=names[0], last=names[1])
    most = ", ".join(names[:-1])
    return language.say("{most}, or {last}").format(most=most, last=names[-1])


def all_of(names: Sequence[str], language: Language) -> str:
    """One, "a and b", "a, b, and c"; empty for nothing."""
    if len(names) < 2:
        return "".join(names)
    if len(names) == 2:
        return language.say("{first} and {last}").format(first=names[0], last=names[1])
    most = ", ".join(names[:-1])
    return language.say("{most}, and {last}").format(most=most, last=names[-1])
