"""The table under a clerk's fingers: keys, clipboard, heads, memory."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.ui.table.column import Sums
from app.ui.table.filter_popup import FilterPopup
from app.ui.table.model import TableModel
from app.ui.table.view import Purpose, TableView
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.ui.table.conftest import Ledger, Memory, Someone

# A warning of Qt (an editor of another view, a wrong index) is a fault of ours.
pytestmark = [
    pytest.mark.qt_log_level_fail("WARNING"),
    pytest.mark.qt_log_ignore("This plugin does not support"),
]

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Make = Callable[[Purpose], TableView[Someone]]
Shown = Callable[[], list[int]]
FOLLOWERS = 2


@pytest.fixture
def make(
    qtbot: QtBot,
    theme: Theme,
    language: Language,
    model: TableModel[Someone],
    memory: Memory,
) -> Make:
    def make(purpose: Purpose) -> TableView[Someone]:
        view = TableView(
            theme, language, model, name="People", key="people", memory=memory, purpose=purpose
        )
        qtbot.addWidget(view)
        view.resize(600, 300)
        view.show()
        qtbot.waitExposed(view)
        view.setFocus()
        return view

    return make


@pytest.fixture
def grid(make: Make) -> TableView[Someone]:
    made = make(Purpose.EDIT)
    _go(made, 0, FOLLOWERS)
    return made


@pytest.fixture
def list_(make: Make) -> TableView[Someone]:
    return make(Purpose.READ)


def _go(view: TableView[Someone], row: int, column: int) -> None:
    view.setCurrentIndex(view.model().index(row, column))


def _at(view: TableView[Someone]) -> tuple[int, int]:
    return view.currentIndex().row(), view.currentIndex().column()


def _select(view: TableView[Someone], first: tuple[int, int], last: tuple[int, int]) -> None:
    model = view.model()
    block = QItemSelection(model.index(*first), model.index(*last))
    view.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def _press(
    view: TableView[Someone],
    key: Qt.Key,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    editors = [e for e in view.viewport().findChildren(QLineEdit) if e.isVisible()]
    QTest.keyClick(editors[-1] if editors else view, key, held)


def _type(view: TableView[Someone], text: str) -> None:
    QTest.keyClicks(view, text[0])
    editor = view.viewport().findChildren(QLineEdit)[-1]
    QTest.keyClicks(editor, text[1:])


def test_typing_replaces_and_enter_commits_and_goes_down(
    grid: TableView[Someone], ledger: Ledger
) -> None:
    _type(grid, "503")
    _press(grid, Key.Key_Return)
    assert ledger.acts == [[(1, "followers", "503")]]
    assert _at(grid) == (1, FOLLOWERS)


def test_one_count_costs_its_digits_and_one_enter(grid: TableView[Someone], ledger: Ledger) -> None:
    for number in ("503", "211", "88"):
        _type(grid, number)
        _press(grid, Key.Key_Return)
    assert [act[0][2] for act in ledger.acts] == ["503", "211", "88"]
    assert _at(grid) == (3, FOLLOWERS)


def test_escape_leaves_the_cell_as_it_was(grid: TableView[Someone], ledger: Ledger) -> None:
    _type(grid, "503")
    _press(grid, Key.Key_Escape)
    assert ledger.acts == []
    assert grid.model().index(0, FOLLOWERS).data() == "1046"


def test_f2_edits_the_old_text_and_arrows_stay_inside(
    grid: TableView[Someone], ledger: Ledger
) -> None:
    _press(grid, Key.Key_F2)
    editor = grid.viewport().findChildren(QLineEdit)[-1]
    assert editor.text() == "1046"
    _press(grid, Key.Key_Left)
    assert editor.isVisible()
    assert ledger.acts == []
    _press(grid, Key.Key_Escape)


def test_an_arrow_commits_what_was_typed_and_moves(
    grid: TableView[Someone], ledger: Ledger
) -> None:
    _type(grid, "7")
    _press(grid, Key.Key_Down)
    assert ledger.acts == [[(1, "followers", "7")]]
    assert _at(grid) == (1, FOLLOWERS)


def test_enter_after_a_run_of_tabs_goes_back_to_where_the_run_began(
    grid: TableView[Someone],
) -> None:
    _go(grid, 0, 0)
    _press(grid, Key.Key_Tab)
    _press(grid, Key.Key_Tab)
    assert _at(grid) == (0, 2)
    _press(grid, Key.Key_Return)
    assert _at(grid) == (1, 0)


def test_an_arrow_ends_the_run_of_tabs(grid: TableView[Someone]) -> None:
    _go(grid, 0, 0)
    _press(grid, Key.Key_Tab)
    _press(grid, Key.Key_Down)
    _press(grid, Key.Key_Return)
    assert _at(grid) == (2, 1)


def test_typing_into_the_cells_of_a_run_does_not_end_it(grid: TableView[Someone]) -> None:
    _go(grid, 0, 1)
    _press(grid, Key.Key_Tab)
    _type(grid, "9000")
    _press(grid, Key.Key_Return)
    assert _at(grid) == (1, 1)


def test_what_is_being_typed_stays_when_its_row_is_filled_anew(
    grid: TableView[Someone], model: TableModel[Someone]
) -> None:
    _go(grid, 0, FOLLOWERS)
    _type(grid, "12")
    row = model.row_at(0)
    model.replace_row(row.id, replace(row, unit="Sekretariat"))
    assert grid.viewport().findChildren(QLineEdit)[-1].text() == "12"


def test_delete_clears_every_selected_cell_as_one_act(
    grid: TableView[Someone], ledger: Ledger
) -> None:
    _select(grid, (0, FOLLOWERS), (1, FOLLOWERS))
    _press(grid, Key.Key_Delete)
    assert ledger.acts == [[(1, "followers", ""), (2, "followers", "")]]


def test_a_pasted_block_is_one_act_from_the_top_left_cell(
    grid: TableView[Someone], ledger: Ledger
) -> None:
    QGuiApplication.clipboard().setText("10\r\n20\r\n")
    _press(grid, Key.Key_V, CTRL)
    assert ledger.acts == [[(1, "followers", "10"), (2, "followers", "20")]]


def test_one_pasted_value_fills_the_selection(grid: TableView[Someone], ledger: Ledger) -> None:
    _select(grid, (1, FOLLOWERS), (3, FOLLOWERS))
    QGuiApplication.clipboard().setText("9")
    _press(grid, Key.Key_V, CTRL)
    assert [edit[0] for edit in ledger.acts[0]] == [2, 3, 4]


@pytest.mark.parametrize("text", ["1\n2\n3\n4\n5\n6", "1\t2"])
def test_a_block_that_does_not_fit_is_refused_whole_and_said(
    grid: TableView[Someone], ledger: Ledger, qtbot: QtBot, text: str
) -> None:
    QGuiApplication.clipboard().setText(text)
    with qtbot.waitSignal(grid.paste_refused) as refused:
        _press(grid, Key.Key_V, CTRL)
    assert ledger.acts == []
    assert refused.args is not None
    grid.paste_fitting(refused.args[0])
    assert ledger.acts[0][0] == (1, "followers", "1")


def test_a_block_over_cells_that_cannot_be_edited_is_refused(
    grid: TableView[Someone], ledger: Ledger, qtbot: QtBot
) -> None:
    _go(grid, 0, 1)
    QGuiApplication.clipboard().setText("x\t5")
    with qtbot.waitSignal(grid.paste_refused) as refused:
        _press(grid, Key.Key_V, CTRL)
    assert refused.args is not None
    assert refused.args[0].read_only
    assert ledger.acts == []


def test_ctrl_d_fills_down_from_the_topmost_cell(grid: TableView[Someone], ledger: Ledger) -> None:
    _select(grid, (0, FOLLOWERS), (2, FOLLOWERS))
    _press(grid, Key.Key_D, CTRL)
    assert ledger.acts == [[(2, "followers", "1046"), (3, "followers", "1046")]]


def test_ctrl_enter_while_typing_fills_the_selection(
    grid: TableView[Someone], ledger: Ledger
) -> None:
    _select(grid, (0, FOLLOWERS), (1, FOLLOWERS))
    _type(grid, "5")
    _press(grid, Key.Key_Return, CTRL)
    assert ledger.acts == [[(1, "followers", "5"), (2, "followers", "5")]]


def test_copy_takes_the_block_and_ctrl_shift_c_its_headings_too(
    grid: TableView[Someone],
) -> None:
    _select(grid, (0, 1), (1, FOLLOWERS))
    _press(grid, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "IKP\t1046\nAptika\t2318"
    _press(grid, Key.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text() == "Unit\tFollowers\nIKP\t1046\nAptika\t2318"


def test_ctrl_home_and_end_jump_to_the_corners(grid: TableView[Someone]) -> None:
    _press(grid, Key.Key_End, CTRL)
    assert _at(grid) == (4, 2)
    _press(grid, Key.Key_Home, CTRL)
    assert _at(grid) == (0, 0)
    _press(grid, Key.Key_Down, CTRL)
    assert _at(grid) == (4, 0)


def test_a_row_being_edited_stays_until_it_is_left(
    grid: TableView[Someone], model: TableModel[Someone], shown: Shown, qtbot: QtBot
) -> None:
    model.sort_by("followers")
    _go(grid, 0, FOLLOWERS)
    _type(grid, "9000")
    _press(grid, Key.Key_Tab)
    assert shown()[0] == 4
    _press(grid, Key.Key_Down)
    qtbot.waitUntil(lambda: shown() == [1, 5, 2, 4, 3])
    assert grid.current_row() == model.row_at(0)
    assert model.row_at(0).id == 1


def test_the_sums_follow_the_selection(grid: TableView[Someone], qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.sums_changed) as seen:
        _select(grid, (0, FOLLOWERS), (1, FOLLOWERS))
    assert seen.args == [Sums(cells=2, count=2, total=3364)]


def test_enter_and_double_click_open_a_row_of_a_reading_table(
    list_: TableView[Someone], qtbot: QtBot
) -> None:
    list_.go_to_first_row()
    with qtbot.waitSignal(list_.opened) as opened:
        _press(list_, Key.Key_Return)
    assert opened.args is not None
    assert opened.args[0].id == 1


def test_the_chosen_row_stays_chosen_when_rows_are_filled_anew(
    list_: TableView[Someone], model: TableModel[Someone]
) -> None:
    assert list_.choose(4)
    model.set_rows(reversed(list(model.rows_shown())))
    row = list_.current_row()
    assert row is not None
    assert row.id == 4


def test_the_cursor_keeps_its_column_when_rows_are_filled_anew(
    grid: TableView[Someone], model: TableModel[Someone]
) -> None:
    _go(grid, 1, FOLLOWERS)
    model.set_rows(list(model.rows_shown()))
    assert _at(grid) == (1, FOLLOWERS)


def test_widths_survive_a_search_that_hides_the_first_row(
    list_: TableView[Someone], model: TableModel[Someone]
) -> None:
    list_.setColumnWidth(1, 133)
    model.search("arum")
    model.search("")
    assert list_.columnWidth(1) == 133
    assert list_.columnWidth(0) == 170


def test_a_click_on_a_head_sorts_and_another_turns_round(
    list_: TableView[Someone], model: TableModel[Someone]
) -> None:
    head = list_.horizontalHeader().viewport()
    spot = QPoint(list_.horizontalHeader().sectionViewportPosition(1) + 12, 12)
    QTest.mouseClick(head, Qt.MouseButton.LeftButton, pos=spot)
    assert model.sorting == ("unit", False)
    QTest.mouseClick(head, Qt.MouseButton.LeftButton, pos=spot)
    assert model.sorting == ("unit", True)


def test_widths_order_hidden_columns_and_sort_come_back_the_next_day(
    make: Make, model: TableModel[Someone], memory: Memory, qtbot: QtBot
) -> None:
    today = make(Purpose.READ)
    today.setColumnWidth(1, 144)
    today.horizontalHeader().moveSection(2, 1)
    menu = today.columns_menu()
    menu.actions()[1].trigger()
    QTest.mouseClick(
        today.horizontalHeader().viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(today.horizontalHeader().sectionViewportPosition(2) + 12, 12),
    )
    qtbot.waitUntil(lambda: "table.people" in memory.kept)
    model.sort_by(None)
    tomorrow = make(Purpose.READ)
    assert tomorrow.isColumnHidden(1)
    assert tomorrow.horizontalHeader().visualIndex(2) == 1
    assert model.sorting == ("followers", False)
    tomorrow.columns_menu().actions()[1].trigger()
    assert tomorrow.columnWidth(1) == 144


def _popup() -> FilterPopup:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, FilterPopup)
    return popup


def test_alt_down_opens_the_filter_which_works_by_keyboard_alone(
    list_: TableView[Someone], model: TableModel[Someone], shown: Shown
) -> None:
    _go(list_, 0, 1)
    _press(list_, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = _popup()
    QTest.keyClick(popup.search, Key.Key_Down)
    QTest.keyClick(popup.list, Key.Key_Space)
    QTest.keyClick(popup.list, Key.Key_Down)
    QTest.keyClick(popup.list, Key.Key_Down)
    QTest.keyClick(popup.list, Key.Key_Space)
    QTest.keyClick(popup.list, Key.Key_Return)
    assert model.filters["unit"] == frozenset({"IKP"})
    assert shown() == [1, 3, 5]


def test_the_filters_search_and_enter_keep_what_was_found(
    list_: TableView[Someone], model: TableModel[Someone]
) -> None:
    list_.open_filter(1)
    popup = _popup()
    QTest.keyClicks(popup.search, "sek")
    QTest.keyClick(popup.search, Key.Key_Return)
    assert model.filters["unit"] == frozenset({"Sekretariat"})


def test_escape_leaves_the_filter_as_it_was(
    list_: TableView[Someone], model: TableModel[Someone]
) -> None:
    list_.open_filter(1)
    popup = _popup()
    QTest.keyClick(popup.search, Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert dict(model.filters) == {}
