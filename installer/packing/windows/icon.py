"""Paints the program's icon in every size that Windows asks for, in one .ico."""

import struct
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def icon_of(svg: Path) -> bytes:
    """The .ico of a picture in SVG."""
    renderer = QSvgRenderer(str(svg))
    return _ico([(size, _painted(renderer, size)) for size in SIZES])


def _painted(renderer: QSvgRenderer, size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
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
