"""Home: the right face for the office, things to do that are true, buttons that lead on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.domain.nip import Nip
from app.domain.office import Office, Signatory, SignatoryRole
from app.domain.person import Person
from app.domain.platform import Platform
from app.domain.verdict import Verdict
from app.services.job import Job
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.ui.charts.columns import ColumnChart
from app.ui.coverage.dialog import CoverageDialog
from app.ui.coverage.two_lines import TwoLineButton
from app.ui.home.filled import Filled
from app.ui.home.page import HomePage
from app.ui.home.steps_card import StepsCard
from app.ui.home.to_do_card import ToDoCard
from app.ui.home.to_do_row import ToDoRow
from app.ui.home.totals import TotalButton
from app.ui.home.welcome import Welcome
from app.ui.parts.row_button import RowButton
from app.ui.reports.last_report import KEY, LastReport, as_text
from app.ui.tasks import TaskRunner
from app.ui.wanted import PeopleWanted

TODAY = date(2026, 11, 20)
Open = Callable[[], HomePage]


def fill(office: Workplace, folder: Path, people: int = 6, *, broken: bool = True) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["No", "Nama", "NIP", "Unit Kerja"])
    for number in range(1, people + 1):
        nip = f"19850101201001100{number}"
        sheet.append([number, f"Pegawai {number}", nip, f"Bidang {number % 2}"])
    if broken:
        sheet.append([people + 1, "Pegawai Rusak", "198501012010011", "Bidang 1"])
    book.save(folder / "roster.xlsx")
    office.importing.import_files([folder / "roster.xlsx"], TODAY, Job.quiet())


def count(office: Workplace, written: str, day: date = TODAY, people: int = 6) -> None:
    rows = office.recording.grid(TODAY, Job.quiet())[:people]
    entries = [Entry(row.person.id, Platform.INSTAGRAM, written) for row in rows]
    office.recording.record(entries, day)


def name_everything(office: Workplace) -> None:
    office.preferences.save_office(Office(government="Kabupaten", name="Dinas"))
    office.preferences.add_signatory(Signatory(SignatoryRole.SIGNS, "Sekar", "Kepala Bidang"))
    preferences = office.preferences.preferences()
    office.preferences.save(replace(preferences, clerk="Arum", age_limit=90))


def remember_report(office: Workplace, folder: Path, day: date) -> None:
    office.preferences.remember(KEY, as_text(LastReport(folder, day, day)))


def words_in(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible() and one.text()]


def press(qtbot: QtBot, page: QWidget, words: str) -> None:
    button = next(b for b in page.findChildren(QPushButton) if b.text() == words and b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def totals(page: HomePage) -> list[str]:
    return [one.accessibleName() for one in page.findChildren(TotalButton)]


def test_an_empty_office_is_welcomed_and_enter_begins_the_import(
    open_home: Open, qtbot: QtBot
) -> None:
    page = open_home()
    assert "Welcome to Gaung" in words_in(page)
    assert "0 of 5" in words_in(page)
    assert [fact.words for fact in page.facts()] == ["No data yet"]
    focused = page.focusWidget()
    assert isinstance(focused, QPushButton)
    with qtbot.waitSignal(page.import_asked):
        qtbot.keyClick(focused, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("Try the sample office", "sample_asked"),
        ("Open another database", "open_database_asked"),
        ("Restore a backup", "backups_asked"),
    ],
)
def test_the_welcome_leads_to(open_home: Open, qtbot: QtBot, words: str, signal: str) -> None:
    page = open_home()
    with qtbot.waitSignal(getattr(page, signal)):
        press(qtbot, page, words)


def test_steps_are_ticked_by_what_is_really_there(
    open_home: Open, office: Workplace, tmp_path: Path
) -> None:
    fill(office, tmp_path)
    remember_report(office, tmp_path, TODAY)
    page = open_home()
    assert "3 of 5" in words_in(page)
    office.preferences.remember(KEY, "")
    page = open_home()
    assert "1 of 5" in words_in(page)
    assert "Verdicts" not in words_in(page)


def test_totals_agree_with_the_office(open_home: Open, office: Workplace, tmp_path: Path) -> None:
    fill(office, tmp_path)
    count(office, "900", people=3)
    count(office, "460", people=2)
    page = open_home()
    assert totals(page) == [
        "Civil servants on the list 6",
        "Qualify 1",
        "Nearly qualify 2",
        "Accounts on record 3",
    ]
    assert [fact.words for fact in page.facts()] == ["6 people · 2 units"]


def test_a_total_opens_its_people(
    open_home: Open, office: Workplace, tmp_path: Path, qtbot: QtBot
) -> None:
    fill(office, tmp_path)
    count(office, "900", people=3)
    page = open_home()
    registered, qualifying, near, accounts = page.findChildren(TotalButton)
    left = Qt.MouseButton.LeftButton
    with qtbot.waitSignal(page.people_asked) as asked:
        qtbot.mouseClick(registered, left)
    assert asked.args == [PeopleWanted()]
    with qtbot.waitSignal(page.people_asked) as asked:
        qtbot.mouseClick(qualifying, left)
    assert asked.args == [PeopleWanted(verdict=Verdict.QUALIFIES)]
    with qtbot.waitSignal(page.standings_asked) as asked:
        qtbot.mouseClick(near, left)
    assert asked.args == [PeopleWanted(near=True)]
    with qtbot.waitSignal(page.people_asked) as asked:
        qtbot.mouseClick(accounts, left)
    assert asked.args == [PeopleWanted(on_record=True)]


def test_the_whole_coverage_opens_and_leads_to_people(
    open_home: Open, office: Workplace, tmp_path: Path, tasks: TaskRunner, qtbot: QtBot
) -> None:
    fill(office, tmp_path)
    count(office, "900", people=3)
    page = open_home()
    press(qtbot, page, "Show all")
    qtbot.waitUntil(lambda: tasks.idle)
    dialog = page.findChild(CoverageDialog)
    name = dialog.findChild(TwoLineButton)
    with qtbot.waitSignal(page.person_asked) as asked:
        qtbot.mouseClick(name, Qt.MouseButton.LeftButton)
    people = {person.id: person.name for person, _ in office.standings.everyone(TODAY, Job.quiet())}
    assert people[asked.args[0]] == name.text()
    assert not dialog.isVisible()


def test_the_most_urgent_thing_comes_first_and_enter_acts(
    open_home: Open, office: Workplace, tmp_path: Path, qtbot: QtBot
) -> None:
    fill(office, tmp_path)
    name_everything(office)
    count(office, "900", date(2026, 5, 1), people=4)
    page = open_home()
    card = page.findChild(ToDoCard)
    said = words_in(card)
    assert said[:2] == ["What to do next", "4 things"]
    assert said[2::2] == [
        "1 row is held",
        "4 people have counts that are too old",
        "2 people have no data",
        "The report of November is not written yet",
    ]
    assert "The oldest is 203 days old, at Bidang 1" in said
    held, again, _, report = card.buttons()
    assert page.focusWidget() is held
    with qtbot.waitSignal(page.held_asked):
        qtbot.keyClick(held, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.record_asked):
        qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.report_asked):
        qtbot.mouseClick(report, Qt.MouseButton.LeftButton)


def test_the_words_of_a_thing_open_the_people_whom_it_counts(
    open_home: Open, office: Workplace, tmp_path: Path, qtbot: QtBot
) -> None:
    fill(office, tmp_path)
    name_everything(office)
    count(office, "900", date(2026, 5, 1), people=4)
    page = open_home()
    stale, missing = page.findChild(ToDoCard).findChildren(RowButton)
    assert stale.accessibleName().startswith("4 people have counts that are too old. The oldest")
    with qtbot.waitSignal(page.standings_asked) as asked:
        qtbot.mouseClick(stale, Qt.MouseButton.LeftButton)
    assert asked.args == [PeopleWanted(verdict=Verdict.STALE)]
    missing.setFocus()
    with qtbot.waitSignal(page.standings_asked) as asked:
        qtbot.keyClick(missing, Qt.Key.Key_Return)
    assert asked.args == [PeopleWanted(verdict=Verdict.NO_DATA)]


def test_many_people_without_data_are_asked_by_forms(
    open_home: Open, office: Workplace, tmp_path: Path, qtbot: QtBot
) -> None:
    for number in range(30):
        nip = Nip(f"1985010120100110{number + 10:02}")
        office.people.add(Person(nip, f"Pegawai {number}", organisation=f"Dinas {number % 3}"))
    page = open_home()
    press(qtbot, page, "Record")
    count(office, "900", people=2)
    page = open_home()
    with qtbot.waitSignal(page.forms_asked):
        press(qtbot, page, "Make forms")


@pytest.mark.parametrize(
    ("place", "signal"),
    [
        (0, "import_asked"),
        (1, "settings_asked"),
        (2, "record_asked"),
        (3, "standings_asked"),
        (4, "report_asked"),
    ],
)
def test_a_step_leads_to_where_it_is_done(
    open_home: Open, qtbot: QtBot, place: int, signal: str
) -> None:
    page = open_home()
    steps = page.findChild(Welcome).findChildren(RowButton)
    with qtbot.waitSignal(getattr(page, signal)):
        qtbot.mouseClick(steps[place], Qt.MouseButton.LeftButton)


def test_what_the_office_has_not_said_of_itself_leads_to_the_settings(
    open_home: Open, office: Workplace, tmp_path: Path, qtbot: QtBot
) -> None:
    fill(office, tmp_path)
    count(office, "900")
    page = open_home()
    said = words_in(page.findChild(ToDoCard))
    assert "The office has no name yet" in said
    assert "Nobody signs the reports yet" in said
    assert "The clerk has no name yet" in said
    with qtbot.waitSignal(page.settings_asked):
        press(qtbot, page, "Fill in")
    with qtbot.waitSignal(page.clerk_asked):
        _, _, clerk = [one for one in page.findChild(ToDoCard).buttons() if one.text() == "Fill in"]
        clerk.click()


def test_the_same_things_keep_the_focus_where_it_is(
    open_home: Open, office: Workplace, tmp_path: Path, tasks: TaskRunner, qtbot: QtBot
) -> None:
    fill(office, tmp_path)
    page = open_home()
    second = page.findChild(ToDoCard).buttons()[1]
    second.setFocus()
    page.refresh()
    page.refresh()
    qtbot.waitUntil(lambda: tasks.idle)
    assert page.focusWidget() is second


def test_a_thing_that_comes_later_moves_neither_the_focus_nor_the_page(
    open_home: Open, office: Workplace, tmp_path: Path, qtbot: QtBot
) -> None:
    fill(office, tmp_path)
    count(office, "900", people=3)
    page = open_home()
    page.resize(863, 484)
    card = page.findChild(ToDoCard)
    second = card.buttons()[1]
    second.setFocus()
    bar = page.findChild(Filled).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(0)
    things = [row.thing for row in card.findChildren(ToDoRow)]
    later = replace(things[0], title="2 accounts to clarify")
    card.show_things([things[0], later, *things[1:]])
    assert page.focusWidget() is second
    assert bar.value() == 0
    card.show_things([later])
    assert page.focusWidget() is card.buttons()[0]
    assert bar.value() == 0


def test_columns_show_the_months_and_the_total_says_the_change(
    open_home: Open, office: Workplace, tmp_path: Path
) -> None:
    fill(office, tmp_path)
    count(office, "900", date(2026, 9, 5), people=1)
    count(office, "900", date(2026, 11, 5), people=3)
    page = open_home()
    chart = page.findChild(ColumnChart)
    assert chart.isVisible()
    assert chart.accessibleName() == "Qualifying by month: Sep 1, Oct 1, Nov 3"
    qualifying = page.findChildren(TotalButton)[1]
    assert qualifying.accessibleDescription() == "50.0% of all, 2 more than in October"


def test_the_first_month_says_why_there_are_no_columns_yet(
    open_home: Open, office: Workplace, tmp_path: Path
) -> None:
    fill(office, tmp_path)
    count(office, "900")
    page = open_home()
    assert not page.findChild(ColumnChart).isVisible()
    assert any("once counts of a second month are stored" in words for words in words_in(page))


def test_a_name_below_the_bar_opens_its_people(
    open_home: Open, office: Workplace, tmp_path: Path, qtbot: QtBot
) -> None:
    fill(office, tmp_path)
    count(office, "900")
    page = open_home()
    with qtbot.waitSignal(page.standings_asked) as asked:
        press(qtbot, page, "Not yet")
    assert asked.args == [PeopleWanted(verdict=Verdict.NOT_YET)]


def test_with_nothing_to_do_the_report_is_offered(
    open_home: Open, office: Workplace, tmp_path: Path, qtbot: QtBot
) -> None:
    fill(office, tmp_path, broken=False)
    count(office, "900")
    name_everything(office)
    page = open_home()
    assert "All done" not in words_in(page)
    remember_report(office, tmp_path, date(2026, 10, 30))
    page = open_home()
    assert "The report of November is not written yet" in words_in(page)
    remember_report(office, tmp_path, date(2026, 11, 2))
    page = open_home()
    assert "All done" in words_in(page)
    with qtbot.waitSignal(page.report_asked):
        press(qtbot, page, "Write the report")


def test_in_a_narrow_window_the_cards_stack_and_the_page_scrolls(
    open_home: Open, office: Workplace, tmp_path: Path, qtbot: QtBot
) -> None:
    fill(office, tmp_path)
    page = open_home()
    card, coverage = page.regions()
    assert card.width() < page.width() / 2
    page.resize(863, 484)
    qtbot.waitUntil(lambda: card.width() > 800)
    qtbot.waitUntil(lambda: card.findChild(QScrollArea).verticalScrollBar().maximum() == 0)
    assert coverage.width() == card.width()
    assert coverage.mapTo(page, coverage.rect().topLeft()).y() > page.height()


def test_a_look_is_given_up_for_the_page_that_is_gone_to_and_made_when_one_comes_back(
    office: Workplace, open_home: Open, tasks: TaskRunner, tmp_path: Path, qtbot: QtBot
) -> None:
    page = open_home()
    fill(office, tmp_path)
    before, free = totals(page), Event()
    tasks.run(lambda job: free.wait(), done=lambda value: None, failed=lambda error: None)
    page.refresh()
    page.hide()
    free.set()
    qtbot.waitUntil(lambda: tasks.idle)
    assert totals(page) == before
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: tasks.idle)
    assert totals(page) != before
    assert page.findChild(Filled).isVisible()


def _five_steps(page: HomePage) -> StepsCard | None:
    """The card over the others, where it can be seen."""
    shown = page.findChild(Filled).findChildren(StepsCard)
    return next((card for card in shown if not card.isHidden()), None)


def test_the_five_steps_stay_while_some_are_open_though_something_is_counted(
    open_home: Open, office: Workplace, tmp_path: Path
) -> None:
    fill(office, tmp_path)
    count(office, "900")
    page = open_home()
    assert _five_steps(page) is not None
    assert {"2 of 5", "Verdicts"} <= set(words_in(page))
    office.preferences.save_office(Office(government="Kota Contoh", name="Dinas Kominfo"))
    remember_report(office, tmp_path, TODAY)
    page = open_home()
    assert _five_steps(page) is None


def test_the_five_steps_are_hidden_for_good_and_come_back_when_asked(
    open_home: Open, office: Workplace, tmp_path: Path, qtbot: QtBot
) -> None:
    fill(office, tmp_path)
    count(office, "900")
    page = open_home()
    press(qtbot, page, "Hide")
    qtbot.waitUntil(lambda: _five_steps(page) is None)
    later = open_home()
    assert _five_steps(later) is None
    press(qtbot, page, "Show again")
    qtbot.waitUntil(lambda: _five_steps(page) is not None)
    assert _five_steps(open_home()) is not None


def test_a_step_that_was_taken_back_is_told_on_the_page(open_home: Open, qtbot: QtBot) -> None:
    page = open_home()
    page.tell_step("Undone")
    assert "Undone" in words_in(page)
