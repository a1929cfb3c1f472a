"""Long work away from the window's thread, and its one door back."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from threading import Event
from time import monotonic
from typing import Generic, TypeVar
from weakref import WeakMethod

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal, Slot
from shiboken6 import isValid

from app.domain.errors import AppError, Cancelled
from app.services.job import Job

T = TypeVar("T")

_SECONDS_BETWEEN_REPORTS = 0.05


class Lane(Enum):
    """Where work queues: a fetch may last hours and must not hold up an import."""

    LOCAL = "local"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class _Succeeded(Generic[T]):
    value: T


@dataclass(frozen=True, slots=True)
class _Failed:
    error: AppError


@dataclass(frozen=True, slots=True)
class _Stopped:
    pass


@dataclass(frozen=True, slots=True)
class _Crashed:
    error: Exception


class Task(QObject):
    """One piece of work on its way. Its answers arrive in the window's thread, in order.

    Work is mostly a method of a page, and a failure carries the frames it came through. The thread
    of the lane must never hold the last reference to one: it would destroy widgets outside of the
    window's thread. So both are kept here, and let go in the window's thread alone (`release`).
    """

    _reported = Signal(int, int)
    _finished = Signal()
    ended = Signal()
    """After the answer was delivered, whatever it was."""

    def __init__(self, work: Callable[[Job], object], parent: QObject) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._left = Event()
        self._last_report = 0.0
        self._work: Callable[[Job], object] | None = work
        self._outcome: object = None

    @Slot()
    def cancel(self) -> None:
        """Ask the work to stop at its next step; work that has not begun never begins."""
        self._stop.set()

    def release(self) -> object:
        """What came of the work; in the window's thread, which lets go of both."""
        outcome, self._outcome, self._work = self._outcome, None, None
        return outcome

    def _run(self) -> None:
        """In the lane's thread: do the work, tell that it is done."""
        self._do()
        # No local of this frame holds the work or its outcome any more.
        self._finished.emit()
        self._left.set()

    def wait_until_left(self) -> None:
        """Its thread has told of the end, and is about to let go of it: only then it may go."""
        self._left.wait()

    def _do(self) -> None:
        if self._stop.is_set() or self._work is None:
            self._outcome = _Stopped()
            return
        try:
            self._outcome = _Succeeded(self._work(Job(self._report, self._stop)))
        except Cancelled:
            self._outcome = _Stopped()
        except AppError as error:
            self._outcome = _Failed(error)
        except Exception as error:
            # The one place that catches everything: a bug must reach the window, not the thread.
            self._outcome = _Crashed(error)

    def _report(self, done: int, total: int) -> None:
        # 100,000 steps must not become 100,000 events of the window.
        now = monotonic()
        if now - self._last_report >= _SECONDS_BETWEEN_REPORTS or (total and done >= total):
            self._last_report = now
            self._reported.emit(done, total)


class _Delivery(QObject, Generic[T]):
    """Takes what one task sends, in the window's thread, to those who asked and still live."""

    def __init__(
        self,
        task: Task,
        *,
        done: Callable[[T], None],
        failed: Callable[[AppError], None],
        progressed: Callable[[int, int], None] | None,
        cancelled: Callable[[], None] | None,
        crashed: Callable[[Exception], None],
        over: Callable[[Task], bool],
        noticed: Callable[[AppError], None],
    ) -> None:
        super().__init__(task)
        self._noticed = noticed
        self._task = task
        self._done = _weakly(done)
        self._failed = _weakly(failed)
        self._progressed = _weakly(progressed)
        self._cancelled = _weakly(cancelled)
        self._crashed = crashed
        self._over = over
        queued = Qt.ConnectionType.QueuedConnection
        task._reported.connect(self._report, queued)
        task._finished.connect(self._finish, queued)

    @Slot(int, int)
    def _report(self, done: int, total: int) -> None:
        receive = self._progressed()
        if receive is not None and not self._task._stop.is_set():
            receive(done, total)

    @Slot()
    def _finish(self) -> None:
        self._task.wait_until_left()
        outcome = self._task.release()
        # The runner forgets the task first: who is called back may already start the next one.
        if not self._over(self._task):
            return
        try:
            self._answer(outcome)
        finally:
            self._task.ended.emit()
            self._task.deleteLater()

    def _answer(self, outcome: object) -> None:
        match outcome:
            case _Succeeded(value=value):
                if (done := self._done()) is not None:
                    done(value)
            case _Failed(error=error):
                self._noticed(error)
                if (failed := self._failed()) is not None:
                    failed(error)
            case _Stopped():
                if (cancelled := self._cancelled()) is not None:
                    cancelled()
            case _Crashed(error=error):
                self._crashed(error)


