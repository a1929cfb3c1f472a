"""A clerk asks who qualifies under another reading, and why somebody does not."""

import re
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from app.domain.rule import NAMED_RULES, RULE_C
from app.domain.verdict import Verdict, judge
from app.paths import resources
from app.services.job import Job
from app.services.workplace import Workplace
from app.ui.shell.window import MainWindow
from app.ui.standings.page import StandingsPage
from app.ui.table.view import TableView
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from app.wording.reasons import reason_sentence
from tests.journeys.desk import standings_page, window_with

DAY = date(2026, 11, 20)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(theme: Theme, language: Language, office: Workplace, tasks: TaskRunner) -> StandingsPage:
    roster = resources() / "samples" / "kantor-contoh.xlsx"
    office.importing.import_files([roster], DAY, Job.quiet())
    return standings_page(theme, language, office, DAY, tasks)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, language: Language, page: StandingsPage) -> MainWindow:
    made = window_with(theme, language, "standings", page)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_reason_is_found_for_somebody_who_is_not_on_the_list(
    qtbot: QtBot, window: MainWindow, office: Workplace, tasks: TaskRunner, language: Language
) -> None:
    everyone = office.standings.everyone(DAY, Job.quiet())

    QTest.keyClick(window, Qt.Key.Key_5, CTRL)
    qtbot.waitUntil(lambda: tasks.idle)
    # Those of the first moment are hidden, and go when Qt next has time.
    boxes = [box for box in window.findChildren(QRadioButton) if not box.isHidden()]
    numbers = [
        sum(judge(accounts, rule, DAY).verdict is Verdict.QUALIFIES for _, accounts in everyone)
        for rule in NAMED_RULES
    ]
    for box, number in zip(boxes, numbers, strict=True):
        assert box.accessibleName().endswith(f"{number} people qualify")

    boxes[0].setFocus()
    QTest.keyClick(boxes[0], Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert boxes[2].isChecked()
    qtbot.waitUntil(lambda: tasks.idle)
    judgements = {person.name: judge(accounts, RULE_C, DAY) for person, accounts in everyone}
    not_yet = [name for name, one in judgements.items() if one.verdict is Verdict.NOT_YET]
    filters = {shown_words(button): button for button in toggles(window)}
    for verdict, word in (
        (Verdict.QUALIFIES, "Qualifies"),
        (Verdict.STALE, "Out of date"),
        (Verdict.NO_DATA, "No data"),
    ):
        number = sum(one.verdict is verdict for one in judgements.values())
        assert f"{word} {number}" in filters

    button = filters[f"Not yet {len(not_yet)}"]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    table = window.findChild(TableView)
    assert table is not None
    assert table.model().rowCount() == len(not_yet)

    asked = next(name for name, one in judgements.items() if one.verdict is Verdict.QUALIFIES)
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    for name in (not_yet[0], asked):
        field = QApplication.focusWidget()
        QTest.keySequence(field, "Ctrl+A")
        QTest.keyClicks(field, name)
        sentence = reason_sentence(judgements[name], RULE_C, DAY, language, facebook_friends=True)
        assert sentence in visible_words(window)
        assert re.match(name, str(table.currentIndex().siblingAtColumn(0).data()))


def toggles(window: MainWindow) -> list[QAbstractButton]:
    buttons = window.findChildren(QAbstractButton)
    return [button for button in buttons if button.isCheckable() and button.isVisible()]


def shown_words(button: QAbstractButton) -> str:
    return button.accessibleName()


def visible_words(window: MainWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
