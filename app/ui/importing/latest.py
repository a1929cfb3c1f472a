"""One piece of work at a time, of which only the newest is answered."""

from collections.abc import Callable
from typing import Generic, TypeVar

from app.domain.errors import AppError
from app.services.job import Job
from app.ui.tasks import Task, TaskRunner

T = TypeVar("T")


class _Run(Generic[T]):
    """The runner holds it weakly: whoever lets go of it wants no answer."""

    def __init__(
        self,
        done: Callable[[T], None],
        failed: Callable[[AppError], None],
        stopped: Callable[[], None],
    ) -> None:
        self._done, self._failed, self._stopped = done, failed, stopped

    def done(self, value: T) -> None:
        self._done(value)

    def failed(self, error: AppError) -> None:
        self._failed(error)

    def stopped(self) -> None:
        self._stopped()


class LatestWork:
    """Newer work stops the former one, and what the former one still answers is not heard."""

    def __init__(self, tasks: TaskRunner, progressed: Callable[[int, int], None]) -> None:
        self._tasks = tasks
        self._progressed = progressed
        self._task: Task | None = None
        self._run: object = None

    def start(
        self,
        work: Callable[[Job], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[AppError], None],
        stopped: Callable[[], None],
        finishes: bool = False,
    ) -> None:
        """Begin `work`; exactly one of the three is called, unless newer work begins first."""
        self.cancel()
        run = _Run(done, failed, stopped)
        self._run = run
        self._task = self._tasks.run(
            work,
            done=run.done,
            failed=run.failed,
            cancelled=run.stopped,
            progressed=self._progressed,
            finishes=finishes,
        )

    def cancel(self) -> None:
        """Ask the work to stop at its next step; it will say that it has stopped."""
        if self._task is not None:
            self._task.cancel()

    def drop(self) -> None:
        """Stop the work and hear nothing of it."""
        self.cancel()
        self._run = None
