"""Leads through what a person asks of their own data: to have it written down, or erased."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.domain.file_names import SUFFIX
from app.domain.nip import Nip
from app.domain.person import Person
from app.services.job import Job
from app.services.privacy.copies import Purged
from app.services.privacy.erasing import Erased, Going
from app.services.privacy.offers import PrivacyOffers
from app.ui.privacy.copies_card import CopiesCard
from app.ui.privacy.erase_dialog import EraseDialog
from app.ui.privacy.erased_dialog import ErasedDialog
from app.ui.prompts import Prompts
from app.ui.tasks import Task, TaskRunner
from app.ui.theme.theme import Theme
from app.wording.errors import error_sentence
from app.wording.language import Language


@dataclass(frozen=True, slots=True)
class _Done:
    erased: Erased
    purged: Purged | None


class PrivacyDesk(QObject):
    """One wish at a time; each asks before it does anything."""

    told = Signal(str)
    """What was done, in words."""
    erased = Signal()
    """Somebody is gone: what the pages show is old."""
    looked = Signal()
    """The copies were looked into for somebody erased earlier."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        offers: PrivacyOffers,
        today: date,
        reports_folder: Path,
        tasks: TaskRunner,
        prompts: Prompts,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme, self._language, self._offers = theme, language, offers
        self._today, self._folder = today, reports_folder
        self._tasks, self._prompts = tasks, prompts
        self._window: QWidget | None = None
        self._asking: EraseDialog | None = None
        self._person_id = 0
        self._purges = False
        self._done: _Done | None = None
        self._showing: ErasedDialog | None = None
        self._task: Task | None = None

    # Data orang ini

    def write_own_data(self, person: Person) -> None:
        """Asks where to, and writes everything about the person there."""
        say, own = self._language.say, self._offers.own_data
        suggestion = self._folder / own.suggestion(person.name, self._today)
        filters = say("Excel workbooks (*{suffix})").format(suffix=SUFFIX)

        def write(target: Path) -> None:
            def work(job: Job) -> Path:
                own.write(person.id, target, job)
                return target

            self._tasks.run(work, done=self._tell_written, failed=self._prompts.explain)

        self._prompts.save_target(say("Data about one person"), suggestion, filters, write)

    @Slot(object)
    def _tell_written(self, target: Path) -> None:
        words = self._language.say("Everything about this person is written to {name}.")
        self.told.emit(words.format(name=target.name))

    # Erasing

    def ask_to_erase(self, window: QWidget, person: Person) -> None:
        """Finds out what would go, then asks; a second press meanwhile is no second question."""
        if self._window is not None:
            return
        self._window, self._person_id = window, person.id
        look = partial(self._offers.erasing.preview, person.id)
        self._tasks.run(look, done=self._ask, failed=self._fail, cancelled=self._end)

    @Slot(object)
    def _ask(self, going: Going) -> None:
        if self._window is None:
            return
        dialog = EraseDialog(self._theme, self._language, going, self._window)
        dialog.submitted.connect(self._erase)
        dialog.rejected.connect(self._end)
        self._asking = dialog
        dialog.open()

    @Slot(str, bool)
    def _erase(self, typed: str, purges: bool) -> None:
        self._purges = purges
        erase = partial(self._offers.erasing.erase, self._person_id, typed)
        self._tasks.run(erase, done=self._show_erased, failed=self._refuse, finishes=True)

    @Slot(object)
    def _show_erased(self, erased: Erased) -> None:
        asking = self._asking
        self._asking, self._done = None, _Done(erased, None)
        if asking is not None:
            asking.rejected.disconnect(self._end)
            asking.accept()
        if self._window is None:
            return
        self.erased.emit()
        self._show(erased)
        if self._purges and erased.copies:
            self._purge()

    def _show(self, erased: Erased) -> None:
        if self._window is None:
            return
        shown = ErasedDialog(self._theme, self._language, erased, self._window)
        shown.purge_asked.connect(self._ask_to_purge)
        shown.wipe_asked.connect(self._wipe)
        shown.cancelled.connect(self._stop)
        shown.finished.connect(self._end)
        self._showing = shown
        shown.open()

    @Slot(object)
    def _refuse(self, error: AppError) -> None:
        if self._asking is not None:
            self._asking.refuse(error_sentence(error, self._language))

    # The copies

    def take_wishes_of(self, card: CopiesCard) -> None:
        """From now on looks for whom is typed there; what is done is told in a dialog."""
        card.asked.connect(self._look_for_left)
        self.looked.connect(card.clear)

    @Slot(QWidget, object, str)
    def _look_for_left(self, window: QWidget, nip: Nip, name: str) -> None:
        if self._window is not None:
            return
        self._window = window
        look = partial(self._offers.erasing.left_of, nip, name)
        self._tasks.run(look, done=self._show_left, failed=self._fail, cancelled=self._end)

    @Slot(object)
    def _show_left(self, left: Erased) -> None:
        self._done = _Done(left, None)
        self._show(left)
        self.looked.emit()

    @Slot()
    def _ask_to_purge(self) -> None:
        say = self._language.say
        self._prompts.ask(
            say("Take the person out of every backup? Afterwards nothing can bring them back."),
            say("Purge the copies"),
            self._purge,
            safe=say("Everybody else stays in the backups."),
        )

    def _purge(self) -> None:
        if self._done is None or self._showing is None:
            return
        work = partial(self._offers.erasing.purge, self._done.erased)
        self._showing.begin()
        self._task = self._tasks.run(
            work,
            done=self._show_purged,
            failed=self._purge_failed,
            cancelled=self._stopped,
            progressed=self._showing.step,
            finishes=True,
        )

    @Slot(object)
    def _show_purged(self, purged: Purged) -> None:
        self._task = None
        if self._done is not None and self._showing is not None:
            self._done = replace(self._done, purged=purged)
            self._showing.show_purged(self._done.erased, purged)

    @Slot(object)
    def _purge_failed(self, error: AppError) -> None:
        self._task = None
        if self._showing is not None:
            self._showing.show_failed(error_sentence(error, self._language))

    @Slot()
    def _stopped(self) -> None:
        """Of the copies some are done: what is left can be begun again."""
        self._task = None
        words = self._language.say("The work on the copies was stopped. It can be begun again.")
        if self._showing is not None:
            self._showing.show_failed(words)

    @Slot()
    def _wipe(self) -> None:
        erasing = self._offers.erasing

        def work(job: Job) -> AppError | None:
            return erasing.wipe()

        self._tasks.run(work, done=self._show_wiped, failed=self._prompts.explain, finishes=True)

    @Slot(object)
    def _show_wiped(self, why_not: AppError | None) -> None:
        if self._done is not None and self._showing is not None:
            erased = replace(self._done.erased, not_wiped=why_not)
            self._done = replace(self._done, erased=erased)
            self._showing.show_wiped(erased, self._done.purged)

    # Ending

    @Slot(object)
    def _fail(self, error: AppError) -> None:
        self._end()
        self._prompts.explain(error)

    @Slot()
    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    @Slot()
    def _end(self) -> None:
        self._window, self._asking, self._showing = None, None, None
        self._done, self._person_id = None, 0
