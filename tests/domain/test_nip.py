"""What a NIP is, and how far a cell can be believed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.nip import (
    EmployeeKind,
    Generations,
    Nip,
    NipDoubt,
    NipFlaw,
    changed_places,
    is_plain_nip,
    read_nip,
)

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
    assert Nip(GOOD).label == "NIP."
    assert Nip(GOOD).grouped == "19850101 201001 1 901"
    assert Nip(GOOD).masked == "1985****1901"


@pytest.mark.parametrize(
    ("digits", "doubt"),
    [
        ("198501012010013901", NipDoubt.SEX_DIGIT),
        ("198501012010010901", NipDoubt.SEX_DIGIT),
        ("198501012010012901", None),
        ("196901011959011901", NipDoubt.APPOINTMENT_YEAR),
        ("194401011960011901", None),
        ("200001012027011901", None),
        ("200001012028011901", NipDoubt.APPOINTMENT_YEAR),
        ("198501012010001901", NipDoubt.APPOINTMENT_MONTH),
        ("198501012010121901", None),
        ("198501012010131901", NipDoubt.APPOINTMENT_MONTH),
        ("198501012010201901", NipDoubt.APPOINTMENT_MONTH),
        ("198501012010211901", None),
        ("198501012010291901", None),
        ("198501012010301901", NipDoubt.APPOINTMENT_MONTH),
        ("198501012000011901", NipDoubt.APPOINTMENT_AGE),
        ("198501012001011901", None),
        ("195001012010011901", None),
        ("194901012010011901", NipDoubt.APPOINTMENT_AGE),
    ],
)
def test_odd_but_possible_numbers_are_doubted_and_never_refused(digits, doubt):
    found = Nip(digits).doubts(2026)
    assert doubt in found if doubt else found == ()


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


@pytest.mark.parametrize("scheme", Generations)
def test_a_generation_begins_with_its_first_year(scheme):
    for first, key in scheme.value:
        assert scheme.of(first) == key
        assert scheme.of(first - 1) != key


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


def test_what_a_flawed_cell_says_is_kept_as_text_and_a_nik_is_not():
    assert read_nip(None).written == ""
    assert read_nip("-").written == ""
    assert read_nip(0.0).written == ""
    assert read_nip(9912345678901230.0).written == ""
    assert read_nip(date(2020, 1, 1)).written == "2020-01-01"
    assert read_nip(True).written == "True"
    assert read_nip(12.5).written == "12.5"
    assert read_nip(float("-inf")).written == "-inf"
    assert read_nip(123456.0).written == "123456"
    assert read_nip("\u00a0Budi \u200bSantoso ").written == "Budi Santoso"


@pytest.mark.parametrize(
    ("cell", "flaw"),
    [
        (0, NipFlaw.EMPTY),
        (0.0, NipFlaw.EMPTY),
        (1, NipFlaw.EMPTY),
        ("1", NipFlaw.EMPTY),
        ("'0'", NipFlaw.EMPTY),
        ("NIP.", NipFlaw.EMPTY),
        ("NIP : -", NipFlaw.EMPTY),
        (2, NipFlaw.LENGTH),
        (-5, NipFlaw.NOT_A_NIP),
        (-198501012010011901, NipFlaw.NOT_A_NIP),
        (12.5, NipFlaw.NOT_A_NIP),
        (float("nan"), NipFlaw.NOT_A_NIP),
        (float("inf"), NipFlaw.NOT_A_NIP),
        (340099901, NipFlaw.OLD_NIP),
        (34009990, NipFlaw.LENGTH),
        (3400999011, NipFlaw.LENGTH),
        (123456789012345.0, NipFlaw.LENGTH),
        (12345678901234567, NipFlaw.NUMERIC),
        (1985010120100119011, NipFlaw.NUMERIC),
        ("34009990", NipFlaw.LENGTH),
        ("3400999011", NipFlaw.LENGTH),
        ("123456789012345", NipFlaw.LENGTH),
        ("1.98501E+17", NipFlaw.ROUNDED_TEXT),
        ("2E17", NipFlaw.ROUNDED_TEXT),
        ("198501012010011904,00", NipFlaw.ROUNDED_TEXT),
        ("Jl. Melati 12345678", NipFlaw.NOT_A_NIP),
        ("Jl. Melati 123456789", NipFlaw.LETTERS),
        ("lOlOlOlOlOlOlOlOl", NipFlaw.LETTERS),
        ("lOlOlOlOlOlOlOl", NipFlaw.NOT_A_NIP),
        ("lOlOlOlOlOlOlOlO", NipFlaw.NIK),
        ("ABCD 1985 0101 2010 011901", NipFlaw.LETTERS),
        ("Budi 9912345678901234", NipFlaw.NIK),
        ("9912345678901234 / 123", NipFlaw.NIK),
    ],
)
def test_each_kind_of_damage_has_a_name_of_its_own(cell, flaw):
    reading = read_nip(cell)
    assert (reading.nip, reading.flaw) == (None, flaw)
    assert flaw is not NipFlaw.NIK or reading.written == ""


@pytest.mark.parametrize(
    "written",
    [
        "‘198501012010011901’",
        "`198501012010011901",
        "' 198501012010011901",
        "198501012010011901.",
        "198501012010011901;",
        "19850101/201001/1/901",
        "19850101 / 201001 / 1 / 901",
        "1985 0101 2010 0119 01",
        "NIP BARU: 198501012010011901",
        "N.I.P. 198501012010011901",
        "NIPPPK 198501012010011901",
        "ASN198501012010011901",
        "P 1985 0101 2010 0119 01",
        "asn 1985 0101 2010 0119 01",
        "19850101\u2013201001\u20131\u2013901",
        "198501012010011901 / 198501012010011901",
    ],
)
def test_signs_and_labels_around_a_good_number_are_taken_off(written):
    assert read_nip(written).nip == Nip(GOOD)


def test_only_eighteen_digits_leave_the_first_fifteen():
    assert read_nip(19850101201001190.0).first15 is None
    assert read_nip(1985010120100119011).first15 is None
    assert read_nip("19850101201001190.0").first15 is None
    assert read_nip("1,98501E+17").first15 is None
    assert read_nip("198522012010011901").first15 is None
    assert read_nip("198501012010011904,0").first15 == "198501012010011"
    assert read_nip(198501012010011984).first15 == "198501012010012"
    assert read_nip(198501012010011983).first15 == "198501012010011"


def test_digits_behind_a_letter_that_is_a_digit_are_shown_as_they_stand():
    reading = read_nip("2O0111132022211042")
    assert (reading.flaw, reading.written) == (NipFlaw.LETTERS, "2O0111132022211042")
    spaced = read_nip("2O 0111132022211042")
    assert (spaced.flaw, spaced.written) == (NipFlaw.LETTERS, "2O 0111132022211042")


@given(st.integers(1_890, 2_110), st.integers(0, 13), st.integers(0, 32))
def test_a_number_begins_with_a_day_of_the_calendar(year, month, day):
    digits = f"{year:04}{month:02}{day:02}2010011901"
    try:
        real = 1900 <= date(year, month, day).year <= 2100
    except ValueError:
        real = False
    assert (read_nip(digits).nip is not None) == real
    assert is_plain_nip(digits) == real
    assert read_nip(digits).flaw is (None if real else NipFlaw.BIRTH_DATE)


@pytest.mark.parametrize(
    ("start", "real"),
    [
        *((f"{year}0229", leap) for year, leap in ((1900, 0), (2000, 1), (2023, 0), (2024, 1))),
        *((f"2023{month:02}31", month in (1, 3, 5, 7, 8, 10, 12)) for month in range(1, 13)),
        *((f"2023{month:02}30", month != 2) for month in range(1, 13)),
        *((day, True) for day in ("19000101", "21001231", "20230228", "20240101")),
        *((day, False) for day in ("18991231", "21010101", "20230100", "20230001", "20231301")),
    ],
)
def test_months_have_their_own_lengths(start, real):
    assert is_plain_nip(f"{start}2010011901") is bool(real)


def test_only_eighteen_plain_digits_are_a_plain_number():
    assert is_plain_nip(GOOD)
    for cell in (None, 198501012010011901, f" {GOOD}", f"{GOOD}1", GOOD[:17], "１" * 18):
        assert not is_plain_nip(cell)
    assert not is_plain_nip(GOOD[:15] + "000")
    assert is_plain_nip(GOOD[:15] + "100")
    assert not is_plain_nip(GOOD[:17] + "x")


def test_a_number_in_the_place_of_the_name_is_noticed_only_beside_what_is_no_number():
    no_number = NipFlaw.NOT_A_NIP
    assert changed_places(no_number, GOOD)
    assert changed_places(no_number, "NIP 19850101 201001 1 901")
    assert changed_places(no_number, "198501012010011904.0")
    assert changed_places(no_number, GOOD[:15])
    assert not changed_places(no_number, GOOD[:14])
    assert not changed_places(no_number, "Budi Santoso")
    assert not changed_places(no_number, "Budi Santoso yang bernama panjang")
    assert not changed_places(no_number, "")
    assert not changed_places(NipFlaw.LENGTH, GOOD)
    assert not changed_places(None, GOOD)
