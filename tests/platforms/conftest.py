"""A stand-in for the platforms, a clock that nobody waits for, and one client for each case."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from app.platforms.clock import Clock
from app.platforms.protocol import FollowerSource
from app.platforms.settings import PlatformSettings, read_settings
from app.platforms.sources import SOURCES
from tests.platforms.cases import CASES, Case
from tests.platforms.standin import TOKEN, StandIn


@dataclass
class FakeTime:
    """Pauses pass at once; `waited` is their sum."""

    start: datetime = field(default_factory=lambda: datetime.now(UTC))
    waited: float = 0.0
    pauses: list[float] = field(default_factory=list)

    def pause(self, seconds: float) -> None:
        self.waited += seconds
        if seconds:
            self.pauses.append(seconds)

    @property
    def clock(self) -> Clock:
        return Clock(lambda: self.waited, self.now)

    def now(self) -> datetime:
        return self.start + timedelta(seconds=self.waited)


@pytest.fixture
def fake_time() -> FakeTime:
    return FakeTime()


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    with StandIn() as server:
        yield server


@pytest.fixture(params=CASES, ids=lambda case: str(case.platform))
def case(request: pytest.FixtureRequest) -> Case:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def settings(stand_in: StandIn) -> PlatformSettings:
    return read_settings(stand_in.environment(TOKEN))


@pytest.fixture
def source(case: Case, settings: PlatformSettings, fake_time: FakeTime) -> FollowerSource:
    return SOURCES[case.platform](settings, fake_time.clock)
