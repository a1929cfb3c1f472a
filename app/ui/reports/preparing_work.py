"""Prepares the newest wish away from the window; an older one is given up."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.services.job import Job
from app.ui.parts.progress import ProgressStrip
from app.ui.prompts import Prompts
from app.ui.reports.preparing import Draft, Prepared, Wanted
from app.ui.tasks import Task, TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language

_PATIENCE_MS = 600


class PreparingWork(QObject):
    """`ready` comes for the newest wish only; `late` after a while without an answer."""

    ready = Signal(Prepared)
    late = Signal()
    proven = Signal(Prepared, str)
    """The beginning of the hash of its content, a while after it was ready."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        draft: Draft,
        tasks: TaskRunner,
        prompts: Prompts,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._language, self._draft = language, draft
        self._tasks, self._prompts = tasks, prompts
        self._wanted: Wanted | None = None
        self._task: Task | None = None
        self._unproven: Prepared | None = None
        self._proving: Task | None = None
        self.progress = ProgressStrip(theme, language)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self.late)
        self.progress.cancelled.connect(self._stop)

    def want(self, wanted: Wanted) -> None:
        """Another wish; the same one again is not prepared again."""
        if wanted == self._wanted:
            return
        if self._task is not None:
            self._task.cancel()
        self.put_off_proof()
        self._wanted = wanted
        self.progress.start(self._language.say("Preparing the report"), self._words)
        self._patience.start()
        self._task = self._tasks.run(
            partial(self._draft.prepare, wanted),
            done=self._take,
            failed=self._fail,
            progressed=self.progress.step,
        )

    def _take(self, prepared: Prepared) -> None:
        if prepared.wanted == self._wanted:
            self._end()
            self._unproven = prepared
            self.ready.emit(prepared)
            self.prove()

    @Slot()
    def put_off_proof(self) -> None:
        """Something that is waited for comes first."""
        if self._proving is not None:
            self._proving.cancel()
            self._proving = None

    @Slot()
    def prove(self) -> None:
        """Works the hash out, unless that is done or under way, or nobody looks."""
        prepared = self._unproven if self._page.isVisible() else None
        if prepared is None or prepared.wanted != self._wanted or self._proving is not None:
            return
        self._proving = self._tasks.run(
            partial(self._work_proof_out, prepared), done=self._tell, failed=self._leave_unproven
        )

    def _work_proof_out(self, prepared: Prepared, job: Job) -> tuple[Prepared, str]:
        return prepared, self._draft.proof(prepared, job)

    def _tell(self, proven: tuple[Prepared, str]) -> None:
        self._unproven = self._proving = None
        self.proven.emit(*proven)

    def _leave_unproven(self, error: AppError) -> None:
        """Nobody asked for it: whoever writes or prints is told then."""
        self._unproven = self._proving = None

    def _fail(self, error: AppError) -> None:
        self._wanted = None
        self._end()
        self._prompts.explain(error)

    @Slot()
    def _stop(self) -> None:
        """What is shown is not what the fields say then, and stays grey."""
        if self._task is not None:
            self._task.cancel()
        self._wanted = None
        self._end()
        self.late.emit()

    def _end(self) -> None:
        self._task = None
        self._patience.stop()
        self.progress.stop()

    def _words(self, done: int, total: int) -> str:
        if not done:
            return self._language.say("Preparing the report")
        return self._language.say_many(
            "Preparing the report, {count} person so far",
            "Preparing the report, {count} people so far",
            done,
        )
