"""The backup of each day on which something changed, however long the window stays open."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.domain.errors import AppError
from app.services.backups.keeping import KeepBackups
from app.services.backups.shelf import Backup
from app.services.job import Job
from app.ui.tasks import TaskRunner

_HOUR = 3_600_000


@dataclass(frozen=True, slots=True)
class Look:
    """The newest backup, and how many are not whole; None where nobody looked this time."""

    newest: Backup | None
    broken: int | None


class DailyBackup(QObject):
    """Looks as soon as nothing else is asked for, and every hour."""

    looked = Signal(object)
    """The Look."""
    failed = Signal(object)
    """The AppError: a due one could not be made. Work goes on."""

    def __init__(self, keeping: KeepBackups, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._keeping, self._tasks = keeping, tasks
        self._proven = False
        self._timer = QTimer(self, interval=_HOUR)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """From now on; what the window shows at its start comes before the first look."""
        self._timer.start()
        self._tasks.once_idle(self.look)

    @Slot()
    def look(self) -> None:
        """Whether one is due; and makes it."""
        keeping = self._keeping

        def work(job: Job) -> Look:
            made = keeping.daily()
            kept = keeping.backups()
            # At each start and with each daily one, far more often than disks go bad.
            prove = made is not None or not self._proven
            broken = sum(1 for one in keeping.proven(kept, job) if not one.good) if prove else None
            return Look(kept[0] if kept else None, broken)

        self._tasks.run(work, done=self._tell, failed=self._complain)

    @Slot(object)
    def _tell(self, look: Look) -> None:
        self._proven = True
        self.looked.emit(look)

    @Slot(object)
    def _complain(self, error: AppError) -> None:
        self.failed.emit(error)
