"""Opens the dialog of the forms, and writes them away from the window's thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.services.forms.issuing import FormOrder, Issued, IssueForms
from app.services.forms.tracking import FormRound, TrackForms
from app.services.job import Job
from app.services.preferences import KeepPreferences
from app.ui.forms.dialog import FormsDialog
from app.ui.prompts import Prompts
from app.ui.tasks import Task, TaskRunner
from app.ui.theme.theme import Theme
from app.wording.errors import error_sentence
from app.wording.language import Language


@dataclass(frozen=True, slots=True)
class _Known:
    people: Mapping[str, int]
    rounds: Sequence[FormRound]


@dataclass(frozen=True, slots=True)
class _Written:
    issued: Issued
    rounds: Sequence[FormRound]


class FormsDesk(QObject):
    """One dialog at a time."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        forms: IssueForms,
        tracking: TrackForms,
        preferences: KeepPreferences,
        today: date,
        first_folder: Path,
        tasks: TaskRunner,
        prompts: Prompts,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, language
        self._forms, self._tracking = forms, tracking
        self._preferences, self._today = preferences, today
        self._folder = first_folder
        self._tasks, self._prompts = tasks, prompts
        self._dialog: FormsDialog | None = None
        self._task: Task | None = None

    def open_over(self, window: QWidget) -> None:
        """Shows the dialog over this window."""
        if self._dialog is not None:
            self._dialog.raise_()
            return
        friends = self._preferences.preferences().facebook_metric == "friends"
        dialog = FormsDialog(
            self._theme, self._language, self._today, friends=friends, parent=window
        )
        dialog.write_asked.connect(self._choose_folder)
        dialog.folder_asked.connect(self._open_folder)
        dialog.cancel_asked.connect(self._stop)
        dialog.again_asked.connect(self._read)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()
        self._read()

    @Slot()
    def _read(self) -> None:
        self._tasks.run(self._look, done=self._show_known, failed=self._show_unread)

    def _look(self, job: Job) -> _Known:
        return _Known(self._forms.organisations(), self._tracking.rounds())

    @Slot(object)
    def _show_known(self, known: _Known) -> None:
        if self._dialog is not None:
            self._dialog.show_known(known.people, known.rounds)

    @Slot(object)
    def _choose_folder(self, order: FormOrder) -> None:
        title = self._language.say("Folder for the forms")
        start = self._folder if self._folder.is_dir() else self._folder.parent
        self._prompts.choose_folder(title, start, partial(self._write, order))

    def _write(self, order: FormOrder, folder: Path) -> None:
        if self._dialog is None:
            return
        self._folder = folder
        self._dialog.show_writing()
        self._task = self._tasks.run(
            partial(self._written, order, folder),
            done=self._show_written,
            failed=self._show_failed,
            progressed=self._dialog.step,
            cancelled=self._show_stopped,
        )

    def _written(self, order: FormOrder, folder: Path, job: Job) -> _Written:
        issued = self._forms.issue(order, folder, self._preferences.office().name, job)
        return _Written(issued, self._tracking.rounds())

    @Slot(object)
    def _show_written(self, written: _Written) -> None:
        if self._dialog is not None:
            self._dialog.show_written(len(written.issued.files), written.rounds)

    @Slot(object)
    def _show_unread(self, error: AppError) -> None:
        if self._dialog is not None:
            self._dialog.show_unread(error_sentence(error, self._language))

    @Slot(object)
    def _show_failed(self, error: AppError) -> None:
        if self._dialog is not None:
            self._dialog.show_failed(error_sentence(error, self._language))

    @Slot()
    def _show_stopped(self) -> None:
        if self._dialog is not None:
            self._dialog.show_stopped()

    @Slot()
    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    @Slot()
    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    @Slot()
    def _forget(self) -> None:
        self._stop()
        self._dialog = None
