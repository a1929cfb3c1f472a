"""Counts that looked odd and that a person said are right."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import Connection, select

from app.domain.count import Interval
from app.domain.person import Count, Source
from app.domain.platform import Platform
from app.storage.journal import in_blocks, insert_row
from app.storage.newest import counts_before
from app.storage.schema import checked_counts

_PLATFORMS = {platform.value: platform for platform in Platform}
_SOURCES = {source.value: source for source in Source}
_CLERKS = 40
"""Of more people than these it is quicker to ask for everyone from the first to the last id."""


def mark_checked(tx: Connection, action: int, count_id: int, by: str, at: datetime) -> None:
    """Notes that a count is right."""
    values = {"count_id": count_id, "checked_at": at.isoformat(timespec="seconds")}
    insert_row(tx, action, checked_counts, {**values, "checked_by": by})


def checked_among(tx: Connection, ids: Iterable[int]) -> set[int]:
    """Which of these counts were said to be right."""
    found: set[int] = set()
    for some in in_blocks(ids):
        query = select(checked_counts.c.count_id).where(checked_counts.c.count_id.in_(some))
        found.update(tx.execute(query).scalars())
    return found


def earlier_counts(
    tx: Connection, as_of: date, people: Iterable[int]
) -> dict[tuple[int, Platform], Count]:
    """By person and platform the newest count of a day before that of the newest one."""
    wanted = set(people)
    if len(wanted) <= _CLERKS:
        queries = [counts_before(as_of, one) for one in wanted]
    else:
        queries = [counts_before(as_of, range(min(wanted), max(wanted) + 1))]
    found = {}
    for query in queries:
        for person_id, name, row_id, low, high, exact, day, source, written in tx.execute(query):
            if person_id in wanted:
                interval = Interval(low, high, exact == 1)
                observed_on = date.fromisoformat(day)
                count = Count(interval, observed_on, _SOURCES[source], written, row_id)
                found[person_id, _PLATFORMS[name]] = count
    return found
