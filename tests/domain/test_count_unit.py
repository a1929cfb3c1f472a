"""Counts whose unit the head of their column tells: "Followers (ribu)"."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.count import Interval, NoCount, read_count
from app.domain.count_unit import read_count_in, unit_of_head, without_unit


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("Followers (ribu)", 1_000),
        ("Followers IG [Ribu]", 1_000),
        ("Jumlah Pengikut (dalam ribuan)", 1_000),
        ("Jumlah Pengikut (dlm rb)", 1_000),
        ("Pengikut (satuan ribu)", 1_000),
        ("Pengikut (ribu orang)", 1_000),
        ("Followers dalam ribuan", 1_000),
        ("Followers (K)", 1_000),
        ("Followers (x1.000)", 1_000),
        ("Followers (x 1,000)", 1_000),
        ("Followers ('000)", 1_000),
        ("Followers in thousands", 1_000),
        ("Followers (juta)", 1_000_000),
        ("Followers", 1),
        ("Followers (minimal 1 ribu)", 1),
        ("Followers > 1 ribu", 1),
        ("Followers (contoh: 1,2 ribu)", 1),
        ("Kategori K", 1),
        ("", 1),
    ],
)
def test_a_head_tells_the_unit_in_brackets_or_behind_a_word_that_announces_it(
    head: str, unit: int
) -> None:
    assert unit_of_head(head) == unit
    assert (without_unit(head) == head) is (unit == 1)


@pytest.mark.parametrize(
    ("cell", "low", "high"),
    [
        (0.5, 450, 599),
        (1.2, 1150, 1299),
        (12, 11500, 12999),
        (1.234, 1234, 1234),
        (99.999, 99999, 99999),
        (12.25, 12245, 12259),
        (99, 98500, 99999),
        ("0,75", 745, 759),
        ("1.5", 1450, 1599),
        ("±1,2", 1035, 1429),
        ("2+", 1500, None),
        (">3", 2501, None),
        ("1,2 rb", 1150, 1299),
        ("10K", 9500, 10999),
        ("500 orang", 500, 500),
        ("1.200 pengikut", 1200, 1200),
        ("0", 0, 0),
        (0.0, 0, 0),
    ],
)
def test_below_it_a_small_number_is_of_that_unit_and_a_number_with_its_own_word_is_not(
    cell: object, low: int, high: int | None
) -> None:
    reading = read_count_in(cell, 1_000)
    assert reading.interval is not None
    assert (reading.interval.low, reading.interval.high) == (low, high)


@pytest.mark.parametrize(
    ("cell", "written", "lows"),
    [
        ("1.200", "1.200 (ribu)", [1_200, 1_200_000]),
        ("500", "500 (ribu)", [500, 500_000]),
        (1200.0, "1200 (ribu)", [1_200, 1_200_000]),
        (100, "100 (ribu)", [100, 100_000]),
        (123.4, "123,4 (ribu)", []),
        (100.125, "100,125 (ribu)", []),
        (1.2345, "1,2345 (ribu)", []),
        ("200-300", "200-300 (ribu)", [200, 200_000]),
    ],
)
def test_a_number_that_may_be_written_out_is_asked(
    cell: object, written: str, lows: list[int]
) -> None:
    reading = read_count_in(cell, 1_000)
    assert reading.missing is NoCount.AMBIGUOUS
    assert reading.written == written
    assert [choice.low for choice in reading.proposals] == lows
    assert read_count(written).interval is None


def test_both_meanings_are_proposed() -> None:
    assert read_count_in("1.200", 1_000).proposals == (Interval.of(1_200), Interval.of(1_200_000))


def test_thousands_with_three_decimals_are_written_out() -> None:
    assert read_count_in(1.234, 1_000).written == "1234"
    assert read_count_in(1.234, 1_000_000).missing is NoCount.AMBIGUOUS


@pytest.mark.parametrize("cell", [-1.0, 1e9, 5e17, float("nan"), True])
def test_numbers_beyond_any_count_are_read_as_below_any_head(cell: object) -> None:
    assert repr(read_count_in(cell, 1_000)) == repr(read_count(cell))


@pytest.mark.parametrize("cell", ["tidak ada", "-", "", None, "private", True, "@nama"])
def test_what_is_no_number_says_what_it_says_below_any_head(cell: object) -> None:
    assert read_count_in(cell, 1_000) == read_count(cell)


@given(
    st.one_of(st.floats(0, 2_000), st.integers(0, 3_000), st.from_regex(r"\d{1,4}([.,]\d{1,3})?")),
    st.sampled_from([1_000, 1_000_000]),
)
def test_what_is_written_for_it_says_the_same_without_the_head(cell: object, unit: int) -> None:
    reading = read_count_in(cell, unit)
    again = read_count(reading.written).interval
    assert again == reading.interval
