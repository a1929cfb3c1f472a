"""The page of standings: readings, filters, the question, the near misses, the explanation."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from app.bootstrap import open_workplace
from app.domain.nip import Nip
from app.domain.person import Account, ListedPerson, Person
from app.domain.platform import Platform
from app.domain.rule import Rule
from app.domain.verdict import Verdict
from app.services import listing
from app.services.job import Job
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.ui.standings.nearest import NearMissButton
from app.ui.standings.page import StandingsPage
from app.ui.standings.panel import StandingsPanel
from app.ui.standings.rows import StandingRow
from app.ui.table.view import TableView
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.journeys.desk import standings_page
from tests.wording.explanation_reader import Reader

DAY = date(2026, 11, 20)
INSTAGRAM, FACEBOOK, X = Platform.INSTAGRAM, Platform.FACEBOOK, Platform.X

COUNTS: dict[str, dict[Platform, str]] = {
    "Arum Sekarjati": {INSTAGRAM: "2318", FACEBOOK: "640", X: "211"},
    "Citra Puspaningrum": {INSTAGRAM: "492", FACEBOOK: "257", X: "tidak punya"},
    "Mawar Sitaresmi": {INSTAGRAM: "487", FACEBOOK: "tidak punya", X: "tidak punya"},
    "Ketut Sandika": {INSTAGRAM: "298", FACEBOOK: "1,2 rb", Platform.TIKTOK: "12,3 rb"},
    "Suryo Palapa": {},
}
"""People in the order of their ids."""


class Desk:
    """A clerk's hands on the page."""

    def __init__(self, qtbot: QtBot, page: StandingsPage, tasks: TaskRunner) -> None:
        self.qtbot, self.page, self.tasks = qtbot, page, tasks
        table = page.findChild(TableView)
        assert table is not None
        self.table = table

    def refresh(self) -> None:
        self.page.refresh()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.tasks.idle)

    def names(self) -> list[str]:
        model = self.table.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def words(self) -> list[str]:
        return [label.text() for label in self.page.findChildren(QLabel) if label.isVisible()]

    def boxes(self) -> list[QRadioButton]:
        # Those of other rules are hidden, and go when Qt next has time.
        return [box for box in self.page.findChildren(QRadioButton) if not box.isHidden()]

    def verdicts(self) -> dict[str, Verdict | None]:
        return {row.name: row.verdict for row in self.page._judged().rows}

    def press(self, name: str) -> None:
        buttons = self.page.findChildren(QAbstractButton)
        found = next(b for b in buttons if b.isVisible() and b.accessibleName() == name)
        self.qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


@pytest.fixture
def office(tmp_path: Path, language: Language) -> Iterator[Workplace]:
    with open_workplace(tmp_path / "kantor.db", create=True, language=language) as opened:
        yield opened


@pytest.fixture
def tasks(office: Workplace) -> Iterator[TaskRunner]:
    crashes: list[Exception] = []
    runner = TaskRunner(crashes.append)
    yield runner
    runner.shutdown()
    assert not crashes


@pytest.fixture
def empty_desk(
    qtbot: QtBot, theme: Theme, language: Language, office: Workplace, tasks: TaskRunner
) -> Desk:
    page = standings_page(theme, language, office, DAY, tasks)
    qtbot.addWidget(page)
    page.resize(1300, 640)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return Desk(qtbot, page, tasks)


def fill(office: Workplace) -> None:
    for at, (name, counts) in enumerate(COUNTS.items(), start=1):
        person = Person(Nip(f"19870314201001200{at}"), name, unit="Diskominfo")
        office.people.add(person)
        office.recording.record([Entry(at, *count) for count in counts.items()], DAY)


@pytest.fixture
def desk(office: Workplace, empty_desk: Desk) -> Desk:
    fill(office)
    empty_desk.refresh()
    return empty_desk


