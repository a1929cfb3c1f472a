"""Paints the program's icon in every size that Windows asks for, and the side of its set-up program."""

import struct
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIDE = (328, 628)
"""Twice the points of the picture beside the first page of a set-up program."""

_BLUE = "#1B4F9C"
_MARK = 200

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def icon_of(svg: Path) -> bytes:
    """The .ico of a picture in SVG."""
    renderer = QSvgRenderer(str(svg))
    return _ico([(size, _painted(renderer, size)) for size in SIZES])


def side_of(svg: Path) -> bytes:
    """The picture beside the first and last page, as the .bmp that NSIS reads."""
    image = QImage(*SIDE, QImage.Format.Format_RGB888)
    image.fill(QColor(_BLUE))
    painter = QPainter(image)
    left = (SIDE[0] - _MARK) / 2
    QSvgRenderer(str(svg)).render(painter, QRectF(left, left, _MARK, _MARK))
    painter.end()
    return _saved(image, "BMP")


def _painted(renderer: QSvgRenderer, size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return _saved(image, "PNG")


def _saved(image: QImage, kind: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _ico(pictures: Sequence[tuple[int, bytes]]) -> bytes:
    offset = 6 + 16 * len(pictures)
    head, body = [struct.pack("<HHH", 0, 1, len(pictures))], []
    for size, png in pictures:
        # 256 is written as 0: a byte holds no more.
        side = size % 256
        head.append(struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(png), offset))
        body.append(png)
        offset += len(png)
    return b"".join(head + body)
