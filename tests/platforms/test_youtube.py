"""YouTube: rounded numbers are intervals, a handle is asked for once, each reason has its meaning."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.count import Interval
from app.domain.fetched import Asked, FetchState
from app.domain.handle import Handle, HandleKind
from app.domain.platform import Platform
from app.platforms.settings import PlatformSettings, read_settings
from app.platforms.youtube import YouTube, _read_channels, rounded_down
from tests.platforms.cases import CASES
from tests.platforms.conftest import FakeTime
from tests.platforms.standin import StandIn
from tests.platforms.standin.world import channel_id

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

CASE = CASES[3]


@pytest.mark.parametrize(
    ("shown", "interval"),
    [
        (0, Interval.of(0)),
        (499, Interval.of(499)),
        (999, Interval.of(999)),
        (1000, Interval(1000, 1009, exact=False)),
        (1230, Interval(1230, 1239, exact=False)),
        (12_300, Interval(12_300, 12_399, exact=False)),
        (1_230_000, Interval(1_230_000, 1_239_999, exact=False)),
        # Not rounded, so it is what it says.
        (1234, Interval.of(1234)),
    ],
)
def test_a_rounded_number_stands_for_all_that_are_shown_so(shown: int, interval: Interval) -> None:
    assert rounded_down(shown) == interval


@pytest.mark.parametrize(
    ("kind", "parameter"),
    [
        (HandleKind.USERNAME, {"forHandle": ["@diskominfo"]}),
        (HandleKind.CUSTOM, {"forHandle": ["@diskominfo"]}),
        (HandleKind.LEGACY, {"forUsername": ["diskominfo"]}),
    ],
)
def test_each_kind_of_name_is_looked_up_in_its_own_way(
    kind: HandleKind,
    parameter: dict[str, list[str]],
    settings: PlatformSettings,
    stand_in: StandIn,
    fake_time: FakeTime,
) -> None:
    asked = Asked(Handle(Platform.YOUTUBE, "diskominfo", kind))
    result = YouTube(settings, fake_time.clock).fetch([asked], fake_time.pause).results[0]
    assert result.platform_id == channel_id("diskominfo")
    assert parameter.items() <= dict(stand_in.calls[0].query).items()


def test_channels_are_fetched_fifty_at_once_however_they_were_named(
    settings: PlatformSettings, stand_in: StandIn, fake_time: FakeTime
) -> None:
    client = YouTube(settings, fake_time.clock)
    for number in range(3):
        stand_in.world.remember(channel_id(f"kanal{number}"), f"kanal{number}")
    asked = [CASE.asked(f"kanal{number}", channel_id(f"kanal{number}")) for number in range(2)]
    asked.append(Asked(Handle(Platform.YOUTUBE, channel_id("kanal2"), HandleKind.CHANNEL_ID)))
    (batch,) = client.batches(asked)
    answer = client.fetch(batch, fake_time.pause)
    assert [result.state for result in answer.results] == [FetchState.OK] * 3
    assert answer.calls == 1


@pytest.mark.parametrize(
    ("key", "state", "code"),
    [
        ("KUNCI-SALAH", FetchState.TOKEN, "http 400 API_KEY_INVALID"),
        ("KUNCI-HABIS", FetchState.RATE_LIMITED, "http 403 quotaExceeded"),
        ("KUNCI-BELUM-AKTIF", FetchState.NEEDS_PERMISSION, "http 403 accessNotConfigured"),
    ],
)
def test_each_reason_has_its_meaning(
    key: str, state: FetchState, code: str, stand_in: StandIn, fake_time: FakeTime
) -> None:
    client = YouTube(read_settings(stand_in.environment(key)), fake_time.clock)
    stop = client.fetch(CASE.many(1), fake_time.pause).stop
    assert stop is not None
    assert (stop.state, stop.code) == (state, code)


@pytest.mark.parametrize(("hour", "wait"), [(3, 5), (8, 24), (20, 12)])
def test_a_quota_that_is_used_up_opens_with_the_day_of_california(
    hour: int, wait: int, stand_in: StandIn
) -> None:
    time = FakeTime(datetime(2026, 11, 28, hour, tzinfo=UTC))
    client = YouTube(read_settings(stand_in.environment("KUNCI-HABIS")), time.clock)
    stop = client.fetch(CASE.many(1), time.pause).stop
    assert stop is not None
    assert stop.until == time.start + timedelta(hours=wait)


@pytest.mark.parametrize(
    ("body", "state"),
    [
        ({}, FetchState.NOT_FOUND),
        ({"items": []}, FetchState.NOT_FOUND),
        ({"kind": "youtube#channelListResponse"}, FetchState.NOT_FOUND),
        ({"account": "akun1", "followers": 12}, FetchState.UNEXPECTED),
        ({"items": {}}, FetchState.UNEXPECTED),
        ([], FetchState.UNEXPECTED),
    ],
)
def test_nobody_is_missing_from_what_is_no_list_of_channels(
    body: object, state: FetchState
) -> None:
    assert [result.state for result in _read_channels(CASE.many(1), body)] == [state]
