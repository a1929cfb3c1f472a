"""What a NIP is, and how far a cell can be believed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.nip import EmployeeKind, Generations, Nip, NipDoubt, NipFlaw, read_nip

GOOD = "198501012010011901"


@pytest.mark.parametrize(
    "written",
    [
        "198501012010011901",
        "'198501012010011901",
        " 198501012010011901\n",
        "19850101 201001 1 901",
        "19850101\u00a0201001\u00a01\u00a0901",
        "19850101.201001.1.901",
        "19850101-201001-1-901",
        "19850101\n2010011901",
        "NIP. 19850101 201001 1 901",
        "NIP : 198501012010011901",
        "NI PPPK. 198501012010011901",
        "340099901\n198501012010011901",
        "340099901 / 198501012010011901",
        "340099901 / 19850101 201001 1 901",
        "P198501012010011901",
        "\u200b198501012010011901",
    ],
)
def test_every_written_form_of_a_good_number_gives_the_same_number(written):
    reading = read_nip(written)
    assert reading.nip == Nip(GOOD)
    assert reading.flaw is None


@pytest.mark.parametrize(
    ("cell", "flaw"),
    [
        (None, NipFlaw.EMPTY),
        ("", NipFlaw.EMPTY),
        ("-", NipFlaw.EMPTY),
        ("'", NipFlaw.EMPTY),
        ("0", NipFlaw.EMPTY),
        (1.0, NipFlaw.EMPTY),
        ("nan", NipFlaw.EMPTY),
        ("NULL", NipFlaw.EMPTY),
        (1.98501012010011e17, NipFlaw.NUMERIC),
        (198501012010011901, NipFlaw.NUMERIC),
        (19850101201001190.0, NipFlaw.NUMERIC),
        ("1,98501E+17", NipFlaw.ROUNDED_TEXT),
        ("198501012010011904.0", NipFlaw.ROUNDED_TEXT),
        ("198501012010011000", NipFlaw.ROUNDED_TEXT),
        ("9912345678901234", NipFlaw.NIK),
        (9912345678901230.0, NipFlaw.NIK),
        ("340099901", NipFlaw.OLD_NIP),
        ("19850101201001190", NipFlaw.LENGTH),
        ("1985010120100119011", NipFlaw.LENGTH),
        ("198522012010011901", NipFlaw.BIRTH_DATE),
        ("198502302010011901", NipFlaw.BIRTH_DATE),
        ("19850101201001190O", NipFlaw.LETTERS),
        ("Budi Santoso", NipFlaw.NOT_A_NIP),
        (date(2020, 1, 1), NipFlaw.NOT_A_NIP),
        ("198501012010011901 / 198601012010011902", NipFlaw.SEVERAL),
    ],
)
def test_a_cell_that_cannot_be_believed_says_why(cell, flaw):
    reading = read_nip(cell)
    assert reading.nip is None
    assert reading.flaw is flaw


def test_a_personal_identity_number_is_never_kept():
    assert read_nip("9912345678901234").written == ""
    assert read_nip("'9912 3456 7890 1234").written == ""


def test_excel_leaves_the_first_fifteen_digits_to_search_by():
    assert read_nip(1.98501012010011e17).first15 == "198501012010011"
    assert read_nip("198501012010011000").first15 == "198501012010011"
    assert read_nip("198501012010011904.0").first15 == "198501012010011"


def test_a_number_that_lies_below_its_thousand_still_gives_its_first_fifteen_digits():
    # float("199203152019032000") is ...031999.x as digits of an int division would say
    assert read_nip(float("199203152019032000")).first15 == "199203152019032"


def test_the_number_tells_birth_and_kind():
    assert Nip(GOOD).birth_date == date(1985, 1, 1)
    assert Nip(GOOD).kind is EmployeeKind.PNS
    assert Nip("199009132025212903").kind is EmployeeKind.PPPK
    assert Nip("199009132025212903").label == "NI PPPK."
    assert Nip(GOOD).grouped == "19850101 201001 1 901"
    assert Nip(GOOD).masked == "1985****1901"


@pytest.mark.parametrize(
    ("digits", "doubt"),
    [
        ("198501012010013901", NipDoubt.SEX_DIGIT),
        ("198501013024011901", NipDoubt.APPOINTMENT_YEAR),
        ("198501012010151901", NipDoubt.APPOINTMENT_MONTH),
        ("198501011990011901", NipDoubt.APPOINTMENT_AGE),
    ],
)
def test_odd_but_possible_numbers_are_doubted_and_never_refused(digits, doubt):
    assert doubt in Nip(digits).doubts(2026)


def test_an_ordinary_number_raises_no_doubt():
    assert Nip(GOOD).doubts(2026) == ()


@pytest.mark.parametrize(
    "digits", ["", "1985", "198502302010011901", "198501012010011000", "１" * 18]
)
def test_a_number_that_is_none_cannot_be_built(digits):
    with pytest.raises(ValueError, match=r"\w"):
        Nip(digits)


def test_the_two_schemes_draw_generations_differently():
    assert Generations.BPS.of(1978) == "x"
    assert Generations.BKN.of(1978) == "y"
    assert Generations.BPS.of(1940) == "pre_boomer"


@given(st.one_of(st.text(), st.integers(), st.floats(), st.dates(), st.booleans(), st.none()))
def test_reading_any_cell_gives_either_a_number_or_a_reason(cell):
    reading = read_nip(cell)
    assert (reading.nip is None) != (reading.flaw is None)


@given(st.floats(min_value=1e16, max_value=9.9e17))
def test_a_number_cell_of_many_digits_is_never_believed(value):
    assert read_nip(value).nip is None


@given(
    st.dates(date(1960, 1, 1), date(2003, 12, 31)),
    st.integers(1, 369),
    st.sampled_from(" .-\u00a0"),
)
def test_grouping_signs_never_change_the_number(birth, serial, sign):
    digits = f"{birth:%Y%m%d}2025211{serial:03d}"
    written = sign.join((digits[:8], digits[8:14], digits[14], digits[15:]))
    assert read_nip(written).nip == Nip(digits)
