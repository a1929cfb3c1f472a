"""Reads everyone with their counts, without taking a typed text out of anybody's hands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.services.checking import CheckCounts
from app.services.job import Job
from app.services.preferences import KeepPreferences
from app.services.recording import RecordCounts
from app.ui.followers.filters import DAYS
from app.ui.followers.grid import FollowersGrid
from app.ui.followers.rows import FollowersRow, RowWriter, known_of_each, odd_among
from app.ui.followers.saving import CountSaving
from app.ui.parts.progress import ProgressStrip
from app.ui.prompts import Prompts
from app.ui.tasks import Task, TaskRunner
from app.wording.language import Language

_OLD_AFTER_MS = 400
"""Only a slow reading greys what is shown: a quick one would flicker."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everyone as they stand on a day."""

    rows: Sequence[FollowersRow]
    writer: RowWriter


class FollowersReading(QObject):
    """Waits while something is typed or not saved yet, then reads what was asked for meanwhile."""

    named = Signal(object)
    """A Loaded of rows that only say who there is; of a large office, before anything was loaded."""
    loaded = Signal(object)
    """A Loaded that may be shown now."""
    ended = Signal()
    """It was shown, stopped or failed."""

    def __init__(
        self,
        language: Language,
        recording: RecordCounts,
        checking: CheckCounts,
        preferences: KeepPreferences,
        tasks: TaskRunner,
        prompts: Prompts,
        grid: FollowersGrid,
        saving: CountSaving,
        progress: ProgressStrip,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._recording, self._preferences = recording, preferences
        self._checking = checking
        self._tasks, self._prompts = tasks, prompts
        self._grid, self._saving, self._progress = grid, saving, progress
        self._task: Task | None = None
        self._day: date | None = None
        self._days: int | None = None
        self._owed = False
        self._old_timer = QTimer(self, singleShot=True, interval=_OLD_AFTER_MS)
        self._old_timer.timeout.connect(self._grow_old)
        progress.cancelled.connect(self._stop)
        grid.released.connect(self._catch_up)
        saving.waiting_changed.connect(self._catch_up)
        saving.outdated.connect(self._owe)

    def look_back(self, days: int | None) -> None:
        """After how many days a count is old; None: as the rule says."""
        self._days = days

    def read(self, day: date) -> None:
        """Read everyone as they stand on `day`; what is typed comes first."""
        self._day = day
        self._owed = bool(self._saving.waiting)
        if self._owed:
            return
        self._progress.start(self._language.say("Reading the counts"), self._words)
        self._old_timer.start()
        if not self._grid.model.total_count:
            self._tasks.run(
                partial(self._name, day), done=self._take_names, failed=self._prompts.explain
            )
        self._task = self._tasks.run(
            partial(self._load, day),
            done=self._take,
            failed=self._prompts.explain,
            progressed=self._progress.step,
        )
        self._task.ended.connect(self._rest)

    def _name(self, day: date, job: Job) -> Loaded:
        """In the runner's thread; nobody in an office whose counts are there in a blink."""
        job.step(0, 0)
        writer = self._writer(day)
        return Loaded(self._recording.names_of_many(writer.named), writer)

    def _take_names(self, named: Loaded) -> None:
        """Where a filter asks for counts, nobody would pass: then the counts are waited for."""
        model = self._grid.model
        fresh = named.writer.day == self._day and not model.total_count
        if named.rows and fresh and not model.filters and not self._is_in_use():
            self._old_timer.stop()
            self.named.emit(named)

    def _load(self, day: date, job: Job) -> Loaded:
        """In the runner's thread."""
        writer = self._writer(day)
        return Loaded(self._recording.grid_kept(writer.row, day, job), writer)

    def _writer(self, day: date) -> RowWriter:
        return RowWriter(day, self._days or self._preferences.preferences().age_limit or DAYS)

    def _take(self, loaded: Loaded) -> None:
        if loaded.writer.day != self._day:
            return
        if self._is_in_use():
            # New rows would take the typed texts away: read again when they are saved.
            self._owed = True
        else:
            self.loaded.emit(loaded)
            # Afterwards: the rows need not wait for the counts of before.
            self._tasks.run(
                lambda job: self._doubt(loaded), done=self._mark, failed=self._prompts.explain
            )

    def _doubt(self, loaded: Loaded) -> Loaded:
        """In the runner's thread: the rows with an odd count."""
        doubts = self._checking.doubts(known_of_each(loaded.rows), loaded.writer.day)
        return Loaded(odd_among(loaded.rows, doubts), loaded.writer)

    def _mark(self, odd: Loaded) -> None:
        if odd.writer.day == self._day and not self._saving.waiting:
            self._grid.mark_odd(odd.rows)

    def _is_in_use(self) -> bool:
        return bool(self._saving.waiting) or self._grid.is_typed_into

    @Slot()
    def _owe(self) -> None:
        self._owed = True
        self._catch_up()

    @Slot()
    def _catch_up(self) -> None:
        if self._owed and self._day is not None and not self._is_in_use():
            self.read(self._day)

    @Slot()
    def _rest(self) -> None:
        self._progress.stop()
        self._old_timer.stop()
        self._grid.view.set_greyed(False)
        self.ended.emit()

    @Slot()
    def _grow_old(self) -> None:
        self._grid.view.set_greyed(True)

    @Slot()
    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _words(self, done: int, total: int) -> str:
        del total  # nobody knows it beforehand
        return self._language.say_many("{count} person read", "{count} people read", done)
