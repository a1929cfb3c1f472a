"""The foot and the head of one office's window: what is saved, whose office and clerk it is."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.domain.errors import AppError
from app.services.preferences import KeepPreferences
from app.ui.backups.daily import Look
from app.ui.backups.words import near_moment
from app.ui.shell.page import Fact
from app.ui.shell.window import MainWindow
from app.ui.table.typing_end import end_typing
from app.wording.language import Language
from app.wording.rules import rule_status

if TYPE_CHECKING:
    from app.ui.followers.page import FollowersPage
    from app.ui.later import Later


class OfficeFacts(QObject):
    """Shows the facts in the window; asks the preferences anew each time."""

    def __init__(
        self,
        language: Language,
        preferences: KeepPreferences,
        window: MainWindow,
        followers: "Later[FollowersPage]",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._language, self._preferences = language, preferences
        self._window, self._followers = window, followers
        self._saved: datetime | None = None
        self._undone = ""
        self._backup: Fact | None = None
        self._portable: Fact | None = None
        followers.once_built(self._follow)

    def _follow(self, followers: "FollowersPage") -> None:
        followers.unsaved_changed.connect(self._show_all_is_recorded)
        # Nothing is called saved beside a strip that says it is not.
        followers.not_saved.connect(self.show_facts)

    def note_saved(self) -> None:
        """Something was written a moment ago."""
        self._saved = datetime.now()
        self.show_facts()
        self._undone = ""

    def note_portable(self, *, is_one: bool) -> None:
        """Where it lies on a stick: Gaung is to be closed before that is pulled out."""
        if is_one:
            self._portable = Fact(self._language.say("Portable office"), icon="hard-drive")

    def note_step(self, words: str) -> None:
        """A step back or again was taken; `words` say which, until the next write."""
        self._undone = words

    @Slot(object)
    def note_backup(self, look: Look) -> None:
        """How old the newest backup is, or that one of them is not whole."""
        contents = look.newest.contents if look.newest is not None else None
        if look.broken:
            many = self._language.say_many
            words = many("{count} backup is damaged", "{count} backups are damaged", look.broken)
            self._backup = Fact(words, icon="triangle-alert", tone="warning_text")
            self.show_facts()
        elif contents is not None:
            when = near_moment(contents.made_at, datetime.now().date(), self._language)
            words = self._language.say("Backup {moment}").format(moment=when)
            self._backup = Fact(words, icon="archive")
            self.show_facts()

    @Slot(object)
    def note_no_backup(self, error: AppError) -> None:
        """A backup was due and could not be made; the settings say why."""
        words = self._language.say("The last backup was not made")
        self._backup = Fact(words, icon="triangle-alert", tone="error_text")
        self.show_facts()

    @Slot()
    def show_saved(self) -> None:
        """Ctrl+S: everything is saved the moment it is done, and so is what is being typed."""
        end_typing(self._window.focusWidget())
        self.show_facts()

    @Slot()
    def show_office(self) -> None:
        """The names at the head."""
        office, chosen = self._preferences.office(), self._preferences.preferences()
        say = self._language.say
        short = office.government or say("Office not set up yet")
        full = f"{office.name} {office.government}".strip()
        self._window.set_office(short, full)
        self._window.set_clerk(chosen.clerk or say("Choose the clerk"), say("Clerk"))

    @Slot()
    def show_facts(self) -> None:
        """The line at the foot."""
        say = self._language.say
        facts = [Fact(rule_status(self._preferences.preferences().rule, self._language))]
        if self._portable is not None:
            facts.insert(0, self._portable)
        if self._undone:
            facts.append(Fact(self._undone, icon="undo-2"))
        saved = say("Everything is saved")
        if self._saved is not None:
            saved = say("Saved {time}").format(time=self._language.clock(self._saved))
        if not self._is_unsaved():
            facts.append(Fact(saved, icon="check", tone="qualifies_text"))
        if self._backup is not None:
            facts.append(self._backup)
        self._window.set_facts(facts)

    @Slot()
    def _show_all_is_recorded(self) -> None:
        if not self._is_unsaved():
            self.show_facts()

    def _is_unsaved(self) -> bool:
        followers = self._followers.built
        return followers is not None and bool(followers.unsaved)
