"""Cells of which the whole reading is written down: whose account, which kind, or why none."""

from datetime import date
from pathlib import Path

import pytest

from app.domain.handle import Handle, NoHandle, Unresolvable, link_of, read_handle, shown
from app.domain.handle.values import HandleKind, HandleReading
from app.domain.platform import Platform

COLUMNS = {
    "ig": Platform.INSTAGRAM,
    "fb": Platform.FACEBOOK,
    "x": Platform.X,
    "yt": Platform.YOUTUBE,
    "th": Platform.THREADS,
    "bs": Platform.BLUESKY,
    "ma": Platform.MASTODON,
    "-": None,
}


def called(handle: Handle) -> str:
    return f"{handle.platform.value} {handle.kind.value} {handle.text}"


def told(reading: HandleReading) -> str:
    said = reading.why or reading.none
    first = called(reading.handle) if reading.handle else said.value if said else ""
    also = f" + {called(reading.also)}" if reading.also else ""
    return f"{first}{also}{' (other)' if reading.other_platform else ''}"


def written_down() -> list[tuple[str, Platform | None, str]]:
    """Of handle_cells.txt, a line each: the column, the cell, what it says."""
    path = Path(__file__).parents[1] / "data" / "handle_cells.txt"
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        cell, said = line.split(" => ")
        column, text = cell.split(" | ")
        found.append((text.replace("\\n", "\n"), COLUMNS[column], said))
    return found


@pytest.mark.parametrize(("text", "column", "said"), written_down())
def test_a_cell_says_just_what_is_written_down_of_it(
    text: str, column: Platform | None, said: str
) -> None:
    reading = read_handle(text, column)
    assert told(reading) == said
    assert reading.written == text
    assert (reading.handle is None) is (reading.none is not None)
    assert (reading.none is NoHandle.UNRESOLVABLE) is (reading.why is not None)


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("Tiktok @humas_kab", "ig", "tiktok username humas_kab (other)"),
        ("FB @humas.kab", "ig", "facebook username humas.kab (other)"),
        ("FB @humas.kab", "-", "facebook username humas.kab"),
        ("akun ig @humas_kab", "fb", "instagram username humas_kab (other)"),
        ("IG @satu_1 FB @dua.12", "ig", "instagram username satu_1 + facebook username dua.12"),
        ("IG @satu_1, FB @dua.12", "fb",
         "facebook username dua.12 + instagram username satu_1"),
        ("tik  tok: humas_kab", "-", "tiktok username humas_kab"),
        ("Budi Santoso @budi_s", "ig", "instagram username budi_s"),
        ("Big @humas_kab", "ig", "instagram username humas_kab"),
        ("Rangga nama @rangga_1", "ig", "instagram username rangga_1"),
    ],
)  # fmt: skip
def test_a_label_holds_for_the_name_behind_it(text: str, column: str, said: str) -> None:
    assert told(read_handle(text, COLUMNS[column])) == said


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("@" + "a" * 30, "yt", "youtube username " + "a" * 30),
        ("@" + "1" * 31, "yt", "invalid"),
        ("https://youtube.com/c/" + "a" * 100, "yt", "youtube custom " + "a" * 100),
        ("https://youtube.com/c/" + "a" * 101, "yt", "invalid"),
        ("a" * 30, "ig", "instagram username " + "a" * 30),
        ("1" * 4_001, "ig", "invalid"),
        ("@humas_kab " + " " * 4_000, "ig", "invalid"),
        ("https://x.com/humas?" + "a=1&" * 99 + "b=2", "x", "x username humas"),
        ("https://x.com/humas?" + "a=1&" * 100 + "b=2", "x", "x username humas"),
        ("https://x.com/intent/user?" + "a=1&" * 99 + "screen_name=humas", "x",
         "x username humas"),
        ("https://x.com/intent/user?" + "a=1&" * 100 + "screen_name=humas", "x", "reserved"),
    ],
)  # fmt: skip
def test_how_long_a_name_a_cell_and_a_link_may_be(text: str, column: str, said: str) -> None:
    assert told(read_handle(text, COLUMNS[column])) == said


@pytest.mark.parametrize(
    ("cell", "column", "said", "written"),
    [
        (None, "ig", "empty", ""),
        (True, "ig", "invalid", "True"),
        (0, "ig", "empty", "0"),
        (0.0, "fb", "empty", "0"),
        (float("nan"), "fb", "empty", ""),
        (1, "fb", "invalid", "1"),
        (12345.0, "fb", "facebook id 12345", "12345"),
        (12345, "ig", "invalid", "12345"),
        (12.5, "fb", "invalid", "12.5"),
        (0.5, "fb", "invalid", "0.5"),
        (-5, "fb", "invalid", "-5.0"),
        (1e299, "fb", "invalid", "1e+299"),
        (10**300, "fb", "invalid", ""),
        (10**15 - 1, "fb", "facebook id 999999999999999", "999999999999999"),
        (10**17, "fb", "invalid", "1e+17"),
        (81200000000, "fb", "invalid", "81200000000"),
        (6281200000000, "fb", "invalid", "6281200000000"),
        (812000000, "fb", "facebook id 812000000", "812000000"),
        ([1], "ig", "invalid", "list"),
        (date(2026, 3, 1), "ig", "invalid", "2026-03-01"),
        ("1985010120100119", "ig", "invalid", ""),
    ],
)
def test_a_cell_that_is_no_text_says_what_it_can(
    cell: object, column: str, said: str, written: str
) -> None:
    reading = read_handle(cell, COLUMNS[column])
    assert (told(reading), reading.written) == (said, written)


def test_a_plain_name_is_itself_and_nothing_more() -> None:
    reading = read_handle("Humas.Kab", Platform.INSTAGRAM)
    handle = Handle(Platform.INSTAGRAM, "humas.kab")
    assert reading == HandleReading(handle, None, None, None, "Humas.Kab")


@pytest.mark.parametrize(
    ("handle", "link"),
    [
        (
            Handle(Platform.YOUTUBE, "北京市"),
            "https://www.youtube.com/@%E5%8C%97%E4%BA%AC%E5%B8%82",
        ),
        (
            Handle(Platform.BLUESKY, "did:plc:z72i7hdynmk6r22z27h6tvur", HandleKind.ID),
            "https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur",
        ),
        (Handle(Platform.INSTAGRAM, "humas", HandleKind.ID), "https://www.instagram.com/humas/"),
    ],
)
def test_a_link_keeps_the_colon_of_an_id_and_writes_other_letters_out(
    handle: Handle, link: str
) -> None:
    assert link_of(handle) == link
    assert shown(handle) == (f"@{handle.text}" if handle.is_name else link)


def test_why_a_name_is_none_stands_beside_it() -> None:
    reading = read_handle("lupa", Platform.INSTAGRAM)
    assert (reading.none, reading.why) == (NoHandle.UNRESOLVABLE, Unresolvable.WORD)
