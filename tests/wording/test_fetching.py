"""Every state of a fetch has its word and what to do, in both languages, and says no number."""

import re

import pytest

from app.domain.fetch_plan import BY_HAND, LeftOut
from app.domain.fetched import LOCKED, NOT_SET, OFFLINE, SIGN_IN_PAGE, UNTRUSTED, FetchState
from app.domain.platform import Platform
from app.platforms.secret import Secret
from app.platforms.settings import read_settings
from app.wording.fetching import (
    by_hand_sentence,
    left_out_word,
    next_step,
    state_word,
    stop_sentence,
)
from app.wording.language import Language


def test_every_state_has_a_word_of_its_own_and_all_but_a_count_a_next_step(
    language: Language,
) -> None:
    words = [state_word(one, language) for one in FetchState]
    assert len(set(words)) == len(FetchState)
    assert not [one for one in words if one.endswith(".") or any(map(str.isdigit, one))]
    assert next_step(FetchState.OK, language) == ""
    steps = [next_step(one, language) for one in FetchState if one is not FetchState.OK]
    assert all(one.endswith(".") and one[0].isupper() for one in steps)


def test_the_states_are_said_in_indonesian(indonesian: Language, english: Language) -> None:
    for one in FetchState:
        assert state_word(one, indonesian) != state_word(one, english)
    assert state_word(FetchState.HIDDEN, indonesian) == "Disembunyikan pemilik"


@pytest.mark.parametrize("code", [OFFLINE, SIGN_IN_PAGE, UNTRUSTED, LOCKED, NOT_SET, "190/463"])
def test_every_stop_says_what_to_do(code: str, language: Language) -> None:
    said = stop_sentence(Platform.X, FetchState.TOKEN, code, language)
    assert said.endswith(".")
    assert "{" not in said
    if code in (LOCKED, NOT_SET, "190/463"):
        assert "X" in said


@pytest.mark.parametrize(
    ("state", "code", "says"),
    [
        (FetchState.TOKEN, "190/463", "kedaluwarsa"),
        (FetchState.TOKEN, "190/459", "facebook.com"),
        (FetchState.TOKEN, "190/460", "kata sandi"),
        (FetchState.TOKEN, "190/999", "token"),
        (FetchState.NEEDS_PERMISSION, "10/instagram_basic", "izin instagram_basic"),
        (FetchState.NEEDS_PERMISSION, "100/app_secret", "kunci rahasia"),
        (FetchState.NEEDS_PERMISSION, "368", "memblokir"),
        (FetchState.NEEDS_PERMISSION, "http 403", "izin"),
        (FetchState.UNEXPECTED, "address", "https"),
    ],
)
def test_a_stop_whose_code_tells_more_says_exactly_what_to_do(
    state: FetchState, code: str, says: str, indonesian: Language
) -> None:
    said = stop_sentence(Platform.INSTAGRAM, state, code, indonesian)
    assert says in said
    assert said.endswith(".")
    assert "{" not in said


@pytest.mark.parametrize("platform", [Platform.INSTAGRAM, Platform.FACEBOOK])
def test_the_app_secret_is_read_from_where_the_sentence_says(
    platform: Platform, language: Language
) -> None:
    said = stop_sentence(platform, FetchState.NEEDS_PERMISSION, "100/app_secret", language)
    (name,) = re.findall(r"GAUNG_\w+", said)
    settings = read_settings({name: "rahasia-aplikasi"})
    meta = {Platform.INSTAGRAM: settings.instagram, Platform.FACEBOOK: settings.facebook}
    assert meta[platform].app_secret == Secret("rahasia-aplikasi")


def test_every_reason_to_leave_somebody_out_has_its_words(language: Language) -> None:
    words = [left_out_word(one, language) for one in LeftOut]
    assert len(set(words)) == len(LeftOut)
    assert not [one for one in words if one[0].isupper() or one.endswith(".")]


@pytest.mark.parametrize("platform", BY_HAND)
def test_platforms_that_are_read_by_eye_say_why(platform: Platform, language: Language) -> None:
    assert by_hand_sentence(platform, language).startswith(platform.name_shown)
