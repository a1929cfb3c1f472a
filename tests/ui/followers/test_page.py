"""The grid of followers: what is typed is kept, asked about, or given back."""

from dataclasses import replace
from datetime import date
from threading import Event

import pytest
from PySide6.QtCore import QDate, QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateEdit, QLineEdit, QSpinBox

from app.domain.platform import RECORDED, Platform
from app.services import listing
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.ui.followers.older import OlderThan
from app.ui.table.looks import CountLook, CountState, TextLook
from app.ui.tasks import TaskRunner
from tests.journeys.desk import Prompts
from tests.ui.followers.conftest import DAY, INSTAGRAM, Desk, FailingDisk, Open

CTRL = Qt.KeyboardModifier.ControlModifier


def put(office: Workplace, person: int, platform: Platform, text: str, day: date = DAY) -> None:
    office.recording.record([Entry(person, platform, text)], day)


def test_a_hundred_counts_typed_in_a_row_are_all_kept(desk: Desk) -> None:
    for again in range(4):
        for row in range(5):
            desk.go(row)
            desk.type("".join(f"{1000 * again + 10 * row + at}\t" for at in range(5)))
    desk.settle()
    for row in range(5):
        for at, platform in enumerate(RECORDED):
            assert desk.low(row, platform) == 3000 + 10 * row + at


