"""The pages of one office's window; each is built, and its room loaded, when it is first shown."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.ui.later import Later
from app.ui.office_desks import OfficeDesks
from app.ui.office_tools import OfficeTools
from app.ui.shell.page import PAGE_TITLES, Page, PageEntry

if TYPE_CHECKING:
    from app.ui.followers.page import FollowersPage
    from app.ui.home.page import HomePage
    from app.ui.importing.page import ImportPage
    from app.ui.people.page import PeoplePage
    from app.ui.reports.page import ReportsPage
    from app.ui.settings.page import SettingsPage
    from app.ui.standings.page import StandingsPage


class OfficePages:
    """Builds them; who connects them asks for it with `once_built`."""

    def __init__(self, tools: OfficeTools, desks: OfficeDesks) -> None:
        self._tools, self._desks = tools, desks
        self.home = Later(self._home)
        self.people = Later(self._people)
        self.importing = Later(self._importing)
        self.followers = Later(self._followers)
        self.standings = Later(self._standings)
        self.reports = Later(self._reports)
        self.settings = Later(self._settings)

    def entries(self) -> Sequence[PageEntry]:
        """As the sidebar shows them."""
        pages: Sequence[tuple[str, str, Later[Page]]] = [
            ("home", "house", self.home),
            ("people", "users", self.people),
            ("import", "file-input", self.importing),
            ("followers", "table-2", self.followers),
            ("standings", "list-checks", self.standings),
            ("reports", "file-spreadsheet", self.reports),
            ("settings", "settings", self.settings),
        ]
        say = self._tools.language.say
        return [
            PageEntry(key, PAGE_TITLES[key](say), icon, page, foot=key == "settings")
            for key, icon, page in pages
        ]

    def _home(self) -> "HomePage":
        from app.ui.home.page import HomePage

        tools, place = self._tools, self._tools.place
        looked = place.overview, place.period_changes, place.coverage, place.preferences
        work = place.today, tools.tasks, tools.prompts
        return HomePage(tools.theme, tools.language, *looked, *work, is_sample=place.is_sample)

    def _people(self) -> "PeoplePage":
        from app.ui.people.page import PeoplePage

        tools, place = self._tools, self._tools.place
        asked = place.people, place.standings, place.preferences, place.today
        return PeoplePage(
            tools.theme, tools.language, *asked, tools.tasks, tools.prompts, tools.memory
        )

    def _importing(self) -> "ImportPage":
        from app.ui.importing.page import ImportPage

        tools, place = self._tools, self._tools.place
        work = tools.tasks, tools.prompts, tools.memory
        return ImportPage(
            tools.theme, tools.language, place.importing, place.waiting, *work, place.today
        )

    def _followers(self) -> "FollowersPage":
        from app.ui.followers.page import FollowersPage

        tools, place = self._tools, self._tools.place
        asked = place.recording, place.checking, place.chat, place.preferences, place.today
        return FollowersPage(
            tools.theme, tools.language, *asked, tools.tasks, tools.prompts, tools.memory
        )

    def _standings(self) -> "StandingsPage":
        from app.ui.standings.page import StandingsPage

        tools, place = self._tools, self._tools.place
        return StandingsPage(
            tools.theme,
            tools.language,
            place.standings,
            place.preferences,
            place.today,
            tools.tasks,
            tools.prompts,
            tools.memory,
            self._desks.periods(),
        )

    def _reports(self) -> "ReportsPage":
        from app.ui.reports.page import ReportsPage

        tools, place = self._tools, self._tools.place
        asked = place.report, place.standings, place.periods, place.preferences
        written = place.today, tools.reports_folder, place.is_sample
        return ReportsPage(
            tools.theme, tools.language, *asked, *written, tools.tasks, tools.prompts
        )

    def _settings(self) -> "SettingsPage":
        from app.services.backups.safety import Safety
        from app.ui.portable.settings import PortableSettings
        from app.ui.privacy.settings import PrivacySettings
        from app.ui.settings.page import SettingsPage
        from app.ui.settings.platforms import PlatformCards

        tools, place = self._tools, self._tools.place
        look, work, today = (tools.theme, tools.language), (tools.tasks, tools.prompts), place.today
        arranging = place.fetching.arranging
        return SettingsPage(
            *look,
            place.preferences,
            place.evidence,
            place.standings,
            today,
            Safety(place.backups, place.restoring),
            place.path,
            *work,
            PrivacySettings(*look, place.privacy, today, tools.reports_folder, *work, tools.owner),
            PlatformCards(*look, arranging, today, tools.tasks, tools.owner),
            PortableSettings(*look, place.portable, place.is_sample, *work, tools.owner),
        )
