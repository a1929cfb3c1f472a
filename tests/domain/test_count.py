"""What people write for a number of followers, and what it can mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.count import HIGHEST, Interval, NoCount, plain_count, read_count


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
        ("500 ke atas", 500, None),
        ("1.000 keatas", 1000, None),
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


@pytest.mark.parametrize(
    ("signs", "low", "high"),
    [
        (
            "> | lebih dari | lbh dari | Lebih | lbh | di atas | diatas | more than | OVER",
            501,
            None,
        ),
        (">= | > = | ≥ | minimal | min | min. | paling sedikit | setidaknya | at least", 500, None),
        ("< | kurang dari | krg dari | di bawah | dibawah | less than | under | hampir", 0, 499),
        ("<= | < = | ≤ | maksimal | maks | maks. | paling banyak | at most", 0, 500),
        ("± | +- | +/- | ~ | ≈ | sekitar | sekitaran | sktr | kurang lebih | krg lbh", 450, 550),
        ("kira-kira | kira kira | kira2 | kira-2 | k.l. | kl. | ca. | about | approx.", 450, 550),
    ],
)
def test_every_sign_before_a_number_bounds_it(signs: str, low: int, high: int | None) -> None:
    for sign in signs.split(" | "):
        for text in (f"{sign} 500", f"{sign} 500 pengikut", f"IG: {sign} 500 followers"):
            assert read_count(text).interval == Interval(low, high, False), text


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("500 lebih", 500, None),
        ("500 +", 500, None),
        ("500 -an", 450, 550),
        ("500 - an", 450, 550),
        ("±505", 454, 556),
        ("<0", 0, 0),
        ("<1", 0, 0),
        ("<= 0", 0, 0),
        (">0", 1, None),
        ("sekitar 0", 0, 0),
        ("> 1,2 rb", 1151, None),
        ("sekitar 1,2 rb", 1035, 1429),
        ("< 1,2 rb", 0, 1298),
    ],
)
def test_a_bound_holds_for_both_ends_of_what_is_bounded(
    text: str, low: int, high: int | None
) -> None:
    assert read_count(text).interval == Interval(low, high, False)


@given(st.integers(0, 99_999))
def test_about_a_number_is_a_tenth_on_either_side_and_never_less(value: int) -> None:
    interval = read_count(f"sekitar {value}").interval
    assert interval is not None
    assert interval.low == value * 9 // 10
    assert interval.high is not None
    assert interval.high - 1 < value * 1.1 <= interval.high + 0.001


@pytest.mark.parametrize(
    ("cell", "missing", "written"),
    [
        (None, NoCount.EMPTY, ""),
        ("\u200b - ", NoCount.EMPTY, "-"),
        ("  tidak\u00a0punya ", NoCount.NONE, "tidak punya"),
        (date(2026, 1, 1), NoCount.NOT_A_COUNT, "2026-01-01"),
        (False, NoCount.NOT_A_COUNT, "False"),
        ([500], NoCount.NOT_A_COUNT, "[500]"),
        (-5.0, NoCount.NOT_A_COUNT, "-5"),
        (float("nan"), NoCount.NOT_A_COUNT, "nan"),
        (float("inf"), NoCount.NOT_A_COUNT, "inf"),
        (float(HIGHEST + 1), NoCount.NOT_A_COUNT, "1e+09"),
        (HIGHEST + 1, NoCount.NOT_A_COUNT, "1e+09"),
        (12.5, NoCount.AMBIGUOUS, "12.5"),
        (" 1,5 ", NoCount.AMBIGUOUS, "1,5"),
        (" 1.234 rb", NoCount.AMBIGUOUS, "1.234 rb"),
        ("2 miliar", NoCount.AMBIGUOUS, "2 miliar"),
        ("private ", NoCount.NOT_A_COUNT, "private"),
        ("1.23.456 ", NoCount.NOT_A_COUNT, "1.23.456"),
        ("1,2,3 rb ", NoCount.NOT_A_COUNT, "1,2,3 rb"),
        ("999.999.999.999 ", NoCount.NOT_A_COUNT, "999.999.999.999"),
        ("600-500 ", NoCount.NOT_A_COUNT, "600-500"),
        ("9912345678901234 orang", NoCount.NOT_A_COUNT, "orang"),
    ],
)
def test_what_was_written_stands_beside_the_reason(
    cell: object, missing: NoCount, written: str
) -> None:
    reading = read_count(cell)
    assert (reading.interval, reading.missing, reading.written) == (None, missing, written)


@pytest.mark.parametrize(
    ("cell", "written"),
    [(1234.0, "1234"), (0, "0"), ("'512 ", "'512"), ("1.234\u00a0 orang", "1.234 orang"),
     (" 700-900", "700-900"), ("512,0 ", "512,0"), (" 1,2 rb", "1,2 rb"), ("1234", "1234")],
)  # fmt: skip
def test_what_was_written_stands_beside_the_count(cell: object, written: str) -> None:
    assert read_count(cell).interval is not None
    assert read_count(cell).written == written


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        *(("0", 0), ("7", 7), ("999999999", HIGHEST), (0.0, 0), (5.0, 5)),
        *((float(HIGHEST), HIGHEST), (float(HIGHEST + 1), None), (-1.0, None), (0.5, None)),
        *((cell, None) for cell in ("", "00", "05", "1000000000", "１", "1 ", "-1", "1.0")),
        *((cell, None) for cell in (None, True, 5, float("nan"), float("inf"))),
    ],
)
def test_a_plain_count_is_its_digits_and_nothing_else(cell: object, count: int | None) -> None:
    assert plain_count(cell) == count
    if count is not None:
        reading = read_count(cell)
        assert (reading.interval, reading.missing) == (Interval.of(count), None)
        assert (reading.proposals, reading.million_meant) == ((), False)


@given(st.one_of(st.text("0159.,- rbkRB+>", max_size=8), st.floats(-5, 2e9), st.integers(-5, 10)))
def test_whatever_is_plain_reads_the_same_the_long_way(cell: object) -> None:
    count = plain_count(cell)
    if count is not None:
        assert read_count(cell).interval == Interval.of(count)
        long_way = read_count(f" {cell}" if isinstance(cell, str) else cell)
        assert long_way.interval == Interval.of(count)


@pytest.mark.parametrize("cell", [HIGHEST, float(HIGHEST), "999.999.999", str(HIGHEST), 1])
def test_the_highest_count_is_still_one(cell: object) -> None:
    value = 1 if cell == 1 else HIGHEST
    assert read_count(cell).interval == Interval(value, value, True)


@pytest.mark.parametrize("cell", ["1.000.000.000", "1000000000", "1001 jt", "> 1.000.000.000"])
def test_more_than_anybody_has_is_no_count(cell: str) -> None:
    assert read_count(cell).missing is NoCount.NOT_A_COUNT


def test_the_thousandfold_of_a_number_cell_is_rounded_and_never_zero() -> None:
    assert read_count(1.2345).proposals == (Interval.of(1234),)
    assert read_count(0.0004).proposals == ()
    assert read_count("2,05").proposals == (Interval.of(2050),)
    assert read_count("12.5").proposals == (Interval.of(12_500),)
    assert read_count(1.5).proposals[0].exact


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("100-200", 100, 200),
        ("100-201", 100, 201),
        ("99-150", 99, 150),
        ("0-499", 0, 499),
        ("1-500", 1, 500),
        ("51 - 1000", 51, 1000),
        ("1000-5000", 1000, 5000),
        ("1.000 - 5.000", 1000, 5000),
        ("1001 – 5000", 1001, 5000),
        ("1,001—10,000", 1001, 10_000),
        ("5.000-500.000", 5000, 500_000),
        ("1rb-5rb", 1000, 5000),
        ("1 rb s.d. 5 rb", 1000, 5000),
        ("1,5K - 2,5K", 1500, 2500),
        ("1-5 ribu", 1000, 5000),
        ("0 - 1 ribu", 0, 1000),
        ("1-1 ribu", None, None),
        ("1,25rb-2,5rb", 1250, 2500),
        ("50-100", 50, 100),
        ("500 - 1 ribu", 500, 1000),
        ("500-1.000 followers", 500, 1000),
        ("500 sampai dengan 1000 orang", 500, 1000),
        ("500 hingga 1000", 500, 1000),
        ("antara 500 dan 1.000", 500, 1000),
        ("kisaran 500-1000", 500, 1000),
        ("500 dan 1000", None, None),
        ("1000-500", None, None),
        ("11-2019", None, None),
        ("31-1900", None, None),
        ("32-2019", 32, 2019),
        ("12-99", None, None),
        ("2-201", None, None),
        ("2-200", 2, 200),
        ("811-123456", None, None),
        ("0811-123456", None, None),
        ("1-999999999", 1, 999_999_999),
        ("1-1.000.000.000", None, None),
        ("500-600-700", None, None),
        ("15/11-2019", None, None),
        ("1.5-5", None, None),
        ("500-500", None, None),
        ("500 - 501", 500, 501),
        ("1.000–1.500", 1000, 1500),
        ("500 s/d 600", 500, 600),
        ("500 sd 600", 500, 600),
        ("500 sampai 600", 500, 600),
        ("1.5-2.5", None, None),
    ],
)
def test_a_range_has_two_ends_that_can_be_counts(
    text: str, low: int | None, high: int | None
) -> None:
    interval = read_count(text).interval
    assert interval == (Interval(low, high, False) if low is not None else None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("512,0", 512),
        ("512.0", 512),
        ("5.0", 5),
        ("5,00", 5),
        ("1.234,0", 1234),
        ("1 234,00", 1234),
        ("1.234.567", 1_234_567),
        ("1 234 567", 1_234_567),
        ("(512", None),
        ("1.234.0", None),
        ("1,234,00", None),
        ("1.234,567", None),
        ("12.34.567", None),
        ("1.2345", None),
        ("512,000,0", None),
        ("0512", None),
        ("0512,00", None),
        ("1234567890,00", None),
        ("123456789 orang", 123_456_789),
        ("05 orang", None),
        ("0 orang", 0),
        ("jumlah follower: 512", 512),
        ("total 512 followers", 512),
        ("ada 512", 512),
        ("512 viewers", 512),
        ("512 pengikut ig", 512),
        ("512,", 512),
        ("512.-", 512),
        ("‘512", 512),
        ("`512", 512),
        ("' 512", 512),
        ("512 posisi 1 Nov", 512),
        ("80 kiriman; 512 pengikut; 300 diikuti", 512),
        ("512 pengikut | 300 teman", None),
        ("tgl 5", None),
    ],
)
def test_only_what_is_surely_one_number_is_one(text: str, value: int | None) -> None:
    interval = read_count(text).interval
    assert interval == (None if value is None else Interval.of(value))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1 jt", 500_000, 1_999_999),
        ("1,25 jt", 1_245_000, 1_259_999),
        ("1,234 jt", 1_233_500, 1_234_999),
        ("1,2 juta", 1_150_000, 1_299_999),
        ("1,2 mn", 1_150_000, 1_299_999),
        ("1,2 mio", 1_150_000, 1_299_999),
        ("1,2 RIBU", 1150, 1299),
        ("0,1 rb", 50, 199),
        ("0 rb", 0, 999),
        ("1234567 rb", None, None),
        ("999999 rb", 999_998_500, 999_999_999),
        ("12345678 rb", None, None),
        ("1,2345 rb", None, None),
        ("1.234.567 rb", None, None),
    ],
)
def test_a_short_form_means_what_was_rounded_and_what_was_cut_off(
    text: str, low: int | None, high: int | None
) -> None:
    interval = read_count(text).interval
    assert interval == (Interval(low, high, False) if low is not None else None)


def test_only_m_alone_is_a_million_to_be_warned_of() -> None:
    assert [read_count(f"1,2 {unit}").million_meant for unit in ("m", "M", "mn", "jt", "rb")] == [
        True,
        True,
        False,
        False,
        False,
    ]
    for unit in ("miliar", "milyar", "b", "B", "t", "triliun"):
        reading = read_count(f"1,2 {unit}")
        assert (reading.missing, reading.proposals) == (NoCount.AMBIGUOUS, ())


def test_what_our_own_reports_mark_as_rounded_is_read_as_no_wider_than_it_was() -> None:
    assert (
        read_count("≈ 1,2 rb").interval
        == read_count("1,2 rb").interval
        == Interval(1150, 1299, False)
    )
    assert read_count("≈ 500").interval == Interval(450, 550, False)
    assert read_count("± 1,2 rb").interval == Interval(1035, 1429, False)


@pytest.mark.parametrize("cell", ["500\n600", "1\n234", "500 \r\n 600", "12\n\n345"])
def test_two_numbers_below_each_other_are_never_one(cell: str) -> None:
    assert read_count(cell).interval is None


def test_a_word_below_its_number_belongs_to_it() -> None:
    assert read_count("512\npengikut").interval == Interval.of(512)
