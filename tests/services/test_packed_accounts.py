"""Accounts as few bytes: the very same ones come back, and what sorts and sums ask needs no more."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.activity import Activity
from app.domain.clarification import Exclusion
from app.domain.count import HIGHEST, Interval
from app.domain.handle import Handle, HandleKind
from app.domain.person import Account, Count, Source
from app.domain.platform import Platform
from app.services.packed_accounts import NO_ACCOUNTS, exact_on, fresh, low_on, packed, whole

TEXTS = st.text(max_size=8)
DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))
IDS = st.integers(0, 2**32 - 1)
LOWS = st.integers(0, HIGHEST)
INTERVALS = st.one_of(
    LOWS.map(Interval.of),
    LOWS.map(lambda low: Interval(low, None, exact=False)),
    st.tuples(LOWS, LOWS).map(lambda ends: Interval(min(ends), max(ends), exact=False)),
)
COUNTS = st.one_of(
    st.builds(Count, INTERVALS, DAYS, st.sampled_from(Source), TEXTS, IDS),
    st.builds(
        lambda low, day: Count(Interval.of(low), day, Source.IMPORT, str(low), 7), LOWS, DAYS
    ),
)
LOOKS = st.one_of(
    st.builds(
        lambda day, before, active: Activity(day, day - timedelta(before), active, 3),
        DAYS,
        st.integers(0, 900),
        st.sampled_from([None, True, False]),
    ),
    st.builds(lambda day, active: Activity(day, None, active), DAYS, st.booleans()),
)


@st.composite
def accounts(draw: st.DrawFn) -> tuple[Account, ...]:
    """Some platforms of one person, with anything that can be known of them."""
    found = []
    for platform in draw(st.lists(st.sampled_from(Platform), unique=True, max_size=5)):
        text = draw(TEXTS)
        kind = draw(st.sampled_from(HandleKind))
        handle = draw(st.sampled_from([None, Handle(platform, text, kind)]))
        written = draw(st.one_of(st.sampled_from(["", text, f"@{text}"]), TEXTS))
        found.append(
            Account(
                platform,
                handle,
                written,
                draw(st.booleans()),
                draw(TEXTS),
                draw(st.none() | COUNTS),
                draw(st.none() | LOOKS),
                draw(st.none() | st.builds(Exclusion, DAYS, TEXTS, DAYS, TEXTS)),
            )
        )
    return tuple(found)


@settings(max_examples=60, deadline=None)
@given(accounts())
def test_the_very_same_accounts_come_back(known: tuple[Account, ...]) -> None:
    assert whole(packed(known)) == fresh(packed(known)) == known


@settings(max_examples=40, deadline=None)
@given(accounts())
def test_numbers_are_found_without_making_accounts_whole(known: tuple[Account, ...]) -> None:
    spans = {one.platform: one.latest.interval for one in known if one.latest is not None}
    for platform in Platform:
        span = spans.get(platform)
        assert low_on(platform)(packed(known)) == (None if span is None else span.low)
        exact = span.low if span is not None and span.exact else None
        assert exact_on(platform)(packed(known)) == exact


def test_of_nobody_known_there_is_nothing() -> None:
    assert whole(NO_ACCOUNTS) == ()
    assert low_on(Platform.X)(NO_ACCOUNTS) is None
