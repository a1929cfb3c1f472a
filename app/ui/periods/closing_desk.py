"""Asks which period is closed, or why one is opened again, and has it done."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.domain.period import Period
from app.domain.snapshot import Revision
from app.services.job import Job
from app.services.periods import KeepPeriods
from app.services.preferences import KeepPreferences
from app.ui.periods.ask_dialog import AskDialog
from app.ui.periods.close_part import ClosePart
from app.ui.periods.reopen_part import ReopenPart
from app.ui.prompts import Prompts
from app.ui.tasks import Task, TaskRunner
from app.ui.theme.theme import Theme
from app.wording.errors import error_sentence
from app.wording.language import Language
from app.wording.periods import period_name
from app.wording.rules import rule_line, rule_name


class ClosingDesk(QObject):
    """One dialog at a time; while the office closes a period the dialog tells how far it is."""

    done = Signal(object)
    """The Revision that was closed, or opened again."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        periods: KeepPeriods,
        preferences: KeepPreferences,
        today: date,
        tasks: TaskRunner,
        prompts: Prompts,
    ) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._periods, self._preferences, self._today = periods, preferences, today
        self._tasks, self._prompts = tasks, prompts
        self._dialog: AskDialog | None = None
        self._closing: ClosePart | None = None
        self._reopening: ReopenPart | None = None
        self._revision: Revision | None = None
        self._task: Task | None = None

    def ask_period(self, revisions: Sequence[Revision], over: QWidget) -> None:
        """Which one to close."""
        closed = {one.period for one in revisions if one.is_closed}
        rule, language = self._preferences.preferences().lasting_rule, self._language
        words = f"{rule_name(rule, language)}. {rule_line(rule, language)}"
        part = ClosePart(self._theme, language, self._today, closed, words)
        self._closing = part
        dialog = self._open(language.say("Close a period"), part, over)
        part.changed.connect(self._offer_closing)
        dialog.submitted.connect(self._close)
        self._offer_closing()
        part.first_field().setFocus()

    def ask_reason(self, revision: Revision, over: QWidget) -> None:
        """Why this one is opened again."""
        self._revision = revision
        part = ReopenPart(self._theme, self._language, revision)
        self._reopening = part
        dialog = self._open(self._reopening_words(revision.period), part, over)
        part.changed.connect(self._offer_reopening)
        dialog.submitted.connect(self._reopen)
        self._offer_reopening()
        part.first_field().setFocus()

    @Slot()
    def _offer_closing(self) -> None:
        if self._dialog is None or self._closing is None:
            return
        period, words = self._closing.period, self._language.say("Close a period")
        if period is not None:
            name = period_name(period, self._language)
            words = self._language.say("Close {period}").format(period=name)
        self._dialog.offer(words, possible=period is not None)

    @Slot()
    def _offer_reopening(self) -> None:
        if self._dialog is None or self._reopening is None or self._revision is None:
            return
        words = self._reopening_words(self._revision.period)
        self._dialog.offer(words, possible=bool(self._reopening.reason))

    def _reopening_words(self, period: Period) -> str:
        name = period_name(period, self._language)
        return self._language.say("Open {period} again").format(period=name)

    @Slot()
    def _close(self) -> None:
        period = self._closing.period if self._closing is not None else None
        if period is None or self._dialog is None:
            return
        self._task = self._tasks.run(
            partial(self._closed, period),
            done=self._finish,
            failed=self._show_failed,
            progressed=self._dialog.step,
            cancelled=self._show_stopped,
            finishes=True,
        )

    def _closed(self, period: Period, job: Job) -> Revision:
        """In the runner's thread."""
        rule = self._preferences.preferences().lasting_rule
        return self._periods.close(period, rule, self._today, job)

    @Slot()
    def _reopen(self) -> None:
        if self._reopening is None or self._revision is None:
            return
        work = partial(self._reopened, self._revision.period, self._reopening.reason)
        self._task = self._tasks.run(
            work, done=self._finish, failed=self._show_failed, finishes=True
        )

    def _reopened(self, period: Period, reason: str, job: Job) -> Revision:
        """In the runner's thread."""
        job.step(0, 0)
        return self._periods.reopen(period, reason)

    def _open(self, title: str, part: QWidget, over: QWidget) -> AskDialog:
        dialog = AskDialog(self._theme, self._language, title, part, over)
        dialog.cancelled.connect(self._stop)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()
        return dialog

    def _finish(self, revision: Revision) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        self.done.emit(revision)

    def _show_failed(self, error: AppError) -> None:
        if self._dialog is None:
            self._prompts.explain(error)
            return
        sentence = error_sentence(error, self._language)
        self._dialog.refuse(self._language.say("Not done"), sentence)

    def _show_stopped(self) -> None:
        if self._dialog is not None:
            self._dialog.refuse(self._language.say("Stopped. Nothing was closed."))

    @Slot()
    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    @Slot()
    def _forget(self) -> None:
        self._dialog = self._closing = self._reopening = self._revision = None
