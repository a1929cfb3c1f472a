"""A small dialog around one form: Enter saves, Escape cancels, an error keeps what was typed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from app.services.people import EditPeople
from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.dialog_frame import SIDE, DialogFrame
from app.ui.parts.fields import Note
from app.ui.parts.text import label
from app.ui.parts.writing import writes
from app.ui.theme.theme import Theme
from app.wording.language import Language

_REFUSED = "error"
"""The mood of the note; a name, since literal words in `say` are sentences."""


@dataclass(frozen=True, slots=True)
class Write:
    """What a form wants to have written, and what is said when it is.

    `act` is called away from the window's thread; it gives the id of the person. `leaves`: a
    row leaves the list.
    """

    act: Callable[[EditPeople], int]
    said: str
    leaves: bool = False


class Form(Protocol):
    """A QWidget that also answers these."""

    def flaw(self) -> tuple[str, QWidget] | None:
        """Why it cannot be saved yet, and the field where it is mended."""

    def answer(self) -> Write:
        """What was filled in; asked only while there is no flaw."""

    def first_field(self) -> QWidget:
        """Where typing begins."""


class FormDialog(QDialog):
    """Emits `submitted` and waits: whoever saves calls `accept` or `refuse`."""

    submitted = Signal(object)
    """A Write."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        form: Form,
        *,
        title: str,
        lead: str = "",
        accept: str = "",
        parent: QWidget,
    ) -> None:
        """`lead` says below the title whom it is about, `accept` what is done instead of saving."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._language = language
        self._form = form
        self._note = Note(theme)
        self._note.hide()
        self._save = primary_button(theme, accept or language.say("Save"), keys="Enter")
        self._save.setDefault(True)
        self._cancel = plain_button(theme, language.say("Cancel"), keys="Esc")
        self._lay_out(theme, title, lead)
        writes(self._save)
        self._save.clicked.connect(self._submit)
        self._cancel.clicked.connect(self.reject)
        form.first_field().setFocus()

    @Slot(str)
    def refuse(self, sentence: str) -> None:
        """Nothing was saved: say why; everything typed stays."""
        self._save.setEnabled(True)
        title = self._language.say("Not saved")
        self._note.say(_REFUSED, "triangle-alert", "error_text", title, sentence)
        self._note.show()

    @override
    def reject(self) -> None:
        # While the answer is being written there is nothing left to cancel.
        if self._save.isEnabled():
            super().reject()

    @Slot()
    def _submit(self) -> None:
        flaw = self._form.flaw()
        if flaw is not None:
            sentence, field = flaw
            self.refuse(sentence)
            field.setFocus()
            return
        self._note.hide()
        self._save.setEnabled(False)
        self.submitted.emit(self._form.answer())

    def _lay_out(self, theme: Theme, title: str, lead: str) -> None:
        if not isinstance(self._form, QWidget):
            raise TypeError(title)
        self._form.setProperty("role", "page")
        wished = self._form.sizeHint().expandedTo(self._form.minimumSize())
        frame = DialogFrame(self, wished.width() + 2 * SIDE, ruled=True)
        frame.middle.addWidget(label(theme, title, font="card_title"))
        if lead:
            frame.middle.addWidget(label(theme, lead, tone="text_2", wrap=True))
        frame.middle.addWidget(self._form, 1)
        frame.foot.addWidget(self._note)
        frame.set_buttons(None, self._cancel, self._save)
