"""Who is asked in one job: whoever joins it, whoever still waits in it, and who of them next."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.fetch_job import ItemState, JobState
from app.domain.fetched import Asked, FetchState, Stop
from app.platforms.protocol import FollowerSource
from app.services.fetching.candidates import People, by_asked, candidates, may_be_asked
from app.services.fetching.known import Known
from app.storage.changes import commits_so_far
from app.storage.database import Database
from app.storage.fetch_jobs import JobRow, begin_job, newest_jobs, open_job, set_job_state
from app.storage.fetch_queue import (
    QueueRow,
    add_items,
    begin_anew,
    drop_items,
    failed_items,
    mark_in_flight,
    queue_again,
    remove_items,
    waiting_items,
)
from app.storage.fetchable import KnownAccount, known_accounts
from app.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class _Due:
    """Who waits and may be asked, and how often each was asked already by this job."""

    accounts: Sequence[KnownAccount]
    attempts: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Round:
    """Everybody who waits, once. The first batch is marked as on its way already."""

    batches: Sequence[Sequence[Asked]]
    asked: Mapping[Asked, Sequence[KnownAccount]]
    attempts: Mapping[int, int]
    as_of: int
    """The number of commits, its own included, after which all this was read."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A job that goes on: with its first round, or with the pause that is not over yet.

    `waiting` says how many accounts it has before it.
    """

    job_id: int
    waiting: int
    first: Round | None
    paused: Stop | None


class Queue:
    """Of one platform."""

    def __init__(
        self,
        database: Database,
        source: FollowerSource,
        clock: Callable[[], datetime],
        by: str,
        known: Known,
    ) -> None:
        self._database = database
        self._source = source
        self._clock = clock
        self._by = by
        self._known = known

    def open(self, people: People, *, again: bool) -> tuple[Opened | None, bool]:
        """The job with everybody in it who is to be asked; None where there is nobody.

        Args:
            people: of whom accounts are added to what waits already.
            again: nobody is added; who was asked in vain the last time is asked again.

        Returns:
            It, and whether a job was open before.
        """
        platform = self._source.platform
        with self._database.writing() as tx:
            known = self._known.taken(tx, platform)
            found = newest_jobs(tx).get(platform) if again else open_job(tx, platform)
            was_open = found is not None and found.state.is_open
            if again:
                job_id, due = self._wait_again(tx, found, known)
            else:
                job_id, due = self._add(tx, found, known, people)
            if job_id is None:
                return None, was_open
            return self._begin(tx, job_id, due, _still_paused(found, self._clock())), was_open

    def next_round(self, job_id: int) -> Round:
        """Whoever waits and may get an answer now."""
        with self._database.writing() as tx:
            due = self._allowed(tx, job_id, known_accounts(tx, self._source.platform))
            return self._begin_round(tx, job_id, due)

    def has_more(self, job_id: int) -> bool:
        """Whether asking again may help anybody who still waits."""
        with self._database.reading() as tx:
            return _has_more(tx, job_id)

    def ends(self, tx: Transaction, job_id: int) -> bool:
        """Ends the job, unless asking again may help somebody; says whether."""
        if _has_more(tx, job_id):
            return False
        set_job_state(tx, job_id, JobState.ENDED)
        return True

    def _begin(self, tx: Transaction, job_id: int, due: _Due, paused: Stop | None) -> Opened | None:
        waiting = len(due.accounts)
        if not waiting:
            set_job_state(tx, job_id, JobState.ENDED)
            return None
        if paused is not None:
            return Opened(job_id, waiting, None, paused)
        set_job_state(tx, job_id, JobState.RUNNING)
        return Opened(job_id, waiting, self._begin_round(tx, job_id, due), None)

    def _wait_again(
        self, tx: Transaction, found: JobRow | None, known: Iterable[KnownAccount]
    ) -> tuple[int | None, _Due]:
        """Who was asked in vain the last time waits from the beginning."""
        if found is None:
            return None, _NOBODY
        queue_again(tx, found.id, [row.account_id for row in failed_items(tx, found.id)])
        begin_anew(tx, found.id)
        return found.id, self._allowed(tx, found.id, known)

    def _add(
        self,
        tx: Transaction,
        found: JobRow | None,
        known: Sequence[KnownAccount],
        people: People,
    ) -> tuple[int | None, _Due]:
        """Who is new joins those who wait in an open job, or a new one."""
        new = candidates(tx, self._source, known, people, self._clock()).accounts
        rows = [(one.account_id, one.person_id, _text(one)) for one in new]
        if found is not None:
            # Some stand there already: they wait, were called otherwise, or were answered days ago.
            remove_items(tx, found.id, [one.account_id for one in new])
            begin_anew(tx, found.id)
            add_items(tx, found.id, rows)
            return found.id, self._allowed(tx, found.id, known)
        if not new:
            return None, _NOBODY
        job_id = begin_job(tx, self._source.platform, self._by, self._clock())
        add_items(tx, job_id, rows)
        return job_id, _Due(new, {})

    def _allowed(self, tx: Transaction, job_id: int, known: Iterable[KnownAccount]) -> _Due:
        """Who waits, may still be asked, and may get an answer now; whoever may not leaves."""
        by_id = {one.account_id: one for one in known}
        kept, attempts, gone = [], {}, []
        for row in waiting_items(tx, job_id):
            account = by_id.get(row.account_id)
            if account is None or not may_be_asked(account) or _text(account) != row.handle:
                gone.append(row.account_id)
            elif _may_help(row):
                kept.append(account)
                attempts[row.account_id] = row.attempts
        drop_items(tx, job_id, gone)
        return _Due(kept, attempts)

    def _begin_round(self, tx: Transaction, job_id: int, due: _Due) -> Round:
        asked = by_asked(due.accounts)
        batches = self._source.batches(list(asked))
        if batches:
            mark_in_flight(tx, job_id, ids_of(batches[0], asked))
        before, ids = due.attempts, (one.account_id for one in due.accounts)
        attempts = {one: before.get(one, 0) + 1 for one in ids}
        return Round(batches, asked, attempts, as_of=commits_so_far(tx) + 1)


_NOBODY = _Due((), {})


def _still_paused(found: JobRow | None, now: datetime) -> Stop | None:
    if found is None or found.state is not JobState.PAUSED or found.paused_until is None:
        return None
    return Stop(FetchState.RATE_LIMITED, found.paused_until) if found.paused_until > now else None


def _has_more(tx: Transaction, job_id: int) -> bool:
    return any(map(_may_help, waiting_items(tx, job_id)))


def _may_help(row: QueueRow) -> bool:
    """Not where the last answer said that another one would be the same."""
    if row.state is not ItemState.RETRY or row.result is None:
        return True
    return FetchState(row.result).again


def ids_of(batch: Sequence[Asked], asked: Mapping[Asked, Sequence[KnownAccount]]) -> list[int]:
    """The accounts of a batch: two people may name the same one."""
    return [account.account_id for one in batch for account in asked[one]]


def _text(account: KnownAccount) -> str:
    return account.handle.text if account.handle is not None else ""
