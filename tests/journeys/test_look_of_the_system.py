"""The window goes with the computer from light to dark, unless a clerk chose a look."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStyleHints
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from app.paths import office_database
from app.ui.program import Program
from tests.journeys.whole_program import program

__all__ = ["program"]

Turn = Callable[[Qt.ColorScheme], None]


@pytest.fixture
def turn(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Turn:
    """Sets the computer to a look, as its own settings would while the program runs."""

    def set_scheme(scheme: Qt.ColorScheme) -> None:
        monkeypatch.setattr(QStyleHints, "colorScheme", lambda self: scheme)
        qapp.styleHints().colorSchemeChanged.emit(scheme)

    return set_scheme


def ground(program: Program) -> str:
    """The colour of the window's ground."""
    return program.office.window.palette().window().color().name()


def welcomed(program: Program) -> bool:
    labels = program.office.window.findChildren(QLabel)
    return any(one.text() == "Selamat datang di Gaung" for one in labels)


def begin_in_the_light(program: Program, qtbot: QtBot, turn: Turn) -> None:
    turn(Qt.ColorScheme.Light)
    program.start(office_database())
    qtbot.waitUntil(lambda: welcomed(program))


def test_an_evening_turns_the_window_dark_and_the_morning_light_again(
    program: Program, qtbot: QtBot, turn: Turn
) -> None:
    begin_in_the_light(program, qtbot, turn)
    program.office.window.go("settings")
    light = ground(program)
    turn(Qt.ColorScheme.Dark)
    qtbot.waitUntil(lambda: ground(program) != light)
    assert program.office.window.current_key == "settings"
    turn(Qt.ColorScheme.Light)
    qtbot.waitUntil(lambda: ground(program) == light)


def test_a_look_that_was_chosen_stays_whatever_the_computer_does(
    program: Program, qtbot: QtBot, turn: Turn
) -> None:
    begin_in_the_light(program, qtbot, turn)
    program.office.window.go("settings")
    program.office.settings.show_category("look")
    first = program.office
    buttons = first.window.findChildren(QAbstractButton)
    next(one for one in buttons if one.text() == "Gelap").click()
    qtbot.waitUntil(lambda: program.office is not first)
    chosen, dark = program.office, ground(program)
    turn(Qt.ColorScheme.Dark)
    turn(Qt.ColorScheme.Light)
    program.office.window.go("home")
    qtbot.waitUntil(lambda: welcomed(program))
    assert program.office is chosen
    assert ground(program) == dark


def test_a_dialog_that_is_open_is_not_taken_away_by_the_evening(
    program: Program, qtbot: QtBot, turn: Turn
) -> None:
    begin_in_the_light(program, qtbot, turn)
    first = program.office
    dialog = QDialog(first.window)
    dialog.show()
    turn(Qt.ColorScheme.Dark)
    program.office.window.go("people")
    qtbot.waitUntil(lambda: program.office.people.isVisible())
    assert program.office is first
    assert dialog.isVisible()
    dialog.close()
    turn(Qt.ColorScheme.Dark)
    qtbot.waitUntil(lambda: program.office is not first)
