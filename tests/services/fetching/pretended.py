"""A platform that is only pretended: it knows accounts, fails as told, and waits without a clock."""

import random
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from typing_extensions import override

from app.domain.count import Interval
from app.domain.fetched import Answer, Asked, Connection, Fetched, FetchState, Quota, Stop
from app.domain.platform import Platform
from app.services.job import Job

START = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


class Time:
    """A clock that goes on when somebody waits."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now
        self.waited: list[float] = []

    def __call__(self) -> datetime:
        return self.now

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.now += timedelta(seconds=seconds)


class _Waiting(threading.Event):
    def __init__(self, time: Time) -> None:
        super().__init__()
        self._time = time

    @override
    def wait(self, timeout: float | None = None) -> bool:
        self._time.wait(timeout or 0)
        return self.is_set()


def a_job(time: Time, told: Callable[[int, int], None] = lambda done, total: None) -> Job:
    """Waits by the pretended clock."""
    return Job(told, _Waiting(time))


def a_job_stopped_when(time: Time, reached: Callable[[int], bool]) -> Job:
    """A person stops it when so many accounts are done."""
    stop = _Waiting(time)

    def look(done: int, total: int) -> None:
        if reached(done):
            stop.set()

    return Job(look, stop)


@dataclass(eq=False)
class PretendedSource:
    """`accounts`: by handle a count, or what is said instead. `faults`: how often a call fails."""

    platform: Platform = Platform.INSTAGRAM
    accounts: Mapping[str, int | Interval | FetchState] = field(default_factory=dict)
    size: int = 50
    faults: float = 0.0
    chance: random.Random = field(default_factory=lambda: random.Random(1))
    stops: list[Stop | None] = field(default_factory=list)
    """For the next calls; a call with a stop answers for the first half of its batch."""
    quota: Quota | None = None
    closed: Stop | None = None
    ids: Mapping[str, str] = field(default_factory=dict)
    asked: list[tuple[Asked, ...]] = field(default_factory=list)
    before_answer: Callable[[], None] = lambda: None

    def barred(self) -> Stop | None:
        return self.closed

    def check(self, asked: Asked) -> FetchState | None:
        return FetchState.INVALID_HANDLE if asked.handle.text.startswith("_") else None

    def batches(self, asked: Sequence[Asked]) -> Sequence[Sequence[Asked]]:
        return [asked[at : at + self.size] for at in range(0, len(asked), self.size)]

    def fetch(self, batch: Sequence[Asked], pause: Callable[[float], None]) -> Answer:
        pause(0)
        self.asked.append(tuple(batch))
        self.before_answer()
        stop = self.stops.pop(0) if self.stops else None
        if stop is not None:
            half = batch[: len(batch) // 2] if stop.state is FetchState.RATE_LIMITED else ()
            return Answer(tuple(map(self._of, half)), stop, 1)
        return Answer(tuple(self._of(one, self.faults) for one in batch), None, 1)

    def test(self, pause: Callable[[float], None]) -> Connection:
        pause(0)
        return Connection(account="diskominfo.contoh")

    def _of(self, asked: Asked, faults: float = 0.0) -> Fetched:
        if self.chance.random() < faults:
            return Fetched(asked, FetchState.TEMPORARY, code="http 502")
        said = self.accounts.get(asked.handle.text, FetchState.NOT_FOUND)
        if isinstance(said, FetchState):
            return Fetched(asked, said)
        span = Interval.of(said) if isinstance(said, int) else said
        return Fetched(asked, FetchState.OK, span, self.ids.get(asked.handle.text))

    @property
    def handles_asked(self) -> list[str]:
        """In the order in which they were asked for."""
        return [one.handle.text for batch in self.asked for one in batch]
