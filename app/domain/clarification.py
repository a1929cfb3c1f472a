"""What a person decided about an account whose counts jumped: it is in order, or it does not count.

Nothing here is ever decided by the program. A jump is no proof of anything: most have innocent
reasons, and whoever decides says which, or why not.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class InnocentReason(StrEnum):
    """Why a count may have jumped although nothing is wrong."""

    VIRAL = "viral"
    """One post went round."""
    EVENT = "event"
    """An event, a contest, or the press."""
    MERGED = "merged"
    """Two accounts became one, or a page was taken over."""
    OTHER_ACCOUNT = "other_account"
    """The earlier number was that of another account, or the newer one is."""
    FRIENDS = "friends"
    """Friends were counted once and followers the other time."""
    ROUNDED = "rounded"
    """The earlier number was a rounded one."""
    MISTYPED_BEFORE = "mistyped_before"
    """The earlier number was typed wrongly, this one is right."""
    LONG_UNCOUNTED = "long_uncounted"
    """Nobody counted for a long time."""
    CLEANED = "cleaned"
    """The platform or the person took followers away that were not real or not wanted."""
    NEW_ACCOUNT = "new_account"
    """The account was lost or closed, and a new one began."""
    OTHER = "other"
    """Something else; the note says what."""


class Decision(StrEnum):
    """What a person said of an account after a look at its jump."""

    EXPLAINED = "explained"
    """In order: it is not asked about again, and counts as ever."""
    EXCLUDED = "excluded"
    """The account does not count towards any rule until the decision is taken back."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """When a decision ceased to hold, and who said so."""

    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Clarification:
    """One decision, with who took it, when, and why.

    `count` is the count that the account jumped to, by id. `innocent` is set with `EXPLAINED`,
    `note` always with `EXCLUDED`: an exclusion without a reason does not exist. `taken_back` is
    None while it holds; afterwards it stays in the log.
    """

    decision: Decision
    count: int
    since: date
    innocent: InnocentReason | None
    note: str
    decided_at: datetime
    by: str
    id: int = 0
    taken_back: TakenBack | None = None

    def __post_init__(self) -> None:
        if self.decision is Decision.EXCLUDED and not self.note.strip():
            raise ValueError("an account is not excluded without a reason")
        if (self.innocent is None) is (self.decision is Decision.EXPLAINED):
            raise ValueError("an innocent reason belongs to what is explained, and to nothing else")
        if self.innocent is InnocentReason.OTHER and not self.note.strip():
            raise ValueError("another reason is told")


@dataclass(frozen=True, slots=True)
class Exclusion:
    """That an account does not count, from the day of the doubted count on.

    It is the account that is left out, not the person: the doubt is about one number, and whoever
    has another account that meets the rule qualifies by that one. It holds from `since` and not
    from the day of the decision: a report of November that is written in December must know of it,
    one of the month before the jump must not.
    """

    since: date
    reason: str
    decided_on: date
    by: str
