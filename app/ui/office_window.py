"""One office in one window: its pages, and what leads from one page to another."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.services.workplace import Workplace
from app.ui.followers.page import FollowersPage
from app.ui.forms.desk import FormsDesk
from app.ui.held_badge import HeldBadge
from app.ui.home.page import HomePage
from app.ui.importing.page import ImportPage
from app.ui.office_evidence import PAGES, OfficeEvidence
from app.ui.people.filters import PeopleFilter
from app.ui.people.page import PeoplePage
from app.ui.prompts import Prompts
from app.ui.reports.page import ReportsPage
from app.ui.settings.page import SettingsPage
from app.ui.shell.page import Fact, PageEntry
from app.ui.shell.window import MainWindow
from app.ui.standings.page import StandingsPage
from app.ui.steps import UndoSteps
from app.ui.table.memory import TableMemory
from app.ui.table.typing_end import end_typing
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.ui.wanted import PeopleWanted
from app.wording.language import Language
from app.wording.rules import rule_status


class OfficeWindow(QObject):
    """Builds the pages over one workplace and connects them; owns no rule of the office."""

    sample_asked = Signal()
    sample_clear_asked = Signal()
    other_office_asked = Signal()
    rebuild_asked = Signal()
    """Another look, language or clerk: the window is built anew over the same office."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        workplace: Workplace,
        tasks: TaskRunner,
        prompts: Prompts,
        memory: TableMemory,
        reports_folder: Path,
    ) -> None:
        super().__init__()
        self._language, self._workplace = language, workplace
        self._tasks, self._prompts = tasks, prompts
        self._saved: datetime | None = None
        self._undone = ""
        self._steps = UndoSteps(language, workplace.undoing, tasks, prompts, self._step_here, self)
        self._build_pages(theme, memory, reports_folder)
        self.window = MainWindow(theme, language, self._entries())
        self.window.leave_pictures_to(PAGES)
        self._held = HeldBadge(workplace.overview, tasks, self.window)
        self.window.set_sample(shown=workplace.is_sample)
        self._connect()
        self._show_office()
        self._show_facts()

    def open_files(self, paths: list[Path]) -> None:
        """Brings the import page to the front with these files."""
        self.window.go("import")
        self.importing.open_files(paths)

    def finish(self) -> None:
        """Saves what is still being typed and ends all work; the office may be closed then.

        Raises:
            AppError: what was being typed cannot be saved.
        """
        self.settings.save_open_field()
        self._tasks.shutdown()
        self.importing.shut()
        self.followers.finish()

    # -------------------------------------------------------------- building

    def _build_pages(self, theme: Theme, memory: TableMemory, reports_folder: Path) -> None:
        language, place = self._language, self._workplace
        tasks, prompts, today = self._tasks, self._prompts, self._workplace.today
        looked = place.overview, place.coverage, place.preferences
        self.home = HomePage(theme, language, *looked, today, tasks, prompts)
        self.people = PeoplePage(
            theme,
            language,
            place.people,
            place.standings,
            place.preferences,
            today,
            tasks,
            prompts,
            memory,
        )
        self.importing = ImportPage(
            theme, language, place.importing, place.waiting, tasks, prompts, memory, today
        )
        three = place.recording, place.checking, place.chat
        self.followers = FollowersPage(
            theme, language, *three, place.preferences, today, tasks, prompts, memory
        )
        self.standings = StandingsPage(
            theme, language, place.standings, place.preferences, today, tasks, prompts, memory
        )
        self._build_what_leaves(theme, reports_folder)
        self.settings = SettingsPage(
            theme, language, place.preferences, place.evidence, place.path, tasks, prompts
        )

    def _build_what_leaves(self, theme: Theme, reports_folder: Path) -> None:
        """Forms and reports: what is written for others."""
        language, place, tasks = self._language, self._workplace, self._tasks
        prompts, today = self._prompts, place.today
        self._forms = FormsDesk(
            theme,
            language,
            place.forms,
            place.form_tracking,
            place.preferences,
            today,
            reports_folder,
            tasks,
            prompts,
            self,
        )
        three = place.report, place.standings, place.preferences
        written = today, reports_folder, place.is_sample
        self.reports = ReportsPage(theme, language, *three, *written, tasks, prompts)
        self.evidence = OfficeEvidence(
            theme, language, place.evidence, tasks, prompts, self.followers, self.people, self
        )

    def _entries(self) -> list[PageEntry]:
        say = self._language.say
        return [
            PageEntry("home", say("Home"), "house", self.home),
            PageEntry("people", say("People"), "users", self.people),
            PageEntry("import", say("Import"), "file-input", self.importing),
            PageEntry("followers", say("Followers"), "table-2", self.followers),
            PageEntry("standings", say("Standings"), "list-checks", self.standings),
            PageEntry("reports", say("Reports"), "file-spreadsheet", self.reports),
            PageEntry("settings", say("Settings"), "settings", self.settings, foot=True),
        ]

    def _connect(self) -> None:
        window, home = self.window, self.home
        home.import_asked.connect(self._choose_files)
        home.record_asked.connect(self._open_followers)
        home.report_asked.connect(self._open_reports)
        home.held_asked.connect(self._open_import)
        home.settings_asked.connect(self._open_settings)
        home.people_asked.connect(self._show_people)
        home.standings_asked.connect(self._show_standings)
        home.person_asked.connect(self._show_person)
        home.sample_asked.connect(self.sample_asked)
        home.open_database_asked.connect(self.other_office_asked)
        self.people.record_asked.connect(self._record)
        self.importing.people_asked.connect(self._show_imported)
        self.followers.import_asked.connect(self._choose_files)
        self.followers.forms_asked.connect(self._open_forms)
        self.standings.import_asked.connect(self._choose_files)
        self.standings.report_asked.connect(self._open_reports)
        self.standings.person_asked.connect(self._show_person)
        self.reports.settings_asked.connect(self._open_settings)
        for signal in (
            self.settings.look_changed,
            self.settings.language_changed,
            self.settings.clerk_changed,
            self.settings.contacts_changed,
        ):
            signal.connect(self._ask_for_rebuild)
        self.settings.office_changed.connect(self._show_office)
        self.settings.rule_changed.connect(self._show_facts)
        for page in (self.people, self.importing, self.followers, self.reports, self.settings):
            page.changed.connect(self._note_saved)
        self.evidence.changed.connect(self._note_saved)
        window.open_asked.connect(self._choose_files)
        window.files_dropped.connect(self.open_files)
        window.undo_asked.connect(self._steps.undo)
        window.redo_asked.connect(self._steps.redo)
        self._steps.done.connect(self._show_step)
        window.save_asked.connect(self._say_saved)
        self.followers.unsaved_changed.connect(self._say_all_is_recorded)
        window.sample_clear_asked.connect(self.sample_clear_asked)
        window.clerk_asked.connect(self._ask_for_clerk)

    # -------------------------------------------------------------- acting

    @Slot()
    def _open_import(self) -> None:
        self.window.go("import")

    @Slot()
    def _open_followers(self) -> None:
        self.followers.show_due()
        self.window.go("followers")

    @Slot()
    def _open_forms(self) -> None:
        self._forms.open_over(self.window)

    @Slot()
    def _open_reports(self) -> None:
        self.window.go("reports")

    @Slot()
    def _open_settings(self) -> None:
        self.window.go("settings")

    @Slot()
    def _choose_files(self) -> None:
        self.window.go("import")
        self.importing.choose()

    @Slot()
    def _ask_for_clerk(self) -> None:
        self.window.go("settings")
        self.settings.show_category("clerk")

    @Slot()
    def _ask_for_rebuild(self) -> None:
        self.rebuild_asked.emit()

    @Slot(int)
    def _record(self, person_id: int) -> None:
        self.window.go("followers")
        self.followers.show_person(person_id)

    @Slot(int)
    def _show_person(self, person_id: int) -> None:
        self.window.go("people")
        self.people.show_person(person_id)

    @Slot(object)
    def _show_people(self, wanted: PeopleWanted) -> None:
        found = PeopleFilter(wanted.unit, wanted.verdict, near=wanted.near, nips=wanted.nips)
        self.people.show_only(found)
        self.window.go("people")

    @Slot(object)
    def _show_imported(self, nips: frozenset[str]) -> None:
        self._show_people(PeopleWanted(nips=nips))

    @Slot(object)
    def _show_standings(self, wanted: PeopleWanted) -> None:
        self.standings.show_only(wanted.verdict, near=wanted.near)
        self.window.go("standings")

    def _step_here(self, back: bool) -> bool:
        """Corrections that are not imported yet go before everything that is stored."""
        return self.window.current_key == "import" and self.importing.step(back=back)

    @Slot(str)
    def _show_step(self, words: str) -> None:
        self._undone = words
        self._note_saved()
        self.window.go(self.window.current_key)

    # -------------------------------------------------------------- showing

    @Slot()
    def _note_saved(self) -> None:
        self._saved = datetime.now()
        self._show_facts()
        self._undone = ""
        self._held.count()

    @Slot()
    def _say_saved(self) -> None:
        """Ctrl+S: everything is saved the moment it is done, and so is what is being typed."""
        end_typing(self.window.focusWidget())
        self._show_facts()

    @Slot()
    def _say_all_is_recorded(self) -> None:
        if not self.followers.unsaved:
            self._show_facts()

    @Slot()
    def _show_office(self) -> None:
        office = self._workplace.preferences.office()
        chosen = self._workplace.preferences.preferences()
        say = self._language.say
        short = office.government or say("Office not set up yet")
        full = f"{office.name} {office.government}".strip()
        self.window.set_office(short, full)
        self.window.set_clerk(chosen.clerk or say("Choose the clerk"), say("Clerk"))

    @Slot()
    def _show_facts(self) -> None:
        say = self._language.say
        rule = self._workplace.preferences.preferences().rule
        facts = [Fact(rule_status(rule, self._language))]
        if self._undone:
            facts.append(Fact(self._undone, icon="undo-2"))
        saved = say("Everything is saved")
        if self._saved is not None:
            saved = say("Saved {time}").format(time=f"{self._saved:%H.%M}")
        if not self.followers.unsaved:
            facts.append(Fact(saved, icon="check", tone="qualifies_text"))
        self.window.set_facts(facts)

    def start(self) -> None:
        """What is asked of the database once the window stands."""
        self._held.count()
