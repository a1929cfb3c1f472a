"""Periods on the page of results: closed, read, opened again, compared."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.bootstrap import open_workplace
from app.domain.nip import Nip
from app.domain.period import Period, PeriodKind
from app.domain.person import Consent, Person, Service
from app.domain.platform import Platform
from app.domain.rule import RULE_A, FacebookMetric
from app.services.job import Job
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.ui.standings.page import StandingsPage
from app.ui.table.view import TableView
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.journeys.desk import standings_page

TODAY = date(2026, 11, 20)
OCTOBER = Period(PeriodKind.MONTH, date(2026, 10, 1))
NOVEMBER = Period(PeriodKind.MONTH, date(2026, 11, 1))
ARUM, BAGAS, CITRA = 1, 2, 3


class Desk:
    """A clerk's hands on the page."""

    def __init__(self, qtbot: QtBot, page: StandingsPage, tasks: TaskRunner) -> None:
        self.qtbot, self.page, self.tasks = qtbot, page, tasks

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.tasks.idle)

    def refresh(self) -> None:
        self.page.refresh()
        self.settle()

    def button(self, words: str, over: QWidget | None = None) -> QAbstractButton:
        found = (over or self.page).findChildren(QAbstractButton)
        return next(one for one in found if one.isVisible() and one.text().startswith(words))

    def press(self, words: str, over: QWidget | None = None) -> None:
        self.qtbot.mouseClick(self.button(words, over), Qt.MouseButton.LeftButton)

    def choose(self, *words: str) -> None:
        """In the menu of periods, by its words."""
        self.press("Period: ")
        menus = [one for one in self.page.findChildren(QMenu) if one.isVisible()]
        actions = [action for menu in menus for action in menu.actions()]
        for word in words:
            action = next(one for one in actions if one.text().startswith(word))
            if (below := action.menu()) is not None:
                actions = below.actions()
        action.trigger()
        for menu in menus:
            menu.close()
        self.settle()

    def dialog(self) -> QDialog:
        return next(one for one in self.page.window().findChildren(QDialog) if one.isVisible())

    def type_into(self, field: QWidget, words: str) -> None:
        self.qtbot.keyClicks(field, words)

    def enter(self, widget: QWidget) -> None:
        self.qtbot.keyClick(widget, Qt.Key.Key_Return)
        self.settle()

    def names(self) -> list[str]:
        return _first_column(self.page.findChild(TableView))

    def words(self, over: QWidget | None = None) -> str:
        labels = (over or self.page).findChildren(QLabel)
        return "\n".join(one.text() for one in labels if one.isVisible())


def _first_column(table: TableView | None) -> list[str]:
    assert table is not None
    model = table.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.fixture
def office(tmp_path: Path, language: Language) -> Iterator[Workplace]:
    with open_workplace(tmp_path / "kantor.db", create=True, language=language) as opened:
        for at, name in enumerate(("Arum", "Bagas", "Citra"), 1):
            nip = Nip(f"19870314201001200{at}")
            opened.people.add(Person(nip, name, organisation=f"Dinas {at % 2}"))
        day = date(2026, 10, 18)
        counts = {ARUM: "900", BAGAS: "466", CITRA: "800"}
        entries = [Entry(at, Platform.INSTAGRAM, text) for at, text in counts.items()]
        opened.recording.record(entries, day)
        yield opened


@pytest.fixture
def tasks(office: Workplace) -> Iterator[TaskRunner]:
    crashes: list[Exception] = []
    runner = TaskRunner(crashes.append)
    yield runner
    runner.shutdown()
    assert not crashes


@pytest.fixture
def desk(
    qtbot: QtBot, theme: Theme, language: Language, office: Workplace, tasks: TaskRunner
) -> Desk:
    page = standings_page(theme, language, office, TODAY, tasks)
    qtbot.addWidget(page)
    page.resize(1300, 640)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    made = Desk(qtbot, page, tasks)
    made.refresh()
    return made


def close_october(office: Workplace) -> None:
    office.periods.close(OCTOBER, RULE_A, TODAY, Job.quiet())


def count_bagas(office: Workplace) -> None:
    office.recording.record([Entry(BAGAS, Platform.INSTAGRAM, "503")], TODAY)


def test_a_period_is_closed_from_the_page_and_then_shown_for_reading(
    desk: Desk, office: Workplace
) -> None:
    desk.choose("Close a period")
    dialog = desk.dialog()
    assert "still runs until 30 November 2026" in desk.words(dialog)
    desk.press("Close November 2026", dialog)
    desk.settle()
    (closed,) = office.periods.closed()
    assert closed.period == NOVEMBER
    assert closed.rule.facebook_metric is FacebookMetric.FRIENDS
    assert desk.button("Period: November 2026")
    assert "November 2026 is closed." in desk.words()
    assert closed.sha256[:4] in desk.words()
    assert not any(box.isVisible() for box in desk.page.findChildren(QRadioButton))


def test_the_keyboard_alone_closes_a_period_of_another_length(
    desk: Desk, office: Workplace
) -> None:
    button = desk.button("Period: ")
    button.setFocus()
    desk.qtbot.keyClick(button, Qt.Key.Key_Space)
    menu = next(one for one in desk.page.findChildren(QMenu) if one.isVisible())
    QTest.keyClick(menu, Qt.Key.Key_Up)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    dialog = desk.dialog()
    kind, period = dialog.findChildren(QComboBox)
    desk.qtbot.keyClick(kind, Qt.Key.Key_Down)
    desk.qtbot.keyClick(period, Qt.Key.Key_Down)
    desk.enter(period)
    (closed,) = office.periods.closed()
    assert closed.period == Period(PeriodKind.QUARTER, date(2026, 7, 1))


