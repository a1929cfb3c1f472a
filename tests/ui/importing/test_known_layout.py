"""A layout that was imported before: drop, glance, Ctrl+Enter."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.fields import Field
from app.ui.importing.grid import SheetGrid
from app.ui.importing.meaning_box import MeaningBox
from app.ui.importing.work import Stage
from app.ui.parts.chips import Chip
from tests.ui.importing.conftest import Office, person, write_roster

CTRL = Qt.KeyboardModifier.ControlModifier
WHOLE, FOLDED = 22 + 56, 22 + 28


def header_height(office: Office) -> int:
    grid = office.page.findChild(SheetGrid)
    assert grid.horizontalHeader().height() == grid.viewport().y()
    return grid.horizontalHeader().height()


def chips(office: Office) -> list[str]:
    found = office.page.findChildren(Chip)
    return [chip.accessibleName() for chip in found if chip.isVisible()]


def choose(office: Office, column: int, field: Field | None) -> None:
    boxes = [box for box in office.page.findChildren(MeaningBox) if box.isVisible()]
    boxes[column].activated.emit([None, *Field].index(field))
    office.wait(Stage.READY)


def bring(office: Office) -> None:
    grid = office.page.findChild(SheetGrid)
    QTest.keyClick(grid, Qt.Key.Key_Return, CTRL)
    office.wait(Stage.APPLIED)


def test_the_heads_of_a_known_layout_are_folded_and_one_key_imports(
    office: Office, tmp_path: Path
) -> None:
    office.open(write_roster(tmp_path / "oktober.xlsx", [person(1), person(2)]))
    assert header_height(office) == WHOLE
    assert "Known layout" not in chips(office)
    choose(office, 4, None)
    bring(office)
    office.open(write_roster(tmp_path / "november.xlsx", [person(1, 900), person(3)]))
    bring(office)
    assert header_height(office) == FOLDED
    assert "Known layout" in chips(office)
    assert len(office.names()) == 3
    shown = office.work.shown
    assert shown is not None
    assert Field.INSTAGRAM not in shown.sheet.layout.fields


def test_a_change_unfolds_the_heads_and_is_known_the_next_time(
    office: Office, tmp_path: Path
) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [person(1)]))
    bring(office)
    office.open(write_roster(tmp_path / "b.xlsx", [person(2)]))
    assert header_height(office) == FOLDED
    choose(office, 3, Field.ORGANISATION)
    assert header_height(office) == WHOLE
    assert "Known layout" not in chips(office)
    bring(office)
    office.open(write_roster(tmp_path / "c.xlsx", [person(3)]))
    assert header_height(office) == FOLDED
    shown = office.work.shown
    assert shown is not None
    assert Field.ORGANISATION in shown.sheet.layout.fields
