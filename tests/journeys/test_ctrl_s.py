"""Ctrl+S: the cell that is open for typing is taken first, and nothing is called saved too early."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import DiskFull
from app.domain.nip import Nip
from app.domain.person import Person
from app.domain.platform import Platform
from app.services.job import Job
from app.services.recording import RecordCounts
from app.services.workplace import Workplace
from app.ui.office_window import OfficeWindow
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.journeys.desk import Memory, Prompts, give_up_with_the_test

SAVED = re.compile(r"Everything is saved|Saved \d\d:\d\d")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def program(
    qtbot: QtBot,
    theme: Theme,
    language: Language,
    office: Workplace,
    tasks: TaskRunner,
    tmp_path: Path,
) -> OfficeWindow:
    office.people.add(Person(Nip("198703142010012001"), "Arum Sekarjati", unit="Diskominfo"))
    made = OfficeWindow(theme, language, office, tasks, Prompts(), Memory(), tmp_path)
    give_up_with_the_test(qtbot, made, tasks)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    made.window.go("followers")
    qtbot.waitUntil(lambda: made.followers.grid.model.rowCount() == 1)
    qtbot.waitUntil(lambda: tasks.idle)
    return made


def save(program: OfficeWindow) -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, CTRL)
    # Qt believes Ctrl to be held until some key says otherwise; in later tests choosing would add.
    QTest.keyRelease(program.window, Qt.Key.Key_Control)


def says_saved(program: OfficeWindow) -> bool:
    """As soon as it is put up: it is painted with the next turn of the event loop."""
    labels = program.window.findChildren(QLabel)
    saved = (one for one in labels if SAVED.fullmatch(one.text()))
    return any(not _taken_down(one.parentWidget()) for one in saved)


def _taken_down(fact: QWidget) -> bool:
    return fact.isHidden() and fact.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


def test_ctrl_s_takes_the_open_cell_and_says_saved_only_when_it_is(
    program: OfficeWindow, office: Workplace, qtbot: QtBot
) -> None:
    grid = program.followers.grid
    assert grid.go_to(1, Platform.INSTAGRAM)
    grid.view.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "1")
    QTest.keyClicks(QApplication.focusWidget(), "046")
    assert grid.is_typed_into
    assert says_saved(program)
    save(program)
    assert not grid.is_typed_into
    assert not says_saved(program)
    assert grid.view.hasFocus()
    qtbot.waitUntil(lambda: says_saved(program))
    (row,) = office.recording.grid(office.today, Job.quiet())
    account = row.account(Platform.INSTAGRAM)
    assert account is not None
    assert account.latest is not None
    assert account.latest.interval.low == 1046


def test_ctrl_s_over_no_open_cell_says_that_everything_is_saved(program: OfficeWindow) -> None:
    program.followers.grid.view.setFocus()
    save(program)
    assert says_saved(program)


def test_what_the_disk_refuses_is_not_called_saved_at_the_foot(
    program: OfficeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, office: Workplace
) -> None:
    def refuse(*_: object) -> None:
        raise DiskFull(office.path)

    monkeypatch.setattr(RecordCounts, "record", refuse)
    grid = program.followers.grid
    assert grid.go_to(1, Platform.INSTAGRAM)
    grid.view.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "1")
    QTest.keyClicks(QApplication.focusWidget(), "046")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(program.followers.strip.isVisible)
    assert not says_saved(program)
    monkeypatch.undo()
    button = next(one for one in program.followers.strip.buttons() if one.text() == "Try again")
    button.click()
    qtbot.waitUntil(lambda: says_saved(program))
