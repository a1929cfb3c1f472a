"""The card of licences: every part is listed, and its licence can be read."""

from PySide6.QtWidgets import QListWidget, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.ui.settings.licences import LicencesCard
from app.ui.theme.theme import Theme
from app.wording.language import Language


def test_the_licence_of_the_chosen_part_is_shown(
    qtbot: QtBot, theme: Theme, language: Language
) -> None:
    card = LicencesCard(theme, language)
    qtbot.addWidget(card)
    card.show()
    (listed,) = card.findChildren(QListWidget)
    (text,) = card.findChildren(QPlainTextEdit)
    lines = [listed.item(row).text() for row in range(listed.count())]
    assert len(lines) > 20
    assert "MIT License" in text.toPlainText()
    listed.setCurrentRow(next(row for row, line in enumerate(lines) if line.startswith("Inter")))
    assert "SIL OPEN FONT LICENSE" in text.toPlainText()
