"""Removes what is older than the office wants to keep it: no action, nothing of it returns."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, delete, select

from app.domain.evidence import Picture
from app.domain.person import Person, Service
from app.domain.retention import Limited, Retention
from app.storage.changes import last_change
from app.storage.erasing import erase_traces
from app.storage.json_columns import json_text
from app.storage.people import all_people
from app.storage.schema import actions, checked_counts, counts, earlier_rows, held_rows, imports
from app.storage.schema_activity import activities
from app.storage.schema_clarification import clarifications
from app.storage.schema_evidence import evidence
from app.storage.schema_fetching import counts_apart, fetch_items
from app.storage.whose import whose_traces


def people_to_go(tx: Connection, retention: Retention, today: date) -> list[Person]:
    """Who left, and of whom nothing was written since the first day that is kept; by name."""
    first = retention.first_kept(Limited.LEFT, today)
    if first is None:
        return []
    gone = [one for one in all_people(tx) if one.service is not Service.ACTIVE]
    return [one for one in gone if _written_before(tx, one.id, first)]


def remove_expired(
    tx: Connection, retention: Retention, today: date, people: Sequence[Person]
) -> Counter[Limited]:
    """Takes out what is too old, and these people wholly; gives how many of each."""
    found: Counter[Limited] = Counter()
    for person in people:
        erase_traces(tx, whose_traces(tx, person.id))
        found[Limited.LEFT] += 1
    if (first := retention.first_kept(Limited.COUNTS, today)) is not None:
        found[Limited.COUNTS] = _remove_counts(tx, first)
    if (first := retention.first_kept(Limited.EVIDENCE, today)) is not None:
        found[Limited.EVIDENCE] = _remove(tx, evidence, evidence.c.observed_on, first)
    if (first := retention.first_kept(Limited.HELD, today)) is not None:
        found[Limited.HELD] = _remove_held(tx, first)
    if (first := retention.first_kept(Limited.UNDO, today)) is not None:
        old = select(actions.c.id).where(actions.c.begun_at < first.isoformat())
        gone = delete(earlier_rows).where(earlier_rows.c.action_id.in_(old))
        found[Limited.UNDO] = tx.execute(gone).rowcount
    return +found


def all_pictures(tx: Connection) -> set[Picture]:
    """Every picture that proves something, or once did."""
    names = ("sha256", "kind", "original")
    now = select(*(evidence.c[name] for name in names))
    noted = (json_text(earlier_rows.c.content, name) for name in names)
    before = select(*noted).where(earlier_rows.c.table_name == evidence.name)
    return {Picture(*row) for query in (now, before) for row in tx.execute(query)}


def _written_before(tx: Connection, person_id: int, first: date) -> bool:
    change = last_change(tx, person_id)
    return change is not None and change[0].date() < first


def _remove_counts(tx: Connection, first: date) -> int:
    """With the second looks at them, and the clarifications of the same time."""
    old = select(counts.c.id).where(counts.c.observed_on < first.isoformat())
    tx.execute(delete(checked_counts).where(checked_counts.c.count_id.in_(old)))
    removed = _remove(tx, counts, counts.c.observed_on, first)
    removed += _remove(tx, counts_apart, counts_apart.c.observed_on, first)
    _remove(tx, fetch_items, fetch_items.c.fetched_at, first)
    removed += _remove(tx, activities, activities.c.checked_on, first)
    return removed + _remove(tx, clarifications, clarifications.c.since, first)


def _remove(tx: Connection, table: Table, day: Column[Any], first: date) -> int:
    """The rows, and what undo would bring back of them."""
    noted = (
        earlier_rows.c.table_name == table.name,
        json_text(earlier_rows.c.content, day.name) < first.isoformat(),
    )
    tx.execute(delete(earlier_rows).where(*noted))
    return tx.execute(delete(table).where(day < first.isoformat())).rowcount


def _remove_held(tx: Connection, first: date) -> int:
    old = select(imports.c.id).where(imports.c.imported_at < first.isoformat())
    noted: tuple[ColumnElement[bool], ...] = (
        earlier_rows.c.table_name == held_rows.name,
        json_text(earlier_rows.c.content, "import_id").in_(old),
    )
    tx.execute(delete(earlier_rows).where(*noted))
    return tx.execute(delete(held_rows).where(held_rows.c.import_id.in_(old))).rowcount
