"""A clerk hands over the report: Laporan, a date, Ctrl+Enter; what stood there is never lost."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateEdit, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.office import Office, Signatory, SignatoryRole
from app.domain.rule import RULE_A
from app.domain.verdict import Verdict, judge
from app.paths import resources
from app.services.job import Job
from app.services.workplace import Workplace
from app.ui.reports.page import ReportsPage
from app.ui.shell.window import MainWindow
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.journeys.desk import Prompts, window_with
from tests.journeys.keystrokes import counted

TODAY = date(2026, 11, 20)
DAY_OF_REPORT = date(2026, 11, 18)
NAME = "Qualifying civil servants Diskominfo November 2026.xlsx"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Laporan Gaung"


@pytest.fixture
def page(
    theme: Theme, language: Language, office: Workplace, tasks: TaskRunner, folder: Path
) -> ReportsPage:
    roster = resources() / "samples" / "kantor-contoh.xlsx"
    office.importing.import_files([roster], TODAY, Job.quiet())
    office.preferences.save_office(Office("Kabupaten Tirta Jaya", "Diskominfo", city="Tirta"))
    office.preferences.add_signatory(Signatory(SignatoryRole.SIGNS, "Sekar", "Kepala Bidang"))
    return ReportsPage(
        theme,
        language,
        office.report,
        office.standings,
        office.periods,
        office.preferences,
        TODAY,
        folder,
        False,
        tasks,
        Prompts(),
    )


@pytest.fixture
def window(
    qtbot: QtBot, theme: Theme, language: Language, tasks: TaskRunner, page: ReportsPage
) -> Iterator[MainWindow]:
    made = window_with(theme, language, "report", page)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    qtbot.waitUntil(lambda: tasks.idle)


def test_the_report_lists_exactly_those_who_qualify_on_the_chosen_day(
    qtbot: QtBot, window: MainWindow, office: Workplace, tasks: TaskRunner, folder: Path
) -> None:
    QTest.keyClick(window, Qt.Key.Key_6, CTRL)
    qtbot.waitUntil(lambda: tasks.idle)
    day = window.findChild(QDateEdit)
    day.setFocus()
    day.setSelectedSection(QDateEdit.Section.DaySection)
    QTest.keyClicks(day, "18")
    # Ctrl+Enter at once: the date is taken over without leaving the field.
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: tasks.idle)

    assert "The report is written." in said(window)
    expected = {
        person.nip.digits
        for person, accounts in office.standings.everyone(DAY_OF_REPORT, Job.quiet())
        if judge(accounts, RULE_A, DAY_OF_REPORT).verdict is Verdict.QUALIFIES
    }
    assert len(expected) > 10
    assert listed(folder / NAME, "Qualifying") == expected
    assert list(folder.iterdir()) == [folder / NAME]


def test_j7_the_signed_report_with_a_sheet_for_each_organisation(
    qtbot: QtBot, window: MainWindow, tasks: TaskRunner, folder: Path
) -> None:
    with counted("J7", qtbot, window, keyboard_only=True) as clerk:
        clerk.decide("the report of the month is due")
        clerk.press(Qt.Key.Key_6, CTRL)
        clerk.wait(lambda: tasks.idle and "Rows equal Standings" in said(window))
        clerk.decide("is it the month, and are the numbers right?")
        clerk.press(Qt.Key.Key_Return, CTRL)
        clerk.wait(lambda: "The report is written." in said(window))
        clerk.decide("where does it stand?")
    names = openpyxl.load_workbook(folder / NAME, read_only=True).sheetnames
    assert names[:2] == ["Summary", "Qualifying"]
    assert len([name for name in names if name.startswith(("Dinas", "Kecamatan"))]) >= 5


def test_a_file_that_may_not_be_written_stays_as_it_was(
    qtbot: QtBot, window: MainWindow, tasks: TaskRunner, folder: Path
) -> None:
    folder.mkdir()
    (folder / NAME).write_bytes(b"signed and archived")
    (folder / NAME).chmod(0o444)
    QTest.keyClick(window, Qt.Key.Key_6, CTRL)
    qtbot.waitUntil(lambda: tasks.idle)
    write(qtbot, tasks)
    press(qtbot, window, "Replace it")
    qtbot.waitUntil(lambda: tasks.idle)
    assert f"{NAME} is marked as read-only. The file was not changed." in said(window)
    assert (folder / NAME).read_bytes() == b"signed and archived"
    assert list(folder.iterdir()) == [folder / NAME]


def test_a_folder_in_the_place_of_the_file_is_told_and_another_name_works(
    qtbot: QtBot, window: MainWindow, tasks: TaskRunner, folder: Path
) -> None:
    (folder / NAME).mkdir(parents=True)
    QTest.keyClick(window, Qt.Key.Key_6, CTRL)
    qtbot.waitUntil(lambda: tasks.idle)
    write(qtbot, tasks)
    assert f"{NAME} is a folder, not a file." in said(window)
    assert list(folder.iterdir()) == [folder / NAME]

    field = next(f for f in window.findChildren(QLineEdit) if f.accessibleName() == "Save as")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Laporan November")
    write(qtbot, tasks)
    assert "The report is written." in said(window)
    assert listed(folder / "Laporan November.xlsx", "Qualifying")


def write(qtbot: QtBot, tasks: TaskRunner) -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: tasks.idle)


def press(qtbot: QtBot, window: MainWindow, words: str) -> None:
    buttons = window.findChildren(QPushButton)
    button = next(b for b in buttons if b.isVisible() and b.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def said(window: MainWindow) -> str:
    return "\n".join(each.text() for each in window.findChildren(QLabel) if each.isVisible())


def listed(path: Path, sheet: str) -> set[str]:
    """The NIPs of the rows that have a number in front."""
    rows = openpyxl.load_workbook(path)[sheet].iter_rows(values_only=True)
    texts = [str(row[2]) for row in rows if isinstance(row[0], int)]
    digits = [re.sub(r"\s", "", text) for text in texts]
    found = [one for one in digits if re.fullmatch(r"\d{18}", one)]
    assert len(found) == len(set(found))
    return set(found)
