"""Two spellings that can be one person's name, one slip of the finger, titles, and name cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.degrees import are_titles, is_degree, may_be_degree, may_be_front_title
from app.domain.name_and_nip import NameAndNip, speaks_of_nip, split_name_and_nip
from app.domain.names_agree import names_agree
from app.domain.slip import one_slip

NIP = "198501012010011901"


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Galih Rangga", "galih rangga, S.E.", True),
        ("Galih Rangga", "Galihrangga", True),
        ("Galih Rangga", "Rangga Galih", True),
        ("Galih Rangga", "Galih R.", True),
        ("Galih Rangga", "G. Rangga", True),
        ("Galih Rangga", "G. R.", False),
        ("Galih Rangga", "Galih", True),
        ("Galih Rangga", "Galih Wijaya", False),
        ("Galih Rangga Putra", "Galih Putra", True),
        ("Galih Rangga Putra", "Galih", False),
        ("Galih Rangga Putra Wijaya", "Galih Wijaya", True),
        ("Galih Rangga Putra Wijaya", "Galih", False),
        ("A B C D Galih", "Galih", False),
        ("Galih B C Dewi Eka", "Galih Dewi Eka", True),
        ("Galih B C D E Eka", "Galih D E", True),
        ("Galih Rangga Putra", "Putra Galih", False),
        ("Galih Rangga", "Galih Ranga", True),
        ("Galih Rangga", "Galih Rama", False),
        ("Budi Ani", "Budi Ana", False),
        ("Siti Aminah", "St. Aminah", True),
        ("Muhammad Rizki", "Moh. Rizki", True),
        ("M. Rizki", "Muhammad Rizki", True),
        ("Achmad Fauzi", "Ahmad Fauzi", True),
        ("Abd. Rahman", "Abdul Rahman", True),
        ("Noor Aini", "Nur Aini", True),
        ("Li Wu", "Li", False),
        ("Lia Wu", "Lia", True),
        ("L Wulan", "Lia W", False),
        ("Galih", "", False),
        ("", "", False),
        ("-", "-", False),
    ],
)
def test_two_spellings_agree_where_nothing_speaks_against_one_person(
    one: str, other: str, agree: bool
) -> None:
    assert names_agree(one, other) is agree
    assert names_agree(other, one) is agree


@given(st.lists(st.text("abcdefgh", min_size=3, max_size=8), min_size=1, max_size=4))
def test_a_name_agrees_with_itself_in_any_order(words: list[str]) -> None:
    assert names_agree(" ".join(words), " ".join(reversed(words)))
    assert names_agree(" ".join(words), "".join(words).upper())


# ------------------------------------------------------------------ one slip


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("rangga", "rangga", False),
        ("rangga", "ranggaa", True),
        ("rangga", "rrangga", True),
        ("rangga", "ranga", True),
        ("rangga", "angga", True),
        ("rangga", "rangg", True),
        ("rangga", "rongga", True),
        ("rangga", "ranggo", True),
        ("rangga", "arngga", True),
        ("rangga", "rangag", True),
        ("rangga", "ragnga", True),
        ("rangga", "ronggo", False),
        ("rangga", "rang", False),
        ("rangga", "gangra", False),
        ("rangga", "arnggo", False),
        ("ab", "ba", True),
        ("abc", "cba", False),
        ("abcd", "badc", False),
        ("a", "", True),
        ("", "", False),
        ("ab", "", False),
    ],
)
def test_one_slip_is_one_letter_or_two_neighbours(one: str, other: str, slip: bool) -> None:
    assert one_slip(one, other) is slip
    assert one_slip(other, one) is slip


def _slipped(word: str) -> set[str]:
    """Every word one slip away, made by hand."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    less = {a + b[1:] for a, b in cuts if b}
    more = {a + c + b for a, b in cuts for c in "ab"}
    other = {a + c + b[1:] for a, b in cuts if b for c in "ab"}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    return (less | more | other | swapped) - {word}


@given(st.text("ab", max_size=6), st.text("ab", max_size=6))
def test_a_slip_is_what_it_is_when_made_by_hand(one: str, other: str) -> None:
    assert one_slip(one, other) is (other in _slipped(one))


# ------------------------------------------------------------------ titles


def test_titles_are_known_words_or_look_like_titles() -> None:
    for text in ("S.E.", "SE", "S. Kom", "S.Kom.M.Si", "SKomMSi", "Ph.D", "Hj.", "Drs. H.", "X.Y.Z",
                 "Abc.", "XYZ", "S.E. M.M.", "123", "ABCDEF"):  # fmt: skip
        assert are_titles(text, shouted=False), text
    for text in ("Budi", "Malang", "Abcdefg.", "ABCDEFG", "S.E. Budi", "xyz"):
        assert not are_titles(text, shouted=False), text
    for text in ("XYZ", "ABCDEF", "MALANG"):
        assert not are_titles(text, shouted=True), text
    for text in ("SE", "XYZ.", "X.YZ"):
        assert are_titles(text, shouted=True), text


