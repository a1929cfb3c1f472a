"""The form that moves a person to another unit."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.person import Person
from app.services.people import EditPeople
from app.ui.parts.fields import beside, form_grid
from app.ui.people.completion import Completion
from app.ui.people.form_dialog import Write
from app.ui.theme.theme import Theme
from app.wording.fields import person_text_label
from app.wording.language import Language

_FIELDS = ("unit", "organisation", "position")


class UnitForm(QWidget):
    """Unit, organisation and position, with those of others proposed."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        suggestions: Mapping[str, Sequence[str]],
        person: Person,
    ) -> None:
        super().__init__()
        self.setMinimumWidth(460)
        self._language = language
        self._person = person
        self._fields: dict[str, QLineEdit] = {}
        grid = form_grid()
        for name in _FIELDS:
            field = QLineEdit(getattr(person, name))
            field.setCursorPosition(0)
            Completion(field, suggestions.get(name, ()))
            self._fields[name] = field
            beside(theme, grid, person_text_label(name, language), field)
        self._fields["unit"].selectAll()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.addLayout(grid)
        column.addStretch()

    def first_field(self) -> QWidget:
        """The unit."""
        return self._fields["unit"]

    def flaw(self) -> tuple[str, QWidget] | None:
        """Something must differ."""
        if self._changed():
            return None
        return self._language.say("The unit is still the same."), self._fields["unit"]

    def answer(self) -> Write:
        """Replaces the texts that differ."""
        person, changed = self._person, self._changed()
        said = self._language.say("{name} was moved to another unit.").format(name=person.name)

        def move(people: EditPeople) -> int:
            people.change(person.id, changed)
            return person.id

        return Write(move, said)

    def _changed(self) -> Mapping[str, str]:
        texts = {name: " ".join(field.text().split()) for name, field in self._fields.items()}
        return {name: text for name, text in texts.items() if text != getattr(self._person, name)}
