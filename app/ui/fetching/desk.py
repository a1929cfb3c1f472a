"""Fetches in the background, however many dialogs come and go meanwhile."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.domain.fetch_plan import FetchPlan
from app.services.fetching import CountApart, FetchFollowers, JobSummary
from app.services.job import Job
from app.ui.fetching.dialog import FetchDialog
from app.ui.fetching.scope import FetchScope, Whom
from app.ui.fetching.words import total_words
from app.ui.parts.strip import Mood
from app.ui.tasks import Lane, Task, TaskRunner
from app.ui.theme.theme import Theme
from app.wording.errors import error_sentence
from app.wording.fetch_plans import moment_words
from app.wording.language import Language

_LONGEST_TIMER = 24 * 60 * 60 * 1000


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is known at one moment."""

    plan: FetchPlan
    found: Sequence[JobSummary]
    apart: Sequence[CountApart]


@dataclass(frozen=True, slots=True)
class _Standing:
    """How far a running fetch is."""

    found: Sequence[JobSummary]
    apart: Sequence[CountApart]


class FetchDesk(QObject):
    """One fetch at a time, in the lane of the network; one dialog at a time."""

    started = Signal()
    progressed = Signal(int, int)
    ended = Signal(str)
    """What came of it, in one line."""
    changed = Signal()
    """Counts were stored, accepted or refused."""
    settings_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        language: Language,
        followers: FetchFollowers,
        tasks: TaskRunner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, language
        self._followers, self._tasks = followers, tasks
        self._dialog: FetchDialog | None = None
        self._scope, self._whom = FetchScope(), Whom.EVERYBODY
        self._task: Task | None = None
        self._looking = False
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._go_on)

    def open_over(self, window: QWidget, scope: FetchScope) -> None:
        """Shows the dialog over this window; a fetch that runs is shown as it is."""
        if self._dialog is not None:
            self._dialog.raise_()
            return
        self._scope, self._whom = scope, scope.choices[0]
        dialog = FetchDialog(self._theme, self._language, scope, window)
        dialog.scope_chosen.connect(self._choose)
        dialog.fetch_asked.connect(self._fetch)
        dialog.again_asked.connect(self._fetch_again)
        dialog.cancel_asked.connect(self.cancel)
        dialog.settings_asked.connect(self._ask_for_settings)
        dialog.apart.accepted.connect(self._accept)
        dialog.apart.refused.connect(self._refuse)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()
        if self._task is not None:
            dialog.show_fetching()
        self._look()

    @property
    def is_fetching(self) -> bool:
        """A fetch works in the background."""
        return self._task is not None

    @Slot()
    def cancel(self) -> None:
        """Stops the fetch; what was answered is kept."""
        if self._task is not None:
            self._task.cancel()

    # -------------------------------------------------------------- looking

    @Slot(str)
    def _choose(self, whom: str) -> None:
        self._whom = Whom(whom)
        self._look()

    def _look(self) -> None:
        people = self._scope.people(self._whom)

        def look(job: Job) -> _Seen:
            followers = self._followers
            return _Seen(followers.plan(people), followers.summaries(), followers.apart())

        self._tasks.run(look, done=self._show, failed=self._show_failed)

    @Slot(object)
    def _show(self, seen: _Seen) -> None:
        if self._dialog is not None:
            now = _now()
            self._dialog.show_plan(seen.plan, now)
            self._dialog.show_results(seen.found, seen.apart, now)

    # -------------------------------------------------------------- fetching

    @Slot()
    def _fetch(self) -> None:
        self._start(self._scope.people(self._whom))

    @Slot()
    def _fetch_again(self) -> None:
        self._start(None, again=True)

    @Slot()
    def _go_on(self) -> None:
        """The pause is over: nobody is added, whoever waits is asked."""
        self._start(())

    def _start(self, people: Sequence[int] | None, *, again: bool = False) -> None:
        if self._task is not None:
            return
        self._later.stop()
        self._task = self._tasks.run(
            partial(self._work, people, again),
            done=self._finish,
            failed=self._fail,
            progressed=self._step,
            cancelled=self._stopped,
            lane=Lane.NETWORK,
        )
        self.started.emit()
        if self._dialog is not None:
            self._dialog.show_fetching()

    def _work(self, people: Sequence[int] | None, again: bool, job: Job) -> Sequence[JobSummary]:
        return self._followers.run(job, people, again=again)

    @Slot(int, int)
    def _step(self, done: int, total: int) -> None:
        self.progressed.emit(done, total)
        if self._dialog is not None:
            self._dialog.step(done, total)
            self._look_how_far()

    def _look_how_far(self) -> None:
        """One look at a time: the platform answers faster than anybody reads."""
        if self._looking:
            return
        self._looking = True

        def look(job: Job) -> _Standing:
            return _Standing(self._followers.summaries(), self._followers.apart())

        self._tasks.run(look, done=self._show_how_far, failed=self._forget_look)

    @Slot(object)
    def _show_how_far(self, standing: _Standing) -> None:
        self._looking = False
        if self._dialog is not None:
            self._dialog.show_results(standing.found, standing.apart, _now())

    @Slot(object)
    def _forget_look(self, error: AppError) -> None:
        self._looking = False

    @Slot(object)
    def _finish(self, found: Sequence[JobSummary]) -> None:
        self._task = None
        asked = [one for one in found if one.state is not None]
        lead, rest = total_words(asked, self._language), self._wait_for(asked)
        if any(one.cancelled for one in asked):
            rest = self._language.say("Stopped; the rest can go on later.")
        self.ended.emit(f"{lead} {rest}".strip())
        self.changed.emit()
        if self._dialog is not None:
            good = all(not one.failed for one in asked)
            self._dialog.show_ended(lead, rest, Mood.DONE if good else Mood.WARNING)
            self._look()

    def _wait_for(self, found: Sequence[JobSummary]) -> str:
        """Sets the clock for whoever waits; says when it goes on by itself."""
        moments = [one.resume_at for one in found if one.resume_at is not None]
        if not moments:
            return ""
        now = _now()
        left = int((min(moments) - now).total_seconds() * 1000) + 1000
        self._later.start(max(1000, min(left, _LONGEST_TIMER)))
        words = self._language.say("The rest goes on by itself {moment}, while Gaung is open.")
        return words.format(moment=moment_words(min(moments).astimezone(), now, self._language))

    @Slot(object)
    def _fail(self, error: AppError) -> None:
        self._task = None
        sentence = error_sentence(error, self._language)
        self.ended.emit(sentence)
        if self._dialog is not None:
            self._dialog.show_failed(sentence)

    @Slot()
    def _stopped(self) -> None:
        """Before it had begun."""
        self._finish(())

    # -------------------------------------------------------------- deciding

    @Slot(object)
    def _accept(self, one: CountApart) -> None:
        self._decide(partial(self._followers.accept, one))

    @Slot(object)
    def _refuse(self, one: CountApart) -> None:
        self._decide(partial(self._followers.refuse, one))

    def _decide(self, decide: Callable[[], None]) -> None:
        def work(job: Job) -> None:
            decide()

        self._tasks.run(work, done=self._decided, failed=self._show_failed, finishes=True)

    @Slot(object)
    def _decided(self, _: object) -> None:
        self.changed.emit()
        self._look()

    @Slot(object)
    def _show_failed(self, error: AppError) -> None:
        if self._dialog is not None:
            self._dialog.show_failed(error_sentence(error, self._language))

    @Slot()
    def _ask_for_settings(self) -> None:
        if self._dialog is not None:
            self._dialog.reject()
        self.settings_asked.emit()

    @Slot()
    def _forget(self) -> None:
        self._dialog = None


def _now() -> datetime:
    return datetime.now(UTC).astimezone()
