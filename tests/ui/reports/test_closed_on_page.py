"""A closed period on the page: chosen, asked for from elsewhere, written as it was closed."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDateEdit
from pytestqt.qtbot import QtBot

from app.bootstrap import open_workplace
from app.domain.proof import PROOF_SHEET
from app.domain.snapshot import Revision
from app.paths import resources
from app.services.job import Job
from app.services.report.checking import CheckReport
from app.services.sample_office import close_sample_months, fill_sample_office
from app.services.workplace import Workplace
from app.ui.reports.page import ReportsPage
from app.ui.tasks import TaskRunner
from app.wording.language import Language
from tests.ui.reports.conftest import Open
from tests.ui.reports.test_kinds_on_page import kinds, tick
from tests.ui.reports.test_page import box, said, write


@pytest.fixture(scope="module")
def with_closings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("closed") / "kantor.db"
    with open_workplace(path, create=True, language=Language("en", Path())) as place:
        samples = resources() / "samples"
        fill_sample_office(samples, place.importing, place.preferences, Job.quiet())
        close_sample_months(place.periods, place.preferences, Job.quiet())
    return path


@pytest.fixture
def closed_office(tmp_path: Path, with_closings: Path, language: Language) -> Iterator[Workplace]:
    copy = tmp_path / "tertutup.db"
    copy.write_bytes(with_closings.read_bytes())
    with open_workplace(copy, create=False, language=language) as opened:
        yield opened


def state(page: ReportsPage) -> QComboBox:
    return box(page, "State of the office")


def choose(page: ReportsPage, place: int, qtbot: QtBot, tasks: TaskRunner) -> None:
    """As the arrows of the keyboard do it."""
    state(page).setFocus()
    for _ in range(place):
        qtbot.keyClick(state(page), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: tasks.idle)


def newest(office: Workplace) -> Revision:
    return office.periods.closed()[0]


def test_a_closed_period_is_written_with_its_own_rule_day_and_snapshot(
    open_page: Open, closed_office: Workplace, qtbot: QtBot, tasks: TaskRunner, folder: Path
) -> None:
    page = open_page(closed_office)
    closed = newest(closed_office)
    choose(page, 1, qtbot, tasks)
    assert state(page).currentText() == "October 2026"
    qtbot.waitUntil(lambda: "Qualifying as of 31 October 2026" in said(page))
    assert "are not kept in a closed period" in said(page)
    shown = [b.accessibleName() for b in page.findChildren(QComboBox) if b.isVisible()]
    assert "Rule" not in shown
    assert not page.findChild(QDateEdit).isVisible()
    write(page, qtbot, tasks)
    (written,) = folder.glob("*October 2026.xlsx")
    checked = CheckReport().check(written, Job.quiet())
    assert checked.agrees
    assert closed.sha256 in dict(checked.facts).values()


def test_what_a_closing_does_not_keep_is_not_offered_and_comes_back(
    open_page: Open, closed_office: Workplace, qtbot: QtBot, tasks: TaskRunner, folder: Path
) -> None:
    page = open_page(closed_office)
    tick(page, "Quality of the data", qtbot, tasks)
    (item,) = kinds(page).findItems("Quality of the data", Qt.MatchFlag.MatchExactly)
    choose(page, 1, qtbot, tasks)
    assert not item.flags() & Qt.ItemFlag.ItemIsEnabled
    assert item.toolTip() == "This is not kept in a closed period."
    write(page, qtbot, tasks)
    (written,) = folder.glob("*.xlsx")
    names = openpyxl.load_workbook(written, read_only=True).sheetnames
    assert PROOF_SHEET in names
    assert "Data quality" not in names
    state(page).setCurrentIndex(0)
    assert item.flags() & Qt.ItemFlag.ItemIsEnabled
    assert item.checkState() is Qt.CheckState.Checked
    qtbot.waitUntil(lambda: tasks.idle)


def test_a_closing_that_is_asked_for_from_elsewhere_is_chosen(
    open_page: Open, closed_office: Workplace, qtbot: QtBot, tasks: TaskRunner
) -> None:
    page = open_page(closed_office)
    earlier = closed_office.periods.closed()[-1]
    page.show_closing(earlier)
    page.refresh()
    qtbot.waitUntil(lambda: state(page).currentData() == earlier.id)
    qtbot.waitUntil(lambda: tasks.idle)
    page.show_closing(None)
    page.refresh()
    qtbot.waitUntil(lambda: state(page).currentText() == "As it stands now")
    qtbot.waitUntil(lambda: tasks.idle)


def test_a_closing_that_holds_no_longer_can_be_reported_as_it_was(
    open_page: Open, closed_office: Workplace, qtbot: QtBot, tasks: TaskRunner
) -> None:
    closed = newest(closed_office)
    closed_office.periods.reopen(closed.period, "Satu akun salah")
    page = open_page(closed_office)
    assert state(page).findData(closed.id) == -1
    page.show_closing(closed)
    page.refresh()
    qtbot.waitUntil(lambda: state(page).currentText() == "October 2026, closing 1")
    qtbot.waitUntil(lambda: "Qualifying as of 31 October 2026" in said(page))
    qtbot.waitUntil(lambda: tasks.idle)
