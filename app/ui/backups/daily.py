"""The backup of each day on which something changed, however long the window stays open."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.domain.errors import AppError
from app.services.backups.keeping import KeepBackups
from app.services.backups.shelf import Backup
from app.services.job import Job
from app.ui.tasks import TaskRunner

_HOUR = 3_600_000


class DailyBackup(QObject):
    """Looks at the start, and every hour."""

    looked = Signal(object)
    """The newest Backup, just made or older; None where there is none."""
    failed = Signal(object)
    """The AppError: a due one could not be made. Work goes on."""

    def __init__(self, keeping: KeepBackups, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._keeping, self._tasks = keeping, tasks
        self._timer = QTimer(self, interval=_HOUR)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """From now on."""
        self._timer.start()
        self.look()

    @Slot()
    def look(self) -> None:
        """Whether one is due; and makes it."""
        keeping = self._keeping

        def work(job: Job) -> Backup | None:
            keeping.daily()
            return next(iter(keeping.backups()), None)

        self._tasks.run(work, done=self._tell, failed=self._complain)

    @Slot(object)
    def _tell(self, newest: Backup | None) -> None:
        self.looked.emit(newest)

    @Slot(object)
    def _complain(self, error: AppError) -> None:
        self.failed.emit(error)
