"""Reads everyone away from the window's thread: at first who they are, then how they stand."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.errors import AppError
from app.services.job import Job
from app.ui.people.reading import ReadPeople, Roll
from app.ui.tasks import Task, TaskRunner


class RollReading(QObject):
    """One reading at a time; what was being read before is dropped."""

    named = Signal(object)
    """A Roll of rows that are not judged yet; only where nothing was read before."""
    read = Signal(object)
    """The whole Roll; None where nothing was written since the one before."""
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, reading: ReadPeople, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._reading, self._tasks = reading, tasks
        self._task: Task | None = None
        self._version: int | None = None
        self._progressed: Callable[[int, int], None] | None = None

    def begin(self, progressed: Callable[[int, int], None]) -> None:
        """Reads everyone again if anything was written."""
        if self._task is not None:
            self._task.cancel()
        self._progressed = progressed
        if self._version is None:
            self._task = self._tasks.run(
                self._reading.names, done=self._name, failed=self._fail, cancelled=self._stop
            )
        else:
            self._judge()

    @Slot()
    def cancel(self) -> None:
        """The person does not want to wait."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def _judge(self) -> None:
        reading, known = self._reading, self._version

        def read(job: Job) -> Roll | None:
            return reading.roll(job, known)

        self._task = self._tasks.run(
            read,
            done=self._tell,
            failed=self._fail,
            progressed=self._progressed,
            cancelled=self._stop,
        )

    def _name(self, roll: Roll) -> None:
        # First who is listed: what is asked of them then comes before the long reading.
        self.named.emit(roll)
        self._judge()

    def _tell(self, roll: Roll | None) -> None:
        self._task = None
        if roll is not None:
            self._version = roll.version
        self.read.emit(roll)

    def _fail(self, error: AppError) -> None:
        self._task = None
        self.failed.emit(error)

    def _stop(self) -> None:
        if self._task is None:
            self.stopped.emit()
