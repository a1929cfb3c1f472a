"""What imports have learned: confirmed layouts, and which unit a written name means."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, Table, select

from app.storage.journal import insert_row, update_row
from app.storage.schema import layouts, unit_names


def remembered_layouts(tx: Connection) -> dict[str, list[str | None]]:
    """The meaning of each column (a field, or None) by the fingerprint of the header."""
    query = select(layouts.c.fingerprint, layouts.c.meanings)
    return {fingerprint: json.loads(meanings) for fingerprint, meanings in tx.execute(query)}


def remember_layout(
    tx: Connection, action: int, fingerprint: str, meanings: Sequence[str | None], at: datetime
) -> None:
    """Keeps how a header was understood last; undoing the action brings back what was before."""
    said = {"meanings": json.dumps(list(meanings)), "confirmed_at": at.isoformat("T", "seconds")}
    _put(tx, action, layouts, ("fingerprint", fingerprint), said)


def remembered_units(tx: Connection) -> dict[str, str]:
    """The unit that is meant, by its written name (folded); itself where it is no other one."""
    return dict(iter(tx.execute(select(unit_names.c.written, unit_names.c.name))))


def remember_units(tx: Connection, action: int, names: Mapping[str, str]) -> None:
    """Keeps which units are meant; the latest word counts."""
    for written, name in names.items():
        _put(tx, action, unit_names, ("written", written), {"name": name})


def _put(
    tx: Connection, action: int, table: Table, key: tuple[str, str], said: Mapping[str, object]
) -> None:
    column, value = key
    row_id = tx.execute(select(table.c.id).where(table.c[column] == value)).scalar()
    if row_id is None:
        insert_row(tx, action, table, {column: value, **said})
    else:
        update_row(tx, action, table, row_id, said)
