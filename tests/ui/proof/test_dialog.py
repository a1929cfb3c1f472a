"""The dialog that checks a report: from the page of reports to the cells that differ."""

from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from app.domain.rule import RULE_A
from app.domain.written_report import ReportForm
from app.services.job import Job
from app.services.sample_office import AS_OF
from app.services.workplace import Workplace
from app.ui.proof.desk import ProofDesk
from app.ui.proof.dialog import ProofDialog
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.ui.reports.conftest import Told, filled, folder, office, tasks, told

__all__ = ["filled", "folder", "office", "tasks", "told"]


class Picking(Told):
    """Prompts that pick the file that the test says."""

    def __init__(self) -> None:
        super().__init__()
        self.report = Path()

    def choose_files(self, title: str, filters: str, chosen: Callable[[list[Path]], None]) -> None:
        chosen([self.report])


class Forgetful:
    """A memory of tables that keeps nothing."""

    def load(self, key: str) -> str | None:
        return None

    def save(self, key: str, text: str) -> None:
        pass


@pytest.fixture
def report(office: Workplace, tmp_path: Path) -> Path:
    people = office.standings.under(RULE_A, AS_OF, Job.quiet()).people
    book = office.report.build(people, RULE_A, AS_OF, office.preferences.office())
    target = tmp_path / "laporan.xlsx"
    office.report.write(book, target, Job.quiet())
    return target


@pytest.fixture
def picking(report: Path) -> Picking:
    prompts = Picking()
    prompts.report = report
    return prompts


@pytest.fixture
def dialog(
    qtbot: QtBot,
    theme: Theme,
    language: Language,
    office: Workplace,
    tasks: TaskRunner,
    picking: Picking,
    tmp_path: Path,
) -> Iterator[ProofDialog]:
    window = QWidget()
    window.resize(1200, 700)
    qtbot.addWidget(window)
    window.show()
    memory = Forgetful()
    desk = ProofDesk(theme, language, office.report_checking, tasks, picking, memory, window)
    desk.open_over(window)
    found = window.findChild(ProofDialog)
    assert found is not None
    yield found
    for each in window.findChildren(ProofDialog):
        each.close()


def said(dialog: ProofDialog) -> str:
    return " ".join(found.text() for found in dialog.findChildren(QLabel) if found.isVisible())


def choose(dialog: ProofDialog, qtbot: QtBot, words: str) -> None:
    button = next(b for b in dialog.findChildren(QPushButton) if "Choose" in b.text())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: words in said(dialog))


def shown(dialog: ProofDialog) -> list[list[str]]:
    table = dialog.findChildren(QTableView)[0]
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_a_report_as_it_was_written_agrees(dialog: ProofDialog, qtbot: QtBot) -> None:
    assert "no digital signature" in said(dialog)
    choose(dialog, qtbot, "It agrees.")
    assert "Period: November 2026" in said(dialog)
    assert shown(dialog) == []


def test_an_edited_cell_is_named_with_what_stood_there(
    dialog: ProofDialog, qtbot: QtBot, report: Path
) -> None:
    book = openpyxl.load_workbook(report)
    sheet = book["Qualifying"]
    row = next(
        n for n in range(1, 40) if sheet.cell(n, 1).value == 1 and sheet.cell(n + 1, 1).value == 2
    )
    was = sheet.cell(row + 1, 2).value
    sheet.cell(row + 1, 2).value = "Orang Lain"
    book.save(report)
    choose(dialog, qtbot, "It does not agree.")
    assert ["Qualifying", f"B{row + 1}", was, "Orang Lain"] in shown(dialog)


def test_a_foreign_workbook_is_refused_in_one_sentence(
    dialog: ProofDialog, qtbot: QtBot, report: Path
) -> None:
    openpyxl.Workbook().save(report)
    choose(dialog, qtbot, "It was not checked.")
    assert "laporan.xlsx is no report of Gaung" in said(dialog)


def test_what_was_written_before_is_listed_and_checked_from_there(
    qtbot: QtBot,
    theme: Theme,
    language: Language,
    office: Workplace,
    tasks: TaskRunner,
    picking: Picking,
    report: Path,
) -> None:
    people = office.standings.under(RULE_A, AS_OF, Job.quiet()).people
    book = office.report.build(people, RULE_A, AS_OF, office.preferences.office())
    content = office.report.write(book, report, Job.quiet())
    office.report.note(book, report, ReportForm.WORKBOOK, content)
    window = QWidget()
    window.resize(1200, 700)
    qtbot.addWidget(window)
    window.show()
    checking = office.report_checking
    desk = ProofDesk(theme, language, checking, tasks, picking, Forgetful(), window)
    desk.open_over(window)
    dialog = window.findChild(ProofDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.past.isVisible())
    table = dialog.past.findChild(QTableView)
    cells = [str(table.model().index(0, column).data()) for column in range(9)]
    assert cells[6:8] == ["as written", "laporan.xlsx"]
    check = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Check this report")
    assert not check.isEnabled()
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.mouseClick(check, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "It agrees." in said(dialog))
    assert "as laporan.xlsx" in said(dialog)
    assert not dialog.past.isVisible()
    again = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Another report")
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert dialog.past.isVisible()
    assert "It agrees." not in said(dialog)
    dialog.close()
