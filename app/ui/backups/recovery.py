"""Recovers an office whose database is broken or gone, at the start or in the middle of work."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.errors import FileError
from app.services.backups.keeping import Proven
from app.services.backups.safety import Safety
from app.services.backups.shelf import Backup
from app.services.job import Job
from app.ui.backups.file_choice import BackupFile
from app.ui.backups.recovery_dialog import RecoveryDialog
from app.ui.backups.restore_desk import RestoreDesk
from app.ui.prompts import Prompts
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.errors import error_sentence
from app.wording.language import Language


class Recovery(QObject):
    """One dialog over one database; whoever listens swaps the prepared copy in."""

    prepared = Signal(object)
    """The Prepared: the office is to be closed, the copy swapped in, and opened again."""

    anew_agreed = Signal()
    """An empty office is wanted, knowingly."""
    closed = Signal()
    """An office stands again, or the person gave up."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        safety: Safety,
        prompts: Prompts,
        crashed: Callable[[Exception], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, language
        self._safety, self._prompts = safety, prompts
        # Its own: the tasks of a broken office end with it.
        self._tasks = TaskRunner(crashed, self)
        self._desk = RestoreDesk(theme, language, safety.restoring, self._tasks, prompts, self)
        self._desk.prepared.connect(self.prepared)
        self._file = BackupFile(language, safety.restoring, self._tasks, prompts, self)
        self._file.chosen.connect(self._ask)
        self._dialog: RecoveryDialog | None = None

    def offer_over(self, window: QWidget | None, error: FileError) -> None:
        """Says what happened and lists the backups; once, however often the failure comes."""
        sentence = error_sentence(error, self._language)
        dialog = RecoveryDialog(self._theme, self._language, sentence, window)
        dialog.restore_asked.connect(self._ask)
        dialog.file_asked.connect(self._file.choose)
        dialog.anew_asked.connect(self._ask_for_anew)
        dialog.finished.connect(self._forget)
        self._desk.ended.connect(dialog.set_free)
        self._dialog = dialog
        dialog.open()
        self._tasks.run(self._look, done=self._show, failed=self._prompts.explain)

    def close(self) -> None:
        """An office stands again, or never will."""
        self._tasks.shutdown()
        if self._dialog is not None:
            self._dialog.accept()

    def _look(self, job: Job) -> list[Proven]:
        backups = self._safety.backups
        known = {one.path.name: one for one in backups.in_second_place()}
        known |= {one.path.name: one for one in backups.backups()}
        ordered = sorted(known.values(), key=lambda one: (one.number, one.path.name), reverse=True)
        return backups.proven(ordered, job)

    @Slot(object)
    def _show(self, found: list[Proven]) -> None:
        if self._dialog is not None:
            self._dialog.show_backups(found)

    @Slot(object)
    def _ask(self, backup: Backup) -> None:
        if self._dialog is not None:
            self._dialog.set_busy()
            self._desk.ask_over(self._dialog, backup)

    @Slot()
    def _ask_for_anew(self) -> None:
        say = self._language.say
        self._prompts.ask(
            say("Begin with an empty office? Nobody and nothing stands in it."),
            say("Begin anew"),
            self._agree_to_anew,
            safe=say(
                "Backups stay where they are and can be restored later. A damaged database is kept "
                "in a folder of its own."
            ),
        )

    def _agree_to_anew(self) -> None:
        self.anew_agreed.emit()

    @Slot()
    def _forget(self) -> None:
        self._dialog = None
        self.closed.emit()
