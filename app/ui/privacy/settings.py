"""What the settings say and do about privacy: the cards, and the work behind them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.errors import AppError
from app.domain.file_names import SUFFIX
from app.domain.retention import Limited, Retention
from app.services.job import Job
from app.services.privacy.data_map import MapEntry
from app.services.privacy.offers import PrivacyOffers
from app.services.privacy.retention import Due, Removed
from app.ui.privacy.copies_card import CopiesCard
from app.ui.privacy.due_dialog import DueDialog
from app.ui.privacy.incident_card import IncidentCard
from app.ui.privacy.map_card import MapCard
from app.ui.privacy.retention_card import RetentionCard
from app.ui.prompts import Prompts
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.errors import error_sentence
from app.wording.language import Language
from app.wording.retention import due_lines


@dataclass(frozen=True, slots=True)
class _State:
    retention: Retention
    entries: Sequence[MapEntry]


class PrivacySettings(QObject):
    """Every look asks the database anew."""

    removed = Signal()
    """Something went: what the pages show is old."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        offers: PrivacyOffers,
        today: date,
        folder: Path,
        tasks: TaskRunner,
        prompts: Prompts,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme, self._language, self._offers = theme, language, offers
        self._today, self._folder = today, folder
        self._tasks, self._prompts = tasks, prompts
        self._dialog: DueDialog | None = None
        self.retention = RetentionCard(theme, language)
        self.incident = IncidentCard(theme, language)
        self.copies = CopiesCard(theme, language, today)
        self.map = MapCard(theme, language)
        self.retention.chosen.connect(self._save_limit)
        self.retention.look_asked.connect(self._look)
        self.incident.save_asked.connect(self._ask_for_notice)
        self.map.save_asked.connect(self._ask_for_map)

    @Slot()
    def refresh(self) -> None:
        """Reads limits and map."""
        offers = self._offers

        def read(job: Job) -> _State:
            return _State(offers.retention.retention(), offers.data_map.entries())

        self._tasks.run(read, done=self._show, failed=self._fail)

    @Slot(object)
    def _show(self, state: _State) -> None:
        self.retention.show_retention(state.retention)
        self.map.show_entries(state.entries)

    @Slot(object)
    def _fail(self, error: AppError) -> None:
        self.retention.tell(error_sentence(error, self._language))

    # Limits

    @Slot(object, object)
    def _save_limit(self, what: Limited, months: int | None) -> None:
        keeping = self._offers.retention

        def save(job: Job) -> None:
            keeping.save(what, months)

        self._tasks.run(save, done=self._saved, failed=self._prompts.explain)

    @Slot(object)
    def _saved(self, _: object) -> None:
        self.retention.tell("")
        self.refresh()

    @Slot()
    def _look(self) -> None:
        look = partial(self._offers.retention.look, self._today)
        self._tasks.run(look, done=self._ask, failed=self._prompts.explain)

    @Slot(object)
    def _ask(self, due: Due) -> None:
        if self._dialog is not None:
            return
        if due.is_nothing:
            self.retention.tell(self._language.say("Nothing is older than the limits."))
            return
        dialog = DueDialog(self._theme, self._language, due, self.retention.window())
        dialog.submitted.connect(self._remove)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    @Slot()
    def _remove(self) -> None:
        remove = partial(self._offers.retention.remove, self._today)
        self._tasks.run(remove, done=self._show_removed, failed=self._refuse, finishes=True)

    @Slot(object)
    def _show_removed(self, removed: Removed) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        went = ", ".join(due_lines(removed.due.rows, self._language))
        words = self._language.say("Erased: {what}.").format(what=went)
        if removed.not_wiped is not None:
            words = f"{words} {error_sentence(removed.not_wiped, self._language)}"
        self.retention.tell(words)
        self.refresh()
        self.removed.emit()

    @Slot(object)
    def _refuse(self, error: AppError) -> None:
        if self._dialog is not None:
            self._dialog.refuse(error_sentence(error, self._language))

    @Slot()
    def _forget(self) -> None:
        self._dialog = None

    # Workbooks

    @Slot()
    def _ask_for_notice(self) -> None:
        notice = self._offers.incident
        title = self._language.say("Incident notice")
        self._ask_where(title, notice.suggestion(), notice.write)

    @Slot()
    def _ask_for_map(self) -> None:
        book = self._offers.map_book
        self._ask_where(self._language.say("Data map"), book.suggestion(), book.write)

    def _ask_where(self, title: str, name: str, write: Callable[[Path, Job], None]) -> None:
        filters = self._language.say("Excel workbooks (*{suffix})").format(suffix=SUFFIX)

        def chosen(target: Path) -> None:
            def work(job: Job) -> Path:
                write(target, job)
                return target

            self._tasks.run(work, done=self._tell_written, failed=self._prompts.explain)

        self._prompts.save_target(title, self._folder / name, filters, chosen)

    @Slot(object)
    def _tell_written(self, target: Path) -> None:
        words = self._language.say("Written: {name}").format(name=target.name)
        self.incident.tell(words)
