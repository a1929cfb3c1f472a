"""Leads to a restore: the comparison, the question, the preparation; the swap is the program's."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.backup import Contents
from app.domain.errors import AppError, BackupDamaged
from app.services.backups.restoring import Loss, Prepared, RestoreBackup
from app.services.backups.shelf import Backup
from app.services.job import Job
from app.ui.backups.restore_dialog import RestoreDialog
from app.ui.prompts import Prompts
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language


@dataclass(frozen=True, slots=True)
class _Compared:
    contents: Contents
    loss: Loss


class RestoreDesk(QObject):
    """One question at a time."""

    prepared = Signal(object)
    """The Prepared: nothing of the office was changed yet."""
    ended = Signal()
    """Nothing came of it."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        restoring: RestoreBackup,
        tasks: TaskRunner,
        prompts: Prompts,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, language
        self._restoring, self._tasks, self._prompts = restoring, tasks, prompts
        self._backup: Backup | None = None
        self._window: QWidget | None = None

    def ask_over(self, window: QWidget | None, backup: Backup) -> None:
        """Says what would be lost, and asks; a second press meanwhile is no second question."""
        if self._backup is not None:
            return
        self._backup, self._window = backup, window
        restoring = self._restoring

        def compare(job: Job) -> _Compared:
            if backup.contents is None:
                raise BackupDamaged(backup.path)
            return _Compared(backup.contents, restoring.loss(backup, job))

        self._tasks.run(compare, done=self._ask, failed=self._fail, cancelled=self._end)

    @Slot(object)
    def _ask(self, compared: _Compared) -> None:
        dialog = RestoreDialog(
            self._theme, self._language, compared.contents, compared.loss, self._window
        )
        dialog.agreed.connect(self._prepare)
        dialog.rejected.connect(self._end)
        dialog.open()

    @Slot()
    def _prepare(self) -> None:
        backup, restoring = self._backup, self._restoring
        if backup is None:
            return

        def prepare(job: Job) -> Prepared:
            return restoring.prepare(backup, job)

        self._tasks.run(prepare, done=self._hand_over, failed=self._fail, cancelled=self._end)

    @Slot(object)
    def _hand_over(self, prepared: Prepared) -> None:
        self._backup = None
        self.prepared.emit(prepared)

    @Slot(object)
    def _fail(self, error: AppError) -> None:
        self._end()
        self._prompts.explain(error)

    @Slot()
    def _end(self) -> None:
        self._backup = None
        self.ended.emit()
