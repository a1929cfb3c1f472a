"""Counts as they are shown, as they can be typed again, and as they are refused."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.count import Interval, NoCount, read_count
from app.wording.counts import (
    count_plain,
    count_text,
    million_warning,
    quotable,
    refused_count,
    written_number,
)
from app.wording.language import Language


def _shown(typed: str, language: Language) -> str:
    interval = read_count(typed).interval
    assert interval is not None
    return count_text(interval, typed, language)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("1046", "1.046"),
        ("0", "0"),
        ("1,2 rb", "≈ 1,2 rb"),
        ("1.2K", "≈ 1,2 rb"),
        ("12,3rb pengikut", "≈ 12,3 rb"),
        ("3 rb", "≈ 3 rb"),
        ("2,1 jt pengikut · 500 rb suka", "≈ 2,1 jt"),
        ("500 rb suka · 2,1 jt pengikut", "≈ 2,1 jt"),
        ("1,2 M", "≈ 1,2 jt"),
        ("1200 rb", "≈ 1.200.000"),
        ("500+", "≥ 500"),
        (">500", "≥ 501"),
        ("<500", "< 500"),
        ("<=500", "≤ 500"),
        ("0 rb", "< 1.000"),
        ("<1,2rb", "≤ 1.298"),
        ("±500", "± 500"),
        ("sekitar 1.500", "± 1.500"),
        ("500-600", "500–600"),
    ],
)
def test_a_count_is_shown_as_written_and_never_surer_than_it_is(
    typed: str, shown: str, indonesian: Language
) -> None:
    assert _shown(typed, indonesian) == shown


def test_a_rounded_count_has_the_units_of_the_language(english: Language) -> None:
    assert _shown("1,2 rb", english) == "≈ 1.2K"
    assert _shown("1,2 jt", english) == "≈ 1.2M"


def test_words_that_do_not_fit_the_interval_are_not_believed(indonesian: Language) -> None:
    assert count_text(Interval(450, 550, False), "1,2 rb", indonesian) == "450–550"
    assert count_text(Interval(1150, 1299, False), "", indonesian) == "1.150–1.299"


_INTERVALS = st.one_of(
    st.integers(0, 10**9).map(Interval.of),
    st.builds(lambda low: Interval(low, None, False), st.integers(0, 10**9)),
    st.builds(
        lambda low, more: Interval(low, low + more, False),
        st.integers(0, 10**9),
        st.integers(0, 10**6),
    ),
)


@given(interval=_INTERVALS, written=st.text(max_size=20))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_interval_can_be_shown_whatever_was_written(
    interval: Interval, written: str, indonesian: Language
) -> None:
    assert count_text(interval, written, indonesian)
    assert count_plain(interval, written, indonesian)


@pytest.mark.parametrize(
    "typed", ["1046", "1,2 rb", "12,3rb", "500+", ">500", "<500", "±500", "500-600", "1,2 M", "0"]
)
def test_a_count_can_be_typed_again_and_means_the_same(typed: str, language: Language) -> None:
    interval = read_count(typed).interval
    assert interval is not None
    assert read_count(count_plain(interval, typed, language)).interval == interval


@pytest.mark.parametrize(
    "interval", [Interval(500, None, False), Interval(0, 499, False), Interval(500, 600, False)]
)
def test_a_count_whose_text_is_lost_can_be_typed_again_too(
    interval: Interval, language: Language
) -> None:
    assert read_count(count_plain(interval, "", language)).interval == interval


def test_a_text_that_is_no_count_is_refused_with_an_example(indonesian: Language) -> None:
    assert refused_count(read_count("private"), indonesian) == (
        "“private” bukan jumlah pengikut. Yang tersimpan tidak diubah. Ketik angka, misalnya 1.046."
    )


def test_an_ambiguous_number_offers_what_it_may_mean(indonesian: Language) -> None:
    assert "apakah maksudnya 1.500?" in refused_count(read_count("1,5"), indonesian)
    assert "apakah maksudnya 1.234 atau 1.234.000?" in refused_count(
        read_count("1.234 rb"), indonesian
    )
    assert "belum jelas" in refused_count(read_count("2 miliar"), indonesian)


def test_no_account_is_not_zero(indonesian: Language) -> None:
    assert "bukan nol" in refused_count(read_count("tidak punya"), indonesian)


def test_every_reason_without_a_count_has_its_sentence(language: Language) -> None:
    typed = {
        "": NoCount.EMPTY,
        "tidak punya": NoCount.NONE,
        "lupa": NoCount.NOT_A_COUNT,
        "1,5": NoCount.AMBIGUOUS,
    }
    assert set(typed.values()) == set(NoCount)
    for text, missing in typed.items():
        reading = read_count(text)
        assert reading.missing is missing
        assert refused_count(reading, language).endswith(".")


def test_a_count_is_never_refused(english: Language) -> None:
    with pytest.raises(ValueError, match="nothing to refuse"):
        refused_count(read_count("500"), english)


def test_an_m_read_as_million_is_said_so(indonesian: Language) -> None:
    assert million_warning(read_count("1,2 M"), indonesian) == (
        "“1,2 M” dibaca sebagai ≈ 1,2 jt: M dianggap juta, bukan miliar."
    )


def test_a_long_cell_is_cut_where_it_is_quoted() -> None:
    assert quotable("akun\n dikunci") == "akun dikunci"
    assert len(quotable("x" * 500)) == 40
    assert quotable("x" * 500).endswith("…")


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1.046", 1046),
        ("1,2 rb", 1200),
        ("3,7K", 3700),
        ("1,2 jt", 1_200_000),
        ("±500", 500),
        ("500+", 500),
        ("<500", 499),
        ("500-600", 550),
    ],
)
def test_a_sum_takes_what_was_written_for_a_count(written: str, number: int) -> None:
    interval = read_count(written).interval
    assert interval is not None
    assert written_number(interval, written) == number
