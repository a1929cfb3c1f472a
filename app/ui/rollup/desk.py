"""Opens the dialog of the offices; reads, receives and merges away from the window's thread."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError, Cancelled
from app.domain.file_names import SUFFIX
from app.domain.period import Period
from app.domain.rollup.merged import MergedOffice
from app.domain.verdict import Verdict
from app.services.job import Job
from app.services.preferences import KeepPreferences
from app.services.rollup import ReportUpwards
from app.ui.prompts import Prompts
from app.ui.rollup.dialog import RollUpDialog
from app.ui.rollup.expected_dialog import ExpectedDialog
from app.ui.rollup.office_desk import OfficeDesk
from app.ui.rollup.report_desk import ProvinceReportDesk
from app.ui.rollup.seen import Seen, Wanted
from app.ui.table.memory import TableMemory
from app.ui.tasks import Task, TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language


class RollUpDesk(QObject):
    """One dialog at a time, and in it one piece of work at a time."""

    changed = Signal()
    """Workbooks were received."""
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        language: Language,
        upwards: ReportUpwards,
        preferences: KeepPreferences,
        report: ProvinceReportDesk,
        tasks: TaskRunner,
        prompts: Prompts,
        memory: TableMemory,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme, self._language, self._memory = theme, language, memory
        self._upwards, self._preferences = upwards, preferences
        self._report, self._tasks, self._prompts = report, tasks, prompts
        self._office = OfficeDesk(theme, language, upwards.merging, tasks, memory, self)
        self._dialog: RollUpDialog | None = None
        self._seen: Seen | None = None
        self._task: Task | None = None

    def open_over(self, window: QWidget, paths: Sequence[Path] = ()) -> None:
        """Shows the dialog over this window; these files are received at once."""
        if self._dialog is None:
            dialog = RollUpDialog(self._theme, self._language, self._memory, window)
            dialog.files_asked.connect(self._choose_files)
            dialog.folder_asked.connect(self._choose_folder)
            dialog.dropped.connect(self._receive)
            dialog.wanted.connect(self._look_at)
            dialog.expected_asked.connect(self._ask_expected)
            dialog.report_asked.connect(self._open_report)
            dialog.office_opened.connect(self._open_office)
            dialog.cancel_asked.connect(self._stop)
            dialog.undo_asked.connect(self.undo_asked)
            dialog.redo_asked.connect(self.redo_asked)
            dialog.finished.connect(self._forget)
            self._dialog = dialog
            dialog.open()
        self._dialog.raise_()
        if paths:
            self._receive(list(paths))
        else:
            self._look_at(Wanted())

    @Slot(str)
    def look_again(self, words: str = "") -> None:
        """A step was taken back, or done again."""
        if self._dialog is not None:
            self._look_at(self._dialog.choice)
            if words:
                self._dialog.say_done(words)

    # -------------------------------------------------------------- looking

    @Slot(object)
    def _look_at(self, wanted: Wanted) -> None:
        if self._dialog is not None:
            self._dialog.show_merging()
            self._run(partial(self._look, wanted), self._show)

    def _look(self, wanted: Wanted, job: Job) -> Seen:
        """In the runner's thread."""
        merging, receiving = self._upwards.merging, self._upwards.receiving
        rule = self._preferences.preferences().rule
        periods, expected = merging.periods(), merging.expected()
        seen = Seen(rule, periods, expected, receiving.submissions(), None)
        if not periods:
            return seen
        period = wanted.period if wanted.period in periods else periods[0]
        rollup = merging.rollup(period, rule, job, other_periods=wanted.other_periods)
        return replace(seen, rollup=rollup)

    def _show(self, seen: Seen) -> None:
        self._task, self._seen = None, seen
        if self._dialog is not None:
            self._dialog.show_seen(seen)

    # -------------------------------------------------------------- receiving

    @Slot()
    def _choose_files(self) -> None:
        say = self._language.say
        filters = say("Excel workbooks (*{suffix})").format(suffix=SUFFIX)
        self._prompts.choose_files(say("Workbooks of the offices"), filters, self._receive)

    @Slot()
    def _choose_folder(self) -> None:
        title = self._language.say("Folder with the workbooks of the offices")
        self._prompts.choose_folder(title, None, self._receive_folder)

    def _receive_folder(self, folder: Path) -> None:
        self._receive([folder])

    @Slot(object)
    def _receive(self, paths: list[Path]) -> None:
        if self._dialog is None or not paths:
            return
        self._stop()
        wanted = self._dialog.choice
        files = list(dict.fromkeys(_files(paths)))
        self._dialog.show_receiving(len(files))
        self._run(partial(self._received, files, wanted), self._show_received)

    def _received(self, files: Sequence[Path], wanted: Wanted, job: Job) -> Seen:
        """In the runner's thread. What was kept stays kept, though the look at it be stopped."""
        receipt = self._upwards.receiving.receive(files, job)
        new = [one.submission for one in receipt.files if one.submission is not None]
        if new:
            newest = max((one.sending.period for one in new), key=_end_of)
            wanted = Wanted(newest, wanted.other_periods)
        try:
            seen = self._look(wanted, job)
        except Cancelled:
            kept = self._upwards.receiving.submissions()
            seen = Seen(self._preferences.preferences().rule, (), (), kept, None)
        return replace(seen, files=receipt.files)

    def _show_received(self, seen: Seen) -> None:
        self._task, self._seen = None, seen
        self.changed.emit()
        if self._dialog is not None:
            self._dialog.show_seen(seen, received=True)

    # -------------------------------------------------------------- what it leads to

    @Slot()
    def _ask_expected(self) -> None:
        if self._dialog is None or self._seen is None:
            return
        known = [] if self._seen.rollup is None else [one.name for one in self._seen.rollup.offices]
        box = ExpectedDialog(self._theme, self._language, self._seen.expected, known, self._dialog)
        box.agreed.connect(self._expect)
        box.open()

    @Slot(object)
    def _expect(self, names: list[str]) -> None:
        if self._dialog is None:
            return
        wanted = self._dialog.choice

        def keep(job: Job) -> Seen:
            self._upwards.merging.expect(names)
            return self._look(wanted, job)

        self._dialog.show_merging()
        self._run(keep, self._show)

    @Slot(object, object)
    def _open_office(self, office: MergedOffice, verdict: Verdict | None) -> None:
        if self._dialog is not None and self._seen is not None and self._seen.rollup is not None:
            self._office.open_over(self._dialog, self._seen.rollup, office, verdict)

    @Slot()
    def _open_report(self) -> None:
        if self._dialog is not None and self._seen is not None and self._seen.rollup is not None:
            self._report.open_over(self._dialog, self._seen.rollup)

    # -------------------------------------------------------------- work

    def _run(self, work: Callable[[Job], Seen], done: Callable[[Seen], None]) -> None:
        """What was asked for before is not wanted any more."""
        self._stop()
        if self._dialog is not None:
            self._task = self._tasks.run(
                work,
                done=done,
                failed=self._show_failed,
                progressed=self._dialog.step,
                cancelled=self._show_stopped,
            )

    def _show_failed(self, error: AppError) -> None:
        self._task = None
        if self._dialog is not None:
            self._dialog.show_failed(error)

    @Slot()
    def _show_stopped(self) -> None:
        """Only by the person: what is asked anew says itself what it does."""
        if self._task is None and self._dialog is not None:
            self._dialog.show_stopped()

    @Slot()
    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    @Slot()
    def _forget(self) -> None:
        self._stop()
        self._dialog = self._seen = None


def _end_of(period: Period) -> tuple[date, date]:
    return period.last, period.first


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """Of a folder the workbooks in it; not what is hidden, nor Excel's lock files."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        inside = (one for one in sorted(path.rglob(f"*{SUFFIX}")) if one.is_file())
        yield from (one for one in inside if not one.name.startswith(("~$", ".")))
