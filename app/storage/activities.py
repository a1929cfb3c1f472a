"""Looks at accounts: recorded, taken back, never overwritten."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from app.domain.activity import Activity
from app.domain.person import Source
from app.domain.platform import Platform
from app.storage.journal import insert_row, update_row
from app.storage.newest import newest_of_each
from app.storage.people import refuse_gone
from app.storage.schema_activity import activities


def record_activity(
    tx: Connection,
    action: int,
    person_id: int,
    platform: Platform,
    activity: Activity,
    source: Source,
    by: str,
    at: datetime,
) -> int:
    """Adds one look; gives its id. Of two on one day the later recorded one holds.

    Raises:
        PersonGone: there is no such person any more.
    """
    refuse_gone(tx, person_id)
    values = {
        "person_id": person_id,
        "platform": str(platform),
        **columns_of_activity(activity),
        "source": str(source),
        "recorded_at": at.isoformat(timespec="seconds"),
        "recorded_by": by,
        "retracted": 0,
    }
    return insert_row(tx, action, activities, values)


def retract_activity(tx: Connection, action: int, activity_id: int) -> bool:
    """Takes a mistaken look out of use; it stays in the table. False where there is none."""
    return update_row(tx, action, activities, activity_id, {"retracted": 1})


def newest_activities(
    as_of: date | None, person_id: int | range | None = None
) -> Select[int, str, int, str, str | None, int | None]:
    """Selects (person_id, platform, id, checked_on, last_post, active).

    One row for each person and platform with a look that is not retracted and not after `as_of`:
    the newest day wins, then the later row.

    Args:
        as_of: None sets no limit.
        person_id: one, or those from the first to the last of a range; None asks for everyone.
    """
    whose, newest = newest_of_each(activities, "checked_on", as_of, person_id)
    return select(
        activities.c.person_id,
        activities.c.platform,
        activities.c.id,
        activities.c.checked_on,
        activities.c.last_post,
        activities.c.active,
    ).join_from(whose, activities, activities.c.id == newest)


def activity_of(row: Row[*tuple[Any, ...]]) -> Activity:
    """A row of `newest_activities` as the domain knows it."""
    row_id, checked_on, last_post, active = row[2:6]
    return Activity(
        date.fromisoformat(checked_on),
        None if last_post is None else date.fromisoformat(last_post),
        None if active is None else active == 1,
        row_id,
    )


def columns_of_activity(activity: Activity) -> dict[str, str | int | None]:
    """What a row says besides whose, where and from what source."""
    return {
        "checked_on": activity.checked_on.isoformat(),
        "last_post": None if activity.last_post is None else activity.last_post.isoformat(),
        "active": None if activity.active is None else int(activity.active),
    }
