"""Opens the dialog that checks a report; reads away from the window's thread."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.domain.file_names import SUFFIX
from app.services.report.checking import CheckedReport, CheckReport
from app.services.report.history import PastReport
from app.ui.prompts import Prompts
from app.ui.proof.dialog import ProofDialog
from app.ui.table.memory import TableMemory
from app.ui.tasks import Task, TaskRunner
from app.ui.theme.theme import Theme
from app.wording.errors import error_sentence
from app.wording.language import Language


class ProofDesk(QObject):
    """One dialog at a time, and in it one report at a time."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        checking: CheckReport,
        tasks: TaskRunner,
        prompts: Prompts,
        memory: TableMemory,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme, self._language, self._memory = theme, language, memory
        self._checking, self._tasks, self._prompts = checking, tasks, prompts
        self._dialog: ProofDialog | None = None
        self._task: Task | None = None

    def open_over(self, window: QWidget, path: Path | None = None) -> None:
        """Shows the dialog over this window; with a path it is read at once."""
        if self._dialog is None:
            dialog = ProofDialog(self._theme, self._language, self._memory, window)
            dialog.choose_asked.connect(self._choose)
            dialog.dropped.connect(self._read)
            dialog.cancel_asked.connect(self._stop)
            dialog.finished.connect(self._forget)
            self._dialog = dialog
            dialog.open()
            self._tasks.run(self._checking.past, done=self._show_past, failed=self._prompts.explain)
        self._dialog.raise_()
        if path is not None:
            self._read(path)

    @Slot(object)
    def _show_past(self, reports: Sequence[PastReport]) -> None:
        if self._dialog is not None:
            self._dialog.past.show_reports(reports)

    @Slot()
    def _choose(self) -> None:
        say = self._language.say
        filters = say("Excel workbooks (*{suffix})").format(suffix=SUFFIX)
        self._prompts.choose_files(say("Check a report"), filters, self._take)

    def _take(self, paths: list[Path]) -> None:
        if paths:
            self._read(paths[0])

    @Slot(object)
    def _read(self, path: Path) -> None:
        if self._dialog is None or self._task is not None:
            return
        self._dialog.show_reading(path)
        self._task = self._tasks.run(
            partial(self._checking.check, path),
            done=self._show_checked,
            failed=self._show_failed,
            progressed=self._dialog.step,
            cancelled=self._show_stopped,
        )

    @Slot(object)
    def _show_checked(self, checked: CheckedReport) -> None:
        self._task = None
        if self._dialog is not None:
            self._dialog.show_checked(checked)

    @Slot(object)
    def _show_failed(self, error: AppError) -> None:
        self._task = None
        if self._dialog is not None:
            self._dialog.show_failed(error_sentence(error, self._language))

    @Slot()
    def _show_stopped(self) -> None:
        self._task = None
        if self._dialog is not None:
            self._dialog.show_stopped()

    @Slot()
    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    @Slot()
    def _forget(self) -> None:
        self._stop()
        self._dialog = None
