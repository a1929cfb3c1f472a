"""Letters of a printed page, measured in units that are the same at each zoom."""

from PySide6.QtGui import QFont, QFontMetricsF

from app.domain.letters import MM_PER_POINT, text_width
from app.domain.report import Emphasis
from app.domain.report_letters import Lettering

FINE = 20
"""Units of ours in a millimetre: letters are measured in whole units."""

_FAMILIES = ["Arial", "Liberation Sans", "Arimo", "Helvetica", "Inter", "sans-serif"]
_SAMPLE = "Daftar Pegawai Negeri Sipil 0123456789"


def font_of(letters: Lettering) -> QFont:
    """Arial, or letters that are pressed to its width: rows were measured for that."""
    font = QFont()
    font.setFamilies(_FAMILIES)
    font.setPixelSize(round(letters.points * MM_PER_POINT * FINE))
    font.setBold(letters.bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    measured = QFontMetricsF(font).horizontalAdvance(_SAMPLE) / FINE
    wanted = text_width(_SAMPLE, letters.points, bold=letters.bold)
    if measured > wanted:
        font.setStretch(max(50, int(100 * wanted / measured)))
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
