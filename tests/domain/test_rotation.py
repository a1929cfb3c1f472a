"""Which backups stay, for any order of days that a clock may tell."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.backup import Reason
from app.domain.rotation import DAYS, MONTHS, RECENT, WEEKS, Shelved, expendable

MOST = DAYS + WEEKS + MONTHS + RECENT + len(Reason) + 1
"""What the rules keep, what is protected, and the newest good one."""

days = st.dates(date(2019, 1, 1), date(2032, 12, 31))
steps = st.integers(-900, 900)
"""Days between two backups; the clock may be set back, or stand in another year for a while."""


def on_shelf(day: date, number: int, reason: Reason = Reason.DAILY) -> Shelved:
    return Shelved(f"k-{number:06}.gaung", number, day, reason)


def lived_through(first: date, gaps: list[int], reasons: list[Reason], good: int) -> None:
    """Makes one backup after another, rotates after each, and asks each time."""
    shelf: list[Shelved] = []
    day = first
    for number, gap in enumerate(gaps, start=1):
        day = min(max(day + timedelta(days=gap), date(2000, 1, 1)), date(2090, 1, 1))
        shelf.append(on_shelf(day, number, reasons[number % len(reasons)]))
        newest = next((one.name for one in reversed(shelf) if not good or one.number % good), None)
        gone = {one.name for one in expendable(shelf, newest)}
        assert newest not in gone
        shelf = [one for one in shelf if one.name not in gone]
        if newest is None:
            assert not gone
        else:
            assert len(shelf) <= MOST


@given(
    days,
    st.lists(steps, min_size=1, max_size=120),
    st.lists(st.sampled_from(list(Reason)), min_size=1, max_size=4),
    st.integers(0, 5),
)
def test_whatever_the_clock_says_the_newest_good_one_stays_and_few_are_kept(
    first: date, gaps: list[int], reasons: list[Reason], good: int
) -> None:
    lived_through(first, gaps, reasons, good)


@given(st.lists(st.tuples(days, st.sampled_from(list(Reason))), min_size=1, max_size=80))
def test_the_order_in_which_they_are_listed_does_not_matter(
    made: list[tuple[date, Reason]],
) -> None:
    shelf = [on_shelf(day, number, why) for number, (day, why) in enumerate(made, start=1)]
    newest = shelf[-1].name
    assert expendable(shelf, newest) == expendable(shelf[::-1], newest)


def test_a_backup_a_day_for_two_years_leaves_days_weeks_and_months() -> None:
    first = date(2024, 2, 1)
    shelf: list[Shelved] = []
    for number in range(730):
        shelf.append(on_shelf(first + timedelta(days=number), number))
        gone = expendable(shelf, shelf[-1].name)
        shelf = [one for one in shelf if one not in gone]
    kept = [one.day for one in shelf]
    last = first + timedelta(days=729)
    assert kept[-DAYS:] == [last - timedelta(days=back) for back in range(DAYS - 1, -1, -1)]
    assert {(day.year, day.month) for day in kept} == {
        (year, month) for year, months in ((2025, range(2, 13)), (2026, [1])) for month in months
    }
    assert len(kept) <= DAYS + WEEKS + MONTHS
    assert date(2025, 6, 30) in kept


def test_a_clock_that_was_set_back_removes_nothing_newer_by_number() -> None:
    shelf = [on_shelf(date(2026, 11, day), day) for day in range(1, 29)]
    back = on_shelf(date(2020, 1, 1), 29)
    gone = {one.number for one in expendable([*shelf, back], back.name)}
    assert not gone & {29, 28, 27, 26, 25, 24, 23}


def test_the_last_of_each_reason_stays_as_the_way_back_from_that_step() -> None:
    before = on_shelf(date(2026, 1, 1), 1, Reason.MIGRATION)
    shelf = [on_shelf(date(2026, 1, 1), number) for number in range(2, 40)]
    gone = expendable([before, *shelf], shelf[-1].name)
    assert before not in gone
    assert replace(before, reason=Reason.DAILY) in expendable(
        [replace(before, reason=Reason.DAILY), *shelf], shelf[-1].name
    )


def test_without_a_good_one_nothing_goes() -> None:
    shelf = [on_shelf(date(2026, 1, 1), number) for number in range(60)]
    assert expendable(shelf, None) == []
