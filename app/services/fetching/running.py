"""Asks one platform about everybody in its queue; what was answered is kept before the next call."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from app.domain.errors import Cancelled
from app.domain.fetch_job import JobState
from app.domain.fetched import OFFLINE, SIGN_IN_PAGE, UNTRUSTED, FetchState, Stop
from app.platforms.protocol import FollowerSource
from app.services.fetching.candidates import People
from app.services.fetching.queue import Opened, Queue, Round, ids_of
from app.services.fetching.saving import AnswerWriter, Batches
from app.services.fetching.summary import CANCELLED
from app.services.job import Job
from app.storage.database import Database
from app.storage.fetch_jobs import count_calls, set_job_state
from app.storage.fetch_queue import mark_in_flight, put_back

Clock = Callable[[], datetime]
"""The moment now, in UTC."""

RESTS = (2.0, 5.0, 15.0)
"""Seconds before whoever got no answer is asked again; so often, and no more."""

_UNTOLD_PAUSE = timedelta(hours=1)
"""Where a platform says to wait and not how long."""

_MOST_PAUSES = 20
"""In a row that brought nothing: after that the rest waits for another day."""

_NO_WAY = (OFFLINE, SIGN_IN_PAGE, UNTRUSTED)


class PlatformRun:
    """One job from its beginning, or from where it was broken off, to its end for now."""

    def __init__(
        self,
        database: Database,
        source: FollowerSource,
        queue: Queue,
        clock: Clock,
        by: str,
        job: Job,
        patience: timedelta,
        rests: Sequence[float] = RESTS,
    ) -> None:
        self._database = database
        self._source = source
        self._queue = queue
        self._clock = clock
        self._by = by
        self._job = job
        self._patience = patience
        self._rests = rests
        self._barren = 0
        self._done = 0
        self._total = 0

    def run(self, people: People, *, again: bool = False) -> bool:
        """Asks; what a person stops is kept as far as it went. False where nothing was open.

        Args:
            people: of whom accounts are added to what waits already.
            again: nobody is added; who was asked in vain the last time is asked again.
        """
        opened, was_open = self._queue.open(people, again=again)
        if opened is None:
            return was_open
        self._total = opened.waiting
        try:
            self._ask_all(opened)
        except Cancelled:
            self._end(opened.job_id, JobState.STOPPED, code=CANCELLED)
        return True

    # -------------------------------------------------------------- asking

    def _ask_all(self, opened: Opened) -> None:
        job_id, this = opened.job_id, opened.first
        if opened.paused is not None and not self._waited_out(job_id, opened.paused):
            return
        rests = iter(self._rests)
        while True:
            stop, ended = self._ask(job_id, this or self._queue.next_round(job_id))
            this = None
            if ended:
                return
            if stop is not None and stop.state is FetchState.RATE_LIMITED:
                if not self._waited_out(job_id, stop):
                    return
            elif stop is not None and not _is_passing(stop):
                self._end(job_id, JobState.STOPPED, stop.state, stop.code)
                return
            elif not self._queue.has_more(job_id):
                self._end(job_id, JobState.ENDED)
                return
            else:
                rest = next(rests, None)
                if rest is None:
                    self._give_up(job_id, stop)
                    return
                self._job.pause(rest)

    def _ask(self, job_id: int, this: Round) -> tuple[Stop | None, bool]:
        """Everybody of the round; gives why it broke off, and whether the job came to its end."""
        stop, ended = None, False
        writer = AnswerWriter(self._source.platform, job_id, self._by, this.as_of)
        left = this.batches
        while left and stop is None:
            stop, left, ended = self._ask_batch(job_id, writer, left, this)
        return stop, ended

    def _ask_batch(
        self,
        job_id: int,
        writer: AnswerWriter,
        batches: Batches,
        this: Round,
    ) -> tuple[Stop | None, Batches, bool]:
        """One call; its answer and the beginning of the next one, or the end, are one transaction.

        Gives why the platform cannot be asked any more, the calls that are left, and whether the
        job came to its end.
        """
        batch, left = batches[0], batches[1:]
        answer = self._source.fetch(batch, self._job.pause)
        with self._database.writing() as tx:
            count_calls(tx, job_id, answer.calls)
            settled = writer.save(tx, answer.results, this.asked, this.attempts, self._clock())
            if len(answer.results) < len(batch):
                put_back(tx, job_id)
            left, gone = writer.still_to_ask(tx, left, this.asked)
            if answer.stop is None and left:
                mark_in_flight(tx, job_id, ids_of(left[0], this.asked))
            ended = answer.stop is None and not left and self._queue.ends(tx, job_id)
        settled += gone
        self._barren = 0 if settled else self._barren + 1
        self._done += settled
        self._job.step(min(self._done, self._total), self._total)
        return answer.stop, left, ended

    # -------------------------------------------------------------- ending

    def _waited_out(self, job_id: int, stop: Stop) -> bool:
        """Waits as long as the platform asks, where that is not too long; says so first."""
        now = self._clock()
        until = (stop.until or now + _UNTOLD_PAUSE).astimezone(UTC)
        self._end(job_id, JobState.PAUSED, until=until)
        if until - now >= self._patience or self._barren >= _MOST_PAUSES:
            return False
        self._job.pause((until - now).total_seconds())
        self._end(job_id, JobState.RUNNING)
        return True

    def _give_up(self, job_id: int, stop: Stop | None) -> None:
        """Asked as often as it is worth: the next fetch begins with whoever is left."""
        if stop is None:
            self._end(job_id, JobState.ENDED)
        else:
            self._end(job_id, JobState.STOPPED, stop.state, stop.code)

    def _end(
        self,
        job_id: int,
        state: JobState,
        stopped_for: FetchState | None = None,
        code: str = "",
        until: datetime | None = None,
    ) -> None:
        said = None if stopped_for is None else str(stopped_for)
        with self._database.writing() as tx:
            put_back(tx, job_id)
            set_job_state(tx, job_id, state, stopped_for=said, code=code, paused_until=until)


def _is_passing(stop: Stop) -> bool:
    """The platform is out of order just now; not the way to it, nor the office."""
    return stop.state is FetchState.TEMPORARY and stop.code not in _NO_WAY
