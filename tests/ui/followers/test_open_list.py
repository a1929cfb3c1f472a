"""Entries that are not clear: asked once, in one list, answered by a digit each, nothing lost."""

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateEdit

from app.domain.platform import Platform
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.ui.followers.filters import FollowersFilters
from app.ui.followers.open_line import OpenLine
from app.ui.followers.open_list import OpenList
from app.ui.followers.quick_box import QuickBox
from app.ui.followers.reading_field import ReadingField
from tests.ui.followers.conftest import DAY, Desk

CTRL = Qt.KeyboardModifier.ControlModifier
FACEBOOK = Platform.FACEBOOK


class Asked:
    """The clerk's hands on the list."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        found = desk.page.findChild(OpenList)
        assert found is not None
        self.list = found

    def type_unclear(self, text: str, said: str) -> None:
        self.desk.go(0)
        self.desk.type(text)
        self.desk.qtbot.waitUntil(lambda: said in self.desk.said())
        self.desk.settle()

    def open(self) -> None:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_J, CTRL)
        self.desk.qtbot.waitUntil(self.list.hasFocus)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget(), key)
        self.desk.settle()

    def lines(self) -> list[str]:
        return [line.accessibleName() for line in self.list.findChildren(OpenLine)]


@pytest.fixture
def asked(desk: Desk) -> Asked:
    return Asked(desk)


def test_every_unclear_entry_is_a_line_with_its_readings(asked: Asked) -> None:
    asked.type_unclear("1.5\n1.234 rb\n1,2 M\n503\n", "2 entries were not read:")
    asked.desk.press("See 3 entries")
    asked.desk.qtbot.waitUntil(asked.list.hasFocus)
    assert asked.lines() == [
        "Arum Sekarjati, Instagram “1.5”: 1 1,500; 2 Leave as it was",
        "Bagas Nirwana, Instagram “1.234 rb”: 1 1,234; 2 1,234,000; 3 Leave as it was",
        "Citra Puspaningrum, Instagram “1,2 M”: 1 ≈ 1.2M; 2 Leave as it was",
    ]
    assert asked.list.accessibleName() == asked.lines()[0]
    assert asked.desk.said() == ""


def test_one_digit_each_answers_and_all_answers_are_one_step(
    asked: Asked, office: Workplace
) -> None:
    asked.type_unclear("1.5\n1.234 rb\n2M\n2,5\n", "3 entries were not read:")
    asked.open()
    asked.press(Qt.Key.Key_1, Qt.Key.Key_2)
    assert [asked.desk.low(row) for row in (0, 1)] == [None, None]
    asked.press(Qt.Key.Key_2, Qt.Key.Key_Return)
    assert not asked.list.isVisible()
    assert asked.desk.view.hasFocus()
    assert [asked.desk.low(row) for row in range(4)] == [1500, 1_234_000, None, 2500]
    office.undoing.undo_last()
    assert [asked.desk.low(row) for row in range(4)] == [None, None, 1_500_000, None]


def test_an_m_that_is_confirmed_stands_and_is_asked_no_more(asked: Asked) -> None:
    asked.type_unclear("1,2 M\n", "M was taken for million")
    asked.open()
    asked.press(Qt.Key.Key_Return)
    assert asked.desk.low(0) == 1_150_000
    assert asked.desk.said() == ""
    QTest.keyClick(asked.desk.view, Qt.Key.Key_J, CTRL)
    asked.desk.qtbot.waitUntil(lambda: asked.desk.said() == "Every entry has been read.")
    assert not asked.list.isVisible()


def test_an_m_that_was_not_meant_brings_the_count_before_back(
    asked: Asked, office: Workplace
) -> None:
    office.recording.record([Entry(1, Platform.INSTAGRAM, "503")], DAY)
    asked.type_unclear("1,2 M\n", "M was taken for million")
    asked.open()
    asked.press(Qt.Key.Key_2)
    assert asked.desk.low(0) == 503


def test_escape_records_what_was_answered_and_keeps_the_rest_in_the_strip(asked: Asked) -> None:
    asked.type_unclear("1.5\n2.5\n3.5\n", "3 entries were not read:")
    asked.open()
    asked.press(Qt.Key.Key_Down, Qt.Key.Key_1, Qt.Key.Key_Escape)
    assert [asked.desk.low(row) for row in range(3)] == [None, 2500, None]
    assert asked.desk.said().startswith("2 entries were not read:")
    asked.open()
    assert [line.split(":")[0] for line in asked.lines()] == [
        "Arum Sekarjati, Instagram “1.5”",
        "Citra Puspaningrum, Instagram “3.5”",
    ]


def test_an_answer_is_changed_by_going_back_to_its_line(asked: Asked) -> None:
    asked.type_unclear("1.234 rb\n2.5\n", "2 entries were not read:")
    asked.open()
    asked.press(Qt.Key.Key_1, Qt.Key.Key_Up, Qt.Key.Key_2, Qt.Key.Key_1)
    assert [asked.desk.low(row) for row in range(2)] == [1_234_000, 2500]


def test_a_digit_without_a_reading_answers_nothing(asked: Asked) -> None:
    asked.type_unclear("1.5\n", "is not clear")
    asked.open()
    asked.press(Qt.Key.Key_3)
    assert asked.list.isVisible()
    assert asked.desk.low(0) is None


def test_a_word_without_a_reading_is_typed_anew_in_its_cell(asked: Asked) -> None:
    asked.type_unclear("banyak\n1.5\n", "2 entries were not read:")
    asked.open()
    asked.press(Qt.Key.Key_Return)
    assert asked.desk.view.currentIndex() == asked.desk.cell(0)
    asked.desk.type("81\n")
    asked.desk.settle()
    assert asked.desk.low(0) == 81
    assert "Arum" not in asked.desk.said()
    assert "Bagas Nirwana, Instagram" in asked.desk.said()


def test_cells_typed_while_the_list_is_open_lose_nothing(asked: Asked) -> None:
    asked.type_unclear("1.5\n2.5\n", "2 entries were not read:")
    asked.open()
    asked.press(Qt.Key.Key_1)
    asked.desk.go(3)
    asked.desk.type("4.5\n77\n")
    asked.desk.settle()
    assert asked.desk.low(4) == 77
    assert len(asked.lines()) == 3
    asked.list.setFocus()
    asked.press(Qt.Key.Key_1, Qt.Key.Key_1)
    assert [asked.desk.low(row) for row in (0, 1, 3)] == [1500, 2500, 4500]


def test_what_is_typed_anew_in_the_cell_leaves_the_list(asked: Asked) -> None:
    asked.type_unclear("1.5\n", "is not clear")
    asked.open()
    asked.desk.go(0)
    asked.desk.type("640\n")
    asked.desk.settle()
    assert not asked.list.isVisible()
    assert asked.desk.low(0) == 640


def test_an_answer_is_recorded_on_the_day_it_was_typed_for(asked: Asked, office: Workplace) -> None:
    asked.type_unclear("1.5\n", "is not clear")
    day = asked.desk.page.findChild(QDateEdit)
    assert day is not None
    day.setDate(QDate(2026, 11, 12))
    asked.desk.settle()
    asked.open()
    asked.press(Qt.Key.Key_1)
    history = office.people.card(1, DAY).histories[Platform.INSTAGRAM]
    assert [count.observed_on for count in history] == [DAY]


def test_the_answers_given_are_recorded_when_the_window_closes(asked: Asked) -> None:
    asked.type_unclear("1.5\n2.5\n", "2 entries were not read:")
    asked.open()
    asked.press(Qt.Key.Key_1)
    asked.desk.tasks.shutdown()
    asked.desk.page.finish()
    assert [asked.desk.low(row) for row in range(2)] == [1500, None]


def test_accepted_whatsapp_lines_take_no_open_entry_away(asked: Asked) -> None:
    asked.type_unclear("1.5\n2.5\n", "2 entries were not read:")
    QGuiApplication.clipboard().setText("Fajar Segara dinas pendidikan ig 88")
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(asked.desk.page.window(), Qt.Key.Key_V, CTRL | shift)
    asked.desk.qtbot.waitUntil(lambda: asked.desk.tasks.idle and not asked.desk.view.isVisible())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    asked.desk.qtbot.waitUntil(lambda: asked.desk.low(4) == 88)
    asked.desk.settle()
    assert asked.desk.said().startswith("2 entries were not read:")


def test_a_reading_is_also_chosen_with_the_mouse(asked: Asked) -> None:
    asked.type_unclear("1.5\n2.5\n", "2 entries were not read:")
    asked.open()
    field = asked.list.findChildren(ReadingField)[1]
    asked.desk.qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(50, 16))
    asked.press(Qt.Key.Key_Escape)
    assert [asked.desk.low(row) for row in range(2)] == [None, 2500]


def test_in_a_low_window_the_list_leaves_the_filters_whole_and_the_grid_its_rows(
    asked: Asked,
) -> None:
    page = asked.desk.page
    # As in the window, which does not grow with its page.
    page.setFixedSize(839, 424)
    asked.type_unclear("1.5\n1.234 rb\n1,2 M\n2,5\n", "3 entries were not read:")
    asked.open()
    filters = page.findChild(FollowersFilters)
    assert filters is not None
    asked.desk.qtbot.waitUntil(
        lambda: filters.height() >= filters.heightForWidth(filters.width()) > 32
    )
    asked.desk.qtbot.waitUntil(lambda: asked.list.geometry().bottom() <= page.rect().bottom())
    rows = asked.desk.view.viewport().height() // asked.desk.view.rowHeight(0)
    assert rows >= 1
    box = page.findChild(QuickBox)
    assert box is not None
    assert not box.isVisible()
    asked.press(Qt.Key.Key_Escape)
    assert box.isVisible()
