"""Takes nothing but the pixels out of a picture that a stranger made."""

import hashlib
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import NotAPicture, PictureTooLarge
from app.domain.evidence import Picture

if TYPE_CHECKING:
    from PIL import Image

MOST_BYTES = 25_000_000
"""A screenshot has some hundred kilobytes, a photograph of a telephone ten million."""
MOST_PIXELS = 40_000_000
"""A screenshot of a page scrolled to its end has twenty million; each costs 4 bytes of memory."""
SMALL = (320, 240)
"""A thumbnail, sharp on a screen at 200 % too."""

_FORMATS = ("PNG", "JPEG", "WEBP", "BMP")
_LOSSLESS = ("PNG", "BMP", "WEBP")
_TALLEST = 2.2
"""Of a page scrolled to its end, the thumbnail shows the top: there stands the number."""

_DAMAGE = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    LookupError,
    ArithmeticError,
    TypeError,
    struct.error,
)
"""What the decoders raise about a picture that is not built as it should be."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A picture as it is stored, with its thumbnail (PNG)."""

    picture: Picture
    content: bytes
    small: bytes


def cleaned(content: bytes, called: Path) -> Cleaned:
    """The pixels of a picture in a file that we wrote ourselves.

    Where a telephone was, whose it is and what else stands beside the pixels stays out; and what
    the window shows later was never written by a stranger. Equal pixels give equal files, so that
    a screenshot is known again, whether it was pasted or dropped. The hash of what came in is kept:
    it proves that the sender's own file is the same one.

    Raises:
        NotAPicture: it is none of a kind that is kept, or it is damaged.
        PictureTooLarge: it would cost more memory than an office computer has.
    """
    # Loaded with the first picture: no start needs the decoders.
    from PIL import Image

    too_large = PictureTooLarge(called, MOST_BYTES // 1_000_000, MOST_PIXELS // 1_000_000)
    if len(content) > MOST_BYTES:
        raise too_large
    try:
        with _unwarned(), Image.open(BytesIO(content), formats=_FORMATS) as opened:
            # The head alone is read until here: a bomb has not gone off yet.
            if opened.width * opened.height > MOST_PIXELS:
                raise too_large
            lossless = opened.format in _LOSSLESS
            pixels = _only_pixels(_upright(opened))
    except Image.DecompressionBombError:
        raise too_large from None
    except _DAMAGE:
        raise NotAPicture(called) from None
    kind = "png" if lossless else "jpg"
    stored = _written(pixels, kind)
    picture = Picture(_hash(stored), kind, _hash(content))
    return Cleaned(picture, stored, thumbnail(pixels))


def thumbnail_of(stored: bytes) -> bytes:
    """The thumbnail of a file that `cleaned` wrote and whose hash was checked."""
    from PIL import Image

    with Image.open(BytesIO(stored), formats=_FORMATS) as opened:
        return thumbnail(opened.convert("RGB"))


def thumbnail(pixels: "Image.Image") -> bytes:
    """A small PNG of the picture; of a very tall one, of its top."""
    height = min(pixels.height, round(pixels.width * _TALLEST) or 1)
    small = pixels.crop((0, 0, pixels.width, height))
    small.thumbnail(SMALL)
    return _written(small, "png")


def is_picture(name: Path) -> bool:
    """Whether a file is called as pictures are that can be kept; the content is asked later."""
    return name.suffix.lower() in (".png", ".jpg", ".jpeg", ".jfif", ".webp", ".bmp")


def is_whole(stored: bytes, picture: Picture) -> bool:
    """Whether the content of a file is what was stored under its name."""
    return _hash(stored) == picture.sha256


@contextmanager
def _unwarned() -> Iterator[None]:
    """What Pillow only warns of is judged here, or does not concern the pixels."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _upright(opened: "Image.Image") -> "Image.Image":
    """Turned as its camera was held; notes that cannot be read turn nothing."""
    from PIL import ImageOps

    with suppress(*_DAMAGE):
        return ImageOps.exif_transpose(opened)
    return opened


def _only_pixels(opened: "Image.Image") -> "Image.Image":
    """Red, green, blue; with an alpha channel only where something is seen through."""
    if not opened.has_transparency_data:
        pixels = opened.convert("RGB")
    else:
        pixels = opened.convert("RGBA")
        if pixels.getchannel("A").getextrema()[0] == 255:
            pixels = pixels.convert("RGB")
    # Writers look here for comments, profiles, positions.
    pixels.info.clear()
    return pixels


def _written(pixels: "Image.Image", kind: str) -> bytes:
    out = BytesIO()
    if kind == "png":
        pixels.save(out, "PNG", compress_level=6)
    else:
        pixels.convert("RGB").save(out, "JPEG", quality=92)
    return out.getvalue()


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
