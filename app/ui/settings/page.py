"""Settings: every field is saved when it is left."""

from collections.abc import Sequence
from datetime import date
from itertools import chain
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.services.backups.restoring import Restored
from app.services.backups.safety import Safety
from app.services.backups.shelf import Backup
from app.services.evidence.keeping import KeepEvidence
from app.services.preferences import KeepPreferences
from app.services.standings import JudgeStandings
from app.ui.audit.panel import AuditPanel
from app.ui.backups.restore_desk import RestoreDesk
from app.ui.parts.head import PageHead
from app.ui.parts.writing import writes
from app.ui.portable.settings import PortableSettings
from app.ui.privacy.settings import PrivacySettings
from app.ui.prompts import Prompts
from app.ui.remembered import RememberedTables
from app.ui.settings.about import AboutCard
from app.ui.settings.backups import BackupSettings
from app.ui.settings.categories import CATEGORIES, Categories, Category
from app.ui.settings.clerk import ClerkCard
from app.ui.settings.evidence import EvidenceCard
from app.ui.settings.identity import IdentityCard
from app.ui.settings.keys import keys_everywhere, keys_for_counts, keys_in_tables
from app.ui.settings.licences import LicencesCard
from app.ui.settings.look import LookSettings
from app.ui.settings.nip import NipCard
from app.ui.settings.own_rules import OwnRulesCard
from app.ui.settings.pane import Pane
from app.ui.settings.platforms import PlatformCards
from app.ui.settings.rule import RuleSettings
from app.ui.settings.rule_trial import RuleTrial
from app.ui.settings.saving import Saving
from app.ui.settings.signatories import SignatoriesCard
from app.ui.shell.page import Fact
from app.ui.shell.regions import go_into
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language


