"""A small dialog around one question: Enter does it, Escape leaves it, a failure is said inside."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.dialog_frame import DialogFrame
from app.ui.parts.fields import Note
from app.ui.parts.progress import ProgressStrip
from app.ui.parts.text import label
from app.ui.parts.writing import writes
from app.ui.theme.theme import Theme
from app.wording.language import Language

_WIDTH = 480
_REFUSED = "error"
"""The mood of the note; a name, since literal words in `say` are sentences."""


class AskDialog(QDialog):
    """Emits `submitted` and waits: whoever does it calls `accept` or `refuse`."""

    submitted = Signal()
    cancelled = Signal()
    """The work that was submitted is to be stopped."""

    def __init__(
        self, theme: Theme, language: Language, title: str, body: QWidget, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._language = language
        self._working = False
        self._can_submit = True
        self._note = Note(theme)
        self._note.hide()
        self._progress = ProgressStrip(theme, language)
        self._accept = primary_button(theme, title, keys="Enter")
        self._accept.setDefault(True)
        self._cancel = plain_button(theme, language.say("Cancel"), keys="Esc")
        frame = DialogFrame(self, _WIDTH, ruled=True)
        frame.middle.addWidget(label(theme, title, font="card_title"))
        frame.middle.addWidget(body)
        frame.middle.addStretch()
        frame.foot.addWidget(self._note)
        frame.foot.addWidget(self._progress)
        frame.set_buttons(None, self._cancel, self._accept)
        writes(self._accept)
        self._accept.clicked.connect(self._submit)
        self._cancel.clicked.connect(self.reject)
        self._progress.cancelled.connect(self.cancelled)

    def offer(self, words: str, *, possible: bool) -> None:
        """What the button does, and whether it can be done yet."""
        self._can_submit = possible
        self._accept.set_words(words)
        self._accept.setEnabled(possible and not self._working)

    @Slot(int, int)
    def step(self, done: int, total: int) -> None:
        """The work goes on."""
        self._progress.step(done, total)

    def refuse(self, title: str, sentence: str = "") -> None:
        """It was not done: say why; everything chosen stays."""
        self._rest()
        self._note.say(_REFUSED, "triangle-alert", "error_text", title, sentence)
        self._note.show()

    @override
    def reject(self) -> None:
        # What is being written is stopped by its own button, and then nothing is kept.
        if not self._working:
            super().reject()

    @Slot()
    def _submit(self) -> None:
        if self._working or not self._can_submit:
            return
        self._working = True
        self._accept.setEnabled(False)
        self._cancel.setEnabled(False)
        self._note.hide()
        words = self._language.say("Reading the people")
        self._progress.start(words, self._step_words)
        self.submitted.emit()

    def _rest(self) -> None:
        self._working = False
        self._progress.stop()
        self._cancel.setEnabled(True)
        self._accept.setEnabled(self._can_submit)

    def _step_words(self, done: int, total: int) -> str:
        del total  # nobody knows it beforehand
        return self._language.say_many("{count} person read", "{count} people read", done)
