"""A field for a NIP that says while one types what the number tells, or what is wrong with it."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.nip import EmployeeKind, Nip, NipFlaw, NipReading, read_nip
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.imports import doubt_sentence, held_advice
from app.wording.language import Language, Words

_DIGITS = 18

_BY_HAND: Mapping[NipFlaw, Words] = {
    NipFlaw.EMPTY: lambda say: say("Fill in the 18 digits of the NIP."),
    NipFlaw.ROUNDED_TEXT: lambda say: say(
        "This number went through a spreadsheet and lost its last digits. Take them from the decree "
        "of appointment."
    ),
    NipFlaw.NOT_A_NIP: lambda say: say("This is not a NIP. Fill in its 18 digits."),
}
"""Where the advice for an imported row would speak of columns and of importing again."""


class NipField(QWidget):
    """`field` is the line that is typed into; below it stands what was understood."""

    changed = Signal()

    def __init__(self, theme: Theme, language: Language, today: date) -> None:
        super().__init__()
        self._language = language
        self._today = today
        self.field = QLineEdit()
        self.field.setAccessibleName(language.say("NIP / NI PPPK"))
        self._says = label(theme, font="small", tone="text_2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.field)
        column.addWidget(self._says)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._read)
        self.field.editingFinished.connect(self._say_all)
        self._read()

    @property
    def reading(self) -> NipReading:
        """What stands in the field."""
        return read_nip(self.field.text())

    @property
    def nip(self) -> Nip | None:
        """The number; None while it is none."""
        return self.reading.nip

    def flaw_sentence(self) -> str:
        """Why there is no number yet; empty where there is one."""
        flaw = self.reading.flaw
        if flaw is None:
            return ""
        words = _BY_HAND.get(flaw)
        return words(self._language.say) if words else held_advice(flaw, self._language)

    @Slot()
    def _read(self) -> None:
        typed = "".join(self.field.text().split())
        if self.nip is None and typed.isdigit() and len(typed) < _DIGITS:
            # Half a number is no mistake: an old NIP or a NIK is told of when the field is left.
            text = self._language.say("{count} of {all} digits")
            self._tell(text.format(count=len(typed), all=_DIGITS), "text_2")
        elif not typed:
            self._tell(self._language.say("18 digits; spaces do not matter."), "text_2")
        else:
            self._say_all()
        self.changed.emit()

    @Slot()
    def _say_all(self) -> None:
        nip = self.nip
        if nip is None:
            if self.field.text().strip():
                self._tell(self.flaw_sentence(), "error_text")
            return
        doubts = [doubt_sentence(one, self._language) for one in nip.doubts(self._today.year)]
        kind = "PPPK" if nip.kind is EmployeeKind.PPPK else "PNS"
        born = self._language.date(nip.birth_date)
        first = self._language.say("{kind}, born on {date}.").format(kind=kind, date=born)
        self._tell(" ".join((first, *doubts)), "warning_text" if doubts else "qualifies_text")

    def _tell(self, words: str, tone: str) -> None:
        self._says.setText(words)
        if self._says.property("tone") != tone:
            self._says.setProperty("tone", tone)
            self._says.style().unpolish(self._says)
            self._says.style().polish(self._says)
        self.field.setAccessibleDescription(words)
