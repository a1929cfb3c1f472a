"""What an erasure did, where the person still stands, and the last step that ends that too."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from app.services.privacy.copies import Purged
from app.services.privacy.erasing import Erased
from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.fields import Note
from app.ui.parts.progress import ProgressStrip
from app.ui.parts.writing import writes
from app.ui.privacy.told_column import ToldColumn
from app.ui.privacy.words import copies_lines, purged_lines
from app.ui.theme.theme import Theme
from app.wording.erasure import handed_out_line, trace_lines
from app.wording.errors import error_sentence
from app.wording.language import Language

_GOOD, _WARNING, _REFUSED = "qualifies", "warning", "error"


class ErasedDialog(QDialog):
    """Stays until it was read: of this list nothing is kept, it would name the person again.

    Where nothing went now, it is about copies of somebody who was erased earlier.
    """

    purge_asked = Signal()
    wipe_asked = Signal()
    cancelled = Signal()

    def __init__(
        self,
        theme: Theme,
        language: Language,
        erased: Erased,
        parent: QWidget,
    ) -> None:
        say = language.say
        super().__init__(parent)
        title = say("The person is erased") if erased.rows else say("Copies of somebody erased")
        self._told = ToldColumn(theme, title, erased.name, self)
        self._language = language
        self._note = Note(theme)
        self._progress = ProgressStrip(theme, language)
        self._close = plain_button(theme, say("Close"), keys="Esc")
        self._purge = primary_button(theme, say("Purge the copies"), icon="archive")
        self._wipe = plain_button(theme, say("Try again"))
        if erased.rows:
            self._told.head(say("What went"))
            self._told.tell(", ".join(trace_lines(erased.rows, language)) + ".")
        if files := handed_out_line(erased.handed_out, language):
            self._told.head(say("Files that went out with the person"))
            self._told.tell(files)
        if erased.second_place_away:
            words = say(
                "The second place of the backups cannot be reached now. When it is back, look once more: "
                "Settings, Privacy, “Copies of somebody erased”."
            )
            self._told.tell(words, tone="warning_text")
        self._told.below.addWidget(self._note)
        self._told.below.addWidget(self._progress)
        for one in (self._wipe, self._purge, self._close):
            one.setAutoDefault(False)
        self._told.set_buttons(self._wipe, self._purge, self._close)
        self._close.setDefault(True)
        self._purge.setVisible(bool(erased.copies))
        self._wipe.setVisible(erased.not_wiped is not None)
        self._close.clicked.connect(self.accept)
        writes(self._purge, self._wipe)
        self._purge.clicked.connect(self.purge_asked)
        self._wipe.clicked.connect(self.wipe_asked)
        self._progress.cancelled.connect(self.cancelled)
        self._say(erased, None)
        self._close.setFocus()

    def begin(self) -> None:
        """The copies are being worked on."""
        self._close.setEnabled(False)
        self._purge.setEnabled(False)
        self._progress.start(self._language.say("Purging the copies"), self._step_words)

    @Slot(int, int)
    def step(self, done: int, total: int) -> None:
        """So many copies are done."""
        self._progress.step(done, total)

    def show_purged(self, erased: Erased, purged: Purged) -> None:
        """The copies are done."""
        self._rest()
        self._purge.setVisible(bool(purged.failed))
        self._say(erased, purged)

    def show_wiped(self, erased: Erased, purged: Purged | None) -> None:
        """The file was written anew, or could not be again."""
        self._wipe.setVisible(erased.not_wiped is not None)
        self._say(erased, purged)

    def show_failed(self, sentence: str) -> None:
        """The work on the copies was stopped or failed."""
        self._rest()
        title = self._language.say("Copies still hold the person")
        self._note.say(_REFUSED, "triangle-alert", "error_text", title, sentence)

    def _say(self, erased: Erased, purged: Purged | None) -> None:
        say, language = self._language.say, self._language
        if erased.not_wiped is not None:
            title = say("Rests of the texts may still lie in the file")
            words = error_sentence(erased.not_wiped, language)
            self._note.say(_WARNING, "triangle-alert", "warning_text", title, words)
        elif purged is not None and purged.failed:
            lines = "\n".join(purged_lines(purged, language))
            title = say("Copies still hold the person")
            self._note.say(_REFUSED, "triangle-alert", "error_text", title, lines)
        elif erased.copies and purged is None:
            title = say("These copies still hold the person")
            lines = "\n".join(copies_lines(erased.copies, language))
            self._note.say(_WARNING, "archive", "warning_text", title, lines)
        else:
            title = say("No file of Gaung holds this person any more")
            lines = "\n".join(purged_lines(purged, language)) if purged is not None else ""
            self._note.say(_GOOD, "circle-check", "qualifies_text", title, lines)

    def _rest(self) -> None:
        self._progress.stop()
        self._close.setEnabled(True)
        self._purge.setEnabled(True)

    def _step_words(self, done: int, total: int) -> str:
        number = self._language.number
        text = self._language.say("Copy {done} of {total}")
        return text.format(done=number(min(done + 1, total)), total=number(total))
