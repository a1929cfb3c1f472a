"""How fast one host is asked: slower after each trouble, faster again after each success."""

from datetime import datetime

from app.platforms.clock import Clock
from app.platforms.protocol import Pause

LEAST = 0.05
"""Seconds from the start of one call to the start of the next."""
MOST = 30.0
_STEEPEST = 6


class Pace:
    """Of one host. Waits are measured from the start of the last call."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._level = 0
        self._extra = 0.0
        self._last: float | None = None
        self._closed_until: datetime | None = None

    @property
    def delay(self) -> float:
        """Seconds between two calls: doubled by each trouble, halved by each success."""
        return LEAST if self._level == 0 else min(MOST, 2.0 ** (self._level - 1))

    @property
    def closed_until(self) -> datetime | None:
        """Until when the host wants no call at all; None where it may be asked."""
        if self._closed_until is not None and self._closed_until <= self._clock.now():
            self._closed_until = None
        return self._closed_until

    def close(self, until: datetime) -> None:
        """The host said when its limit opens again."""
        self._closed_until = until

    def slow_down(self, seconds: float) -> None:
        """A limit comes near: the next call waits so much longer."""
        self._extra = min(MOST, max(0.0, seconds))

    def went_well(self) -> None:
        """An answer came."""
        self._level = max(0, self._level - 1)

    def had_trouble(self) -> None:
        """None came, or the host is overloaded."""
        self._level = min(_STEEPEST, self._level + 1)

    def wait(self, pause: Pause) -> None:
        """Waits for the turn of the next call.

        Raises:
            Cancelled: out of `pause`.
        """
        now = self._clock.ticks()
        due = now if self._last is None else self._last + self.delay + self._extra
        # Also without a wait: a person who stopped the work is heard before each call.
        pause(max(0.0, due - now))
        self._extra = 0.0
        self._last = self._clock.ticks()
