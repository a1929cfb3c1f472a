"""Typed counts on their way into the database: one batch after the other, none is lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.errors import AppError
from app.domain.person import Source
from app.domain.plausibility import Doubt
from app.services.checking import CheckCounts, Place
from app.services.job import Job
from app.services.recording import Entry, RecordCounts, Recorded
from app.ui.tasks import TaskRunner


@dataclass(slots=True, eq=False)
class Batch:
    """What one act of the person wrote: one cell, or a pasted block."""

    entries: tuple[Entry, ...]
    observed_on: date
    source: Source = Source.TYPED
    recorded: bool = False
    """Set where the work is done, so that nothing is recorded twice."""
    under_way: bool = False


@dataclass(frozen=True, slots=True)
class Arrived:
    """A batch with what became of it; None: an earlier one failed, so that it waits."""

    batch: Batch
    recorded: Recorded | None
    doubts: Mapping[Place, Doubt] = field(default_factory=dict)
    """What is odd about the counts of these people now."""


class CountBatches(QObject):
    """Records in the order in which it was typed.

    Every batch goes into the runner's queue at once: an undo that is asked for afterwards comes
    after it. Where one fails, those behind it wait until the person tries again or gives up.
    """

    recorded = Signal(object)
    """An Arrived batch whose counts stand in the database, or were refused."""
    halted = Signal(object)
    """The AppError that stopped everything, or None where the program itself failed."""
    drained = Signal()
    """Nothing waits any more."""

    def __init__(
        self, recording: RecordCounts, checking: CheckCounts, tasks: TaskRunner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._recording = recording
        self._checking = checking
        self._tasks = tasks
        self._waiting: list[Batch] = []
        self._stopped = Event()
        self._error: AppError | None = None

    @property
    def waiting(self) -> Sequence[Entry]:
        """Everything typed that is not recorded yet, the oldest first."""
        return [entry for batch in self._waiting for entry in batch.entries]

    def awaits(self, person_id: int) -> bool:
        """Whether a batch of this person's row is still to come."""
        return any(entry.person_id == person_id for entry in self.waiting)

    def add(self, entries: Sequence[Entry], observed_on: date, source: Source) -> None:
        """Record one more batch; after a failure, those before it are tried again first."""
        batch = Batch(tuple(entries), observed_on, source)
        self._waiting.append(batch)
        if not self._stopped.is_set():
            self._submit(batch)
        elif not self._is_under_way():
            self.retry()

    @Slot()
    def retry(self) -> None:
        """Try everything that waits once more, in its order."""
        self._stopped.clear()
        for batch in self._waiting:
            self._submit(batch)

    def give_up(self) -> Sequence[Entry]:
        """Forget what could not be recorded; gives it back."""
        given_up = self.waiting
        self._waiting.clear()
        self._stopped.clear()
        self.drained.emit()
        return given_up

    def finish(self) -> None:
        """Record here and now what still waits: for a window that closes, after its runner.

        Raises:
            AppError: it cannot be recorded; what came before it is.
        """
        while self._waiting:
            batch = self._waiting[0]
            if not batch.recorded:
                self._recording.record(batch.entries, batch.observed_on, batch.source)
            self._waiting.pop(0)

    def _submit(self, batch: Batch) -> None:
        batch.under_way = True
        task = self._tasks.run(partial(self._record, batch), done=self._take, failed=self._fail)
        task.ended.connect(partial(self._end, batch))

    def _record(self, batch: Batch, job: Job) -> Arrived:
        """In the runner's thread."""
        if self._stopped.is_set():
            return Arrived(batch, None)
        try:
            recorded = self._recording.record(batch.entries, batch.observed_on, batch.source)
        except Exception:
            self._stopped.set()
            raise
        batch.recorded = True
        people = [(row.person.id, row.accounts) for row in recorded.rows]
        return Arrived(batch, recorded, self._checking.doubts(people, batch.observed_on))

    def _take(self, arrived: Arrived) -> None:
        if arrived.recorded is None or arrived.batch not in self._waiting:
            return
        self._waiting.remove(arrived.batch)
        self.recorded.emit(arrived)
        if not self._waiting:
            self.drained.emit()

    def _fail(self, error: AppError) -> None:
        # Also where it failed before it began: nothing behind it may be written first.
        self._stopped.set()
        self._error = error

    def _end(self, batch: Batch) -> None:
        batch.under_way = False
        if self._stopped.is_set() and not self._is_under_way():
            error, self._error = self._error, None
            self.halted.emit(error)

    def _is_under_way(self) -> bool:
        return any(batch.under_way for batch in self._waiting)
