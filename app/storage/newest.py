"""The newest usable row of every account, of counts the one before it too: one query for all."""

from datetime import date

from sqlalchemy import Column, ColumnElement, ScalarSelect, Select, Subquery, Table, select

from app.storage.schema import counts

_Counts = Select[int, str, int, int, int | None, int, str, str, str]


def about(column: Column[int], person_id: int | range | None) -> list[ColumnElement[bool]]:
    """That a row is of this person, of one of a range, or of anybody."""
    if person_id is None:
        return []
    if isinstance(person_id, range):
        return [column >= person_id.start, column < person_id.stop]
    return [column == person_id]


def newest_of_each(
    table: Table, day: str, as_of: date | None, person_id: int | range | None
) -> tuple[Subquery, ScalarSelect[int]]:
    """Each person and platform of a table, and the id of the row that holds for them.

    It is not retracted and not after `as_of`: the newest `day` wins, then the later row.
    """
    # The index alone answers who has rows and which one is the newest, however long the history.
    asked = about(table.c.person_id, person_id)
    everyone = select(table.c.person_id, table.c.platform).distinct().where(*asked)
    whose = everyone.subquery(f"whose_{table.name}")
    usable = table.alias(f"usable_{table.name}")
    newest = (
        select(usable.c.id)
        .where(
            usable.c.person_id == whose.c.person_id,
            usable.c.platform == whose.c.platform,
            usable.c.retracted == 0,
        )
        .order_by(usable.c[day].desc(), usable.c.id.desc())
        .limit(1)
    )
    if as_of is not None:
        newest = newest.where(usable.c[day] <= as_of.isoformat())
    return whose, newest.scalar_subquery()


def newest_counts(as_of: date | None, person_id: int | range | None = None) -> _Counts:
    """Selects (person_id, platform, id, low, high, exact, observed_on, source, written).

    One row for each person and platform with a count that is not retracted and not after
    `as_of`: the newest day wins, then the later row.

    Args:
        as_of: None sets no limit.
        person_id: one, or those from the first to the last of a range; None asks for everyone.
    """
    whose, newest = newest_of_each(counts, "observed_on", as_of, person_id)
    return select(
        counts.c.person_id,
        counts.c.platform,
        counts.c.id,
        counts.c.low,
        counts.c.high,
        counts.c.exact,
        counts.c.observed_on,
        counts.c.source,
        counts.c.written,
    ).join_from(whose, counts, counts.c.id == newest)


def counts_before(as_of: date, person_id: int | range | None = None) -> _Counts:
    """The same columns, of the count that held before the day of the newest one.

    Args:
        as_of: the newest count is none that is after it.
        person_id: one, or those from the first to the last of a range; None asks for everyone.
    """
    newest = newest_counts(as_of, person_id).subquery("latest")
    usable = counts.alias("usable_before")
    before = (
        select(usable.c.id)
        .where(
            usable.c.person_id == newest.c.person_id,
            usable.c.platform == newest.c.platform,
            usable.c.retracted == 0,
            usable.c.observed_on < newest.c.observed_on,
        )
        .order_by(usable.c.observed_on.desc(), usable.c.id.desc())
        .limit(1)
    )
    return select(
        counts.c.person_id,
        counts.c.platform,
        counts.c.id,
        counts.c.low,
        counts.c.high,
        counts.c.exact,
        counts.c.observed_on,
        counts.c.source,
        counts.c.written,
    ).join_from(newest, counts, counts.c.id == before.scalar_subquery())
