"""A look is complete: every icon paints, every letter is ours, Qt's parts wear its colours."""

import re

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication

from app.paths import resources
from app.ui.theme.icons import Icons
from app.ui.theme.theme import LOOKS, Theme, apply_theme, load_theme

ICONS = sorted(path.stem for path in (resources() / "icons").glob("*.svg"))


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_paints_something_in_the_asked_colour(qapp: QApplication, name: str) -> None:
    picture = Icons(resources() / "icons", "#808080").pixmap(name, "#ff0000", 24, 2.0).toImage()
    painted = [
        picture.pixelColor(x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() > 250
    ]
    assert picture.width() == 48
    assert painted
    if name != "gaung":
        # Half-covered pixels may lose a step or two in the rounding.
        assert all(c.red() > 240 and c.green() < 8 and c.blue() < 8 for c in painted)


def test_the_letters_are_inter_with_figures_of_one_width(theme: Theme) -> None:
    assert QFontInfo(theme.fonts.body).family() == "Inter"
    assert QFontInfo(theme.fonts.body).pixelSize() == 13
    metrics = QFontMetricsF(theme.fonts.body)
    assert metrics.horizontalAdvance("1111") == pytest.approx(metrics.horizontalAdvance("0000"))


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_dresses_the_palette_and_leaves_no_gap_in_the_sheet(
    qapp: QApplication, theme: Theme, look: str
) -> None:
    other = load_theme(look, resources())
    apply_theme(qapp, other, resources())
    try:
        accent = qapp.palette().color(QPalette.ColorRole.Accent)
        assert accent == QColor(other.tokens.accent)
        pictures = re.findall(r'url\("([^"]+)"\)', qapp.styleSheet())
        assert pictures
        for picture in pictures:
            assert (resources() / "icons" / "controls" / picture.rsplit("/", 1)[1]).is_file()
        assert "$" not in qapp.styleSheet()
    finally:
        apply_theme(qapp, theme, resources())


@pytest.mark.parametrize("look", LOOKS)
def test_the_pictures_inside_controls_wear_the_colours_of_their_look(look: str) -> None:
    tokens = LOOKS[look]
    for picture in (resources() / "icons" / "controls").glob(f"{look}-*.svg"):
        colours = set(re.findall(r"#[0-9A-Fa-f]{6}", picture.read_text(encoding="utf-8")))
        assert colours <= {tokens.on_accent, tokens.text_2}


def test_an_unknown_look_is_the_light_one(theme: Theme) -> None:
    assert load_theme("sepia", resources()).name == "light"
