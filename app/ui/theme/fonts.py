"""The letters of the window: Inter, bundled, in pixel sizes with tabular figures."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

_FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")
_REGULAR = QFont.Weight.Normal
_MEDIUM = QFont.Weight.Medium
_BOLD = QFont.Weight.DemiBold


@dataclass(frozen=True, slots=True)
class Fonts:
    """One font for each role of the design; sizes are pixels at 100 %."""

    page_title: QFont
    figure: QFont
    figure_small: QFont
    card_title: QFont
    name: QFont
    body: QFont
    body_medium: QFont
    body_semibold: QFont
    small: QFont
    small_medium: QFont
    small_semibold: QFont
    tiny: QFont
    tiny_medium: QFont
    tiny_semibold: QFont


def load_fonts(folder: Path) -> Fonts:
    """Register the bundled files with Qt (a window system must run) and name the roles.

    Where a file cannot be registered, Qt falls back on the system's own sans.
    """
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(folder / name))
    return Fonts(
        page_title=_font(20, _BOLD),
        figure=_font(24, _BOLD),
        figure_small=_font(20, _BOLD),
        card_title=_font(14, _BOLD),
        name=_font(16, _BOLD),
        body=_font(13, _REGULAR),
        body_medium=_font(13, _MEDIUM),
        body_semibold=_font(13, _BOLD),
        small=_font(12, _REGULAR),
        small_medium=_font(12, _MEDIUM),
        small_semibold=_font(12, _BOLD),
        tiny=_font(11, _REGULAR),
        tiny_medium=_font(11, _MEDIUM),
        tiny_semibold=_font(11, _BOLD),
    )


def _font(pixels: int, weight: QFont.Weight) -> QFont:
    font = QFont()
    font.setFamilies(["Inter", "Segoe UI", "sans-serif"])
    font.setPixelSize(pixels)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Figures of one width: columns of numbers line up, and a changing number does not jump.
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
