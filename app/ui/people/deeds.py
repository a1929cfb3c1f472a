"""What is done to people by hand: each opens its dialog or acts at once, and can be undone."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import assert_never

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.domain.merging import Record
from app.domain.person import Consent, Person, Service
from app.services.job import Job
from app.services.people import EditPeople, PersonCard
from app.ui.people.accounts_form import AccountsForm
from app.ui.people.activity_form import ActivityForm
from app.ui.people.card_head import Deed
from app.ui.people.consent_form import ConsentForm
from app.ui.people.form_dialog import Form, FormDialog, Write
from app.ui.people.history_form import HistoryForm
from app.ui.people.merge_form import MergeForm
from app.ui.people.nip_form import NipForm
from app.ui.people.partner_box import PartnerBox
from app.ui.people.person_form import PersonForm
from app.ui.people.rows import PersonRow, suggestions
from app.ui.people.unit_form import UnitForm
from app.ui.prompts import Prompts
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.errors import error_sentence
from app.wording.fields import consent_word
from app.wording.language import Language

_NAMED = 3


class PeopleDeeds(QObject):
    """Opens dialogs over `window` and writes through the service, away from its thread."""

    written = Signal(int, str)
    """The person's id and what was done, in words."""
    merged = Signal(int, str)
    """The same, where another row leaves the list."""
    privacy_asked = Signal(object, object)
    """What a Person asks of their own data: Deed.OWN_DATA or Deed.ERASE."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        people: EditPeople,
        tasks: TaskRunner,
        prompts: Prompts,
        today: date,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._language = language
        self._people = people
        self._tasks = tasks
        self._prompts = prompts
        self._today = today
        self._window = window
        self._keep_contacts = False
        self._everyone: Sequence[PersonRow] = ()

    def know(self, everyone: Sequence[PersonRow], *, keep_contacts: bool) -> None:
        """Whose texts forms propose, and whether they ask for contacts."""
        self._everyone = everyone
        self._keep_contacts = keep_contacts

    @Slot()
    def add(self) -> None:
        """Asks for a new person."""
        self._ask(self._person_form(None), self._language.say("Add a person"))

    def do(self, card: PersonCard, what: Deed | Service | Consent) -> None:
        """Does to the person of a card what was chosen from its menu."""
        say, person = self._language.say, card.person
        match what:
            case Service():
                self._mark(person, what)
            case Consent():
                self._set_consent(person, what)
            case Deed.EDIT:
                self._ask(self._person_form(person), say("Change details"), person)
            case Deed.MOVE:
                form = UnitForm(self._theme, self._language, suggestions(self._everyone), person)
                self._ask(form, say("Move to another unit"), person)
            case Deed.CHANGE_NIP:
                new = NipForm(self._theme, self._language, self._today, person)
                self._ask(new, say("Give a new NIP"), person)
            case Deed.ACCOUNTS:
                accounts = AccountsForm(self._theme, self._language, card)
                self._ask(accounts, say("Accounts"), person)
            case Deed.ACTIVITY:
                activity = ActivityForm(self._theme, self._language, card, self._today)
                self._ask(activity, say("Activity of the accounts"), person)
            case Deed.HISTORY:
                history = HistoryForm(self._theme, self._language, card)
                title, accept = say("History of the counts"), say("Take back the ticked ones")
                self._ask(history, title, person, accept=accept)
            case Deed.CONSENT:
                self.ask_consent([(person.id, person.name)], person.consent)
            case Deed.MERGE:
                self._ask_partner(card)
            case Deed.OWN_DATA | Deed.ERASE:
                self.privacy_asked.emit(what, person)
            case _:
                assert_never(what)

    def _ask_partner(self, card: PersonCard) -> None:
        person = card.person
        PartnerBox(
            self._theme,
            self._language,
            [row for row in self._everyone if row.id != person.id],
            {one.id for one in card.alike},
            partial(self.merge, person.id),
            self._window,
            lead=f"{person.full_name} · {person.nip.grouped}",
        ).open()

    def ask_consent(self, people: Sequence[tuple[int, str]], now: Consent | None = None) -> None:
        """Asks what people said, and when; `now`: what one person said until today."""
        form = ConsentForm(self._theme, self._language, people, self._today, now)
        names = ", ".join(name for _, name in people[:_NAMED])
        if len(people) > _NAMED:
            more = len(people) - _NAMED
            also = self._language.say_many("and {count} more", "and {count} more", more)
            names = f"{names}, {also}"
        self._ask(form, self._language.say("Consent"), lead=names)

    def merge(self, one: int, other: int) -> None:
        """Shows two records side by side, to be made one."""
        people = self._people

        def read(job: Job) -> tuple[Record, Record]:
            return people.records(one, other)

        self._tasks.run(read, done=self._ask_merge, failed=self._prompts.explain)

    @Slot(object)
    def _ask_merge(self, records: tuple[Record, Record]) -> None:
        say = self._language.say
        form = MergeForm(self._theme, self._language, *records)
        lead = say("Choose what stays. Ctrl+Z gives both records back.")
        self._ask(form, say("Merge two records of one person"), lead=lead, accept=say("Merge"))

    def _person_form(self, person: Person | None) -> PersonForm:
        return PersonForm(
            self._theme,
            self._language,
            self._today,
            suggestions(self._everyone),
            person=person,
            keep_contacts=self._keep_contacts,
        )

    def _mark(self, person: Person, service: Service) -> None:
        say = self._language.say
        said = {
            Service.ACTIVE: say("{name} is in service again."),
            Service.MOVED: say("{name} was marked as moved away."),
            Service.RETIRED: say("{name} was marked as retired."),
        }[service].format(name=person.name)
        people = self._people
        self._act(person, said, lambda: people.set_service(person.id, service))

    def _set_consent(self, person: Person, consent: Consent) -> None:
        if consent is person.consent:
            return
        said = self._language.say("Consent of {name}: {consent}.").format(
            name=person.name, consent=consent_word(consent, self._language)
        )
        people = self._people
        self._act(person, said, lambda: people.set_consent(person.id, consent))

    def _act(self, person: Person, said: str, act: Callable[[], None]) -> None:
        def work(job: Job) -> int:
            act()
            return person.id

        marked = _Marked(self, said)
        self._tasks.run(work, done=marked.tell, failed=self._prompts.explain)

    def _ask(
        self,
        form: Form,
        title: str,
        person: Person | None = None,
        *,
        lead: str = "",
        accept: str = "",
    ) -> None:
        if person is not None:
            lead = f"{person.full_name} · {person.nip.grouped}"
        dialog = FormDialog(
            self._theme,
            self._language,
            form,
            title=title,
            lead=lead,
            accept=accept,
            parent=self._window,
        )
        _Asking(dialog, self, self._people, self._tasks, self._language)
        dialog.open()


class _Marked(QObject):
    """Tells that a mark was set; a child of the deeds, since tasks hold what they call weakly."""

    def __init__(self, deeds: PeopleDeeds, said: str) -> None:
        super().__init__(deeds)
        self._deeds = deeds
        self._said = said

    @Slot(object)
    def tell(self, person_id: int) -> None:
        self._deeds.written.emit(person_id, self._said)
        self.deleteLater()


class _Asking(QObject):
    """Writes what one dialog asks to be written; lives as long as the dialog."""

    def __init__(
        self,
        dialog: FormDialog,
        deeds: PeopleDeeds,
        people: EditPeople,
        tasks: TaskRunner,
        language: Language,
    ) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._deeds = deeds
        self._people = people
        self._tasks = tasks
        self._language = language
        self._wanted: Write | None = None
        dialog.submitted.connect(self._write)

    @Slot(object)
    def _write(self, write: Write) -> None:
        people = self._people
        self._wanted = write
        self._tasks.run(lambda job: write.act(people), done=self._saved, failed=self._refused)

    @Slot(object)
    def _saved(self, person_id: int) -> None:
        self._dialog.accept()
        wanted = self._wanted
        if wanted is not None:
            signal = self._deeds.merged if wanted.leaves else self._deeds.written
            signal.emit(person_id, wanted.said)

    @Slot(object)
    def _refused(self, error: AppError) -> None:
        self._dialog.refuse(error_sentence(error, self._language))
