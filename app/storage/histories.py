"""The whole history of a person: counts also where they were corrected, looks, consents."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, literal, select, union_all

from app.domain.count import Interval
from app.domain.history import ConsentEntry, CountEntry, Look, Origin, standings
from app.domain.person import Consent, Count, Source
from app.domain.platform import Platform
from app.storage.activities import activity_of
from app.storage.schema import (
    actions,
    counts,
    earlier_rows,
    import_files,
    import_sheets,
    inserted_rows,
    people,
    reversals,
)
from app.storage.schema_activity import activities


def count_entries(tx: Connection, person_id: int, platform: Platform) -> Sequence[CountEntry]:
    """Every count of one account, also what was corrected or taken back; the newest first."""
    query = (
        select(
            counts.c.id,
            counts.c.low,
            counts.c.high,
            counts.c.exact,
            counts.c.observed_on,
            counts.c.source,
            counts.c.written,
            counts.c.recorded_at,
            counts.c.recorded_by,
            counts.c.retracted,
            counts.c.source_row,
            import_sheets.c.name.label("sheet"),
            import_files.c.name.label("file"),
        )
        .select_from(counts)
        .outerjoin(import_sheets, import_sheets.c.id == counts.c.source_sheet)
        .outerjoin(import_files, import_files.c.id == import_sheets.c.import_file_id)
        .where(counts.c.person_id == person_id, counts.c.platform == str(platform))
        .order_by(counts.c.id)
    )
    rows = tx.execute(query).all()
    days = [date.fromisoformat(row.observed_on) for row in rows]
    stand = standings([(day, row.retracted == 1) for day, row in zip(days, rows, strict=True)])
    found = [
        CountEntry(
            platform,
            Count(
                Interval(row.low, row.high, row.exact == 1),
                day,
                Source(row.source),
                row.written,
                row.id,
            ),
            standing,
            datetime.fromisoformat(row.recorded_at),
            row.recorded_by,
            None if row.file is None else Origin(row.file, row.sheet, row.source_row or 0),
        )
        for row, day, standing in zip(rows, days, stand, strict=True)
    ]
    return sorted(found, key=lambda one: (one.count.observed_on, one.count.id), reverse=True)


def looks(tx: Connection, person_id: int) -> Sequence[Look]:
    """Every look at the accounts of one person that was not taken back, the newest first."""
    query = (
        select(
            activities.c.person_id,
            activities.c.platform,
            activities.c.id,
            activities.c.checked_on,
            activities.c.last_post,
            activities.c.active,
            activities.c.source,
            activities.c.recorded_at,
            activities.c.recorded_by,
        )
        .where(activities.c.person_id == person_id, activities.c.retracted == 0)
        .order_by(activities.c.checked_on.desc(), activities.c.id.desc())
    )
    return [
        Look(
            Platform(row.platform),
            activity_of(row),
            Source(row.source),
            datetime.fromisoformat(row.recorded_at),
            row.recorded_by,
        )
        for row in tx.execute(query)
    ]


def consent_entries(tx: Connection, person_id: int) -> Sequence[ConsentEntry]:
    """What the person said each time, the newest first; what was undone does not count.

    The journal has every state before a change: who wrote the next one wrote what differs in it.
    """
    states = list(_consents(tx, person_id))
    found: list[ConsentEntry] = []
    before: tuple[str, str | None] = (Consent.UNKNOWN.value, None)
    for at, by, consent, on in states:
        if (consent, on) != before:
            day = None if on is None else date.fromisoformat(on)
            found.append(ConsentEntry(Consent(consent), day, datetime.fromisoformat(at), by))
        before = consent, on
    return found[::-1]


def _consents(tx: Connection, person_id: int) -> Iterator[tuple[str, str, str, str | None]]:
    """After each action that wrote the person and stands: when, by whom, what stood there then."""
    added = select(inserted_rows.c.action_id.label("id"), literal(None).label("content")).where(
        inserted_rows.c.table_name == people.name,
        inserted_rows.c.first_id <= person_id,
        inserted_rows.c.last_id >= person_id,
    )
    changed = select(earlier_rows.c.action_id, earlier_rows.c.content).where(
        earlier_rows.c.table_name == people.name, earlier_rows.c.row_id == person_id
    )
    wrote = union_all(added, changed).subquery("wrote")
    steps_back = select(reversals.c.undo_id)
    query = (
        select(
            actions.c.begun_at,
            actions.c.begun_by,
            wrote.c.content,
            (actions.c.undone_at.is_(None) & actions.c.id.not_in(steps_back)).label("stands"),
        )
        .join_from(wrote, actions, actions.c.id == wrote.c.id)
        .order_by(actions.c.id)
    )
    rows = tx.execute(query).all()
    now = select(people.c.consent, people.c.consent_on).where(people.c.id == person_id)
    left = [None if row.content is None else _said(json.loads(row.content)) for row in rows[1:]]
    left += [_said(row) for row in tx.execute(now).mappings()]
    for row, state in zip(rows, left, strict=False):
        # None: the record was removed, and brought back by a later step.
        if row.stands and state is not None:
            yield row.begun_at, row.begun_by, *state


def _said(state: Mapping[str, Any] | RowMapping) -> tuple[str, str | None]:
    return state["consent"], state["consent_on"]
