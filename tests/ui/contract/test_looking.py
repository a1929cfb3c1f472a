"""The contract where tables are looked at: found, filtered, sorted, summed, copied, gone through."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QToolTip

from app.ui.table.filter_popup import FilterPopup
from tests.ui.contract.desk import ALT, CTRL, NONE, SHIFT, Hands, Key


def whole_rows(hands: Hands) -> bool:
    return hands.view.selectionBehavior() is QTableView.SelectionBehavior.SelectRows


def test_ctrl_f_finds_and_enter_goes_into_what_was_found(either: Hands) -> None:
    sought = either.text(1, either.table.sought)
    everything = either.rows
    either.press(Key.Key_F, CTRL)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    either.type(sought)
    either.desk.until(lambda: either.rows < everything)
    assert set(either.column(either.table.sought, either.rows)) == {sought}
    either.press(Key.Key_Return)
    assert QApplication.focusWidget() is either.view
    either.press(Key.Key_F, CTRL)
    either.press(Key.Key_Escape)
    either.desk.until(lambda: either.rows == everything)
    either.press(Key.Key_Down)
    assert QApplication.focusWidget() is either.view


@pytest.mark.parametrize("chord", [(Key.Key_L, CTRL | SHIFT), (Key.Key_Down, ALT)])
def test_the_values_of_a_column_are_listed_and_chosen_by_keyboard(
    either: Hands, chord: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    column, everything = either.table.filtered, either.rows
    wanted = either.text(1, column)
    other = next(text for text in either.column(column, everything) if text != wanted)
    either.go(0, column)
    either.press(*chord)
    if chord[1] == ALT and either.table.name == "sheet":
        # There Alt+Down opens the list that stands in the head: what the column means.
        QApplication.activePopupWidget().close()
        return
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, FilterPopup)
    QTest.keyClicks(popup.search, wanted)
    QTest.keyClick(popup.search, Key.Key_Return)
    either.desk.until(lambda: either.rows < everything)
    assert set(either.column(column, either.rows)) == {wanted}
    assert other not in either.column(column, either.rows)
    either.press(*chord)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, FilterPopup)
    QTest.keyClick(popup.search, Key.Key_Tab)
    popup.list.setFocus()
    popup.list.setCurrentIndex(popup.list.model().index(0, 0))
    QTest.keyClick(popup.list, Key.Key_Space)
    QTest.keyClick(popup.list, Key.Key_Return)
    either.desk.until(lambda: either.rows == everything)


def test_ctrl_home_and_end_and_the_arrows_jump(either: Hands) -> None:
    either.press(Key.Key_End, CTRL)
    assert either.at[0] == either.rows - 1
    either.press(Key.Key_Home, CTRL)
    assert either.view.currentIndex().row() == 0
    either.go(0, either.left)
    either.press(Key.Key_Down, CTRL)
    assert either.at[0] > 0


def test_shift_space_selects_the_row(either: Hands) -> None:
    either.go(1, either.left)
    either.press(Key.Key_Space, SHIFT)
    chosen = either.view.selectionModel().selectedIndexes()
    assert {index.row() - either.top for index in chosen} == {1}
    seen = [at for at in range(either.view.model().columnCount()) if not hidden(either, at)]
    assert {index.column() for index in chosen} >= set(seen)


def hidden(hands: Hands, column: int) -> bool:
    return hands.view.isColumnHidden(column)


def test_what_is_selected_is_copied_with_the_headings_when_asked(either: Hands) -> None:
    either.go(0, either.left)
    either.press(Key.Key_C, CTRL)
    plain = either.copied
    assert either.text(0, either.left) in plain
    assert not plain.endswith("\n")
    either.press(Key.Key_C, CTRL | SHIFT)
    heads, *rest = either.copied.split("\n")
    assert "\n".join(rest) == plain
    assert heading(either, either.left) in heads.split("\t")


def heading(hands: Hands, column: int) -> str:
    if hands.table.name == "sheet":
        # The heading as the file has it.
        return hands.text(-1, column)
    return str(hands.view.model().headerData(column, Qt.Orientation.Horizontal))


def test_the_status_bar_sums_what_is_selected(either: Hands) -> None:
    number = either.table.number
    if number is None:
        either.go(0, either.left)
        either.press(Key.Key_Down, SHIFT)
        unit = "rows selected" if whole_rows(either) else "cells selected"
        either.desk.until(lambda: unit in either.desk.facts())
        return
    either.go(0, number)
    either.press(Key.Key_Down, SHIFT)
    either.desk.until(lambda: "Sum" in either.desk.facts())
    numbers = [int("".join(c for c in text if c.isdigit())) for text in either.column(number, 2)]
    facts = either.desk.facts()
    summed = f"Sum {heading(either, number)}" if whole_rows(either) else "Sum"
    assert f"{summed} {sum(numbers):,}" in facts
    assert f"Average {round(sum(numbers) / 2):,}" in facts
    assert "Count 2" in facts


def test_the_first_column_stays_while_the_rest_is_scrolled(either: Hands) -> None:
    head = either.view.verticalHeader()
    if head.isVisible():
        assert head.width() > 0
        return
    width = either.desk.office.window.width()
    for column in range(either.view.model().columnCount()):
        either.view.setColumnWidth(column, max(either.view.columnWidth(column), 330))
    either.desk.settle()
    either.view.horizontalScrollBar().setValue(200)
    frozen = next(
        one for one in either.view.findChildren(QTableView) if one.property("role") == "frozen"
    )
    assert frozen.isVisible()
    assert frozen.columnViewportPosition(0) == 0
    assert width == either.desk.office.window.width()


def test_a_double_click_on_the_edge_of_a_head_fits_the_column(either: Hands) -> None:
    head = either.view.horizontalHeader()
    column = either.left
    either.view.setColumnWidth(column, 44)
    edge = QPoint(head.sectionViewportPosition(column) + 43, 8)
    left = Qt.MouseButton.LeftButton
    QTest.mouseMove(head.viewport(), edge)
    QTest.mousePress(head.viewport(), left, NONE, edge)
    QTest.mouseRelease(head.viewport(), left, NONE, edge)
    QTest.mouseDClick(head.viewport(), left, NONE, edge)
    text = either.text(0, column)
    assert head.sectionSize(column) >= either.view.fontMetrics().horizontalAdvance(text)


WRITING = (
    (Key.Key_Delete, NONE),
    (Key.Key_Backspace, NONE),
    (Key.Key_X, CTRL),
    (Key.Key_V, CTRL),
    (Key.Key_D, CTRL),
    (Key.Key_F2, NONE),
    (Key.Key_7, NONE),
)


def test_keys_that_write_change_nothing_and_it_is_said_once(reader: Hands) -> None:
    before = [reader.column(at, reader.rows) for at in range(4)]
    for chord in WRITING:
        if chord == (Key.Key_V, CTRL) and reader.table.name in ("imports", "people"):
            # There the page itself takes what was copied: rows to be read, pictures as evidence.
            continue
        reader.view.clearFocus()
        reader.view.setFocus()
        reader.copy("999")
        reader.press(*chord)
        assert "is for reading" in QToolTip.text(), chord
        QToolTip.showText(QPoint(1, 1), "another hint", reader.view)
        reader.press(*chord)
        assert QToolTip.text() == "another hint", chord
    assert [reader.column(at, reader.rows) for at in range(4)] == before
    assert reader.editor() is None
