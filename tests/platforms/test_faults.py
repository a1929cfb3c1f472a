"""24 faults of network and server, each with every client: a typed result, in time, and no token told.

The long form, with the harness and with true deadlines: tests/reliability/faulty_fetch.py.
"""

import logging
import threading
from collections.abc import Mapping
from dataclasses import replace

import pytest

from app.domain.fetched import Answer, FetchState
from app.platforms.settings import PlatformSettings, Times
from app.platforms.sources import SOURCES
from tests.platforms.cases import CASES, Case
from tests.platforms.conftest import FakeTime
from tests.platforms.standin import TOKEN, StandIn
from tests.platforms.standin.faults import FAULTS

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

S = FetchState
TOO_SLOW = ("slow", "slowheader", "hang")
WANTED: Mapping[str, tuple[FetchState, ...]] = {
    "ok": (S.OK,),
    "401": (S.TOKEN, S.NEEDS_PERMISSION),
    "429": (S.RATE_LIMITED,),
    "500": (S.TEMPORARY,),
    "badjson": (S.UNEXPECTED,),
    "nanjson": (S.UNEXPECTED,),
    "htmljson": (S.TEMPORARY,),
    "dupkeys": (S.UNEXPECTED,),
    "deep": (S.UNEXPECTED,),
    "wrongtype": (S.UNEXPECTED,),
    "emptyok": (S.UNEXPECTED,),
    "utf16": (S.UNEXPECTED,),
    "clock": (S.OK,),
    "big": (S.UNEXPECTED,),
    "gzipbomb": (S.UNEXPECTED,),
    "slow": (S.TEMPORARY,),
    "slowheader": (S.TEMPORARY,),
    "hang": (S.TEMPORARY,),
    "reset": (S.TEMPORARY,),
    "halfbody": (S.TEMPORARY,),
    "nolength": (S.OK,),
    "redirect-other": (S.TEMPORARY,),
    "redirect-loop": (S.TEMPORARY,),
    "redirect-file": (S.TEMPORARY,),
}


def test_all_faults_are_here() -> None:
    assert set(WANTED) == set(FAULTS)
    assert len(FAULTS) == 24


def states(answer: Answer) -> set[FetchState]:
    stopped = set() if answer.stop is None else {answer.stop.state}
    return {result.state for result in answer.results} | stopped


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_ends_in_a_typed_result(
    fault: str,
    case: Case,
    settings: PlatformSettings,
    stand_in: StandIn,
    fake_time: FakeTime,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    # Neither the drip nor the silence is waited for longer than it takes to see it.
    whole = 0.06 if fault in TOO_SLOW else 60.0
    timed = replace(settings, times=Times(connect=60.0, read=60.0, whole=whole))
    stand_in.fault = fault
    source = SOURCES[case.platform](timed, fake_time.clock)
    answer = source.fetch(case.many(2), fake_time.pause)
    assert len(states(answer)) == 1
    assert states(answer) <= set(WANTED[fault])
    if S.OK not in WANTED[fault]:
        assert not any(result.count for result in answer.results)
    # One call for each account where it asks singly, each at most four times.
    assert answer.calls <= 4 * case.calls(2)
    assert all(seen.path != "/again" for seen in stand_in.calls)
    assert TOKEN not in caplog.text + repr(answer)


@pytest.mark.parametrize("fault", TOO_SLOW)
def test_a_call_that_was_given_up_leaves_no_thread_behind(
    fault: str, settings: PlatformSettings, stand_in: StandIn, fake_time: FakeTime
) -> None:
    stand_in.fault = fault
    timed = replace(settings, times=Times(connect=60.0, read=60.0, whole=0.06))
    SOURCES[CASES[0].platform](timed, fake_time.clock).fetch(CASES[0].many(1), fake_time.pause)
    for thread in threading.enumerate():
        if thread.name == "call":
            thread.join(60)
            assert not thread.is_alive()
