"""The form of what people said of the use of their accounts, for one person or several."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from app.domain.person import Consent
from app.services.people import EditPeople
from app.ui.parts.fields import beside, form_grid
from app.ui.parts.text import label
from app.ui.people.day_field import DayField
from app.ui.people.form_dialog import Write
from app.ui.theme.theme import Theme
from app.wording.fields import consent_word
from app.wording.language import Language


class ConsentForm(QWidget):
    """The arrows or the underlined letters choose, Enter saves."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        people: Sequence[tuple[int, str]],
        today: date,
        now: Consent | None = None,
    ) -> None:
        """`people`: their ids and names; `now`: what all of them said, if it is the same."""
        super().__init__()
        self.setMinimumWidth(420)
        self._language = language
        self._people = people
        self._choices = {one: QRadioButton(consent_word(one, language)) for one in Consent}
        self._choices[now or Consent.GIVEN].setChecked(True)
        self._day = DayField(theme, language, today, language.say("Said on"))
        choices = QWidget()
        box = QVBoxLayout(choices)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        for choice in self._choices.values():
            box.addWidget(choice)
        grid = form_grid()
        beside(theme, grid, language.say("Consent"), choices)
        beside(theme, grid, language.say("Said on"), self._day)
        told = language.say(
            "Whoever does not agree stays in every list, but is not fetched. Whoever withdraws "
            "leaves every output."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.addLayout(grid)
        column.addWidget(label(theme, told, font="small", tone="text_2", wrap=True))
        column.addStretch()

    def first_field(self) -> QWidget:
        """What is chosen."""
        return self._choices[self._chosen]

    @property
    def _chosen(self) -> Consent:
        return next(one for one, choice in self._choices.items() if choice.isChecked())

    def flaw(self) -> tuple[str, QWidget] | None:
        """There must be a day."""
        return self._day.flaw()

    def answer(self) -> Write:
        """Writes the word of everyone, as one step."""
        chosen, day = self._chosen, self._day.day
        ids = [person_id for person_id, _ in self._people]
        word = consent_word(chosen, self._language)
        name = self._people[0][1]
        if len(ids) > 1:
            name = self._language.say_many("{count} person", "{count} people", len(ids))
        said = self._language.say("Consent of {name}: {consent}.").format(name=name, consent=word)

        def change(people: EditPeople) -> int:
            people.set_consents(ids, chosen, day)
            return ids[0]

        return Write(change, said, leaves=len(ids) > 1)
