"""The ways from one page of an office's window to another."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from app.domain.person import Person
from app.ui.clarify.desk import ClarifyDesk
from app.ui.fetching.desk import FetchDesk
from app.ui.fetching.scope import FetchScope
from app.ui.followers.page import FollowersPage
from app.ui.forms.desk import FormsDesk
from app.ui.home.page import HomePage
from app.ui.importing.page import ImportPage
from app.ui.people.card_head import Deed
from app.ui.people.filters import PeopleFilter
from app.ui.people.page import PeoplePage
from app.ui.periods.desk import PeriodsDesk
from app.ui.privacy.desk import PrivacyDesk
from app.ui.proof.desk import ProofDesk
from app.ui.reports.page import ReportsPage
from app.ui.reports.preparing import Wanted
from app.ui.rollup.desk import RollUpDesk
from app.ui.sending.desk import SendingDesk
from app.ui.settings.page import SettingsPage
from app.ui.shell.window import MainWindow
from app.ui.standings.page import StandingsPage
from app.ui.template.desk import TemplateDesk
from app.ui.wanted import PeopleWanted


@dataclass(frozen=True, slots=True)
class OfficePages:
    """The pages of one window, and the dialogs that more than one page opens."""

    home: HomePage
    people: PeoplePage
    importing: ImportPage
    followers: FollowersPage
    standings: StandingsPage
    reports: ReportsPage
    settings: SettingsPage
    forms: FormsDesk
    clarify: ClarifyDesk
    periods: PeriodsDesk
    template: TemplateDesk
    proof: ProofDesk
    privacy: PrivacyDesk
    fetching: FetchDesk
    sending: SendingDesk
    rollup: RollUpDesk


class OfficeRoutes(QObject):
    """What a page asks for is shown by another one; nothing is written here."""

    def __init__(self, pages: OfficePages, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._pages, self._window = pages, window
        self._connect_home()
        self._connect_the_others()

    def _connect_home(self) -> None:
        home = self._pages.home
        home.import_asked.connect(self.choose_files)
        home.record_asked.connect(self._open_followers)
        home.report_asked.connect(self._open_reports)
        home.changes_asked.connect(self._show_changes)
        home.forms_asked.connect(self._open_forms)
        home.held_asked.connect(self._open_waiting_room)
        home.backups_asked.connect(self._open_backups)
        home.settings_asked.connect(self._open_identity)
        home.clerk_asked.connect(self._ask_for_clerk)
        home.people_asked.connect(self._show_people)
        home.standings_asked.connect(self._show_standings)
        home.person_asked.connect(self._show_person)
        home.clarify_asked.connect(self._open_clarify)
        home.rollup_asked.connect(self._open_rollup)

    def _connect_the_others(self) -> None:
        pages, window = self._pages, self._window
        pages.people.record_asked.connect(self._record)
        pages.people.privacy_asked.connect(self._answer_privacy)
        pages.privacy.told.connect(pages.people.tell)
        pages.importing.people_asked.connect(self._show_imported)
        for page in (pages.people, pages.followers, pages.standings, pages.reports):
            page.import_asked.connect(self.choose_files)
        pages.followers.forms_asked.connect(self._open_forms)
        pages.followers.fetch_asked.connect(self._open_fetching)
        pages.fetching.settings_asked.connect(self._open_tokens)
        pages.standings.report_asked.connect(self._report_standings)
        pages.standings.rule_asked.connect(self._open_rules)
        pages.standings.person_asked.connect(self._show_person)
        pages.standings.clarify_asked.connect(self._open_clarify)
        pages.clarify.person_asked.connect(self._show_person)
        pages.clarify.record_asked.connect(self._record)
        pages.reports.settings_asked.connect(self._open_identity)
        pages.reports.template_asked.connect(self._open_template)
        pages.reports.check_asked.connect(self._open_check)
        pages.reports.offices.send_asked.connect(self._open_sending)
        pages.reports.offices.rollup_asked.connect(self._open_rollup)
        pages.sending.settings_asked.connect(self._open_identity)
        pages.importing.exchange_found.connect(self._receive)
        window.open_asked.connect(self.choose_files)
        window.files_dropped.connect(self._take_dropped)
        window.clerk_asked.connect(self._ask_for_clerk)

    @Slot(object)
    def open_files(self, paths: list[Path]) -> None:
        """Brings the import page to the front with these files."""
        self._window.go("import")
        self._pages.importing.open_files(paths)

    @Slot()
    def choose_files(self) -> None:
        """The import page, and its question for files."""
        self._window.go("import")
        self._pages.importing.choose()

    @Slot()
    def _open_waiting_room(self) -> None:
        self._window.go("import")
        self._pages.importing.show_waiting()

    @Slot()
    def _open_followers(self) -> None:
        self._pages.followers.show_due()
        self._window.go("followers")

    @Slot()
    def _open_forms(self) -> None:
        self._pages.forms.open_over(self._window)

    @Slot(object)
    def _open_fetching(self, scope: FetchScope) -> None:
        self._pages.fetching.open_over(self._window, scope)

    @Slot()
    def _open_tokens(self) -> None:
        self._window.go("settings")
        self._pages.settings.show_category("platforms")

    @Slot()
    def _open_clarify(self) -> None:
        self._pages.clarify.open_over(self._window)

    @Slot(object)
    def _open_template(self, wanted: Wanted) -> None:
        self._pages.template.open_over(self._window, wanted)

    @Slot()
    def _open_check(self) -> None:
        self._pages.proof.open_over(self._window)

    @Slot()
    def _open_sending(self) -> None:
        self._pages.sending.open_over(self._window)

    @Slot()
    def _open_rollup(self) -> None:
        self._pages.rollup.open_over(self._window)

    @Slot(object)
    def _receive(self, paths: list[Path]) -> None:
        """What was meant for the import is for the province."""
        self._pages.rollup.open_over(self._window, paths)

    @Slot(object)
    def _take_dropped(self, paths: list[Path]) -> None:
        """On the page of reports one file is a report to check; all others are imported."""
        if self._window.current_key == "reports" and len(paths) == 1 and paths[0].is_file():
            self._pages.proof.open_over(self._window, paths[0])
        else:
            self.open_files(paths)

    @Slot(object, object)
    def _answer_privacy(self, what: Deed, person: Person) -> None:
        if what is Deed.OWN_DATA:
            self._pages.privacy.write_own_data(person)
        else:
            self._pages.privacy.ask_to_erase(self._window, person)

    @Slot()
    def _show_changes(self) -> None:
        self._pages.periods.show_changes(self._window)

    @Slot()
    def _open_reports(self) -> None:
        self._window.go("reports")

    @Slot()
    def _report_standings(self) -> None:
        """Of what the page of standings shows: a closed period, or the office as it stands."""
        closed = self._pages.periods.closed
        self._pages.reports.show_closing(None if closed is None else closed.revision)
        self._window.go("reports")

    @Slot()
    def _open_identity(self) -> None:
        """Whatever was looked at there last: the name of the office is what is missing."""
        self._window.go("settings")
        self._pages.settings.fill_in("office")

    @Slot()
    def _open_backups(self) -> None:
        self._window.go("settings")
        self._pages.settings.show_category("backups")

    @Slot()
    def _open_rules(self) -> None:
        self._window.go("settings")
        self._pages.settings.show_category("rule")

    @Slot()
    def _ask_for_clerk(self) -> None:
        self._window.go("settings")
        self._pages.settings.fill_in("clerk")

    @Slot(int)
    def _record(self, person_id: int) -> None:
        self._window.go("followers")
        self._pages.followers.show_person(person_id)

    @Slot(int)
    def _show_person(self, person_id: int) -> None:
        self._window.go("people")
        self._pages.people.show_person(person_id)

    @Slot(object)
    def _show_people(self, wanted: PeopleWanted) -> None:
        found = PeopleFilter(
            wanted.unit,
            wanted.verdict,
            wanted.platform,
            wanted.generation,
            wanted.near,
            wanted.on_record,
            wanted.nips,
        )
        self._pages.people.show_only(found)
        self._window.go("people")

    @Slot(object)
    def _show_imported(self, nips: frozenset[str]) -> None:
        self._show_people(PeopleWanted(nips=nips))

    @Slot(object)
    def _show_standings(self, wanted: PeopleWanted) -> None:
        self._pages.standings.show_only(wanted.verdict, near=wanted.near)
        self._window.go("standings")
