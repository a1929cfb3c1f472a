"""The ways from one page of an office's window to another."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.domain.person import Person
from app.ui.office_desks import OfficeDesks
from app.ui.office_pages import OfficePages
from app.ui.shell.window import MainWindow
from app.ui.wanted import PeopleWanted

if TYPE_CHECKING:
    from app.ui.clarify.desk import ClarifyDesk
    from app.ui.fetching.scope import FetchScope
    from app.ui.followers.page import FollowersPage
    from app.ui.home.page import HomePage
    from app.ui.importing.page import ImportPage
    from app.ui.people.card_head import Deed
    from app.ui.people.page import PeoplePage
    from app.ui.reports.page import ReportsPage
    from app.ui.reports.preparing import Wanted
    from app.ui.standings.page import StandingsPage


class OfficeRoutes(QObject):
    """What a page asks for is shown by another one; nothing is written here."""

    def __init__(
        self, pages: OfficePages, desks: OfficeDesks, window: MainWindow, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._pages, self._desks, self._window = pages, desks, window
        pages.home.once_built(self._connect_home)
        pages.people.once_built(self._connect_people)
        pages.importing.once_built(self._connect_importing)
        pages.followers.once_built(self._connect_followers)
        pages.standings.once_built(self._connect_standings)
        pages.reports.once_built(self._connect_reports)
        desks.clarify.once_built(self._connect_clarify)
        desks.fetching.once_built(lambda desk: desk.settings_asked.connect(self._open_tokens))
        desks.privacy.once_built(lambda desk: desk.told.connect(self._tell_of_person))
        desks.sending.once_built(lambda desk: desk.settings_asked.connect(self._open_identity))
        window.open_asked.connect(self.choose_files)
        window.files_dropped.connect(self._take_dropped)
        window.clerk_asked.connect(self._ask_for_clerk)

    def _connect_home(self, home: "HomePage") -> None:
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

    def _connect_people(self, page: "PeoplePage") -> None:
        page.import_asked.connect(self.choose_files)
        page.record_asked.connect(self._record)
        page.privacy_asked.connect(self._answer_privacy)

    def _connect_importing(self, page: "ImportPage") -> None:
        page.people_asked.connect(self._show_imported)
        page.exchange_found.connect(self._receive)

    def _connect_followers(self, page: "FollowersPage") -> None:
        page.import_asked.connect(self.choose_files)
        page.forms_asked.connect(self._open_forms)
        page.fetch_asked.connect(self._open_fetching)

    def _connect_standings(self, page: "StandingsPage") -> None:
        page.import_asked.connect(self.choose_files)
        page.report_asked.connect(self._report_standings)
        page.rule_asked.connect(self._open_rules)
        page.person_asked.connect(self._show_person)
        page.clarify_asked.connect(self._open_clarify)

    def _connect_reports(self, page: "ReportsPage") -> None:
        page.import_asked.connect(self.choose_files)
        page.settings_asked.connect(self._open_identity)
        page.template_asked.connect(self._open_template)
        page.check_asked.connect(self._open_check)
        page.offices.send_asked.connect(self._open_sending)
        page.offices.rollup_asked.connect(self._open_rollup)

    def _connect_clarify(self, desk: "ClarifyDesk") -> None:
        desk.person_asked.connect(self._show_person)
        desk.record_asked.connect(self._record)

    @Slot(object)
    def open_files(self, paths: list[Path]) -> None:
        """Brings the import page to the front with these files."""
        self._window.go("import")
        self._pages.importing().open_files(paths)

    @Slot()
    def choose_files(self) -> None:
        """The import page, and its question for files."""
        self._window.go("import")
        self._pages.importing().choose()

    @Slot()
    def _open_waiting_room(self) -> None:
        self._window.go("import")
        self._pages.importing().show_waiting()

    @Slot()
    def _open_followers(self) -> None:
        self._pages.followers().show_due()
        self._window.go("followers")

    @Slot()
    def _open_forms(self) -> None:
        self._desks.forms().open_over(self._window)

    @Slot(object)
    def _open_fetching(self, scope: "FetchScope") -> None:
        self._desks.fetching().open_over(self._window, scope)

    @Slot()
    def _open_tokens(self) -> None:
        self._window.go("settings")
        self._pages.settings().show_category("platforms")

    @Slot()
    def _open_clarify(self) -> None:
        self._desks.clarify().open_over(self._window)

    @Slot(object)
    def _open_template(self, wanted: "Wanted") -> None:
        self._desks.template().open_over(self._window, wanted)

    @Slot()
    def _open_check(self) -> None:
        self._desks.proof().open_over(self._window)

    @Slot()
    def _open_sending(self) -> None:
        self._desks.sending().open_over(self._window)

    @Slot()
    def _open_rollup(self) -> None:
        self._desks.rollup().open_over(self._window)

    @Slot(object)
    def _receive(self, paths: list[Path]) -> None:
        """What was meant for the import is for the province."""
        self._desks.rollup().open_over(self._window, paths)

    @Slot(object)
    def _take_dropped(self, paths: list[Path]) -> None:
        """On the page of reports one file is a report to check; all others are imported."""
        if self._window.current_key == "reports" and len(paths) == 1 and paths[0].is_file():
            self._desks.proof().open_over(self._window, paths[0])
        else:
            self.open_files(paths)

    @Slot(object, object)
    def _answer_privacy(self, what: "Deed", person: Person) -> None:
        # Its room is loaded: it asked.
        from app.ui.people.card_head import Deed

        if what is Deed.OWN_DATA:
            self._desks.privacy().write_own_data(person)
        else:
            self._desks.privacy().ask_to_erase(self._window, person)

    @Slot(str)
    def _tell_of_person(self, words: str) -> None:
        self._pages.people().tell(words)

    @Slot()
    def _show_changes(self) -> None:
        self._desks.periods().show_changes(self._window)

    @Slot()
    def _open_reports(self) -> None:
        self._window.go("reports")

    @Slot()
    def _report_standings(self) -> None:
        """Of what the page of standings shows: a closed period, or the office as it stands."""
        closed = self._desks.periods().closed
        self._pages.reports().show_closing(None if closed is None else closed.revision)
        self._window.go("reports")

    @Slot()
    def _open_identity(self) -> None:
        """Whatever was looked at there last: the name of the office is what is missing."""
        self._window.go("settings")
        self._pages.settings().fill_in("office")

    @Slot()
    def _open_backups(self) -> None:
        self._window.go("settings")
        self._pages.settings().show_category("backups")

    @Slot()
    def _open_rules(self) -> None:
        self._window.go("settings")
        self._pages.settings().show_category("rule")

    @Slot()
    def _ask_for_clerk(self) -> None:
        self._window.go("settings")
        self._pages.settings().fill_in("clerk")

    @Slot(int)
    def _record(self, person_id: int) -> None:
        self._window.go("followers")
        self._pages.followers().show_person(person_id)

    @Slot(int)
    def _show_person(self, person_id: int) -> None:
        self._window.go("people")
        self._pages.people().show_person(person_id)

    @Slot(object)
    def _show_people(self, wanted: PeopleWanted) -> None:
        # With the page itself: it is what is shown.
        from app.ui.people.filters import PeopleFilter

        found = PeopleFilter(
            wanted.unit,
            wanted.verdict,
            wanted.platform,
            wanted.generation,
            wanted.near,
            wanted.on_record,
            wanted.nips,
        )
        self._pages.people().show_only(found)
        self._window.go("people")

    @Slot(object)
    def _show_imported(self, nips: frozenset[str]) -> None:
        self._show_people(PeopleWanted(nips=nips))

    @Slot(object)
    def _show_standings(self, wanted: PeopleWanted) -> None:
        self._pages.standings().show_only(wanted.verdict, near=wanted.near)
        self._window.go("standings")