def test_a_large_office_shows_who_there_is_while_the_counts_are_read(
    desk: Desk, office: Workplace, recording: FailingDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(office, 1, Platform.INSTAGRAM, "1046")
    read, model, counts = Event(), desk.page.grid.model, recording.grid_kept

    def slow(*asked):  # type: ignore[no-untyped-def]  # what was asked is handed on
        read.wait()
        return counts(*asked)

    monkeypatch.setattr(recording, "grid_kept", slow)
    monkeypatch.setattr(listing, "MANY", 1)
    model.set_rows([])
    try:
        desk.page.refresh()
        desk.qtbot.waitUntil(lambda: model.total_count == 5)
        first = model.row_at(0)
        look = model.look(0, INSTAGRAM)
        desk.go(0)
        desk.type("7")
    finally:
        read.set()
    assert (first.name, look) == ("Arum Sekarjati", TextLook("…", tone="text_2"))
    desk.settle()
    assert model.row_at(0).search == first.search
    assert desk.low(0) == 1046
    desk.go(0)
    desk.type("503\n")
    desk.settle()
    assert desk.low(0) == 503


def test_an_office_that_is_only_looked_at_stays_locked_when_its_counts_arrive(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "MANY", 1)
    desk.page.grid.model.set_rows([])
    desk.page.grid.model.set_locked(True)
    desk.page.refresh()
    desk.settle()
    assert desk.page.grid.model.total_count == 5
    assert desk.page.grid.model.locked


def test_a_row_that_comes_back_leaves_the_text_in_the_open_editor(desk: Desk) -> None:
    desk.go(0)
    desk.type("503\t64")
    editor = QApplication.focusWidget()
    desk.settle()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "64"
    desk.type("0\n")
    desk.settle()
    assert (desk.low(0), desk.low(0, Platform.FACEBOOK)) == (503, 640)


def test_reading_again_leaves_the_text_in_the_open_editor(desk: Desk) -> None:
    desk.go(1)
    desk.type("12")
    desk.page.refresh()
    desk.settle()
    desk.type("34\n")
    desk.settle()
    assert desk.low(1) == 1234


def test_what_the_disk_refuses_stays_in_its_cells_until_it_is_tried_again(
    desk: Desk, recording: FailingDisk
) -> None:
    recording.fails = True
    desk.go(0)
    desk.type("503\n418\n")
    desk.qtbot.waitUntil(lambda: "2 entries are not saved yet" in desk.said())
    look = desk.model.look(0, INSTAGRAM)
    assert isinstance(look, CountLook)
    assert (look.number, look.state) == ("503", CountState.PENDING)
    desk.page.refresh()
    desk.settle()
    assert desk.model.look(0, INSTAGRAM) == look
    recording.fails = False
    desk.press("Try again")
    desk.settle()
    assert (desk.low(0), desk.low(1)) == (503, 418)
    assert desk.said() == ""


def test_the_next_count_tries_the_refused_ones_again_in_their_order(
    desk: Desk, recording: FailingDisk
) -> None:
    recording.fails = True
    desk.go(0)
    desk.type("503\n")
    desk.qtbot.waitUntil(lambda: "1 entry is not saved yet" in desk.said())
    recording.fails = False
    desk.go(0)
    desk.type("504\n")
    desk.settle()
    assert desk.low(0) == 504


def test_a_refused_text_can_be_given_up_for_the_old_value(
    desk: Desk, recording: FailingDisk
) -> None:
    recording.fails = True
    desk.go(0)
    desk.type("503\n")
    desk.press("Restore the old values")
    desk.settle()
    assert desk.cell(0).data() == ""
    assert desk.low(0) is None


def test_closing_the_window_records_what_still_waits(
    desk: Desk, recording: FailingDisk, tasks: TaskRunner
) -> None:
    recording.fails = True
    desk.go(0)
    desk.type("503\n418\n29")
    desk.qtbot.waitUntil(lambda: desk.said() != "")
    recording.fails = False
    tasks.shutdown()
    desk.page.finish()
    assert [desk.low(row) for row in range(3)] == [503, 418, 29]


def test_several_refused_texts_are_asked_about_together(desk: Desk) -> None:
    desk.go(0)
    desk.type("1.5\nbanyak\n2,5\n700\n")
    desk.qtbot.waitUntil(lambda: desk.said().startswith("3 entries were not read:"))
    desk.settle()
    assert "Bagas Nirwana, Instagram “banyak”" in desk.said()
    desk.press("Accept 2 proposals")
    desk.qtbot.waitUntil(lambda: desk.low(2) == 2500)
    assert desk.low(0) == 1500
    desk.qtbot.waitUntil(lambda: desk.said().startswith("Bagas Nirwana, Instagram"))
    desk.press("Go to the cell")
    assert desk.view.currentIndex() == desk.cell(1)
    desk.type("81\n")
    desk.qtbot.waitUntil(lambda: desk.said() == "")


def test_an_m_is_said_to_be_read_as_million(desk: Desk) -> None:
    desk.go(0)
    desk.type("1,2 M\n")
    desk.qtbot.waitUntil(lambda: "M was taken for million" in desk.said())
    assert desk.low(0) == 1_150_000


def test_delete_takes_a_whole_block_back_as_one(desk: Desk, office: Workplace) -> None:
    for person in (1, 2):
        put(office, person, Platform.INSTAGRAM, "503")
    desk.page.refresh()
    desk.settle()
    block = QItemSelection(desk.cell(0), desk.cell(1))
    desk.view.setFocus()
    desk.view.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    QTest.keyClick(desk.view, Qt.Key.Key_Delete)
    desk.settle()
    assert (desk.low(0), desk.low(1)) == (None, None)
    office.undoing.undo_last()
    assert (desk.low(0), desk.low(1)) == (503, 503)


def test_a_block_larger_than_the_grid_is_asked_about_and_never_cropped(
    desk: Desk, prompts: Prompts
) -> None:
    prompts.agree = False
    QGuiApplication.clipboard().setText("1\t2\n3\t4\n")
    desk.go(4)
    QTest.keyClick(desk.view, Qt.Key.Key_V, CTRL)
    desk.settle()
    assert prompts.questions == ["The block has 2 × 2 cells, but there is room for 1 × 5 only."]
    assert desk.low(4) is None
    prompts.agree = True
    QTest.keyClick(desk.view, Qt.Key.Key_V, CTRL)
    desk.settle()
    assert (desk.low(4), desk.low(4, Platform.FACEBOOK)) == (1, 2)


def test_counts_are_of_the_day_that_is_chosen(desk: Desk, office: Workplace) -> None:
    put(office, 1, Platform.INSTAGRAM, "700")
    day = desk.page.findChild(QDateEdit)
    assert day is not None
    day.setDate(QDate(2026, 10, 18))
    desk.settle()
    assert desk.cell(0).data() == ""
    desk.go(0)
    desk.type("640\n")
    desk.settle()
    assert desk.cell(0).data() == "640"
    history = office.people.card(1, DAY).histories[Platform.INSTAGRAM]
    assert [(c.interval.low, c.observed_on.month) for c in history] == [(700, 11), (640, 10)]


def test_a_count_older_than_the_limit_says_its_days(open_page: Open, office: Workplace) -> None:
    office.preferences.save(replace(office.preferences.preferences(), age_limit=90))
    put(office, 1, Platform.INSTAGRAM, "701", date(2026, 7, 22))
    put(office, 2, Platform.INSTAGRAM, "418", date(2026, 11, 18))
    desk = open_page()
    old, fresh = desk.model.look(0, INSTAGRAM), desk.model.look(1, INSTAGRAM)
    assert old == CountLook("701", "121 days", CountState.STALE)
    assert fresh == CountLook("418", "18 Nov")
    desk.press("More than 90 days old")
    assert [row.id for row in desk.model.rows_shown()] == [1]


def test_without_a_limit_of_the_rule_a_count_is_old_after_the_days_that_are_typed(
    open_page: Open, office: Workplace
) -> None:
    put(office, 1, Platform.INSTAGRAM, "701", date(2026, 10, 18))
    put(office, 2, Platform.INSTAGRAM, "418", date(2026, 11, 18))
    desk = open_page()
    assert desk.button("More than 90 days old") is not None
    assert desk.model.look(0, INSTAGRAM) == CountLook("701", "18 Oct")
    choose = desk.page.findChild(OlderThan)
    assert choose is not None
    menu = choose.menu()
    field = menu.findChild(QSpinBox)
    assert field is not None
    field.setValue(30)
    QTest.keyClick(field.lineEdit(), Qt.Key.Key_Return)
    desk.settle()
    assert desk.model.look(0, INSTAGRAM) == CountLook("701", "33 days", CountState.STALE)
    assert [row.id for row in desk.model.rows_shown()] == [1]


def test_who_has_to_be_counted_this_month_is_one_button_away(
    open_page: Open, office: Workplace
) -> None:
    put(office, 1, Platform.INSTAGRAM, "701", date(2026, 10, 18))
    put(office, 2, Platform.INSTAGRAM, "418", date(2026, 11, 2))
    put(office, 3, Platform.INSTAGRAM, "418", date(2026, 11, 2))
    put(office, 3, Platform.X, "90", date(2026, 10, 30))
    for platform in RECORDED:
        put(office, 4, platform, "tidak punya")
    desk = open_page()
    desk.page.show_due()
    assert [row.id for row in desk.model.rows_shown()] == [1, 3, 5]
    desk.go(0)
    desk.type("702\n")
    desk.settle()
    desk.type("\n")
    desk.qtbot.waitUntil(lambda: [row.id for row in desk.model.rows_shown()] == [3, 5])


def test_odd_counts_can_be_looked_at_alone(open_page: Open, office: Workplace) -> None:
    put(office, 2, Platform.INSTAGRAM, "418", date(2026, 10, 18))
    put(office, 2, Platform.INSTAGRAM, "4180")
    desk = open_page()
    desk.press("To check")
    assert [row.id for row in desk.model.rows_shown()] == [2]


def test_the_unfilled_are_those_with_work_left(open_page: Open, office: Workplace) -> None:
    for platform in RECORDED:
        put(office, 1, platform, "tidak punya")
    put(office, 2, Platform.INSTAGRAM, "503")
    desk = open_page()
    desk.press("Not filled")
    assert [row.id for row in desk.model.rows_shown()] == [3, 4, 5]


def test_the_heads_say_how_many_are_filled_in(desk: Desk) -> None:
    desk.go(0)
    desk.type("503\ntidak punya\n")
    desk.settle()
    desk.qtbot.waitUntil(lambda: desk.model.heading_note(INSTAGRAM) == "2/5")


def test_sums_of_rounded_counts_carry_the_about_sign(open_page: Open, office: Workplace) -> None:
    put(office, 1, Platform.INSTAGRAM, "1,2 rb")
    put(office, 2, Platform.INSTAGRAM, "300")
    desk = open_page()
    block = QItemSelection(desk.cell(0), desk.cell(2))
    desk.view.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    said = ["Sum ≈ 1,500", "Average ≈ 750", "Count 2", "3 cells selected"]
    desk.qtbot.waitUntil(
        lambda: [f"{f.words} {f.value}".strip() for f in desk.page.facts()] == said
    )


def test_a_person_asked_for_is_shown_also_behind_a_filter(desk: Desk) -> None:
    desk.model.set_filter("unit", frozenset({"Diskominfo"}))
    desk.page.show_person(5)
    assert desk.view.currentIndex() == desk.cell(4)
    assert desk.view.hasFocus()


def test_a_filter_that_finds_nobody_can_be_lifted(desk: Desk) -> None:
    search = desk.page.search_field()
    search.setText("zzz")
    assert desk.button("Clear filters") is not None
    desk.press("Clear filters")
    assert desk.model.filtered_count == 5
    assert search.text() == ""


def test_an_office_without_people_leads_to_the_import(open_page: Open, office: Workplace) -> None:
    for _ in range(5):
        office.undoing.undo_last()
    desk = open_page()
    with desk.qtbot.waitSignal(desk.page.import_asked):
        desk.press("Import a roster")