class TaskRunner(QObject):
    """Two lanes of one thread each; owned by the window, shut down with it."""

    became_idle = Signal()
    """Nothing is asked for any more, also not by whoever has just been answered."""
    failure = Signal(object)
    """Any AppError of any task, before whoever asked for the work hears of it."""

    def __init__(self, crashed: Callable[[Exception], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._crashed = crashed
        self._closed = False
        self._live: set[Task] = set()
        self._promised: set[Task] = set()
        self._due: list[Callable[[], Callable[[], None] | None]] = []
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._tell_idle)
        self._lanes = {lane: QThreadPool(self) for lane in Lane}
        for pool in self._lanes.values():
            # One thread a lane: the order is plain, and SQLite sees one reader of ours at a time.
            pool.setMaxThreadCount(1)

    def run(
        self,
        work: Callable[[Job], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[AppError], None],
        progressed: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], None] | None = None,
        lane: Lane = Lane.LOCAL,
        finishes: bool = False,
    ) -> Task:
        """Queue `work` and answer in the window's thread.

        Bound methods are held weakly: nothing is delivered to an object that is gone. `failed`
        takes expected failures; any other exception goes to the runner's own `crashed`. Work that
        `finishes` was promised to somebody: a shutdown waits for its end instead of stopping it.
        """
        task = Task(work, self)
        # Connected before it starts: work may end before this method does.
        _Delivery(
            task,
            done=done,
            failed=failed,
            progressed=progressed,
            cancelled=cancelled,
            crashed=self._crashed,
            over=self._forget,
            noticed=self.failure.emit,
        )
        if self._closed:
            task.release()
            task.deleteLater()
            return task
        self._live.add(task)
        if finishes:
            self._promised.add(task)
        self._lanes[lane].start(task._run)
        return task

    def once_idle(self, call: Callable[[], None]) -> None:
        """Calls once, when nothing is asked for any more: at the earliest in the next turn.

        A bound method is held weakly.
        """
        self._due.append(_weakly(call))
        if not self._live:
            self._rest.start()

    @property
    def idle(self) -> bool:
        """Whether nothing runs, waits, or is still to be delivered."""
        return not self._live

    def shutdown(self) -> None:
        """Stop everything at its next step but what was promised, wait, deliver nothing more."""
        self._closed = True
        for task in self._live:
            task._finished.disconnect()
            if task not in self._promised:
                task.cancel()
        # The queues are not cleared: what is stopped never begins, and a promise may still wait.
        for pool in self._lanes.values():
            pool.waitForDone()
        for task in self._live:
            task.release()
        self._live.clear()
        self._promised.clear()

    def _forget(self, task: Task) -> bool:
        """Whether the task was still awaited: after a shutdown an answer may be on its way."""
        if task not in self._live:
            return False
        self._live.discard(task)
        self._promised.discard(task)
        if not self._live:
            self._rest.start()
        return True

    @Slot()
    def _tell_idle(self) -> None:
        if self._live or self._closed:
            return
        due, self._due = self._due, []
        self.became_idle.emit()
        for find in due:
            if (call := find()) is not None:
                call()


_C = TypeVar("_C", bound=Callable[..., None])


def _weakly(callback: _C | None) -> Callable[[], _C | None]:
    """A way to the callback that does not keep its object alive, and sees when Qt deleted it."""
    owner = getattr(callback, "__self__", None)
    if callback is None or owner is None:
        return lambda: callback
    method = WeakMethod(callback)

    def find() -> _C | None:
        found = method()
        if found is None:
            return None
        receiver = getattr(found, "__self__", None)
        return None if isinstance(receiver, QObject) and not isValid(receiver) else found

    return find
