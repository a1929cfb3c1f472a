"""The time as the clients see it, so that tests need not wait for it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Clock:
    """`ticks` never jumps and measures waits; `now` is the time of day, in UTC, and may be wrong."""

    ticks: Callable[[], float]
    now: Callable[[], datetime]


SYSTEM_CLOCK = Clock(time.monotonic, lambda: datetime.now(UTC))
