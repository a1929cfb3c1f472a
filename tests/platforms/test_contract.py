"""What every client keeps, whatever its platform: proven against the stand-in for each of them."""

import logging
import socket
import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.errors import Cancelled
from app.domain.fetched import (
    OFFLINE,
    SIGN_IN_PAGE,
    Answer,
    Asked,
    Fetched,
    FetchState,
)
from app.platforms.protocol import FollowerSource
from app.platforms.settings import PlatformSettings, Times, read_settings
from app.platforms.sources import SOURCES
from tests.platforms.cases import CASES, Case
from tests.platforms.conftest import FakeTime
from tests.platforms.standin import TOKEN, StandIn, environment, followers_of

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])


def fetch_all(
    source: FollowerSource, asked: Sequence[Asked], time: FakeTime
) -> tuple[dict[Asked, Fetched], list[Answer]]:
    """Every batch in turn; no account may get two results."""
    answers = [source.fetch(batch, time.pause) for batch in source.batches(asked)]
    results = [result for answer in answers for result in answer.results]
    found = {result.asked: result for result in results}
    assert len(found) == len(results)
    return found, answers


def test_each_account_gets_its_own_count_and_its_id(
    case: Case, source: FollowerSource, fake_time: FakeTime
) -> None:
    asked = case.many(7)
    found, answers = fetch_all(source, asked, fake_time)
    assert list(map(str, sorted(found, key=repr))) == list(map(str, sorted(asked, key=repr)))
    for one, result in found.items():
        assert result.state is FetchState.OK, result
        assert result.count is not None
        true = followers_of(one.handle.text.partition("@")[0])
        assert result.count.low <= true <= (result.count.high or 0)
        assert result.count.exact or true >= 1000
        assert result.platform_id
    assert all(answer.stop is None for answer in answers)


@pytest.mark.parametrize("count", [1, 25, 26, 101])
def test_the_number_of_calls_is_the_documented_minimum(
    count: int, case: Case, source: FollowerSource, stand_in: StandIn, fake_time: FakeTime
) -> None:
    stand_in.world.meta_percent = 0
    found, answers = fetch_all(source, case.many(count), fake_time)
    assert len(stand_in.calls) == sum(answer.calls for answer in answers) == case.calls(count)
    again = [Asked(one.handle, result.platform_id) for one, result in found.items()]
    fetch_all(source, again, fake_time)
    assert len(stand_in.calls) == case.calls(count) + case.calls(count, known=True)


def test_every_fate_of_an_account_has_its_state(
    case: Case, source: FollowerSource, fake_time: FakeTime
) -> None:
    wanted = {case.asked(f"{word}001"): state for word, state in case.fates.items()}
    found, answers = fetch_all(source, list(wanted), fake_time)
    assert {one: result.state for one, result in found.items()} == wanted
    assert all(answer.stop is None for answer in answers)


def test_zero_is_a_count_only_where_the_platform_says_so(
    case: Case, source: FollowerSource, stand_in: StandIn, fake_time: FakeTime
) -> None:
    stand_in.world.zero = True
    found, _ = fetch_all(source, case.many(2), fake_time)
    assert [result.count.low for result in found.values() if result.count] == [0, 0]


@pytest.mark.parametrize(
    "text",
    ["a b", "nama/../x", "x){id},business_discovery.username(y", "", "a" * 300, "é", "x&y=1"],
)
def test_a_name_that_no_account_can_have_never_reaches_the_net(
    text: str, case: Case, source: FollowerSource, stand_in: StandIn, fake_time: FakeTime
) -> None:
    bad = replace(case.asked("akun0001"))
    bad = Asked(replace(bad.handle, text=case.name(text)))
    if source.check(bad) is None:
        # YouTube allows letters of all scripts.
        assert case.platform.value == "youtube"
        assert text == "é" or not text
        return
    answer = source.fetch([bad], fake_time.pause)
    assert [result.state for result in answer.results] == [FetchState.INVALID_HANDLE]
    assert not stand_in.calls


@pytest.mark.parametrize("mishap", ["500", "502 page", "503", "truncated", "drop", "empty"])
def test_what_fails_for_a_moment_is_asked_again(
    mishap: str, case: Case, source: FollowerSource, stand_in: StandIn, fake_time: FakeTime
) -> None:
    stand_in.mishaps.extend([mishap, mishap])
    answer = source.fetch(case.many(1), fake_time.pause)
    assert [result.state for result in answer.results] == [FetchState.OK]
    assert answer.calls == len(stand_in.calls) == 3
    assert fake_time.waited >= 2, "a host in trouble is left alone for longer and longer"


