"""The dry run: what is older than the limits, and the question whether it is to go."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget
from typing_extensions import override

from app.domain.retention import Limited
from app.services.privacy.retention import Due
from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.fields import Note
from app.ui.parts.writing import writes
from app.ui.privacy.told_column import ToldColumn
from app.ui.theme.theme import Theme
from app.wording.erasure import picture_line, shortened
from app.wording.language import Language
from app.wording.retention import due_lines

_WARNING, _REFUSED = "warning", "error"


class DueDialog(QDialog):
    """Cancel is the default; a tick unlocks the button."""

    submitted = Signal()

    def __init__(self, theme: Theme, language: Language, due: Due, parent: QWidget) -> None:
        say = language.say
        super().__init__(parent)
        self._told = ToldColumn(theme, say("What is too old"), "", self)
        self._language = language
        self._working = False
        self._note = Note(theme)
        self._agreed = QCheckBox(say("This cannot be undone, and I agree"))
        self._remove = primary_button(theme, say("Erase for good"), icon="trash-2")
        self._remove.setAutoDefault(False)
        self._cancel = plain_button(theme, say("Cancel"), keys="Esc")
        self._cancel.setDefault(True)
        for text in due_lines(due.rows, language):
            self._told.tell(text)
        self._told.tell(picture_line(due.pictures, 0, language))
        if due.people:
            self._told.head(say("People who go wholly"))
            self._told.tell(shortened([one.name for one in due.people], language))
        self._told.tell(self._meaning(due), tone="text_2")
        words = say("A backup is made first. It is removed later, by the rules of backups.")
        self._note.say(_WARNING, "triangle-alert", "warning_text", say("Erased for good"), words)
        self._told.below.addWidget(self._note)
        self._told.below.addWidget(self._agreed)
        self._told.set_buttons(self._cancel, self._remove)
        self._remove.setEnabled(False)
        self._agreed.toggled.connect(self._remove.setEnabled)
        writes(self._remove)
        self._remove.clicked.connect(self._submit)
        self._cancel.clicked.connect(self.reject)
        self._agreed.setFocus()

    def refuse(self, sentence: str) -> None:
        """Nothing was erased."""
        self._working = False
        self._cancel.setEnabled(True)
        self._agreed.setEnabled(True)
        self._remove.setEnabled(self._agreed.isChecked())
        title = self._language.say("Nothing was erased")
        self._note.say(_REFUSED, "triangle-alert", "error_text", title, sentence)

    @override
    def reject(self) -> None:
        if not self._working:
            super().reject()

    def _meaning(self, due: Due) -> str:
        """What is not there any more afterwards, besides the rows themselves."""
        if due.rows.get(Limited.UNDO):
            return self._language.say("Steps of that time cannot be undone any more.")
        return ""

    @Slot()
    def _submit(self) -> None:
        self._working = True
        for one in (self._remove, self._cancel, self._agreed):
            one.setEnabled(False)
        self.submitted.emit()