class SettingsPage(QWidget):
    """Categories at the left, their cards at the right."""

    facts_changed = Signal()
    changed = Signal()
    look_changed = Signal(str)
    language_changed = Signal(str)
    office_changed = Signal()
    """The letterhead or who signs."""
    rule_changed = Signal()
    """The reading, the age limit, or what Facebook counts."""
    clerk_changed = Signal()
    restore_prepared = Signal(object)
    """The Prepared of `services.backups.restoring`: nothing was changed yet."""
    contacts_changed = Signal()
    """Whether telephone numbers are kept: it holds for imports that are begun from now on."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        preferences: KeepPreferences,
        evidence: KeepEvidence,
        standings: JudgeStandings,
        today: date,
        safety: Safety,
        database_path: Path,
        tasks: TaskRunner,
        prompts: Prompts,
        privacy: PrivacySettings,
        platforms: PlatformCards,
        portable: PortableSettings,
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._language, self._preferences = language, preferences
        self._saving = Saving(preferences, tasks, prompts, self)
        saving = self._saving
        self._identity = IdentityCard(theme, language, preferences, saving, tasks, prompts)
        self._signatories = SignatoriesCard(theme, language, preferences, saving, prompts)
        trial = RuleTrial(standings, preferences, today, tasks, prompts, self)
        own = OwnRulesCard(theme, language, saving, trial, prompts)
        self._rule = RuleSettings(theme, language, saving, own, self)
        self._look = LookSettings(theme, language, saving, self)
        self._clerk = ClerkCard(theme, language, saving)
        self._evidence = EvidenceCard(theme, language, evidence, tasks, prompts)
        self._backups = BackupSettings(theme, language, safety, saving, tasks, prompts, self)
        self._restore = RestoreDesk(theme, language, safety.restoring, tasks, prompts, self)
        self.privacy, self._nip = privacy, NipCard(theme, language, saving)
        self.platforms, self.portable = platforms, portable
        remembered = RememberedTables(preferences)
        self._audit = AuditPanel(theme, language, safety.backups, remembered, tasks)
        self._categories = Categories(theme, language.say("Categories"), _categories(language))
        self._panes: dict[str, QWidget] = {
            "office": Pane([self._identity], [self._signatories]),
            "rule": Pane([self._rule.readings], [self._rule.own, self._rule.limits]),
            "look": Pane([self._look.look], [self._look.language]),
            "clerk": Pane([self._clerk], []),
            "backups": Pane([self._backups.state], [self._backups.list]),
            "portable": Pane([portable.make], [portable.take, portable.stays]),
            "platforms": Pane(*platforms.columns()),
            "privacy": Pane(
                [privacy.retention, self._nip, privacy.incident], [privacy.copies, privacy.map]
            ),
            "audit": self._audit,
            "keys": _keys(theme, language),
            "about": Pane(
                [AboutCard(theme, language, database_path), self._evidence],
                [LicencesCard(theme, language)],
            ),
        }
        self._stack = QStackedWidget()
        self._build(theme)
        self._connect()
        self.show_category("office")

    # What the window asks of a page

    def facts(self) -> Sequence[Fact]:
        """Whether everything is safe."""
        say = self._language.say
        if self._saving.busy:
            return [Fact(say("Saving"))]
        if self._saving.failed:
            words = say("The last change is not saved")
            return [Fact(words, icon="triangle-alert", tone="error_text")]
        return [Fact(say("All changes are saved"), icon="check")]

    def search_field(self) -> QLineEdit | None:
        """Only the audit log is long enough to be searched."""
        return self._audit.search if self.category == "audit" else None

    def regions(self) -> Sequence[QWidget]:
        """The categories, then the fields."""
        return [self._categories, self._stack]

    @Slot()
    def refresh(self) -> None:
        """Show what is stored; a field that is being typed in keeps its text."""
        stored, office = self._preferences.preferences(), self._preferences.office()
        self._identity.show_office(office)
        self._signatories.show_signatories(office.signatories)
        self._rule.show_preferences(stored)
        self._look.show_preferences(stored)
        self._clerk.show_preferences(stored)
        self._nip.show_preferences(stored)
        self._evidence.refresh()
        self._backups.refresh()
        self.privacy.refresh()
        self.portable.refresh()
        self._audit.refresh()
        self._refresh_platforms()

    @Slot()
    def _refresh_platforms(self) -> None:
        """Only where they are seen: the system may ask its user to unlock what it keeps."""
        if self.category == "platforms":
            self.platforms.refresh()

    # For whoever leads here

    @property
    def category(self) -> str:
        """The key of the category in front."""
        return next(key for key, pane in self._panes.items() if pane.isVisibleTo(self._stack))

    @Slot(str)
    def show_category(self, key: str) -> None:
        """Open one by its key: "office", "rule", "backups", "platforms", "privacy" and so on."""
        self._categories.set_current(key)
        self._stack.setCurrentWidget(self._panes[key])
        self._refresh_platforms()

    def fill_in(self, key: str) -> None:
        """Open a category with the keys in its first field."""
        self.show_category(key)
        go_into([self._panes[key]])

    def show_restored(self, restored: Restored) -> None:
        """The office was brought back a moment ago."""
        self.show_category("backups")
        self._backups.show_restored(restored)

    @Slot()
    def save_open_field(self) -> None:
        """The window closes: save the field that is being typed in now, without the tasks."""
        self._saving.finish_at_once()
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()

    # Building

    def _build(self, theme: Theme) -> None:
        say = self._language.say
        rule, look = self._rule, self._look
        writes(rule.readings, rule.own, rule.limits, look.look, look.language, self._clerk)
        writes(self._identity, self._signatories, self._evidence, self._nip)
        writes(self.privacy.retention, *chain(*self.platforms.columns()))
        for pane in self._panes.values():
            self._stack.addWidget(pane)
        head = PageHead(theme, say("Settings"), say("Saved as soon as a field is left"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._categories)
        row.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 4, 8)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self._categories.chosen.connect(self.show_category)
        self._saving.state_changed.connect(self.facts_changed)
        self._saving.saved.connect(self.changed)
        self._identity.office_changed.connect(self.office_changed)
        self._signatories.office_changed.connect(self._follow_office)
        self._rule.rule_changed.connect(self.rule_changed)
        self._rule.own.rules_changed.connect(self.refresh)
        self._rule.contacts_changed.connect(self.contacts_changed)
        self._look.look_changed.connect(self.look_changed)
        self._look.language_changed.connect(self.language_changed)
        self._clerk.clerk_changed.connect(self.clerk_changed)
        self._backups.restore_asked.connect(self._ask_to_restore)
        self._restore.prepared.connect(self.restore_prepared)
        self.portable.prepared.connect(self.restore_prepared)

    @Slot(object)
    def _ask_to_restore(self, backup: Backup) -> None:
        self._restore.ask_over(self.window(), backup)

    @Slot()
    def _follow_office(self) -> None:
        """The card of the identity carries the signatories along when it saves."""
        self._identity.show_office(self._preferences.office())
        self.office_changed.emit()


def _categories(language: Language) -> Sequence[Category]:
    return [Category(one.key, one.words(language.say), one.icon) for one in CATEGORIES]


def _keys(theme: Theme, language: Language) -> Pane:
    everywhere, in_tables = keys_everywhere(theme, language), keys_in_tables(theme, language)
    return Pane([everywhere, in_tables], [keys_for_counts(theme, language)])
