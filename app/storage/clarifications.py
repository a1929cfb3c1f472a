"""Decisions about accounts whose counts jumped: recorded, taken back, never overwritten."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from app.domain.clarification import (
    Clarification,
    Decision,
    Exclusion,
    InnocentReason,
    TakenBack,
)
from app.domain.platform import Platform
from app.storage.journal import insert_row, update_row
from app.storage.people import refuse_gone
from app.storage.schema import actions
from app.storage.schema_clarification import clarifications

Place = tuple[int, Platform]
"""The account of a person, by id."""

_MADE = (
    clarifications.c.decision,
    clarifications.c.count_id,
    clarifications.c.since,
    clarifications.c.innocent,
    clarifications.c.note,
    clarifications.c.decided_at,
    clarifications.c.decided_by,
    clarifications.c.id,
)


def record_clarification(
    tx: Connection, action: int, person_id: int, platform: Platform, made: Clarification
) -> int:
    """Adds one decision; gives its id.

    Raises:
        PersonGone: there is no such person any more.
    """
    refuse_gone(tx, person_id)
    values = {
        "person_id": person_id,
        "platform": str(platform),
        "count_id": made.count,
        "since": made.since.isoformat(),
        "decision": str(made.decision),
        "innocent": None if made.innocent is None else str(made.innocent),
        "note": made.note,
        "decided_at": made.decided_at.isoformat(timespec="seconds"),
        "decided_by": made.by,
        "retracted": 0,
    }
    return insert_row(tx, action, clarifications, values)


def retract_clarification(tx: Connection, action: int, clarification_id: int) -> bool:
    """Takes a decision out of force; it stays in the table. False where there is none."""
    return update_row(tx, action, clarifications, clarification_id, {"retracted": 1})


def decisions(tx: Connection) -> dict[Place, list[Clarification]]:
    """Every decision, also those taken back, the newest of each account first."""
    query = (
        select(clarifications.c.person_id, clarifications.c.platform, *_MADE)
        # Who wrote a row that does not hold any more took it back.
        .add_columns(actions.c.begun_at, actions.c.begun_by)
        .outerjoin(
            actions, (actions.c.id == clarifications.c.touched) & (clarifications.c.retracted == 1)
        )
        .order_by(clarifications.c.id.desc())
    )
    found: dict[Place, list[Clarification]] = {}
    for row in tx.execute(query):
        found.setdefault((row[0], Platform(row[1])), []).append(_made(row[2:]))
    return found


def exclusions(
    tx: Connection, as_of: date, person_id: int | None = None
) -> Mapping[Place, Exclusion]:
    """The accounts that do not count on a day, with why; the newest decision holds.

    Args:
        tx: a transaction.
        as_of: one that holds only from a later day is left out.
        person_id: None asks for everyone.
    """
    which: list[ColumnElement[bool]] = [
        clarifications.c.retracted == 0,
        clarifications.c.decision == str(Decision.EXCLUDED),
        clarifications.c.since <= as_of.isoformat(),
    ]
    if person_id is not None:
        which.append(clarifications.c.person_id == person_id)
    query = (
        select(
            clarifications.c.person_id,
            clarifications.c.platform,
            clarifications.c.since,
            clarifications.c.note,
            clarifications.c.decided_at,
            clarifications.c.decided_by,
        )
        .where(*which)
        .order_by(clarifications.c.id)
    )
    return {
        (whose, Platform(name)): Exclusion(
            date.fromisoformat(since), note, datetime.fromisoformat(decided_at).date(), by
        )
        for whose, name, since, note, decided_at, by in tx.execute(query)
    }


def _made(row: Row[*tuple[Any, ...]] | Sequence[Any]) -> Clarification:
    decision, count_id, since, innocent, note, decided_at, by, row_id, back_at, back_by = row
    return Clarification(
        Decision(decision),
        count_id,
        date.fromisoformat(since),
        None if innocent is None else InnocentReason(innocent),
        note,
        datetime.fromisoformat(decided_at),
        by,
        row_id,
        None if back_at is None else TakenBack(datetime.fromisoformat(back_at), back_by),
    )
