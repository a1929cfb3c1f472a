"""Periods of the calendar: each day is in exactly one of a kind."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.period import Period, PeriodKind

KINDS = st.sampled_from(PeriodKind)
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@given(KINDS, DAYS)
def test_a_day_is_in_one_period_of_a_kind_and_periods_follow_each_other(kind, day):
    period = Period.around(kind, day)
    assert period.first <= day <= period.last
    assert period == Period.around(kind, period.first) == Period.around(kind, period.last)
    following = Period.around(kind, period.last + timedelta(days=1))
    assert following.first == period.last + timedelta(days=1)
    assert following.before == period
    assert following.number == period.number % (12 // kind.months) + 1


@pytest.mark.parametrize(
    ("kind", "first", "last", "number"),
    [
        (PeriodKind.MONTH, date(2028, 2, 1), date(2028, 2, 29), 2),
        (PeriodKind.QUARTER, date(2026, 10, 1), date(2026, 12, 31), 4),
        (PeriodKind.SEMESTER, date(2026, 1, 1), date(2026, 6, 30), 1),
    ],
)
def test_its_last_day_and_its_number(kind, first, last, number):
    period = Period(kind, first)
    assert (period.last, period.number) == (last, number)
    assert isinstance(period.number, int)


def test_no_period_begins_in_the_middle_of_another():
    for kind, first in (
        (PeriodKind.MONTH, date(2026, 1, 2)),
        (PeriodKind.QUARTER, date(2026, 2, 1)),
    ):
        with pytest.raises(ValueError, match=r"^no period of this kind begins on this day$"):
            Period(kind, first)


def test_a_running_period_is_judged_today_and_a_past_one_on_its_last_day():
    october = Period(PeriodKind.MONTH, date(2026, 10, 1))
    assert october.day_of_closing(date(2026, 10, 20)) == date(2026, 10, 20)
    assert october.day_of_closing(date(2026, 11, 20)) == date(2026, 10, 31)
    assert not october.has_begun(date(2026, 9, 30))
    assert october.has_begun(date(2026, 10, 1))


def test_the_one_before_is_the_same_kind_of_the_days_before():
    january = Period(PeriodKind.MONTH, date(2026, 1, 1))
    assert january.before == Period(PeriodKind.MONTH, date(2025, 12, 1))
    assert Period(PeriodKind.MONTH, date(2026, 3, 1)).before.last == date(2026, 2, 28)
