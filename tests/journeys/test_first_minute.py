"""The first minute: an empty office, the sample office and back, another language, another look."""

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from app.bootstrap import window_offices
from app.paths import office_database, sample_database
from app.ui.program import Program


@pytest.fixture
def program(qapp, monkeypatch):
    """The whole program over the test's own home folder; its crash hook ends with it."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    started = Program(qapp, window_offices())
    yield started
    window = started.office.window
    window.close()
    # Deleted as a whole: collected in pieces, a widget may still ask a theme that is gone.
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def texts(program):
    window = program.office.window
    return {label.text() for label in window.findChildren(QLabel) if label.isVisible()}


def press(qtbot, program, *words):
    buttons = [
        button
        for button in program.office.window.findChildren(QAbstractButton)
        if button.isVisible() and (button.text() in words or button.accessibleName() in words)
    ]
    assert buttons, words
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def test_an_empty_office_opens_in_indonesian_and_leads_to_the_first_import(program, qtbot):
    assert program.start(office_database())
    qtbot.waitUntil(lambda: "Selamat datang di Gaung" in texts(program))
    assert program.office.window.windowTitle() == "Gaung"


def test_the_sample_office_is_a_database_of_its_own_and_goes_with_one_click(program, qtbot):
    program.start(office_database())
    qtbot.waitUntil(lambda: "Selamat datang di Gaung" in texts(program))
    press(qtbot, program, "Coba dengan kantor contoh")
    qtbot.waitUntil(lambda: "Ini kantor contoh." in texts(program), timeout=30_000)
    qtbot.waitUntil(lambda: "Yang perlu dikerjakan" in texts(program), timeout=30_000)
    assert sample_database().exists()
    press(qtbot, program, "Hapus contoh")
    qtbot.waitUntil(lambda: "Selamat datang di Gaung" in texts(program))
    assert not sample_database().exists()
    assert office_database().exists()


def test_another_language_builds_the_window_anew_on_the_same_page(program, qtbot):
    program.start(office_database())
    program.office.window.go("settings")
    program.office.settings.show_category("look")
    press(qtbot, program, "English")
    qtbot.waitUntil(lambda: "Settings" in texts(program))
    assert program.office.window.current_key == "settings"


def test_every_page_opens_by_its_number(program, qtbot):
    program.start_with_sample()
    window = program.office.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    keys = []
    for number in range(1, 8):
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        keys.append(window.current_key)
    assert keys == ["home", "people", "import", "followers", "standings", "reports", "settings"]
