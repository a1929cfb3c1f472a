"""A second look is asked for where a hand has slipped, and not where an account has grown."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.count import Interval, read_count
from app.domain.person import Count, Source
from app.domain.platform import Platform
from app.domain.plausibility import Doubt, Oddity, Window, bounds, doubt_about, slips
from tests.bench.slips import simulate

DAY = date(2026, 11, 20)
NOBODY: dict[Platform, Interval] = {}


def counted(written: str, days_ago: int = 0) -> Count:
    interval = read_count(written).interval
    assert interval is not None
    return Count(interval, DAY - timedelta(days=days_ago), Source.TYPED, written)


def doubt(now: str, before: str | None, days: int = 30, **others: str) -> Doubt | None:
    earlier = None if before is None else counted(before, days)
    spans = {Platform(name): counted(text).interval for name, text in others.items()}
    return doubt_about(counted(now), earlier, spans, Window(), 500)


@pytest.mark.parametrize(
    ("now", "before", "oddity", "meant"),
    [
        ("12400", "1238", Oddity.ABOVE, 1240),
        ("1240000", "1238", Oddity.ABOVE, 1240),
        ("124", "1238", Oddity.BELOW, 1240),
        ("2", "2012", Oddity.BELOW, 2000),
        ("815", "510", Oddity.ABOVE, None),
        ("4512", "451", Oddity.ABOVE, None),
        ("4451", "450", Oddity.ABOVE, 451),
        ("540", "449", Oddity.SLIP, 450),
        ("0", "640", Oddity.BELOW, None),
    ],
)
def test_slips_are_doubted_and_what_was_meant_is_proposed(
    now: str, before: str, oddity: Oddity, meant: int | None
) -> None:
    found = doubt(now, before)
    assert found is not None
    assert (found.oddity, found.meant) == (oddity, meant)
    assert found.before == counted(before, 30)


@pytest.mark.parametrize(
    ("now", "before"),
    [
        ("503", "418"),
        ("1238", "1238"),
        ("640", "660"),
        ("30", "12"),
        ("0", "20"),
        ("1,3 rb", "1.290"),
    ],
)
def test_what_an_account_does_in_a_month_is_not_doubted(now: str, before: str) -> None:
    assert doubt(now, before) is None


def test_the_first_count_of_an_account_is_compared_with_nothing() -> None:
    assert doubt("12400", None) is None


def test_the_number_of_another_platform_is_doubted() -> None:
    found = doubt("733", "402", facebook="388", x="733")
    assert found is not None
    assert (found.oddity, found.platform) == (Oddity.OTHER_PLATFORM, Platform.X)
    assert doubt("733", None, x="733") is not None


def test_two_platforms_may_have_the_same_small_or_the_same_old_number() -> None:
    assert doubt("35", None, x="35") is None
    assert doubt("733", "731", x="733") is None


def test_a_rounded_count_is_doubted_only_where_all_it_can_mean_is_odd() -> None:
    assert doubt("1,2 rb", "1.800") is not None
    assert doubt("1,2 rb", "1.600") is None
    assert doubt("1,4 rb", "1,2 rb") is None
    assert doubt("500+", "1.200") is None


def test_a_doubt_decides_where_it_changes_sides_or_lies_near_the_threshold() -> None:
    across, far, near = doubt("815", "410"), doubt("12400", "1238"), doubt("540", "1238")
    assert across is not None
    assert across.decides
    assert far is not None
    assert not far.decides
    assert near is not None
    assert near.decides


def test_the_window_widens_with_the_root_of_the_months_and_never_narrows() -> None:
    span = Interval.of(1000)
    assert bounds(span, 0, Window()) == bounds(span, 30, Window()) == (800, 1350)
    assert bounds(span, 120, Window()) == (640, 1823)
    assert bounds(span, 30, Window(down=50, up=100)) == (500, 2000)


@given(st.integers(0, 10**8), st.integers(0, 4000), st.integers(0, 99), st.integers(0, 500))
def test_the_same_count_again_is_never_doubted(count: int, days: int, down: int, up: int) -> None:
    low, high = bounds(Interval.of(count), days, Window(down, up))
    assert low <= count
    assert high is not None
    assert count <= high


@given(st.integers(0, 10**8))
def test_no_slip_is_the_number_itself_twice_or_negative(number: int) -> None:
    assert all(one >= 0 for one in slips(number))
    assert number == 0 or number not in slips(number)


@pytest.mark.parametrize(("months", "least"), [(1, 0.97), (3, 0.95)])
def test_nearly_every_slip_that_changes_the_verdict_is_doubted_and_nearly_no_true_count(
    months: int, least: float
) -> None:
    found = simulate(6_000, seed=11, months=months)
    assert found.flips > 1_000
    assert found.flips_share >= least
    assert found.false_share <= 0.02
