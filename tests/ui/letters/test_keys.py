"""Alt and a letter press a button or go to a field; while Alt is held the letters are seen."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui.letters.keys import LetterKeys
from app.ui.letters.signs import LetterSigns
from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.fields import SearchField, beside, form_grid
from app.ui.theme.theme import Theme
from app.wording.language import Language

ALT = Qt.KeyboardModifier.AltModifier


class Stand:
    """A window with a form, its buttons and a search."""

    def __init__(self, theme: Theme, language: Language) -> None:
        self.window = QMainWindow()
        inside = QWidget()
        grid = form_grid()
        self.name, self.number = QLineEdit(), QLineEdit()
        beside(theme, grid, "Name", self.name)
        beside(theme, grid, "Number", self.number)
        self.search = SearchField(theme, "Find a person")
        self.save, self.stop = primary_button(theme, "Save"), plain_button(theme, "Stop it")
        row = QHBoxLayout()
        for one in (self.search, self.stop, self.save):
            row.addWidget(one)
        grid.addLayout(row, 9, 0, 1, 2)
        inside.setLayout(grid)
        self.window.setCentralWidget(inside)
        self.keys = LetterKeys(theme, language, self.window)
        self.pressed: list[str] = []
        self.save.clicked.connect(lambda: self.pressed.append("save"))
        self.stop.clicked.connect(lambda: self.pressed.append("stop"))

    def letter(self, widget: QWidget) -> str:
        given = self.keys.give(self.window)
        return next(letter for thing, letter in given if thing.widget is widget)

    def signs(self) -> list[LetterSigns]:
        return [one for one in self.window.findChildren(LetterSigns) if one.isVisible()]

    def hold_alt(self) -> None:
        QTest.keyPress(self.name, Qt.Key.Key_Alt, ALT)
        for timer in self.keys.findChildren(QTimer):
            if timer.isActive():
                timer.setInterval(0)


@pytest.fixture
def stand(qtbot: QtBot, theme: Theme, language: Language) -> Stand:
    made = Stand(theme, language)
    qtbot.addWidget(made.window)
    made.window.show()
    qtbot.waitExposed(made.window)
    made.window.activateWindow()
    made.name.setFocus()
    made.keys.serve(made.window)
    return made


def test_a_letter_presses_its_button(stand: Stand, qtbot: QtBot) -> None:
    assert stand.letter(stand.save) == "S"
    QTest.keyClick(stand.name, Qt.Key.Key_S, ALT)
    qtbot.waitUntil(lambda: stand.pressed == ["save"])
    assert stand.name.text() == ""


def test_a_letter_of_a_label_goes_to_its_field(stand: Stand, qtbot: QtBot) -> None:
    assert stand.letter(stand.number) == "M"
    QTest.keyClick(stand.name, Qt.Key.Key_M, ALT)
    qtbot.waitUntil(stand.number.hasFocus)
    assert stand.letter(stand.search) == "F"
    QTest.keyClick(stand.number, Qt.Key.Key_F, ALT)
    qtbot.waitUntil(stand.search.hasFocus)


def test_a_button_that_has_become_visible_has_its_letter_at_once(
    stand: Stand, qtbot: QtBot
) -> None:
    stand.stop.hide()
    QTest.keyClick(stand.name, Qt.Key.Key_I, ALT)
    stand.stop.show()
    QTest.keyClick(stand.name, Qt.Key.Key_I, ALT)
    qtbot.waitUntil(lambda: stand.pressed == ["stop"])


def test_a_button_with_keys_of_its_own_keeps_them(stand: Stand, qtbot: QtBot) -> None:
    stand.save.setShortcut("Ctrl+Return")
    QTest.keyClick(stand.name, Qt.Key.Key_S, ALT)
    qtbot.waitUntil(lambda: stand.pressed == ["save"])
    QTest.keyClick(stand.name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: stand.pressed == ["save", "save"])


def test_a_disabled_button_keeps_its_letter_and_does_nothing(stand: Stand) -> None:
    stand.save.setEnabled(False)
    assert stand.letter(stand.save) == "S"
    QTest.keyClick(stand.name, Qt.Key.Key_S, ALT)
    QApplication.processEvents()
    assert stand.pressed == []


def test_letters_are_seen_while_alt_is_held(stand: Stand, qtbot: QtBot) -> None:
    stand.hold_alt()
    qtbot.waitUntil(lambda: len(stand.signs()) == 1)
    assert sorted(stand.signs()[0].letters) == ["F", "I", "M", "N", "S"]
    QTest.keyRelease(stand.name, Qt.Key.Key_Alt)
    assert stand.signs() == []


def test_they_are_not_seen_when_another_key_follows(stand: Stand, qtbot: QtBot) -> None:
    stand.hold_alt()
    qtbot.waitUntil(lambda: len(stand.signs()) == 1)
    QTest.keyClick(stand.name, Qt.Key.Key_M, ALT)
    assert stand.signs() == []


def test_screen_readers_are_told_the_keys_of_a_button(stand: Stand) -> None:
    stand.keys.give(stand.window)
    assert stand.save.shortcut().toString() == "Alt+S"


def test_a_dialog_has_letters_as_soon_as_it_has_the_focus(
    stand: Stand, qtbot: QtBot, theme: Theme
) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    stand.keys.follow(application)
    dialog = QDialog(stand.window)
    row = QHBoxLayout(dialog)
    close = QPushButton("Close")
    row.addWidget(close)
    dialog.show()
    dialog.activateWindow()
    close.setFocus()
    qtbot.waitUntil(lambda: close.shortcut().toString() == "Alt+L")
    dialog.close()
