"""Saves what was changed, one thing after another, away from the window's thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AppError
from app.services.job import Job
from app.services.preferences import KeepPreferences, Preferences
from app.ui.prompts import Prompts
from app.ui.tasks import TaskRunner

After = Callable[[], None]


class Saving(QObject):
    """Each change is written on its own; `after` is called once it is safe."""

    state_changed = Signal()
    saved = Signal()

    def __init__(
        self, preferences: KeepPreferences, tasks: TaskRunner, prompts: Prompts, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._tasks = tasks
        self._prompts = prompts
        self._open = 0
        self._at_once = False
        self.failed = False

    @property
    def busy(self) -> bool:
        """Something is still on its way to the disk."""
        return self._open > 0

    def choose(self, change: Callable[[Preferences], Preferences], after: After) -> None:
        """Change one choice and keep the others as they are stored by then."""

        def write() -> None:
            self._preferences.save(change(self._preferences.preferences()))

        self.write(write, after)

    def write(self, write: Callable[[], object], after: After) -> None:
        """Do any writing."""

        def work(job: Job) -> After:
            write()
            return after

        self._open += 1
        self.state_changed.emit()
        if self._at_once:
            self._done(work(Job.quiet()))
            return
        self._tasks.run(work, done=self._done, failed=self._fail, cancelled=self._stop)

    def finish_at_once(self) -> None:
        """From now on write without the tasks: the window is closing, they will not come to it."""
        self._at_once = True

    def _done(self, after: After) -> None:
        self.failed = False
        self._stop()
        self.saved.emit()
        # Last of all: another look builds the window anew, and this one goes.
        after()

    def _fail(self, error: AppError) -> None:
        self.failed = True
        self._stop()
        self._prompts.explain(error)

    def _stop(self) -> None:
        self._open -= 1
        self.state_changed.emit()
