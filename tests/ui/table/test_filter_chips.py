"""The filters of a table as chips."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.parts.flow import FlowLayout
from app.ui.table.filter_chips import FilterChips
from app.ui.table.model import TableModel
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.ui.table.conftest import Someone


@pytest.fixture
def bar(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def chips(
    bar: QWidget, theme: Theme, language: Language, model: TableModel[Someone]
) -> FilterChips:
    return FilterChips(theme, language, model, FlowLayout(bar), bar)


def test_each_filtered_column_has_a_chip(chips: FilterChips, model: TableModel[Someone]) -> None:
    model.set_filter("unit", frozenset({"IKP"}))
    model.set_filter("followers", frozenset({"", "492"}))
    assert [chip.text() for chip in chips.chips()] == ["Unit: IKP", "Followers: 2 values"]


def test_delete_on_a_chip_lifts_its_filter(
    qtbot: QtBot, chips: FilterChips, model: TableModel[Someone]
) -> None:
    model.set_filter("unit", frozenset({""}))
    (chip,) = chips.chips()
    assert chip.text() == "Unit: (empty)"
    with qtbot.waitSignal(chips.removed):
        QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert not model.filters
    assert chips.chips() == []
