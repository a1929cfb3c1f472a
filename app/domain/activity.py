"""Whether an account is in use: what was seen of it, and what that says on a later day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Activity:
    """What was seen of an account on `checked_on`: its last post, or only whether it is in use.

    At least one of `last_post` and `active` is set; where both are, the day of the post decides.
    """

    checked_on: date
    last_post: date | None = None
    active: bool | None = None
    id: int = 0

    def __post_init__(self) -> None:
        if self.last_post is None and self.active is None:
            raise ValueError("an activity says something")
        if self.last_post is not None and self.last_post > self.checked_on:
            raise ValueError("a post that was seen is not later than the look at it")


class Liveliness(StrEnum):
    """What is known of the use of an account on a day."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    UNKNOWN = "unknown"
    """Nobody looked, or so long ago that the account may have been used since."""


def liveliness(activity: Activity | None, within: int, as_of: date) -> Liveliness:
    """Whether an account was used in the `within` days before `as_of`, as far as is known.

    An old look proves that an account was used, never that it was not used since.
    """
    if activity is None or activity.checked_on > as_of:
        return Liveliness.UNKNOWN
    fresh = (as_of - activity.checked_on).days <= within
    if activity.last_post is not None:
        if (as_of - activity.last_post).days <= within:
            return Liveliness.ACTIVE
    elif activity.active and fresh:
        return Liveliness.ACTIVE
    elif activity.active:
        return Liveliness.UNKNOWN
    return Liveliness.INACTIVE if fresh else Liveliness.UNKNOWN