def test_a_large_office_shows_who_there_is_while_everybody_is_judged(
    office: Workplace, empty_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(office)
    judged, kept = Event(), office.standings.kept

    def slow(
        write: Callable[[ListedPerson, tuple[Account, ...]], StandingRow], day: date, job: Job
    ) -> list[StandingRow]:
        judged.wait()
        return kept(write, day, job)

    monkeypatch.setattr(listing, "MANY", 1)
    monkeypatch.setattr(office.standings, "kept", slow)
    empty_desk.page.refresh()
    try:
        empty_desk.qtbot.waitUntil(lambda: len(empty_desk.names()) == len(COUNTS))
        assert empty_desk.names() == sorted(COUNTS)
        model = empty_desk.table.model()
        texts = [model.index(0, column).data() for column in range(1, model.columnCount())]
        assert texts == ["…", "…", "…", "Diskominfo", "", ""]
        for place in range(model.columnCount()):
            model.sort_by(model.column_at(place).key)
        model.sort_by("verdict")
        empty_desk.table.choose(3)
        QTest.keyClicks(empty_desk.page.search_field(), "mawar")
        assert empty_desk.names() == ["Mawar Sitaresmi"]
    finally:
        judged.set()
    empty_desk.settle()
    assert model.index(0, 1).data() == "Not yet"
    assert "Mawar Sitaresmi" in empty_desk.words()
    empty_desk.page.search_field().clear()
    assert sorted(empty_desk.names()) == sorted(COUNTS)
    assert "…" not in empty_desk.words()


def test_rules_of_the_office_stand_beside_the_readings_with_their_numbers(
    desk: Desk, office: Workplace
) -> None:
    own = Rule("own-1", (FACEBOOK, Platform.TIKTOK), 1, 600, name="Duta")
    chosen = office.preferences.preferences()
    office.preferences.save(replace(chosen, own_rules=(own,), rule_key="own-1"))
    desk.refresh()
    boxes = {box.text(): box for box in desk.boxes() if box.isVisible()}
    assert list(boxes) == ["Reading a", "Reading b", "Reading c", "Reading d", "Own rule “Duta”"]
    assert boxes["Own rule “Duta”"].isChecked()
    assert boxes["Own rule “Duta”"].accessibleName().endswith("2 people qualify")
    assert set(desk.names()[:2]) == {"Arum Sekarjati", "Ketut Sandika"}
    told = "Own rule “Duta”: 2 people qualify"

    def is_told() -> bool:
        # Asked anew each time: labels go when what they say is made anew.
        labels = desk.page.findChildren(QLabel)
        return any(one.isVisible() and one.accessibleName().startswith(told) for one in labels)

    desk.qtbot.waitUntil(is_told)
    office.preferences.save(replace(chosen, own_rules=(), rule_key="a"))
    desk.refresh()
    assert [box.text() for box in desk.boxes() if box.isVisible()] == list(boxes)[:4]


@pytest.mark.parametrize("key", ["a", "d"])
def test_the_list_and_the_panel_say_the_sentence_that_regenerates_the_verdict(
    desk: Desk, key: str
) -> None:
    desk.qtbot.mouseClick(desk.boxes()["abcd".index(key)], Qt.MouseButton.LeftButton)
    desk.settle()
    model, reader = desk.table.model(), Reader("en")
    verdicts = desk.verdicts()
    for row in range(model.rowCount()):
        name = model.index(row, 0).data()
        sentence = model.index(row, 2).data(Qt.ItemDataRole.ToolTipRole)
        assert reader.verdict(sentence) == verdicts[name]
        desk.page.search_field().setText(name)
        assert sentence in desk.words()
        desk.page.search_field().clear()


def test_the_rule_is_changed_elsewhere(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.page.rule_asked):
        desk.press("Change the rule")


def test_the_list_begins_with_who_qualifies_and_says_the_distance(desk: Desk) -> None:
    assert desk.names() == [
        "Arum Sekarjati",
        "Ketut Sandika",
        "Citra Puspaningrum",
        "Mawar Sitaresmi",
        "Suryo Palapa",
    ]
    model = desk.table.model()
    distances = [model.index(row, 3).data() for row in range(5)]
    assert distances == ["+1,818", "≥ +650", "−8", "−13", "–"]


def test_the_verdicts_sum_to_everyone(desk: Desk) -> None:
    said = [fact.words for fact in desk.page.facts()]
    assert said == [
        "5 people · 2 qualify (40.0%)",
        "Qualifies 2 + Not yet 2 + Out of date 0 + No data 1 = 5",
    ]


def test_choosing_a_reading_stores_nothing(desk: Desk, office: Workplace) -> None:
    before = office.preferences.preferences()
    desk.qtbot.mouseClick(desk.boxes()[2], Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.names()[0] == "Arum Sekarjati"
    assert desk.page.facts()[0].words.startswith("5 people · 1 qualifies")
    assert office.preferences.preferences() == before


def test_the_reading_of_the_office_is_chosen_and_a_new_one_taken_over(
    desk: Desk, office: Workplace
) -> None:
    assert desk.boxes()[0].isChecked()
    office.preferences.save(replace(office.preferences.preferences(), rule_key="d"))
    desk.refresh()
    assert desk.boxes()[3].isChecked()


def test_a_reading_tried_out_stays_when_the_page_is_read_again(desk: Desk) -> None:
    desk.qtbot.mouseClick(desk.boxes()[1], Qt.MouseButton.LeftButton)
    desk.settle()
    desk.refresh()
    assert desk.boxes()[1].isChecked()


def test_every_box_says_how_many_qualify(desk: Desk) -> None:
    spoken = [box.accessibleName().rsplit(". ", 1)[1] for box in desk.boxes()]
    assert spoken == [
        "2 people qualify",
        "0 people qualify",
        "1 person qualifies",
        "0 people qualify",
    ]


def test_a_question_answers_also_behind_a_filter(desk: Desk) -> None:
    desk.press("Not yet 2")
    assert desk.names() == ["Citra Puspaningrum", "Mawar Sitaresmi"]
    desk.page.search_field().setText("arum")
    assert desk.names() == ["Arum Sekarjati"]
    assert (
        "Instagram 2,318 followers as of 20 Nov 2026, 1,818 above the threshold of 500."
        in desk.words()
    )


def test_a_question_that_names_nobody_keeps_the_filter_and_can_be_cleared(desk: Desk) -> None:
    desk.press("Not yet 2")
    desk.page.search_field().setText("zzz")
    assert desk.names() == []
    desk.press("Clear filters")
    assert len(desk.names()) == 5
    assert desk.page.search_field().text() == ""


def test_where_nothing_is_found_nobody_is_explained(desk: Desk) -> None:
    desk.page.search_field().setText("arum")
    desk.page.search_field().setText("zzz")
    assert not any("above the threshold" in words for words in desk.words())
    assert "Choose a row, or type a name above, to read the whole reason." in desk.words()
    desk.page.search_field().setText("arum")
    assert any("above the threshold" in words for words in desk.words())


def test_in_a_narrow_window_the_explanation_leaves_when_nothing_is_found(desk: Desk) -> None:
    desk.page.resize(860, 420)
    desk.table.go_to_first_row()
    QTest.keyClick(desk.table, Qt.Key.Key_Return)
    assert desk.page.findChild(StandingsPanel).isVisible()
    desk.page.search_field().setFocus()
    desk.page.search_field().setText("zzz")
    assert not desk.page.findChild(StandingsPanel).isVisible()
    assert desk.page.focusWidget() is desk.page.search_field()


def test_the_nearest_lead_to_their_rows(desk: Desk) -> None:
    near = [b for b in desk.page.findChildren(NearMissButton) if b.isVisible()]
    assert [button.accessibleName() for button in near] == [
        "Citra Puspaningrum, Instagram 492, 8 short",
        "Mawar Sitaresmi, Instagram 487, 13 short",
    ]
    desk.qtbot.mouseClick(near[1], Qt.MouseButton.LeftButton)
    assert desk.table.currentIndex().row() == 3
    assert "Instagram 487, recorded on 20 Nov 2026, 13 short." in desk.words()


def test_how_many_are_near_is_told_and_when_they_cross_only_from_three_counts_on(
    desk: Desk, office: Workplace
) -> None:
    assert "2 people at most 50 short" in desk.words()
    for days_ago, number in ((60, "440"), (30, "466")):
        office.recording.record([Entry(2, INSTAGRAM, number)], DAY - timedelta(days=days_ago))
    office.recording.record([Entry(3, INSTAGRAM, "470")], DAY - timedelta(days=30))
    desk.refresh()
    near = [b for b in desk.page.findChildren(NearMissButton) if b.isVisible()]
    told = [button.accessibleName() for button in near]
    assert told[0].startswith("Citra Puspaningrum, Instagram 492, 8 short, within 1 month")
    assert told[1] == "Mawar Sitaresmi, Instagram 487, 13 short"
    # Who has an estimate has a second line for it.
    assert near[0].height() > near[1].height()


def test_all_near_misses_are_shown_under_a_chip(desk: Desk) -> None:
    desk.press("Show 2 people")
    assert desk.names() == ["Citra Puspaningrum", "Mawar Sitaresmi"]
    desk.press("Remove the filter Nearly qualifies: yes")
    assert len(desk.names()) == 5


def test_another_page_asks_for_one_verdict_or_the_near_ones(desk: Desk) -> None:
    desk.page.search_field().setText("arum")
    desk.page.show_only(Verdict.NO_DATA)
    assert desk.names() == ["Suryo Palapa"]
    desk.page.show_only(None, near=True)
    assert desk.names() == ["Citra Puspaningrum", "Mawar Sitaresmi"]


def test_the_explanation_names_every_platform_its_rule_and_its_source(desk: Desk) -> None:
    desk.page.search_field().setText("ketut")
    words = desk.words()
    assert {"≈ 1.2K", "≥ +650", "298", "−202", "≈ 12.3K", "not counted in this reading"} <= set(
        words
    )
    assert any("Facebook: rounded, but enough even at the lowest." in word for word in words)
    assert any("; rule a asks for 1 of 3 accounts at least 500, " in word for word in words)
    assert "Kompas.com (Tren), 28 November 2019" in words


def test_the_explanation_follows_the_reading(desk: Desk) -> None:
    desk.page.search_field().setText("ketut")
    desk.qtbot.mouseClick(desk.boxes()[2], Qt.MouseButton.LeftButton)
    desk.settle()
    assert "The Jakarta Post, 27 November 2019" in desk.words()


def test_a_head_filter_for_one_verdict_presses_its_button(desk: Desk) -> None:
    desk.table.model().set_filter("verdict", frozenset({"No data"}))
    pressed = [b.text() for b in desk.page.findChildren(QAbstractButton) if _is_pressed(b)]
    assert pressed == ["No data"]


def _is_pressed(button: QAbstractButton) -> bool:
    return button.isChecked() and not isinstance(button, QRadioButton)


def test_enter_on_a_row_asks_for_the_person(desk: Desk) -> None:
    desk.table.go_to_first_row()
    with desk.qtbot.waitSignal(desk.page.person_asked) as asked:
        QTest.keyClick(desk.table, Qt.Key.Key_Return)
    assert asked.args == [1]


def test_in_a_narrow_window_enter_opens_the_explanation_first(desk: Desk) -> None:
    desk.page.resize(860, 420)
    desk.table.go_to_first_row()
    QTest.keyClick(desk.table, Qt.Key.Key_Return)
    with desk.qtbot.waitSignal(desk.page.person_asked) as asked:
        desk.press("Open the person")
    assert asked.args == [1]


def test_the_report_is_asked_for(desk: Desk) -> None:
    with desk.qtbot.waitSignal(desk.page.report_asked):
        desk.press("Write the report")


def test_an_office_without_people_leads_to_the_import(empty_desk: Desk) -> None:
    empty_desk.refresh()
    with empty_desk.qtbot.waitSignal(empty_desk.page.import_asked):
        empty_desk.press("Import a roster")
