"""Names of units that may be one: asked in a card of their own, answered by mouse or by key."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.ui.importing.concern_card import ConcernCard
from app.ui.importing.findings import Concern
from app.ui.importing.grid import SheetGrid
from app.ui.importing.unit_rows import UnitRow
from app.ui.importing.work import Stage
from tests.ui.importing.conftest import Office, person, write_roster

LEFT = Qt.MouseButton.LeftButton
KNOWN = "Dinas Kesehatan"


@pytest.fixture
def asked(office: Office, tmp_path: Path) -> Office:
    """An office that knows two units, and a file open that writes them otherwise."""
    office.page.resize(1366, 710)
    known = [person(1, unit=KNOWN), person(2, unit=KNOWN), person(3, unit="Dinas Sosial")]
    office.open(write_roster(tmp_path / "oktober.xlsx", known))
    office.work.apply()
    office.wait(Stage.APPLIED)
    units = ["DINAS KESEHATAN", "Dinas Kesehtan", "Dinas Kesehtan", "Dinsos"]
    rows = [person(place, unit=unit) for place, unit in enumerate(units, 10)]
    office.open(write_roster(tmp_path / "november.xlsx", rows))
    return office


def card(office: Office) -> ConcernCard | None:
    cards = office.page.findChildren(ConcernCard)
    found = [
        one for one in cards if one.group.kind is Concern.UNITS and one.isVisibleTo(office.page)
    ]
    return found[0] if found else None


def buttons(office: Office, written: str) -> tuple[QPushButton, QPushButton, QPushButton]:
    """The names, and the two answers."""
    shown = card(office)
    assert shown is not None
    rows = [row.findChildren(QPushButton) for row in shown.findChildren(UnitRow)]
    (found,) = [row for row in rows if row[1].accessibleDescription() == written]
    return found[0], found[1], found[2]


def press(office: Office, button: QPushButton) -> None:
    QTest.mouseClick(button, LEFT)
    office.wait(Stage.READY)


def test_only_names_that_are_close_are_asked_and_nothing_is_changed_unasked(
    asked: Office,
) -> None:
    shown = card(asked)
    assert shown is not None
    assert shown.opened
    assert [(one.written, one.known, one.rows) for one in shown.group.units] == [
        ("Dinas Kesehtan", KNOWN, 2),
        ("Dinsos", "Dinas Sosial", 1),
    ]
    names, same, other = buttons(asked, "Dinas Kesehtan")
    assert names.accessibleName() == "Dinas Kesehtan: like Dinas Kesehatan, 2 rows"
    assert same.accessibleName() == "The same unit: use “Dinas Kesehatan”"
    assert (same.isChecked(), other.isChecked()) == (False, False)
    asked.work.apply()
    asked.wait(Stage.APPLIED)
    units = [one.unit for one in asked.workplace.people.everyone()]
    assert (units.count(KNOWN), units.count("Dinas Kesehtan"), units.count("Dinsos")) == (3, 2, 1)


def test_one_answer_counts_and_can_be_taken_back(asked: Office) -> None:
    press(asked, buttons(asked, "Dinas Kesehtan")[1])
    assert asked.work.said_units == {"dinas kesehtan": KNOWN}
    assert buttons(asked, "Dinas Kesehtan")[1].isChecked()
    press(asked, buttons(asked, "Dinas Kesehtan")[2])
    assert asked.work.said_units == {"dinas kesehtan": "Dinas Kesehtan"}
    press(asked, buttons(asked, "Dinas Kesehtan")[2])
    assert asked.work.said_units == {}


def test_all_are_answered_at_once_imported_so_and_never_asked_again(
    asked: Office, tmp_path: Path
) -> None:
    shown = card(asked)
    assert shown is not None
    press(asked, next(b for b in shown.findChildren(QPushButton) if b.text() == "All are the same"))
    asked.work.apply()
    asked.wait(Stage.APPLIED)
    units = [one.unit for one in asked.workplace.people.everyone()]
    assert (units.count(KNOWN), units.count("Dinas Sosial")) == (5, 2)
    asked.open(write_roster(tmp_path / "desember.xlsx", [person(30, unit="DINSOS")]))
    assert card(asked) is None
    assert asked.work.said_units == {}


def test_answers_are_given_by_key_and_the_focus_stays_on_them(asked: Office) -> None:
    same = buttons(asked, "Dinsos")[1]
    same.setFocus()
    QTest.keyClick(same, Qt.Key.Key_Space)
    asked.wait(Stage.READY)
    same = buttons(asked, "Dinsos")[1]
    assert same.hasFocus()
    assert same.isChecked()
    QTest.keyClick(same, Qt.Key.Key_Tab)
    assert buttons(asked, "Dinsos")[2].hasFocus()


def test_a_name_leads_to_its_first_row(asked: Office) -> None:
    QTest.mouseClick(buttons(asked, "Dinsos")[0], LEFT)
    assert asked.page.findChild(SheetGrid).current_row == 7


def test_a_renamed_office_is_not_taken_along_with_the_slips(office: Office, tmp_path: Path) -> None:
    office.page.resize(1366, 710)
    known = [person(1, unit=KNOWN), person(2, unit=KNOWN), person(3, unit="Dinas Sosial")]
    office.open(write_roster(tmp_path / "oktober.xlsx", known))
    office.work.apply()
    office.wait(Stage.APPLIED)
    grown = "Dinas Kesehatan dan Keluarga Berencana"
    units = ["Dinas Kesehtan", grown, "Dinas Sosail"]
    office.open(
        write_roster(tmp_path / "b.xlsx", [person(at, unit=u) for at, u in enumerate(units, 10)])
    )
    shown = card(office)
    assert shown is not None
    assert [(one.written, one.renamed) for one in shown.group.units if one.renamed] == [
        (grown, True)
    ]
    words = "2 with slips are the same"
    press(office, next(one for one in shown.findChildren(QPushButton) if one.text() == words))
    again = card(office)
    assert again is not None
    assert {one.written: one.same for one in again.group.units} == {
        "Dinas Kesehtan": True,
        "Dinas Sosail": True,
        grown: None,
    }