def test_a_title_without_a_comma_has_to_be_known() -> None:
    for text in ("S.Kom", "S. Kom", "SKom", "SE", "S.Kom.M.Si", "Mm", "MA"):
        assert is_degree(text, shouted=False) is (text != "Mm"), text
    for text in ("A.R.", "M.Nur", "Budi", "se", "ma", "Se", "SE.X"):
        assert not is_degree(text, shouted=False), text
    assert is_degree("SKOM", shouted=True)
    assert not is_degree("MA", shouted=True)
    assert not is_degree("MA.", shouted=True)
    assert [may_be_degree(word) for word in ("S.X", "skom", "SKOM", "Budi")] == [
        True,
        True,
        True,
        False,
    ]
    assert [may_be_front_title(word) for word in ("Dr", "HJ", "ir", "Budi")] == [
        True,
        True,
        True,
        False,
    ]


# ------------------------------------------------------------------ name and number in one cell


@pytest.mark.parametrize(
    ("text", "name", "nip", "rank"),
    [
        (f"Galih Rangga\nNIP. {NIP}", "Galih Rangga", f"NIP. {NIP}", ""),
        (f"Galih Rangga\n{NIP}", "Galih Rangga", NIP, ""),
        (f"Galih Rangga\nPenata / III d\n{NIP}", "Galih Rangga", NIP, "Penata / III d"),
        (f"Galih Rangga\nIII/d\n{NIP}", "Galih Rangga", NIP, "III/d"),
        (f"Galih\nRangga\n{NIP}", "Galih Rangga", NIP, ""),
        (f"{NIP}\nGalih Rangga", "Galih Rangga", NIP, ""),
        (f"Galih Rangga {NIP}", "Galih Rangga", NIP, ""),
        (f"Galih Rangga / {NIP}", "Galih Rangga", NIP, ""),
        (f"Galih Rangga (NIP {NIP})", "Galih Rangga", f"NIP {NIP}", ""),
        (f"Galih Rangga, NIP. {NIP}", "Galih Rangga", f"NIP. {NIP}", ""),
        (f"{NIP} Galih Rangga", "Galih Rangga", NIP, ""),
        (f"{NIP} - Galih Rangga", "Galih Rangga", NIP, ""),
        (f"NIP {NIP} / Galih Rangga", "Galih Rangga", f"NIP {NIP}", ""),
        (f"Galih Rangga NIP {NIP}\nCamat", "Galih Rangga", f"NIP {NIP}", "Camat"),
        ("Galih Rangga\nNIP.", "Galih Rangga", "NIP.", ""),
        ("Galih Rangga\n-", "Galih Rangga", "-", ""),
        ("Galih Rangga NIP. -", "Galih Rangga", "NIP. -", ""),
        ("NIP. -", "", "NIP. -", ""),
        (f"340099901\n{NIP}", "", f"340099901\n{NIP}", ""),
        (f"Galih\u00a0Rangga \n ; {NIP} |", "Galih Rangga", NIP, ""),
        (f"Galih Rangga\nMalang, 1 Januari 1985\n{NIP}", "Galih Rangga", NIP, ""),
        ("Galih Rangga", "Galih Rangga", "", ""),
        ("Galih Rangga\nCamat", "Galih Rangga Camat", "", ""),
        ("Galih 12345", "Galih 12345", "", ""),
        ("Galih 123456", "Galih", "123456", ""),
        ("", "", "", ""),
        ("\n \n", "", "", ""),
    ],
)
def test_a_cell_of_name_and_number_is_taken_apart(
    text: str, name: str, nip: str, rank: str
) -> None:
    assert split_name_and_nip(text) == NameAndNip(name, nip, rank)


@pytest.mark.parametrize(
    ("line", "speaks"),
    [
        (NIP, True),
        ("NIP. -", True),
        ("NI PPPK. 1", True),
        ("12345", True),
        ("1234", False),
        ("abc 12345", True),
        ("abcd 12345", False),
        ("Galih", False),
        ("", False),
    ],
)
def test_a_line_speaks_of_a_number_by_its_label_or_its_digits(line: str, speaks: bool) -> None:
    assert speaks_of_nip(line) is speaks


@given(st.text(max_size=50))
def test_no_cell_is_too_odd_to_be_taken_apart(text: str) -> None:
    found = split_name_and_nip(text)
    assert isinstance(found.name + found.nip + found.rank, str)
