"""Instagram and Facebook: error codes, limits that come near, batches, the test of a connection."""

import hmac
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.fetched import Asked, FetchState, Stop
from app.platforms.asking import Again, Refused
from app.platforms.facebook import Facebook
from app.platforms.instagram import Instagram
from app.platforms.meta_errors import judge_error
from app.platforms.secret import Secret
from app.platforms.settings import PlatformSettings, read_settings
from tests.platforms.cases import CASES
from tests.platforms.conftest import FakeTime
from tests.platforms.standin import TOKEN, StandIn
from tests.platforms.standin.meta import OFFICE

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

INSTAGRAM, FACEBOOK = CASES[0], CASES[1]
LATER = datetime(2026, 11, 28, 12, tzinfo=UTC)
PAGE_ACCESS = (
    "(#100) This endpoint requires the 'pages_read_engagement' permission or the 'Page Public "
    "Content Access' feature"
)
PROOF_WANTED = "Pages Public Content Access requires either app secret proof or an app token"


@pytest.mark.parametrize("code", [4, 17, 32, 341, 613, *range(80000, 80007), 80008, 80009, 80014])
def test_every_throttling_code_is_a_limit_whatever_the_status(code: int) -> None:
    for status in (200, 400, 403, 429, 500):
        judged = judge_error({"code": code, "is_transient": True}, status, LATER)
        assert judged == Stop(FetchState.RATE_LIMITED, LATER, str(code))


@pytest.mark.parametrize("subcode", [458, 459, 460, 463, 464, 467, 492])
def test_every_end_of_a_token_stops_and_says_which(subcode: int) -> None:
    judged = judge_error({"code": 190, "error_subcode": subcode}, 400, LATER)
    assert judged == Stop(FetchState.TOKEN, None, f"190/{subcode}")


@pytest.mark.parametrize(
    ("error", "judged"),
    [
        ({"code": 1}, Again("1")),
        ({"code": 2, "message": "…"}, Again("2")),
        ({"code": 987, "is_transient": True}, Again("987")),
        ({"code": 3}, Stop(FetchState.NEEDS_PERMISSION, None, "3")),
        ({"code": 102}, Stop(FetchState.TOKEN, None, "102")),
        (
            {"code": 10, "message": "(#10) requires instagram_manage_insights"},
            Stop(FetchState.NEEDS_PERMISSION, None, "10/instagram_manage_insights"),
        ),
        ({"code": 200}, Stop(FetchState.NEEDS_PERMISSION, None, "200")),
        ({"code": 299, "message": 5}, Stop(FetchState.NEEDS_PERMISSION, None, "299")),
        ({"code": 368}, Stop(FetchState.NEEDS_PERMISSION, None, "368")),
        ({"code": 100, "error_subcode": 33}, Refused(FetchState.NOT_READABLE, "100/33")),
        ({"code": 100, "error_subcode": 2207013}, Refused(FetchState.NOT_READABLE, "100/2207013")),
        ({"code": 110, "error_subcode": 2207013}, Refused(FetchState.NOT_READABLE, "110/2207013")),
        ({"code": 110}, Refused(FetchState.NOT_READABLE, "110")),
        (
            {"code": 100, "message": PROOF_WANTED},
            Stop(FetchState.NEEDS_PERMISSION, None, "100/app_secret"),
        ),
        (
            {"code": 100, "message": PAGE_ACCESS},
            Refused(FetchState.NEEDS_PERMISSION, "100/page_access"),
        ),
        ({"code": 100, "message": "(#100) Tried"}, Refused(FetchState.UNEXPECTED, "100")),
        (
            {"code": 803, "message": "(#803) Cannot query users by their username (x)"},
            Refused(FetchState.NOT_READABLE, "803"),
        ),
        (
            {"code": 803, "message": "Some of the aliases you requested do not exist: x"},
            Refused(FetchState.NOT_FOUND, "803"),
        ),
        (
            {"code": 21, "message": "Page ID 1000021 was migrated to page ID 1000042."},
            Refused(FetchState.NOT_FOUND, "21/1000042"),
        ),
        ({"code": 100, "error_subcode": 21}, Refused(FetchState.NOT_FOUND, "21")),
        ({"type": "GraphBatchException"}, Refused(FetchState.UNEXPECTED, "http 400")),
        ({"code": True}, Refused(FetchState.UNEXPECTED, "http 400")),
        ({"code": "190"}, Refused(FetchState.UNEXPECTED, "http 400")),
        (None, Refused(FetchState.UNEXPECTED, "http 400")),
    ],
)
def test_each_code_means_what_the_table_says(error: object, judged: object) -> None:
    assert judge_error(error, 400, LATER) == judged


