"""Home: the first page of the day, or of a new office."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.errors import AppError
from app.domain.office import Office
from app.domain.verdict import Verdict
from app.services.coverage import CoverOffice
from app.services.job import Job
from app.services.overview import LookOver, MonthTotal, Overview
from app.services.preferences import KeepPreferences, Preferences
from app.ui.coverage.desk import CoverageDesk
from app.ui.home.filled import MARGIN, Filled
from app.ui.home.steps_card import steps
from app.ui.home.to_do import Place, things_to_do
from app.ui.home.veil import Veil
from app.ui.home.welcome import Welcome
from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.head import PageHead
from app.ui.parts.progress import ProgressStrip
from app.ui.prompts import Prompts
from app.ui.shell.page import Fact
from app.ui.shell.regions import go_into
from app.ui.tasks import Task, TaskRunner
from app.ui.theme.theme import Theme
from app.ui.wanted import PeopleWanted
from app.wording.language import Language

_MOST_PEOPLE_FOR_MONTHS = 20_000
_PATIENCE_MS = 1000


@dataclass(frozen=True, slots=True)
class _Seen:
    """One look at the office and at its settings."""

    overview: Overview
    office: Office
    preferences: Preferences


class HomePage(QWidget):
    """Two faces: an empty office is welcomed, one with people sees where it stands."""

    facts_changed = Signal()
    import_asked = Signal()
    record_asked = Signal()
    report_asked = Signal()
    held_asked = Signal()
    people_asked = Signal(PeopleWanted)
    standings_asked = Signal(PeopleWanted)
    person_asked = Signal(int)
    clarify_asked = Signal()
    settings_asked = Signal()
    sample_asked = Signal()
    open_database_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        language: Language,
        overview: LookOver,
        cover: CoverOffice,
        preferences: KeepPreferences,
        today: date,
        tasks: TaskRunner,
        prompts: Prompts,
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._language = language
        self._look_over, self._preferences, self._today = overview, preferences, today
        self._tasks, self._prompts = tasks, prompts
        self._seen: _Seen | None = None
        self._task: Task | None = None
        self._looking_back: Task | None = None
        self._again = False
        self._record = plain_button(theme, language.say("Record followers"), icon="pencil")
        self._import = primary_button(theme, language.say("Import a file"), icon="file-input")
        self._head = PageHead(theme, language.say("Home"), "", [self._record, self._import])
        self._progress = ProgressStrip(theme, language)
        self._blank, self._welcome = QWidget(), Welcome(theme, language)
        self._filled = Filled(theme, language)
        self._coverage = CoverageDesk(theme, language, cover, preferences, today, tasks, self)
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
        if self._task is not None:
            self._again = True
            return
        self._stop_looking_back()
        words = self._language.say("Looking over the office")
        self._progress.start(words, self._words_of_progress)
        self._grey.start()
        self._task = self._tasks.run(
            self._look,
            done=self._show,
            failed=self._fail,
            progressed=self._progress.step,
            cancelled=self._end,
        )

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Another page comes to the front: its work must not wait for the months of this one."""
        self._stop_looking_back()
        super().hideEvent(event)

    # Work

    def _look(self, job: Job) -> _Seen:
        preferences = self._preferences.preferences()
        overview = self._look_over.overview(preferences.rule, self._today, job)
        return _Seen(overview, self._preferences.office(), preferences)

    def _look_back(self, job: Job) -> list[MonthTotal]:
        rule = self._preferences.preferences().rule
        return self._look_over.past_months(rule, self._today, job)

    def _show(self, seen: _Seen) -> None:
        self._end()
        self._seen = seen
        overview, office = seen.overview, seen.office
        found = steps(overview, office, self._language)
        if not overview.people and not overview.held_rows:
            self._welcome.show_steps(found)
            self._show_face(self._welcome)
            return
        things = things_to_do(overview, office, seen.preferences, self._language)
        self._filled.show_overview(overview, things, found)
        self._show_face(self._filled)
        if overview.people > _MOST_PEOPLE_FOR_MONTHS:
            self._filled.leave_months_out()
        elif overview.has_counts:
            self._looking_back = self._tasks.run(
                self._look_back, done=self._show_months, failed=self._fail_looking_back
            )

    def _show_months(self, past: list[MonthTotal]) -> None:
        self._looking_back = None
        if self._seen is None:
            return
        standings = self._seen.overview.standings
        qualifying = standings.totals[Verdict.QUALIFIES]
        self._filled.show_months([*past, MonthTotal(standings.as_of, qualifying)])

    def _fail_looking_back(self, error: AppError) -> None:
        self._looking_back = None
        self._prompts.explain(error)

    def _stop_looking_back(self) -> None:
        if self._looking_back is not None:
            self._looking_back.cancel()
            self._looking_back = None

    def _fail(self, error: AppError) -> None:
        self._end()
        self._prompts.explain(error)

    @Slot()
    def _end(self) -> None:
        self._task = None
        self._grey.stop()
        self._progress.stop()
        self._veil.hide()
        if self._again:
            self._again = False
            self.refresh()

    @Slot()
    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

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

    def _show_face(self, face: QWidget) -> None:
        say = self._language.say
        welcome = face is self._welcome
        turned = self._faces.currentWidget() is not face
        self._faces.setCurrentWidget(face)
        self._head.set_title(say("Welcome to Gaung") if welcome else say("Home"))
        self._head.set_facts("" if welcome else self._language.date_with_weekday(self._today))
        for action in (self._record, self._import):
            action.setVisible(not welcome)
        if turned and self.isVisible():
            # The window looked for a place for the focus while nothing was there yet.
            go_into(self.regions())
        self.facts_changed.emit()

    def _connect(self) -> None:
        self._grey.timeout.connect(self._veil.fall)
        self._progress.cancelled.connect(self._cancel)
        self._record.clicked.connect(self.record_asked)
        self._import.clicked.connect(self.import_asked)
        self._welcome.import_asked.connect(self.import_asked)
        self._welcome.sample_asked.connect(self.sample_asked)
        self._welcome.open_asked.connect(self.open_database_asked)
        self._welcome.language_asked.connect(self.settings_asked)
        self._filled.to_do.asked.connect(self._go)
        self._filled.to_do.report_asked.connect(self.report_asked)
        self._filled.people_asked.connect(self.people_asked)
        self._filled.standings_asked.connect(self.standings_asked)
        self._filled.record_asked.connect(self.record_asked)
        self._filled.coverage_asked.connect(self._coverage.open)
        self._coverage.wanted.connect(self.people_asked)
        self._coverage.person_asked.connect(self.person_asked)

    @Slot(Place)
    def _go(self, place: Place) -> None:
        match place:
            case Place.HELD_ROWS:
                self.held_asked.emit()
            case Place.COUNTS:
                self.record_asked.emit()
            case Place.CLARIFY:
                self.clarify_asked.emit()
            case Place.SETTINGS:
                self.settings_asked.emit()
