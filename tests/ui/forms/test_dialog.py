"""The dialog of the forms: from the page Pengikut to workbooks in a folder, and who owes one."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLabel, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import AppError, DatabaseInUse
from app.domain.nip import Nip
from app.domain.person import Person
from app.services.forms.issuing import IssueForms
from app.services.workplace import Workplace
from app.ui.forms.desk import FormsDesk
from app.ui.forms.dialog import FormsDialog
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.journeys.conftest import language, office, tasks, theme

__all__ = ["language", "office", "tasks", "theme"]


class Folders:
    """Chooses always the same folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def choose_folder(self, title: str, start: Path | None, chosen: Callable[[Path], None]) -> None:
        chosen(self.folder)

    def explain(self, error: AppError) -> None:
        raise error


@pytest.fixture
def dialog(
    qtbot: QtBot,
    theme: Theme,
    language: Language,
    office: Workplace,
    tasks: TaskRunner,
    tmp_path: Path,
) -> Iterator[FormsDialog]:
    """Opened over a window of an office with two organisations."""
    for number, place in enumerate(("Dinas Aman", "Dinas Aman", "Dinas Baru"), 1):
        office.people.add(
            Person(Nip(f"19850101201001190{number}"), f"Laras {number}", organisation=place)
        )
    folder = tmp_path / "keluar"
    folder.mkdir()
    window = QWidget()
    window.resize(1200, 700)
    qtbot.addWidget(window)
    window.show()
    desk = FormsDesk(
        theme,
        language,
        office.forms,
        office.form_tracking,
        office.preferences,
        date(2026, 11, 20),
        folder,
        tasks,
        Folders(folder),  # type: ignore[arg-type]  # asks for nothing else
        window,
    )
    desk.open_over(window)
    opened = window.findChild(FormsDialog)
    qtbot.waitUntil(lambda: _list(opened, "Organisations").count() == 2)
    yield opened
    opened.close()


def _list(dialog: FormsDialog, name: str) -> QListWidget:
    return next(
        found for found in dialog.findChildren(QListWidget) if name in found.accessibleName()
    )


def _button(dialog: FormsDialog, words: str) -> QPushButton:
    return next(found for found in dialog.findChildren(QPushButton) if words in found.text())


def _said(dialog: FormsDialog) -> str:
    return " ".join(found.text() for found in dialog.findChildren(QLabel) if found.isVisible())


def test_every_organisation_gets_a_workbook_and_stands_among_those_that_owe_one(
    dialog: FormsDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    assert dialog.write_button.text() == "Write 2 forms"
    qtbot.mouseClick(dialog.write_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "2 forms were written." in _said(dialog))
    assert len(list((tmp_path / "keluar").glob("*.xlsx"))) == 2
    assert "0 of 2 forms came back" in _said(dialog)
    qtbot.mouseClick(_button(dialog, "Copy a reminder"), Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert "1. Dinas Aman" in copied
    assert "2. Dinas Baru" in copied


def test_an_organisation_is_ticked_off_by_the_keyboard(dialog: FormsDialog, qtbot: QtBot) -> None:
    organisations = _list(dialog, "Organisations")
    organisations.setFocus()
    qtbot.keyClick(organisations, Qt.Key.Key_Space)
    assert dialog.write_button.text() == "Write 1 form"
    qtbot.keyClick(organisations, Qt.Key.Key_Down)
    qtbot.keyClick(organisations, Qt.Key.Key_Space)
    assert not dialog.write_button.isEnabled()


def test_organisations_that_cannot_be_read_are_said_and_read_again(
    dialog: FormsDialog, qtbot: QtBot, office: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: IssueForms) -> None:
        raise DatabaseInUse(office.path)

    monkeypatch.setattr(IssueForms, "organisations", refuse)
    dialog.again_asked.emit()
    qtbot.waitUntil(lambda: "The organisations were not read." in _said(dialog))
    assert "nobody can be chosen yet" in _said(dialog)
    assert not _list(dialog, "Organisations").isVisible()
    monkeypatch.undo()
    qtbot.mouseClick(_button(dialog, "Try again"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _list(dialog, "Organisations").isVisible())
    assert "nobody can be chosen yet" not in _said(dialog)
    assert dialog.write_button.isEnabled()


def test_without_a_platform_there_is_nothing_to_ask(dialog: FormsDialog) -> None:
    for box in dialog.findChildren(QCheckBox):
        if box.text() in ("Instagram", "Facebook", "X"):
            box.click()
    assert not dialog.write_button.isEnabled()


def test_the_dialog_stays_within_a_low_screen(dialog: FormsDialog) -> None:
    # What is left of 1366 x 768 at 200 %, below a title bar.
    dialog.resize(659, 345)
    assert dialog.height() == 345
    low = dialog.rect()
    for button in (dialog.write_button, _button(dialog, "Close")):
        assert low.contains(QRect(button.mapTo(dialog, QPoint()), button.size()))
