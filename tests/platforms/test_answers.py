"""Whatever JSON a platform sends: a typed result for each account, and no count from a wrong shape."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.count import HIGHEST
from app.domain.fetched import Asked, Fetched, FetchState
from app.platforms import bluesky, facebook, instagram, mastodon, x_answers, youtube
from app.platforms.asking import Opened, opened
from app.platforms.calls import Reply
from app.platforms.strict_json import NotStrict, read_json
from tests.platforms.cases import CASES
from tests.platforms.standin.world import channel_id, did

INSTAGRAM, FACEBOOK, X, YOUTUBE, BLUESKY, MASTODON = CASES

NAME = "akun0000"
WORDS = st.sampled_from(
    [
        *("data", "errors", "id", "username", "public_metrics", "followers_count", "value"),
        *("type", "items", "statistics", "subscriberCount", "hiddenSubscriberCount", "profiles"),
        *("did", "handle", "followersCount", "acct", "business_discovery", "suspended", "detail"),
        *(NAME, f"{NAME}.bsky.social", channel_id(NAME), did(NAME), "12"),
    ]
)
LEAF = st.none() | st.booleans() | st.integers(-5, 10**13) | st.floats(allow_nan=False) | WORDS
JSON = st.recursive(
    LEAF,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=5),
    max_leaves=14,
)


def read_all(body: Any, count: int) -> Sequence[tuple[Sequence[Asked], Sequence[Fetched]]]:
    """What every client makes of one body."""
    x, yt = X.many(count), [YOUTUBE.asked(NAME, channel_id(NAME)), *YOUTUBE.many(count)]
    by_name = YOUTUBE.many(1)
    bsky = BLUESKY.many(count)
    one = Opened(body)
    return [
        (x, x_answers.read_users(x, body, ids=False).results),
        (yt, youtube._read_channels(yt, body)),
        (by_name, youtube._read_channels(by_name, body)),
        (bsky, bluesky._read_profiles(bsky, body)),
        (MASTODON.many(1), [mastodon._read(MASTODON.many(1)[0], body)]),
        (INSTAGRAM.many(1), [instagram._read(INSTAGRAM.many(1)[0], one)]),
        (FACEBOOK.many(1), [facebook._read(FACEBOOK.many(1)[0], one)]),
    ]


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(JSON, st.integers(1, 3))
def test_any_answer_gives_each_account_one_typed_result(body: object, count: int) -> None:
    numbers = set(_numbers(body))
    for asked, results in read_all(body, count):
        assert [result.asked for result in results] == list(asked)
        for result in results:
            if result.count is not None:
                assert 0 <= result.count.low <= HIGHEST
                assert result.count.low in numbers
            assert result.code.isascii()


def _numbers(body: object) -> Sequence[int]:
    """Every whole number in it, also as text."""
    if isinstance(body, dict):
        return [n for value in body.values() for n in _numbers(value)]
    if isinstance(body, list):
        return [n for value in body for n in _numbers(value)]
    if isinstance(body, str) and body.isdigit():
        return [int(body)]
    return [body] if isinstance(body, int) and not isinstance(body, bool) else []


WRONG = [None, True, -1, 12.0, "12", "1,2 jt", 10**12, [5], {"n": 5}, "", "²", "١٢"]


@pytest.mark.parametrize("wrong", WRONG, ids=repr)
def test_what_is_no_whole_number_is_no_count(wrong: object) -> None:
    bodies = [
        {"data": [{"id": "1", "username": NAME, "public_metrics": {"followers_count": wrong}}]},
        {
            "profiles": [
                {"did": did(NAME), "handle": f"{NAME}.bsky.social", "followersCount": wrong}
            ]
        },
        {"id": "1", "username": NAME, "acct": NAME, "followers_count": wrong},
        {"business_discovery": {"id": "17840001", "username": NAME, "followers_count": wrong}},
    ]
    if wrong != "12":
        # YouTube alone says its number as text.
        statistics = {"subscriberCount": wrong, "hiddenSubscriberCount": False}
        bodies.append({"items": [{"id": channel_id(NAME), "statistics": statistics}]})
    for body in bodies:
        for _, results in read_all(body, 1):
            assert not any(result.state is FetchState.OK for result in results), body


def test_the_right_shapes_do_give_counts() -> None:
    bodies = [
        {"data": [{"id": "1", "username": "AKUN0000", "public_metrics": {"followers_count": 12}}]},
        {"items": [{"id": channel_id(NAME), "statistics": {"subscriberCount": "12"}}]},
        {"profiles": [{"did": did(NAME), "handle": f"{NAME}.bsky.social", "followersCount": 12}]},
        {"id": "12345", "username": NAME, "acct": NAME, "followers_count": 12},
        {"business_discovery": {"id": "17840001", "username": NAME, "followers_count": 12}},
    ]
    for body in bodies:
        counts = [r.count.low for _, results in read_all(body, 1) for r in results if r.count]
        assert set(counts) == {12}, body


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b'{"a":1,"a":2}',
        b'{"a":NaN}',
        b"Infinity",
        b"\xff\xfe{\x00}\x00",
        b'{"a":"\xff"}',
        b"[" * 200_000,
        b"9" * 5000,
        b"\xef\xbb\xbf{}",
        b"<html>",
    ],
    ids=lambda body: repr(body[:12]),
)
def test_what_two_readers_could_understand_differently_is_refused(body: bytes) -> None:
    with pytest.raises(NotStrict) as caught:
        read_json(body)
    assert str(caught.value) == ""
    assert caught.value.__cause__ is None


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.binary(max_size=40) | JSON.map(lambda value: json.dumps(value).encode()),
    st.integers(200, 599),
    st.sampled_from(["", "text/html", "application/json"]),
)
def test_any_bytes_are_opened_or_judged(body: bytes, status: int, kind: str) -> None:
    reply = Reply(status, {"content-type": kind}, body, datetime.now(UTC))
    found = opened(reply)
    if isinstance(found, Opened) and found.value is not None:
        assert read_json(body) == found.value
