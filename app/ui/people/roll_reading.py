"""Reads everyone away from the window's thread: at first who they are, then how they stand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.errors import AppError
from app.services.job import Job
from app.ui.people.reading import ReadPeople, Roll
from app.ui.people.rows import PersonRow, Stands
from app.ui.tasks import Task, TaskRunner


@dataclass(slots=True)
class _Turn:
    """One reading: who there is, whoever is not judged yet, and how the others stand."""

    roll: Roll | None = None
    pieces: list[Sequence[PersonRow]] = field(default_factory=list)
    stands: dict[int, Stands] = field(default_factory=dict)


class RollReading(QObject):
    """One reading at a time; what was being read before is dropped.

    Everyone is judged piece by piece: a card that is asked for meanwhile comes before the next one.
    """

    named = Signal(object)
    """A Roll of rows that are not judged yet; only where nothing was read before."""
    read = Signal(object)
    """The whole Roll; None where nothing was written since the one before."""
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, reading: ReadPeople, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._reading, self._tasks = reading, tasks
        self._turn: _Turn | None = None
        self._task: Task | None = None
        self._version: int | None = None
        self._progressed: Callable[[int, int], None] | None = None

    def begin(self, progressed: Callable[[int, int], None]) -> None:
        """Reads everyone again if anything was written."""
        self._give_up()
        self._progressed = progressed
        turn, known, reading = _Turn(), self._version, self._reading

        def names(job: Job) -> _Turn:
            turn.roll = reading.names(job, known)
            turn.pieces = turn.roll.pieces() if turn.roll is not None else []
            return turn

        self._go_on(turn, names)

    @Slot()
    def note_written(self) -> None:
        """What is being read may be older than what was written between two pieces: read it anew."""
        if self._turn is not None and self._progressed is not None:
            self.begin(self._progressed)

    @Slot()
    def cancel(self) -> None:
        """The person does not want to wait."""
        if self._give_up():
            self.stopped.emit()

    def _give_up(self) -> bool:
        """Whether there was a reading; what comes of it later belongs to no turn any more."""
        turn, self._turn = self._turn, None
        if self._task is not None:
            self._task.cancel()
            self._task = None
        return turn is not None

    def _go_on(self, turn: _Turn, work: Callable[[Job], _Turn]) -> None:
        self._turn = turn
        self._task = self._tasks.run(work, done=self._take, failed=self._fail)

    def _take(self, turn: _Turn) -> None:
        if turn is not self._turn:
            return  # another reading was begun when this piece was on its way
        if turn.roll is None or not turn.pieces:
            self._tell(turn.roll)
            return
        if self._version is None and not turn.stands:
            # First who is listed: what is asked of them then comes before the long reading.
            self.named.emit(turn.roll)
            if turn is not self._turn:
                return  # whoever heard of it asked for another reading
        if self._progressed is not None and turn.stands:
            self._progressed(len(turn.stands), 0)
        self._judge(turn, turn.roll)

    def _judge(self, turn: _Turn, roll: Roll) -> None:
        reading = self._reading

        def judge(job: Job) -> _Turn:
            turn.stands |= reading.stands(roll, turn.pieces.pop(0))
            if not turn.pieces:
                turn.roll = roll.judged(turn.stands)
            return turn

        self._go_on(turn, judge)

    def _tell(self, roll: Roll | None) -> None:
        self._turn = self._task = None
        if roll is not None:
            self._version = roll.version
        self.read.emit(roll)

    def _fail(self, error: AppError) -> None:
        self._give_up()
        self.failed.emit(error)
