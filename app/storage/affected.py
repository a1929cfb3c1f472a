"""How many people a loss of the whole office would touch, since when, and what was done lately."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, select

from app.storage.schema import actions, people


@dataclass(frozen=True, slots=True)
class Affected:
    """`since` is the day of the first action: older data there are none."""

    people: int
    organisations: Sequence[tuple[str, int]]
    since: date | None


def affected(tx: Connection) -> Affected:
    """Everyone, those who left as well; the largest organisations first."""
    number = func.count()
    grouped = (
        select(people.c.organisation, number)
        .group_by(people.c.organisation)
        .order_by(number.desc(), people.c.organisation)
    )
    found = [(name, count) for name, count in tx.execute(grouped)]
    first = tx.execute(select(func.min(actions.c.begun_at))).scalar()
    since = datetime.fromisoformat(first).date() if first else None
    return Affected(sum(count for _, count in found), found, since)


def recent_actions(tx: Connection, since: datetime) -> list[tuple[date, str, str, int]]:
    """By day, who did what kind of thing how often; the newest day first."""
    day = func.substr(actions.c.begun_at, 1, 10)
    query = (
        select(day, actions.c.begun_by, actions.c.kind, func.count())
        .where(actions.c.begun_at >= since.isoformat(timespec="seconds"))
        .group_by(day, actions.c.begun_by, actions.c.kind)
        .order_by(day.desc(), actions.c.begun_by, actions.c.kind)
    )
    return [(date.fromisoformat(on), by, kind, n) for on, by, kind, n in tx.execute(query)]
