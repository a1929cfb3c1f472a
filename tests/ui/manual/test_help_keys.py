"""F1 leads from every page, category and dialog to its place, and from a failure to its entry."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path, PurePath

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

import app.ui
from app.domain.errors import DiskFull, FileInUse, WorkbookProtected
from app.paths import resources
from app.services.manual.reading import ReadManual
from app.ui.manual.help_keys import HelpKeys
from app.ui.manual.places import FIRST, PLACES
from app.ui.parts.strip import Mood, Strip
from app.ui.prompts import WindowPrompts
from app.ui.settings.categories import CATEGORIES
from app.ui.shell.page import PAGE_TITLES
from app.ui.theme.theme import Theme
from app.wording.errors import error_sentence
from app.wording.language import LANGUAGES, Language


def dialogs() -> Iterator[str]:
    for module in pkgutil.walk_packages(app.ui.__path__, "app.ui."):
        importlib.import_module(module.name)
    waiting = [QDialog]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            waiting.append(kind)
            if kind.__module__.startswith("app.ui."):
                yield kind.__name__


def test_every_page_category_and_dialog_has_its_place() -> None:
    wanted = {*PAGE_TITLES, *(f"settings.{one.key}" for one in CATEGORIES), *dialogs()}
    assert sorted(wanted - set(PLACES)) == []
    gone = set(PLACES) - wanted
    assert sorted(one for one in gone if not one.startswith("Q")) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_place_is_told_of_in_both_languages(code: str) -> None:
    manual = ReadManual(resources() / "manual", Language(code, resources() / "locale"))
    assert sorted(one for one in {*PLACES.values(), FIRST} if not manual.has(one)) == []


class Stand:
    """A window with a strip, and a dialog with another."""

    def __init__(self, theme: Theme, language: Language) -> None:
        self.window, self.page = QWidget(), "home"
        self.strip = Strip(theme, language)
        QVBoxLayout(self.window).addWidget(self.strip)
        self.keys = HelpKeys(self.window, lambda: self.page)
        self.keys.listen_to(self.window)
        self.asked: list[str] = []
        self.keys.asked.connect(self.asked.append)


@pytest.fixture
def stand(qtbot: QtBot, theme: Theme, language: Language) -> Stand:
    made = Stand(theme, language)
    qtbot.addWidget(made.window)
    made.window.show()
    return made


def test_the_page_in_front_is_told_of(stand: Stand) -> None:
    stand.keys.ask()
    stand.page = "settings.backups"
    stand.keys.ask()
    assert stand.asked == [PLACES["home"], PLACES["settings.backups"]]


def test_f1_in_a_dialog_tells_of_the_dialog(stand: Stand, qtbot: QtBot) -> None:
    class FetchDialog(QDialog):
        pass

    dialog = FetchDialog(stand.window)
    button = QPushButton("ok", dialog)
    stand.keys.serve(dialog)
    stand.keys.serve(dialog)
    dialog.open()
    button.setFocus()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    assert stand.asked == ["fetching"]
    dialog.close()


def press_f1_in_a_dialog(stand: Stand, qtbot: QtBot) -> None:
    """In one that comes up over the window."""
    dialog = QDialog(stand.window)
    button = QPushButton("ok", dialog)
    dialog.open()
    dialog.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    QTest.keyClick(button, Qt.Key.Key_F1)
    dialog.close()


def test_a_dialog_is_served_as_it_gets_the_focus(
    stand: Stand, qtbot: QtBot, qapp: QApplication
) -> None:
    stand.keys.follow(qapp)
    press_f1_in_a_dialog(stand, qtbot)
    assert stand.asked == [PLACES["home"]]


def test_a_window_that_is_gone_serves_no_dialog_any_more(
    stand: Stand, qtbot: QtBot, qapp: QApplication
) -> None:
    gone = QWidget()
    before = HelpKeys(gone, lambda: "people")
    before.follow(qapp)
    delete(gone)
    stand.keys.follow(qapp)
    press_f1_in_a_dialog(stand, qtbot)
    assert stand.asked == [PLACES["home"]]
    assert not isValid(before)


def test_a_strip_with_a_failure_has_its_way_into_the_manual(
    stand: Stand, language: Language
) -> None:
    sentence = error_sentence(WorkbookProtected(PurePath("a.xlsx")), language)
    stand.strip.say(Mood.ERROR, "Not read", sentence)
    help_button = next(one for one in stand.strip.findChildren(QPushButton) if one.text() == "Help")
    help_button.click()
    stand.keys.ask()
    assert stand.asked == ["WorkbookProtected", "WorkbookProtected"]
    stand.strip.say(Mood.DONE, "Saved")
    assert stand.strip.entry == ""
    left = [one for one in stand.strip.findChildren(QPushButton) if not one.isHidden()]
    assert "Help" not in [one.text() for one in left]


def test_the_box_of_a_failure_stays_while_its_entry_opens(
    qtbot: QtBot, theme: Theme, language: Language, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    prompts = WindowPrompts(theme, language, lambda error: "It failed.", tmp_path, window)
    asked: list[str] = []
    prompts.help_asked.connect(asked.append)
    prompts.explain(DiskFull(tmp_path / "a.xlsx"))
    box = window.findChildren(QMessageBox)[0]
    help_button = next(one for one in box.buttons() if box.buttonRole(one) is ROLE)
    help_button.click()
    assert asked == ["DiskFull"]
    assert box.isVisible()
    keys = HelpKeys(window, lambda: "home")
    assert keys.place_of(box) == "DiskFull"
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible()


ROLE = QMessageBox.ButtonRole.HelpRole


def test_a_sentence_knows_of_which_failure_it_tells(language: Language) -> None:
    sentence = error_sentence(FileInUse(PurePath("a.xlsx")), language)
    assert sentence.entry == "FileInUse"
    assert sentence.startswith("a.xlsx")
