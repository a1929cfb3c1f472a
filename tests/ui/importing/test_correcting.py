"""Damaged numbers, typed cells, hidden rows and people who left: decided on the page itself."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton

from app.domain.nip import NipFlaw
from app.domain.person import Service
from app.domain.roster import Outcome
from app.ui.importing.concern_card import ConcernCard
from app.ui.importing.concern_rows import AbsentRow, ConcernRow
from app.ui.importing.findings import Concern, Kind
from app.ui.importing.grid import SheetGrid
from app.ui.importing.work import Stage
from app.ui.parts.side import SidePanel
from tests.ui.importing.conftest import Office, nip, person, write_roster

CTRL = Qt.KeyboardModifier.ControlModifier


def bring(office: Office, tmp_path: Path, *numbers: int) -> None:
    office.open(write_roster(tmp_path / "awal.xlsx", [person(one) for one in numbers]))
    office.work.apply()
    office.wait(Stage.APPLIED)


def damaged(number: int, cell: object = None) -> list[object]:
    row = person(number, 700)
    row[1] = float(int(nip(number)) // 1000 * 1000) if cell is None else cell
    return row


def card(office: Office, kind: Kind) -> ConcernCard:
    found = [one for one in office.page.findChildren(ConcernCard) if not one.isHidden()]
    return next(one for one in found if one.group.kind is kind)


def press(office: Office, kind: Kind, words: str) -> None:
    buttons = card(office, kind).findChildren(QPushButton)
    next(one for one in buttons if one.text() == words).click()
    office.wait(Stage.READY)


def outcomes(office: Office) -> dict[Outcome, int]:
    return {outcome: n for outcome, n in office.work.prepared.plan.outcomes.items() if n}


def grid(office: Office) -> SheetGrid:
    return office.page.findChild(SheetGrid)


def type_over(office: Office, row: int, column: int, text: str) -> None:
    sheet = grid(office)
    sheet.setFocus()
    sheet.go_to(row, column)
    QTest.keyClick(sheet, Qt.Key.Key_F2)
    editor = sheet.findChild(QLineEdit)
    editor.setText(text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    office.qtbot.waitUntil(lambda: not sheet.is_editing)
    office.wait(Stage.READY)


def test_all_safe_proposals_are_taken_with_one_button_and_come_back_in_one_step(
    office: Office, tmp_path: Path
) -> None:
    bring(office, tmp_path, 1, 2)
    rows = [damaged(1), damaged(2), damaged(3)]
    office.open(write_roster(tmp_path / "b.xlsx", rows))
    assert outcomes(office) == {Outcome.HELD: 3}
    press(office, NipFlaw.NUMERIC, "Use 2 proposals")
    assert outcomes(office) == {Outcome.CHANGED: 2, Outcome.HELD: 1}
    assert office.page.step(back=True)
    office.wait(Stage.READY)
    assert outcomes(office) == {Outcome.HELD: 3}
    assert not office.page.step(back=True)
    assert office.page.step(back=False)
    office.wait(Stage.READY)
    assert outcomes(office) == {Outcome.CHANGED: 2, Outcome.HELD: 1}
    office.work.apply()
    office.wait(Stage.APPLIED)
    assert not office.page.step(back=True)


def test_one_row_takes_its_proposal_alone(office: Office, tmp_path: Path) -> None:
    bring(office, tmp_path, 1, 2)
    office.open(write_roster(tmp_path / "b.xlsx", [damaged(1), damaged(2)]))
    row = card(office, NipFlaw.NUMERIC).findChildren(ConcernRow)[0]
    row.findChildren(QPushButton)[-1].click()
    office.wait(Stage.READY)
    assert outcomes(office) == {Outcome.CHANGED: 1, Outcome.HELD: 1}


def test_enter_takes_the_proposal_of_a_row_and_goes_on_to_the_next(
    office: Office, tmp_path: Path
) -> None:
    bring(office, tmp_path, 1, 2)
    office.open(write_roster(tmp_path / "b.xlsx", [person(5), damaged(1), damaged(2), person(6)]))
    sheet = grid(office)
    sheet.go_to(4, 1)
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert sheet.current_row == 5
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert sheet.current_row == 6
    office.wait(Stage.READY)
    assert outcomes(office) == {Outcome.NEW: 2, Outcome.CHANGED: 1, Outcome.HELD: 1}
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    office.wait(Stage.READY)
    assert outcomes(office) == {Outcome.NEW: 2, Outcome.CHANGED: 2}


@pytest.mark.parametrize("width", [1366, 900])
def test_a_click_on_a_row_to_check_brings_the_keys_into_the_sheet(
    office: Office, tmp_path: Path, width: int
) -> None:
    bring(office, tmp_path, 1, 2)
    office.page.resize(width, 710)
    office.open(write_roster(tmp_path / "b.xlsx", [damaged(1), damaged(2)]))
    office.page.findChild(SidePanel).open()
    row = card(office, NipFlaw.NUMERIC).findChildren(ConcernRow)[0]
    QTest.mouseClick(row.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert office.page.focusWidget() is grid(office)
    QTest.keyClick(grid(office), Qt.Key.Key_Return)
    office.wait(Stage.READY)
    assert outcomes(office) == {Outcome.CHANGED: 1, Outcome.HELD: 1}


def test_of_several_people_who_may_be_meant_enter_lists_them(
    office: Office, tmp_path: Path
) -> None:
    twins = [person(1), person(1)]
    twins[0][1] = f"{nip(1)[:15]}007"
    office.open(write_roster(tmp_path / "awal.xlsx", twins))
    office.work.apply()
    office.wait(Stage.APPLIED)
    office.open(write_roster(tmp_path / "b.xlsx", [damaged(1)]))
    sheet = grid(office)
    sheet.go_to(4, 1)
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert outcomes(office) == {Outcome.HELD: 1}
    menu = QApplication.activePopupWidget()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    office.wait(Stage.READY)
    assert outcomes(office) == {Outcome.CHANGED: 1}


def test_a_column_of_numbers_is_said_once_for_the_column(office: Office, tmp_path: Path) -> None:
    bring(office, tmp_path, 1, 2)
    office.open(write_roster(tmp_path / "b.xlsx", [damaged(1), damaged(2)]))
    head = card(office, NipFlaw.NUMERIC).findChildren(QPushButton)[0]
    assert head.accessibleName() == "NIP column stored as numbers, 2 held"
    office.open(write_roster(tmp_path / "c.xlsx", [damaged(1), damaged(2), person(3)]))
    head = card(office, NipFlaw.NUMERIC).findChildren(QPushButton)[0]
    assert head.accessibleName() == "NIP stored as a number, 2 held"


def test_a_cell_is_typed_over_and_the_file_stays_as_it_is(office: Office, tmp_path: Path) -> None:
    roster = write_roster(tmp_path / "a.xlsx", [damaged(4, "1990"), person(5)])
    office.open(roster)
    before = roster.read_bytes()
    type_over(office, 4, 1, nip(4))
    assert outcomes(office) == {Outcome.NEW: 2}
    assert grid(office).model().index(3, 1).data() == nip(4)
    assert roster.read_bytes() == before
    office.work.apply()
    office.wait(Stage.APPLIED)
    assert {one.nip.digits for one in office.workplace.people.everyone()} == {nip(4), nip(5)}


def test_what_is_typed_into_a_cell_that_stays_the_same_plans_nothing(
    office: Office, tmp_path: Path
) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [person(1)]))
    shown = office.work.prepared
    type_over(office, 4, 2, "Pegawai Abbb")
    assert office.work.prepared is shown


def test_headings_and_columns_without_meaning_cannot_be_typed_over(
    office: Office, tmp_path: Path
) -> None:
    office.open(
        write_roster(
            tmp_path / "a.xlsx",
            [[*person(1), "Islam"]],
            [*"No NIP Nama Unit Akun_IG Followers_IG Agama".split()],
        )
    )
    model = grid(office).model()
    editable = Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index(2, 1)) & editable
    assert model.flags(model.index(3, 1)) & editable


def test_a_block_from_excel_is_put_where_the_cursor_stands(office: Office, tmp_path: Path) -> None:
    rows = [damaged(1, "x1"), damaged(2, "x2"), damaged(3, "x3")]
    office.open(write_roster(tmp_path / "a.xlsx", rows))
    sheet = grid(office)
    sheet.setFocus()
    sheet.go_to(4, 1)
    QGuiApplication.clipboard().setText(f"{nip(1)}\tNama Satu\r\n{nip(2)}\tNama Dua\r\n")
    QTest.keyClick(sheet, Qt.Key.Key_V, CTRL)
    office.wait(Stage.READY)
    assert outcomes(office) == {Outcome.NEW: 2, Outcome.HELD: 1}
    assert office.work.prepared.plan.sheets[0].rows[0].write.texts["name"] == "Nama Satu"


def test_hidden_rows_are_asked_about_once_and_read_unless_left_out(
    office: Office, tmp_path: Path
) -> None:
    roster = write_roster(tmp_path / "a.xlsx", [person(1), person(2), person(3)])
    book = load_workbook(roster)
    book.active.row_dimensions[5].hidden = True
    book.save(roster)
    office.open(roster)
    assert outcomes(office) == {Outcome.NEW: 3}
    press(office, Concern.HIDDEN, "Leave out hidden rows")
    assert outcomes(office) == {Outcome.NEW: 2, Outcome.SKIPPED: 1}
    press(office, Concern.HIDDEN, "Leave out hidden rows")
    assert outcomes(office) == {Outcome.NEW: 3}


def test_a_formula_without_a_value_is_named(office: Office, tmp_path: Path) -> None:
    roster = write_roster(tmp_path / "a.xlsx", [person(1, "=100+23")])
    office.open(roster)
    found = card(office, Concern.UNCALCULATED).group.findings
    assert [(one.row, one.text) for one in found] == [(4, "F4")]
    type_over(office, 4, 5, "123")
    assert Concern.UNCALCULATED not in {one.kind for one in office.work.prepared.groups}


def test_who_is_absent_leaves_with_the_import(office: Office, tmp_path: Path) -> None:
    bring(office, tmp_path, 1, 2, 3)
    office.open(write_roster(tmp_path / "b.xlsx", [person(1)]))
    assert not office.work.can_apply
    card(office, Concern.ABSENT).findChildren(QPushButton)[0].click()
    boxes = [row.findChild(QComboBox) for row in office.page.findChildren(AbsentRow)]
    assert [box.accessibleName() for box in boxes] == [
        "All 2 together",
        "Pegawai Accc",
        "Pegawai Addd",
    ]
    boxes[1].setCurrentIndex(1)
    boxes[1].activated.emit(1)
    assert (office.work.changes, office.work.can_apply) == (1, True)
    office.work.apply()
    office.wait(Stage.APPLIED)
    services = {one.name: one.service for one in office.workplace.people.everyone()}
    assert services["Pegawai Accc"] is Service.MOVED
    assert services["Pegawai Addd"] is Service.ACTIVE


def test_what_was_corrected_in_a_file_is_forgotten_when_it_is_closed(
    office: Office, tmp_path: Path
) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [damaged(4, "1990"), person(5)]))
    type_over(office, 4, 1, nip(4))
    assert office.page.step(back=True)
    office.wait(Stage.READY)
    office.work.close()
    # Ctrl+Y is now about what was stored last, on whatever page.
    assert not office.page.step(back=False)
    office.open(write_roster(tmp_path / "b.xlsx", [damaged(6, "1990")]))
    type_over(office, 4, 1, nip(6))
    office.work.close()
    assert not office.page.step(back=True)
