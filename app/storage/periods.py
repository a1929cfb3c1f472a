"""Which periods were closed, how often, and which of them were opened again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select

from app.domain.period import Period, PeriodKind
from app.domain.rule import Rule
from app.domain.rule_text import rule_from_text, rule_to_text
from app.domain.snapshot import Reopening, Revision
from app.domain.snapshot_text import hash_of_snapshot
from app.domain.verdict import Verdict
from app.storage.schema_periods import (
    period_reopenings,
    period_revisions,
    periods,
    snapshot_contents,
    snapshot_rows,
)


@dataclass(frozen=True, slots=True)
class Closing:
    """What is noted about a closing, besides the rows."""

    period: Period
    as_of: date
    rule: Rule
    totals: Mapping[Verdict, int]
    sha256: str


def revisions(tx: Connection, period: Period | None = None) -> list[Revision]:
    """Every closing, of all periods or of one; the newest period first, its newest closing first."""
    query = _select_revisions().order_by(
        periods.c.first_day.desc(), periods.c.kind, period_revisions.c.number.desc()
    )
    if period is not None:
        query = query.where(*_is(period))
    return [_revision(row) for row in tx.execute(query)]


def revision(tx: Connection, revision_id: int) -> Revision | None:
    """One closing."""
    query = _select_revisions().where(period_revisions.c.id == revision_id)
    row = tx.execute(query).first()
    return None if row is None else _revision(row)


def newest_revision(tx: Connection, period: Period) -> Revision | None:
    """The last closing of a period, whether it still holds or not."""
    return next(iter(revisions(tx, period)), None)


def add_revision(tx: Connection, closing: Closing, by: str, at: datetime) -> int:
    """Notes one more closing of a period; gives its id."""
    period_id = _period_id(tx, closing.period)
    of_period = period_revisions.c.period_id == period_id
    last = tx.execute(select(func.max(period_revisions.c.number)).where(of_period)).scalar() or 0
    values = {
        "period_id": period_id,
        "number": last + 1,
        "as_of": closing.as_of.isoformat(),
        "rule": rule_to_text(closing.rule),
        **{verdict.value: closing.totals[verdict] for verdict in Verdict},
        "sha256": closing.sha256,
        "closed_at": at.isoformat(timespec="seconds"),
        "closed_by": by,
    }
    adding = insert(period_revisions).values(values).returning(period_revisions.c.id)
    return int(tx.execute(adding).scalar_one())


def add_reopening(tx: Connection, revision_id: int, reopening: Reopening) -> None:
    """Notes that a closing holds no longer; its rows stay as they are."""
    values = {
        "revision_id": revision_id,
        "reopened_at": reopening.at.isoformat(timespec="seconds"),
        "reopened_by": reopening.by,
        "reason": reopening.reason,
    }
    tx.execute(insert(period_reopenings).values(values))


def hash_as_stored(tx: Connection, stored: Revision) -> str:
    """The hash over what is stored of a closing now: another one than noted means a change."""
    query = (
        select(snapshot_contents.c.sha256)
        .join_from(snapshot_rows, snapshot_contents)
        .where(snapshot_rows.c.revision_id == stored.id)
    )
    of_revision = period_revisions.c.id == stored.id
    rule = tx.execute(select(period_revisions.c.rule).where(of_revision)).scalar_one()
    return hash_of_snapshot(
        stored.period, stored.as_of, rule, stored.totals, tx.execute(query).scalars()
    )


def _period_id(tx: Connection, period: Period) -> int:
    found = tx.execute(select(periods.c.id).where(*_is(period))).scalar()
    if found is not None:
        return int(found)
    values = {"kind": period.kind.value, "first_day": period.first.isoformat()}
    adding = insert(periods).values(values).returning(periods.c.id)
    return int(tx.execute(adding).scalar_one())


def _is(period: Period) -> tuple[Any, ...]:
    first = period.first.isoformat()
    return periods.c.kind == period.kind.value, periods.c.first_day == first


def _select_revisions() -> Select[*tuple[Any, ...]]:
    return (
        select(
            period_revisions.c.id,
            periods.c.kind,
            periods.c.first_day,
            period_revisions.c.number,
            period_revisions.c.as_of,
            period_revisions.c.rule,
            *(period_revisions.c[verdict.value] for verdict in Verdict),
            period_revisions.c.sha256,
            period_revisions.c.closed_at,
            period_revisions.c.closed_by,
            period_reopenings.c.reopened_at,
            period_reopenings.c.reopened_by,
            period_reopenings.c.reason,
        )
        .join_from(period_revisions, periods)
        .outerjoin(period_reopenings)
    )


def _revision(row: Row[*tuple[Any, ...]]) -> Revision:
    row_id, kind, first, number, as_of, rule, *rest = row
    totals, (sha256, closed_at, closed_by, *reopened) = rest[: len(Verdict)], rest[len(Verdict) :]
    again = None
    if reopened[0] is not None:
        again = Reopening(datetime.fromisoformat(reopened[0]), reopened[1], reopened[2])
    return Revision(
        row_id,
        Period(PeriodKind(kind), date.fromisoformat(first)),
        number,
        date.fromisoformat(as_of),
        rule_from_text(rule),
        dict(zip(Verdict, totals, strict=True)),
        sha256,
        datetime.fromisoformat(closed_at),
        closed_by,
        again,
    )
