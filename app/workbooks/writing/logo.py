"""The office's sign at the left of the letterhead."""

from io import BytesIO

from openpyxl.drawing.image import Image
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.xdr import XDRPositiveSize2D
from PIL import Image as Picture

from app.domain.report_lines import LOGO_SIZE

_DOTS = 300
"""Longest side after reduction: 22 mm need no more, and each sheet carries its own copy."""

_EMU_PER_MM = 36_000
"""The unit of drawings in Office files."""

_FROM_EDGE, _FROM_TOP = 4.0, 1.0
"""Millimetres."""


def reduced_logo(content: bytes) -> bytes:
    """A small PNG of the picture; nothing where the bytes are no picture any more."""
    try:
        with Picture.open(BytesIO(content)) as picture:
            small = picture.convert("RGBA")
    except (OSError, ValueError, Picture.DecompressionBombError):
        return b""
    small.thumbnail((_DOTS, _DOTS))
    out = BytesIO()
    small.save(out, "PNG", optimize=True)
    return out.getvalue()


def placed_logo(png: bytes) -> Image:
    """The picture, 22 mm high or wide, at the upper left corner of a sheet."""
    image = Image(BytesIO(png))
    wide, high = image.width, image.height
    side = max(wide, high)
    size = XDRPositiveSize2D(_emu(LOGO_SIZE * wide / side), _emu(LOGO_SIZE * high / side))
    corner = AnchorMarker(col=0, colOff=_emu(_FROM_EDGE), row=0, rowOff=_emu(_FROM_TOP))
    image.anchor = OneCellAnchor(_from=corner, ext=size)
    return image


def _emu(millimetres: float) -> int:
    return round(millimetres * _EMU_PER_MM)
