"""Letters go to the search field from wherever they mean nothing else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui.parts.type_to_search import TypeToSearch


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    listed, pressed = QListWidget(), QPushButton("Press")
    listed.addItems(["Arum", "Citra"])
    for part in (QLineEdit(), listed, pressed):
        column.addWidget(part)
    TypeToSearch(made, listed, made.findChild(QLineEdit))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize("kind", [QListWidget, QPushButton])
def test_a_letter_begins_a_search(page: QWidget, kind: type[QWidget]) -> None:
    page.findChild(QLineEdit).setText("old")
    page.findChild(kind).setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_C)
    QTest.keyClicks(QApplication.focusWidget(), "it")
    assert page.findChild(QLineEdit).text() == "cit"
    assert page.findChild(QLineEdit).hasFocus()


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_7, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier),
    ],
)
def test_other_keys_keep_their_meaning(
    page: QWidget, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    listed = page.findChild(QListWidget)
    listed.setFocus()
    QTest.keyClick(listed, key, held)
    assert listed.hasFocus()
    assert page.findChild(QLineEdit).text() == ""
