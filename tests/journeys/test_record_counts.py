"""A clerk records counts: typed, pasted, mistyped and mended, and taken back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.nip import Nip
from app.domain.person import Account, Person
from app.domain.platform import Platform
from app.services.job import Job
from app.services.workplace import Workplace
from app.ui.followers.page import FollowersPage
from app.ui.shell.window import MainWindow
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.journeys.desk import Memory, Prompts, Undo, window_with

DAY = date(2026, 11, 20)
CTRL = Qt.KeyboardModifier.ControlModifier
INSTAGRAM, FACEBOOK, TIKTOK = Platform.INSTAGRAM, Platform.FACEBOOK, Platform.TIKTOK
ARUM, BAGAS, CITRA, DAMAR = (
    "Arum Sekarjati",
    "Bagas Nirwana",
    "Citra Puspaningrum",
    "Damar Wicaksana",
)


@pytest.fixture
def page(theme: Theme, language: Language, office: Workplace, tasks: TaskRunner) -> FollowersPage:
    for at, name in enumerate((ARUM, BAGAS, CITRA, DAMAR), start=1):
        office.people.add(Person(Nip(f"19870314201001200{at}"), name, unit="Diskominfo"))
    return FollowersPage(
        theme,
        language,
        office.recording,
        office.checking,
        office.chat,
        office.preferences,
        DAY,
        tasks,
        Prompts(),
        Memory(),
    )


@pytest.fixture
def undo(office: Workplace, tasks: TaskRunner, page: FollowersPage) -> Undo:
    return Undo(office, tasks, page)


@pytest.fixture
def window(
    qtbot: QtBot, theme: Theme, language: Language, page: FollowersPage, undo: Undo
) -> MainWindow:
    made = window_with(theme, language, "followers", page)
    made.undo_asked.connect(undo.ask)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_counts_are_typed_pasted_mended_and_taken_back(
    qtbot: QtBot, window: MainWindow, office: Workplace, tasks: TaskRunner
) -> None:
    QTest.keyClick(window, Qt.Key.Key_4, CTRL)
    qtbot.waitUntil(lambda: tasks.idle)
    qtbot.waitUntil(lambda: window.isAncestorOf(QApplication.focusWidget()))

    type_into_cells("1234\n1,2rb\ntidak punya\n")
    qtbot.waitUntil(lambda: tasks.idle)
    assert count(office, ARUM, INSTAGRAM) == (1234, 1234)
    assert count(office, BAGAS, INSTAGRAM) == (1150, 1299)
    stated = account(office, CITRA, INSTAGRAM)
    assert stated is not None
    assert stated.stated_none

    type_into_cells("1.5\t")
    qtbot.waitUntil(lambda: answer(window, "Make it 1,500") is not None)
    assert account(office, DAMAR, INSTAGRAM) is None
    made_it = answer(window, "Make it 1,500")
    assert made_it is not None
    qtbot.mouseClick(made_it, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: count(office, DAMAR, INSTAGRAM) == (1500, 1500))

    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up):
        press(key)
    QGuiApplication.clipboard().setText("503\t640\n1.046\t3,7K\n")
    press(Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: tasks.idle)
    assert count(office, BAGAS, FACEBOOK) == (503, 503)
    assert count(office, CITRA, Platform.X) == (3650, 3799)

    press(Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: account(office, BAGAS, FACEBOOK) is None)
    assert account(office, CITRA, Platform.X) is None
    assert count(office, DAMAR, INSTAGRAM) == (1500, 1500)
    qtbot.waitUntil(lambda: tasks.idle)


def type_into_cells(text: str) -> None:
    """Key by key, wherever the focus is: into the grid, then into the editor that it opens."""
    for letter in text:
        target = QApplication.focusWidget()
        if letter == "\n":
            QTest.keyClick(target, Qt.Key.Key_Return)
        elif letter == "\t":
            QTest.keyClick(target, Qt.Key.Key_Tab)
        else:
            QTest.keyClick(target, letter)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def answer(window: MainWindow, words: str) -> QPushButton | None:
    """The visible button with these words."""
    buttons = window.findChildren(QPushButton)
    return next((b for b in buttons if b.isVisible() and b.text() == words), None)


def account(office: Workplace, name: str, platform: Platform) -> Account | None:
    rows = office.recording.grid(DAY, Job.quiet())
    return next(row for row in rows if row.person.name == name).account(platform)


def count(office: Workplace, name: str, platform: Platform) -> tuple[int, int | None] | None:
    found = account(office, name, platform)
    if found is None or found.latest is None:
        return None
    return found.latest.interval.low, found.latest.interval.high
