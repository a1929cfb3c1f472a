"""What people write for a number of followers, and what it can mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.count import HIGHEST, Interval, NoCount, read_count


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (1234.0, 1234),
        (0.0, 0),
        ("0", 0),
        ("1234", 1234),
        (" 1234\u00a0", 1234),
        ("1.234", 1234),
        ("1,234", 1234),
        ("1 234", 1234),
        ("1\u00a0234", 1234),
        ("1.234.567", 1234567),
        ("1.234,00", 1234),
        ("1,234.00", 1234),
        ("1234.0", 1234),
        ("1.234 pengikut", 1234),
        ("1234 followers", 1234),
        ("500 orang", 500),
        ("312 teman", 312),
        ("IG: 1.234", 1234),
        ("'1234", 1234),
    ],
)
def test_a_whole_number_is_exact_however_it_is_grouped(cell, value):
    assert read_count(cell).interval == Interval(value, value, True)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1,2 rb", 1150, 1299),
        ("1,2\u00a0rb", 1150, 1299),
        ("1.2rb", 1150, 1299),
        ("12,3rb", 12250, 12399),
        ("3,7K", 3650, 3799),
        ("12K", 11500, 12999),
        ("1 rb", 500, 1999),
        ("1,25 ribu", 1245, 1259),
        ("0,5 rb", 450, 599),
        ("1,2 jt", 1_150_000, 1_299_999),
        ("9.2jt", 9_150_000, 9_299_999),
        ("500+", 500, None),
        (">500", 501, None),
        ("lebih dari 499", 500, None),
        ("minimal 500", 500, None),
        ("<500", 0, 499),
        ("kurang dari 500", 0, 499),
        ("±500", 450, 550),
        ("+-1.500", 1350, 1650),
        ("sekitar 700", 630, 770),
        ("500an", 450, 550),
        ("700-900", 700, 900),
        ("2,1 jt pengikut · 500 rb suka", 2_050_000, 2_199_999),
    ],
)
def test_a_shortened_or_bounded_number_keeps_all_it_can_mean(text, low, high):
    assert read_count(text).interval == Interval(low, high, False)


def test_a_capital_m_is_read_as_million_with_a_warning():
    assert read_count("1,2 M").interval == Interval(1_150_000, 1_299_999, False)
    assert read_count("1,2 M").million_meant
    assert not read_count("1,2 jt").million_meant


@pytest.mark.parametrize(
    "cell", ["1.5", "1,2", "2,3", 1.234, 12.5, "1.234 rb", "1,234K", "1,2 miliar"]
)
def test_a_number_that_could_be_two_is_asked_about(cell):
    reading = read_count(cell)
    assert reading.missing is NoCount.AMBIGUOUS
    assert reading.interval is None


def test_the_thousandfold_is_proposed_where_a_point_was_lost():
    assert read_count(1.5).proposals == (Interval.of(1500),)
    assert read_count("1.5").proposals == (Interval.of(1500),)
    assert read_count("1.234 rb").proposals == (Interval.of(1234), Interval.of(1_234_000))


@pytest.mark.parametrize(
    ("cell", "missing"),
    [
        (None, NoCount.EMPTY),
        ("", NoCount.EMPTY),
        ("-", NoCount.EMPTY),
        ("–", NoCount.EMPTY),
        ("null", NoCount.EMPTY),
        ("tidak punya", NoCount.NONE),
        ("Blm punya", NoCount.NONE),
        ("tdk ada", NoCount.NONE),
        ("private", NoCount.NOT_A_COUNT),
        ("banyak", NoCount.NOT_A_COUNT),
        (-5.0, NoCount.NOT_A_COUNT),
        ("-5", NoCount.NOT_A_COUNT),
        (date(2026, 1, 1), NoCount.NOT_A_COUNT),
        (True, NoCount.NOT_A_COUNT),
        ("https://www.instagram.com/", NoCount.NOT_A_COUNT),
        ("#N/A", NoCount.NOT_A_COUNT),
        ("08120000123", NoCount.NOT_A_COUNT),
        ("12/10/2026", NoCount.NOT_A_COUNT),
        ("１２３", NoCount.NOT_A_COUNT),
        ("1_000", NoCount.NOT_A_COUNT),
        (float("nan"), NoCount.NOT_A_COUNT),
        (float("inf"), NoCount.NOT_A_COUNT),
        ("500 suka", NoCount.NOT_A_COUNT),
    ],
)
def test_what_is_no_count_is_never_a_zero(cell, missing):
    reading = read_count(cell)
    assert reading.interval is None
    assert reading.missing is missing


@given(st.one_of(st.text(), st.integers(), st.floats(), st.dates(), st.booleans(), st.none()))
def test_reading_any_cell_gives_an_interval_or_a_reason(cell):
    reading = read_count(cell)
    assert (reading.interval is None) != (reading.missing is None)
    if reading.interval is not None:
        high = reading.interval.high
        assert reading.interval.low >= 0
        assert high is None or reading.interval.low <= high


@given(st.integers(0, HIGHEST), st.sampled_from([".", ",", " ", "\u00a0"]))
def test_grouped_digits_read_as_the_number_they_were_made_from(value, sign):
    assert read_count(f"{value:,}".replace(",", sign)).interval == Interval.of(value)


@given(st.integers(1000, 999_949), st.sampled_from(["rb", " rb", "K", " ribu"]))
def test_a_number_lies_inside_the_interval_of_its_own_short_form(value, unit):
    for thousands in (round(value / 100) / 10, value // 100 / 10):
        interval = read_count(f"{thousands:.1f}".replace(".", ",") + unit).interval
        assert interval is not None
        assert interval.low <= value <= (interval.high or value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("512,-", 512, 512),
        ("512*", 512, 512),
        ("512**)", 512, 512),
        ("(512)", 512, 512),
        ("512 (IG)", 512, 512),
        ("5.000 teman (maks)", 5000, 5000),
        ("512 (per 1 Nov 2026)", 512, 512),
        ("512 followers, 300 following", 512, 512),
        ("80 posts, 512 followers, 300 following", 512, 512),
        ("1,2 rb flw", 1150, 1299),
        ("500-an", 450, 550),
        ("kira2 500", 450, 550),
        ("lebih 500", 501, None),
        ("1 rb (rb)", None, None),
        ("300 following", None, None),
        ("512 (ribu)", None, None),
        ("512 (08123456789)", None, None),
        ("12 (3)", None, None),
    ],
)
def test_what_stands_around_a_count_is_taken_off(
    text: str, low: int | None, high: int | None
) -> None:
    interval = read_count(text).interval
    assert (interval and (interval.low, interval.high)) == (low and (low, high))
