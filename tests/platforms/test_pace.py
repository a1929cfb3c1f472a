"""How fast a host is asked: slower after trouble, faster after success, never while it is closed."""

from datetime import timedelta

import pytest

from app.domain.errors import Cancelled
from app.platforms.pace import LEAST, MOST, Pace
from tests.platforms.conftest import FakeTime


@pytest.fixture
def pace(fake_time: FakeTime) -> Pace:
    return Pace(fake_time.clock)


def test_trouble_doubles_the_delay_up_to_half_a_minute_and_success_halves_it(pace: Pace) -> None:
    delays = []
    for _ in range(8):
        pace.had_trouble()
        delays.append(pace.delay)
    assert delays == [1, 2, 4, 8, 16, 30, 30, 30]
    for _ in range(8):
        pace.went_well()
        delays.append(pace.delay)
    assert delays[8:] == [16, 8, 4, 2, 1, LEAST, LEAST, LEAST]


def test_a_wait_is_counted_from_the_start_of_the_last_call(pace: Pace, fake_time: FakeTime) -> None:
    pace.wait(fake_time.pause)
    assert fake_time.waited == 0
    fake_time.waited += LEAST / 2  # what the call itself took
    pace.wait(fake_time.pause)
    assert fake_time.waited == pytest.approx(LEAST)
    fake_time.waited += 99
    pace.wait(fake_time.pause)
    assert fake_time.waited == pytest.approx(99 + LEAST)


@pytest.mark.parametrize(("asked", "longer"), [(5, 5), (-1, 0), (999, MOST)])
def test_a_limit_that_comes_near_costs_one_longer_wait(
    asked: float, longer: float, pace: Pace, fake_time: FakeTime
) -> None:
    pace.wait(fake_time.pause)
    pace.slow_down(asked)
    pace.wait(fake_time.pause)
    pace.wait(fake_time.pause)
    assert fake_time.waited == pytest.approx(longer + 2 * LEAST)


def test_a_host_that_closed_opens_when_it_said(pace: Pace, fake_time: FakeTime) -> None:
    until = fake_time.now() + timedelta(seconds=60)
    pace.close(until)
    assert pace.closed_until == until
    fake_time.pause(59)
    assert pace.closed_until == until
    fake_time.pause(1)
    assert pace.closed_until is None


def test_who_stops_is_heard_in_a_wait(pace: Pace) -> None:
    def stop(_seconds: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        pace.wait(stop)
