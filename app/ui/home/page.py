"""Home: the first page of the day, or of a new office."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.errors import AppError
from app.domain.office import Office
from app.services.coverage import CoverOffice
from app.services.overview import LookOver
from app.services.period_changes import ComparePeriods
from app.services.preferences import KeepPreferences
from app.ui.coverage.desk import CoverageDesk
from app.ui.home.filled import MARGIN, Filled
from app.ui.home.languages import KeepLanguage, Languages
from app.ui.home.looking import HomeLooks, Seen
from app.ui.home.looking_back import LookingBack
from app.ui.home.steps_card import steps
from app.ui.home.to_do import Place
from app.ui.home.veil import Veil
from app.ui.home.welcome import Welcome
from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.head import PageHead
from app.ui.parts.progress import ProgressStrip
from app.ui.parts.strip import Answer, Mood, Strip
from app.ui.prompts import Prompts
from app.ui.shell.page import Fact
from app.ui.shell.regions import go_into
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.ui.wanted import PeopleWanted
from app.wording.language import Language

_PATIENCE_MS = 1000


class HomePage(QWidget):
    """Two faces: an empty office is welcomed, one with people sees where it stands."""

    facts_changed = Signal()
    import_asked = Signal()
    record_asked = Signal()
    report_asked = Signal()
    forms_asked = Signal()
    changes_asked = Signal()
    """What changed since the last closed period."""
    held_asked = Signal()
    people_asked = Signal(PeopleWanted)
    standings_asked = Signal(PeopleWanted)
    person_asked = Signal(int)
    clarify_asked = Signal()
    rollup_asked = Signal()
    settings_asked = Signal()
    clerk_asked = Signal()
    language_changed = Signal()
    """Another one was chosen and is kept."""
    sample_asked = Signal()
    open_database_asked = Signal()
    backups_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        language: Language,
        overview: LookOver,
        changes: ComparePeriods,
        cover: CoverOffice,
        preferences: KeepPreferences,
        today: date,
        tasks: TaskRunner,
        prompts: Prompts,
        *,
        is_sample: bool = False,
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._language = language
        self._today, self._prompts, self._is_sample = today, prompts, is_sample
        self._looks = HomeLooks(overview, changes, preferences, today, tasks, language, self)
        self._seen: Seen | None = None
        self._record = plain_button(theme, language.say("Record followers"), icon="pencil")
        self._import = primary_button(theme, language.say("Import a file"), icon="file-input")
        self._languages = Languages(theme, language, self)
        actions = [self._record, self._import, self._languages.button]
        self._head = PageHead(theme, language.say("Home"), "", actions)
        self._progress = ProgressStrip(theme, language)
        self._blank, self._welcome = QWidget(), Welcome(theme, language)
        self._spoken = KeepLanguage(preferences, tasks, prompts, self)
        self._filled = Filled(theme, language)
        self._past = LookingBack(self._filled, self._looks, language, self)
        self._coverage = CoverageDesk(theme, language, cover, preferences, today, tasks, self)
        self._strip = Strip(theme, language)
        self._faces = QStackedWidget()
        self._veil = Veil(theme, self._faces)
        self._grey = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._build()
        self._connect()
        self._show_face(self._blank)

    # What the window asks of a page

    def facts(self) -> Sequence[Fact]:
        """How large the office is."""
        if self._seen is None:
            return []
        people, units = self._seen.overview.people, len(self._seen.overview.units)
        if not people:
            return [Fact(self._language.say("No data yet"))]
        many = self._language.say_many
        words = many("{count} person", "{count} people", people)
        of_units = many("{count} unit", "{count} units", units)
        return [Fact(f"{words} · {of_units}")]

    def search_field(self) -> QLineEdit | None:
        """There is nothing to search here."""
        return None

    def regions(self) -> Sequence[QWidget]:
        """What to do and the coverage, or the welcome."""
        if self._faces.currentWidget() is self._filled:
            return [self._filled.to_do, self._filled.coverage]
        return [self._welcome]

    def refresh(self) -> None:
        """Look again; a look that is under way is followed by another one."""
        if self._looks.look(self._progress.step):
            words = self._language.say("Looking over the office")
            self._progress.start(words, self._words_of_progress)
            self._grey.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Another page comes to the front: its work must not wait for that of this one."""
        if not event.spontaneous():
            # Not where the window is only made small: then nobody comes back through `refresh`.
            self._looks.give_up()
        super().hideEvent(event)

    # Looks

    @Slot(object)
    def _show(self, seen: Seen) -> None:
        self._seen = seen
        overview, office = seen.overview, seen.office
        reported = seen.last_report is not None
        found = steps(overview, office, self._language, reported=reported)
        if not overview.people and not overview.held_rows:
            self._welcome.show_steps(found)
            self._show_face(self._welcome)
            return
        # Nobody begins in the sample office; its steps would never be done.
        wanted = seen.steps_wanted and not self._is_sample
        self._filled.show_overview(overview, seen.things, found, steps_wanted=wanted)
        self._filled.set_imprint(self._imprint(office))
        self._show_face(self._filled)
        self._past.begin(seen)

    @Slot()
    def _hide_steps(self) -> None:
        """Somebody knows the way; the steps come back at the same place."""
        say = self._language.say
        self._looks.want_steps(wanted=False)
        self._strip.say(Mood.DONE, say("The five steps are hidden."), answers=[self._shown_again()])
        for button in self._strip.buttons()[:1]:
            button.setFocus()

    def _shown_again(self) -> Answer:
        return Answer(self._language.say("Show again"), self._show_steps)

    @Slot()
    def _show_steps(self) -> None:
        self._strip.clear()
        self._looks.want_steps(wanted=True)

    def tell_step(self, words: str) -> None:
        """A step was taken back or done again: here no list shows what it changed."""
        self._strip.say(Mood.DONE, words)

    def _imprint(self, office: Office) -> str:
        """Whose numbers a picture shows, and of which day."""
        whose = ", ".join(filter(None, (office.name, office.government)))
        if self._is_sample:
            whose = self._language.say("Sample office: all people and numbers are invented")
        day = self._language.date(self._today)
        return " · ".join(filter(None, (whose, day)))

    @Slot(object)
    def _fail(self, error: AppError) -> None:
        self._prompts.explain(error)

    @Slot()
    def _end(self) -> None:
        self._grey.stop()
        self._progress.stop()
        self._veil.hide()
        if self._looks.take_repeat():
            self.refresh()

    @Slot()
    def _tell_copied(self) -> None:
        lead = self._language.say("Copied as a picture.")
        rest = self._language.say("Ctrl+V puts it into a chat or a document.")
        self._strip.say(Mood.DONE, lead, rest)

    def _words_of_progress(self, done: int, total: int) -> str:
        return self._language.say_many(
            "Looking over the office, {count} person so far",
            "Looking over the office, {count} people so far",
            done,
        )

    # Building

    def _build(self) -> None:
        for face in (self._blank, self._welcome, self._filled):
            self._faces.addWidget(face)
        column = QVBoxLayout(self)
        # A scroll bar stands in the margin: the faces leave the rest of it free themselves.
        column.setContentsMargins(16, 0, 16 - MARGIN, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, MARGIN, 0)
        top.addWidget(self._head)
        top.addWidget(self._progress)
        column.addLayout(top)
        column.addWidget(self._faces, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(0, 0, MARGIN, 0)
        foot.addWidget(self._strip)
        column.addLayout(foot)

    def _show_face(self, face: QWidget) -> None:
        say = self._language.say
        welcome = face is self._welcome
        turned = self._faces.currentWidget() is not face
        self._faces.setCurrentWidget(face)
        self._head.set_title(say("Welcome to Gaung") if welcome else say("Home"))
        self._head.set_facts("" if welcome else self._language.date_with_weekday(self._today))
        for action in (self._record, self._import):
            action.setVisible(not welcome)
        self._languages.button.setVisible(welcome)
        if turned and self.isVisible():
            # The window looked for a place for the focus while nothing was there yet.
            go_into(self.regions())
        self.facts_changed.emit()

    def _connect(self) -> None:
        self._grey.timeout.connect(self._veil.fall)
        self._progress.cancelled.connect(self._looks.cancel)
        self._looks.seen.connect(self._show)
        self._looks.ended.connect(self._end)
        self._looks.things_found.connect(self._filled.show_things)
        self._looks.steps_kept.connect(self.refresh)
        self._past.changes_asked.connect(self.changes_asked)
        self._past.people_asked.connect(self.people_asked)
        self._looks.failed.connect(self._fail)
        self._record.clicked.connect(self.record_asked)
        self._import.clicked.connect(self.import_asked)
        self._welcome.import_asked.connect(self.import_asked)
        self._welcome.sample_asked.connect(self.sample_asked)
        self._welcome.open_asked.connect(self.open_database_asked)
        self._welcome.restore_asked.connect(self.backups_asked)
        self._languages.chosen.connect(self._spoken.keep)
        self._spoken.kept.connect(self.language_changed)
        for face in (self._filled, self._welcome):
            face.place_asked.connect(self._go)
        self._filled.to_do.report_asked.connect(self.report_asked)
        self._filled.people_asked.connect(self.people_asked)
        self._filled.standings_asked.connect(self.standings_asked)
        self._filled.steps_hidden.connect(self._hide_steps)
        self._filled.copied.connect(self._tell_copied)
        self._filled.coverage_asked.connect(self._coverage.open)
        self._coverage.wanted.connect(self.people_asked)
        self._coverage.person_asked.connect(self.person_asked)

    @Slot(Place)
    def _go(self, place: Place) -> None:
        match place:
            case Place.IMPORT:
                self.import_asked.emit()
            case Place.STANDINGS:
                self.standings_asked.emit(PeopleWanted())
            case Place.REPORT:
                self.report_asked.emit()
            case Place.FORMS:
                self.forms_asked.emit()
            case Place.HELD_ROWS:
                self.held_asked.emit()
            case Place.COUNTS:
                self.record_asked.emit()
            case Place.CLARIFY:
                self.clarify_asked.emit()
            case Place.ROLLUP:
                self.rollup_asked.emit()
            case Place.SETTINGS:
                self.settings_asked.emit()
            case Place.CLERK:
                self.clerk_asked.emit()