@pytest.mark.parametrize(
    ("status", "judged"),
    [
        (500, Again("http 500")),
        (429, Stop(FetchState.RATE_LIMITED, LATER, "http 429")),
        (401, Stop(FetchState.TOKEN, None, "http 401")),
    ],
)
def test_without_a_code_the_status_speaks(status: int, judged: object) -> None:
    assert judge_error({}, status, LATER) == judged


def test_a_limit_inside_a_batch_keeps_what_was_read_before_it(
    settings: PlatformSettings, stand_in: StandIn, fake_time: FakeTime
) -> None:
    client = Instagram(settings, fake_time.clock)
    batch = [*INSTAGRAM.many(3), INSTAGRAM.asked("batas1"), *INSTAGRAM.many(2, 10)]
    answer = client.fetch(batch, fake_time.pause)
    assert len(answer.results) == 5
    assert all(result.state is FetchState.OK for result in answer.results)
    assert answer.stop is not None
    assert answer.stop.until == fake_time.now() + timedelta(minutes=60)
    assert client.fetch(INSTAGRAM.many(1), fake_time.pause).calls == 0


def test_the_limit_is_seen_coming_and_the_rest_is_left_for_later(
    settings: PlatformSettings, stand_in: StandIn, fake_time: FakeTime
) -> None:
    stand_in.world.meta_percent = 0.8
    stand_in.world.regain_minutes = 19
    client = Instagram(settings, fake_time.clock)
    asked = INSTAGRAM.many(150)
    answers = []
    for batch in client.batches(asked):
        answers.append(client.fetch(batch, fake_time.pause))
    assert [len(answer.results) for answer in answers] == [50, 50, 25]
    stop = answers[-1].stop
    assert stop is not None
    assert stop.until is not None
    minutes = (stop.until - fake_time.now()).total_seconds() / 60
    assert 18.5 < minutes <= 19
    # At 80 percent the third call waited longer than any in good times.
    assert 5 < max(fake_time.pauses) <= 30


def test_from_95_percent_on_nothing_is_asked_until_the_time_that_the_header_names(
    settings: PlatformSettings, stand_in: StandIn, fake_time: FakeTime
) -> None:
    stand_in.world.meta_used = 95
    stand_in.world.meta_percent = 1
    client = Facebook(settings, fake_time.clock)
    assert client.fetch(FACEBOOK.many(2), fake_time.pause).stop is None
    answer = client.fetch(FACEBOOK.many(2), fake_time.pause)
    assert answer.stop is not None
    assert answer.stop.state is FetchState.RATE_LIMITED
    assert len(stand_in.calls) == 1


def test_only_what_failed_in_a_batch_is_asked_again(
    settings: PlatformSettings, stand_in: StandIn, fake_time: FakeTime
) -> None:
    client = Instagram(settings, fake_time.clock)
    batch = [*INSTAGRAM.many(4), INSTAGRAM.asked("ulang1"), INSTAGRAM.asked("rusak1")]
    answer = client.fetch(batch, fake_time.pause)
    assert answer.calls == 4
    assert [len(seen.form["batch"].split('"method"')) - 1 for seen in stand_in.calls] == [
        6,
        2,
        1,
        1,
    ]
    states = [result.state for result in answer.results]
    assert states == [FetchState.OK] * 5 + [FetchState.TEMPORARY]


