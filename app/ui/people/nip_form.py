"""The form that gives a person another NIP: a PPPK became PNS, or the number was wrong."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from app.domain.nip import EmployeeKind
from app.domain.person import Person
from app.services.people import EditPeople
from app.ui.parts.fields import beside, form_grid
from app.ui.parts.text import label
from app.ui.people.form_dialog import Write
from app.ui.people.nip_field import NipField
from app.ui.theme.theme import Theme
from app.wording.language import Language


class NipForm(QWidget):
    """The reason follows the numbers until somebody chooses it."""

    def __init__(self, theme: Theme, language: Language, today: date, person: Person) -> None:
        super().__init__()
        self.setMinimumWidth(460)
        self._language = language
        self._person = person
        self._nip = NipField(theme, language, today)
        self._became = QRadioButton(language.say("PPPK became PNS"))
        self._corrected = QRadioButton(language.say("The number was written wrongly"))
        self._corrected.setChecked(True)
        self._chosen = False
        reasons = QWidget()
        box = QVBoxLayout(reasons)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        for reason in (self._became, self._corrected):
            box.addWidget(reason)
            reason.clicked.connect(self._choose)
        grid = form_grid()
        before = label(theme, person.nip.grouped)
        beside(theme, grid, language.say("NIP until now"), before)
        beside(theme, grid, language.say("New NIP"), self._nip)
        beside(theme, grid, language.say("Reason"), reasons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.addLayout(grid)
        column.addStretch()
        self._nip.changed.connect(self._follow)

    def first_field(self) -> QWidget:
        """The new NIP."""
        return self._nip.field

    def flaw(self) -> tuple[str, QWidget] | None:
        """The number must be one, and another one."""
        if self._nip.nip is None:
            return self._nip.flaw_sentence(), self._nip.field
        if self._nip.nip == self._person.nip:
            return self._language.say("This is the NIP that stands there now."), self._nip.field
        return None

    def answer(self) -> Write:
        """Gives the new number; the former one is kept.

        Raises:
            ValueError: there is none; ask `flaw` first.
        """
        person, nip = self._person, self._nip.nip
        if nip is None:
            raise ValueError("no NIP")
        reason = (self._became if self._became.isChecked() else self._corrected).text()
        said = self._language.say("{name} has a new NIP; the former one is kept.")

        def change(people: EditPeople) -> int:
            people.change_nip(person.id, nip, reason)
            return person.id

        return Write(change, said.format(name=person.name))

    @Slot()
    def _choose(self) -> None:
        self._chosen = True

    @Slot()
    def _follow(self) -> None:
        nip = self._nip.nip
        if self._chosen or nip is None:
            return
        became = (
            self._person.nip.kind is EmployeeKind.PPPK
            and nip.kind is EmployeeKind.PNS
            and nip.birth_date == self._person.nip.birth_date
        )
        (self._became if became else self._corrected).setChecked(True)
