"""Headers of limits: what they say, and that nothing anybody writes into them can do harm."""

import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.platforms.limits import LONGEST_RESET, come_again, meta_usage, read_date, used_up

NOW = datetime(2026, 11, 28, 10, tzinfo=UTC)
NONE = timedelta()
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "call_count",
                    "total_time",
                    "total_cputime",
                    "estimated_time_to_regain_access",
                    "1",
                ]
            )
            | st.text(max_size=4),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)
HEADER_TEXT = st.text('0123456789 :+-.,TZGMSatNov²١{}[]"\n', max_size=30)
HEADERS = st.sampled_from(
    ["date", "retry-after", "x-rate-limit-reset", "ratelimit-reset", "x-ratelimit-reset"]
)


@pytest.mark.parametrize(
    ("header", "value", "seconds"),
    [
        ("x-rate-limit-reset", str(int(NOW.timestamp()) + 120), 121),
        ("x-ratelimit-reset", "2026-11-28T10:02:00.000000Z", 121),
        ("ratelimit-reset", "120", 121),
        ("retry-after", "120", 121),
        ("retry-after", "Sat, 28 Nov 2026 10:02:00 GMT", 121),
        ("retry-after", str(int(NOW.timestamp()) + 120), 121),
        # Over already: at once, and a second more.
        ("x-rate-limit-reset", str(int(NOW.timestamp()) - 9), 1),
        # Nobody is believed who wants to be left alone for a year.
        ("retry-after", "31536000", 901),
        ("x-rate-limit-reset", "9" * 15, 901),
    ],
)
def test_a_reset_is_read_in_every_form_it_comes_in(header: str, value: str, seconds: int) -> None:
    assert come_again({header: value}, NOW, NONE) == NOW + timedelta(seconds=seconds)


@pytest.mark.parametrize("value", ["", "soon", "-5", "1.5", "1e9", "²", "١٢٠", "0x10", "nan"])
def test_what_is_no_moment_says_nothing(value: str) -> None:
    assert come_again({"retry-after": value}, NOW, NONE) is None


@pytest.mark.parametrize("hours", [-30, -1, 0, 1, 30])
def test_a_moment_by_the_servers_clock_is_told_by_ours(hours: int) -> None:
    skew = timedelta(hours=hours)
    epoch = str(int((NOW + skew).timestamp()) + 60)
    assert come_again({"x-rate-limit-reset": epoch}, NOW, skew) == NOW + timedelta(seconds=61)
    text = format_datetime((NOW + skew + timedelta(minutes=1)), usegmt=True)
    assert come_again({"retry-after": text}, NOW, skew) == NOW + timedelta(seconds=61)


def test_the_limit_is_used_up_only_at_zero() -> None:
    assert used_up({"x-rate-limit-remaining": "0"})
    assert used_up({"ratelimit-remaining": " 0 "})
    assert not used_up({"x-rate-limit-remaining": "10"})
    assert not used_up({})


@pytest.mark.parametrize(
    ("headers", "percent", "minutes"),
    [
        ({}, 0, None),
        ({"x-app-usage": '{"call_count":28,"total_time":25,"total_cputime":30}'}, 30, None),
        ({"x-app-usage": '{"total_time":100}'}, 100, None),
        ({"x-app-usage": "[28]"}, 0, None),
        ({"x-app-usage": '{"call_count":"99"}'}, 0, None),
        ({"x-app-usage": '{"call_count":true,"total_time":NaN}'}, 0, None),
        ({"x-app-usage": "{"}, 0, None),
        ({"x-app-usage": "[" * 9999}, 0, None),
        (
            {
                "x-business-use-case-usage": json.dumps(
                    {
                        "1": [{"type": "pages", "estimated_time_to_regain_access": 19}],
                        "2": [{"call_count": 97}, "odd", {"type": "instagram", "total_time": 3}],
                        "3": "odd",
                    }
                ),
                "x-app-usage": '{"call_count":4}',
            },
            97,
            19,
        ),
    ],
)
def test_the_highest_figure_of_all_counts(
    headers: dict[str, str], percent: float, minutes: int | None
) -> None:
    usage = meta_usage(headers)
    assert usage.percent == percent
    assert usage.regain == (None if minutes is None else timedelta(minutes=minutes))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(HEADERS, HEADER_TEXT | st.integers().map(str), st.timedeltas())
def test_any_text_in_a_header_gives_a_moment_within_the_window_or_none(
    header: str, text: str, skew: timedelta
) -> None:
    read_date(text)
    skew = min(max(skew, timedelta(days=-9)), timedelta(days=9))
    until = come_again({header: text}, NOW, skew)
    assert until is None or NOW < until <= NOW + LONGEST_RESET + timedelta(seconds=1)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)))
def test_a_date_is_read_as_it_was_written(naive: datetime) -> None:
    moment = naive.replace(microsecond=0, tzinfo=UTC)
    assert read_date(format_datetime(moment, usegmt=True)) == moment
    assert read_date(moment.isoformat()) == moment


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(JSON, JSON, HEADER_TEXT)
def test_any_usage_header_gives_a_percentage(app: object, business: object, text: str) -> None:
    for headers in (
        {"x-app-usage": json.dumps(app), "x-business-use-case-usage": json.dumps(business)},
        {"x-app-usage": text},
    ):
        usage = meta_usage(headers)
        assert usage.percent >= 0
        assert usage.regain is None or timedelta() < usage.regain <= timedelta(days=1)
