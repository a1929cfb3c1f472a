"""One import in full: who, when, its day, and each file with its fingerprint and its sheets."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from app.domain.roster import Outcome
from app.services.importing import FileRecord, ImportRecord
from app.ui.importing.record_words import RecordWords
from app.ui.parts.buttons import Button, icon_button, primary_button
from app.ui.parts.card import Card
from app.ui.parts.dialog_frame import DialogFrame
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.imports import outcome_word
from app.wording.language import Language

_WIDTH = 720


class ImportDetail(QDialog):
    """For reading; the fingerprints can be copied whole."""

    def __init__(
        self, theme: Theme, language: Language, record: ImportRecord, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme, self._language = theme, language
        self._fingerprints: dict[Button, str] = {}
        words = RecordWords(language)
        title = words.title(record)
        self.setWindowTitle(title)
        close = primary_button(theme, language.say("Close"), keys="Esc")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        frame = DialogFrame(self, _WIDTH)
        frame.middle.addWidget(label(theme, title, font="card_title"))
        for sentence in words.facts(record):
            frame.middle.addWidget(label(theme, sentence, tone="text_2", wrap=True))
        for file in record.files:
            frame.middle.addWidget(self._file(file))
        frame.middle.addStretch()
        frame.set_buttons(None, close)
        close.setFocus()

    def _file(self, file: FileRecord) -> Card:
        card = Card(self._theme, file.name, file.format)
        field = QLineEdit(file.sha256)
        field.setReadOnly(True)
        field.setToolTip(file.sha256)
        field.setCursorPosition(0)
        name = self._language.say("Fingerprint (SHA-256)")
        field.setAccessibleName(name)
        copy = icon_button(self._theme, "copy", self._language.say("Copy the fingerprint"))
        copy.clicked.connect(self._copy)
        self._fingerprints[copy] = file.sha256
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(self._theme, name, font="small", tone="text_2"))
        row.addWidget(field, 1)
        row.addWidget(copy)
        card.body.addLayout(row)
        card.body.addLayout(self._sheets(file))
        return card

    def _sheets(self, file: FileRecord) -> QGridLayout:
        say = self._language.say
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        right = Qt.AlignmentFlag.AlignRight
        words = (outcome_word(one, self._language) for one in Outcome)
        heads = [say("Sheet"), *words, say("Rows read")]
        for column, head in enumerate(heads):
            made = label(self._theme, head, font="small", tone="text_2")
            grid.addWidget(made, 0, column, right if column else Qt.AlignmentFlag.AlignLeft)
        for row, sheet in enumerate(file.sheets, 1):
            grid.addWidget(label(self._theme, sheet.name, wrap=True), row, 0)
            for column, number in enumerate(_numbers(sheet.outcomes), 1):
                made = label(self._theme, self._language.number(number))
                made.setAccessibleName(f"{sheet.name}, {heads[column]}: {number}")
                grid.addWidget(made, row, column, right)
        return grid

    @Slot()
    def _copy(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            QGuiApplication.clipboard().setText(self._fingerprints[button])


def _numbers(outcomes: Mapping[Outcome, int]) -> list[int]:
    """The five buckets and their sum."""
    found = [outcomes[outcome] for outcome in Outcome]
    return [*found, sum(found)]
