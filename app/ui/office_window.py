"""One office in one window: its pages, built and connected."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.services.backups.safety import Safety
from app.services.workplace import Workplace
from app.ui.backups.daily import DailyBackup
from app.ui.clarify.desk import ClarifyDesk
from app.ui.fetching.desk import FetchDesk
from app.ui.followers.page import FollowersPage
from app.ui.forms.desk import FormsDesk
from app.ui.held_badge import HeldBadge
from app.ui.home.page import HomePage
from app.ui.importing.page import ImportPage
from app.ui.office_evidence import PAGES, OfficeEvidence
from app.ui.office_facts import OfficeFacts
from app.ui.office_fetching import OfficeFetching
from app.ui.office_help import OfficeHelp
from app.ui.office_routes import OfficePages, OfficeRoutes
from app.ui.office_upwards import desks_between_offices
from app.ui.people.page import PeoplePage
from app.ui.periods.desk import PeriodsDesk
from app.ui.portable.settings import PortableSettings
from app.ui.privacy.desk import PrivacyDesk
from app.ui.privacy.settings import PrivacySettings
from app.ui.prompts import Prompts
from app.ui.proof.desk import ProofDesk
from app.ui.reports.page import ReportsPage
from app.ui.settings.page import SettingsPage
from app.ui.settings.platforms import PlatformCards
from app.ui.shell.page import PAGE_TITLES, PageEntry
from app.ui.shell.window import MainWindow
from app.ui.standings.page import StandingsPage
from app.ui.steps import UndoSteps
from app.ui.table.memory import TableMemory
from app.ui.tasks import TaskRunner
from app.ui.template.desk import TemplateDesk
from app.ui.template.last_form import RememberedForm
from app.ui.theme.theme import Theme
from app.wording.language import Language


class OfficeWindow(QObject):
    """Builds the pages over one workplace and connects them; owns no rule of the office."""

    sample_asked = Signal()
    sample_clear_asked = Signal()
    other_office_asked = Signal()
    rebuild_asked = Signal()
    """Another look, language or clerk: the window is built anew over the same office."""
    restore_prepared = Signal(object)
    """The Prepared: the office is to be closed, the copy swapped in, and opened again."""

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
        self._steps = UndoSteps(language, workplace.undoing, tasks, prompts, self._step_here, self)
        self._build_pages(theme, memory, reports_folder)
        self.window = MainWindow(theme, language, self._entries())
        self.window.leave_pictures_to(PAGES)
        self._held = HeldBadge(workplace.overview, tasks, self.window)
        self.window.set_sample(shown=workplace.is_sample)
        self._facts = OfficeFacts(
            language, workplace.preferences, self.window, self.followers, self
        )
        self._facts.note_portable(is_one=workplace.portable.is_one)
        self._routes = OfficeRoutes(self._pages(), self.window, self)
        shown = self.window, self.settings, self.periods
        self.help = OfficeHelp(theme, language, *shown, workplace.manual, memory, self)
        self._connect()
        self._facts.show_office()
        self._facts.show_facts()

    def open_files(self, paths: list[Path]) -> None:
        """Brings the import page to the front with these files."""
        self._routes.open_files(paths)

    def finish(self) -> None:
        """Saves what is still being typed and ends all work; the office may be closed then.

        Raises:
            AppError: what was being typed cannot be saved.
        """
        self.settings.save_open_field()
        self.help.close()
        self._tasks.shutdown()
        self.importing.shut()
        self.followers.finish()

    # -------------------------------------------------------------- building

    def _build_pages(self, theme: Theme, memory: TableMemory, reports_folder: Path) -> None:
        language, place = self._language, self._workplace
        tasks, prompts, today = self._tasks, self._prompts, self._workplace.today
        looked = place.overview, place.period_changes, place.coverage, place.preferences
        self.home = HomePage(
            theme, language, *looked, today, tasks, prompts, is_sample=place.is_sample
        )
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
        offers = place.fetching
        self._fetching = FetchDesk(theme, language, offers.followers, tasks, self)
        self._fetches = OfficeFetching(
            language, offers.arranging, today, self._fetching, self.followers, tasks, self
        )
        self._build_standings(theme, memory)
        self._clarify = ClarifyDesk(
            theme, language, place.clarifying, place.preferences, today, tasks, memory, self
        )
        self._build_what_leaves(theme, reports_folder, memory)
        self._privacy = PrivacyDesk(
            theme, language, place.privacy, today, reports_folder, tasks, prompts, self
        )
        checking = place.report_checking
        self._proof = ProofDesk(theme, language, checking, tasks, prompts, memory, self)
        self._build_settings(theme, reports_folder)
        self._daily = DailyBackup(place.backups, tasks, self)

    def _build_settings(self, theme: Theme, reports_folder: Path) -> None:
        language, place, today = self._language, self._workplace, self._workplace.today
        work = self._tasks, self._prompts
        asked = place.preferences, place.evidence, place.standings, today
        cards = PrivacySettings(theme, language, place.privacy, today, reports_folder, *work, self)
        cards.removed.connect(self._note_saved)
        self._privacy.take_wishes_of(cards.copies)
        kept = place.portable, place.is_sample
        self.portable = PortableSettings(theme, language, *kept, *work, self)
        self.settings = SettingsPage(
            theme,
            language,
            *asked,
            Safety(place.backups, place.restoring),
            place.path,
            *work,
            cards,
            PlatformCards(theme, language, place.fetching.arranging, today, self._tasks, self),
            self.portable,
        )

    def _build_standings(self, theme: Theme, memory: TableMemory) -> None:
        """Who qualifies, now and in closed periods."""
        language, place, prompts = self._language, self._workplace, self._prompts
        common = place.preferences, place.today, self._tasks, prompts
        self.periods = PeriodsDesk(
            theme, language, place.periods, place.period_changes, *common, memory
        )
        self.standings = StandingsPage(
            theme, language, place.standings, *common, memory, self.periods
        )

    def _build_what_leaves(self, theme: Theme, reports_folder: Path, memory: TableMemory) -> None:
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
        asked = place.report, place.standings, place.periods, place.preferences
        written = today, reports_folder, place.is_sample
        self.reports = ReportsPage(theme, language, *asked, *written, tasks, prompts)
        self._template = TemplateDesk(
            theme,
            language,
            place.template,
            place.standings,
            place.periods,
            RememberedForm(place.preferences),
            reports_folder,
            place.is_sample,
            tasks,
            prompts,
            self,
        )
        self._sending, self._rollup = desks_between_offices(
            theme, language, place, reports_folder, tasks, prompts, memory, self
        )
        self.evidence = OfficeEvidence(
            theme, language, place.evidence, tasks, prompts, self.followers, self.people, self
        )

    def _pages(self) -> OfficePages:
        return OfficePages(
            self.home,
            self.people,
            self.importing,
            self.followers,
            self.standings,
            self.reports,
            self.settings,
            self._forms,
            self._clarify,
            self.periods,
            self._template,
            self._proof,
            self._privacy,
            self._fetching,
            self._sending,
            self._rollup,
        )

    def _entries(self) -> list[PageEntry]:
        say, titles = self._language.say, PAGE_TITLES
        return [
            PageEntry("home", titles["home"](say), "house", self.home),
            PageEntry("people", titles["people"](say), "users", self.people),
            PageEntry("import", titles["import"](say), "file-input", self.importing),
            PageEntry("followers", titles["followers"](say), "table-2", self.followers),
            PageEntry("standings", titles["standings"](say), "list-checks", self.standings),
            PageEntry("reports", titles["reports"](say), "file-spreadsheet", self.reports),
            PageEntry("settings", titles["settings"](say), "settings", self.settings, foot=True),
        ]

    def _connect(self) -> None:
        window, home, facts = self.window, self.home, self._facts
        home.sample_asked.connect(self.sample_asked)
        home.open_database_asked.connect(self.other_office_asked)
        for signal in (
            self.settings.look_changed,
            self.settings.language_changed,
            home.language_changed,
            self.settings.clerk_changed,
            self.settings.contacts_changed,
        ):
            signal.connect(self._ask_for_rebuild)
        self.settings.office_changed.connect(facts.show_office)
        self.settings.rule_changed.connect(facts.show_facts)
        pages = (self.people, self.importing, self.followers, self.reports, self.settings)
        desks = (self.evidence, self._clarify, self.periods, self._fetching, self._rollup)
        for one in (*pages, *desks):
            one.changed.connect(self._note_saved)
        self.settings.restore_prepared.connect(self.restore_prepared)
        self._daily.looked.connect(facts.note_backup)
        self._daily.failed.connect(facts.note_no_backup)
        self._clarify.closed.connect(self._look_again)
        self._privacy.erased.connect(self._look_again)
        self._privacy.erased.connect(self._note_saved)
        self._rollup.undo_asked.connect(self._steps.undo)
        self._rollup.redo_asked.connect(self._steps.redo)
        self._steps.done.connect(self._rollup.look_again)
        window.undo_asked.connect(self._steps.undo)
        window.redo_asked.connect(self._steps.redo)
        self._steps.done.connect(self._show_step)
        self.settings.platforms.help_asked.connect(self.help.manual.open)
        window.save_asked.connect(facts.show_saved)
        window.sample_clear_asked.connect(self.sample_clear_asked)

    # -------------------------------------------------------------- acting

    @Slot()
    def _ask_for_rebuild(self) -> None:
        self.rebuild_asked.emit()

    def _step_here(self, back: bool) -> bool:
        """Corrections that are not imported yet go before everything that is stored."""
        return self.window.current_key == "import" and self.importing.step(back=back)

    @Slot(str)
    def _show_step(self, words: str) -> None:
        self._facts.note_step(words)
        self._note_saved()
        self.window.go(self.window.current_key)

    @Slot()
    def _look_again(self) -> None:
        """What the page in front shows is old."""
        self.window.go(self.window.current_key)

    @Slot()
    def _note_saved(self) -> None:
        self._facts.note_saved()
        self._held.count()

    def start(self) -> None:
        """What is asked of the database once the window stands."""
        self._held.count()
        if self._workplace.only_looking:
            self.followers.grid.model.set_locked(True)
            return
        self.portable.start(self.window)
        self._daily.start()
        self._fetches.start()
        self._privacy.start()
