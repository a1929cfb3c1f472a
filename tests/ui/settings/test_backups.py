"""The settings about backups: what is kept, a new one, a second place, the way to a restore."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.backup import Reason
from app.domain.errors import BackupDamaged, DiskFull, NotABackup
from app.domain.nip import Nip
from app.domain.person import Person
from app.services.backups.restoring import Prepared
from app.services.job import Job
from app.services.workplace import Workplace
from app.ui.backups.restore_dialog import RestoreDialog
from app.ui.settings.page import SettingsPage
from app.ui.tasks import TaskRunner
from tests.ui.settings.conftest import Agreeing, button


def words(page: SettingsPage) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def look(page: SettingsPage, tasks: TaskRunner, qtbot: QtBot) -> str:
    page.show_category("backups")
    page.refresh()
    qtbot.waitUntil(lambda: tasks.idle)
    return words(page)


def press(page: SettingsPage, name: str, tasks: TaskRunner, qtbot: QtBot) -> str:
    button(page, name).click()
    qtbot.waitUntil(lambda: tasks.idle)
    return words(page)


def add(office: Workplace, serial: int) -> None:
    office.people.add(Person(Nip(f"198703142010012{serial:03}"), f"Orang {serial}"))


def test_an_office_without_backups_says_so(
    page: SettingsPage, tasks: TaskRunner, qtbot: QtBot
) -> None:
    said = look(page, tasks, qtbot)
    assert "No backup yet" in said
    assert not button(page, "Open the folder").isEnabled()


def test_a_backup_is_made_now_and_listed_with_what_is_in_it(
    page: SettingsPage, office: Workplace, tasks: TaskRunner, qtbot: QtBot
) -> None:
    add(office, 1)
    look(page, tasks, qtbot)
    said = press(page, "Back up now", tasks, qtbot)
    assert "Last backup today" in said
    qtbot.waitUntil(lambda: "1 person · 0 counts · 0 imports · 0.1 MB" in words(page))
    assert len(office.backups.backups()) == 1


def test_a_damaged_backup_is_told_and_cannot_be_restored(
    page: SettingsPage, office: Workplace, tasks: TaskRunner, qtbot: QtBot
) -> None:
    add(office, 1)
    look(page, tasks, qtbot)
    press(page, "Back up now", tasks, qtbot)
    (backup,) = office.backups.backups()
    content = bytearray(backup.path.read_bytes())
    content[400] ^= 1
    backup.path.write_bytes(content)
    look(page, tasks, qtbot)
    qtbot.waitUntil(lambda: "Damaged: not what was written." in words(page))
    assert not [one for one in page.findChildren(QPushButton) if one.text() == "Restore…"]


def test_a_backup_that_cannot_be_made_says_why(
    page: SettingsPage,
    office: Workplace,
    tasks: TaskRunner,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(source: Path, target: Path, *, thorough: bool) -> None:
        raise DiskFull(target)

    add(office, 1)
    look(page, tasks, qtbot)
    monkeypatch.setattr("app.services.backups.keeping.copy_database", full)
    said = press(page, "Back up now", tasks, qtbot)
    assert "The last backup was not made" in said
    assert "The disk has no room left" in said
    assert button(page, "Back up now").isEnabled()


def test_a_second_place_is_chosen_filled_and_dropped(
    page: SettingsPage,
    office: Workplace,
    tasks: TaskRunner,
    qtbot: QtBot,
    prompts: Agreeing,
    tmp_path: Path,
) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    add(office, 1)
    look(page, tasks, qtbot)
    prompts.folder = usb
    button(page, "Choose…").click()
    qtbot.waitUntil(lambda: tasks.idle and len(office.backups.in_second_place()) == 1)
    place = office.backups.second_place
    assert place is not None
    assert place.parent == usb
    assert str(place) in words(page)
    prompts.folder = place
    button(page, "Choose…").click()
    qtbot.waitUntil(lambda: tasks.idle)
    assert office.backups.second_place == place
    button(page, "No second place").click()
    qtbot.waitUntil(lambda: tasks.idle and office.backups.second_place is None)
    assert str(place) not in look(page, tasks, qtbot)


def test_a_second_place_whose_disk_is_gone_is_told(
    page: SettingsPage, office: Workplace, tasks: TaskRunner, qtbot: QtBot, tmp_path: Path
) -> None:
    add(office, 1)
    gone = str(tmp_path / "dicabut" / "Cadangan Gaung")
    office.preferences.save(replace(office.preferences.preferences(), second_place=gone))
    look(page, tasks, qtbot)
    said = press(page, "Back up now", tasks, qtbot)
    assert "Last backup today" in said
    assert "The second place has no copy yet." in said


def test_a_restore_says_what_would_be_missing_and_changes_nothing_itself(
    page: SettingsPage, office: Workplace, tasks: TaskRunner, qtbot: QtBot
) -> None:
    add(office, 1)
    look(page, tasks, qtbot)
    press(page, "Back up now", tasks, qtbot)
    add(office, 2)
    look(page, tasks, qtbot)
    dialog = _asked(page, tasks, qtbot)
    said = "\n".join(one.text() for one in dialog.findChildren(QLabel))
    assert "Would be missing afterwards" in said
    assert "1 person" in said
    assert _button(dialog, "Cancel").isDefault()
    _button(dialog, "Cancel").click()
    dialog = _asked(page, tasks, qtbot)
    with qtbot.waitSignal(page.restore_prepared) as prepared:
        _button(dialog, "Restore").click()
    made = prepared.args[0]
    assert isinstance(made, Prepared)
    assert made.place.exists()
    made.forget()
    with sqlite3.connect(office.path) as raw:
        assert raw.execute("SELECT count(*) FROM people").fetchone() == (2,)


def test_a_file_from_elsewhere_is_restored_or_refused(
    page: SettingsPage,
    office: Workplace,
    tasks: TaskRunner,
    qtbot: QtBot,
    prompts: Agreeing,
    tmp_path: Path,
) -> None:
    add(office, 1)
    (tmp_path / "usb").mkdir()
    prompts.files = [office.backups.write_to(tmp_path / "usb").path]
    look(page, tasks, qtbot)
    button(page, "Restore a file…").click()
    dialog = _dialog(page, qtbot)
    assert "Nobody and no count would be missing" in "\n".join(
        one.text() for one in dialog.findChildren(QLabel)
    )
    dialog.reject()
    other = tmp_path / "surat.docx"
    other.write_bytes(b"PK\x03\x04 and more")
    prompts.files = [other]
    press(page, "Restore a file…", tasks, qtbot)
    (error,) = prompts.errors
    assert isinstance(error, NotABackup | BackupDamaged)


def test_the_folder_of_backups_is_opened(
    page: SettingsPage,
    office: Workplace,
    tasks: TaskRunner,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[Path] = []

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    add(office, 1)
    look(page, tasks, qtbot)
    press(page, "Back up now", tasks, qtbot)
    button(page, "Open the folder").click()
    assert opened == [office.backups.folder]


def test_the_question_before_a_restore_tells_of_whoever_was_erased_since(
    page: SettingsPage, office: Workplace, tasks: TaskRunner, qtbot: QtBot
) -> None:
    add(office, 1)
    office.backups.make(Reason.ASKED)
    office.privacy.erasing.erase(1, "Orang 1", Job.quiet())
    look(page, tasks, qtbot)
    dialog = _asked(page, tasks, qtbot)
    said = "\n".join(one.text() for one in dialog.findChildren(QLabel))
    assert "1 person who was erased since would be there again" in said
    assert "has to be erased again afterwards" in said
    dialog.reject()


def _asked(page: SettingsPage, tasks: TaskRunner, qtbot: QtBot) -> QDialog:
    next(
        one
        for one in page.findChildren(QPushButton)
        if one.isVisible() and one.text() == "Restore…"
    ).click()
    return _dialog(page, qtbot)


def _dialog(page: SettingsPage, qtbot: QtBot) -> QDialog:
    def standing() -> list[RestoreDialog]:
        return [one for one in page.window().findChildren(RestoreDialog) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(standing()))
    return standing()[0]


def _button(dialog: QDialog, name: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == name)
