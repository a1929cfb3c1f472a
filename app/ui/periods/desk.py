"""Periods in the window: the button with its menu, the banner, and the dialogs that they open."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.snapshot import Revision
from app.services.closed_periods import ClosedPeriod
from app.services.job import Job
from app.services.period_changes import ComparePeriods
from app.services.periods import KeepPeriods
from app.services.preferences import KeepPreferences
from app.ui.parts.buttons import Button, plain_button
from app.ui.periods.banner import PeriodBanner
from app.ui.periods.changes_desk import ChangesDesk
from app.ui.periods.closing_desk import ClosingDesk
from app.ui.periods.menu import PeriodMenu
from app.ui.prompts import Prompts
from app.ui.table.memory import TableMemory
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from app.wording.periods import period_name


class PeriodsDesk(QObject):
    """The page that owns it places `button` and `banner`, and shows what `chosen` says."""

    chosen = Signal(object)
    """The ClosedPeriod to look at; None for the office as it stands now."""
    changed = Signal()
    """A period was closed or opened again."""
    person_asked = Signal(int)

    def __init__(
        self,
        theme: Theme,
        language: Language,
        periods: KeepPeriods,
        changes: ComparePeriods,
        preferences: KeepPreferences,
        today: date,
        tasks: TaskRunner,
        prompts: Prompts,
        memory: TableMemory,
    ) -> None:
        super().__init__()
        self._language = language
        self._periods, self._tasks, self._prompts = periods, tasks, prompts
        self._revisions: Sequence[Revision] = ()
        self._closed: ClosedPeriod | None = None
        self._over: QWidget | None = None
        self._wanted: int | None = None
        self.button: Button = plain_button(theme, "", icon="calendar")
        self.banner = PeriodBanner(theme, language)
        self._closing = ClosingDesk(theme, language, periods, preferences, today, tasks, prompts)
        self._changes = ChangesDesk(theme, language, changes, preferences, today, tasks, memory)
        self._show_words()
        self.button.clicked.connect(self._open_menu)
        self.banner.changes_asked.connect(self._open_changes)
        self.banner.reopen_asked.connect(self._ask_reason)
        self.banner.now_asked.connect(self.show_now)
        self._closing.done.connect(self._show_done)
        self._changes.person_asked.connect(self.person_asked)

    @property
    def closed(self) -> ClosedPeriod | None:
        """What is looked at; None for the office as it stands now."""
        return self._closed

    def refresh(self) -> None:
        """Read again which periods there are, and the one that is looked at."""
        self._tasks.run(self._list, done=self._take_list, failed=self._prompts.explain)
        if self._closed is not None:
            self._choose(self._closed.revision)

    @Slot()
    def show_now(self) -> None:
        """Back to the office as it stands."""
        self._closed = self._wanted = None
        self.banner.hide()
        self._show_words()
        self.chosen.emit(None)

    def show_changes(self, over: QWidget) -> None:
        """What changed between the last closing and now, whatever is looked at here."""
        self._over = over
        self._tasks.run(self._list, done=self._open_latest, failed=self._prompts.explain)

    def _open_latest(self, revisions: Sequence[Revision]) -> None:
        self._revisions = revisions
        if self._over is not None:
            self._changes.open(revisions, None, self._over)

    @Slot()
    def _open_menu(self) -> None:
        shown = None if self._closed is None else self._closed.revision.id
        menu = PeriodMenu(self._language, self._revisions, shown, self.button)
        menu.now_chosen.connect(self.show_now)
        menu.chosen.connect(self._choose)
        menu.close_asked.connect(self.ask_period)
        menu.changes_asked.connect(self._open_changes)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    @Slot(object)
    def _choose(self, revision: Revision) -> None:
        self._wanted = revision.id
        work = partial(self._periods.read, revision.id)
        self._tasks.run(work, done=self._show_closed, failed=self._prompts.explain)

    def _show_closed(self, closed: ClosedPeriod) -> None:
        if closed.revision.id != self._wanted:
            return  # another one was chosen meanwhile, or the office as it stands
        self._closed = closed
        self.banner.show_closed(closed)
        self._show_words()
        self.chosen.emit(closed)

    def _list(self, job: Job) -> Sequence[Revision]:
        """In the runner's thread."""
        job.step(0, 0)
        return self._periods.revisions()

    def _take_list(self, revisions: Sequence[Revision]) -> None:
        self._revisions = revisions

    def _show_words(self) -> None:
        say = self._language.say
        name = say("now")
        if self._closed is not None:
            name = period_name(self._closed.revision.period, self._language)
        self.button.set_words(say("Period: {name}").format(name=name))

    @Slot()
    def ask_period(self) -> None:
        """Which period is to be closed."""
        self._closing.ask_period(self._revisions, self.button.window())

    @Slot()
    def _ask_reason(self) -> None:
        if self._closed is not None:
            self._closing.ask_reason(self._closed.revision, self.button.window())

    @Slot()
    def _open_changes(self) -> None:
        after = None if self._closed is None else self._closed.revision
        self._changes.open(self._revisions, after, self.button.window())

    @Slot(object)
    def _show_done(self, revision: Revision) -> None:
        self._tasks.run(self._list, done=self._take_list, failed=self._prompts.explain)
        if revision.is_closed:
            self._choose(revision)
        else:
            self.show_now()
        self.changed.emit()