def test_a_host_that_stays_out_of_order_is_given_up(
    case: Case, source: FollowerSource, stand_in: StandIn, fake_time: FakeTime
) -> None:
    stand_in.mishaps.extend(["500"] * 99)
    one, two = case.many(1), case.many(1, 1)
    answer = source.fetch(one, fake_time.pause)
    assert [result.state for result in answer.results] == [FetchState.TEMPORARY]
    assert answer.stop is None
    assert answer.calls == 4
    answer = source.fetch(two, fake_time.pause)
    if case.platform.value == "mastodon":
        # One server of many: only its own accounts wait.
        assert [result.state for result in answer.results] == [FetchState.TEMPORARY]
        seen = len(stand_in.calls)
        source.fetch(two, fake_time.pause)
        assert len(stand_in.calls) == seen
    else:
        assert answer.results == ()
        assert answer.stop is not None
        assert answer.stop.state is FetchState.TEMPORARY


@pytest.mark.parametrize("mishap", ["200 page", "403 page", "redirect"])
def test_a_page_to_sign_in_to_the_network_is_no_answer_and_is_never_followed(
    mishap: str, case: Case, source: FollowerSource, stand_in: StandIn, fake_time: FakeTime
) -> None:
    stand_in.mishaps.append(mishap)
    answer = source.fetch(case.many(1), fake_time.pause)
    told = {answer.stop.code if answer.stop else "", *(one.code for one in answer.results)}
    assert SIGN_IN_PAGE in told
    assert not any(result.state is FetchState.OK for result in answer.results)
    assert len(stand_in.calls) == 1


def test_without_a_connection_the_accounts_stay_as_they_were(
    case: Case, fake_time: FakeTime
) -> None:
    with socket.socket() as nobody:
        # Taken, so that nobody else can listen there meanwhile.
        nobody.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        source = SOURCES[case.platform](read_settings(environment(url, TOKEN)), fake_time.clock)
        answer = source.fetch(case.many(1), fake_time.pause)
    told = {answer.stop.code if answer.stop else "", *(one.code for one in answer.results)}
    assert OFFLINE in told
    assert answer.calls == 2
    assert not any(result.count for result in answer.results)


def test_a_limit_stops_the_platform_until_it_opens_and_no_call_is_made_before(
    case: Case, source: FollowerSource, stand_in: StandIn, fake_time: FakeTime
) -> None:
    stand_in.mishaps.append("429")
    answer = source.fetch(case.many(1), fake_time.pause)
    assert answer.results == ()
    assert answer.stop is not None
    assert answer.stop.state is FetchState.RATE_LIMITED
    until = answer.stop.until
    assert until is not None
    assert fake_time.now() < until
    again = source.fetch(case.many(1), fake_time.pause)
    assert again.stop is not None
    assert again.calls == 0
    assert len(stand_in.calls) == 1
    fake_time.pause((until - fake_time.now()).total_seconds())
    assert source.fetch(case.many(1), fake_time.pause).results[0].state is FetchState.OK


@pytest.mark.parametrize("ahead", [-3600, 0, 86_400])
def test_the_end_of_a_limit_is_told_by_our_clock_however_wrong_one_of_them_is(
    ahead: int, settings: PlatformSettings, stand_in: StandIn, fake_time: FakeTime
) -> None:
    stand_in.world.clock_ahead = ahead
    stand_in.world.x_left = 0
    stand_in.world.x_window = 300
    x = next(case for case in CASES if case.platform.value == "x")
    answer = SOURCES[x.platform](settings, fake_time.clock).fetch(x.many(1), fake_time.pause)
    assert answer.stop is not None
    assert answer.stop.until is not None
    wait = answer.stop.until - fake_time.now()
    assert timedelta(seconds=295) <= wait <= timedelta(seconds=305)


@pytest.mark.parametrize("mishap", ["401", "402", "403", "418"])
def test_a_refusal_is_no_count_and_is_not_repeated(
    mishap: str, case: Case, source: FollowerSource, stand_in: StandIn, fake_time: FakeTime
) -> None:
    stand_in.mishaps.append(mishap)
    answer = source.fetch(case.many(1), fake_time.pause)
    states = {one.state for one in answer.results} | ({answer.stop.state} if answer.stop else set())
    assert len(states) == 1
    assert not states & {FetchState.OK, FetchState.TEMPORARY, FetchState.NOT_FOUND}
    assert len(stand_in.calls) == 1


