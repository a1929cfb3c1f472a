"""The page Impor over a real office: what it shows beforehand, and what it does."""

from pathlib import Path

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDateEdit, QLabel, QPushButton

from app.domain.fields import Field
from app.domain.roster import Outcome
from app.services.job import Job
from app.ui.importing.concern_card import ConcernCard
from app.ui.importing.findings import Concern
from app.ui.importing.grid import SheetGrid
from app.ui.importing.history import ImportHistory
from app.ui.importing.meaning_box import MeaningBox
from app.ui.importing.outcome_bar import OutcomeBar, OutcomePart
from app.ui.importing.sheet_chips import SheetChip
from app.ui.importing.work import Stage
from tests.data.locking import lock_agile
from tests.ui.importing.conftest import HEADS, TODAY, FakePrompts, Office, nip, person, write_roster

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def grid_of(office: Office) -> SheetGrid:
    return office.page.findChild(SheetGrid)


def bar_of(office: Office) -> OutcomeBar:
    return office.page.findChild(OutcomeBar)


def marks(office: Office) -> list[str]:
    """What stands beside each row of the sheet."""
    model = grid_of(office).model()
    rows = range(model.rowCount())
    return [str(model.headerData(row, Qt.Orientation.Vertical)) for row in rows]


def words(office: Office) -> str:
    return " ".join(part.text() for part in office.page.findChildren(QLabel) if part.isVisible())


def button(office: Office, text: str) -> QPushButton:
    found = office.page.findChildren(QPushButton)
    return next(one for one in found if one.text() == text and one.isVisible())


def part(office: Office, outcome: Outcome) -> OutcomePart:
    found = office.page.findChildren(OutcomePart)
    return next(one for one in found if one.outcome is outcome)


def test_the_rows_of_the_file_are_painted_with_what_becomes_of_them(
    office: Office, tmp_path: Path
) -> None:
    roster = write_roster(tmp_path / "a.xlsx", [person(1), [2, "12345", "Rusak", "", "", ""]])
    office.open(roster)
    assert marks(office) == ["1 title", "2", "3 header", "4 New", "5 Held"]
    assert bar_of(office).sum_is_true
    assert button(office, "Import 1 change").isEnabled()
    assert office.page.facts()[0].words == "2 of 2 rows in view"


def test_what_is_shown_is_what_is_imported_and_can_be_undone(
    office: Office, tmp_path: Path
) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [person(1), person(2)]))
    with office.qtbot.waitSignals([office.page.imported, office.page.changed]):
        QTest.keyClick(office.page, Qt.Key.Key_Return, CTRL)
    assert office.names() == ["Pegawai Abbb", "Pegawai Accc"]
    assert "2 changes were imported." in words(office)
    with office.qtbot.waitSignal(office.page.changed):
        QTest.mouseClick(button(office, "Undo this import"), LEFT)
    office.wait(Stage.READY)
    assert office.names() == []
    assert button(office, "Import 2 changes").isEnabled()


def test_a_roster_that_says_nothing_new_cannot_be_imported_and_says_why(
    office: Office, tmp_path: Path
) -> None:
    roster = write_roster(tmp_path / "a.xlsx", [person(1)])
    office.open(roster)
    office.work.apply()
    office.wait(Stage.APPLIED)
    office.open(roster)
    go = button(office, "No changes")
    assert not go.isEnabled()
    assert "database already" in go.toolTip()
    assert marks(office)[3] == "4 Unchanged"


def test_a_changed_cell_shows_the_old_count_and_the_new_one(office: Office, tmp_path: Path) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [person(1, 812)]))
    office.work.apply()
    office.wait(Stage.APPLIED)
    office.open(write_roster(tmp_path / "b.xlsx", [person(1, 1046)]))
    index = grid_of(office).model().index(3, 5)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "812 → 1,046"


def test_a_click_on_a_row_number_makes_it_the_header(office: Office, tmp_path: Path) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [HEADS, person(1)]))
    grid = grid_of(office)
    header = grid.verticalHeader()
    top = header.sectionViewportPosition(3) + 5
    QTest.mouseClick(header.viewport(), LEFT, pos=QPoint(10, top))
    office.qtbot.waitUntil(lambda: marks(office)[3] == "4 header")
    assert marks(office)[2] == "3 title"
    QTest.mouseClick(header.viewport(), LEFT, pos=QPoint(10, header.sectionViewportPosition(2) + 5))
    office.qtbot.waitUntil(lambda: marks(office)[2] == "3 header")
    QTest.mouseClick(header.viewport(), LEFT, SHIFT, QPoint(10, top))
    office.qtbot.waitUntil(lambda: marks(office)[2:4] == ["3 header", "4 header"])