def test_what_is_closed_stays_on_the_page_whatever_is_recorded_later(
    desk: Desk, office: Workplace
) -> None:
    close_october(office)
    count_bagas(office)
    desk.refresh()
    desk.choose("October 2026")
    assert desk.page.facts()[0].words.startswith("3 people · 2 qualify")
    office.people.set_consent(ARUM, Consent.WITHDRAWN)
    desk.refresh()
    assert desk.names() == ["Citra", "Bagas"]
    assert "1 person is not named" in desk.words()
    desk.press("Back to now")
    desk.settle()
    assert desk.page.facts()[0].words.startswith("2 people · 2 qualify")
    assert "is closed" not in desk.words()


def test_going_back_to_now_while_a_period_is_still_being_read_wins(
    desk: Desk, office: Workplace
) -> None:
    close_october(office)
    desk.refresh()
    desk.choose("October 2026")
    desk.page.refresh()  # the period is on its way again
    desk.press("Back to now")
    desk.settle()
    assert desk.button("Period: now")
    assert "is closed" not in desk.words()


def test_a_closed_period_is_not_offered_again_and_a_refusal_is_said_in_the_dialog(
    desk: Desk, office: Workplace
) -> None:
    close_october(office)
    desk.refresh()
    desk.choose("Close a period")
    dialog = desk.dialog()
    period = dialog.findChildren(QComboBox)[1]
    assert [period.itemText(at) for at in range(2)] == ["November 2026", "September 2026"]
    # Meanwhile it is closed by somebody else.
    office.periods.close(NOVEMBER, RULE_A, TODAY, Job.quiet())
    desk.press("Close November 2026", dialog)
    desk.settle()
    assert dialog.isVisible()
    assert "November 2026 is closed already" in desk.words(dialog)
    desk.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert len(office.periods.closed()) == 2


def test_a_period_is_opened_again_only_with_a_reason_and_its_closing_can_still_be_read(
    desk: Desk, office: Workplace
) -> None:
    close_october(office)
    desk.refresh()
    desk.choose("October 2026")
    desk.press("Open again")
    dialog = desk.dialog()
    reason = dialog.findChild(QLineEdit)
    assert reason is not None
    assert not desk.button("Open October 2026 again", dialog).isEnabled()
    desk.enter(reason)
    assert office.periods.closed() != []
    desk.type_into(reason, "dua unit terlambat")
    desk.enter(reason)
    assert office.periods.closed() == []
    assert desk.button("Period: now")
    desk.choose("Earlier closings", "October 2026")
    assert "Closing 1 of October 2026, which was opened again afterwards" in desk.words()
    assert "dua unit terlambat" in desk.words()
    buttons = desk.page.findChildren(QAbstractButton)
    assert not any(one.isVisible() and one.text().startswith("Open again") for one in buttons)


def test_what_changed_since_the_last_period_is_listed_with_one_cause_each(
    desk: Desk, office: Workplace
) -> None:
    close_october(office)
    count_bagas(office)
    office.people.set_service(CITRA, Service.RETIRED)
    office.people.set_consent(ARUM, Consent.WITHDRAWN)
    desk.refresh()
    desk.choose("What changed")
    dialog = desk.dialog()
    table = dialog.findChild(TableView)
    assert _first_column(table) == ["Bagas", "Citra"]
    said = desk.words(dialog)
    assert "Qualifying: 2, now 1 (−1)" in said
    assert "1 came (Follower count 1); 2 went (Consent 1, Left the list 1)" in said
    assert "1 person is not named" in said
    assert table is not None
    assert [table.model().index(0, at).data() for at in range(5)] == [
        "Bagas",
        "Not yet",
        "Qualifies",
        "Follower count",
        "Instagram 466 → 503",
    ]
    QTest.keyClick(table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search = dialog.findChild(QLineEdit)
    assert search is not None
    desk.qtbot.waitUntil(search.hasFocus)
    desk.type_into(search, "bag")
    assert _first_column(table) == ["Bagas"]
    search.clear()
    desk.press("Left the list", dialog)
    assert _first_column(table) == ["Citra"]
    within = dialog.findChildren(QComboBox)[1]
    within.setCurrentText("Dinas 0")
    desk.settle()
    assert _first_column(table) == ["Bagas"]
    asked: list[int] = []
    desk.page.person_asked.connect(asked.append)
    table.choose(0)
    desk.enter(table)
    assert asked == [BAGAS]


def test_without_a_closed_period_there_is_nothing_to_compare(desk: Desk, office: Workplace) -> None:
    close_october(office)
    desk.refresh()
    desk.choose("October 2026")
    desk.press("What changed")
    dialog = desk.dialog()
    assert "there is nothing to compare" in desk.words(dialog)
    desk.press("Close", dialog)


def test_who_is_gone_since_has_no_card_to_open(desk: Desk, office: Workplace) -> None:
    close_october(office)
    for _ in range(4):
        office.undoing.undo_last()
    assert office.people.everyone() == []
    desk.refresh()
    desk.choose("October 2026")
    assert sorted(desk.names()) == ["Arum", "Bagas", "Citra"]
    asked: list[int] = []
    desk.page.person_asked.connect(asked.append)
    table = desk.page.findChild(TableView)
    assert table is not None
    table.setFocus()
    desk.enter(table)
    assert asked == []
