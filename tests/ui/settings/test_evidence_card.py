"""The card about evidence in the settings: what is there, what is missing, what may go."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from app.domain.evidence import Place
from app.domain.nip import Nip
from app.domain.person import Person
from app.domain.platform import Platform
from app.services.job import Job
from app.services.workplace import Workplace
from app.ui.settings.page import SettingsPage
from app.ui.tasks import TaskRunner
from tests.services.evidence.conftest import pasted
from tests.ui.settings.conftest import Agreeing, button


def _add(office: Workplace, *words: str) -> int:
    person = office.people.add(Person(Nip("198703142010012001"), "Arum Sekarjati"))
    place = Place(person, Platform.INSTAGRAM, date(2026, 11, 20))
    office.evidence.add(place, [pasted(one) for one in words], Job.quiet())
    return person


def _words(page: SettingsPage, tasks: TaskRunner, qtbot: QtBot) -> str:
    page.show_category("about")
    page.refresh()
    qtbot.waitUntil(lambda: tasks.idle)
    missing = page._evidence._missing
    return page._evidence._number.text() + (missing.text() if missing.isVisible() else "")


def test_an_office_without_pictures_has_nothing_to_open_or_delete(
    page: SettingsPage, tasks: TaskRunner, qtbot: QtBot
) -> None:
    assert _words(page, tasks, qtbot) == "0 pictures · 0 MB"
    assert not button(page, "Open the folder of evidence").isEnabled()
    assert not button(page, "Delete unused pictures").isEnabled()


def test_unused_pictures_are_deleted_after_a_question(
    page: SettingsPage, office: Workplace, tasks: TaskRunner, qtbot: QtBot, prompts: Agreeing
) -> None:
    person = _add(office, "a", "b")
    office.evidence.remove(office.evidence.of_person(person)[0].evidence.id)
    assert _words(page, tasks, qtbot) == "2 pictures · 1 MB · 1 unused"
    button(page, "Delete unused pictures").click()
    qtbot.waitUntil(lambda: tasks.idle)
    assert page._evidence._number.text() == "1 picture · 1 MB"
    assert len(office.evidence.files()) == 1


def test_missing_pictures_are_counted(
    page: SettingsPage, office: Workplace, tasks: TaskRunner, qtbot: QtBot
) -> None:
    _add(office, "a")
    for path in office.evidence.files():
        path.unlink()
    assert "1 picture is missing from the folder." in _words(page, tasks, qtbot)


def test_the_folder_is_opened(
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
    _add(office, "a")
    _words(page, tasks, qtbot)
    button(page, "Open the folder of evidence").click()
    assert opened == [office.evidence.folder]
