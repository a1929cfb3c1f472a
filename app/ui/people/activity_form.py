"""The form of whether a person's accounts are in use: a day of the last post, or a word."""

from datetime import date

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.activity_reading import read_activity
from app.domain.platform import RECORDED
from app.services.activity import Seen
from app.services.people import EditPeople, PersonCard
from app.ui.parts.fields import beside, form_grid
from app.ui.parts.text import label
from app.ui.people.day_field import DayField
from app.ui.people.form_dialog import Write
from app.ui.theme.theme import Theme
from app.wording.conditions import activity_typed
from app.wording.language import Language


class ActivityForm(QWidget):
    """One line for each recorded platform; what is not touched is not written."""

    def __init__(self, theme: Theme, language: Language, card: PersonCard, today: date) -> None:
        super().__init__()
        self.setMinimumWidth(440)
        self._language = language
        self._person = card.person
        known = {one.platform: one.activity for one in card.accounts}
        self._fields = {
            platform: QLineEdit(activity_typed(known.get(platform), language))
            for platform in RECORDED
        }
        self._before = {platform: field.text() for platform, field in self._fields.items()}
        self._day = DayField(theme, language, today, language.say("Checked on"))
        grid = form_grid()
        for platform, field in self._fields.items():
            field.setPlaceholderText(language.say("5 Nov, active, not active"))
            beside(theme, grid, platform.name_shown, field)
        beside(theme, grid, language.say("Checked on"), self._day)
        help_line = language.say(
            "Type the day of the last post, or whether the account is active. Empty takes the last "
            "entry back; earlier ones stay."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.addLayout(grid)
        column.addWidget(label(theme, help_line, font="small", tone="text_2", wrap=True))
        column.addStretch()

    def first_field(self) -> QWidget:
        """The first platform."""
        return self._fields[RECORDED[0]]

    def flaw(self) -> tuple[str, QWidget] | None:
        """A day of the look, and entries that can be read on it."""
        day = self._day.day
        if day is None:
            return self._day.flaw()
        for platform, field in self._fields.items():
            if field.text() == self._before[platform]:
                continue
            reading = read_activity(field.text(), day)
            if reading.activity is None and not reading.is_empty:
                text = self._language.say(
                    "{platform}: type a day up to the day of checking, or active or not active."
                )
                return text.format(platform=platform.name_shown), field
        return None

    def answer(self) -> Write:
        """Writes the platforms that were changed.

        Raises:
            ValueError: there is no day; ask `flaw` first.
        """
        person, day = self._person, self._day.day
        if day is None:
            raise ValueError("no day of checking")
        seen = [
            Seen(platform, field.text())
            for platform, field in self._fields.items()
            if field.text() != self._before[platform]
        ]
        say = self._language.say
        said = say("The activity of {name} was recorded.") if seen else say("Nothing was changed.")

        def change(people: EditPeople) -> int:
            if seen:
                people.put_activities(person.id, seen, day)
            return person.id

        return Write(change, said.format(name=person.name))
