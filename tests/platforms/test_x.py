"""X: the lock, ids before names, what its answers leave out."""

from dataclasses import replace

import pytest

from app.domain.fetched import Asked, FetchState, Stop
from app.domain.handle import Handle, HandleKind
from app.domain.platform import Platform
from app.platforms.settings import PlatformSettings, read_settings
from app.platforms.x import X
from app.platforms.x_answers import read_users
from tests.platforms.cases import CASES
from tests.platforms.conftest import FakeTime
from tests.platforms.standin import TOKEN, StandIn, followers_of
from tests.platforms.standin.world import number_id

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

CASE = CASES[2]


@pytest.fixture
def client(settings: PlatformSettings, fake_time: FakeTime) -> X:
    return X(settings, fake_time.clock)


def known(word: str) -> Asked:
    return CASE.asked(word, number_id(word))


def test_without_the_offices_statement_x_is_locked_even_with_a_token(
    stand_in: StandIn, fake_time: FakeTime
) -> None:
    names = stand_in.environment(TOKEN)
    del names["GAUNG_X_APPROVED"]
    client = X(read_settings(names), fake_time.clock)
    locked = Stop(FetchState.NEEDS_PERMISSION, None, "locked")
    assert client.barred() == locked
    assert client.fetch(CASE.many(1), fake_time.pause).stop == locked
    assert client.test(fake_time.pause).stop == locked
    assert not stand_in.calls


def test_names_are_matched_in_any_case_and_any_order(client: X, fake_time: FakeTime) -> None:
    answer = client.fetch(CASE.many(9), fake_time.pause)
    for result in answer.results:
        assert result.count is not None
        assert result.count.low == followers_of(result.asked.handle.text)
        assert result.platform_id == number_id(result.asked.handle.text)


def test_a_renamed_account_is_found_by_its_id(
    client: X, stand_in: StandIn, fake_time: FakeTime
) -> None:
    client.fetch([CASE.asked("lama1")], fake_time.pause)
    stand_in.world.renamed["baru1"] = "lama1"
    stand_in.world.seen[number_id("lama1")] = "baru1"
    answer = client.fetch([known("lama1")], fake_time.pause)
    assert answer.results[0].state is FetchState.OK
    assert answer.calls == 1


@pytest.mark.parametrize(
    ("ids", "names", "calls"),
    [(100, 0, 1), (101, 99, 2), (50, 50, 1), (150, 50, 2), (99, 2, 2), (1, 1, 1), (0, 201, 3)],
)
def test_ids_and_names_together_take_no_call_more_than_needed(
    ids: int, names: int, calls: int, client: X
) -> None:
    asked = [known(f"kenal{n}") for n in range(ids)] + CASE.many(names)
    batches = client.batches(asked)
    assert len(batches) == calls
    assert sorted(one.handle.text for batch in batches for one in batch) == sorted(
        one.handle.text for one in asked
    )


def test_who_is_asked_by_name_to_save_a_call_is_still_found_after_a_change_of_name(
    client: X, stand_in: StandIn, fake_time: FakeTime
) -> None:
    client.fetch([CASE.asked("lama1")], fake_time.pause)
    stand_in.world.renamed["baru1"] = "lama1"
    stand_in.world.seen[number_id("lama1")] = "baru1"
    stand_in.calls.clear()
    (batch,) = client.batches([known("lama1"), *CASE.many(3)])
    answer = client.fetch(batch, fake_time.pause)
    assert [result.state for result in answer.results] == [FetchState.OK] * 4
    assert [seen.path for seen in stand_in.calls] == ["/2/users/by", "/2/users"]


def test_a_name_that_somebody_else_took_over_gives_no_count_of_theirs(
    client: X, stand_in: StandIn, fake_time: FakeTime
) -> None:
    batch = [CASE.asked("akun1"), CASE.asked("akun2", "999")]
    answer = client.fetch(batch, fake_time.pause)
    taken = next(result for result in answer.results if result.asked == batch[1])
    assert taken.state is FetchState.NOT_FOUND


