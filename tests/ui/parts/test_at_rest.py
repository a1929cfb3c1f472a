"""The head of a page, which stands one way or another by its width, comes to rest in each."""

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.parts.head import PageHead
from app.ui.theme.theme import Theme
from installer.pictures.resting import restless

LONG = "Dua akun tidak ditemukan; namanya mungkin berubah, dan orangnya dapat ditanya. " * 2


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def show(window: QWidget, part: QWidget, width: int) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(part)
    window.resize(width, 300)
    window.show()


@pytest.mark.parametrize("width", [420, 700, 1366])
def test_the_head_of_a_page(window: QWidget, qapp: QApplication, theme: Theme, width: int) -> None:
    show(window, PageHead(theme, "Hasil", LONG), width)
    assert restless(qapp) == []
