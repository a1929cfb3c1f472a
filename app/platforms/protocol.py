"""What every platform's client can do; whoever fetches knows nothing else of it."""

from collections.abc import Callable, Sequence
from typing import Protocol

from app.domain.fetched import Answer, Asked, Connection, FetchState, Quota, Stop
from app.domain.platform import Platform

Pause = Callable[[float], None]
"""Waits so many seconds, or raises `Cancelled` at once when a person stops the work.

`pause(0)` only looks; it is called several times a second while an answer is awaited.
"""


class FollowerSource(Protocol):
    """Asks one platform for follower counts. Nothing but `Cancelled` ever comes out as an error."""

    @property
    def platform(self) -> Platform:
        """The platform that is asked."""

    @property
    def quota(self) -> Quota | None:
        """What a plan may count on; None where the platform names no limit that an office meets."""

    def barred(self) -> Stop | None:
        """Why nothing may be asked at all: no token, no approval. None where it may."""

    def check(self, asked: Asked) -> FetchState | None:
        """What is known without asking: INVALID_HANDLE and the like; None where it can be asked."""

    def batches(self, asked: Sequence[Asked]) -> Sequence[Sequence[Asked]]:
        """As few calls as the platform allows, in the order given. All must have passed `check`."""

    def fetch(self, batch: Sequence[Asked], pause: Pause) -> Answer:
        """One call, tried again by itself where that helps.

        Raises:
            Cancelled: out of `pause`.
        """

    def test(self, pause: Pause) -> Connection:
        """Whom the token speaks for, what it may do, and until when.

        Raises:
            Cancelled: out of `pause`.
        """
