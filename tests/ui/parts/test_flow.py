"""A line of widgets that goes on below."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.ui.parts.flow import FlowLayout


@pytest.fixture
def line(qtbot: QtBot) -> QWidget:
    made = QWidget()
    flow = FlowLayout(made, gap=10, line_height=32)
    for _ in range(3):
        part = QLabel("x")
        part.setFixedSize(100, 20)
        flow.addWidget(part)
    qtbot.addWidget(made)
    return made


def places(line: QWidget, width: int) -> list[tuple[int, int]]:
    layout = line.layout()
    line.resize(width, layout.heightForWidth(width))
    layout.setGeometry(line.rect())
    return [(part.x(), part.y()) for part in line.findChildren(QLabel)]


def test_what_fits_stands_side_by_side_on_the_middle_of_its_line(line: QWidget) -> None:
    assert places(line, 330) == [(0, 6), (110, 6), (220, 6)]
    assert line.layout().heightForWidth(330) == 32


def test_what_does_not_fit_goes_on_below(line: QWidget) -> None:
    assert places(line, 219) == [(0, 6), (110, 6), (0, 43)]
    assert line.layout().heightForWidth(219) == 69


def test_what_is_hidden_takes_no_room(line: QWidget) -> None:
    line.findChildren(QLabel)[1].hide()
    assert places(line, 330)[2] == (110, 6)
