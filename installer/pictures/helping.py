"""Scenes of the help window, the help menu, the palette of commands and the letters of Alt."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from app.ui.manual.browser import ManualBrowser
from app.ui.manual.window import ManualWindow
from app.ui.palette.popup import PalettePopup
from app.ui.parts.fields import SearchField
from installer.pictures.scene import Room, Scene
from installer.pictures.stage import Stage


def _manual(stage: Stage) -> None:
    stage.key("F1")


def _manual_found(stage: Stage) -> None:
    _manual(stage)
    window = stage.part(ManualWindow)
    field = window.findChild(SearchField)
    if field is not None:
        field.setText(stage.say("Excel"))
    stage.rest()


def _manual_nothing(stage: Stage) -> None:
    _manual(stage)
    window = stage.part(ManualWindow)
    field = window.findChild(SearchField)
    if field is not None:
        field.setText("qwxyz")
    stage.rest()


def _manual_address(stage: Stage) -> None:
    stage.office.help.manual.open("platforms-x")
    stage.rest()
    stage.part(ManualBrowser).address_asked.emit("https://developer.x.com")
    stage.rest()


def _help_menu(stage: Stage) -> None:
    stage.press("Help")


def _palette(stage: Stage) -> None:
    stage.key("Ctrl+Shift+P")


def _palette_found(stage: Stage) -> None:
    _palette(stage)
    stage.part(PalettePopup).search.setText("report")
    stage.rest()


def _palette_reason(stage: Stage) -> None:
    """What cannot be done now says why; the settings have to be read for that."""
    stage.go("settings")
    stage.go("followers")
    _palette(stage)
    stage.part(PalettePopup).search.setText(stage.say("Show what is too old…"))
    stage.rest()


def _letters(stage: Stage) -> None:
    """Alt is held."""
    QTest.keyPress(stage.window, Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier)
    for timer in stage.window.letters.findChildren(QTimer):
        timer.timeout.emit()
    stage.rest()


HELPING = Room(
    "followers",
    (
        Scene("manual", _manual),
        Scene("manual-found", _manual_found),
        Scene("manual-nothing", _manual_nothing),
        Scene("manual-address", _manual_address),
        Scene("help-menu", _help_menu),
        Scene("palette", _palette),
        Scene("palette-found", _palette_found),
        Scene("palette-reason", _palette_reason),
        Scene("letters", _letters),
    ),
)
