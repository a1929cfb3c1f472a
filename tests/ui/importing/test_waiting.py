"""The waiting room on the page: typed in place, proposals at once, set aside, out to Excel."""

from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from app.services.undoing import UndoActions
from app.ui.importing.waiting_panel import WaitingPanel
from app.ui.importing.work import Stage
from tests.ui.importing.conftest import FakePrompts, Office, nip, person, write_roster

PROPOSALS = 3


def damaged(number: int, cell: object) -> list[object]:
    row = person(number, 700)
    row[1] = cell
    return row


def hold(office: Office, tmp_path: Path) -> WaitingPanel:
    """Two people known, three rows waiting: one proposed, one too short, one without a number."""
    rows = [
        person(1),
        person(2),
        damaged(2, float(int(nip(2)) // 1000 * 1000)),
        damaged(3, nip(3)[:-1]),
        damaged(4, ""),
    ]
    office.open(write_roster(tmp_path / "daftar.xlsx", rows))
    office.work.apply()
    office.wait(Stage.APPLIED)
    office.work.close()
    office.page.refresh()
    panel = office.page.findChild(WaitingPanel)
    office.qtbot.waitUntil(lambda: panel.table.model().rowCount() == 3)
    return panel


def wait_for(office: Office, panel: WaitingPanel, rows: int) -> None:
    office.qtbot.waitUntil(lambda: panel.table.model().rowCount() == rows)


def press(panel: WaitingPanel, words: str) -> None:
    next(one for one in panel.buttons.findChildren(QPushButton) if one.text() == words).click()


def test_all_proposals_are_taken_with_one_button(office: Office, tmp_path: Path) -> None:
    panel = hold(office, tmp_path)
    press(panel, "Use 1 proposal")
    wait_for(office, panel, 2)


def test_a_number_typed_into_the_table_makes_a_person(office: Office, tmp_path: Path) -> None:
    panel = hold(office, tmp_path)
    table = panel.table
    row = next(at for at in range(3) if table.model().index(at, 0).data() == "Pegawai Addd")
    table.setFocus()

    def edited() -> bool:
        # The list may be read once more after the import: that closes a cell.
        table.setCurrentIndex(table.model().index(row, 2))
        QTest.keyClick(table, Qt.Key.Key_F2)
        return any(one.isVisible() for one in table.findChildren(QLineEdit))

    office.qtbot.waitUntil(edited)
    editor = next(one for one in table.findChildren(QLineEdit) if one.isVisible())
    editor.setText(nip(3))
    QTest.keyClick(editor, Qt.Key.Key_Return)
    wait_for(office, panel, 2)
    assert "Pegawai Addd" in office.names()


def test_rows_are_set_aside_after_a_question_and_come_back(
    office: Office, tmp_path: Path, prompts: FakePrompts
) -> None:
    panel = hold(office, tmp_path)
    panel.table.selectAll()
    press(panel, "Set aside")
    wait_for(office, panel, 0)
    assert prompts.questions[-1][0] == "Set 3 held rows aside?"
    office.workplace.undoing.undo_last()
    office.page.refresh()
    wait_for(office, panel, 3)
    assert isinstance(office.workplace.undoing, UndoActions)


def test_the_workbook_of_held_rows_goes_out_and_settles_them_when_it_returns(
    office: Office, tmp_path: Path, prompts: FakePrompts
) -> None:
    panel = hold(office, tmp_path)
    prompts.target = tmp_path / "ditahan.xlsx"
    press(panel, "Save to Excel")
    office.qtbot.waitUntil(prompts.target.exists)
    book = load_workbook(prompts.target)
    cells = {cell.value: cell.column for cell in book.active[1]}
    for row in book.active.iter_rows(min_row=2):
        if row[cells["Name"] - 1].value == "Pegawai Aeee":
            row[cells["NIP"] - 1].value = nip(4)
    book.save(prompts.target)
    office.open(prompts.target)
    office.work.apply()
    office.wait(Stage.APPLIED)
    wait_for(office, panel, 2)
    assert "Pegawai Aeee" in office.names()


def test_enter_on_a_proposal_takes_it_and_goes_to_the_row_below(
    office: Office, tmp_path: Path
) -> None:
    panel = hold(office, tmp_path)
    table, model = panel.table, panel.table.model()
    place = next(at for at in range(3) if model.index(at, PROPOSALS).data())
    office.rest()
    table.setFocus()
    table.setCurrentIndex(model.index(place, PROPOSALS))
    QTest.keyClick(table, Qt.Key.Key_Return)
    wait_for(office, panel, 2)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (place, PROPOSALS)
    assert not model.index(place, PROPOSALS).data()
    QTest.keyClick(table, Qt.Key.Key_Return)
    office.rest()
    assert model.rowCount() == 2
