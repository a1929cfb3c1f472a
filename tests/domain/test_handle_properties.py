"""Handles: what holds for every text, not only for the examples."""

from collections.abc import Callable
from datetime import date, datetime

from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.handle import (
    Handle,
    HandleKind,
    HandleReading,
    NoHandle,
    link_of,
    read_handle,
    shown,
)
from app.domain.platform import Platform

PIECES = st.sampled_from(
    ["@", "@humas.kab", "humas_kab1", " ", "\n", "/", ", ", " dan ", ":", "IG", "FB:", "https://",
     "www.", "instagram.com/", "facebook.com/", "x.com/", "youtube.com/", "l.php?u=", "%2F", "%",
     "tidak", "ada", "lupa", "Budi", "Santoso", "S.Kom", "(", ")", "private", "=", "-", "+", "0",
     "1000645678901", "UC_x5XG1OV2P6uZZ5FSM9Ttw", "profile.php?id=", "[", "]", "\u200b", "＠", "İ",
     "@bsky.social", "?", "#", "&", "did:plc:"]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(PIECES, max_size=8).map("".join),
    st.characters(codec="utf-16", categories=None).map(str),
)
COLUMNS = st.sampled_from([*Platform, None])
CELLS = st.one_of(
    TEXTS,
    st.integers(),
    st.floats(),
    st.booleans(),
    st.none(),
    st.dates(),
    st.datetimes(),
    st.binary(),
    st.lists(st.integers(), max_size=2),
)
NAMES: dict[Platform, str] = {
    Platform.INSTAGRAM: r"\A[a-z0-9_]([a-z0-9_.]?[a-z0-9_]){1,12}\Z",
    Platform.FACEBOOK: r"\A[a-z][a-z0-9.]{3,20}[a-z0-9]\Z",
    Platform.X: r"\A[a-z0-9_]{2,15}\Z",
    Platform.TIKTOK: r"\A[a-z0-9._]{1,22}[a-z0-9_]\Z",
    Platform.YOUTUBE: r"\A[a-z0-9][a-z0-9_.-]{1,27}[a-z0-9]\Z",
    Platform.THREADS: r"\A[a-z0-9_]{2,30}\Z",
}


@st.composite
def written_names(draw: st.DrawFn) -> tuple[Platform, str]:
    platform = draw(st.sampled_from(list(NAMES)))
    return platform, draw(st.from_regex(NAMES[platform]))


def same_account(one: HandleReading, other: HandleReading) -> bool:
    return (one.handle, one.also, one.none, one.why, one.other_platform) == (
        other.handle,
        other.also,
        other.none,
        other.why,
        other.other_platform,
    )


@given(CELLS, COLUMNS)
@example("http://[", Platform.X)
@example("\ud800", Platform.YOUTUBE)
@example(10**5000, Platform.FACEBOOK)
@example(datetime(1, 1, 1), Platform.X)
@example(date(2026, 1, 1), None)
def test_any_cell_gives_either_a_handle_or_a_reason(cell: object, column: Platform | None) -> None:
    reading = read_handle(cell, column)
    assert (reading.handle is None) == (reading.none is not None)
    assert (reading.why is not None) == (reading.none is NoHandle.UNRESOLVABLE)
    assert reading.also is None or (reading.handle is not None and reading.also != reading.handle)
    if isinstance(cell, str):
        assert reading.written == cell


def reads_back(write: Callable[[Handle], str], handle: Handle) -> bool:
    again = read_handle(write(handle), handle.platform)
    return again.handle == handle and again.also is None and not again.other_platform


@given(TEXTS, COLUMNS)
def test_a_handle_that_was_read_is_read_again_from_its_shown_form_and_its_link(
    text: str, column: Platform | None
) -> None:
    reading = read_handle(text, column)
    for handle in (reading.handle, reading.also):
        assert handle is None or (reads_back(shown, handle) and reads_back(link_of, handle))


@given(written_names())
def test_a_name_of_the_grammar_is_read_back_from_every_form(name: tuple[Platform, str]) -> None:
    platform, text = name
    reading = read_handle("@" + text, platform)
    if reading.handle is None:  # a page of the platform's own, or a telephone number
        return
    assert reading.handle.text == text.lower()
    assert reads_back(shown, reading.handle)
    assert reads_back(link_of, reading.handle)


@given(written_names())
def test_the_canonical_text_alone_is_read_as_the_same_handle_or_as_a_remark(
    name: tuple[Platform, str],
) -> None:
    platform, text = name
    bare = read_handle(text, platform)
    if bare.handle is not None:
        assert bare.handle == read_handle(bare.handle.text, platform).handle
        assert bare.handle.kind in (HandleKind.USERNAME, HandleKind.ID)


@given(
    written_names(), st.sampled_from(["\u200b", "\u200e", "\ufeff", "\u00ad"]), st.integers(0, 9)
)
def test_invisible_signs_inside_a_name_change_nothing(
    name: tuple[Platform, str], invisible: str, place: int
) -> None:
    platform, text = name
    for plain in (text, "@" + text):
        noisy = plain[:place] + invisible + plain[place:]
        assert same_account(read_handle(noisy, platform), read_handle(plain, platform))


@given(written_names())
def test_full_width_letters_and_capitals_and_edges_change_nothing(
    name: tuple[Platform, str],
) -> None:
    platform, text = name
    wide = "".join(chr(ord(c) + 0xFEE0) for c in text)
    for plain, noisy in (
        ("@" + text, "＠" + wide),
        (text, wide),
        (text, f" {text}\u00a0\n"),
        ("@" + text, f"\t@{text.upper()},"),
    ):
        assert same_account(read_handle(noisy, platform), read_handle(plain, platform))
