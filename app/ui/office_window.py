"""One office in one window: its pages, connected as each of them is built."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from app.services.workplace import Workplace
from app.ui.backups.daily import DailyBackup
from app.ui.held_badge import HeldBadge
from app.ui.office_desks import OfficeDesks
from app.ui.office_evidence import PAGES, OfficeEvidence
from app.ui.office_facts import OfficeFacts
from app.ui.office_fetching import OfficeFetching
from app.ui.office_help import OfficeHelp
from app.ui.office_pages import OfficePages
from app.ui.office_routes import OfficeRoutes
from app.ui.office_tools import OfficeTools
from app.ui.portable.newer import NewerElsewhere
from app.ui.privacy.unfinished import UnfinishedErasing
from app.ui.prompts import Prompts
from app.ui.shell.window import MainWindow
from app.ui.steps import UndoSteps
from app.ui.table.memory import TableMemory
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language

if TYPE_CHECKING:
    from app.ui.clarify.desk import ClarifyDesk
    from app.ui.followers.page import FollowersPage
    from app.ui.home.page import HomePage
    from app.ui.importing.page import ImportPage
    from app.ui.later import Later
    from app.ui.people.page import PeoplePage
    from app.ui.periods.desk import PeriodsDesk
    from app.ui.portable.settings import PortableSettings
    from app.ui.privacy.desk import PrivacyDesk
    from app.ui.reports.page import ReportsPage
    from app.ui.rollup.desk import RollUpDesk
    from app.ui.settings.page import SettingsPage
    from app.ui.standings.page import StandingsPage


class _Writing(Protocol):
    """A page or a desk that writes."""

    @property
    def changed(self) -> SignalInstance:
        """Something was written."""


class OfficeWindow(QObject):
    """Connects the pages over one workplace; owns no rule of the office.

    A page is built when somebody first goes there, or asks for it here.
    """

    sample_asked = Signal()
    sample_clear_asked = Signal()
    other_office_asked = Signal()
    stick_asked = Signal(object, bool)
    """The folder of a portable office that is to be opened, and whether only to look."""
    take_here_asked = Signal(object)
    """The database of this portable office, which is to be used on this computer."""
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
        self._workplace, self._tasks = workplace, tasks
        look, work = (theme, language), (tasks, prompts)
        self._steps = UndoSteps(language, workplace.undoing, *work, self._step_here, self)
        tools = OfficeTools(*look, workplace, *work, memory, reports_folder, self)
        desks = self._desks = OfficeDesks(tools)
        pages = self._pages = OfficePages(tools, desks)
        self.window = MainWindow(theme, language, pages.entries())
        self.window.leave_pictures_to(PAGES)
        self.window.set_sample(shown=workplace.is_sample)
        self._held = HeldBadge(workplace.overview, tasks, self.window)
        self._facts = OfficeFacts(
            language, workplace.preferences, self.window, pages.followers, self
        )
        self._facts.note_portable(is_one=workplace.portable.is_one)
        self._routes = OfficeRoutes(pages, desks, self.window, self)
        self._evidence = OfficeEvidence(language, workplace, tasks, pages, desks, self)
        fetched = desks.fetching, pages.followers
        self._fetches = OfficeFetching(language, workplace, *fetched, tasks, self)
        self._daily = DailyBackup(workplace.backups, tasks, self)
        self._elsewhere = NewerElsewhere(language, workplace.portable, *work, self)
        self._erasing = UnfinishedErasing(workplace, tasks, self)
        self.help = OfficeHelp(*look, self.window, pages, desks, workplace.manual, memory, self)
        self._connect()
        self._facts.show_office()
        self._facts.show_facts()

    def start(self) -> None:
        """What is asked of the database once the window stands."""
        self._held.count()
        if self._workplace.only_looking:
            self._pages.followers.once_built(lambda page: page.grid.model.set_locked(True))
            return
        if not self._workplace.is_sample:
            self._elsewhere.look()
        self._daily.start()
        self._fetches.start()
        self._erasing.end()

    def open_files(self, paths: list[Path]) -> None:
        """Brings the import page to the front with these files."""
        self._routes.open_files(paths)

    def finish(self) -> None:
        """Saves what is still being typed and ends all work; the office may be closed then.

        Raises:
            AppError: what was being typed cannot be saved.
        """
        pages = self._pages
        if pages.settings.built is not None:
            pages.settings.built.save_open_field()
        self.help.close()
        self._tasks.shutdown()
        if pages.importing.built is not None:
            pages.importing.built.shut()
        if pages.followers.built is not None:
            pages.followers.built.finish()

    # -------------------------------------------------------------- what stands in it

    @property
    def home(self) -> "HomePage":
        """Beranda."""
        return self._pages.home()

    @property
    def people(self) -> "PeoplePage":
        """Pegawai."""
        return self._pages.people()

    @property
    def importing(self) -> "ImportPage":
        """Impor."""
        return self._pages.importing()

    @property
    def followers(self) -> "FollowersPage":
        """Pengikut."""
        return self._pages.followers()

    @property
    def standings(self) -> "StandingsPage":
        """Hasil."""
        return self._pages.standings()

    @property
    def reports(self) -> "ReportsPage":
        """Laporan."""
        return self._pages.reports()

    @property
    def settings(self) -> "SettingsPage":
        """Pengaturan."""
        return self._pages.settings()

    @property
    def portable(self) -> "PortableSettings":
        """The cards of the settings about the portable office."""
        return self.settings.portable

    @property
    def periods(self) -> "PeriodsDesk":
        """What is closed, and which of it is looked at."""
        return self._desks.periods()

    @property
    def unfinished(self) -> Sequence[Path]:
        """The files that are open to be imported."""
        importing = self._pages.importing.built
        return importing.unfinished if importing is not None else ()

    @property
    def would_be_lost(self) -> bool:
        """Whether something was put right that is not imported yet."""
        importing = self._pages.importing.built
        return importing is not None and importing.would_be_lost

    @property
    def category(self) -> str:
        """That of the settings which is in front; "" where nobody was there."""
        settings = self._pages.settings.built
        return settings.category if settings is not None else ""

    # -------------------------------------------------------------- connecting

    def _connect(self) -> None:
        pages, desks, window = self._pages, self._desks, self.window
        pages.home.once_built(self._connect_home)
        pages.settings.once_built(self._connect_settings)
        desks.clarify.once_built(self._connect_clarify)
        desks.privacy.once_built(self._connect_privacy)
        desks.rollup.once_built(self._connect_rollup)
        writing: Sequence[Later[_Writing]] = [
            *(pages.people, pages.importing, pages.followers, pages.reports, pages.settings),
            *(desks.clarify, desks.periods, desks.fetching, desks.rollup),
        ]
        for one in writing:
            one.once_built(self._listen_to)
        self._listen_to(self._evidence)
        self._daily.looked.connect(self._facts.note_backup)
        self._daily.failed.connect(self._facts.note_no_backup)
        self._elsewhere.compare_asked.connect(self._compare)
        window.undo_asked.connect(self._steps.undo)
        window.redo_asked.connect(self._steps.redo)
        self._steps.done.connect(self._show_step)
        window.save_asked.connect(self._facts.show_saved)
        window.sample_clear_asked.connect(self.sample_clear_asked)

    def _listen_to(self, writing: _Writing) -> None:
        writing.changed.connect(self._note_saved)

    def _connect_home(self, home: "HomePage") -> None:
        home.sample_asked.connect(self.sample_asked)
        home.open_database_asked.connect(self.other_office_asked)
        home.language_changed.connect(self._ask_for_rebuild)

    def _connect_settings(self, settings: "SettingsPage") -> None:
        for signal in (
            settings.look_changed,
            settings.language_changed,
            settings.clerk_changed,
            settings.contacts_changed,
        ):
            signal.connect(self._ask_for_rebuild)
        settings.office_changed.connect(self._facts.show_office)
        settings.rule_changed.connect(self._facts.show_facts)
        settings.restore_prepared.connect(self.restore_prepared)
        settings.platforms.help_asked.connect(self.help.manual.open)
        settings.portable.open_asked.connect(self.stick_asked)
        settings.portable.take_here_asked.connect(self.take_here_asked)
        settings.privacy.removed.connect(self._note_saved)
        self._desks.privacy().take_wishes_of(settings.privacy.copies)

    def _connect_clarify(self, desk: "ClarifyDesk") -> None:
        desk.closed.connect(self._look_again)

    def _connect_privacy(self, desk: "PrivacyDesk") -> None:
        desk.erased.connect(self._look_again)
        desk.erased.connect(self._note_saved)

    def _connect_rollup(self, desk: "RollUpDesk") -> None:
        desk.undo_asked.connect(self._steps.undo)
        desk.redo_asked.connect(self._steps.redo)
        self._steps.done.connect(desk.look_again)

    # -------------------------------------------------------------- acting

    @Slot()
    def _ask_for_rebuild(self) -> None:
        self.rebuild_asked.emit()

    @Slot(object)
    def _compare(self, folder: Path) -> None:
        self.portable.offer(folder, self.window)

    def _step_here(self, back: bool) -> bool:
        """Corrections that are not imported yet go before everything that is stored."""
        return self.window.current_key == "import" and self.importing.step(back=back)

    @Slot(str)
    def _show_step(self, words: str) -> None:
        self._facts.note_step(words)
        self._note_saved()
        self.window.go(self.window.current_key)
        if self.window.current_key == "home":
            self.home.tell_step(words)

    @Slot()
    def _look_again(self) -> None:
        """What the page in front shows is old."""
        self.window.go(self.window.current_key)

    @Slot()
    def _note_saved(self) -> None:
        self._facts.note_saved()
        self._held.count()
