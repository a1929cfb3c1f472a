"""Parts that stand one way or another by their width come to rest in each of them."""

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.parts.head import PageHead
from app.ui.parts.strip import Answer, Mood, Strip
from app.ui.theme.theme import Theme
from app.wording.language import Language
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
def test_a_strip_with_answers(
    window: QWidget, qapp: QApplication, theme: Theme, language: Language, width: int
) -> None:
    strip = Strip(theme, language)
    show(window, strip, width)
    strip.say(Mood.WARNING, "Selesai.", LONG, [Answer("Coba lagi", lambda: None)])
    assert restless(qapp) == []
    window.resize(width + 60, 300)
    assert restless(qapp) == []


@pytest.mark.parametrize("width", [420, 700, 1366])
def test_the_head_of_a_page(window: QWidget, qapp: QApplication, theme: Theme, width: int) -> None:
    show(window, PageHead(theme, "Hasil", LONG), width)
    assert restless(qapp) == []
