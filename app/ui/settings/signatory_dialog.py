"""The small dialog for one person who signs."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from app.domain.nip import NipFlaw, NipReading, read_nip
from app.domain.office import Signatory, SignatoryRole
from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.dialog_frame import DialogFrame
from app.ui.parts.fields import beside, form_grid
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.imports import held_advice
from app.wording.language import Language

_WIDTH = 480


def role_words(role: SignatoryRole, language: Language) -> str:
    """The word on a chip and in the list of roles."""
    match role:
        case SignatoryRole.KNOWS:
            return language.say("Acknowledges")
        case SignatoryRole.SIGNS:
            return language.say("Signs")
        case SignatoryRole.ON_BEHALF:
            return language.say("On behalf")


class SignatoryDialog(QDialog):
    """Keeps nothing itself: `kept` carries the person when everything in it can be printed."""

    kept = Signal(object)

    def __init__(
        self, theme: Theme, language: Language, signatory: Signatory, parent: QWidget
    ) -> None:
        """`signatory` with id 0 is a new one."""
        super().__init__(parent)
        self._language = language
        self._signatory = signatory
        say = language.say
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Change who signs") if signatory.id else say("Add a signatory"))
        self._role = QComboBox()
        for role in SignatoryRole:
            self._role.addItem(role_words(role, language), role)
        self._role.setCurrentIndex(list(SignatoryRole).index(signatory.role))
        self._name = QLineEdit(signatory.name)
        self._position = QLineEdit(signatory.position)
        self._rank = QLineEdit(signatory.rank)
        reading = read_nip(signatory.nip)
        self._nip = QLineEdit(reading.nip.grouped if reading.nip else signatory.nip)
        self._complaint = label(theme, tone="error_text", wrap=True)
        self._complaint.hide()
        grid = form_grid()
        beside(theme, grid, say("Role"), self._role)
        beside(theme, grid, say("Name with titles"), self._name)
        beside(theme, grid, say("Position"), self._position)
        beside(theme, grid, say("Rank"), self._rank)
        beside(theme, grid, say("NIP"), self._nip)
        keep, cancel = primary_button(theme, say("Save")), plain_button(theme, say("Cancel"))
        keep.setDefault(True)
        keep.clicked.connect(self._keep)
        cancel.clicked.connect(self.reject)
        frame = DialogFrame(self, _WIDTH)
        frame.middle.addLayout(grid)
        frame.foot.addWidget(self._complaint)
        frame.set_buttons(None, cancel, keep)
        self._name.setFocus()

    @Slot()
    def _keep(self) -> None:
        reading = read_nip(self._nip.text())
        name = " ".join(self._name.text().split())
        self._mark(self._name, wrong=not name)
        self._mark(self._nip, wrong=_is_wrong(reading))
        if not name:
            self._complain(self._language.say("A name is needed: nobody signs without one."))
            self._name.setFocus()
        elif reading.flaw is not None and _is_wrong(reading):
            self._complain(held_advice(reading.flaw, self._language))
            self._nip.setFocus()
        else:
            self.kept.emit(
                replace(
                    self._signatory,
                    role=SignatoryRole(self._role.currentData()),
                    name=name,
                    position=" ".join(self._position.text().split()),
                    rank=" ".join(self._rank.text().split()),
                    nip=reading.nip.digits if reading.nip else "",
                )
            )
            self.accept()

    def _complain(self, words: str) -> None:
        self._complaint.setText(words)
        self._complaint.show()

    def _mark(self, field: QLineEdit, *, wrong: bool) -> None:
        field.setProperty("mood", "error" if wrong else "")
        field.style().unpolish(field)
        field.style().polish(field)


def _is_wrong(reading: NipReading) -> bool:
    """Somebody who signs need not have a NIP: a regent has none."""
    return reading.flaw is not None and reading.flaw is not NipFlaw.EMPTY
