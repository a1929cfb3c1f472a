"""What the settings can do about backups: the two cards, and the work behind them."""

import secrets
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from app.domain.backup import Reason
from app.domain.errors import AppError
from app.services.backups.restoring import Restored
from app.services.backups.safety import Safety
from app.services.job import Job
from app.services.preferences import Preferences
from app.ui.backups.file_choice import BackupFile
from app.ui.backups.list_card import BackupList
from app.ui.backups.state_card import BackupState, StateCard
from app.ui.backups.words import restored_words
from app.ui.prompts import Prompts
from app.ui.settings.saving import Saving
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language

_OURS = "Cadangan Gaung"


class BackupSettings(QObject):
    """Every look proves every byte of every backup anew."""

    restore_asked = Signal(object)
    """The Backup that is to come back."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        safety: Safety,
        saving: Saving,
        tasks: TaskRunner,
        prompts: Prompts,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._keeping = safety.backups
        self._saving, self._tasks, self._prompts = saving, tasks, prompts
        self.state = StateCard(theme, language, self._keeping.folder)
        self.list = BackupList(theme, language)
        self.state.now_asked.connect(self.make)
        self.state.folder_asked.connect(self._open_folder)
        self.state.second_asked.connect(self._choose_second)
        self.state.second_dropped.connect(self._drop_second)
        self._file = BackupFile(language, safety.restoring, tasks, prompts, self)
        self._file.chosen.connect(self.restore_asked)
        self.state.file_asked.connect(self._file.choose)
        self.list.restore_asked.connect(self.restore_asked)

    def refresh(self) -> None:
        """Looks at everything that is kept."""
        if not self._keeping.are_kept:
            self.state.show_sample()
            self.list.show_backups([])
            return
        self._run(None)

    def show_restored(self, restored: Restored) -> None:
        """The window stands over an office that was brought back a moment ago."""
        self.state.show_restored(restored_words(restored, self._language))

    @Slot()
    def make(self) -> None:
        """A backup of the present state, now."""
        self.state.show_busy()
        self._run(Reason.ASKED)

    def _run(self, reason: Reason | None) -> None:
        keeping = self._keeping

        def work(job: Job) -> BackupState:
            made = keeping.make(reason) if reason is not None else None
            proven = keeping.proven(keeping.backups(), job)
            failed = made.second_failed if made is not None else keeping.second_trouble()
            return BackupState(proven, keeping.second_place, failed)

        self._tasks.run(work, done=self._show, failed=self._fail)

    @Slot(object)
    def _show(self, state: BackupState) -> None:
        self.state.show_state(state, self._keeping.today)
        self.list.show_backups(state.proven)

    @Slot(object)
    def _fail(self, error: AppError) -> None:
        self.state.show_failure(error)

    @Slot()
    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._keeping.folder)))

    @Slot()
    def _choose_second(self) -> None:
        title = self._language.say("A folder on another disk for copies of backups")
        self._prompts.choose_folder(title, self._keeping.second_place, self._keep_second)

    def _keep_second(self, folder: Path) -> None:
        """Two offices may share a disk: each has a folder of its own there."""
        if not folder.name.startswith(_OURS):
            folder = folder / f"{_OURS} {secrets.token_hex(3)}"
        self._save_second(str(folder))

    @Slot()
    def _drop_second(self) -> None:
        self._save_second("")

    def _save_second(self, place: str) -> None:
        def change(stored: Preferences) -> Preferences:
            return replace(stored, second_place=place)

        self._saving.choose(change, self.make if place else self.refresh)
