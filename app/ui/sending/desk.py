"""Opens the dialog of the exchange workbook; looks and writes away from the window's thread."""

import dataclasses
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError, OfficeUnnamed
from app.domain.file_names import SUFFIX, copy_name, file_name
from app.domain.writing_errors import A_COPY_HELPS, FileThere
from app.services.job import Job
from app.services.periods import KeepPeriods
from app.services.preferences import KeepPreferences
from app.services.rollup.books import WrittenExchange
from app.services.rollup.writing import WriteExchange
from app.services.sample_report import sample_mark
from app.ui.prompts import Prompts
from app.ui.sending.dialog import SendingDialog
from app.ui.sending.offer import Offer, offers
from app.ui.sending.order_part import SendOrder
from app.ui.tasks import Task, TaskRunner
from app.ui.theme.theme import Theme
from app.wording.errors import error_sentence
from app.wording.language import Language
from app.wording.periods import period_name

_KEY = "exchange_folder"
"""Under which the preferences keep where the last one went."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Known:
    offers: Sequence[Offer]
    folder: Path
    office: str


class SendingDesk(QObject):
    """One dialog at a time."""

    settings_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        language: Language,
        writing: WriteExchange,
        periods: KeepPeriods,
        preferences: KeepPreferences,
        today: date,
        first_folder: Path,
        is_sample: bool,
        tasks: TaskRunner,
        prompts: Prompts,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, language
        self._writing, self._periods, self._preferences = writing, periods, preferences
        self._today, self._first_folder = today, first_folder
        self._mark = sample_mark(language) if is_sample else ""
        self._tasks, self._prompts = tasks, prompts
        self._dialog: SendingDialog | None = None
        self._task: Task | None = None
        self._known = _Known((), first_folder, "")
        self._last: tuple[SendOrder, Path] | None = None
        self._written = Path()

    def open_over(self, window: QWidget) -> None:
        """Shows the dialog over this window."""
        if self._dialog is not None:
            self._dialog.raise_()
            return
        dialog = SendingDialog(self._theme, self._language, window)
        dialog.write_asked.connect(self._choose_target)
        dialog.cancel_asked.connect(self._stop)
        dialog.copy_asked.connect(self._write_copy)
        dialog.replace_asked.connect(self._replace)
        dialog.file_asked.connect(self._open_file)
        dialog.folder_asked.connect(self._open_folder)
        dialog.settings_asked.connect(self._go_to_settings)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()
        self._tasks.run(self._look, done=self._show_known, failed=self._show_failed)

    def _look(self, job: Job) -> _Known:
        """In the runner's thread."""
        job.step(0, 0)
        kept = Path(self._preferences.load(_KEY) or self._first_folder)
        folder = kept if kept.is_dir() else self._first_folder
        office = self._preferences.office()
        name = office.government.strip() or office.name
        return _Known(offers(self._periods.closed(), self._today), folder, name)

    def _show_known(self, known: _Known) -> None:
        self._known = known
        if self._dialog is not None:
            self._dialog.show_offers(known.offers)

    # -------------------------------------------------------------- writing

    @Slot(object)
    def _choose_target(self, order: SendOrder) -> None:
        say = self._language.say
        period = period_name(order.offer.period, self._language)
        words = say("Exchange workbook {office} {period}")
        name = file_name(words.format(office=self._known.office, period=period), self._mark)
        folder = self._known.folder if self._known.folder.is_dir() else self._known.folder.parent
        filters = say("Excel workbooks (*{suffix})").format(suffix=SUFFIX)
        title = say("Where to save the exchange workbook")
        self._prompts.save_target(title, folder / name, filters, partial(self._write, order))

    def _write(self, order: SendOrder, target: Path, *, replace: bool = False) -> None:
        """An existing file of that name was asked about already; `replace`: parts beside it too."""
        if self._dialog is None or self._task is not None:
            return
        target = target.with_name(file_name(target.name, self._mark) or target.name)
        self._last = order, target
        self._dialog.show_writing()
        self._task = self._tasks.run(
            partial(self._write_now, order, target, replace),
            done=self._show_written,
            failed=self._show_refused,
            progressed=self._dialog.step,
            cancelled=self._show_stopped,
        )

    def _write_now(
        self, order: SendOrder, target: Path, replace: bool, job: Job
    ) -> WrittenExchange:
        """In the runner's thread."""
        offer, how = order.offer, order.splitting
        if offer.revision is not None:
            done = self._writing.of_closing(offer.revision.id, target, job, how, replace=replace)
        else:
            rule = self._preferences.preferences().lasting_rule
            done = self._writing.of_today(
                offer.period, rule, offer.as_of, target, job, how, replace=replace
            )
        # The workbook is there: a database that is busy now must not say otherwise.
        with suppress(AppError):
            self._preferences.remember(_KEY, str(target.parent))
        return done

    def _show_written(self, done: WrittenExchange) -> None:
        self._task = None
        self._written = done.paths[0]
        self._known = dataclasses.replace(self._known, folder=self._written.parent)
        if self._dialog is not None:
            self._dialog.show_written(len(done.paths), self._written.name)

    def _show_refused(self, error: AppError) -> None:
        self._task = None
        if self._dialog is None:
            return
        sentence = error_sentence(error, self._language)
        if isinstance(error, A_COPY_HELPS):
            self._dialog.show_in_use(sentence)
        elif isinstance(error, FileThere):
            self._dialog.show_there(sentence)
        elif isinstance(error, OfficeUnnamed):
            self._dialog.show_unnamed(sentence)
        else:
            self._dialog.show_failed(sentence)

    def _show_failed(self, error: AppError) -> None:
        if self._dialog is not None:
            self._dialog.show_failed(error_sentence(error, self._language))

    @Slot()
    def _show_stopped(self) -> None:
        self._task = None
        if self._dialog is not None:
            self._dialog.show_stopped()

    @Slot()
    def _write_copy(self) -> None:
        if self._last is None:
            return
        order, target = self._last
        names = (copy_name(target.name, number, self._mark) for number in count(2))
        free = (target.with_name(name) for name in names if not target.with_name(name).exists())
        self._write(order, next(free))

    @Slot()
    def _replace(self) -> None:
        if self._last is not None:
            self._write(*self._last, replace=True)

    # -------------------------------------------------------------- afterwards

    @Slot()
    def _open_file(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    @Slot()
    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))

    @Slot()
    def _go_to_settings(self) -> None:
        if self._dialog is not None:
            self._dialog.reject()
        self.settings_asked.emit()

    @Slot()
    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    @Slot()
    def _forget(self) -> None:
        self._stop()
        self._dialog = None
