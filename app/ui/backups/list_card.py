"""The card with every backup that is kept: when, why, what is in it, and the way back to it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.backups.keeping import Proven
from app.ui.backups.words import holding_words, megabytes, moment, reason_word
from app.ui.parts.buttons import Button
from app.ui.parts.card import Card
from app.ui.parts.chips import Chip
from app.ui.parts.text import label, line
from app.ui.parts.writing import writes
from app.ui.theme.theme import Theme
from app.wording.language import Language

if TYPE_CHECKING:
    from app.services.backups.shelf import Backup


class BackupList(QWidget):
    """The newest first; one that is not whole says so and cannot be restored."""

    restore_asked = Signal(object)
    """The Backup."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._buttons: dict[Button, Backup] = {}
        self._card = Card(theme, language.say("Kept backups"))
        self._rows = QWidget()
        self._card.body.addWidget(self._rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)

    def show_backups(self, found: Sequence[Proven]) -> None:
        """List them; a button that has the focus gives it to its successor."""
        focused = next((one for button, one in self._buttons.items() if button.hasFocus()), None)
        self._buttons.clear()
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for proven in found:
            column.addWidget(line())
            column.addLayout(self._row(proven))
        if not found:
            nothing = self._language.say("No backup yet.")
            column.addWidget(label(self._theme, nothing, tone="text_2", wrap=True))
        self._card.body.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows
        for button, backup in self._buttons.items():
            if focused is not None and backup.path == focused.path:
                button.setFocus()
        many = self._language.say_many
        self._card.set_note(many("{count} backup", "{count} backups", len(found)) if found else "")

    def focus_first(self) -> None:
        """The keyboard goes to the newest one that is whole."""
        for button in list(self._buttons)[:1]:
            button.setFocus()

    def _row(self, proven: Proven) -> QHBoxLayout:
        say, backup = self._language.say, proven.backup
        contents = backup.contents
        head = backup.path.name if contents is None else moment(contents.made_at, self._language)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(label(self._theme, head, font="body_medium"))
        if contents is not None:
            chip = Chip(self._theme, reason_word(contents.reason, self._language))
            first.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addStretch()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(first)
        second = self._second_line(proven)
        tone = "text_2" if proven.good else "error_text"
        words.addWidget(label(self._theme, second, font="small", tone=tone, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(words, 1)
        if proven.good and contents is not None:
            button = Button(self._theme, say("Restore…"), small=True)
            name = say("Restore the backup of {moment}").format(moment=head)
            button.setAccessibleName(name)
            writes(button)
            button.clicked.connect(self._ask)
            self._buttons[button] = backup
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _second_line(self, proven: Proven) -> str:
        if not proven.good or proven.backup.contents is None:
            return self._language.say("Damaged: not what was written. It is never used.")
        size = proven.backup.seal.size if proven.backup.seal else 0
        parts = [holding_words(proven.backup.contents, self._language)]
        if size:
            parts.append(megabytes(size, self._language))
        return " · ".join(parts)

    @Slot()
    def _ask(self) -> None:
        button = self.sender()
        if isinstance(button, Button) and button in self._buttons:
            self.restore_asked.emit(self._buttons[button])
