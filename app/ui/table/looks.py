"""What a cell can look like beyond plain text; the delegate paints by the kind of the value."""

from dataclasses import dataclass
from enum import Enum

from app.domain.verdict import Verdict


@dataclass(frozen=True, slots=True)
class TextLook:
    """Words; with `second`, a smaller second line below. Tokens and fonts by their names."""

    text: str
    second: str = ""
    tone: str = "text"
    font: str = "body"
    icon: str = ""


@dataclass(frozen=True, slots=True)
class ChipLook:
    """A verdict's chip with its word."""

    verdict: Verdict
    word: str


class CountState(Enum):
    """What a count's cell says beside its number."""

    FRESH = "fresh"
    STALE = "stale"
    """Older than the limit: clock, tint, and `note` holds the age in words."""
    WARNED = "warned"
    """Implausible beside the last one: saved, but the strip below asks."""
    STATED = "stated"
    """No number but a statement, such as "none": `note` holds its words."""
    PENDING = "pending"
    """Typed, not yet saved."""


@dataclass(frozen=True, slots=True)
class CountLook:
    """A number at the right; at the left its date, a platform's tag, or words.

    `rounded` puts the about sign before the number, `clip` a paper clip: there is evidence.
    """

    number: str
    note: str = ""
    state: CountState = CountState.FRESH
    rounded: bool = False
    tag: str = ""
    clip: bool = False


@dataclass(frozen=True, slots=True)
class MarkLook:
    """A tinted cell with an icon and a word: the outcome of an imported row, a doubtful cell."""

    icon: str
    word: str
    tone: str
    tint: str = "surface"
    font: str = "small_medium"


@dataclass(frozen=True, slots=True)
class ChangeLook:
    """An old value struck through and the new one beside it."""

    old: str
    new: str


Look = TextLook | ChipLook | CountLook | MarkLook | ChangeLook

PENDING = "…"
"""Stands where something is being read."""

PENDING_LOOK = TextLook(PENDING, tone="text_2")
