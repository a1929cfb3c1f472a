"""Letters of a printed page, measured in units that are the same at each zoom."""

from PySide6.QtGui import QFont, QFontMetricsF

from app.domain.letters import MM_PER_POINT, text_width
from app.domain.report import Emphasis
from app.domain.report_letters import Lettering

FINE = 20
"""Units of ours in a millimetre: letters are measured in whole units."""

_FAMILIES = ["Arial", "Liberation Sans", "Arimo", "Helvetica", "Inter", "sans-serif"]
_SAMPLES = ("Daftar Pegawai Negeri Sipil", "19850444 200608 2 968")
"""Letters and digits: where those are wider than Arial's, a NIP would fall into two lines."""


def font_of(letters: Lettering) -> QFont:
    """Arial, or letters that are pressed to its width: rows were measured for that."""
    # Not the window's own letters, whose even digits have no meaning in a PDF; and no other shapes
    # between digits either, for the same reason.
    font = QFont(_FAMILIES)
    font.setFeature(QFont.Tag("calt"), 0)
    font.setPixelSize(round(letters.points * MM_PER_POINT * FINE))
    font.setBold(letters.bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    metrics = QFontMetricsF(font)
    pressed = min(
        text_width(sample, letters.points, bold=letters.bold)
        / (metrics.horizontalAdvance(sample) / FINE)
        for sample in _SAMPLES
    )
    if pressed < 1:
        font.setStretch(max(50, int(100 * pressed)))
    return font


def emphasised(font: QFont, emphasis: Emphasis | None) -> QFont:
    """The same letters bold or italic where the cell stands out that way."""
    if emphasis not in (Emphasis.BOLD, Emphasis.ITALIC):
        return font
    other = QFont(font)
    other.setBold(font.bold() or emphasis is Emphasis.BOLD)
    other.setItalic(emphasis is Emphasis.ITALIC)
    return other


def shrunk(font: QFont, words: str, room: float) -> QFont:
    """One line that is a little too long is set smaller, as the workbook does it."""
    wide = QFontMetricsF(font).horizontalAdvance(words)
    if wide <= room or wide <= 0:
        return font
    smaller = QFont(font)
    smaller.setPixelSize(max(1, int(font.pixelSize() * room / wide)))
    return smaller
