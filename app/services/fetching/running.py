"""Asks one platform about everybody in its queue; what was answered is kept before the next call."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from app.domain.errors import Cancelled
from app.domain.fetch_job import ItemState, JobState
from app.domain.fetched import OFFLINE, SIGN_IN_PAGE, UNTRUSTED, Asked, FetchState, Stop
from app.platforms.protocol import FollowerSource
from app.services.fetching.candidates import People, by_asked, candidates, may_be_asked
from app.services.fetching.saving import AnswerWriter
from app.services.fetching.summary import CANCELLED
from app.services.job import Job
from app.storage.database import Database
from app.storage.fetch_jobs import (
    JobRow,
    begin_job,
    count_calls,
    newest_jobs,
    open_job,
    set_job_state,
)
from app.storage.fetch_queue import (
    QueueRow,
    add_items,
    begin_anew,
    drop_items,
    failed_items,
    mark_in_flight,
    put_back,
    queue_again,
    remove_items,
    waiting_items,
)
from app.storage.fetchable import KnownAccount, known_accounts
from app.storage.transaction import Transaction

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
        clock: Clock,
        by: str,
        job: Job,
        patience: timedelta,
        rests: Sequence[float] = RESTS,
    ) -> None:
        self._database = database
        self._source = source
        self._clock = clock
        self._by = by
        self._job = job
        self._patience = patience
        self._rests = rests
        self._barren = 0
        self._done = 0
        self._total = 0
        self._was_open = False

    def run(self, people: People, *, again: bool = False) -> bool:
        """Asks; what a person stops is kept as far as it went. False where nothing was open.

        Args:
            people: of whom accounts are added to what waits already.
            again: nobody is added; who was asked in vain the last time is asked again.
        """
        job_id = self._open(people, again=again)
        if job_id is None:
            return self._was_open
        try:
            self._ask_all(job_id)
        except Cancelled:
            self._end(job_id, JobState.STOPPED, code=CANCELLED)
        return True

    # -------------------------------------------------------------- the queue

    def _open(self, people: People, *, again: bool) -> int | None:
        """The job with everybody in it who is to be asked; None where there is nobody."""
        platform = self._source.platform
        with self._database.writing() as tx:
            found = newest_jobs(tx).get(platform) if again else open_job(tx, platform)
            job_id = None if found is None else found.id
            self._was_open = found is not None and found.state.is_open
            if again and job_id is not None:
                queue_again(tx, job_id, [row.account_id for row in failed_items(tx, job_id)])
            new = [] if again else candidates(tx, self._source, people, self._clock()).accounts
            if job_id is None and new:
                job_id = begin_job(tx, platform, self._by, self._clock())
            if job_id is None:
                return None
            self._queue(tx, job_id, new)
            begin_anew(tx, job_id)
            waits = len(self._allowed(tx, job_id))
            self._total = waits
            if not waits:
                set_job_state(tx, job_id, JobState.ENDED)
                return None
            if not _still_paused(found, self._clock()):
                set_job_state(tx, job_id, JobState.RUNNING)
        return job_id

    def _queue(self, tx: Transaction, job_id: int, new: Sequence[KnownAccount]) -> None:
        # Some stand there already: they wait, were called otherwise, or were answered days ago.
        remove_items(tx, job_id, [one.account_id for one in new])
        add_items(tx, job_id, [(one.account_id, one.person_id, _text(one)) for one in new])

    def _allowed(self, tx: Transaction, job_id: int) -> dict[int, tuple[QueueRow, KnownAccount]]:
        """Who waits and may still be asked; the others leave the queue."""
        known = {one.account_id: one for one in known_accounts(tx, self._source.platform)}
        kept, gone = {}, []
        for row in waiting_items(tx, job_id):
            account = known.get(row.account_id)
            if account is None or not may_be_asked(account) or _text(account) != row.handle:
                gone.append(row.account_id)
            else:
                kept[row.account_id] = row, account
        drop_items(tx, job_id, gone)
        return kept

    # -------------------------------------------------------------- asking

    def _ask_all(self, job_id: int) -> None:
        with self._database.reading() as tx:
            found = newest_jobs(tx)[self._source.platform]
        if found.state is JobState.PAUSED:
            paused = Stop(FetchState.RATE_LIMITED, found.paused_until)
            if not self._waited_out(job_id, paused):
                return
        rests = iter(self._rests)
        while True:
            stop, left = self._ask(job_id)
            if stop is not None and stop.state is FetchState.RATE_LIMITED:
                if not self._waited_out(job_id, stop):
                    return
            elif stop is not None and not _is_passing(stop):
                self._end(job_id, JobState.STOPPED, stop.state, stop.code)
                return
            elif not left:
                self._end(job_id, JobState.ENDED)
                return
            else:
                rest = next(rests, None)
                if rest is None:
                    self._give_up(job_id, stop)
                    return
                self._job.pause(rest)

    def _ask(self, job_id: int) -> tuple[Stop | None, bool]:
        """Everybody who waits, once; gives why it broke off, and whether asking again may help."""
        with self._database.writing() as tx:
            due = {
                account: (row, known)
                for account, (row, known) in self._allowed(tx, job_id).items()
                if row.state is not ItemState.RETRY or _helps_again(row)
            }
            asked = by_asked(known for _, known in due.values())
            batches = self._source.batches(list(asked))
            if batches:
                mark_in_flight(tx, job_id, _ids(batches[0], asked))
        attempts = {account: row.attempts + 1 for account, (row, _) in due.items()}
        stop = None
        writer = AnswerWriter(self._source.platform, job_id, self._by)
        for at, batch in enumerate(batches):
            following = batches[at + 1] if at + 1 < len(batches) else ()
            stop = self._ask_batch(job_id, writer, (batch, following), asked, attempts)
            if stop is not None:
                break
        with self._database.reading() as tx:
            left = any(
                row.state is not ItemState.RETRY or _helps_again(row)
                for row in waiting_items(tx, job_id)
            )
        return stop, left

    def _ask_batch(
        self,
        job_id: int,
        writer: AnswerWriter,
        batches: tuple[Sequence[Asked], Sequence[Asked]],
        asked: Mapping[Asked, Sequence[KnownAccount]],
        attempts: Mapping[int, int],
    ) -> Stop | None:
        """One call; its answer and the beginning of the next one are one transaction."""
        batch, following = batches
        answer = self._source.fetch(batch, self._job.pause)
        with self._database.writing() as tx:
            count_calls(tx, job_id, answer.calls)
            settled = writer.save(tx, answer.results, asked, attempts, self._clock())
            if len(answer.results) < len(batch):
                put_back(tx, job_id)
            if answer.stop is None:
                mark_in_flight(tx, job_id, _ids(following, asked))
        self._barren = 0 if settled else self._barren + 1
        self._done += settled
        self._job.step(min(self._done, self._total), self._total)
        return answer.stop

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


def _still_paused(found: JobRow | None, now: datetime) -> bool:
    return (
        found is not None
        and found.state is JobState.PAUSED
        and found.paused_until is not None
        and found.paused_until > now
    )


def _is_passing(stop: Stop) -> bool:
    """The platform is out of order just now; not the way to it, nor the office."""
    return stop.state is FetchState.TEMPORARY and stop.code not in _NO_WAY


def _helps_again(row: QueueRow) -> bool:
    return row.result is None or FetchState(row.result).again


def _ids(batch: Sequence[Asked], asked: Mapping[Asked, Sequence[KnownAccount]]) -> list[int]:
    return [account.account_id for one in batch for account in asked[one]]


def _text(account: KnownAccount) -> str:
    return account.handle.text if account.handle is not None else ""
