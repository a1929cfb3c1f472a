"""Cells that hold two things: an account with its followers, a name with what its bearer is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.absence import is_blank, says_none
from app.domain.count import read_count
from app.domain.handle_and_count import split_handle_and_count
from app.domain.name_and_position import split_name_and_position


@pytest.mark.parametrize(
    ("text", "account", "count"),
    [
        ("@nama (512 pengikut)", "@nama", "512 pengikut"),
        ("@nama [ 512 ]", "@nama", "512"),
        ("nama.kab (1,2 rb)", "nama.kab", "1,2 rb"),
        ("@nama\n512", "@nama", "512"),
        ("nama ; 512", "nama", "512"),
        ("nama | 512", "nama", "512"),
        ("nama = 512", "nama", "512"),
        ("nama / 512", "nama", "512"),
        ("nama - 512", "nama", "512"),
        ("nama – 512", "nama", "512"),
        ("nama, 512", "nama", "512"),
        ("nama: 512", "nama", "512"),
        ("nama : >500", "nama", ">500"),
        ("nama - ±500", "nama", "±500"),
        ("nama - ≈500", "nama", "≈500"),
        ("@nama 512", "@nama", "512"),
        ("@nama ± 512", "@nama", "± 512"),
        ("https://instagram.com/nama 512", "https://instagram.com/nama", "512"),
        ("http://instagram.com/nama - 512", "http://instagram.com/nama", "512"),
        ("nama 512 pengikut", "nama", "512 pengikut"),
        ("Rangga 85", "Rangga 85", ""),
        ("@rangga putra 85", "@rangga putra 85", ""),
        ("nama (pribadi)", "nama (pribadi)", ""),
        ("nama - aktif", "nama - aktif", ""),
        ("nama (12 pos)", "nama (12 pos)", ""),
        ("nama - 1.5", "nama - 1.5", ""),
        ("nama-512", "nama-512", ""),
        ("nama/512", "nama/512", ""),
        ("https://x.com/512", "https://x.com/512", ""),
        ("https://x.com/nama?s=21", "https://x.com/nama?s=21", ""),
        ("fb.com/profile.php?id=731234567", "fb.com/profile.php?id=731234567", ""),
        ("x.com/nama?t=ab&s=20", "x.com/nama?t=ab&s=20", ""),
        ("https://x.com/nama?s=21 (512)", "https://x.com/nama?s=21", "512"),
        ("https://x.com/nama?s=21 = 512", "https://x.com/nama?s=21", "512"),
        ("https://x.com/nama|512", "https://x.com/nama", "512"),
        ("https://x.com/nama, 512", "https://x.com/nama", "512"),
        ("x.com/nama: 512", "x.com/nama", "512"),
        ("x.com/nama, aktif", "x.com/nama, aktif", ""),
        ("512", "512", ""),
        ("nama", "nama", ""),
        ("", "", ""),
        ("@nama (512) ", "@nama", "512"),
    ],
)
def test_an_account_and_its_followers_are_taken_apart(text: str, account: str, count: str) -> None:
    assert split_handle_and_count(text) == (account, count)


@given(st.text(max_size=40))
def test_what_is_split_off_is_a_count_and_nothing_is_lost(text: str) -> None:
    account, count = split_handle_and_count(text)
    if count:
        assert read_count(count).interval is not None
        assert account in text
        assert count in text
    else:
        assert account == text


@given(
    st.from_regex(r"@[a-z][a-z0-9._]{1,20}[a-z]", fullmatch=True),
    st.integers(0, 999_999),
    st.sampled_from(["{} ({})", "{}\n{}", "{} - {}", "{}; {}", "{} {}", "{}, {} pengikut"]),
)
def test_whatever_was_joined_is_taken_apart_again(name: str, count: int, form: str) -> None:
    account, written = split_handle_and_count(form.format(name, count))
    assert account == name
    assert written.removesuffix(" pengikut") == str(count)


@pytest.mark.parametrize(
    ("text", "name", "position"),
    [
        ("Galih Rangga / Kepala Seksi", "Galih Rangga", "Kepala Seksi"),
        ("Galih Rangga\n\n Kepala  Seksi \n Umum", "Galih Rangga", "Kepala Seksi Umum"),
        ("Galih Rangga - Camat / Plt.", "Galih Rangga", "Camat / Plt."),
        ("Galih Rangga – Camat", "Galih Rangga", "Camat"),
        ("Galih Rangga ; Camat", "Galih Rangga", "Camat"),
        ("Galih-Rangga", "Galih-Rangga", ""),
        (" Galih Rangga ", "Galih Rangga", ""),
        ("", "", ""),
    ],
)
def test_a_name_and_a_post_are_taken_apart(text: str, name: str, position: str) -> None:
    assert split_name_and_position(text) == (name, position)


@given(st.text(max_size=40))
def test_no_word_of_a_name_and_a_post_is_lost(text: str) -> None:
    name, position = split_name_and_position(text)
    letters = [c for c in text if c.isalnum()]
    assert [c for c in name + position if c.isalnum()] == letters


def test_blanks_and_marks_for_nothing_are_nothing() -> None:
    for text in ("", " ", "-", "--", "---", "–", "—", ".", "..", "...", "'", "null", "NaN", "None",
                 "nil", "N/A", "na", "?", "\u00a0-\u200b", "\ufeff \t\r\n"):  # fmt: skip
        assert is_blank(text), text
    for text in ("0", "x", "tidak ada", "- -", "----", "#N/A"):
        assert not is_blank(text), text


def test_only_whoever_says_that_there_is_no_account_states_it() -> None:
    for text in ("tidak punya", "blm ada akun ig", "nihil", "N/A"):
        assert says_none(text), text
    for text in ("", "-", "#N/A", "#REF!", "private", "nama.kab", "lupa"):
        assert not says_none(text), text
