"""The form that makes two records of one person into one, side by side and field by field."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QGridLayout, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.fields import Field
from app.domain.merging import (
    Merge,
    Record,
    Side,
    became_pns,
    contradictions,
    proposed_account,
    proposed_consent,
    proposed_nip,
    proposed_service,
    proposed_text,
    same_account,
)
from app.domain.platform import Platform
from app.domain.roster import PERSON_FIELDS, AccountState
from app.services.people import EditPeople
from app.ui.parts.fields import Note
from app.ui.parts.text import label, line
from app.ui.people.form_dialog import Write
from app.ui.people.merge_words import (
    account_of_record,
    consent_of_record,
    contradiction_sentence,
    counts_of_record,
)
from app.ui.people.side_choice import SideChoice
from app.ui.theme.theme import Theme
from app.wording.fields import field_label, person_text_label, service_word
from app.wording.language import Language

_WIDTH = 680
_WARNING = "warning"


class MergeForm(QWidget):
    """What is the same in both is not asked; every count of both is kept, so none is asked for."""

    def __init__(self, theme: Theme, language: Language, one: Record, other: Record) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._records = (one, other)
        self._grid = QGridLayout()
        self._grid.setColumnMinimumWidth(0, 130)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._add_heads()
        self._nip = self._line(
            language.say("NIP that stays"),
            lambda record: record.person.nip.grouped,
            proposed_nip(one, other),
        )
        self._texts: dict[str, SideChoice] = {}
        self._accounts: dict[Platform, SideChoice] = {}
        self._consent: SideChoice | None = None
        self._service: SideChoice | None = None
        self._add_differences()
        self._became = QRadioButton(language.say("PPPK became PNS"))
        self._corrected = QRadioButton(language.say("The number was written wrongly"))
        self._chosen = False
        self._lay_out()
        self._connect()

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(_WIDTH, 0))

    def first_field(self) -> QWidget:
        """The NIP that stays."""
        return self._nip.field

    def flaw(self) -> tuple[str, QWidget] | None:
        """Two people who plainly differ are warned of, never refused."""
        return None

    def answer(self) -> Write:
        """Everything as it was chosen; the other number becomes a former one."""
        merge = self._merge()
        name = merge.texts["name"]
        said = self._language.say("Two records of {name} are one now.").format(name=name)

        def write(people: EditPeople) -> int:
            people.merge(merge)
            return merge.stays

        return Write(write, said, leaves=True)

    def _merge(self) -> Merge:
        one, other = self._records
        stays, goes = (one, other) if self._nip.side is Side.ONE else (other, one)
        consent = self._chosen_record(self._consent).person
        reason = self._became if self._became.isChecked() else self._corrected
        return Merge(
            stays.person.id,
            goes.person.id,
            reason.text(),
            {
                name: getattr(self._chosen_record(self._texts.get(name)).person, name)
                for name in PERSON_FIELDS
            },
            {platform: self._account(platform) for platform in self._platforms()},
            consent.consent,
            consent.consent_on,
            self._chosen_record(self._service).person.service,
        )

    def _account(self, platform: Platform) -> AccountState:
        record = self._chosen_record(self._accounts.get(platform))
        return record.accounts.get(platform, AccountState(platform))

    def _chosen_record(self, choice: SideChoice | None) -> Record:
        one, other = self._records
        return other if choice is not None and choice.side is Side.OTHER else one

    def _platforms(self) -> list[Platform]:
        one, other = self._records
        return [p for p in Platform if p in one.accounts or p in other.accounts]

    # -------------------------------------------------------------- building

    def _add_heads(self) -> None:
        for column, record in enumerate(self._records, 1):
            head = QWidget()
            box = QVBoxLayout(head)
            box.setContentsMargins(0, 0, 0, 6)
            box.setSpacing(1)
            name = label(self._theme, record.person.full_name, font="body_semibold", wrap=True)
            box.addWidget(name)
            words = counts_of_record(record, self._language)
            box.addWidget(label(self._theme, words, font="small", tone="text_2", wrap=True))
            box.addStretch()
            self._grid.addWidget(head, 0, column)

    def _line(self, heading: str, words: Callable[[Record], str], proposed: Side) -> SideChoice:
        one, other = self._records
        values = words(one), words(other)
        choice = SideChoice(self._theme, self._grid, heading, values, proposed)
        choice.setParent(self)
        return choice

    def _add_differences(self) -> None:
        one, other = self._records
        language = self._language
        for name in PERSON_FIELDS:
            if getattr(one.person, name) != getattr(other.person, name):
                self._texts[name] = self._line(
                    person_text_label(name, language),
                    lambda record, field=name: getattr(record.person, field),  # type: ignore[misc]
                    proposed_text(name, one, other),
                )
        for platform in self._platforms():
            if not same_account(one.accounts.get(platform), other.accounts.get(platform)):
                self._accounts[platform] = self._line(
                    platform.name_shown,
                    lambda record, on=platform: account_of_record(record, on, language),  # type: ignore[misc]
                    proposed_account(platform, one, other),
                )
        said = (one.person.consent, one.person.consent_on)
        if said != (other.person.consent, other.person.consent_on):
            self._consent = self._line(
                field_label(Field.CONSENT, language),
                lambda record: consent_of_record(record, language),
                proposed_consent(one, other),
            )
        if one.person.service is not other.person.service:
            self._service = self._line(
                language.say("Service"),
                lambda record: service_word(record.person.service, language),
                proposed_service(one, other),
            )

    def _lay_out(self) -> None:
        say = self._language.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(10)
        one, other = self._records
        against = contradictions(one.person, other.person)
        if against:
            note = Note(self._theme)
            sentences = [
                contradiction_sentence(what, one.person, other.person, self._language)
                for what in against
            ]
            title = say("Perhaps two different people")
            note.say(_WARNING, "triangle-alert", "warning_text", title, " ".join(sentences))
            column.addWidget(note)
        column.addLayout(self._grid)
        column.addWidget(line())
        row = self._grid.rowCount()
        reason = label(self._theme, say("The other NIP"), font="small", tone="text_2", wrap=True)
        self._grid.addWidget(reason, row, 0)
        self._grid.addWidget(self._corrected, row, 1)
        self._grid.addWidget(self._became, row, 2)
        words = say("All counts of both are kept with their dates and sources.")
        column.addWidget(label(self._theme, words, font="small", tone="text_2", wrap=True))
        column.addStretch()
        self._follow()

    def _connect(self) -> None:
        self._nip.changed.connect(self._follow)
        for reason in (self._became, self._corrected):
            reason.clicked.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        self._chosen = True

    @Slot()
    def _follow(self) -> None:
        """The reason follows the numbers until somebody chooses it."""
        if self._chosen:
            return
        one, other = (record.person for record in self._records)
        stays, goes = (one, other) if self._nip.side is Side.ONE else (other, one)
        (self._became if became_pns(stays, goes) else self._corrected).setChecked(True)
