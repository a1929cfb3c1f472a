"""The form of a person: added anew with a NIP, or changed in every other text."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.nip import EmployeeKind, Nip
from app.domain.person import Person
from app.domain.roster import PERSON_FIELDS
from app.services.people import EditPeople
from app.ui.parts.fields import beside, form_grid
from app.ui.people.completion import Completion
from app.ui.people.form_dialog import Write
from app.ui.people.nip_field import NipField
from app.ui.theme.theme import Theme
from app.wording.fields import person_text_label
from app.wording.language import Language

_CONTACTS = ("phone", "email")


class PersonForm(QWidget):
    """Every text of a person; contacts only where the office keeps them."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        today: date,
        suggestions: Mapping[str, Sequence[str]],
        *,
        person: Person | None = None,
        keep_contacts: bool = False,
    ) -> None:
        """`person` None: the form of a new one, with the NIP on top."""
        super().__init__()
        self.setMinimumWidth(520)
        self._language = language
        self._before = person
        self._nip = NipField(theme, language, today) if person is None else None
        self._fields: dict[str, QLineEdit] = {}
        grid = form_grid()
        if self._nip is not None:
            beside(theme, grid, language.say("NIP / NI PPPK"), self._nip)
            self._nip.changed.connect(self._propose_status)
        for name in PERSON_FIELDS:
            if name not in _CONTACTS or keep_contacts:
                self._add(theme, grid, name, suggestions.get(name, ()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.addLayout(grid)
        column.addStretch()

    def first_field(self) -> QWidget:
        """The NIP of a new person, else the name."""
        return self._fields["name"] if self._nip is None else self._nip.field

    def flaw(self) -> tuple[str, QWidget] | None:
        """A person needs a NIP and a name."""
        if self._nip is not None and self._nip.nip is None:
            return self._nip.flaw_sentence(), self._nip.field
        if not self._text("name"):
            return self._language.say("Fill in the name."), self._fields["name"]
        return None

    def answer(self) -> Write:
        """Adds the new person, or replaces the texts that differ.

        Raises:
            ValueError: there is no NIP; ask `flaw` first.
        """
        texts = {name: self._text(name) for name in self._fields}
        if self._before is not None:
            return self._changes(self._before, texts)
        if self._nip is None or self._nip.nip is None:
            raise ValueError("no NIP")
        new = _person(self._nip.nip, texts)
        said = self._language.say("{name} was added.").format(name=new.name)

        def add(people: EditPeople) -> int:
            return people.add(new)

        return Write(add, said)

    def _changes(self, person: Person, texts: Mapping[str, str]) -> Write:
        changed = {name: text for name, text in texts.items() if text != getattr(person, name)}
        say = self._language.say
        said = say("{name} was changed.") if changed else say("Nothing was changed.")

        def change(people: EditPeople) -> int:
            if changed:
                people.change(person.id, changed)
            return person.id

        return Write(change, said.format(name=texts["name"]))

    def _text(self, name: str) -> str:
        return " ".join(self._fields[name].text().split())

    def _add(self, theme: Theme, grid: QGridLayout, name: str, texts: Sequence[str]) -> None:
        field = QLineEdit(getattr(self._before, name) if self._before is not None else "")
        field.setCursorPosition(0)
        if texts:
            Completion(field, texts)
        self._fields[name] = field
        beside(theme, grid, person_text_label(name, self._language), field)

    @Slot()
    def _propose_status(self) -> None:
        """Only as grey words: the number cannot tell PPPK from PPPK paruh waktu."""
        nip = self._nip.nip if self._nip is not None else None
        kind = "" if nip is None else "PPPK" if nip.kind is EmployeeKind.PPPK else "PNS"
        self._fields["status"].setPlaceholderText(kind)


def _person(nip: Nip, texts: Mapping[str, str]) -> Person:
    in_order: tuple[Any, ...] = tuple(texts.get(name, "") for name in PERSON_FIELDS)
    return Person(nip, *in_order)
