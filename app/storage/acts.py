"""What was done in a database since the audit log was last brought up to date."""

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Table, func, select

from app.domain.audit import Act
from app.storage.bare import peek
from app.storage.faults import translated_while_opening
from app.storage.schema import (
    actions,
    earlier_rows,
    import_files,
    imports,
    inserted_rows,
)
from app.storage.schema_forms import form_people, form_rounds, forms
from app.storage.schema_periods import period_revisions

_NOTED = (actions, period_revisions, form_rounds)
"""Tables of which every row is something that was done; their ids only ever grow."""


def marks_of(path: Path) -> dict[str, int]:
    """The newest row of each of these tables, in a database of any revision that is perhaps closed.

    Raises:
        DatabaseDamaged: it cannot be read.
    """

    def ask(raw: sqlite3.Connection) -> dict[str, int]:
        there = {name for (name,) in raw.execute("SELECT name FROM sqlite_master")}
        names = [table.name for table in _NOTED if table.name in there]
        # The names are our own, from the schema.
        newest = {name: f"SELECT coalesce(max(id), 0) FROM {name}" for name in names}  # noqa: S608
        return {name: int(raw.execute(query).fetchone()[0]) for name, query in newest.items()}

    with translated_while_opening(path):
        return peek(path, ask)


def newest_marks(tx: Connection) -> dict[str, int]:
    """The same, asked of an open database."""
    return {table.name: _newest(tx, table) for table in _NOTED}


def acts_since(tx: Connection, marks: Mapping[str, int]) -> list[Act]:
    """What was done after these rows; of each table in the order of its rows."""
    return [
        *_actions(tx, marks.get(actions.name, 0)),
        *_closings(tx, marks.get(period_revisions.name, 0)),
        *_rounds(tx, marks.get(form_rounds.name, 0)),
    ]


def _newest(tx: Connection, table: Table) -> int:
    return int(tx.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one())


def _actions(tx: Connection, after: int) -> Iterator[Act]:
    query = select(actions.c.id, actions.c.kind, actions.c.begun_at).where(actions.c.id > after)
    for row, kind, at in tx.execute(query.order_by(actions.c.id)).all():
        sha256 = _files(tx, row) if kind == "import" else ""
        yield Act(kind, datetime.fromisoformat(at), _rows(tx, row), sha256, {actions.name: row})


def _rows(tx: Connection, action: int) -> int:
    """How many people of an import it wrote; of anything else, how many rows."""
    of_import = imports.c.action_id == action
    written = tx.execute(select(imports.c.new + imports.c.changed).where(of_import)).scalar()
    if written is not None:
        return int(written)
    span = func.sum(inserted_rows.c.last_id - inserted_rows.c.first_id + 1)
    inserted = tx.execute(select(span).where(inserted_rows.c.action_id == action)).scalar() or 0
    before = select(func.count()).where(earlier_rows.c.action_id == action)
    return int(inserted) + int(tx.execute(before).scalar_one())


def _files(tx: Connection, action: int) -> str:
    query = (
        select(import_files.c.sha256)
        .join_from(import_files, imports)
        .where(imports.c.action_id == action)
        .order_by(import_files.c.id)
    )
    return " ".join(tx.execute(query).scalars())


def _closings(tx: Connection, after: int) -> Iterator[Act]:
    closing = period_revisions.c
    everyone = closing.qualifies + closing.not_yet + closing.stale + closing.no_data
    query = select(closing.id, closing.closed_at, everyone, closing.sha256)
    for row, at, many, sha256 in tx.execute(query.where(closing.id > after)).all():
        marks = {period_revisions.name: row}
        yield Act("close_period", datetime.fromisoformat(at), many, sha256, marks)


def _rounds(tx: Connection, after: int) -> Iterator[Act]:
    query = (
        select(form_rounds.c.id, form_rounds.c.issued_at, func.count(form_people.c.number))
        .outerjoin_from(form_rounds, forms, forms.c.round_id == form_rounds.c.id)
        .outerjoin(form_people, form_people.c.form_id == forms.c.id)
        .where(form_rounds.c.id > after)
        .group_by(form_rounds.c.id)
    )
    for row, at, many in tx.execute(query).all():
        yield Act("issue_forms", datetime.fromisoformat(at), many, "", {form_rounds.name: row})
