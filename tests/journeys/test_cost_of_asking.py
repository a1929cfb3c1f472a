"""What questions about the verdicts cost in keys and seconds: J10 and J12 of journeys.md section 6."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from app.domain.rule import NAMED_RULES, RULE_A
from app.domain.verdict import Verdict, judge
from app.paths import resources
from app.services.job import Job
from app.services.workplace import Workplace
from app.ui.office_window import OfficeWindow
from app.ui.shell.window import MainWindow
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from app.wording.reasons import reason_sentence
from tests.journeys.desk import Memory, Prompts, give_up_with_the_test, standings_page, window_with
from tests.journeys.keystrokes import counted

DAY = date(2026, 11, 20)
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(
    qtbot: QtBot, theme: Theme, language: Language, office: Workplace, tasks: TaskRunner
) -> Iterator[MainWindow]:
    roster = resources() / "samples" / "kantor-contoh.xlsx"
    office.importing.import_files([roster], DAY, Job.quiet())
    page = standings_page(theme, language, office, DAY, tasks)
    made = window_with(theme, language, "standings", page)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.go("standings")
    qtbot.waitUntil(lambda: tasks.idle)
    yield made
    qtbot.waitUntil(lambda: tasks.idle)


def said(window: MainWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def spoken(window: MainWindow) -> list[str]:
    return [label.accessibleName() for label in window.findChildren(QLabel) if label.isVisible()]


def test_why_somebody_is_not_in_the_list_costs_seven_keys(
    qtbot: QtBot, window: MainWindow, office: Workplace, language: Language
) -> None:
    everyone = office.standings.everyone(DAY, Job.quiet())
    person, accounts = next(one for one in everyone if one[0].name.startswith("Citra"))
    judgement = judge(accounts, RULE_A, DAY)
    assert judgement.verdict is Verdict.NOT_YET
    sentence = reason_sentence(judgement, RULE_A, DAY, language, facebook_friends=True)
    with counted("J10", qtbot, window, keyboard_only=True) as clerk:
        clerk.decide("why is she not in?")
        clerk.press(Qt.Key.Key_F, CTRL)
        clerk.type("citr")
        clerk.wait(lambda: sentence in said(window))
        clerk.press(Qt.Key.Key_Return)
        clerk.decide("read the reason")
    assert person.full_name in said(window)
    assert sentence in said(window)


def test_two_thresholds_under_every_reading_cost_no_more_than_eight_keys(
    qtbot: QtBot, window: MainWindow, office: Workplace
) -> None:
    everyone = office.standings.everyone(DAY, Job.quiet())
    with counted("J12", qtbot, window, keyboard_only=True) as clerk:
        clerk.decide("how many would it be?")
        clerk.press(Qt.Key.Key_T, ALT)
        clerk.press(Qt.Key.Key_Down)
        for _ in range(6):
            clerk.decide("read one number")
    for rule in NAMED_RULES:
        now, then = (
            sum(
                judge(accounts, replace(rule, threshold=threshold), DAY, person.consent).verdict
                is Verdict.QUALIFIES
                for person, accounts in everyone
            )
            for threshold in (500, 450)
        )
        change = f" +{then - now}" if then > now else ""
        noun = "person qualifies" if then == 1 else "people qualify"
        assert f"Reading {rule.key}: {then} {noun}{change}" in spoken(window)


@pytest.fixture
def program(
    qtbot: QtBot,
    theme: Theme,
    language: Language,
    office: Workplace,
    tasks: TaskRunner,
    tmp_path: Path,
) -> OfficeWindow:
    """The whole window as it comes up: the first page is in front, results were never looked at."""
    roster = resources() / "samples" / "kantor-contoh.xlsx"
    office.importing.import_files([roster], office.today, Job.quiet())
    made = OfficeWindow(theme, language, office, tasks, Prompts(), Memory(), tmp_path)
    made.window.resize(1366, 738)
    give_up_with_the_test(qtbot, made, tasks)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    made.start()
    qtbot.waitUntil(lambda: tasks.idle)
    assert made.window.current_key == "home"
    return made


def why_not(office: Workplace, language: Language) -> str:
    """The reason for Citra, who does not qualify yet."""
    everyone = office.standings.everyone(office.today, Job.quiet())
    accounts = next(accounts for person, accounts in everyone if person.name.startswith("Citra"))
    judgement = judge(accounts, RULE_A, office.today)
    assert judgement.verdict is Verdict.NOT_YET
    return reason_sentence(judgement, RULE_A, office.today, language, facebook_friends=True)


def test_from_the_start_the_question_costs_seven_keys_as_well(
    qtbot: QtBot, program: OfficeWindow, office: Workplace, language: Language
) -> None:
    sentence = why_not(office, language)
    with counted("J10", qtbot, program.window, keyboard_only=True) as clerk:
        clerk.decide("why is she not in?")
        clerk.press(Qt.Key.Key_5, CTRL)
        clerk.type("citr")
        clerk.press(Qt.Key.Key_Return)
        clerk.wait(lambda: sentence in said(program.window))
        clerk.decide("read the reason")
    assert program.window.current_key == "standings"
    assert program.standings.search_field().text() == "citr"


def test_from_the_start_the_question_begins_with_one_click(
    qtbot: QtBot, program: OfficeWindow, office: Workplace, language: Language
) -> None:
    sentence = why_not(office, language)
    buttons = program.window.findChildren(QAbstractButton)
    way = next(
        one
        for one in buttons
        if one.isVisible() and one.accessibleName() == language.say("Standings")
    )
    with counted("J10", qtbot, program.window) as clerk:
        clerk.decide("why is she not in?")
        clerk.click(way)
        clerk.type("citr")
        clerk.press(Qt.Key.Key_Return)
        clerk.wait(lambda: sentence in said(program.window))
        clerk.decide("read the reason")


def test_from_the_start_another_threshold_is_answered_for_every_reading(
    qtbot: QtBot, program: OfficeWindow
) -> None:
    with counted("J12", qtbot, program.window, keyboard_only=True) as clerk:
        clerk.decide("how many would it be?")
        clerk.press(Qt.Key.Key_5, CTRL)
        clerk.wait(lambda: any(one.startswith("Reading d: ") for one in spoken(program.window)))
        clerk.press(Qt.Key.Key_T, ALT)
        clerk.press(Qt.Key.Key_Down)
        for _ in range(6):
            clerk.decide("read one number")
    box = program.window.focusWidget()
    assert isinstance(box, QSpinBox)
    assert box.value() == 450