def test_the_header_rows_can_be_chosen_from_a_list(office: Office, tmp_path: Path) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [HEADS, person(1)]))
    boxes = office.page.findChildren(QComboBox)
    box = next(one for one in boxes if one.accessibleName() == "Header rows")
    assert box.currentText() == "3"
    box.setCurrentText("4")
    box.activated.emit(box.currentIndex())
    office.qtbot.waitUntil(lambda: marks(office)[3] == "4 header")


def test_another_meaning_of_a_column_plans_again(office: Office, tmp_path: Path) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [person(1)]))
    box = next(
        one
        for one in office.page.findChildren(MeaningBox)
        if one.accessibleName() == "Meaning of column D"
    )
    assert box.currentText() == "Work unit"
    box.setFocus()
    with office.qtbot.waitSignal(office.work.planned):
        QTest.keyClicks(box, "Note")
    office.work.apply()
    office.wait(Stage.APPLIED)
    assert office.workplace.people.everyone()[0].note == "Diskominfo"


def test_a_head_tells_its_words_and_a_few_of_its_values(office: Office, tmp_path: Path) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [person(1)]))
    heads = [box.toolTip() for box in office.page.findChildren(MeaningBox)]
    assert heads[2] == "Name\nNama\nFor example: Pegawai Abbb"


def test_a_part_of_the_bar_shows_only_its_rows_and_escape_shows_all(
    office: Office, tmp_path: Path
) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [person(1), [2, "12345", "Rusak", "", "", ""]]))
    QTest.mouseClick(part(office, Outcome.HELD), LEFT)
    assert marks(office) == ["3 header", "5 Held"]
    assert office.page.facts()[0].words == "1 of 2 rows in view"
    QTest.keyClick(grid_of(office), Qt.Key.Key_Escape)
    assert len(marks(office)) == 5
    QTest.mouseClick(part(office, Outcome.CHANGED), LEFT)
    assert "Nothing matches" in words(office)
    QTest.mouseClick(button(office, "Clear the filter"), LEFT)
    assert len(marks(office)) == 5


def test_f8_goes_through_the_rows_that_need_a_look(office: Office, tmp_path: Path) -> None:
    rows = [person(1), [2, "12345", "Rusak", "", "", ""], person(3), person(4, "private")]
    office.open(write_roster(tmp_path / "a.xlsx", rows))
    QTest.keyClick(office.page, Qt.Key.Key_F8)
    assert grid_of(office).current_row == 5
    QTest.keyClick(office.page, Qt.Key.Key_F8)
    assert grid_of(office).current_row == 7
    QTest.keyClick(office.page, Qt.Key.Key_F8)
    assert grid_of(office).current_row == 5
    QTest.keyClick(office.page, Qt.Key.Key_F8, SHIFT)
    assert grid_of(office).current_row == 7


def test_what_needs_a_look_is_listed_by_kind(office: Office, tmp_path: Path) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [person(9)]))
    office.work.apply()
    office.wait(Stage.APPLIED)
    rows = [
        [*person(1, "1,2 rb"), "Islam"],
        [*person(3, 1.052)],
        [2, "12345", "Rusak", "", "", "", "Islam"],
    ]
    office.open(write_roster(tmp_path / "b.xlsx", rows, [*HEADS, "Agama"]))
    groups = {card.group.kind: card.group for card in office.page.findChildren(ConcernCard)}
    assert groups[Concern.ROUNDED].count == 1
    assert groups[Concern.AMBIGUOUS].count == 1
    assert [one.name for one in groups[Concern.ABSENT].people] == ["Pegawai Ajjj"]
    assert list(groups[Concern.NOT_STORED].names) == ["Agama"]
    assert "NIP is not 18 digits" in {
        one.toolTip() for one in office.page.findChildren(QPushButton)
    }


