"""The counter counts what a person does, and nothing gets past it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from tests.journeys.keystrokes import counted, written

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot):
    """A field, a button, a shortcut."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.addWidget(QLineEdit())
    column.addWidget(QPushButton("Go"))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.findChild(QLineEdit).setFocus()
    return made


def test_keys_modifiers_clicks_hands_and_thoughts_are_counted(qtbot, window):
    opened, pressed = [], []
    QShortcut(QKeySequence("Ctrl+O"), window).activated.connect(lambda: opened.append(1))
    window.findChild(QPushButton).clicked.connect(lambda: pressed.append(1))
    with counted("J5", qtbot, window) as clerk:
        clerk.decide("what to type")
        clerk.type("ab7")
        clerk.type("A")
        clerk.press(Qt.Key.Key_O, CTRL)
        clerk.click(window.findChild(QPushButton))
        clerk.press(Qt.Key.Key_Escape)
        clerk.modelled("P B P B", "a dialog")
    assert (opened, pressed) == ([1], [1])
    assert window.findChild(QLineEdit).text() == "ab7A"
    assert str(clerk.operators) == "M 7K H P B H K H P B P B"
    assert clerk.operators.events == 11
    assert clerk.operators.seconds == pytest.approx(
        8 * 0.28 + 3 * 0.20 + 3 * 1.10 + 3 * 0.40 + 1.35
    )


def test_more_than_the_budget_fails_and_says_what_it_cost(qtbot, window):
    with (
        pytest.raises(pytest.fail.Exception, match=r"(?s)more than 6 keys and clicks.*7K"),
        counted("J6", qtbot, window) as clerk,
    ):
        clerk.type("1234567")


def test_seconds_above_the_budget_fail_however_few_the_keys(qtbot, window):
    with (
        pytest.raises(pytest.fail.Exception, match=r"(?s)more than 12 s.*9M"),
        counted("J6", qtbot, window) as clerk,
    ):
        clerk.modelled("M M M M M M M M M", "think")


def test_a_journey_by_keyboard_alone_allows_no_click(qtbot, window):
    with (
        pytest.raises(pytest.fail.Exception, match="the mouse was used"),
        counted("J5", qtbot, window, keyboard_only=True) as clerk,
    ):
        clerk.click(window.findChild(QPushButton))


def test_what_cannot_be_seen_cannot_be_clicked(qtbot, window):
    window.findChild(QPushButton).hide()
    with (
        pytest.raises(AssertionError, match="not to be seen"),
        counted("J5", qtbot, window) as clerk,
    ):
        clerk.click(window.findChild(QPushButton))


def test_waiting_is_measured_and_judges_nothing(qtbot, window):
    asked = []
    with counted("J5", qtbot, window) as clerk:
        clerk.wait(lambda: len(asked) > 1 or bool(asked.append(1)))
    assert clerk.operators.waited > 0
    assert clerk.operators.seconds == 0
    assert str(clerk.operators).startswith("W0.")


def test_the_cost_is_written_as_in_the_table():
    assert written([*"PBPB", 2.04, *"MM", *"MK" * 15, "M", *"KK"]) == "P B P B W2.0 2M 16×(M K) K"


def test_keys_sent_past_the_window_are_noticed(qtbot, window):
    with (
        pytest.raises(pytest.fail.Exception, match="pressed past the window"),
        counted("J5", qtbot, window),
    ):
        QTest.keyClick(window.findChild(QLineEdit), "a")
