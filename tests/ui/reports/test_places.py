"""In a narrow window the fields stand as high as they are, whether their words wrap or not."""

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.reports.places import Places


@pytest.mark.parametrize("wraps", [False, True])
def test_no_field_is_hidden_in_a_narrow_window(qtbot: QtBot, wraps: bool) -> None:
    fields = QWidget()
    column = QVBoxLayout(fields)
    for number in range(40):
        label = QLabel(f"Field {number}")
        label.setWordWrap(wraps)
        column.addWidget(label)
    places = Places(QWidget(), QWidget(), fields, QWidget())
    qtbot.addWidget(places)
    places.resize(800, 400)
    places.show()
    last = fields.findChildren(QLabel)[-1]
    qtbot.waitUntil(
        lambda: not last.visibleRegion().isEmpty() or places.verticalScrollBar().maximum() > 0
    )
    places.verticalScrollBar().setValue(last.mapTo(places.widget(), last.rect().center()).y() - 200)
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())