def test_the_date_of_the_counts_is_stored_with_them(office: Office, tmp_path: Path) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [person(1)]))
    with office.qtbot.waitSignal(office.work.planned):
        office.page.findChild(QDateEdit).setDate(QDate(2026, 10, 31))
    office.work.apply()
    office.wait(Stage.APPLIED)
    assert office.workplace.importing.history()[0].as_of.isoformat() == "2026-10-31"


def test_several_files_are_one_plan_and_one_import(office: Office, tmp_path: Path) -> None:
    first = write_roster(tmp_path / "a.xlsx", [person(1)])
    second = write_roster(tmp_path / "b.xlsx", [person(2)])
    office.open(first, second)
    chips = [chip.accessibleName() for chip in office.page.findChildren(SheetChip)]
    assert chips == ["a.xlsx, 1 row", "b.xlsx, 1 row"]
    office.work.apply()
    office.wait(Stage.APPLIED)
    (record,) = office.workplace.importing.history()
    assert [file.name for file in record.files] == ["a.xlsx", "b.xlsx"]


def test_a_sheet_can_be_left_out(office: Office, tmp_path: Path) -> None:
    first = write_roster(tmp_path / "a.xlsx", [person(1)])
    second = write_roster(tmp_path / "b.xlsx", [person(2)])
    office.open(first, second)
    chip = office.page.findChildren(SheetChip)[0]
    with office.qtbot.waitSignal(office.work.planned):
        QTest.mouseClick(chip, LEFT)
    assert chip.accessibleName() == "a.xlsx, 1 row, not read"
    assert button(office, "Import 1 change").isEnabled()


def test_a_file_that_is_no_workbook_is_refused_in_one_sentence(
    office: Office, tmp_path: Path
) -> None:
    fake = tmp_path / "surat.xlsx"
    fake.write_bytes(b"%PDF-1.7 nothing")
    with office.qtbot.waitSignal(office.work.refused):
        office.page.open_files([fake])
    office.wait(Stage.EMPTY)
    assert "surat.xlsx" in words(office)
    assert "Nothing was changed." in words(office)


def test_a_refused_file_leaves_the_opened_one_in_place(office: Office, tmp_path: Path) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [person(1)]))
    with office.qtbot.waitSignal(office.work.refused):
        office.page.open_files([tmp_path / "missing.xlsx"])
    office.wait(Stage.READY)
    assert button(office, "Import 1 change").isEnabled()


def test_a_list_without_headings_asks_for_the_row(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "catatan.csv"
    path.write_text("satu;dua\ntiga;empat\n", encoding="utf-8")
    office.open(path)
    assert "No column headings were found." in words(office)
    assert not button(office, "No changes").isEnabled()


def test_a_plan_that_is_out_of_date_is_made_again_and_says_so(
    office: Office, tmp_path: Path
) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [person(1)]))
    other = write_roster(tmp_path / "b.xlsx", [person(1)])
    office.workplace.importing.import_files([other], office.work.as_of, Job.quiet())
    with office.qtbot.waitSignal(office.work.outdated):
        office.work.apply()
    office.wait(Stage.READY)
    assert "The database has changed since." in words(office)
    assert office.names() == ["Pegawai Abbb"]
    assert not button(office, "No changes").isEnabled()


def test_an_earlier_import_is_undone_after_a_question(
    office: Office, tmp_path: Path, prompts: FakePrompts
) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [person(1)]))
    office.work.apply()
    office.wait(Stage.APPLIED)
    QTest.mouseClick(button(office, "Close"), LEFT)
    history = office.page.findChild(ImportHistory)
    office.qtbot.waitUntil(history.isVisible)
    assert not button(office, "Undo this import").isEnabled()
    assert button(office, "Undo this import").toolTip() == "Choose an import in the list first."
    history.table.go_to_first_row()
    assert "first" not in button(office, "Undo this import").toolTip()
    with office.qtbot.waitSignal(office.page.changed):
        QTest.mouseClick(button(office, "Undo this import"), LEFT)
    ((question, safe),) = prompts.questions
    assert question.startswith("Undo the import of a.xlsx of ")
    assert "stays as it is" in safe
    assert office.names() == []
    office.qtbot.waitUntil(lambda: not button(office, "Undo this import").isEnabled())


