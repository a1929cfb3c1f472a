"""While the worst file is read, the window lives: its clock ticks, and Cancel ends the reader."""

from pathlib import Path

from PySide6.QtCore import QTimer

from app.domain.errors import AppError, WorkbookTooLarge
from app.ui.importing.work import Stage
from tests.data.hostile_books import HOSTILE
from tests.ui.importing.conftest import Office
from tests.workbooks.reading.test_the_reading_child import children

WORST = "a cell in the last corner of the sheet"
"""What calamine reserves room for: the whole sheet, at once."""

LONGEST = "two hundred and fifty sheets"


class Clock:
    """Ticks in the window's thread; counts the ticks at which a file was being read."""

    def __init__(self, office: Office) -> None:
        self.ticks = 0
        self.at_work = 0
        self._office = office
        self._before = children()
        self._timer = QTimer(office.page)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def reader_lives(self) -> bool:
        return bool(children() - self._before)

    def _tick(self) -> None:
        self.ticks += 1
        self.at_work += self._office.work.stage is Stage.READING and self.reader_lives()


def test_the_window_lives_while_the_worst_file_is_read(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "daftar.xlsx"
    HOSTILE[WORST].build(path, path)
    refused: list[AppError] = []
    office.work.refused.connect(refused.append)
    clock = Clock(office)
    office.page.open_files([path])
    office.qtbot.waitUntil(lambda: bool(refused))
    assert isinstance(refused[0], WorkbookTooLarge)
    assert clock.at_work > 10
    assert not clock.reader_lives()
    assert office.work.stage is Stage.EMPTY


def test_cancel_ends_the_reader_of_a_file_that_takes_long(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "daftar.xlsx"
    HOSTILE[LONGEST].build(path, path)
    clock = Clock(office)
    office.page.open_files([path])
    office.qtbot.waitUntil(clock.reader_lives)
    office.work.cancel()
    office.wait(Stage.EMPTY)
    assert not clock.reader_lives()
