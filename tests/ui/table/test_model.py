"""Rows are searched, filtered, sorted, summed and edited without a window."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.ui.table.column import Sums
from app.ui.table.looks import CountLook, CountState, TextLook
from app.ui.table.model import TableModel
from tests.ui.table.conftest import PEOPLE, Ledger, Someone

Shown = Callable[[], list[int]]


def test_rows_stand_as_they_came(model: TableModel[Someone], shown: Shown) -> None:
    assert shown() == [1, 2, 3, 4, 5]
    assert model.filtered_count == model.total_count == 5


def test_a_search_finds_rows_with_every_word_in_any_order(
    model: TableModel[Someone], shown: Shown
) -> None:
    model.search("ikp wi")
    assert shown() == [1, 5]
    model.search("wi ikp lar")
    assert shown() == [1]
    model.search("")
    assert shown() == [1, 2, 3, 4, 5]


def test_a_search_that_is_typed_on_narrows_and_one_that_changes_starts_anew(
    model: TableModel[Someone], shown: Shown
) -> None:
    model.search("a")
    model.search("ar")
    model.search("aru")
    assert shown() == [2]
    model.search("laras")
    assert shown() == [1]


def test_letters_that_are_taken_away_again_find_what_they_found_before(
    model: TableModel[Someone], shown: Shown
) -> None:
    model.search("a")
    model.search("ar")
    model.search("aru")
    model.search("ar")
    assert shown() == [1, 2, 4, 5]
    model.replace_row(4, replace(PEOPLE[3], name="Citra", unit="Humas"))
    model.search("aru")
    model.search("ar")
    assert shown() == [1, 2, 5]
    model.sort_by("followers", descending=True)
    model.search("a")
    assert shown() == [2, 5, 1, 4, 3]
    model.set_filter("unit", frozenset({"IKP"}))
    model.search("ar")
    model.search("a")
    model.search("")
    assert shown() == [5, 1, 3]


def test_sorting_is_by_value_with_the_missing_last_in_both_directions(
    model: TableModel[Someone], shown: Shown
) -> None:
    model.sort_by("followers")
    assert shown() == [4, 1, 5, 2, 3]
    model.sort_by("followers", descending=True)
    assert shown() == [2, 5, 1, 4, 3]
    model.sort_by(None)
    assert shown() == [1, 2, 3, 4, 5]


def test_rows_that_come_sorted_by_a_column_are_not_sorted_by_it_again(
    model: TableModel[Someone], shown: Shown
) -> None:
    by_name = sorted(PEOPLE, key=lambda one: one.name)
    model.sort_by("name")
    model.set_rows(by_name, "name")
    assert shown() == [one.id for one in by_name]
    model.search("ar")
    assert shown() == [2, 4, 5, 1]
    model.search("")
    model.sort_by("name", descending=True)
    model.set_rows(by_name, "name")
    assert shown() == [one.id for one in reversed(by_name)]
    model.sort_by("followers")
    model.set_rows(by_name, "name")
    assert shown() == [4, 1, 5, 2, 3]


def test_a_value_filter_lets_only_its_texts_pass(model: TableModel[Someone], shown: Shown) -> None:
    model.set_filter("unit", frozenset({"IKP"}))
    assert shown() == [1, 3, 5]
    assert model.narrowed
    model.set_filter("unit", None)
    assert not model.narrowed


def test_the_values_of_a_column_are_counted_under_the_other_filters(
    model: TableModel[Someone],
) -> None:
    model.set_filter("unit", frozenset({"IKP"}))
    assert model.values("unit") == [("Aptika", 1), ("IKP", 3), ("Sekretariat", 1)]
    assert model.values("followers") == [("1046", 1), ("1200", 1), ("", 1)]
    model.search("laras")
    assert model.values("unit") == [("IKP", 1)]


def test_clearing_lifts_search_and_filters(model: TableModel[Someone], shown: Shown) -> None:
    model.set_filter("unit", frozenset({"IKP"}))
    model.search("laras")
    model.clear_filters()
    assert shown() == [1, 2, 3, 4, 5]
    assert dict(model.filters) == {}


def test_an_edited_row_moves_only_when_the_order_settles(
    model: TableModel[Someone], shown: Shown
) -> None:
    model.sort_by("followers")
    model.replace_row(4, replace(PEOPLE[3], followers=9000))
    assert shown() == [4, 1, 5, 2, 3]
    model.settle()
    assert shown() == [1, 5, 2, 4, 3]


def test_an_edited_row_is_found_by_its_new_words(model: TableModel[Someone], shown: Shown) -> None:
    model.search("laras")
    model.replace_row(1, replace(PEOPLE[0], name="Sri Kenanga"))
    model.search("kenanga")
    assert shown() == [1]


def test_an_edit_reaches_the_hook_once_and_shows_as_pending_until_answered(
    model: TableModel[Someone], ledger: Ledger
) -> None:
    assert model.setData(model.index(0, 2), "nonsense")
    assert ledger.acts == [[(1, "followers", "nonsense")]]
    assert model.look(0, 2) == CountLook("nonsense", state=CountState.PENDING)
    model.forget_pending(1, "followers")
    assert model.look(0, 2) == TextLook("1046")


def test_a_column_without_an_edit_text_and_a_locked_table_refuse_typing(
    model: TableModel[Someone], ledger: Ledger
) -> None:
    assert not model.setData(model.index(0, 0), "Someone else")
    model.set_locked(True)
    assert not model.setData(model.index(0, 2), "5")
    assert not model.flags(model.index(0, 2)) & Qt.ItemFlag.ItemIsEditable
    assert ledger.acts == []


def test_sums_count_numbers_and_say_when_one_is_rounded(model: TableModel[Someone]) -> None:
    sums = model.sums([(range(5), range(3))])
    assert sums == Sums(cells=15, count=4, total=1046 + 2318 + 492 + 1200, rounded=True)
    assert sums.mean == 1264
    assert model.sums([(range(2, 3), [2])]) == Sums(cells=1)


def test_a_screen_reader_hears_the_heading_and_the_full_text(
    model: TableModel[Someone],
) -> None:
    spoken = model.data(model.index(0, 2), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Followers: 1046 followers"


def test_qt_finds_nothing_wrong_while_rows_come_and_go(
    model: TableModel[Someone], qtbot: QtBot
) -> None:
    watched: QAbstractItemModel = model
    tester = QAbstractItemModelTester(watched, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.search("ikp")
    model.sort_by("name", descending=True)
    model.set_filter("unit", frozenset())
    model.clear_filters()
    model.set_rows(PEOPLE[:2])
    model.set_rows([])
    model.set_rows(PEOPLE)
    assert tester.model() is model
