"""What the report of a month costs in keys and clicks: J7 of journeys.md section 6, from the first page on."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from app.domain.nip import Nip
from app.domain.office import Office, Signatory, SignatoryRole
from app.domain.period import Period, PeriodKind
from app.domain.person import Person
from app.domain.platform import Platform
from app.domain.rule import RULE_A
from app.services.job import Job
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.ui.office_window import OfficeWindow
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.journeys.desk import Memory, Prompts, give_up_with_the_test
from tests.journeys.keystrokes import Clerk, counted
from tests.journeys.test_cost_of_asking import said

CTRL = Qt.KeyboardModifier.ControlModifier
ORGANISATIONS = 20
LAST_MONTH = Period(PeriodKind.MONTH, date(2026, 10, 1))
SIGNATORIES = (
    Signatory(SignatoryRole.KNOWS, "Drs. Wirya", "Kepala Dinas", "Pembina", "197003121995031931"),
    Signatory(SignatoryRole.SIGNS, "Sekar", "Kepala Bidang", "Penata", "197608252002122932"),
)


@pytest.fixture
def twenty(office: Workplace) -> Workplace:
    """An office of twenty organisations, each with somebody who qualifies; October is closed."""
    office.preferences.save_office(Office("Kabupaten Tirta Jaya", "Diskominfo", city="Tirta"))
    for signatory in SIGNATORIES:
        office.preferences.add_signatory(signatory)
    entries = []
    for number in range(2 * ORGANISATIONS):
        nip = Nip(f"19850101201001{1 + number % 2}{900 + number:03}")
        organisation = f"Dinas Urusan {number % ORGANISATIONS + 1}"
        person = office.people.add(Person(nip, f"Orang {number}", organisation=organisation))
        entries.append(Entry(person, Platform.INSTAGRAM, str(480 + number)))
    office.recording.record(entries, date(2026, 10, 20))
    office.periods.close(LAST_MONTH, RULE_A, date(2026, 11, 20), Job.quiet())
    return office


@pytest.fixture
def program(
    qtbot: QtBot,
    theme: Theme,
    language: Language,
    twenty: Workplace,
    tasks: TaskRunner,
    tmp_path: Path,
) -> OfficeWindow:
    """The whole window as it comes up."""
    made = OfficeWindow(theme, language, twenty, tasks, Prompts(), Memory(), tmp_path)
    made.window.resize(1366, 738)
    give_up_with_the_test(qtbot, made, tasks)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    made.start()
    qtbot.waitUntil(lambda: tasks.idle)
    return made


def named(program: OfficeWindow, kind: type[QWidget], name: str) -> QWidget:
    return next(
        one
        for one in program.window.findChildren(kind)
        if one.isVisible() and name in (one.accessibleName(), getattr(one, "text", str)())
    )


def is_written(program: OfficeWindow) -> bool:
    return "The report is written." in said(program.window)


def sheets_of(folder: Path) -> list[str]:
    (written,) = folder.rglob("*.xlsx")
    return openpyxl.load_workbook(written, read_only=True).sheetnames


def wait_for_numbers(clerk: Clerk, tasks: TaskRunner, program: OfficeWindow) -> None:
    clerk.wait(lambda: tasks.idle and any("Rows equal" in one for one in said(program.window)))


def test_with_the_keyboard_alone(
    qtbot: QtBot, program: OfficeWindow, tasks: TaskRunner, tmp_path: Path
) -> None:
    with counted("J7", qtbot, program.window, keyboard_only=True) as clerk:
        clerk.decide("the report of the month is due")
        clerk.press(Qt.Key.Key_6, CTRL)
        wait_for_numbers(clerk, tasks, program)
        clerk.decide("is it the month, and are the numbers right?")
        clerk.press(Qt.Key.Key_Return, CTRL)
        clerk.wait(lambda: is_written(program))
        clerk.decide("where does it stand?")
    assert sum(name.startswith("Dinas Urusan") for name in sheets_of(tmp_path)) == ORGANISATIONS


def test_with_the_mouse_alone(
    qtbot: QtBot, program: OfficeWindow, tasks: TaskRunner, tmp_path: Path
) -> None:
    with counted("J7", qtbot, program.window) as clerk:
        clerk.decide("the report of the month is due")
        clerk.click(named(program, QAbstractButton, "Reports"))
        wait_for_numbers(clerk, tasks, program)
        clerk.decide("is it the month, and are the numbers right?")
        clerk.click(named(program, QAbstractButton, "Write the Excel report"))
        clerk.wait(lambda: is_written(program))
        clerk.decide("where does it stand?")
    assert sum(name.startswith("Dinas Urusan") for name in sheets_of(tmp_path)) == ORGANISATIONS


def test_of_a_closed_month_with_an_annex_as_well(
    qtbot: QtBot, program: OfficeWindow, tasks: TaskRunner, tmp_path: Path
) -> None:
    """The fields that came later: the state of the office, and one more kind of report."""
    with counted("J7", qtbot, program.window) as clerk:
        clerk.decide("the signed report of October, with the annex of the decree")
        clerk.click(named(program, QAbstractButton, "Reports"))
        wait_for_numbers(clerk, tasks, program)
        kinds = named(program, QListWidget, "Kinds of report")
        (item,) = kinds.findItems("Annex of a decree", Qt.MatchFlag.MatchExactly)
        tick = kinds.visualItemRect(item)
        tick.setWidth(tick.height())
        clerk.click(kinds.viewport(), tick.center())
        assert item.checkState() is Qt.CheckState.Checked
        box = named(program, QComboBox, "State of the office")
        clerk.click(box)
        view = box.view()
        clerk.wait(view.isVisible)
        clerk.click(view.viewport(), view.visualRect(box.model().index(1, 0)).center())
        clerk.wait(lambda: tasks.idle and box.currentText() == "October 2026")
        clerk.decide("are the numbers right?")
        clerk.click(named(program, QAbstractButton, "Write the Excel report"))
        clerk.wait(lambda: is_written(program))
    names = sheets_of(tmp_path)
    assert "Annex, qualifying" in names
    assert sum(name.startswith("Dinas Urusan") for name in names) == ORGANISATIONS
