"""A list without headings: one press says so, and the columns are asked for what they mean."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.importing.meaning_box import MeaningBox
from app.ui.importing.outcome_bar import OutcomeBar
from app.ui.parts.strip import Strip
from tests.ui.importing.conftest import FakePrompts, Office, person, write_roster
from tests.ui.importing.test_header_of_a_person import click_number, header_box
from tests.ui.importing.test_page import button, marks, words

LEFT = Qt.MouseButton.LeftButton


def write_bare(path: Path, *numbers: int) -> Path:
    """Only people, from the first row on."""
    rows = [";".join(map(str, person(number))) for number in numbers]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def say_so(office: Office) -> None:
    with office.qtbot.waitSignal(office.work.planned):
        QTest.mouseClick(button(office, "The list has no headings"), LEFT)
    office.rest()


def meaning(office: Office, letter: str) -> MeaningBox:
    name = f"Meaning of column {letter}"
    boxes = office.page.findChildren(MeaningBox)
    return next(one for one in boxes if one.accessibleName() == name)


def test_one_press_says_that_there_are_none_and_everybody_is_there(
    office: Office, tmp_path: Path
) -> None:
    office.open(write_bare(tmp_path / "a.csv", 1, 2, 3))
    assert "No column headings were found." in words(office)
    say_so(office)
    assert marks(office) == ["1 New", "2 New", "3 New"]
    assert header_box(office).currentText() == "no row"
    assert not office.page.findChild(Strip).isVisible()
    assert [meaning(office, letter).currentText() for letter in "BC"] == ["NIP", "Name"]
    assert office.page.findChild(OutcomeBar).sum_is_true
    assert office.page.facts()[0].words == "3 of 3 rows in view"
    with office.qtbot.waitSignal(office.work.applied):
        QTest.mouseClick(button(office, "Import 3 changes"), LEFT)
    assert len(office.names()) == 3


def test_what_the_other_columns_mean_is_said_and_their_cells_can_be_put_right(
    office: Office, tmp_path: Path
) -> None:
    office.open(write_bare(tmp_path / "a.csv", 1, 2))
    say_so(office)
    box = meaning(office, "D")
    box.setFocus()
    with office.qtbot.waitSignal(office.work.planned):
        QTest.keyClicks(box, "Work unit")
    office.rest()
    assert meaning(office, "D").currentText() == "Work unit"
    office.work.apply()
    office.qtbot.waitUntil(lambda: len(office.names()) == 2)
    assert {one.unit for one in office.workplace.people.everyone()} == {"Diskominfo"}


def test_the_list_of_header_rows_offers_it_too_and_what_stood_above_is_a_title(
    office: Office, prompts: FakePrompts, tmp_path: Path
) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [person(1), person(2)]))
    box = header_box(office)
    box.setCurrentText("no row")
    with office.qtbot.waitSignal(office.work.planned):
        box.activated.emit(box.currentIndex())
    office.rest()
    assert marks(office) == ["1 title", "2", "3 title", "4 New", "5 New"]
    assert header_box(office).currentText() == "no row"
    # And back: the row with the headings is no person, so nothing is asked.
    click_number(office, 3)
    office.qtbot.waitUntil(lambda: marks(office)[2] == "3 header")
    assert prompts.questions == []
    assert header_box(office).currentText() == "3"


def test_who_is_clicked_as_the_headings_of_such_a_list_is_asked_for(
    office: Office, prompts: FakePrompts, tmp_path: Path
) -> None:
    office.open(write_bare(tmp_path / "a.csv", 1, 2))
    say_so(office)
    prompts.agrees = False
    click_number(office, 1)
    ((question, _),) = prompts.questions
    assert question.startswith("Row 1 looks like a person: Pegawai Abbb.")
    assert marks(office) == ["1 New", "2 New"]