def test_a_folder_is_read_without_the_marks_that_excel_leaves(
    office: Office, tmp_path: Path
) -> None:
    folder = tmp_path / "rosters"
    folder.mkdir()
    write_roster(folder / "a.xlsx", [person(1)])
    (folder / "~$a.xlsx").write_bytes(b"lock")
    (folder / "notes.docx").write_bytes(b"PK")
    office.open(folder)
    assert [source.path.name for source in office.work.sources] == ["a.xlsx"]


def test_that_nothing_needs_a_look_is_only_said_of_rows_that_were_compared(
    office: Office, tmp_path: Path
) -> None:

    def calm() -> bool:
        labels = office.page.findChildren(QLabel)
        return any(one.text() == "Nothing needs a look." for one in labels)

    said: dict[Stage, bool] = {}
    office.work.stage_changed.connect(lambda: said.update({office.work.stage: calm()}))
    office.open(write_roster(tmp_path / "a.xlsx", [person(1)]))
    assert not said[Stage.PLANNING]
    office.qtbot.waitUntil(calm)


def test_an_import_that_was_asked_for_is_written_though_the_window_closes(
    office: Office, tmp_path: Path
) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [person(1), person(2)]))
    office.work.apply()
    office.tasks.shutdown()
    assert office.names() == ["Pegawai Abbb", "Pegawai Accc"]


def test_cancelling_the_reading_leaves_the_page_empty(office: Office, tmp_path: Path) -> None:
    roster = write_roster(tmp_path / "a.xlsx", [person(1)])
    office.page.open_files([roster])
    office.work.cancel()
    office.wait(Stage.EMPTY)
    assert office.work.sources == ()


def test_the_meaning_of_a_column_can_be_only_in_one_place(office: Office, tmp_path: Path) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [person(1)]))
    with office.qtbot.waitSignal(office.work.planned):
        office.work.set_meaning(0, Field.NIP)
    shown = office.work.shown
    assert shown is not None
    assert shown.sheet.layout.fields[Field.NIP] == 0
    assert marks(office)[3] == "4 Held"
    assert nip(1) not in {row.nip for row in office.work.prepared.plan.sheets[0].rows}


def test_a_locked_roster_asks_for_its_password_until_it_opens(
    office: Office, tmp_path: Path, prompts: FakePrompts
) -> None:
    roster = write_roster(tmp_path / "terkunci.xlsx", [person(1), person(2)])
    lock_agile(roster, "Rahasia")
    prompts.passwords = ["rahasia", "Rahasia"]
    office.open(roster)
    assert ["protected by a password" in prompts.questions[0][0], len(prompts.questions)] == [
        True,
        2,
    ]
    assert "does not open terkunci.xlsx" in prompts.questions[1][0]
    assert office.work.prepared.plan.outcomes[Outcome.NEW] == 2


def test_who_does_not_know_the_password_keeps_what_was_open(
    office: Office, tmp_path: Path, prompts: FakePrompts
) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [person(1)]))
    locked = write_roster(tmp_path / "terkunci.xlsx", [person(2)])
    lock_agile(locked, "Rahasia")
    office.page.open_files([locked])
    office.qtbot.waitUntil(lambda: bool(prompts.questions))
    office.wait(Stage.READY)
    assert [source.path.name for source in office.work.sources] == ["a.xlsx"]


def test_two_columns_of_one_meaning_both_say_which_one_is_read(
    office: Office, tmp_path: Path
) -> None:
    heads = [*HEADS, "Followers Instagram"]
    office.open(write_roster(tmp_path / "a.xlsx", [[*person(1), 900]], heads))
    boxes = {box.accessibleName(): box for box in office.page.findChildren(MeaningBox)}
    first, second = boxes["Meaning of column F"], boxes["Meaning of column G"]
    assert "Column G claims the same meaning. Only this one is read." in first.toolTip()
    assert "Column F has this meaning" in second.toolTip()
    second.setCurrentIndex(first.currentIndex())
    second.activated.emit(second.currentIndex())
    office.qtbot.waitUntil(lambda: "Column G has this meaning" in first.toolTip())
    assert "Only this one is read" in second.toolTip()
    office.wait(Stage.READY)
    office.work.apply()
    office.wait(Stage.APPLIED)
    (only,) = office.workplace.people.everyone()
    (account,) = office.workplace.people.card(only.id, TODAY).accounts
    assert account.latest is not None
    assert account.latest.interval.low == 900
