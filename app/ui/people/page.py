"""Pegawai: the table of everyone, found as one types, and the card of who is chosen."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import AppError, PersonGone
from app.domain.person import Consent, Person, Service
from app.domain.verdict import Verdict
from app.services.job import Job
from app.services.people import EditPeople
from app.services.preferences import KeepPreferences
from app.services.standings import JudgeStandings
from app.ui.parts.side import SidePanel
from app.ui.parts.strip import Answer, Mood, Strip
from app.ui.people.card import PersonPanel
from app.ui.people.card_head import Deed
from app.ui.people.deeds import PeopleDeeds
from app.ui.people.filters import PeopleFilter
from app.ui.people.inset import Inset
from app.ui.people.list_part import PeopleList, verdicts_of
from app.ui.people.reading import PersonShown, ReadPeople, Roll
from app.ui.people.roll_reading import RollReading
from app.ui.prompts import Prompts
from app.ui.shell.page import Fact
from app.ui.summing import sum_facts
from app.ui.table.memory import TableMemory
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.errors import error_sentence
from app.wording.language import Language
from app.wording.verdicts import verdict_short_word

_TWO = 2


class PeoplePage(QWidget):
    """Everyone in the office; what is changed here is written at once and can be undone."""

    facts_changed = Signal()
    changed = Signal()
    """Something was written."""
    import_asked = Signal()
    record_asked = Signal(int)
    """The followers of this person are to be recorded."""
    privacy_asked = Signal(object, object)
    """A Deed of privacy, and the Person."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        people: EditPeople,
        standings: JudgeStandings,
        preferences: KeepPreferences,
        today: date,
        tasks: TaskRunner,
        prompts: Prompts,
        memory: TableMemory,
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._language = language
        self._tasks = tasks
        self._reading = ReadPeople(people, standings, preferences, today, language)
        self._roll = RollReading(self._reading, tasks, self)
        self._deeds = PeopleDeeds(theme, language, people, tasks, prompts, today, self)
        self._list = PeopleList(theme, language, memory)
        self._panel = PersonPanel(theme, language)
        self.evidence = self._panel.evidence
        self.evidence.take_over(self, self._panel)
        words = language.say("Person card")
        self._side = SidePanel(theme, language, self._list, Inset(self._panel), open_words=words)
        self._list.filters.add_tool(self._side.opener)
        self.strip = Strip(theme, language)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(8)
        column.addWidget(self._side, 1)
        column.addWidget(self.strip)
        self._wanted: int | None = None
        self._asked_filter: PeopleFilter | None = None
        self._asked_person: int | None = None
        self._connect()

    # The window's questions

    def facts(self) -> Sequence[Fact]:
        """How many are shown and chosen, and their verdicts; sums where several are chosen."""
        say, number = self._language.say, self._language.number
        chosen = len(self._list.table.selected_rows())
        text = say("{shown} shown · {chosen} chosen")
        shown = number(self._list.model.filtered_count)
        summed = sum_facts(self._list.sums, self._language)
        if summed:
            return summed
        if not self._list.judged:
            return [Fact(text.format(shown=shown, chosen=number(chosen)))]
        verdicts = self._list.verdicts_shown()
        words = " · ".join(
            f"{verdict_short_word(verdict, self._language)} {number(verdicts.get(verdict, 0))}"
            for verdict in Verdict
        )
        return [Fact(text.format(shown=shown, chosen=number(chosen))), Fact(words)]

    def search_field(self) -> QLineEdit | None:
        """Where Ctrl+F goes."""
        return self._list.filters.search

    def regions(self) -> Sequence[QWidget]:
        """Table, then card."""
        return [self._list.table, self._panel]

    @property
    def person_shown(self) -> Person | None:
        """Who is on the card."""
        shown = self._panel.shown
        return shown.card.person if shown is not None else None

    def refresh(self) -> None:
        """Reads everyone again if anything was written; what was being read before is dropped."""
        self._list.read_begins(self._language.say("Reading the people"))
        self._roll.begin(self._list.progress.step)

    # Other pages' wishes

    def show_only(self, wanted: PeopleFilter) -> None:
        """Shows whom another page asks for, now and after the next reading."""
        self._asked_filter = wanted
        self._list.narrow_to(wanted)
        self._list.choose_first()

    def show_person(self, person_id: int) -> None:
        """Brings one person into sight, now or after the next reading."""
        self._asked_person = None if self._list.choose(person_id, clearing=True) else person_id

    # Reading

    @Slot(object)
    def _show_names(self, roll: Roll) -> None:
        """Who asks for some of them by what is not judged yet waits for it."""
        if self._asked_filter is None:
            self._take(roll)
            self._list.names_stand()
            if self._asked_person is not None:
                self.show_person(self._asked_person)
            self._list.choose_first()

    @Slot(object)
    def _show_roll(self, roll: Roll | None) -> None:
        self._list.read_ends()
        if roll is not None:
            self._take(roll)
        if self._asked_filter is not None:
            self._list.narrow_to(self._asked_filter)
            self._asked_filter = None
        if self._asked_person is not None:
            self._list.choose(self._asked_person, clearing=True)
            self._asked_person = None
        self._list.choose_first()

    def _take(self, roll: Roll) -> None:
        kept = roll.preferences.keep_contacts
        everyone = (*roll.serving, *roll.left)
        self._deeds.know(everyone, keep_contacts=kept)
        self._wanted = None
        self._list.set_rows(roll.serving, roll.left)

    @Slot()
    def _stop_reading(self) -> None:
        self._list.read_ends()
        words = self._language.say("Reading was stopped; the list may be old.")
        self.strip.say(Mood.WARNING, words, answers=[self._again()])

    @Slot(object)
    def _say_failure(self, error: AppError) -> None:
        self._list.read_ends()
        lead = self._language.say("The people were not read.")
        sentence = error_sentence(error, self._language)
        self.strip.say(Mood.ERROR, lead, sentence, [self._again()])

    def _again(self) -> Answer:
        return Answer(self._language.say("Try again"), self.refresh)

    @Slot()
    def _follow_choice(self) -> None:
        """The card follows the rows that are chosen."""
        rows = self._list.table.selected_rows()
        if len(rows) == 1:
            self._read_person(rows[0].id)
        else:
            self._wanted = None
            if rows:
                self._panel.show_several(len(rows), verdicts_of(rows))
            else:
                self._panel.show_nobody()
        self.facts_changed.emit()

    @Slot()
    def _uncover(self) -> None:
        """Where nothing is found, what can be done about it stands below the drawer."""
        if not self._list.model.filtered_count:
            self._side.close_drawer()

    def _read_person(self, person_id: int, *, again: bool = False) -> None:
        if person_id == self._wanted and not again:
            return
        self._wanted = person_id
        reading = self._reading

        def read(job: Job) -> PersonShown:
            return reading.person(person_id)

        self._tasks.run(read, done=self._show_person, failed=self._person_failed)

    @Slot(object)
    def _show_person(self, shown: PersonShown) -> None:
        if shown.card.person.id != self._wanted:
            return  # somebody else was chosen meanwhile
        self._panel.show_person(shown)
        if not self._list.replace_row(shown.row):
            self.refresh()

    @Slot(object)
    def _person_failed(self, error: AppError) -> None:
        self._panel.show_nobody()
        if isinstance(error, PersonGone):
            self.refresh()
        else:
            self._say_failure(error)

    # Doing

    @Slot(object)
    def _do(self, what: Deed | Service | Consent) -> None:
        if self._panel.shown is not None:
            self._deeds.do(self._panel.shown.card, what)

    @Slot(int)
    def _ask_merge(self, other: int) -> None:
        if self._panel.person_id is not None:
            self._deeds.merge(self._panel.person_id, other)

    @Slot()
    def _ask_merge_of_two(self) -> None:
        chosen = self._list.table.selected_rows()
        if len(chosen) == _TWO:
            self._deeds.merge(chosen[0].id, chosen[1].id)

    @Slot()
    def _ask_consent(self) -> None:
        chosen = self._list.table.selected_rows()
        shown = self._panel.shown
        if len(chosen) == 1 and shown is not None:
            self._deeds.do(shown.card, Deed.CONSENT)
        elif chosen:
            self._deeds.ask_consent([(row.id, row.name) for row in chosen])

    @Slot(int, str)
    def _tell_merged(self, person_id: int, words: str) -> None:
        self.strip.say(Mood.DONE, words, self._language.say("Ctrl+Z undoes it."))
        self.changed.emit()
        self._asked_person = person_id
        self.refresh()

    @Slot(int, str)
    def _tell_written(self, person_id: int, words: str) -> None:
        self.strip.say(Mood.DONE, words, self._language.say("Ctrl+Z undoes it."))
        self.changed.emit()
        if self._list.model.find(person_id) is None:
            self._asked_person = person_id
            self.refresh()
        elif self._list.choose(person_id):
            self._read_person(person_id, again=True)

    @Slot()
    def _ask_to_record(self) -> None:
        person_id = self._panel.recordable
        if person_id is not None:
            self.record_asked.emit(person_id)

    @Slot(str)
    def tell(self, words: str) -> None:
        """Says what was done."""
        self.strip.say(Mood.DONE, words)

    def _connect(self) -> None:
        self._list.add_asked.connect(self._deeds.add)
        self._list.import_asked.connect(self.import_asked)
        self._list.chosen.connect(self._follow_choice)
        self._list.opened.connect(self._side.open)
        self._list.model.shown_changed.connect(self._uncover)
        self._list.progress.cancelled.connect(self._roll.cancel)
        self._roll.named.connect(self._show_names)
        self._roll.read.connect(self._show_roll)
        self._roll.stopped.connect(self._stop_reading)
        self._roll.failed.connect(self._say_failure)
        self._deeds.written.connect(self._roll.note_written)
        self._panel.record_asked.connect(self._ask_to_record)
        self._panel.deed_asked.connect(self._do)
        self._panel.copied.connect(self.tell)
        self._panel.merge_asked.connect(self._ask_merge)
        self._panel.two_asked.connect(self._ask_merge_of_two)
        self._panel.consent_asked.connect(self._ask_consent)
        self._deeds.written.connect(self._tell_written)
        self._deeds.merged.connect(self._tell_merged)
        self._deeds.privacy_asked.connect(self.privacy_asked)
        for keys, act in (
            ("Ctrl+Return", self._ask_to_record),
            ("Ctrl+Enter", self._ask_to_record),
            ("Ctrl+I", self._ask_consent),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
