"""The queue of a fetch: which accounts wait, which are asked just now, what was said of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import (
    Connection,
    and_,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    or_,
    select,
    update,
)

from app.domain.fetch_job import ItemState, JobState
from app.domain.platform import Platform
from app.storage.compiled import Statement, among, execute_many, listed, run
from app.storage.journal import in_blocks
from app.storage.moments import moment_text
from app.storage.schema import actions
from app.storage.schema_fetching import fetch_items, fetch_jobs


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One account that waits. `handle` is what it was called when it was queued."""

    account_id: int
    person_id: int
    handle: str
    state: ItemState
    result: str | None
    attempts: int


class Settled(NamedTuple):
    """What became of one account that was asked; `action_id` recorded its count."""

    account_id: int
    state: ItemState
    result: str
    code: str = ""
    action_id: int | None = None


_WAITING = tuple(str(state) for state in ItemState if state.waits)


def add_items(tx: Connection, job_id: int, rows: Iterable[tuple[int, int, str]]) -> None:
    """Queues accounts, each as (account, person, handle), in this order."""
    pending = str(ItemState.PENDING)
    values = (
        (job_id, account_id, person_id, handle, pending, 0, "")
        for account_id, person_id, handle in rows
    )
    execute_many(tx, _ADDED, _ADDED_BY, values)


_ADDED = insert(fetch_items)
_ADDED_BY = ("job_id", "account_id", "person_id", "handle", "state", "attempts", "code")


def waiting_items(tx: Connection, job_id: int) -> list[QueueRow]:
    """Whoever has no answer worth keeping yet."""
    return _rows(tx, _WHO_WAITS, job_id)


def failed_items(tx: Connection, job_id: int) -> list[QueueRow]:
    """Whoever was asked in vain."""
    return _rows(tx, _WHO_FAILED, job_id)


def _rows(tx: Connection, which: Statement, job_id: int) -> list[QueueRow]:
    return [
        QueueRow(account, person, handle, ItemState(state), result, attempts)
        for account, person, handle, state, result, attempts in run(tx, which, job=job_id).all()
    ]


def _in_states(*states: str) -> Statement:
    return (
        select(
            fetch_items.c.account_id,
            fetch_items.c.person_id,
            fetch_items.c.handle,
            fetch_items.c.state,
            fetch_items.c.result,
            fetch_items.c.attempts,
        )
        .where(
            fetch_items.c.job_id == bindparam("job"),
            or_(*(fetch_items.c.state == state for state in states)),
        )
        .order_by(fetch_items.c.account_id)
    )


_WHO_WAITS = _in_states(*_WAITING)
_WHO_FAILED = _in_states(str(ItemState.FAILED), str(ItemState.RETRY))


def remove_items(tx: Connection, job_id: int, accounts: Iterable[int]) -> None:
    """Takes accounts out of a job, whatever was said of them."""
    for some in in_blocks(accounts):
        of_these = fetch_items.c.job_id == job_id, fetch_items.c.account_id.in_(some)
        tx.execute(delete(fetch_items).where(*of_these))


def drop_items(tx: Connection, job_id: int, accounts: Iterable[int]) -> None:
    """Takes accounts out of the queue that may not, or can not, be asked any more."""
    for some in in_blocks(accounts):
        of_these = fetch_items.c.job_id == job_id, fetch_items.c.account_id.in_(some)
        tx.execute(delete(fetch_items).where(*of_these, fetch_items.c.state.in_(_WAITING)))


def put_back(tx: Connection, job_id: int) -> None:
    """What was asked and not answered is asked again: reading twice does no harm."""
    of_job = fetch_items.c.job_id == job_id
    in_flight = fetch_items.c.state == str(ItemState.IN_FLIGHT)
    again = {"state": str(ItemState.PENDING)}
    tx.execute(update(fetch_items).where(of_job, in_flight).values(again))


def begin_anew(tx: Connection, job_id: int) -> None:
    """Whatever waits has all its attempts before it: the job was broken off, or is new."""
    of_job = fetch_items.c.job_id == job_id
    values = {"state": str(ItemState.PENDING), "attempts": 0}
    tx.execute(update(fetch_items).where(of_job, fetch_items.c.state.in_(_WAITING)).values(values))


