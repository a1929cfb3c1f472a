"""The foot of a person's card: likely second records, consent, former NIPs, note, contacts, last change."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.fields import Field
from app.domain.person import Consent, Person
from app.services.people import LastChange
from app.ui.parts.buttons import Button, ButtonRole
from app.ui.parts.text import icon_label, label
from app.ui.parts.writing import writes
from app.ui.people.reading import PersonShown
from app.ui.theme.theme import Theme
from app.wording.fields import consent_word, field_label
from app.wording.histories import consent_line
from app.wording.language import Language

_LABELS = 118
_CONSENT_LOOK = {
    Consent.GIVEN: ("handshake", "qualifies_text"),
    Consent.REFUSED: ("circle-slash", "text_2"),
    Consent.WITHDRAWN: ("eye-off", "text_2"),
}


class Facts(QWidget):
    """A row for each fact; what is not known has none."""

    merge_asked = Signal(int)
    """The id of another record that may be of the same person."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._filled = 0
        self._others: dict[Button, int] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnMinimumWidth(0, _LABELS)
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)

    def show_person(self, shown: PersonShown) -> None:
        """Everything anew."""
        self._empty()
        say = self._language.say
        person = shown.card.person
        for other in shown.card.alike:
            self._add_alike(other)
        self._add_consent(shown)
        for former in shown.card.former_nips:
            day = self._language.short_date(former.replaced_on)
            until = say("{nip}, until {date}").format(nip=former.nip.grouped, date=day)
            self._add(say("Former NIP"), until)
        self._add(field_label(Field.ECHELON, self._language), person.echelon)
        self._add(field_label(Field.PHONE, self._language), person.phone)
        self._add(field_label(Field.EMAIL, self._language), person.email)
        self._add(field_label(Field.NOTE, self._language), person.note)
        if shown.card.changed is not None:
            self._add(say("Last changed"), self._change(shown.card.changed))

    def _add_alike(self, other: Person) -> None:
        """Perhaps the same person: said quietly, with the way to look at both."""
        say = self._language.say
        words = f"{other.full_name}\n{other.nip.grouped}"
        button = Button(self._theme, say("Merge…"), role=ButtonRole.QUIET, small=True)
        button.setAccessibleName(say("Merge with {nip}").format(nip=other.nip.grouped))
        self._others[button] = other.id
        writes(button)
        button.clicked.connect(self._ask_merge)
        heading = say("Perhaps the same person")
        value = label(self._theme, words, font="small", wrap=True)
        value.setAccessibleName(f"{heading}: {words}")
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(value)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._place(heading, both)

    @Slot()
    def _ask_merge(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.merge_asked.emit(self._others[button])

    def _add_consent(self, shown: PersonShown) -> None:
        person = shown.card.person
        words = consent_word(person.consent, self._language)
        if person.consent_on is not None:
            day = self._language.short_date(person.consent_on)
            words = self._language.say("{consent}, {date}").format(consent=words, date=day)
        if shown.card.consents:
            words = consent_line(shown.card.consents[0], self._language)
        look = _CONSENT_LOOK.get(person.consent)
        heading = field_label(Field.CONSENT, self._language)
        self._add(heading, words, *(look or ("", "text")))
        earlier = [consent_line(one, self._language) for one in shown.card.consents[1:]]
        self._add(self._language.say("Said earlier"), "\n".join(earlier))

    def _change(self, change: LastChange) -> str:
        day = self._language.short_date(change.at.date())
        if not change.by:
            return day
        return self._language.say("{date} by {name}").format(date=day, name=change.by)

    def _add(self, heading: str, words: str, icon: str = "", tone: str = "text") -> None:
        if not words:
            return
        value = label(self._theme, words, font="small", wrap=True)
        value.setAccessibleName(f"{heading}: {words}")
        self._place(heading, self._marked(value, icon, tone))

    def _place(self, heading: str, value: QWidget) -> None:
        top = Qt.AlignmentFlag.AlignTop
        name = label(self._theme, heading, font="small", tone="text_2", wrap=True)
        self._grid.addWidget(name, self._filled, 0, top)
        self._grid.addWidget(value, self._filled, 1, top)
        self._filled += 1

    def _marked(self, value: QWidget, icon: str, tone: str) -> QWidget:
        if not icon:
            return value
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(icon_label(self._theme, icon, tone=tone, size=14))
        row.addWidget(value, 1)
        return made

    def _empty(self) -> None:
        self._filled = 0
        self._others.clear()
        while (item := self._grid.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
