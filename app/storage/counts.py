"""Counts of followers: recorded, taken back, never overwritten."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, Select, bindparam, insert, select

from app.domain.count import Interval
from app.domain.person import Count, Source
from app.domain.platform import Platform
from app.domain.roster import CountState
from app.storage.compiled import among, execute_many, listed, run
from app.storage.journal import in_blocks, insert_row, next_id, note_inserted, update_row
from app.storage.newest import newest_counts
from app.storage.people import refuse_gone
from app.storage.schema import counts


def record_count(
    tx: Connection,
    action: int,
    person_id: int,
    count: CountState,
    source: Source,
    by: str,
    at: datetime,
) -> int:
    """Adds one observation; gives its id. Of two on one day the later recorded one holds.

    Raises:
        PersonGone: there is no such person any more.
    """
    refuse_gone(tx, person_id)
    values = {
        "person_id": person_id,
        "platform": str(count.platform),
        "low": count.low,
        "high": count.high,
        "exact": int(count.exact),
        "observed_on": count.observed_on.isoformat(),
        "source": str(source),
        "written": count.written,
        "recorded_at": at.isoformat(timespec="seconds"),
        "recorded_by": by,
        "retracted": 0,
        "day_of_import": 0,
    }
    return insert_row(tx, action, counts, values)


def record_counts(
    tx: Connection,
    action: int,
    found: Sequence[tuple[int, CountState]],
    source: Source,
    by: str,
    at: datetime,
) -> None:
    """Adds one observation for each of these people, who must be there."""
    if not found:
        return
    first = next_id(tx, counts)
    same = (str(source), at.isoformat(timespec="seconds"), by, 0, 0, action)
    rows = (
        (row_id, person_id, str(platform), low, high, int(exact), day.isoformat(), written, *same)
        for row_id, (person_id, (platform, low, high, exact, day, written, _)) in enumerate(
            found, first
        )
    )
    execute_many(tx, _RECORDED, _RECORDED_BY, rows)
    note_inserted(tx, action, counts, first, first + len(found) - 1)


_RECORDED = insert(counts)
_RECORDED_BY = (
    *("id", "person_id", "platform", "low", "high", "exact", "observed_on", "written"),
    *("source", "recorded_at", "recorded_by", "retracted", "day_of_import", "touched"),
)


def retract(tx: Connection, action: int, count_id: int) -> bool:
    """Takes a mistaken count out of use; it stays in the table. False where there is none."""
    return update_row(tx, action, counts, count_id, {"retracted": 1})


def retract_latest(
    tx: Connection, action: int, person_id: int, platform: Platform, as_of: date
) -> bool:
    """Takes the newest count up to `as_of` out of use; the one before it holds again.

    Returns:
        False where there is none.
    """
    newest = tx.execute(newest_counts(as_of, person_id)).all()
    ids = [row.id for row in newest if row.platform == platform]
    return bool(ids) and retract(tx, action, ids[0])


def history(tx: Connection, person_id: int, platform: Platform) -> list[Count]:
    """Every usable count of one account, the newest first."""
    query = (
        select(
            counts.c.low,
            counts.c.high,
            counts.c.exact,
            counts.c.observed_on,
            counts.c.source,
            counts.c.written,
            counts.c.id,
        )
        .where(*_usable(person_id, platform))
        .order_by(counts.c.observed_on.desc(), counts.c.id.desc())
    )
    return [_count_of(*row) for row in tx.execute(query)]


def histories(
    tx: Connection,
    people: Sequence[int],
    since: date,
    until: date,
    platform: Platform | None = None,
) -> dict[tuple[int, Platform], list[Count]]:
    """The usable counts of each account of these people from one day to another, newest first.

    `platform`: only of this one; None of all.
    """
    found: dict[tuple[int, Platform], list[Count]] = {}
    columns = (counts.c.low, counts.c.high, counts.c.exact, counts.c.observed_on)
    for ids in in_blocks(people):
        query = (
            select(counts.c.person_id, counts.c.platform, *columns, counts.c.source)
            .add_columns(counts.c.written, counts.c.id)
            .where(
                counts.c.person_id.in_(ids),
                counts.c.retracted == 0,
                counts.c.observed_on.between(since.isoformat(), until.isoformat()),
            )
            .order_by(counts.c.observed_on.desc(), counts.c.id.desc())
        )
        if platform is not None:
            query = query.where(counts.c.platform == str(platform))
        for person_id, name, *rest in tx.execute(query):
            found.setdefault((person_id, Platform(name)), []).append(_count_of(*rest))
    return found


def newest_of(
    tx: Connection, platform: Platform, people: Sequence[int], as_of: date
) -> dict[int, Count]:
    """The newest usable count of these people on one platform; who has none is left out."""
    found: dict[int, Count] = {}
    asked = {"people": listed(people), "platform": str(platform), "day": as_of.isoformat()}
    for person_id, *count in run(tx, _NEWEST_OF, **asked).all():
        found[person_id] = _count_of(*count)
    return found


def _newest_of() -> Select[int, int, int | None, int, str, str, str, int]:
    later = counts.alias("later")
    newest = (
        select(later.c.id)
        .where(
            later.c.person_id == counts.c.person_id,
            later.c.platform == counts.c.platform,
            later.c.retracted == 0,
            later.c.observed_on <= bindparam("day"),
        )
        .order_by(later.c.observed_on.desc(), later.c.id.desc())
        .limit(1)
    )
    return select(
        counts.c.person_id,
        counts.c.low,
        counts.c.high,
        counts.c.exact,
        counts.c.observed_on,
        counts.c.source,
        counts.c.written,
        counts.c.id,
    ).where(
        among(counts.c.person_id, "people"),
        counts.c.platform == bindparam("platform"),
        counts.c.id == newest.scalar_subquery(),
    )


_NEWEST_OF = _newest_of()


def count_on(tx: Connection, person_id: int, platform: Platform, day: date) -> CountState | None:
    """The count that holds for exactly this day."""
    query = (
        select(counts.c.low, counts.c.high, counts.c.exact, counts.c.written)
        .where(*_usable(person_id, platform, day))
        .order_by(counts.c.id.desc())
    )
    row = tx.execute(query).first()
    if row is None:
        return None
    low, high, exact, written = row
    return CountState(platform, low, high, exact == 1, day, written)


def _count_of(
    low: int, high: int | None, exact: int, day: str, source: str, written: str, row_id: int
) -> Count:
    interval = Interval(low, high, exact == 1)
    return Count(interval, date.fromisoformat(day), Source(source), written, row_id)


def _usable(
    person_id: int, platform: Platform, day: date | None = None
) -> list[ColumnElement[bool]]:
    found = [
        counts.c.person_id == person_id,
        counts.c.platform == str(platform),
        counts.c.retracted == 0,
    ]
    return found if day is None else [*found, counts.c.observed_on == day.isoformat()]
