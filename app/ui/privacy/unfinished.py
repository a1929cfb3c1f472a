"""Ends, at the start, what a power cut left of an erasing."""

from PySide6.QtCore import QObject, Slot

from app.domain.errors import AppError
from app.services.job import Job
from app.services.workplace import Workplace
from app.ui.tasks import TaskRunner


class UnfinishedErasing(QObject):
    """The file may still have rests of somebody erased; there is nothing to ask or to tell."""

    def __init__(self, place: Workplace, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._place, self._tasks = place, tasks

    def end(self) -> None:
        """Away from the window, which stands already."""
        place = self._place

        def finish(job: Job) -> None:
            place.finish_erasing()

        self._tasks.run(finish, done=self._ended, failed=self._not_ended, finishes=True)

    @Slot(object)
    def _ended(self, _: object) -> None:
        """It is as it was promised."""

    @Slot(object)
    def _not_ended(self, _: AppError) -> None:
        """It stays owed, and is tried again at the next start."""