def test_an_answer_of_another_length_is_assigned_to_nobody(
    settings: PlatformSettings, stand_in: StandIn, fake_time: FakeTime
) -> None:
    stand_in.mishaps.append("array cut")
    answer = Instagram(settings, fake_time.clock).fetch(INSTAGRAM.many(2), fake_time.pause)
    assert [result.state for result in answer.results] == [FetchState.UNEXPECTED] * 2


def test_a_page_is_asked_for_by_the_id_that_was_learned(
    settings: PlatformSettings, stand_in: StandIn, fake_time: FakeTime
) -> None:
    client = Facebook(settings, fake_time.clock)
    first = client.fetch(FACEBOOK.many(1), fake_time.pause).results[0]
    again = client.fetch([Asked(first.asked.handle, first.platform_id)], fake_time.pause)
    assert again.results[0].count == first.count
    assert f'"{first.platform_id}?fields=id,followers_count"' in stand_in.calls[-1].form["batch"]


def test_likes_never_stand_in_for_followers(
    settings: PlatformSettings, fake_time: FakeTime
) -> None:
    client = Facebook(settings, fake_time.clock)
    result = client.fetch([FACEBOOK.asked("kosong1")], fake_time.pause).results[0]
    assert result.count is None
    assert result.platform_id


@pytest.mark.parametrize(("client", "whom"), [(Instagram, "Diskominfo"), (Facebook, "Diskominfo")])
def test_the_test_of_a_connection_names_account_permissions_and_end(
    client: type[Instagram | Facebook],
    whom: str,
    settings: PlatformSettings,
    stand_in: StandIn,
    fake_time: FakeTime,
) -> None:
    connection = client(settings, fake_time.clock).test(fake_time.pause)
    assert connection.account.startswith(whom)
    assert connection.permissions == ("instagram_basic", "instagram_manage_insights")
    assert connection.missing == ("pages_read_engagement",)
    assert connection.expires == datetime.fromtimestamp(1_800_000_000, UTC)
    assert not connection.works
    assert len(stand_in.calls) == 1
    assert set(stand_in.calls[0].tokens) == {"form"}


def test_a_token_that_ended_is_told_by_the_test(stand_in: StandIn, fake_time: FakeTime) -> None:
    settings = read_settings(stand_in.environment("TOKEN-KELUAR"))
    stop = Instagram(settings, fake_time.clock).test(fake_time.pause).stop
    assert stop == Stop(FetchState.TOKEN, None, "190/467")


def test_the_proof_of_the_app_secret_goes_along_where_there_is_one(
    settings: PlatformSettings, stand_in: StandIn, fake_time: FakeTime
) -> None:
    secret = replace(settings.facebook, app_secret=Secret("rahasia-aplikasi"))
    client = Facebook(replace(settings, facebook=secret), fake_time.clock)
    client.fetch(FACEBOOK.many(1), fake_time.pause)
    proof = hmac.new(b"rahasia-aplikasi", TOKEN.encode(), "sha256").hexdigest()
    assert stand_in.calls[0].form["appsecret_proof"] == proof
    assert "rahasia-aplikasi" not in str(stand_in.calls[0].form)


@pytest.mark.parametrize("user_id", ["", "17840000/me", "me"])
def test_without_the_id_of_the_offices_account_instagram_is_not_asked(
    user_id: str, settings: PlatformSettings, stand_in: StandIn, fake_time: FakeTime
) -> None:
    changed = replace(settings, instagram=replace(settings.instagram, user_id=user_id))
    client = Instagram(changed, fake_time.clock)
    assert client.barred() == Stop(FetchState.TOKEN, None, "not_set")
    assert client.fetch(INSTAGRAM.many(1), fake_time.pause).calls == 0
    assert settings.instagram.user_id == OFFICE
    assert not stand_in.calls
