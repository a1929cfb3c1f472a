"""Of a stranger's picture nothing is kept but its pixels."""

import struct
import zlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from app.domain.errors import NotAPicture, PictureTooLarge
from app.services.evidence.cleaning import MOST_BYTES, SMALL, Cleaned, cleaned
from tests.services.evidence.conftest import encoded, screenshot

CALLED = Path("bukti.png")


def clean(content: bytes) -> Cleaned:
    return cleaned(content, CALLED)


def opened(content: bytes) -> Image.Image:
    picture = Image.open(BytesIO(content))
    picture.load()
    return picture


@pytest.mark.parametrize("kind", ["PNG", "BMP", "WEBP", "JPEG"])
def test_each_kind_is_kept_with_its_size_and_a_thumbnail(kind: str) -> None:
    kept = clean(encoded(screenshot("1.234 pengikut"), kind))
    assert opened(kept.content).size == (120, 200)
    assert opened(kept.content).format == ("JPEG" if kind == "JPEG" else "PNG")
    assert opened(kept.small).width <= SMALL[0]


def test_equal_pixels_are_one_picture_whatever_file_they_came_in() -> None:
    shot = screenshot("1.234")
    hashes = {
        clean(content).picture.sha256
        for content in (
            encoded(shot),
            encoded(shot, compress_level=1),
            encoded(shot.convert("RGBA")),
            encoded(shot, "BMP"),
            encoded(shot, "WEBP", lossless=True),
        )
    }
    assert len(hashes) == 1
    assert clean(encoded(screenshot("1.235"))).picture.sha256 not in hashes


def test_what_stands_beside_the_pixels_stays_out() -> None:
    exif = Image.Exif()
    exif[0x010F] = "MEREK-TELEPON"
    exif.get_ifd(0x8825)[1] = "S"
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "PEMILIK")
    jpeg = encoded(screenshot("a"), "JPEG", exif=exif, comment=b"CATATAN")
    png = encoded(screenshot("a"), pnginfo=notes, exif=exif)
    assert b"MEREK-TELEPON" in jpeg
    assert b"CATATAN" in jpeg
    assert b"PEMILIK" in png
    for content in (jpeg, png):
        kept = clean(content)
        for stored in (kept.content, kept.small):
            assert not opened(stored).getexif()
            assert not any(word in stored for word in (b"MEREK", b"PEMILIK", b"CATATAN"))


def test_a_photograph_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    kept = clean(encoded(screenshot("a", (120, 200)), "JPEG", exif=exif))
    assert opened(kept.content).size == (200, 120)


def test_what_is_seen_through_stays_so() -> None:
    through = Image.new("RGBA", (8, 8), (10, 20, 30, 40))
    assert opened(clean(encoded(through)).content).mode == "RGBA"


def test_of_a_long_page_the_thumbnail_shows_the_top() -> None:
    small = opened(clean(encoded(Image.new("RGB", (100, 4000), "white"))).small)
    assert small.height <= SMALL[1]
    assert small.width >= 100


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7 \n",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"PK\x03\x04",
        encoded(screenshot("a"), "GIF"),
        encoded(screenshot("a"), "TIFF"),
        encoded(screenshot("a"))[:120],
        encoded(screenshot("a"), "JPEG")[:400],
    ],
    ids=["empty", "pdf", "svg", "zip", "gif", "tiff", "cut png", "cut jpeg"],
)
def test_what_is_no_picture_of_ours_is_refused(content: bytes) -> None:
    with pytest.raises(NotAPicture):
        clean(content)


def _png_of(width: int, height: int) -> bytes:
    """A head that promises many pixels, and a few bytes behind it."""

    def chunk(name: bytes, body: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + body))
        return struct.pack(">I", len(body)) + name + body + check

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    start = b"\x89PNG\r\n\x1a\n"
    return start + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(9000, 9000), (10_000, 10_000), (60_000, 60_000)])
def test_a_bomb_is_refused_by_its_head(size: tuple[int, int]) -> None:
    with pytest.raises(PictureTooLarge):
        clean(_png_of(*size))


def test_a_file_of_too_many_bytes_is_refused_unread() -> None:
    with pytest.raises(PictureTooLarge):
        clean(encoded(screenshot("a")) + b"\0" * MOST_BYTES)


def test_notes_that_unpack_to_gigabytes_are_refused() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "0" * 20_000_000, zip=True)
    with pytest.raises(NotAPicture):
        clean(encoded(screenshot("a"), pnginfo=notes))


def test_notes_that_cannot_be_read_do_not_cost_the_picture() -> None:
    exif = Image.Exif()
    exif[0x010F] = "MEREK-TELEPON"
    whole = encoded(screenshot("a"), "JPEG", exif=exif)
    broken = bytearray(whole)
    at = whole.index(b"Exif") + 6
    broken[at + 4 : at + 8] = b"\xff\xff\xff\x7f"
    kept = clean(bytes(broken))
    assert kept.content == clean(whole).content


SEEDS = [encoded(screenshot("a", (24, 24)), kind) for kind in ("PNG", "JPEG", "WEBP", "BMP")]


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(SEEDS),
    st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=12),
    st.integers(0, 2000),
)
def test_a_broken_picture_is_kept_or_refused_and_nothing_else(
    seed: bytes, hits: list[tuple[int, int]], cut: int
) -> None:
    broken = bytearray(seed)
    for at, value in hits:
        broken[at % len(broken)] = value
    content = bytes(broken[: len(broken) - cut % len(broken)])
    with suppress(NotAPicture, PictureTooLarge):
        assert opened(clean(content).content).format in ("PNG", "JPEG")
