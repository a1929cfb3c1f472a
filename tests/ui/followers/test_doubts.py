"""Odd counts on the page: saved, marked, asked about below the grid, and answered by key."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.domain.platform import Platform
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.ui.table.looks import CountLook, CountState
from tests.ui.followers.conftest import INSTAGRAM, Desk, Open

OCTOBER = date(2026, 10, 18)
Key = Qt.Key


def before(office: Workplace, person: int, text: str) -> None:
    office.recording.record([Entry(person, Platform.INSTAGRAM, text)], OCTOBER)


def opened(open_page: Open, office: Workplace) -> Desk:
    before(office, 1, "1.238")
    before(office, 2, "410")
    return open_page()


def is_odd(desk: Desk, row: int) -> bool:
    look = desk.model.look(row, INSTAGRAM)
    return isinstance(look, CountLook) and look.state is CountState.WARNED


def test_an_odd_count_is_saved_marked_and_asked_about(open_page: Open, office: Workplace) -> None:
    desk = opened(open_page, office)
    desk.go(0)
    desk.type("12400\n")
    desk.qtbot.waitUntil(lambda: desk.said() != "")
    assert desk.said() == (
        "Arum Sekarjati, Instagram 12,400 is far above 1,238 of 18 Oct. Mistyped? The number is "
        "stored anyway."
    )
    assert desk.low(0) == 12400
    desk.qtbot.waitUntil(lambda: is_odd(desk, 0))
    assert desk.view.currentIndex() == desk.cell(1)
    assert desk.view.hasFocus()


def test_what_was_meant_is_one_button_away(open_page: Open, office: Workplace) -> None:
    desk = opened(open_page, office)
    desk.go(0)
    desk.type("12400\n")
    desk.press("Make it 1,240")
    desk.qtbot.waitUntil(lambda: desk.low(0) == 1240)
    desk.qtbot.waitUntil(lambda: not is_odd(desk, 0))
    assert desk.said() == ""


def test_an_odd_count_taken_back_leaves_the_one_before(open_page: Open, office: Workplace) -> None:
    desk = opened(open_page, office)
    desk.go(0)
    desk.type("12400\n")
    desk.press("Take it back")
    desk.qtbot.waitUntil(lambda: desk.low(0) == 1238)
    desk.qtbot.waitUntil(lambda: not is_odd(desk, 0))


def test_a_count_said_to_be_right_is_marked_no_more_also_the_next_day(
    open_page: Open, office: Workplace
) -> None:
    desk = opened(open_page, office)
    desk.go(0)
    desk.type("12400\n")
    desk.press("It is right")
    desk.qtbot.waitUntil(lambda: desk.said() == "")
    desk.qtbot.waitUntil(lambda: not is_odd(desk, 0))
    desk.page.refresh()
    desk.settle()
    assert not is_odd(desk, 0)
    office.undoing.undo_last()
    desk.page.refresh()
    desk.settle()
    assert is_odd(desk, 0)


def test_the_same_number_typed_twice_is_right_and_recorded_once(
    open_page: Open, office: Workplace
) -> None:
    desk = opened(open_page, office)
    desk.go(1)
    desk.type("815\n")
    desk.press("Type it again")
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == ""
    assert "815" not in desk.said()
    desk.type("815\n")
    desk.qtbot.waitUntil(lambda: not is_odd(desk, 1))
    desk.settle()
    assert desk.said() == ""
    history = office.people.card(2, date(2026, 11, 20)).histories[Platform.INSTAGRAM]
    assert [count.interval.low for count in history] == [815, 410]


def test_another_number_the_second_time_is_the_one_that_holds(
    open_page: Open, office: Workplace
) -> None:
    desk = opened(open_page, office)
    desk.go(1)
    desk.type("815\n")
    desk.press("Type it again")
    desk.type("415\n")
    desk.qtbot.waitUntil(lambda: desk.low(1) == 415)
    desk.qtbot.waitUntil(lambda: not is_odd(desk, 1))
    assert desk.said() == ""


def test_a_second_entry_is_asked_for_only_where_the_verdict_hangs_on_it(
    open_page: Open, office: Workplace
) -> None:
    desk = opened(open_page, office)
    desk.go(0)
    desk.type("12400\n")
    desk.qtbot.waitUntil(lambda: desk.said() != "")
    assert desk.button("Type it again") is None


def test_the_cursor_on_an_odd_cell_brings_its_question_and_takes_it_away(
    open_page: Open, office: Workplace
) -> None:
    before(office, 1, "1.238")
    office.recording.record([Entry(1, Platform.INSTAGRAM, "12400")], date(2026, 11, 20))
    desk = open_page()
    desk.qtbot.waitUntil(lambda: is_odd(desk, 0))
    desk.go(2)
    assert desk.said() == ""
    desk.go(0)
    assert "is far above 1,238" in desk.said()
    QTest.keyClick(desk.view, Key.Key_Down)
    assert desk.said() == ""


def test_a_closed_question_is_not_asked_again_by_itself(open_page: Open, office: Workplace) -> None:
    desk = opened(open_page, office)
    desk.go(0)
    desk.type("12400\n")
    desk.qtbot.waitUntil(lambda: desk.said() != "")
    desk.close_strip()
    desk.go(1)
    desk.type("420\n")
    desk.qtbot.waitUntil(lambda: desk.low(1) == 420)
    desk.settle()
    assert desk.said() == ""
    assert is_odd(desk, 0)


def test_warnings_cost_the_hand_that_types_no_key(open_page: Open, office: Workplace) -> None:
    for person in range(1, 6):
        before(office, person, "500")
    desk = open_page()
    desk.go(0)
    desk.type("5000\n5001\n5002\n5003\n5004\n")
    desk.settle()
    assert [desk.low(row) for row in range(5)] == [5000, 5001, 5002, 5003, 5004]
