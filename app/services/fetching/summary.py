"""What became of a fetch: how many accounts in which state, and when it goes on."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from app.domain.fetch_job import ItemState, JobState
from app.domain.fetched import FetchState, Stop
from app.domain.platform import Platform
from app.storage.fetch_jobs import JobRow, results_of
from app.storage.transaction import Transaction

CANCELLED = "cancelled"
"""The code of a job that a person stopped."""


@dataclass(frozen=True, slots=True)
class JobSummary:
    """One platform. `ok` and the numbers of `states` sum to `asked`.

    `state` None: nothing was ever asked. `waiting` of them are still to be asked, by this job or
    by the next one. `stop` is what ended it early, `code` says more; `resume_at`: not before.
    """

    platform: Platform
    state: JobState | None = None
    asked: int = 0
    ok: int = 0
    states: Mapping[FetchState, int] = field(default_factory=dict)
    waiting: int = 0
    calls: int = 0
    resume_at: datetime | None = None
    stop: FetchState | None = None
    code: str = ""
    started_at: datetime | None = None

    @property
    def cancelled(self) -> bool:
        """A person stopped it."""
        return self.state is JobState.STOPPED and self.code == CANCELLED

    @property
    def failed(self) -> int:
        """Asked in vain."""
        return sum(self.states.values())

    @classmethod
    def barred(cls, platform: Platform, stop: Stop) -> "JobSummary":
        """Nothing may be asked at all."""
        return cls(platform, stop=stop.state, code=stop.code)


def summary_of(tx: Transaction, job: JobRow) -> JobSummary:
    """As the job stands in the database now."""
    ok, waiting = 0, 0
    states: Counter[FetchState] = Counter()
    stop = None if job.stopped_for is None else FetchState(job.stopped_for)
    for (state, result), number in results_of(tx, job.id).items():
        if state is ItemState.OK:
            ok += number
            continue
        if state.waits:
            waiting += number
        said = FetchState(result) if result is not None else None
        # Whoever was not asked at all waits for the reason that the whole job waits for.
        states[said or stop or _unasked(job)] += number
    return JobSummary(
        job.platform,
        job.state,
        asked=ok + sum(states.values()),
        ok=ok,
        states=states,
        waiting=waiting,
        calls=job.calls,
        resume_at=job.paused_until if job.state is JobState.PAUSED else None,
        stop=stop,
        code=job.code,
        started_at=job.started_at,
    )


def _unasked(job: JobRow) -> FetchState:
    return FetchState.RATE_LIMITED if job.state is JobState.PAUSED else FetchState.NO_ANSWER
