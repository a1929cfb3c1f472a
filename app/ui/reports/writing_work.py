"""Writes one report at a time away from the window, and says what came of it."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.errors import AppError
from app.domain.file_names import FileForm
from app.ui.parts.progress import ProgressStrip
from app.ui.reports.outcome import Outcome
from app.ui.reports.writing import Occupied, Order, ReportFiles, Written
from app.ui.tasks import Task, TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language


class WritingWork(QObject):
    """`busy_changed` comes when writing begins and when it ends, however it ends."""

    written = Signal(Written)
    busy_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        language: Language,
        files: ReportFiles,
        tasks: TaskRunner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._language, self._files, self._tasks = language, files, tasks
        self._order: Order | None = None
        self._task: Task | None = None
        self.progress = ProgressStrip(theme, language)
        self.outcome = Outcome(theme, language, files.first_folder, self)
        self.progress.cancelled.connect(self._stop)
        self.outcome.again.connect(self.write)

    @property
    def busy(self) -> bool:
        """Whether a report is being written."""
        return self._task is not None

    @Slot(Order)
    def write(self, order: Order) -> None:
        """Writes; does nothing while another report is being written."""
        if self._task is not None:
            return
        self._order = order
        self.outcome.strip.clear()
        self.progress.start(self._language.say("Writing the report"), self._words)
        self._task = self._tasks.run(
            partial(self._files.write, order),
            done=self._take,
            failed=self._fail,
            progressed=self.progress.step,
            cancelled=self._stopped,
        )
        self.busy_changed.emit()

    def _take(self, outcome: Written | Occupied) -> None:
        self._end()
        if isinstance(outcome, Occupied):
            self.outcome.occupied(outcome)
        else:
            self.outcome.written(outcome)
            self.written.emit(outcome)

    def _fail(self, error: AppError) -> None:
        self._end()
        self.outcome.failed(error, self._order)

    @Slot()
    def _stopped(self) -> None:
        self._end()
        self.outcome.stopped()

    @Slot()
    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _end(self) -> None:
        self._task = None
        self.progress.stop()
        self.busy_changed.emit()

    def _words(self, done: int, total: int) -> str:
        say, number = self._language.say, self._language.number
        if not total:
            return say("Writing the report")
        order = self._order
        text = say("Writing {done} of {total} rows")
        if order is not None and order.is_divided:
            # The files before this one are whole.
            text, done = say("Writing file {done} of {total}"), min(done + 1, total)
        elif order is not None and order.form is FileForm.PDF:
            text = say("Writing {done} of {total} pages")
        return text.format(done=number(done), total=number(total))
