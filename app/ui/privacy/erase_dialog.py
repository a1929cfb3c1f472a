"""The dialog before a person is erased: what exactly goes, where else they stand, the name typed."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget
from typing_extensions import override

from app.domain.name import fold_name
from app.services.privacy.erasing import Going
from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.fields import Note, stacked
from app.ui.parts.writing import writes
from app.ui.privacy.told_column import ToldColumn
from app.ui.privacy.words import copies_lines
from app.ui.theme.theme import Theme
from app.wording.erasure import closing_line, handed_out_line, picture_line, trace_lines
from app.wording.language import Language

_WARNING, _REFUSED = "warning", "error"


class EraseDialog(QDialog):
    """Cancel is the default until the name stands in the field; then Enter still erases nobody."""

    submitted = Signal(str, bool)
    """The name as it was typed, and whether the copies are to lose the person too."""

    def __init__(self, theme: Theme, language: Language, going: Going, parent: QWidget) -> None:
        say, person = language.say, going.person
        title = say("Erase a person for good")
        lead = f"{person.full_name} · {person.nip.label} {person.nip.grouped}"
        super().__init__(parent)
        self._told = ToldColumn(theme, title, lead, self)
        self._language, self._name = language, person.name
        self._working = False
        self._note = Note(theme)
        self._warn(purges=False)
        self._purge = QCheckBox(say("Take the person out of these copies too"))
        self._purge.setChecked(False)
        self._purge.setVisible(going.backed_up or bool(going.copies))
        self._typed = QLineEdit()
        self._erase = primary_button(theme, say("Erase for good"), icon="trash-2")
        self._erase.setAutoDefault(False)
        self._cancel = plain_button(theme, say("Cancel"), keys="Esc")
        self._cancel.setDefault(True)
        self._tell(going)
        asked = say("To agree, type the name: {name}").format(name=person.name)
        self._told.below.addWidget(self._note)
        self._told.below.addWidget(self._purge)
        self._told.below.addLayout(stacked(theme, asked, self._typed))
        self._told.set_buttons(self._cancel, self._erase)
        self._typed.textChanged.connect(self._follow)
        self._purge.toggled.connect(self._explain_purge)
        writes(self._erase)
        self._erase.clicked.connect(self._submit)
        self._cancel.clicked.connect(self.reject)
        self._follow()
        self._typed.setFocus()

    def refuse(self, sentence: str) -> None:
        """Nobody was erased: say why; what was typed stays."""
        self._rest()
        title = self._language.say("Nobody was erased")
        self._note.say(_REFUSED, "triangle-alert", "error_text", title, sentence)

    @override
    def reject(self) -> None:
        # What is being erased is not stopped by closing the dialog.
        if not self._working:
            super().reject()

    def _tell(self, going: Going) -> None:
        say, language = self._language.say, self._language
        self._told.head(say("What goes"))
        self._told.tell(", ".join(trace_lines(going.rows, language)) + ".")
        self._told.tell(picture_line(going.pictures, going.shared_pictures, language))
        self._told.tell(closing_line(going.closings, language))
        self._told.head(say("Where the person still stands afterwards"))
        for text in copies_lines(going.copies, language):
            self._told.tell(text)
        if going.backed_up:
            self._told.tell(
                say("A backup “before erasing” is made first; it holds the person too.")
            )
        if going.second_place_away:
            words = say(
                "The second place of the backups cannot be reached now: what lies there stays."
            )
            self._told.tell(words, tone="warning_text")
        if files := handed_out_line(going.handed_out, language):
            self._told.tell(say("Files that went out: {files}").format(files=files))
        self._told.tell(
            say(
                "Reports, forms and backups that were carried away are out of reach: ask for them, or "
                "delete them yourself."
            ),
            tone="text_2",
        )

    def _warn(self, *, purges: bool) -> None:
        say = self._language.say
        title = say("This cannot be undone")
        words = say(
            "Ctrl+Z does not bring this person back, and undoing older steps gives back everybody "
            "else only."
        )
        if purges:
            title = say("Afterwards nothing can bring this person back")
            words = say(
                "Every backup is written anew without the person, also the one that is made now. "
                "Backups that cannot be read are removed."
            )
        self._note.say(_WARNING, "triangle-alert", "warning_text", title, words)

    @Slot()
    def _follow(self) -> None:
        same = fold_name(self._typed.text()) == fold_name(self._name)
        self._erase.setEnabled(same and bool(self._typed.text().strip()) and not self._working)

    @Slot(bool)
    def _explain_purge(self, chosen: bool) -> None:
        self._warn(purges=chosen)

    @Slot()
    def _submit(self) -> None:
        if self._working or not self._erase.isEnabled():
            return
        self._working = True
        for one in (self._erase, self._cancel, self._typed, self._purge):
            one.setEnabled(False)
        self._erase.set_words(self._language.say("Erasing"))
        self.submitted.emit(self._typed.text(), self._purge.isChecked())

    def _rest(self) -> None:
        self._working = False
        self._erase.set_words(self._language.say("Erase for good"))
        for one in (self._cancel, self._typed, self._purge):
            one.setEnabled(True)
        self._follow()
