"""The cards about the program: versions, and where the data lies."""

from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt, QUrl, Slot, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.services.about import running_versions
from app.ui.parts.buttons import plain_button
from app.ui.parts.card import Card
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.language import Language


class AboutCard(QWidget):
    """Everything here can be selected and copied into a letter."""

    def __init__(self, theme: Theme, language: Language, database: Path) -> None:
        super().__init__()
        self._folder = database.parent
        say = language.say
        versions = running_versions(database)
        card = Card(theme, say("About Gaung"))
        rows = (
            (say("Version"), versions.gaung or say("not installed, run from its folder")),
            ("Python", versions.python),
            ("Qt", f"{qVersion()} (PySide6 {pyside_version})"),
            ("SQLite", f"{versions.sqlite} ({versions.journal})"),
            (say("Schema of the database"), versions.schema),
            (say("Database"), str(database)),
        )
        card.body.addLayout(_pairs(theme, rows))
        button = plain_button(theme, say("Open the folder"), icon="folder-open")
        button.clicked.connect(self._open)
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch()
        card.body.addLayout(row)
        words = say(
            "All data stays on this computer: in this file, pictures in the folder beside it."
        )
        card.body.addWidget(label(theme, words, font="small", tone="text_2", wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    @Slot()
    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def _pairs(theme: Theme, rows: tuple[tuple[str, str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnMinimumWidth(0, 120)
    grid.setColumnStretch(1, 1)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(8)
    for row, (name, value) in enumerate(rows):
        first = label(theme, name, font="small", tone="text_2")
        second = label(theme, value, wrap=True)
        second.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(first, row, 0, top)
        grid.addWidget(second, row, 1)
    return grid
