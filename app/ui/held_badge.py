"""How many rows wait, as a number beside the page of imports."""

from PySide6.QtCore import QObject, Slot

from app.domain.errors import AppError
from app.services.job import Job
from app.services.overview import LookOver
from app.ui.shell.window import MainWindow
from app.ui.tasks import TaskRunner


class HeldBadge(QObject):
    """Counts away from the window's thread."""

    def __init__(self, overview: LookOver, tasks: TaskRunner, window: MainWindow) -> None:
        super().__init__(window)
        self._overview, self._tasks, self._window = overview, tasks, window

    def count(self) -> None:
        """Asks the database again."""
        self._tasks.run(self._held, done=self._show, failed=self._ignore)

    def _held(self, job: Job) -> int:
        return self._overview.held_rows()

    @Slot(object)
    def _show(self, number: int) -> None:
        self._window.set_badge("import", number)

    @Slot(object)
    def _ignore(self, error: AppError) -> None:
        """The badge is a convenience: the page itself says what went wrong."""
