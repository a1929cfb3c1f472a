"""No two things of a window have one letter, and a letter is one of the thing's own words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.paths import resources
from app.ui.letters.choosing import choose, place_of, with_mark
from app.ui.letters.marked import MARKED, marked_letters
from app.wording.language import LANGUAGES, Language

WORDS = st.lists(st.text("abcéSimpan &1…", max_size=12), max_size=12)


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_letters_are_of_the_words_themselves_and_come_once(wanted: list[str]) -> None:
    letters = choose(wanted)
    given_ones = [one for one in letters if one]
    assert len(set(given_ones)) == len(given_ones)
    for words, letter in zip(wanted, letters, strict=True):
        assert not letter or place_of(words, letter) >= 0


def test_the_first_ones_choose_first_and_begin_with_beginnings_of_words() -> None:
    assert choose(["Simpan", "Simpan PDF", "Batal", "Saring"]) == ["S", "P", "B", "R"]


def test_words_that_come_twice_have_one_letter_once() -> None:
    assert choose(["Open", "Open", "Other"]) == ["O", "", "T"]


def test_marked_words_have_their_letter_whatever_stands_before_them() -> None:
    assert choose(["Cluster", "Close"], {"Close": "L"}) == ["C", "L"]
    assert choose(["Lower", "Close"], {"Close": "L"}) == ["W", "L"]


def test_where_all_letters_are_taken_there_is_none() -> None:
    assert choose(["ab", "ba", "aabb"]) == ["A", "B", ""]


@pytest.mark.parametrize(
    ("words", "letter", "marked"),
    [
        ("Save PDF", "P", "Save &PDF"),
        ("Close", "L", "C&lose"),
        ("R & D", "D", "R && &D"),
        ("A & B", "", "A && B"),
    ],
)
def test_the_mark_stands_before_the_letter(words: str, letter: str, marked: str) -> None:
    assert with_mark(words, letter) == marked


@pytest.mark.parametrize("code", LANGUAGES)
def test_marked_words_are_those_that_the_window_says(code: str) -> None:
    language = Language(code, resources() / "locale")
    letters = marked_letters(language)
    english = Language("en", resources() / "locale")
    for marked in MARKED:
        plain = marked(english.say).replace("&", "")
        assert language.say(plain) in letters, plain
        assert letters[language.say(plain)] in language.say(plain).upper()


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_buttons_that_stand_together_have_different_letters(code: str) -> None:
    language = Language(code, resources() / "locale")
    letters = marked_letters(language)
    for together in (("OK", "Cancel"), ("Save", "Cancel", "Close"), ("Yes", "No", "Cancel")):
        given_ones = [letters[language.say(one)] for one in together]
        assert len(set(given_ones)) == len(together)
