"""Icons painted from their SVG in any token colour, sharp at every scale."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

# The colours that stand in gaung.svg, so that the file is also right outside the program.
_MARK_GROUND = "#1B4F9C"
_MARK_SIGN = "#FFFFFF"


class Icons:
    """Paints and remembers the pictures of one folder of SVG files."""

    def __init__(self, folder: Path, disabled: str) -> None:
        self._folder = folder
        self._disabled = disabled
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._icons: dict[tuple[str, str, int], QIcon] = {}

    def icon(self, name: str, colour: str, size: int) -> QIcon:
        """An icon for a button or an action: `size` in pixels at 100 %, greyed when disabled."""
        key = (name, colour, size)
        if key not in self._icons:
            icon = QIcon()
            for ratio in sorted({1.0, *(s.devicePixelRatio() for s in QGuiApplication.screens())}):
                icon.addPixmap(self.pixmap(name, colour, size, ratio))
                greyed = self.pixmap(name, self._disabled, size, ratio)
                icon.addPixmap(greyed, QIcon.Mode.Disabled)
            self._icons[key] = icon
        return self._icons[key]

    def pixmap(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        """The picture itself, `ratio` device pixels to each of its `size` pixels."""
        key = (name, colour, size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._paint(name, colour, size, ratio)
        return self._pixmaps[key]

    def mark(self, ground: str, sign: str, size: int, ratio: float) -> QPixmap:
        """Gaung's own sign, its two colours exchanged for those of the look."""
        svg = self._source("gaung").replace(_MARK_GROUND, ground).replace(_MARK_SIGN, sign)
        return _painted(svg, size, ratio)

    def _paint(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        svg = self._source(name).replace("currentColor", colour)
        if size > 16:
            # A stroke of 2 on the 24 grid looks heavy once the icon is drawn large.
            svg = svg.replace('stroke-width="2"', 'stroke-width="1.75"')
        return _painted(svg, size, ratio)

    def _source(self, name: str) -> str:
        if name not in self._sources:
            self._sources[name] = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        return self._sources[name]


def _painted(svg: str, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
