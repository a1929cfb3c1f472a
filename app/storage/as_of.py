"""The day that was said for the counts of an import, and its correction afterwards."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Label, func, select, update

from app.storage.journal import insert_row, note_earlier
from app.storage.schema import as_of_corrections, counts, imports


@dataclass(frozen=True, slots=True)
class DatedCounts:
    """Of one import's counts that stand: how many took its day, how many have one of their own."""

    of_import: int
    own: int


def as_of_of_import() -> Label[Any]:
    """The day that holds for the row of `imports` in a query: the newest correction, else its own."""
    newest = (
        select(as_of_corrections.c.as_of)
        .where(as_of_corrections.c.import_id == imports.c.id)
        .order_by(as_of_corrections.c.id.desc())
        .limit(1)
        .correlate(imports)
        .scalar_subquery()
    )
    return func.coalesce(newest, imports.c.as_of).label("as_of")


def dated_counts(tx: Connection, import_id: int) -> DatedCounts:
    """How many counts a correction of the import's day would reach."""
    query = (
        select(counts.c.day_of_import, func.count())
        .where(counts.c.import_id == import_id)
        .group_by(counts.c.day_of_import)
    )
    found: dict[int, int] = dict(iter(tx.execute(query)))
    return DatedCounts(found.get(1, 0), found.get(0, 0))


def correct_as_of(tx: Connection, action: int, import_id: int, day: date) -> int:
    """Gives the import another day, and with it every count that took its day.

    Counts with a day of their own in the file stay. Rows that still wait follow, since they ask
    for the day when they are finished.

    Returns:
        How many counts moved.
    """
    insert_row(tx, action, as_of_corrections, {"import_id": import_id, "as_of": day.isoformat()})
    which = (counts.c.import_id == import_id) & (counts.c.day_of_import == 1)
    note_earlier(tx, action, counts, tx.execute(select(counts.c.id).where(which)).scalars().all())
    moved = update(counts).where(which).values(observed_on=day.isoformat(), touched=action)
    return tx.execute(moved).rowcount


def corrections_of(tx: Connection, import_id: int) -> list[int]:
    """The actions that corrected the day of an import and stand, the newest first."""
    query = (
        select(as_of_corrections.c.touched)
        .where(as_of_corrections.c.import_id == import_id)
        .order_by(as_of_corrections.c.id.desc())
    )
    return list(tx.execute(query).scalars())
