"""Every line of the key contract that the other tests of the table do not tell already."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from app.ui.table.column import Column
from app.ui.table.filter_popup import FilterPopup
from app.ui.table.model import TableModel
from app.ui.table.view import Purpose, TableView
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.ui.table.conftest import Ledger, Memory, Someone, columns

pytestmark = [
    pytest.mark.qt_log_level_fail("WARNING"),
    pytest.mark.qt_log_ignore("This plugin does not support"),
]

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
NAME, UNIT, FOLLOWERS, FRIENDS = range(4)


@pytest.fixture
def model(ledger: Ledger) -> TableModel[Someone]:
    """Two columns that can be typed into, so that blocks have a width."""
    friends: Column[Someone] = Column(
        "friends", "Friends", lambda row: "", edit_text=lambda row: "", width=90
    )
    made = TableModel([*columns(), friends], lambda row: row.id, edit=ledger.note)
    ledger.model = made
    made.set_rows(
        [
            Someone(1, "Laras", "IKP", 1046),
            Someone(2, "Arum", "Aptika", 2318),
            Someone(3, "Bagas", "IKP", None),
            Someone(4, "Citra", "Sekretariat", None),
            Someone(5, "Damar", "IKP", 640),
        ]
    )
    return made


class Hands:
    """Real keys on the grid or on the editor that is open in it."""

    def __init__(self, view: TableView[Someone]) -> None:
        self.view = view

    def go(self, row: int, column: int) -> None:
        index = self.view.model().index(row, column)
        self.view.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.editor() or self.view, key, held)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self.editor() or self.view, letter)

    def editor(self) -> QLineEdit | None:
        found = self.view.viewport().findChildren(QLineEdit)
        return next((one for one in found if one.isVisible()), None)

    def select(self, first: tuple[int, int], last: tuple[int, int]) -> None:
        source = self.view.model()
        block = QItemSelection(source.index(*first), source.index(*last))
        self.view.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @property
    def at(self) -> tuple[int, int]:
        return self.view.currentIndex().row(), self.view.currentIndex().column()

    @property
    def selected(self) -> list[tuple[int, int]]:
        return sorted((i.row(), i.column()) for i in self.view.selectionModel().selectedIndexes())


Make = Callable[[], Hands]


@pytest.fixture
def make(
    qtbot: QtBot, theme: Theme, language: Language, model: TableModel[Someone], memory: Memory
) -> Make:
    def make() -> Hands:
        view = TableView(
            theme,
            language,
            model,
            name="People",
            key="people",
            memory=memory,
            purpose=Purpose.EDIT,
            keeps_filters=True,
        )
        qtbot.addWidget(view)
        view.resize(600, 300)
        view.show()
        qtbot.waitExposed(view)
        view.setFocus()
        return Hands(view)

    return make


@pytest.fixture
def hands(make: Make) -> Hands:
    made = make()
    made.go(0, FOLLOWERS)
    return made


def test_shift_enter_commits_and_goes_up(hands: Hands, ledger: Ledger) -> None:
    hands.go(1, FOLLOWERS)
    hands.type("503")
    hands.press(Key.Key_Return, SHIFT)
    assert ledger.acts == [[(2, "followers", "503")]]
    assert hands.at == (0, FOLLOWERS)


def test_the_keypads_enter_commits_as_well(hands: Hands, ledger: Ledger) -> None:
    hands.type("503")
    hands.press(Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    hands.press(Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert ledger.acts == [[(1, "followers", "503")]]
    assert hands.at == (2, FOLLOWERS)


def test_shift_tab_inside_a_run_of_tabs_keeps_its_first_column(hands: Hands) -> None:
    hands.type("1")
    hands.press(Key.Key_Tab)
    hands.type("2")
    hands.press(Key.Key_Backtab, SHIFT)
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_Return)
    assert hands.at == (1, FOLLOWERS)


def test_an_arrow_out_of_an_editor_ends_the_run_of_tabs(hands: Hands) -> None:
    hands.type("1")
    hands.press(Key.Key_Tab)
    hands.type("2")
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Return)
    assert hands.at == (2, FRIENDS)


@pytest.mark.parametrize(
    ("key", "at"),
    [
        (Key.Key_Up, (0, FOLLOWERS)),
        (Key.Key_Down, (2, FOLLOWERS)),
        (Key.Key_Left, (1, UNIT)),
        (Key.Key_Right, (1, FRIENDS)),
    ],
)
def test_every_arrow_commits_what_was_typed_and_moves(
    hands: Hands, ledger: Ledger, key: Qt.Key, at: tuple[int, int]
) -> None:
    hands.go(1, FOLLOWERS)
    hands.type("7")
    hands.press(key)
    assert ledger.acts == [[(2, "followers", "7")]]
    assert hands.at == at


def test_a_cell_opened_by_f2_and_left_as_it_was_is_no_act(hands: Hands, ledger: Ledger) -> None:
    hands.press(Key.Key_F2)
    hands.press(Key.Key_Return)
    assert ledger.acts == []
    assert hands.at == (1, FOLLOWERS)


def test_ctrl_arrows_jump_over_what_is_filled_and_over_gaps(hands: Hands) -> None:
    for at in ((1, FOLLOWERS), (4, FOLLOWERS), (4, FOLLOWERS)):
        hands.press(Key.Key_Down, CTRL)
        assert hands.at == at
    hands.press(Key.Key_Up, CTRL)
    assert hands.at == (1, FOLLOWERS)
    hands.press(Key.Key_Left, CTRL)
    assert hands.at == (1, NAME)
    hands.press(Key.Key_Right, CTRL)
    assert hands.at == (1, FOLLOWERS)
    hands.press(Key.Key_Right, CTRL)
    assert hands.at == (1, FRIENDS)
    assert hands.selected == [(1, FRIENDS)]


def test_with_shift_the_jumps_extend_the_selection_from_where_it_began(hands: Hands) -> None:
    hands.press(Key.Key_Down, CTRL | SHIFT)
    assert hands.selected == [(0, FOLLOWERS), (1, FOLLOWERS)]
    hands.press(Key.Key_Right, SHIFT)
    assert hands.selected == [(0, 2), (0, 3), (1, 2), (1, 3)]
    hands.press(Key.Key_End, CTRL | SHIFT)
    assert hands.selected == [(row, at) for row in range(5) for at in (FOLLOWERS, FRIENDS)]
    hands.press(Key.Key_Home, CTRL | SHIFT)
    assert hands.selected == [(0, NAME), (0, UNIT), (0, FOLLOWERS)]
    assert hands.at == (0, NAME)


def test_shift_and_an_arrow_select_cells(hands: Hands) -> None:
    hands.press(Key.Key_Down, SHIFT)
    hands.press(Key.Key_Down, SHIFT)
    assert hands.selected == [(0, FOLLOWERS), (1, FOLLOWERS), (2, FOLLOWERS)]


def test_shift_space_selects_every_row_with_a_selected_cell(hands: Hands) -> None:
    hands.select((1, FOLLOWERS), (2, FOLLOWERS))
    hands.press(Key.Key_Space, SHIFT)
    assert hands.selected == [(row, at) for row in (1, 2) for at in range(4)]
    assert hands.editor() is None


def test_a_block_pasted_over_twice_its_size_fills_it(hands: Hands, ledger: Ledger) -> None:
    hands.select((0, FOLLOWERS), (3, FOLLOWERS))
    QGuiApplication.clipboard().setText("1\r\n2\r\n")
    hands.press(Key.Key_V, CTRL)
    (act,) = ledger.acts
    assert act == [
        (row, "followers", text) for row, text in ((1, "1"), (2, "2"), (3, "1"), (4, "2"))
    ]


def test_a_value_over_a_row_that_also_holds_other_things_is_asked_about(
    hands: Hands, ledger: Ledger, qtbot: QtBot
) -> None:
    hands.press(Key.Key_Space, SHIFT)
    QGuiApplication.clipboard().setText("9")
    with qtbot.waitSignal(hands.view.paste_refused) as refused:
        hands.press(Key.Key_V, CTRL)
    assert ledger.acts == []
    assert refused.args is not None
    assert refused.args[0].read_only
    hands.view.paste_fitting(refused.args[0])
    assert ledger.acts == [[(1, "followers", "9"), (1, "friends", "9")]]


def test_cut_copies_and_empties_as_one_act(hands: Hands, ledger: Ledger) -> None:
    hands.select((0, FOLLOWERS), (1, FOLLOWERS))
    hands.press(Key.Key_X, CTRL)
    assert QGuiApplication.clipboard().text() == "1046\n2318"
    assert ledger.acts == [[(1, "followers", ""), (2, "followers", "")]]


def test_one_copied_cell_comes_without_a_newline(hands: Hands) -> None:
    hands.press(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "1046"


def test_ctrl_d_on_a_single_cell_takes_the_one_above(hands: Hands, ledger: Ledger) -> None:
    hands.go(2, FOLLOWERS)
    hands.press(Key.Key_D, CTRL)
    assert ledger.acts == [[(3, "followers", "2318")]]


def test_ctrl_enter_fills_the_selection_with_the_cell_under_the_cursor(
    hands: Hands, ledger: Ledger
) -> None:
    hands.select((0, FOLLOWERS), (2, FOLLOWERS))
    hands.press(Key.Key_Return, CTRL)
    assert ledger.acts == [[(at, "followers", "1046") for at in (1, 2, 3)]]


def test_f3_goes_to_the_next_row_that_is_found_and_round(
    hands: Hands, model: TableModel[Someone]
) -> None:
    model.search("ikp")
    hands.go(0, FOLLOWERS)
    found = []
    for _ in range(3):
        hands.press(Key.Key_F3)
        found.append(model.row_at(hands.at[0]).id)
    assert found == [3, 5, 1]
    hands.press(Key.Key_F3, SHIFT)
    assert model.row_at(hands.at[0]).id == 5


@pytest.mark.parametrize("chord", [(Key.Key_L, CTRL | SHIFT), (Key.Key_Down, ALT)])
def test_the_filter_of_the_column_under_the_cursor_opens_by_key(
    hands: Hands, chord: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    hands.press(*chord)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, FilterPopup)
    assert popup.accessibleName() == "Filter of Followers"
    popup.close()


def test_the_head_of_the_frozen_column_sorts_too(hands: Hands, model: TableModel[Someone]) -> None:
    frozen = next(
        view
        for view in hands.view.findChildren(type(hands.view).__mro__[1])
        if view.property("role") == "frozen"
    )
    head = frozen.horizontalHeader().viewport()
    QTest.mouseClick(head, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    assert model.sorting == ("name", False)


def test_a_double_click_on_the_edge_of_a_head_shows_the_whole_column(
    hands: Hands, model: TableModel[Someone]
) -> None:
    model.set_rows([Someone(1, "Laras Widuri", "Dinas Pekerjaan Umum dan Penataan Ruang", 1)])
    head = hands.view.horizontalHeader()
    edge = QPoint(head.sectionViewportPosition(UNIT) + head.sectionSize(UNIT) - 1, 12)
    QTest.mouseMove(head.viewport(), edge)
    QTest.mousePress(head.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseRelease(head.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseDClick(head.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    words = hands.view.fontMetrics().horizontalAdvance("Dinas Pekerjaan Umum dan Penataan Ruang")
    assert head.sectionSize(UNIT) >= words
    assert model.sorting is None


def test_filters_come_back_the_next_day(
    make: Make, model: TableModel[Someone], memory: Memory, qtbot: QtBot
) -> None:
    make()
    model.set_filter("unit", frozenset({"IKP"}))
    qtbot.waitUntil(lambda: "IKP" in memory.kept.get("table.people", ""))
    model.clear_filters()
    make()
    assert dict(model.filters) == {"unit": frozenset({"IKP"})}
    assert model.filtered_count == 3


def test_the_menu_says_the_keys_and_copies_with_headings(hands: Hands, qtbot: QtBot) -> None:
    hands.select((0, UNIT), (0, FOLLOWERS))
    spot = hands.view.visualRect(hands.view.currentIndex()).center()
    hands.view.customContextMenuRequested.emit(spot)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions() if action.text()]
    assert "Copy\tCtrl+C" in words
    assert "Fill down\tCtrl+D" in words
    menu.actions()[words.index("Copy with headings\tCtrl+Shift+C")].trigger()
    assert QGuiApplication.clipboard().text() == "Unit\tFollowers\nIKP\t1046"
    menu.close()


def test_after_a_search_the_cursor_stands_where_something_can_be_typed(
    hands: Hands, model: TableModel[Someone]
) -> None:
    hands.go(0, FRIENDS)
    model.search("damar")
    hands.view.go_to_first_row()
    assert hands.at == (0, FRIENDS)
    model.search("")
    hands.go(0, NAME)
    model.search("arum")
    hands.view.go_to_first_row()
    assert hands.at == (0, FOLLOWERS)
