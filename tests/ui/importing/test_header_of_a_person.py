"""Who clicks the row of a person as the column headings is asked, and loses nobody without a word."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from app.domain.roster import HoldReason
from app.ui.importing.concern_card import ConcernCard
from app.ui.importing.grid import SheetGrid
from app.ui.importing.outcome_bar import OutcomeBar
from tests.ui.importing.conftest import FakePrompts, Office, person, write_roster
from tests.ui.importing.test_page import marks

LEFT = Qt.MouseButton.LeftButton


def click_number(office: Office, row: int) -> None:
    header = office.page.findChild(SheetGrid).verticalHeader()
    top = header.sectionViewportPosition(row - 1) + 5
    QTest.mouseClick(header.viewport(), LEFT, pos=QPoint(10, top))


def header_box(office: Office) -> QComboBox:
    boxes = office.page.findChildren(QComboBox)
    return next(one for one in boxes if one.accessibleName() == "Header rows")


def test_the_row_of_a_person_becomes_the_headings_only_when_asked_twice(
    office: Office, prompts: FakePrompts, tmp_path: Path
) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [person(1), person(2), person(3)]))
    prompts.agrees = False
    click_number(office, 4)
    ((question, safe),) = prompts.questions
    assert question.startswith("Row 4 looks like a person: Pegawai Abbb.")
    assert safe.startswith("Nothing has been changed yet.")
    office.rest()
    assert marks(office)[2:] == ["3 header", "4 New", "5 New", "6 New"]
    prompts.agrees = True
    click_number(office, 4)
    office.qtbot.waitUntil(lambda: marks(office)[3] == "4 Skipped")
    bar = office.page.findChild(OutcomeBar)
    assert bar.sum_is_true
    assert office.page.facts()[0].words == "3 of 3 rows in view"


def test_the_list_of_header_rows_asks_too_and_goes_back_when_it_is_cancelled(
    office: Office, prompts: FakePrompts, tmp_path: Path
) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [person(1), person(2)]))
    prompts.agrees = False
    box = header_box(office)
    box.setCurrentText("4")
    box.activated.emit(box.currentIndex())
    assert len(prompts.questions) == 1
    assert box.currentText() == "3"


def test_people_above_the_chosen_headings_are_shown_as_held_and_in_a_card(
    office: Office, prompts: FakePrompts, tmp_path: Path
) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [person(1), person(2), person(3)]))
    click_number(office, 6)
    office.qtbot.waitUntil(lambda: marks(office)[5] == "6 Skipped")
    assert marks(office)[3:5] == ["4 Held", "5 Held"]
    cards = office.page.findChildren(ConcernCard)
    card = next(one for one in cards if one.group.kind is HoldReason.ABOVE_HEADER)
    assert card.group.count == 2
    assert office.page.findChild(OutcomeBar).sum_is_true
    prompts.agrees = False
    click_number(office, 3)
    office.qtbot.waitUntil(lambda: marks(office)[2:] == ["3 header", "4 New", "5 New", "6 New"])
    assert len(prompts.questions) == 1