def test_an_account_known_by_its_id_alone_is_asked_for_by_it(
    client: X, stand_in: StandIn, fake_time: FakeTime
) -> None:
    identity = stand_in.world.remember(number_id("akun1"), "akun1")
    only = Asked(Handle(Platform.X, identity, HandleKind.ID))
    answer = client.fetch([only], fake_time.pause)
    assert [seen.path for seen in stand_in.calls] == ["/2/users"]
    assert answer.results[0].state is FetchState.OK


@pytest.mark.parametrize("post_count", [False, True])
def test_only_the_count_of_followers_is_read_whatever_else_is_there(
    post_count: bool, client: X, stand_in: StandIn, fake_time: FakeTime
) -> None:
    stand_in.world.post_count = post_count
    assert client.fetch(CASE.many(2), fake_time.pause).results[0].state is FetchState.OK


def test_all_missing_is_told_of_each_although_there_is_no_data(
    client: X, fake_time: FakeTime
) -> None:
    answer = client.fetch([CASE.asked("hilang1"), CASE.asked("hilang2")], fake_time.pause)
    assert [result.state for result in answer.results] == [FetchState.NOT_FOUND] * 2


def test_a_server_that_leaves_missing_names_out_says_nothing_about_them(
    client: X, stand_in: StandIn, fake_time: FakeTime
) -> None:
    stand_in.world.playground = True
    answer = client.fetch([CASE.asked("hilang1"), CASE.asked("akun1")], fake_time.pause)
    assert {result.asked.handle.text: result.state for result in answer.results} == {
        "hilang1": FetchState.NO_ANSWER,
        "akun1": FetchState.OK,
    }


def test_the_last_call_of_a_window_is_used_and_the_next_one_waits(
    client: X, stand_in: StandIn, fake_time: FakeTime
) -> None:
    stand_in.world.x_left = 1
    answer = client.fetch(CASE.many(1), fake_time.pause)
    assert answer.stop is None
    assert answer.results[0].state is FetchState.OK
    answer = client.fetch(CASE.many(1), fake_time.pause)
    assert answer.stop is not None
    assert answer.stop.state is FetchState.RATE_LIMITED
    assert len(stand_in.calls) == 1


@pytest.mark.parametrize(
    ("mishap", "state"),
    [("402", FetchState.OUT_OF_CREDIT), ("403", FetchState.NEEDS_PERMISSION)],
)
def test_each_refusal_says_what_is_missing(
    mishap: str, state: FetchState, client: X, stand_in: StandIn, fake_time: FakeTime
) -> None:
    stand_in.mishaps.append(mishap)
    stop = client.fetch(CASE.many(1), fake_time.pause).stop
    assert stop is not None
    assert stop.state is state


def test_another_address_of_x_is_used_where_a_gateway_stands(
    settings: PlatformSettings, stand_in: StandIn, fake_time: FakeTime
) -> None:
    below = replace(settings, x=replace(settings.x, url=f"{stand_in.url}/gateway/"))
    X(below, fake_time.clock).fetch(CASE.many(1), fake_time.pause)
    assert stand_in.calls[0].path == "/gateway/2/users/by"


@pytest.mark.parametrize("host", ["https://api.twitter.com", "https://api.x.com"])
@pytest.mark.parametrize(
    ("problem", "state"),
    [
        ("resource-not-found", FetchState.NOT_FOUND),
        ("not-authorized-for-resource", FetchState.NOT_READABLE),
        ("resource-unavailable", FetchState.NOT_READABLE),
        ("internal-error", FetchState.TEMPORARY),
        ("something-new", FetchState.UNEXPECTED),
    ],
)
def test_a_problem_is_known_by_its_last_word(host: str, problem: str, state: FetchState) -> None:
    error = {"resource_id": "akun0000", "detail": "…", "type": f"{host}/2/problems/{problem}"}
    found = read_users(CASE.many(1), {"errors": [error]}, ids=False)
    assert [result.state for result in found.results] == [state]
