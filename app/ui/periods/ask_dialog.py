"""A small dialog around one question: Enter does it, Escape leaves it, a failure is said inside."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.fields import Note
from app.ui.parts.progress import ProgressStrip
from app.ui.parts.text import label, line
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
        self.setMinimumWidth(_WIDTH)
        self._language = language
        self._working = False
        self._can_submit = True
        self._note = Note(theme)
        self._note.hide()
        self._progress = ProgressStrip(theme, language)
        self._accept = primary_button(theme, title, keys="Enter")
        self._accept.setDefault(True)
        self._cancel = plain_button(theme, language.say("Cancel"), keys="Esc")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch()
        foot.addWidget(self._cancel)
        foot.addWidget(self._accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(theme, title, font="card_title"))
        column.addWidget(body)
        column.addWidget(self._note)
        column.addWidget(self._progress)
        column.addStretch()
        column.addWidget(line())
        column.addLayout(foot)
        writes(self._accept)
        self._accept.clicked.connect(self._submit)
        self._cancel.clicked.connect(self.reject)
        self._progress.cancelled.connect(self.cancelled)

    def offer(self, words: str, *, possible: bool) -> None:
        """What the button does, and whether it can be done yet."""
        self._can_submit = possible
        self._accept.set_words(words)
        self._accept.setEnabled(possible and not self._working)
        self._fit()

    @Slot(int, int)
    def step(self, done: int, total: int) -> None:
        """The work goes on."""
        self._progress.step(done, total)

    def refuse(self, title: str, sentence: str = "") -> None:
        """It was not done: say why; everything chosen stays."""
        self._rest()
        self._note.say(_REFUSED, "triangle-alert", "error_text", title, sentence)
        self._note.show()
        self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

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

    def _fit(self) -> None:
        """A dialog alone gives wrapped words no more lines than it guessed at first."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            wanted = layout.totalHeightForWidth(self.width())
            self.resize(self.width(), max(self.height(), wanted))

    def _rest(self) -> None:
        self._working = False
        self._progress.stop()
        self._cancel.setEnabled(True)
        self._accept.setEnabled(self._can_submit)

    def _step_words(self, done: int, total: int) -> str:
        del total  # nobody knows it beforehand
        return self._language.say_many("{count} person read", "{count} people read", done)
