"""Takes a person's name and numbers out of free texts that are about somebody or something else."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Column, Connection, Table, delete, select, update

from app.domain.erasure import Whose
from app.storage.schema import earlier_rows, former_nips, import_files, import_sheets, settings
from app.storage.schema_clarification import clarifications
from app.storage.schema_forms import forms
from app.storage.schema_periods import period_reopenings
from app.storage.schema_rollup import submissions

FREE_TEXTS: tuple[Column[str], ...] = (
    clarifications.c.note,
    former_nips.c.reason,
    period_reopenings.c.reason,
    import_files.c.name,
    import_sheets.c.name,
    forms.c.file_name,
    submissions.c.file_name,
)
"""Columns in which somebody may have written about anybody."""


def take_out_mentions(tx: Connection, whose: Whose) -> int:
    """Gives in how many rows the person was named; those rows stay without the name."""
    found = 0
    for column in FREE_TEXTS:
        table = _table_of(column)
        key = next(iter(table.primary_key))
        for row_id, text in tx.execute(select(key, column)).all():
            if whose.is_named_in(text):
                said = {column.name: whose.taken_out_of(text)}
                found += tx.execute(update(table).where(key == row_id).values(said)).rowcount
    return found + _in_notes(tx, whose) + _in_settings(tx, whose)


def _in_notes(tx: Connection, whose: Whose) -> int:
    """What undo would bring back of such rows."""
    noted = earlier_rows.c
    names = {_table_of(column).name for column in FREE_TEXTS}
    query = select(noted.action_id, noted.table_name, noted.row_id, noted.content)
    changed = 0
    for action_id, table, row_id, content in tx.execute(query.where(noted.table_name.in_(names))):
        row = dict(_without(json.loads(content), whose))
        text = json.dumps(row, ensure_ascii=False)
        if text != content:
            one = (noted.action_id == action_id) & (noted.row_id == row_id)
            note = update(earlier_rows).where(one, noted.table_name == table)
            changed += tx.execute(note.values(content=text)).rowcount
    return changed


def _table_of(column: Column[str]) -> Table:
    return column.table


def _without(row: Mapping[str, Any], whose: Whose) -> Iterator[tuple[str, Any]]:
    free = {column.name for column in FREE_TEXTS}
    for name, value in row.items():
        yield name, whose.taken_out_of(value) if name in free and isinstance(value, str) else value


def _in_settings(tx: Connection, whose: Whose) -> int:
    """How a table was filtered by hand may name anybody; such an arrangement is no loss."""
    arranged = select(settings.c.key, settings.c.value).where(settings.c.key.startswith("window_"))
    named = [key for key, value in tx.execute(arranged) if whose.is_named_in(value)]
    return tx.execute(delete(settings).where(settings.c.key.in_(named))).rowcount if named else 0
