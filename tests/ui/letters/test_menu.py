"""Every entry of a menu has a letter of its own: it is underlined, and pressing it chooses."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionMenuItem, QWidget
from pytestqt.qtbot import QtBot

from app.ui.letters.menu import LetterMenu, letter_of

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class Stand:
    """A menu over a window, and what was chosen from it."""

    def __init__(self) -> None:
        self.window = QWidget()
        self.menu = LetterMenu(self.window)
        self.copy = self.menu.addAction("Copy")
        self.heads = self.menu.addAction("Copy with heads\tCtrl+Shift+C")
        self.menu.addSeparator()
        self.unit = self.menu.addAction("Dinas A && B")
        self.more = LetterMenu("More", self.menu)
        self.menu.addMenu(self.more)
        self.last = self.more.addAction("Last one")
        self.chosen: list[QAction] = []
        for menu in (self.menu, self.more):
            menu.triggered.connect(self.chosen.append)


@pytest.fixture
def stand(qtbot: QtBot) -> Stand:
    made = Stand()
    qtbot.addWidget(made.window)
    made.window.show()
    made.menu.popup(made.window.mapToGlobal(made.window.rect().center()))
    return made


def test_the_letters_are_different_and_underlined(stand: Stand) -> None:
    entries = (stand.copy, stand.heads, stand.unit, stand.more.menuAction())
    assert [letter_of(stand.menu, one) for one in entries] == ["C", "W", "D", "M"]
    option = QStyleOptionMenuItem()
    stand.menu.initStyleOption(option, stand.heads)
    assert option.text == "Copy &with heads\tCtrl+Shift+C"  # type: ignore[attr-defined]
    stand.menu.initStyleOption(option, stand.unit)
    assert option.text == "&Dinas A && B"  # type: ignore[attr-defined]
    assert stand.heads.text() == "Copy with heads\tCtrl+Shift+C"
    stand.menu.close()


def test_a_letter_chooses_its_entry_and_closes_the_menu(stand: Stand, qtbot: QtBot) -> None:
    QTest.keyClick(stand.menu, Qt.Key.Key_W)
    qtbot.waitUntil(lambda: stand.chosen == [stand.heads])
    assert not stand.menu.isVisible()


def test_a_letter_opens_a_further_menu(stand: Stand, qtbot: QtBot) -> None:
    QTest.keyClick(stand.menu, Qt.Key.Key_M)
    qtbot.waitUntil(stand.more.isVisible)
    QTest.keyClick(stand.more, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: stand.last in stand.chosen)
    assert not stand.menu.isVisible()


def test_what_cannot_be_chosen_now_is_not(stand: Stand) -> None:
    stand.heads.setEnabled(False)
    QTest.keyClick(stand.menu, Qt.Key.Key_W)
    assert stand.chosen == []
    assert stand.menu.isVisible()
    stand.menu.close()
