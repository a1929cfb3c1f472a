"""Texts that are not what they seem."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.odd_text import LONGEST_TEXT, OddText, escaped, odd_text, without_invisible


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Budi Santosa", None),
        ("Ma’ruf Amin é ñ", None),
        ("e\u0301", None),
        ("\u0430\u0433\u0443\u0441", None),
        ("محمد Budi", None),
        ("\U0001f468\u200d\U0001f469", None),
        ("x" * LONGEST_TEXT, None),
        ("x" * (LONGEST_TEXT + 1), OddText.CUT),
        ("Budi\u202exslx.exe", OddText.INVISIBLE),
        ("a\u200bb", OddText.INVISIBLE),
        ("\ufeffBudi", OddText.INVISIBLE),
        ("\u0410gus", OddText.MIXED_ALPHABETS),
        ("Alph\u03b1", OddText.MIXED_ALPHABETS),
    ],
)
def test_each_kind_is_told(text: str, kind: OddText | None) -> None:
    assert odd_text(text) is kind


def test_signs_that_deceive_are_shown_by_their_number() -> None:
    assert escaped("Budi\u202exslx") == "Budi[U+202E]xslx"
    assert escaped("\u0410gus") == "[U+0410]gus"
    assert escaped("Ma’ruf é") == "Ma’ruf é"


def test_only_what_nobody_sees_is_taken_out() -> None:
    assert without_invisible("Bu\u200bdi\u202e \u0410é\u200d\n") == "Budi \u0410é\u200d\n"


@given(st.text())
def test_a_text_that_was_cleaned_has_nothing_invisible(text: str) -> None:
    clean = without_invisible(text)
    assert odd_text(clean) is not OddText.INVISIBLE
    assert without_invisible(clean) == clean
