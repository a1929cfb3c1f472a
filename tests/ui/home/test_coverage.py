"""The coverage of units: which are shown, what is said of holes, what a cell opens."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.coverage import UnitCoverage
from app.domain.platform import RECORDED, Platform
from app.domain.rule import RULE_A
from app.domain.verdict import Verdict
from app.ui.coverage.matrix_model import QUALIFYING, UNIT, extract
from app.ui.coverage.matrix_table import CoverageTable
from app.ui.home.coverage_card import CoverageCard
from app.ui.parts.buttons import Button
from app.ui.theme.theme import Theme
from app.ui.wanted import PeopleWanted
from app.wording.language import Language


def unit(name: str, people: int, reached: int, qualifying: int) -> UnitCoverage:
    return UnitCoverage(name, people, dict.fromkeys(RECORDED, reached), qualifying)


UNITS = [unit(f"Dinas {number}", 100 - number, 5, 8) for number in range(20)]
EMPTY = unit("Satpol PP", 3, 0, 0)
ALONE = unit("Kecamatan Hulu", 4, 1, 1)


@pytest.fixture
def card(theme: Theme, language: Language, qtbot: QtBot) -> CoverageCard:
    made = CoverageCard(theme, language)
    qtbot.addWidget(made)
    made.resize(770, 272)
    made.show()
    return made


def table_of(card: CoverageCard) -> CoverageTable:
    return card.findChild(CoverageTable)


def said(card: CoverageCard, row: int, column: int) -> str:
    return str(table_of(card).model().index(row, column).data())


def test_all_units_are_shown_where_there_is_room() -> None:
    assert extract(UNITS, 20) == UNITS


def test_an_extract_shows_the_largest_and_does_not_hide_the_weakest() -> None:
    shown = [one.name for one in extract([*UNITS, ALONE, EMPTY], 7)]
    assert shown == ["Dinas 0", "Dinas 1", "Dinas 2", "Dinas 3", "Dinas 4", ALONE.name, EMPTY.name]


@pytest.mark.parametrize(("reached", "gap"), [(0, True), (1, False)])
def test_a_platform_that_nobody_reaches_is_a_gap(reached: int, gap: bool) -> None:
    assert unit("Dinas", 9, reached, 2).has_gap is gap


def test_a_cell_is_read_aloud_with_its_unit_and_platform(card: CoverageCard) -> None:
    card.show_units([ALONE], RULE_A, counted=True)
    index = table_of(card).model().index(0, 4)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Kecamatan Hulu, TikTok: 1"


def test_before_anything_is_counted_no_number_is_zero(card: CoverageCard) -> None:
    card.show_units([EMPTY], RULE_A, counted=False)
    assert [said(card, 0, column) for column in range(1, QUALIFYING + 1)] == ["–"] * 6
    card.show_units([EMPTY], RULE_A, counted=True)
    assert said(card, 0, 1) == "0"


def test_enter_on_a_cell_asks_for_the_people_of_its_unit(card: CoverageCard, qtbot: QtBot) -> None:
    card.show_units([UNITS[0], ALONE], RULE_A, counted=True)
    table = table_of(card)
    table.setCurrentIndex(table.model().index(0, UNIT))
    QTest.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(card.asked) as asked:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == [PeopleWanted(unit=ALONE.name)]


def test_a_click_on_who_qualifies_asks_for_them_alone(card: CoverageCard, qtbot: QtBot) -> None:
    card.show_units([ALONE], RULE_A, counted=True)
    table = table_of(card)
    middle = table.visualRect(table.model().index(0, QUALIFYING)).center()
    with qtbot.waitSignal(card.asked) as asked:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert asked.args == [PeopleWanted(verdict=Verdict.QUALIFIES, unit=ALONE.name)]


@pytest.mark.parametrize(
    ("shown", "behind"),
    [(ALONE, PeopleWanted(unit=ALONE.name, platform=Platform.FACEBOOK)), (EMPTY, None)],
)
def test_a_number_opens_whom_it_counts_and_a_hole_everyone_of_the_unit(
    card: CoverageCard, qtbot: QtBot, shown: UnitCoverage, behind: PeopleWanted | None
) -> None:
    card.show_units([shown], RULE_A, counted=True)
    table = table_of(card)
    table.setCurrentIndex(table.model().index(0, 1 + RECORDED.index(Platform.FACEBOOK)))
    with qtbot.waitSignal(card.asked) as asked:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == [behind or PeopleWanted(unit=shown.name)]


def test_show_all_asks_for_the_whole_coverage(card: CoverageCard, qtbot: QtBot) -> None:
    card.show_units(UNITS, RULE_A, counted=True)
    assert table_of(card).model().rowCount() == 7
    with qtbot.waitSignal(card.all_asked):
        qtbot.mouseClick(card.findChild(Button), Qt.MouseButton.LeftButton)
