"""Each number of Beranda opens a list of just as many people, through the whole window."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.nip import Generations
from app.domain.period import Period, PeriodKind
from app.domain.platform import RECORDED
from app.domain.rule import RULE_A
from app.domain.verdict import Verdict
from app.paths import resources
from app.services.job import Job
from app.services.workplace import Workplace
from app.ui.charts.columns import ColumnChart
from app.ui.charts.lines import LineChart
from app.ui.coverage.matrix_model import QUALIFYING
from app.ui.coverage.matrix_table import CoverageTable
from app.ui.home.generations_card import GenerationsCard
from app.ui.home.platforms_card import PlatformsCard
from app.ui.home.to_do_card import ToDoCard
from app.ui.home.totals import TotalButton
from app.ui.home.verdicts_card import VerdictsCard
from app.ui.importing.waiting_panel import WaitingPanel
from app.ui.office_window import OfficeWindow
from app.ui.parts.buttons import Button
from app.ui.parts.row_button import RowButton
from app.ui.periods.changes_dialog import ChangesDialog
from app.ui.table.view import TableView
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.generations import generation_name
from app.wording.language import Language
from tests.journeys.desk import Memory, Prompts, give_up_with_the_test


class Dashboard:
    """The window of the sample office, with its first page in front again and again."""

    def __init__(self, made: OfficeWindow, tasks: TaskRunner, qtbot: QtBot) -> None:
        self.office, self._tasks, self._qtbot = made, tasks, qtbot

    def rest(self) -> None:
        """Until nothing runs."""
        self._qtbot.waitUntil(lambda: self._tasks.idle)

    def home(self) -> None:
        """The first page in front, at rest."""
        if self.office.window.current_key != "home":
            self.office.window.go("home")
        self.rest()

    def listed(self, button: QWidget) -> tuple[str, int]:
        """The page that Enter on a button opens, and how many rows are on it."""
        self.home()
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)
        return self.page_in_front()

    def page_in_front(self) -> tuple[str, int]:
        """Its name, and how many rows are on it."""
        self.rest()
        key = self.office.window.current_key
        page = {"people": self.office.people, "standings": self.office.standings}[key]
        table = page.findChild(TableView)
        assert table is not None
        return key, table.model().rowCount()

    def inside(self, kind: type[QWidget]) -> QWidget:
        """The one part of this kind on the first page."""
        found = self.office.home.findChild(kind)
        assert found is not None
        return found


@pytest.fixture
def dashboard(
    qtbot: QtBot,
    theme: Theme,
    language: Language,
    office: Workplace,
    tasks: TaskRunner,
    tmp_path: Path,
) -> Dashboard:
    roster = resources() / "samples" / "kantor-contoh.xlsx"
    office.importing.import_files([roster], office.today, Job.quiet())
    made = OfficeWindow(theme, language, office, tasks, Prompts(), Memory(), tmp_path)
    made.window.resize(1366, 900)
    give_up_with_the_test(qtbot, made, tasks)
    made.window.show()
    made.window.activateWindow()
    made.window.go("home")
    board = Dashboard(made, tasks, qtbot)
    board.rest()
    return board


def number(button: QWidget, language: Language) -> int:
    """The number that a button of the first page says last."""
    words = button.accessibleName().replace(",", "").split()
    return int(next(word for word in reversed(words) if word.isdigit()))


def test_every_total_bar_and_verdict_opens_as_many_people_as_it_says(
    dashboard: Dashboard, office: Workplace, language: Language
) -> None:
    seen = office.overview.overview(RULE_A, office.today, Job.quiet())
    registered, qualifying, near, accounts = dashboard.office.home.findChildren(TotalButton)
    assert dashboard.listed(registered) == ("people", seen.people)
    totals = seen.totals
    assert dashboard.listed(qualifying) == ("people", totals[Verdict.QUALIFIES])
    assert dashboard.listed(near) == ("standings", seen.nearly)
    assert dashboard.listed(accounts) == ("people", seen.people_with_accounts)
    for bar in dashboard.inside(PlatformsCard).findChildren(QAbstractButton):
        assert dashboard.listed(bar) == ("people", number(bar, language))
    shares = {
        generation_name(one.key, Generations.BPS, language): one.qualifying
        for one in seen.generations
    }
    for bar in dashboard.inside(GenerationsCard).findChildren(QAbstractButton):
        name = bar.accessibleName().split(" (")[0]
        assert dashboard.listed(bar) == ("people", shares[name])
    legend = dashboard.inside(VerdictsCard).findChildren(Button)
    for button, verdict in zip(legend, Verdict, strict=True):
        assert dashboard.listed(button) == ("standings", totals[verdict])


def test_every_column_and_point_opens_as_many_people_as_it_says(
    dashboard: Dashboard, office: Workplace
) -> None:
    months = office.overview.months(RULE_A, office.today, Job.quiet())
    qualifying, followers = dashboard.office.home.findChildren(LineChart)
    columns = dashboard.inside(ColumnChart)
    assert isinstance(columns, ColumnChart)
    for spots, shown in ((qualifying.spots(), months), (columns.spots(), months[-6:])):
        for spot, month in zip(spots, shown, strict=True):
            assert dashboard.listed(spot) == ("people", len(month.qualifying))
    for spot, month in zip(followers.spots(), months, strict=True):
        assert dashboard.listed(spot) == ("people", len(month.counted))


def test_every_cell_of_the_coverage_opens_its_people_and_a_hole_its_unit(
    dashboard: Dashboard, office: Workplace
) -> None:
    seen = office.overview.overview(RULE_A, office.today, Job.quiet())
    table = dashboard.inside(CoverageTable)
    assert isinstance(table, CoverageTable)
    model = table.model()
    units = {unit.name: unit for unit in seen.units}
    weakest = [row for row in range(model.rowCount()) if model.index(row, 1).data() == "0"]
    for row in (0, weakest[0]):
        unit = units[str(model.index(row, 0).data())]
        for column in range(QUALIFYING + 1):
            dashboard.home()
            table.setFocus()
            table.setCurrentIndex(model.index(row, column))
            QTest.keyClick(table, Qt.Key.Key_Return)
            counted = {0: unit.people, QUALIFYING: unit.qualifying}
            counted |= {at: unit.reached[one] for at, one in enumerate(RECORDED, 1)}
            assert dashboard.page_in_front() == ("people", counted[column] or unit.people)


def test_what_there_is_to_do_opens_its_list_and_the_held_rows_their_room(
    dashboard: Dashboard, office: Workplace, qtbot: QtBot
) -> None:
    seen = office.overview.overview(RULE_A, office.today, Job.quiet())
    to_do = dashboard.inside(ToDoCard)
    assert isinstance(to_do, ToDoCard)
    lists = to_do.findChildren(RowButton)
    missing = next(one for one in lists if "no data" in one.accessibleName())
    assert dashboard.listed(missing) == ("standings", seen.totals[Verdict.NO_DATA])
    dashboard.home()
    held = to_do.buttons()[0]
    held.setFocus()
    QTest.keyClick(held, Qt.Key.Key_Return)
    dashboard.rest()
    assert dashboard.office.window.current_key == "import"
    room = dashboard.office.importing.findChild(WaitingPanel)
    assert room.isVisible()
    assert room.table.model().rowCount() == seen.held_rows
    qtbot.waitUntil(room.table.hasFocus)


def test_the_change_since_a_closed_period_opens_its_causes(
    dashboard: Dashboard, office: Workplace, qtbot: QtBot
) -> None:
    period = Period(PeriodKind.MONTH, date(2026, 9, 1))
    office.periods.close(period, RULE_A, office.today, Job.quiet())
    dashboard.office.home.refresh()
    dashboard.rest()
    _, change = dashboard.office.home.findChildren(TotalButton)[1].buttons()
    assert change.accessibleName().endswith("September 2026")
    change.setFocus()
    QTest.keyClick(change, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dashboard.office.window.findChild(ChangesDialog) is not None)
    dashboard.rest()
    dialog = dashboard.office.window.findChild(ChangesDialog)
    found = office.period_changes.since_last(RULE_A, office.today, Job.quiet())
    assert found is not None
    table = dialog.findChild(TableView)
    qtbot.waitUntil(lambda: table.model().rowCount() == len(found.changes))
    dialog.reject()
