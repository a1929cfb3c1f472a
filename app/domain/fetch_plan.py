"""What a fetch is going to ask, said before it starts: how many, by how many calls, and whom not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.fetched import Quota, Stop
from app.domain.platform import Platform

FETCHABLE: tuple[Platform, ...] = (
    Platform.INSTAGRAM,
    Platform.FACEBOOK,
    Platform.X,
    Platform.YOUTUBE,
    Platform.BLUESKY,
    Platform.MASTODON,
)
"""Platforms with an official way to read the followers of somebody else's account."""

BY_HAND: tuple[Platform, ...] = (Platform.TIKTOK, Platform.THREADS)
"""Platforms that an office can only read by eye."""


class LeftOut(StrEnum):
    """Why an account is not asked about."""

    NO_CONSENT = "no_consent"
    """Nobody recorded that the person agrees."""
    REFUSED = "refused"
    """The person refused, or withdrew the consent."""
    NO_NAME = "no_name"
    """What is written names no account."""
    UNUSABLE = "unusable"
    """The platform can not be asked about such a name."""
    ANSWERED = "answered"
    """The platform has answered within a day."""


@dataclass(frozen=True, slots=True)
class Portion:
    """So many accounts from this moment on."""

    at: datetime
    accounts: int


def portions(
    accounts: int, quota: Quota | None, used: int, now: datetime, not_before: datetime
) -> Sequence[Portion]:
    """How many accounts can be asked when; for the plan alone: the platform has the last word.

    Args:
        accounts: how many wait.
        quota: None for no limit that is known.
        used: how many were asked about within the span that ends now.
        now: the moment of asking.
        not_before: until then the platform wants to hear nothing.
    """
    start = max(now, not_before)
    if quota is None:
        return (Portion(start, accounts),) if accounts else ()
    found = []
    room = quota.accounts if start > now else max(quota.accounts - used, 0)
    while accounts > 0:
        some = min(accounts, room)
        if some > 0:
            found.append(Portion(start, some))
        accounts, start, room = accounts - some, start + quota.within, quota.accounts
    return tuple(found)


@dataclass(frozen=True, slots=True)
class PlatformPlan:
    """What will be asked of one platform.

    `accounts` that wait, `handles` of them that differ: two people may name one account, which is
    asked about once. `calls` to the platform, at least. `portions`: when how many of these can go.
    `barred`: nothing of it, and why. `continued` of them are left from a fetch that did not end.
    """

    platform: Platform
    accounts: int
    handles: int
    calls: int
    portions: Sequence[Portion]
    left_out: Mapping[LeftOut, int]
    barred: Stop | None = None
    continued: int = 0


@dataclass(frozen=True, slots=True)
class FetchPlan:
    """All platforms, in their order; only those with accounts."""

    platforms: Sequence[PlatformPlan]
    by_hand: Mapping[Platform, int]
    """Accounts on platforms that are read by eye."""

    @property
    def open(self) -> Sequence[PlatformPlan]:
        """Platforms that can be asked about somebody now or later."""
        return [one for one in self.platforms if one.barred is None and one.accounts]

    @property
    def accounts(self) -> int:
        """That can be asked about."""
        return sum(one.accounts for one in self.open)

    @property
    def calls(self) -> int:
        """That this takes."""
        return sum(one.calls for one in self.open)
