"""From an empty office to its people, and back: a roster goes in through the window."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.bootstrap import open_workplace
from app.paths import resources
from app.services.workplace import Workplace
from app.ui.importing.grid import SheetGrid
from app.ui.importing.meaning_box import MeaningBox
from app.ui.importing.outcome_bar import OutcomeBar
from app.ui.importing.page import ImportPage
from app.ui.later import Later
from app.ui.shell.page import PageEntry
from app.ui.shell.window import MainWindow
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import apply_theme, load_theme
from app.wording.language import Language

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton
PEOPLE = 30
DAMAGED_ROW = 12


class FilePrompts:
    """The file dialog: the person chooses `files`."""

    def __init__(self) -> None:
        self.files: list[Path] = []

    def choose_files(self, title: str, filters: str, chosen: Callable[[list[Path]], None]) -> None:
        chosen(self.files)


class NoMemory:
    """A window that was never arranged."""

    def load(self, key: str) -> str | None:
        return None

    def save(self, key: str, text: str) -> None:
        pass


class Desk:
    """A clerk before the window."""

    def __init__(self, qtbot: QtBot, workplace: Workplace, prompts: FilePrompts) -> None:
        self.qtbot = qtbot
        self.workplace = workplace
        language = Language("en", Path())
        theme = load_theme("light", resources())
        self.crashes: list[Exception] = []
        self.tasks = TaskRunner(self.crashes.append)
        self.page = ImportPage(
            theme,
            language,
            workplace.importing,
            workplace.waiting,
            self.tasks,
            prompts,
            NoMemory(),
            date(2026, 11, 20),
        )
        self.window = MainWindow(
            theme, language, [PageEntry("import", "Import", "file-input", Later(lambda: self.page))]
        )
        self.window.open_asked.connect(self.page.choose)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def button(self, text: str) -> QPushButton | None:
        found = self.window.findChildren(QPushButton)
        return next((one for one in found if one.text() == text and one.isVisible()), None)

    def wait_for_button(self, text: str) -> QPushButton:
        self.qtbot.waitUntil(lambda: self.button(text) is not None)
        return self.button(text)

    def marks(self) -> list[str]:
        model = self.window.findChild(SheetGrid).model()
        rows = range(model.rowCount())
        return [str(model.headerData(row, Qt.Orientation.Vertical)) for row in rows]

    def words(self) -> str:
        seen = self.window.findChildren(QLabel)
        return " ".join(one.text() for one in seen if one.isVisible())

    def close(self) -> None:
        self.window.close()
        self.tasks.shutdown()
        self.page.shut()


@pytest.fixture
def desk(qtbot: QtBot, qapp: object, tmp_path: Path) -> Iterator[Desk]:
    apply_theme(qapp, load_theme("light", resources()), resources())
    prompts = FilePrompts()
    prompts.files = [a_roster(tmp_path / "Data ASN November 2026.xlsx")]
    language = Language("en", Path())
    with open_workplace(tmp_path / "kantor.db", create=True, language=language) as workplace:
        made = Desk(qtbot, workplace, prompts)
        yield made
        made.close()
    assert not made.crashes


def a_roster(path: Path) -> Path:
    """Title rows, two header rows, 30 people; one NIP went through a number."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Data ASN"
    sheet.append(["PEMERINTAH KABUPATEN TIRTA JAYA"])
    sheet.append(["DAFTAR ASN DAN AKUN MEDIA SOSIAL"])
    sheet.append([])
    sheet.append(["No", "NIP", "Nama", "Unit Kerja", "Sebutan", "Instagram", None])
    sheet.append([None, None, None, None, None, "Akun", "Pengikut"])
    sheet.merge_cells("F4:G4")
    for number in range(1, PEOPLE + 1):
        nip: object = f"1990{number % 12 + 1:02}012015011{number:03}"
        if sheet.max_row + 1 == DAMAGED_ROW:
            nip = 198501012010011000
        name = f"Orang {chr(64 + (number - 1) // 26 + 1)}{chr(97 + (number - 1) % 26) * 3}"
        duty = "Pranata Humas" if number % 2 else "Arsiparis"
        sheet.append([number, nip, name, "Diskominfo", duty, f"@orang{number}", 100 * number])
    book.save(path)
    return path


def test_a_roster_goes_in_is_looked_at_corrected_imported_and_taken_back(desk: Desk) -> None:
    # The empty office: Ctrl+O, a file.
    assert "Drop a roster here" in desk.words()
    QTest.keyClick(desk.window, Qt.Key.Key_O, CTRL)
    desk.wait_for_button(f"Import {PEOPLE - 1} changes")

    # The real grid with the guess painted, and a sum that is true.
    marks = desk.marks()
    assert marks[:6] == ["1 title", "2 title", "3", "4 header", "5 header", "6 New"]
    assert marks[DAMAGED_ROW - 1] == f"{DAMAGED_ROW} Held"
    assert len(marks) == PEOPLE + 5
    bar = desk.window.findChild(OutcomeBar)
    assert bar.sum_is_true
    assert f"= {PEOPLE} rows read" in desk.words()

    # One meaning is changed by keyboard: the column "Sebutan" is the position.
    grid = desk.window.findChild(SheetGrid)
    assert grid.hasFocus()
    for _ in range(4):
        QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Down, ALT)
    box = next(
        one
        for one in desk.window.findChildren(MeaningBox)
        if one.accessibleName() == "Meaning of column E"
    )
    desk.qtbot.waitUntil(lambda: box.view().isVisible())
    QTest.keyClicks(box.view(), "Pos")
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert box.currentText() == "Position"
    # Without a screen nobody hands the activity back from the list of meanings to the window.
    desk.window.activateWindow()
    desk.qtbot.waitUntil(grid.hasFocus)
    desk.wait_for_button(f"Import {PEOPLE - 1} changes")

    # Ctrl+Enter imports what was seen.
    with desk.qtbot.waitSignal(desk.page.imported):
        QTest.keyClick(grid, Qt.Key.Key_Return, CTRL)
    people = desk.workplace.people.everyone()
    assert len(people) == PEOPLE - 1
    assert {one.position for one in people} == {"Pranata Humas", "Arsiparis"}
    assert "1 row is held and waits" in desk.words()

    # And it is taken back.
    with desk.qtbot.waitSignal(desk.page.changed):
        QTest.mouseClick(desk.wait_for_button("Undo this import"), LEFT)
    assert desk.workplace.people.everyone() == []
    (record,) = desk.workplace.importing.history()
    assert record.undone_at is not None
    desk.wait_for_button(f"Import {PEOPLE - 1} changes")
