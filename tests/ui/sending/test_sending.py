"""The workbook for the province never takes the place of a file that nobody was asked about."""

import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from app.services.workplace import Workplace
from app.ui.sending.desk import SendingDesk
from app.ui.sending.dialog import SendingDialog
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.services.rollup.offices import TODAY, fill, opened
from tests.ui.reports.conftest import Told, tasks, told

__all__ = ["tasks", "told"]

Start = Callable[[], SendingDialog]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workplace]:
    """People of three organisations."""
    with opened(tmp_path / "kabupaten.db", "Kabupaten Awan") as place:
        fill(place, {1: "900", 2: "1,2 rb", 3: "12"})
        yield place


@pytest.fixture
def start(
    qtbot: QtBot,
    theme: Theme,
    language: Language,
    office: Workplace,
    tasks: TaskRunner,
    told: Told,
    tmp_path: Path,
) -> Iterator[Start]:
    """The dialog as it opens in a program that was just started."""
    windows: list[QWidget] = []

    def started() -> SendingDialog:
        window = QWidget()
        windows.append(window)
        window.resize(1200, 700)
        qtbot.addWidget(window)
        window.show()
        desk = SendingDesk(
            theme,
            language,
            office.upwards.writing,
            office.periods,
            office.preferences,
            TODAY,
            tmp_path / "Laporan",
            False,
            tasks,
            told,
            window,
        )
        desk.open_over(window)
        qtbot.waitUntil(lambda: tasks.idle)
        return window.findChild(SendingDialog)

    yield started
    for window in windows:
        for dialog in window.findChildren(SendingDialog):
            dialog.close()


@pytest.fixture
def folder(tmp_path: Path, told: Told) -> Path:
    """The target is chosen in here."""
    made = tmp_path / "Provinsi"
    made.mkdir()
    told.file = made / "awan.xlsx"
    return made


def press(dialog: SendingDialog, words: str, qtbot: QtBot, tasks: TaskRunner) -> None:
    button = next(b for b in dialog.findChildren(QPushButton) if words in b.text())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tasks.idle)


def said(dialog: SendingDialog) -> str:
    return " ".join(found.text() for found in dialog.findChildren(QLabel) if found.isVisible())


def in_parts(dialog: SendingDialog) -> None:
    words = "A workbook for each organisation"
    next(r for r in dialog.findChildren(QRadioButton) if words in r.text()).click()


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_parts_of_an_earlier_sending_make_room_only_when_somebody_says_so(
    start: Start, folder: Path, qtbot: QtBot, tasks: TaskRunner
) -> None:
    there = folder / "awan (part 2 of 3).xlsx"
    there.write_bytes(b"sent in October")
    dialog = start()
    in_parts(dialog)
    press(dialog, "Write the workbook", qtbot, tasks)
    assert "awan (part 2 of 3).xlsx stands in that folder." in said(dialog)
    assert contents(folder) == {there.name: b"sent in October"}

    press(dialog, "Save as a copy", qtbot, tasks)
    assert "3 workbooks are written." in said(dialog)
    assert there.read_bytes() == b"sent in October"
    assert len(contents(folder)) == 4

    press(dialog, "Write the workbook", qtbot, tasks)
    press(dialog, "Replace it", qtbot, tasks)
    assert "3 workbooks are written." in said(dialog)
    assert there.read_bytes() != b"sent in October"


def test_a_workbook_that_is_marked_read_only_can_be_saved_as_a_copy(
    start: Start, folder: Path, qtbot: QtBot, tasks: TaskRunner
) -> None:
    there = folder / "awan.xlsx"
    there.write_bytes(b"sent in October")
    there.chmod(stat.S_IREAD)
    dialog = start()
    press(dialog, "Write the workbook", qtbot, tasks)
    assert "awan.xlsx is marked as read-only." in said(dialog)
    press(dialog, "Save as a copy", qtbot, tasks)
    there.chmod(stat.S_IREAD | stat.S_IWRITE)
    assert "1 workbook is written." in said(dialog)
    assert there.read_bytes() == b"sent in October"
    assert (folder / "awan (2).xlsx").exists()


def test_the_folder_is_offered_again_at_once_and_after_a_restart(
    start: Start, folder: Path, told: Told, qtbot: QtBot, tasks: TaskRunner
) -> None:
    dialog = start()
    press(dialog, "Write the workbook", qtbot, tasks)
    press(dialog, "Write the workbook", qtbot, tasks)
    press(start(), "Write the workbook", qtbot, tasks)
    assert [path.parent == folder for path in told.suggested] == [False, True, True]
