"""Work of a window that can be held up, or refused, so that a picture shows it."""

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import TypeVar

from typing_extensions import override

from app.domain.errors import AppError
from app.services.job import Job
from app.ui.tasks import Lane, Task, TaskRunner

T = TypeVar("T")


class HeldTasks(TaskRunner):
    """A runner as the program has it, until something is held or refused."""

    def __init__(self, crashed: Callable[[Exception], None]) -> None:
        super().__init__(crashed)
        self._free = Event()
        self._free.set()
        self._refusal: AppError | None = None

    @property
    def at_rest(self) -> bool:
        """Whether nothing more will come by itself."""
        return self.idle or not self._free.is_set()

    def hold(self) -> None:
        """Work that begins from now on waits."""
        self._free.clear()

    def refuse(self, error: AppError) -> None:
        """Work that is asked for from now on fails with this."""
        self._refusal = error

    def go_on(self) -> None:
        """As the program does again."""
        self._refusal = None
        self._free.set()

    @override
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
        return super().run(
            partial(_staged, work, self._free, self._refusal),
            done=done,
            failed=failed,
            progressed=progressed,
            cancelled=cancelled,
            lane=lane,
            finishes=finishes,
        )


def _staged(work: Callable[[Job], T], free: Event, refusal: AppError | None, job: Job) -> T:
    free.wait()
    if refusal is not None:
        raise refusal
    return work(job)
