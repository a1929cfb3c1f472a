"""In the real window: F1 on each page, a failure on a page, the menu of the help, and the end."""

from collections.abc import Iterator
from pathlib import PurePath

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app.bootstrap import open_workplace
from app.domain.errors import WorkbookProtected
from app.ui.manual.places import PLACES
from app.ui.office_window import OfficeWindow
from app.ui.palette.popup import PalettePopup
from app.ui.parts.strip import Mood, Strip
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.errors import error_sentence
from app.wording.language import Language
from tests.journeys.desk import Memory, Prompts


@pytest.fixture(scope="module")
def built(
    qapp: QApplication, theme: Theme, language: Language, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[OfficeWindow]:
    """One window for all: it takes long to build, and nothing here writes into its office."""
    crashes: list[Exception] = []
    folder = tmp_path_factory.mktemp("office")
    with open_workplace(folder / "data.db", create=True, language=language) as place:
        tasks = TaskRunner(crashes.append)
        made = OfficeWindow(theme, language, place, tasks, Prompts(), Memory(), folder)
        yield made
        made.finish()
    assert crashes == []


@pytest.fixture
def office(qtbot: QtBot, built: OfficeWindow) -> Iterator[OfficeWindow]:
    built.window.show()
    built.window.activateWindow()
    qtbot.waitUntil(built.window.isActiveWindow)
    yield built
    built.help.close()
    built.window.hide()


def read(office: OfficeWindow) -> str:
    window = office.help.manual.window
    return window.anchor if window is not None else ""


def test_f1_opens_the_place_of_each_page_and_category(office: OfficeWindow, qtbot: QtBot) -> None:
    for entry in office.window.entries:
        office.window.go(entry.key)
        office.window.activateWindow()
        qtbot.waitUntil(office.window.isActiveWindow)
        QTest.keyClick(office.window, Qt.Key.Key_F1)
        place = "settings.office" if entry.key == "settings" else entry.key
        assert read(office) == PLACES[place]
    office.settings.show_category("privacy")
    office.window.activateWindow()
    qtbot.waitUntil(office.window.isActiveWindow)
    QTest.keyClick(office.window, Qt.Key.Key_F1)
    assert read(office) == "privacy"


def test_a_failure_on_a_page_leads_to_its_entry(office: OfficeWindow, language: Language) -> None:
    office.window.go("reports")
    strip = office.reports.findChildren(Strip)[0]
    sentence = error_sentence(WorkbookProtected(PurePath("a.xlsx")), language)
    strip.say(Mood.ERROR, "Not read", sentence)
    helps = [one for one in strip.findChildren(QPushButton) if one.text() == "Help"]
    helps[0].click()
    assert read(office) == "WorkbookProtected"


def test_the_menu_of_the_help_leads_everywhere(office: OfficeWindow) -> None:
    buttons = office.window.findChildren(QAbstractButton)
    button = next(one for one in buttons if one.accessibleName() == "Help")
    menu = button.findChildren(QMenu)[0]
    said = [action.text() for action in menu.actions()]
    assert said[:2] == ["All commands\tCtrl+Shift+P", "Help for what is shown\tF1"]
    actions = {action.data(): action for action in menu.actions()}
    actions["contents"].trigger()
    assert read(office) == "start"
    actions["keys"].trigger()
    assert (office.window.current_key, office.settings.category) == ("settings", "keys")
    actions["about"].trigger()
    assert office.settings.category == "about"
    actions["palette"].trigger()
    palette = office.window.findChildren(PalettePopup)[0]
    assert palette.isVisible()
    palette.close()


def test_the_help_closes_with_the_office(office: OfficeWindow) -> None:
    office.help.manual.open("import")
    window = office.help.manual.window
    assert window is not None
    assert window.parent() is None
    office.help.close()
    assert office.help.manual.window is None
