"""Names of sheets: what Excel refuses never comes out."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.report.names import SheetNames


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("Inspektorat", "Inspektorat"),
        ("Dinas Komunikasi dan Informatika", "Dinas Komunikasi & Informatika"),
        ("Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", "Badan Kepegawaian…"),
        ("Bagian [Umum]: A/B\\C*?", "Bagian Umum A B C"),
        ("'Ja'far'", "Ja'far"),
        ("HISTORY", "HISTORY."),
        ("  banyak \n blank  ", "banyak blank"),
        ("[]", "–"),
    ],
)
def test_a_name_is_made_legal_and_stays_readable(wanted: str, expected: str) -> None:
    assert SheetNames().take(wanted) == expected


def test_names_that_differ_only_in_capitals_are_numbered() -> None:
    names = SheetNames()
    assert [names.take(text) for text in ("Umum", "UMUM", "umum")] == [
        "Umum",
        "UMUM (2)",
        "umum (3)",
    ]


def test_long_names_with_the_same_beginning_stay_apart() -> None:
    names = SheetNames()
    taken = [names.take(f"Sekolah Menengah Pertama Negeri Tirta Jaya {n}") for n in range(12)]
    assert len({name.casefold() for name in taken}) == 12
    assert all(len(name) <= 31 for name in taken)


def test_an_organisation_is_never_taken_for_a_list_of_those_who_do_not_qualify() -> None:
    names = SheetNames()
    assert names.take_for_organisation("Kelurahan Belumai", "Organisation") == "Organisation"
    assert names.take_for_organisation("Kantor Tanpa Kertas", "Organisation") == "Organisation (2)"


@given(st.lists(st.text(max_size=60), min_size=1, max_size=30))
def test_any_texts_give_legal_names_each_one_once(wanted: list[str]) -> None:
    names = SheetNames()
    taken = [names.take(text) for text in wanted]
    assert len({name.casefold() for name in taken}) == len(taken)
    for name in taken:
        assert 1 <= len(name.encode("utf-16-le")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\" + "".join(map(chr, range(32))))
        assert not name.startswith("'")
        assert not name.endswith("'")
        assert name.casefold() != "history"
        assert name.strip(string.whitespace)
