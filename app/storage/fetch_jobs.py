"""The jobs of fetching: begun, paused, stopped, ended; at most one of a platform is open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, insert, select, update

from app.domain.fetch_job import ItemState, JobState
from app.domain.platform import Platform
from app.storage.compiled import run
from app.storage.moments import moment, moment_text
from app.storage.schema_fetching import fetch_items, fetch_jobs


@dataclass(frozen=True, slots=True)
class JobRow:
    """One job as it is stored; moments are in UTC. `stopped_for` and `code`: why it stopped."""

    id: int
    platform: Platform
    started_at: datetime
    state: JobState
    stopped_for: str | None
    code: str
    paused_until: datetime | None
    calls: int


def open_job(tx: Connection, platform: Platform) -> JobRow | None:
    """The job of this platform that did not end, whoever began it and when."""
    found = newest_jobs(tx).get(platform)
    return found if found is not None and found.state.is_open else None


def newest_jobs(tx: Connection) -> dict[Platform, JobRow]:
    """The newest job of every platform that was ever asked."""
    found = {}
    for row_id, name, started, state, stopped_for, code, until, calls in run(tx, _NEWEST):
        platform = Platform(name)
        paused = None if until is None else moment(until)
        found[platform] = JobRow(
            row_id, platform, moment(started), JobState(state), stopped_for, code, paused, calls
        )
    return found


_NEWEST = select(
    fetch_jobs.c.id,
    fetch_jobs.c.platform,
    fetch_jobs.c.started_at,
    fetch_jobs.c.state,
    fetch_jobs.c.stopped_for,
    fetch_jobs.c.code,
    fetch_jobs.c.paused_until,
    fetch_jobs.c.calls,
).where(fetch_jobs.c.id.in_(select(func.max(fetch_jobs.c.id)).group_by(fetch_jobs.c.platform)))


def begin_job(tx: Connection, platform: Platform, by: str, at: datetime) -> int:
    """Opens a job; gives its id."""
    begun: dict[str, str | int] = {
        "platform": str(platform),
        "started_at": moment_text(at),
        "by": by,
        "state": str(JobState.RUNNING),
        "code": "",
        "calls": 0,
    }
    return int(run(tx, _BEGUN, **begun).scalar_one())


_BEGUN = insert(fetch_jobs).returning(fetch_jobs.c.id)


def set_job_state(
    tx: Connection,
    job_id: int,
    state: JobState,
    *,
    stopped_for: str | None = None,
    code: str = "",
    paused_until: datetime | None = None,
) -> None:
    """Says what the job is doing now."""
    until = None if paused_until is None else moment_text(paused_until)
    run(tx, _IS_NOW, job=job_id, now=str(state), why=stopped_for, told=code, until=until)


_IS_NOW = (
    update(fetch_jobs)
    .where(fetch_jobs.c.id == bindparam("job"))
    .values(
        state=bindparam("now"),
        stopped_for=bindparam("why"),
        code=bindparam("told"),
        paused_until=bindparam("until"),
    )
)


def count_calls(tx: Connection, job_id: int, calls: int) -> None:
    """Adds the calls that were made."""
    run(tx, _COUNTED, job=job_id, more=calls)


_COUNTED = (
    update(fetch_jobs)
    .where(fetch_jobs.c.id == bindparam("job"))
    .values(calls=fetch_jobs.c.calls + bindparam("more"))
)


def results_of(tx: Connection, job_id: int) -> Mapping[tuple[ItemState, str | None], int]:
    """How many accounts of a job stand where, by state and by what the platform said last."""
    rows = run(tx, _RESULTS, job=job_id)
    return {(ItemState(state), result): number for state, result, number in rows}


_RESULTS = (
    select(fetch_items.c.state, fetch_items.c.result, func.count())
    .where(fetch_items.c.job_id == bindparam("job"))
    .group_by(fetch_items.c.state, fetch_items.c.result)
)