@pytest.mark.parametrize("token", ["TOKEN-KEDALUWARSA", "TOKEN-SALAH"])
@pytest.mark.parametrize(
    "case", [case for case in CASES if case.has_token], ids=lambda case: case.platform
)
def test_a_token_that_is_refused_stops_the_platform_at_once(
    token: str, case: Case, stand_in: StandIn, fake_time: FakeTime
) -> None:
    settings = read_settings(stand_in.environment(token))
    source = SOURCES[case.platform](settings, fake_time.clock)
    answer = source.fetch(case.many(3), fake_time.pause)
    assert answer.results == ()
    assert answer.stop is not None
    assert answer.stop.state is FetchState.TOKEN
    assert answer.stop.until is None
    assert len(stand_in.calls) == 1


def test_without_a_token_nothing_is_sent(
    case: Case, stand_in: StandIn, fake_time: FakeTime
) -> None:
    names = {k: v for k, v in stand_in.environment("").items() if k.endswith("_URL")}
    source = SOURCES[case.platform](read_settings(names), fake_time.clock)
    barred = source.barred()
    if not case.has_token:
        assert barred is None
        return
    assert barred is not None
    assert source.fetch(case.many(1), fake_time.pause) == Answer(stop=barred)
    assert source.test(fake_time.pause).stop == barred
    assert not stand_in.calls


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com",
        "ftp://127.0.0.1",
        "https://user:word@example.com",
        "https://",
        "file:///etc/passwd",
        "http://127.0.0.1.example.com",
        "http://[::1",
        "",
    ],
)
def test_an_address_that_is_neither_https_nor_this_computer_is_never_asked(
    url: str, case: Case, stand_in: StandIn, fake_time: FakeTime
) -> None:
    names = stand_in.environment(TOKEN)
    settings = read_settings(
        {k: url if k.endswith("_URL") and url else v for k, v in names.items()}
    )
    part = getattr(settings, str(case.platform))
    settings = replace(settings, **{str(case.platform): replace(part, url=url)})
    source = SOURCES[case.platform](settings, fake_time.clock)
    barred = source.barred()
    assert barred is not None
    assert source.fetch(case.many(1), fake_time.pause).stop == barred


def test_who_stops_the_work_is_heard_before_a_call_and_while_one_is_awaited(
    case: Case, source: FollowerSource, stand_in: StandIn
) -> None:
    def stop(_seconds: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        source.fetch(case.many(1), stop)
    assert not stand_in.calls
    stand_in.mishaps.append("hang")

    def stop_when_asked(_seconds: float) -> None:
        if stand_in.reached.is_set():
            raise Cancelled

    with pytest.raises(Cancelled):
        source.fetch(case.many(1), stop_when_asked)
    assert source.fetch(case.many(1), lambda _seconds: None).results[0].state is FetchState.OK


def test_a_server_that_says_nothing_is_given_up_within_the_deadline(
    case: Case, settings: PlatformSettings, stand_in: StandIn, fake_time: FakeTime
) -> None:
    short = replace(settings, times=Times(connect=30.0, read=30.0, whole=0.1))
    source = SOURCES[case.platform](short, fake_time.clock)
    stand_in.mishaps.extend(["hang"] * 2)
    answer = source.fetch(case.many(1), fake_time.pause)
    assert [result.code for result in answer.results] == ["timeout"]
    assert answer.calls == 2


def test_the_token_stands_in_no_address_log_or_answer(
    case: Case,
    source: FollowerSource,
    stand_in: StandIn,
    fake_time: FakeTime,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    answers: list[object] = [source.fetch(case.many(2), fake_time.pause)]
    answers.append(source.test(fake_time.pause))
    for mishap in ("drop", "401", "502 page", "truncated", "redirect"):
        stand_in.mishaps.append(mishap)
        answers.append(source.fetch(case.many(1), fake_time.pause))
    out, err = capfd.readouterr()
    assert TOKEN not in caplog.text + out + err + repr(answers) + repr(vars(source))
    assert not any("address" in seen.tokens for seen in stand_in.calls)
    if case.has_token:
        assert any(TOKEN in seen.tokens.values() for seen in stand_in.calls)


def test_the_connection_is_tested_in_one_call(
    case: Case, source: FollowerSource, stand_in: StandIn, fake_time: FakeTime
) -> None:
    connection = source.test(fake_time.pause)
    assert connection.stop is None
    assert len(stand_in.calls) == 1


def test_no_thread_is_left_behind(
    case: Case, source: FollowerSource, stand_in: StandIn, fake_time: FakeTime
) -> None:
    source.fetch(case.many(3), fake_time.pause)
    calling = [thread for thread in threading.enumerate() if thread.name == "call"]
    for thread in calling:
        thread.join(60)
    assert not any(thread.is_alive() for thread in calling)