def queue_again(tx: Connection, job_id: int, accounts: Iterable[int]) -> None:
    """Lets accounts wait from the beginning, whatever was said of them."""
    values = {"state": str(ItemState.PENDING), "attempts": 0, "action_id": None}
    for some in in_blocks(accounts):
        of_these = fetch_items.c.job_id == job_id, fetch_items.c.account_id.in_(some)
        tx.execute(update(fetch_items).where(*of_these).values(values))


def mark_in_flight(tx: Connection, job_id: int, accounts: Iterable[int]) -> None:
    """They are asked now, once more."""
    run(tx, _ASKED, job=job_id, accounts=listed(accounts))


def settle(tx: Connection, job_id: int, rows: Sequence[Settled], at: datetime) -> None:
    """Keeps what was said of these accounts: mostly the same of all of them."""
    alike: dict[tuple[ItemState, str, str, int | None], list[int]] = {}
    for account_id, state, result, code, action_id in rows:
        alike.setdefault((state, result, code, action_id), []).append(account_id)
    for (state, result, code, action_id), accounts in alike.items():
        run(
            tx,
            _SETTLED,
            job=job_id,
            accounts=listed(accounts),
            now=str(state),
            said=result,
            told=code,
            by_action=action_id,
            moment=moment_text(at),
        )


_OF_THESE = fetch_items.c.job_id == bindparam("job"), among(fetch_items.c.account_id, "accounts")
_ASKED = (
    update(fetch_items)
    .where(*_OF_THESE)
    .values(state=str(ItemState.IN_FLIGHT), attempts=fetch_items.c.attempts + literal_column("1"))
)
_SETTLED = (
    update(fetch_items)
    .where(*_OF_THESE)
    .values(
        state=bindparam("now"),
        result=bindparam("said"),
        code=bindparam("told"),
        action_id=bindparam("by_action"),
        fetched_at=bindparam("moment"),
    )
)


def answered_since(
    tx: Connection, platform: Platform, since: datetime, going_on: datetime
) -> set[tuple[int, str]]:
    """Accounts with their handle that the platform told something final of since then.

    `going_on`: the same for answers to a job that did not end. A count that was taken back was
    never fetched.
    """
    asked = {"since": moment_text(since), "going_on": moment_text(going_on)}
    found = run(tx, _ANSWERED, platform=str(platform), **asked).all()
    return {(account, handle) for account, handle in found}


_ANSWERED = (
    select(fetch_items.c.account_id, fetch_items.c.handle)
    .join(fetch_jobs, fetch_jobs.c.id == fetch_items.c.job_id)
    .outerjoin(actions, actions.c.id == fetch_items.c.action_id)
    .where(
        fetch_jobs.c.platform == bindparam("platform"),
        or_(
            fetch_items.c.fetched_at >= bindparam("since"),
            and_(
                fetch_items.c.fetched_at >= bindparam("going_on"),
                fetch_jobs.c.state != str(JobState.ENDED),
            ),
        ),
        or_(*(fetch_items.c.state == str(state) for state in (ItemState.OK, ItemState.FAILED))),
        or_(fetch_items.c.action_id.is_(None), actions.c.undone_at.is_(None)),
    )
)


def asked_since(tx: Connection, platform: Platform, since: datetime) -> int:
    """How many accounts the platform was asked about since then, as far as it counts."""
    query = (
        select(func.count())
        .join_from(fetch_items, fetch_jobs, fetch_jobs.c.id == fetch_items.c.job_id)
        .where(
            fetch_jobs.c.platform == str(platform), fetch_items.c.fetched_at >= moment_text(since)
        )
    )
    return int(tx.execute(query).scalar_one())


def action_of_job(tx: Connection, job_id: int) -> int | None:
    """The newest action under which the job recorded something."""
    found: int | None = run(tx, _LAST_ACTION, job=job_id).scalar()
    return found


_LAST_ACTION = select(func.max(fetch_items.c.action_id)).where(
    fetch_items.c.job_id == bindparam("job")
)
