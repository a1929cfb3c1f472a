"""The office's sign at the left of the letterhead."""

from io import BytesIO

from PIL import Image as Picture
from xlsxwriter.worksheet import Worksheet

from app.domain.report_letters import LOGO_SIZE

_DOTS = 300
"""Longest side after reduction: 22 mm need no more."""

_DOTS_PER_MM = 96 / 25.4
"""Of a picture, for the engine that places it."""

_FROM_EDGE, _FROM_TOP = 4.0, 1.0
"""Millimetres."""

_WITH_ITS_CELL = 2
"""The engine's word for a picture that moves with its cell and keeps its size."""


def reduced_logo(content: bytes) -> bytes:
    """A small PNG of the picture; nothing where the bytes are no picture any more."""
    try:
        with Picture.open(BytesIO(content)) as picture:
            small = picture.convert("RGBA")
    except (OSError, ValueError, Picture.DecompressionBombError):
        return b""
    small.thumbnail((_DOTS, _DOTS))
    out = BytesIO()
    small.save(out, "PNG", optimize=True, dpi=(96, 96))
    return out.getvalue()


def place_logo(worksheet: Worksheet, png: bytes) -> None:
    """Puts the picture, 22 mm high or wide, at the upper left corner of a sheet."""
    with Picture.open(BytesIO(png)) as picture:
        side = max(picture.size)
    scale = LOGO_SIZE * _DOTS_PER_MM / side
    options = {
        "image_data": BytesIO(png),
        "x_offset": _FROM_EDGE * _DOTS_PER_MM,
        "y_offset": _FROM_TOP * _DOTS_PER_MM,
        "x_scale": scale,
        "y_scale": scale,
        "object_position": _WITH_ITS_CELL,
        "decorative": True,
    }
    worksheet.insert_image(0, 0, "logo.png", options)
