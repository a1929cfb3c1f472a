"""The list of the settings' categories."""

from itertools import pairwise

from pytestqt.qtbot import QtBot

from app.ui.settings.categories import Categories, Category
from app.ui.theme.theme import Theme


def test_in_a_low_window_no_category_lies_over_the_next(qtbot: QtBot, theme: Theme) -> None:
    entries = [Category(str(at), f"Kategori {at}", "info") for at in range(11)]
    listed = Categories(theme, "Kategori", entries)
    qtbot.addWidget(listed)
    for height in (620, 392, 330):
        listed.resize(listed.width(), height)
        listed.show()
        rows = [listed.layout().itemAt(at).geometry() for at in range(len(entries))]
        assert all(upper.bottom() < lower.top() for upper, lower in pairwise(rows))
        assert rows[-1].bottom() < height
        assert {row.height() for row in rows} == {38} or height < 430
