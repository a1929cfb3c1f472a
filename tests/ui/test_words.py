"""Qt's own buttons speak the office's language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from app.ui.words import QtWords
from app.wording.language import Language


class Shouting(Language):
    """Stands in for a catalogue: every sentence comes back in capitals."""

    def say(self, message: str) -> str:
        return message.upper()


@pytest.fixture
def installed(qapp: QApplication, language: Language) -> Iterator[None]:
    words = QtWords(Shouting("en", Path()))
    qapp.installTranslator(words)
    yield
    qapp.removeTranslator(words)


def test_standard_buttons_are_answered_from_the_catalogue(installed: None, qtbot: QtBot) -> None:
    standard = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(standard.Cancel | standard.Yes | standard.Save | standard.Apply)
    qtbot.addWidget(box)
    assert {button.text() for button in box.buttons()} == {"CANCEL", "YES", "SAVE", "APPLY"}


def test_the_file_dialog_is_answered_from_the_catalogue(installed: None, qtbot: QtBot) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    labels = {label.text() for label in dialog.findChildren(QLabel) if label.text()}
    assert labels == {"FOLDER:", "FILE NAME:", "KIND OF FILE:"}
    tips = {button.toolTip() for button in dialog.findChildren(QToolButton)}
    assert {"BACK", "FORWARD", "ONE FOLDER UP", "NEW FOLDER"} <= tips


def test_what_is_not_known_stays_qts_own(installed: None) -> None:
    assert QCoreApplication.translate("Elsewhere", "A rare word") == "A rare word"
