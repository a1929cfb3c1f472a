"""Fetched counts that nobody would believe at once: kept apart until a person decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, select

from app.domain.count import Interval
from app.domain.fetch_job import ApartDecision
from app.domain.platform import Platform
from app.domain.roster import CountState
from app.storage.compiled import among, listed, run
from app.storage.journal import insert_row, update_row
from app.storage.schema import accounts, people
from app.storage.schema_fetching import counts_apart


@dataclass(frozen=True, slots=True)
class CountApart:
    """One that waits. `before_low` is the count that it was compared with."""

    id: int
    person_id: int
    name: str
    platform: Platform
    handle: str | None
    interval: Interval
    observed_on: date
    written: str
    before_low: int


def keep_apart(
    tx: Connection,
    action: int,
    person_id: int,
    count: CountState,
    before_low: int,
    by: str,
    at: datetime,
) -> int:
    """Keeps a count where no output looks; gives its id. An earlier one of the account is outdated."""
    outdate(tx, action, [person_id], count.platform, by, at)
    values = {
        "person_id": person_id,
        "platform": str(count.platform),
        "low": count.low,
        "high": count.high,
        "exact": int(count.exact),
        "observed_on": count.observed_on.isoformat(),
        "written": count.written,
        "before_low": before_low,
        "recorded_at": at.isoformat(timespec="seconds"),
        "recorded_by": by,
        "decided_by": "",
    }
    return insert_row(tx, action, counts_apart, values)


def outdate(
    tx: Connection,
    action: int,
    people: Sequence[int],
    platform: Platform,
    by: str,
    at: datetime,
) -> None:
    """Nobody needs to decide about these people: the platform has said something else since."""
    waiting = run(tx, _WAITING, people=listed(people), platform=str(platform))
    for row_id in waiting.scalars().all():
        decide(tx, action, row_id, ApartDecision.OUTDATED, by, at)


def whose_wait(tx: Connection, platform: Platform) -> set[int]:
    """The people about whose fetched count of the platform somebody has to decide."""
    return set(run(tx, _WHOSE, platform=str(platform)).scalars())


_WHOSE = select(counts_apart.c.person_id).where(
    counts_apart.c.platform == bindparam("platform"), counts_apart.c.decision.is_(None)
)
_WAITING = select(counts_apart.c.id).where(
    among(counts_apart.c.person_id, "people"),
    counts_apart.c.platform == bindparam("platform"),
    counts_apart.c.decision.is_(None),
)


def decide(
    tx: Connection, action: int, row_id: int, decision: ApartDecision, by: str, at: datetime
) -> bool:
    """Notes what became of it; False where it is not there any more."""
    values = {
        "decision": str(decision),
        "decided_at": at.isoformat(timespec="seconds"),
        "decided_by": by,
    }
    return update_row(tx, action, counts_apart, row_id, values)


def undecided(tx: Connection) -> Sequence[CountApart]:
    """Those that wait for a person, the newest first."""
    query = (
        select(
            counts_apart.c.id,
            counts_apart.c.person_id,
            people.c.name,
            counts_apart.c.platform,
            accounts.c.handle,
            counts_apart.c.low,
            counts_apart.c.high,
            counts_apart.c.exact,
            counts_apart.c.observed_on,
            counts_apart.c.written,
            counts_apart.c.before_low,
        )
        .join_from(counts_apart, people, people.c.id == counts_apart.c.person_id)
        .outerjoin(
            accounts,
            (accounts.c.person_id == counts_apart.c.person_id)
            & (accounts.c.platform == counts_apart.c.platform),
        )
        .where(counts_apart.c.decision.is_(None))
        .order_by(counts_apart.c.id.desc())
    )
    return [
        CountApart(
            row_id,
            person_id,
            name,
            Platform(platform),
            handle,
            Interval(low, high, exact == 1),
            date.fromisoformat(day),
            written,
            before_low,
        )
        for row_id, person_id, name, platform, handle, low, high, exact, day, written, before_low in (
            tx.execute(query)
        )
    ]
