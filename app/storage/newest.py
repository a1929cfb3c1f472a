"""The newest usable count of every account: one query for all people."""

from datetime import date

from sqlalchemy import Select, func, select

from app.storage.schema import counts


def newest_counts(
    as_of: date | None, person_id: int | None = None
) -> Select[int, str, int, int, int | None, int, str, str, str]:
    """Selects (person_id, platform, id, low, high, exact, observed_on, source, written).

    One row for each person and platform with a count that is not retracted and not after
    `as_of`: the newest day wins, then the later row.

    Args:
        as_of: None sets no limit.
        person_id: None asks for everyone.
    """
    usable = [counts.c.retracted == 0]
    if as_of is not None:
        usable.append(counts.c.observed_on <= as_of.isoformat())
    if person_id is not None:
        usable.append(counts.c.person_id == person_id)
    # Both inner questions are answered by the index alone, however long the history is.
    days = (
        select(
            counts.c.person_id, counts.c.platform, func.max(counts.c.observed_on).label("newest")
        )
        .where(*usable)
        .group_by(counts.c.person_id, counts.c.platform)
        .subquery("days")
    )
    same_day = counts.alias("same_day")
    last = (
        select(func.max(same_day.c.id))
        .where(
            same_day.c.person_id == days.c.person_id,
            same_day.c.platform == days.c.platform,
            same_day.c.retracted == 0,
            same_day.c.observed_on == days.c.newest,
        )
        .scalar_subquery()
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
    ).join_from(days, counts, counts.c.id == last)
