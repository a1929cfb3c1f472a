"""The sheet of an import keeps the keys of every grid: blocks, one value for many cells, fill, undo."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.ui.importing.grid import SheetGrid
from app.ui.importing.work import Stage
from app.ui.table.view import TableView
from tests.ui.importing.conftest import FakePrompts, Office, person, write_roster

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
FIRST, LAST = 4, 7
NUMBER, NAME, UNIT, HANDLE, FOLLOWERS = 1, 2, 3, 4, 5

Press = Callable[..., None]


@pytest.fixture(autouse=True)
def keys_let_go(office: Office) -> Iterator[None]:
    """Qt believes Ctrl to be held until some key says otherwise; later, choosing would add."""
    yield
    QTest.keyRelease(office.page, Key.Key_Control)


@pytest.fixture
def sheet(office: Office, tmp_path: Path) -> SheetGrid:
    rows = [person(one, 100 + one) for one in range(4)]
    heads = "No NIP Nama Unit Akun_IG Followers_IG Agama".split()
    office.open(write_roster(tmp_path / "a.xlsx", [[*row, "Islam"] for row in rows], heads))
    grid = office.page.findChild(SheetGrid)
    grid.window().activateWindow()
    grid.setFocus()
    grid.go_to(FIRST, NAME)
    return grid


@pytest.fixture
def press(office: Office, sheet: SheetGrid) -> Press:
    def pressed(key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(editor(sheet) or sheet, key, held)
        office.wait(Stage.READY)

    return pressed


def editor(sheet: SheetGrid) -> QLineEdit | None:
    return sheet.viewport().findChild(QLineEdit) if sheet.is_editing else None


def at(sheet: SheetGrid) -> tuple[int, int]:
    return sheet.current_row, sheet.currentIndex().column()


def column(sheet: SheetGrid, place: int) -> list[str]:
    model = sheet.model()
    return [model.index(row - 1, place).data() for row in range(FIRST, LAST + 1)]


def copied(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def test_a_block_is_selected_with_shift_and_copied_as_a_table(
    sheet: SheetGrid, press: Press
) -> None:
    sheet.go_to(FIRST, HANDLE)
    press(Key.Key_Right, SHIFT)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_C, CTRL)
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == "@pegawai0\t100\n@pegawai1\t101"
    assert clipboard.mimeData().html().count("<tr>") == 2


def test_one_value_fills_the_selection_and_comes_back_in_one_step(
    office: Office, sheet: SheetGrid, press: Press
) -> None:
    sheet.go_to(FIRST, UNIT)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Down, SHIFT)
    copied("Bappeda")
    press(Key.Key_V, CTRL)
    assert column(sheet, UNIT) == ["Bappeda", "Bappeda", "Bappeda", "Diskominfo"]
    assert office.page.step(back=True)
    office.wait(Stage.READY)
    assert column(sheet, UNIT) == ["Diskominfo"] * 4
    assert not office.page.step(back=True)


def test_the_block_stays_selected_when_the_plan_is_made_anew(
    sheet: SheetGrid, press: Press
) -> None:
    sheet.go_to(FIRST, UNIT)
    press(Key.Key_Down, SHIFT)
    copied("Bappeda")
    press(Key.Key_V, CTRL)
    press(Key.Key_Down, SHIFT)
    copied("Setda")
    press(Key.Key_V, CTRL)
    assert column(sheet, UNIT) == ["Setda", "Setda", "Setda", "Diskominfo"]


def test_a_block_with_a_quoted_line_break_is_one_cell(sheet: SheetGrid, press: Press) -> None:
    copied('"Ratna\nSari"\tBappeda\n')
    press(Key.Key_V, CTRL)
    assert column(sheet, UNIT)[0] == "Bappeda"
    assert column(sheet, NAME)[1] == "Pegawai Abbb"


def test_a_block_larger_than_the_sheet_is_asked_about_before_anything_is_pasted(
    sheet: SheetGrid, press: Press, prompts: FakePrompts
) -> None:
    prompts.agrees = False
    sheet.go_to(LAST, NAME)
    copied("Nama Satu\nNama Dua\n")
    press(Key.Key_V, CTRL)
    asked = "The block has 2 × 1 cells, but there is room for 1 × 5 only."
    assert prompts.questions == [(asked, "Nothing has been pasted yet.")]
    assert column(sheet, NAME)[-1] == "Pegawai Addd"
    prompts.agrees = True
    press(Key.Key_V, CTRL)
    assert column(sheet, NAME)[-1] == "Nama Satu"


def test_a_block_over_cells_without_meaning_is_asked_about(
    sheet: SheetGrid, press: Press, prompts: FakePrompts
) -> None:
    prompts.agrees = False
    sheet.go_to(FIRST, FOLLOWERS)
    copied("7\tHindu")
    press(Key.Key_V, CTRL)
    assert [question for question, _ in prompts.questions] == [
        "Part of the block would cover cells that are not taken in."
    ]
    assert column(sheet, FOLLOWERS)[0] == "100"
    prompts.agrees = True
    press(Key.Key_V, CTRL)
    assert column(sheet, FOLLOWERS)[0] == "7"
    assert column(sheet, FOLLOWERS + 1)[0] == "Islam"


def test_delete_clears_a_block_and_cut_takes_it_along(
    office: Office, sheet: SheetGrid, press: Press
) -> None:
    sheet.go_to(FIRST, HANDLE)
    press(Key.Key_Right, SHIFT)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Delete)
    assert column(sheet, HANDLE)[:2] == column(sheet, FOLLOWERS)[:2] == ["", ""]
    assert office.page.step(back=True)
    office.wait(Stage.READY)
    assert column(sheet, FOLLOWERS)[:2] == ["100", "101"]
    sheet.go_to(FIRST, NAME)
    press(Key.Key_X, CTRL)
    assert QGuiApplication.clipboard().text() == "Pegawai Aaaa"
    assert column(sheet, NAME)[0] == ""


def test_ctrl_d_fills_down(sheet: SheetGrid, press: Press) -> None:
    sheet.go_to(FIRST, NAME)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_D, CTRL)
    assert column(sheet, NAME) == [*["Pegawai Aaaa"] * 3, "Pegawai Addd"]


def test_after_a_run_of_tabs_enter_goes_back_to_where_it_began(
    sheet: SheetGrid, press: Press
) -> None:
    for typed, key in (("Ana", Key.Key_Tab), ("Setda", Key.Key_Tab), ("@ana", Key.Key_Return)):
        QTest.keyClicks(sheet, typed[0])
        QTest.keyClicks(editor(sheet), typed[1:])
        press(key)
    assert at(sheet) == (FIRST + 1, NAME)
    first = [column(sheet, place)[0] for place in (NAME, UNIT, HANDLE)]
    assert first == ["Ana", "Setda", "@ana"]


def test_an_arrow_leaves_a_cell_that_is_typed_into_but_not_one_opened_by_f2(
    sheet: SheetGrid, press: Press
) -> None:
    QTest.keyClicks(sheet, "A")
    press(Key.Key_Right)
    assert at(sheet) == (FIRST, UNIT)
    assert column(sheet, NAME)[0] == "A"
    press(Key.Key_F2)
    press(Key.Key_Left)
    assert sheet.is_editing
    press(Key.Key_Escape)
    assert at(sheet) == (FIRST, UNIT)
    assert column(sheet, UNIT)[0] == "Diskominfo"


def test_ctrl_enter_takes_the_open_cell_in_before_anything_is_imported(
    office: Office, sheet: SheetGrid
) -> None:
    QTest.keyClicks(sheet, "Z")
    QTest.keyClicks(editor(sheet), "ahra")
    QTest.keyClick(editor(sheet), Key.Key_Return, CTRL)
    office.wait(Stage.READY)
    assert not sheet.is_editing
    QTest.keyClick(sheet, Key.Key_Return, CTRL)
    office.wait(Stage.APPLIED)
    assert "Zahra" in office.names()


def test_in_the_waiting_room_a_block_that_does_not_fit_is_asked_about(
    office: Office, tmp_path: Path, prompts: FakePrompts
) -> None:
    rows = [person(1), person(2)]
    for row in rows:
        row[1] = "1990"
    office.open(write_roster(tmp_path / "a.xlsx", [*rows, person(3)]))
    office.work.apply()
    office.wait(Stage.APPLIED)
    office.page.refresh()
    table = next(
        one for one in office.page.findChildren(TableView) if one.accessibleName() == "Waiting room"
    )
    office.qtbot.waitUntil(lambda: table.model().rowCount() == 2)
    prompts.agrees = False
    table.setCurrentIndex(table.model().index(1, 0))
    copied("Satu\nDua\n")
    QTest.keyClick(table, Key.Key_V, CTRL)
    copied("Satu\tDua\n")
    QTest.keyClick(table, Key.Key_V, CTRL)
    assert [question for question, _ in prompts.questions] == [
        "The block has 2 × 1 cells, but there is room for 1 × 9 only.",
        "Part of the block would cover cells that cannot be typed into.",
    ]
