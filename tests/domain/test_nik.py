"""A NIK is known and dropped wherever it stands; numbers of other kinds stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.count import read_count
from app.domain.handle import read_handle
from app.domain.nik import without_nik
from app.domain.nip import NipFlaw, read_nip
from app.domain.platform import Platform

NIK = "3471010101850003"


@pytest.mark.parametrize(
    "cell",
    [
        NIK,
        f"NIK {NIK}",
        f"NIK: {NIK} (belum ada NIP)",
        "3471 0101 0185 0003",
        "347101.010185.0003",
        f"'{NIK}",
        f"{NIK} 12",
        f"130099901 / {NIK}",
        f"198501012010011901 198601012010011902 {NIK}",
        f"19850101201001190 / {NIK}",
        f"A{NIK}",
    ],
)
def test_a_nik_in_the_column_of_the_nip_holds_the_row_and_is_not_kept(cell: str) -> None:
    reading = read_nip(cell)
    assert (reading.nip, reading.flaw, reading.written) == (None, NipFlaw.NIK, "")


def test_a_nip_beside_a_nik_is_read_and_the_nik_is_not_kept() -> None:
    reading = read_nip(f"198501012010011901 / {NIK}")
    assert reading.nip is not None
    assert reading.nip.digits == "198501012010011901"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"catatan, NIK {NIK}", "catatan"),
        (f"NIK: {NIK}", ""),
        (f"Galih Rangga ({NIK})", "Galih Rangga"),
        (f"Galih Rangga / {NIK}", "Galih Rangga"),
        ("No. KTP 3471 0101 0185 0003, pindah Mei", "pindah Mei"),
        ("telp 081234567890", "telp 081234567890"),
        ("SK 800/123/2019", "SK 800/123/2019"),
        ("NIP 198501012010011901", "NIP 198501012010011901"),
        ("Nikmah", "Nikmah"),
        ("", ""),
    ],
)
def test_a_nik_leaves_a_text_with_its_label_and_brackets(text: str, left: str) -> None:
    assert without_nik(text) == left


def test_a_nik_in_the_column_of_the_counts_is_no_count_and_is_not_kept() -> None:
    reading = read_count(NIK)
    assert reading.interval is None
    assert NIK not in reading.written


@given(st.text(max_size=40))
def test_a_text_without_sixteen_digits_stays_as_it_is(text: str) -> None:
    if sum(character.isdigit() for character in text) < 16:
        assert without_nik(text) == text


@given(st.text(" abcXYZ:/()-.,", max_size=10), st.text(" abcXYZ:/()-.,", max_size=10))
def test_no_nik_is_left_whatever_stands_around_it(before: str, after: str) -> None:
    assert NIK not in without_nik(f"{before}{NIK}{after}")


def test_a_nik_in_the_column_of_an_account_names_none_and_is_not_kept() -> None:
    reading = read_handle(NIK, Platform.INSTAGRAM)
    assert reading.handle is None
    assert NIK not in reading.written
