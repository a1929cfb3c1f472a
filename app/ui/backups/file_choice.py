"""A backup that lies anywhere: chosen as a file, and read."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.services.backups.restoring import RestoreBackup
from app.services.backups.shelf import Backup
from app.services.job import Job
from app.ui.prompts import Prompts
from app.ui.tasks import TaskRunner
from app.wording.language import Language


class BackupFile(QObject):
    """What is no backup is explained."""

    chosen = Signal(object)
    """The Backup."""

    def __init__(
        self,
        language: Language,
        restoring: RestoreBackup,
        tasks: TaskRunner,
        prompts: Prompts,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._language, self._restoring = language, restoring
        self._tasks, self._prompts = tasks, prompts

    @Slot()
    def choose(self) -> None:
        """Asks for the file."""
        say = self._language.say
        filters = say("Backups of Gaung (*.gaung)")
        self._prompts.choose_files(say("Restore a backup"), filters, self._take)

    def _take(self, paths: list[Path]) -> None:
        if paths:
            work = partial(self._read, paths[0])
            self._tasks.run(work, done=self._hand_over, failed=self._prompts.explain)

    def _read(self, path: Path, job: Job) -> Backup:
        return self._restoring.backup_at(path)

    @Slot(object)
    def _hand_over(self, backup: Backup) -> None:
        self.chosen.emit(backup)
