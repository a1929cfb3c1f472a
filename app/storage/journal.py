"""Notes what an action does to rows, so that it can be undone exactly."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    Table,
    bindparam,
    delete,
    exists,
    func,
    insert,
    select,
    update,
)

from app.storage.compiled import run
from app.storage.schema import earlier_rows, inserted_rows

_Value = TypeVar("_Value", int, str)

_AT_ONCE = 5_000
"""Ids in one query; SQLite allows 32,766 parameters."""


def next_id(tx: Connection, table: Table) -> int:
    """The id of the next new row; an id is never given twice, also after an undo."""
    standing, given = run(tx, _ids_given(table)).one()
    return max(int(standing or 0), int(given or 0)) + 1


def insert_row(tx: Connection, action: int, table: Table, values: Mapping[str, object]) -> int:
    """Inserts one row of the action and returns its id."""
    row_id = next_id(tx, table)
    tx.execute(insert(table).values(id=row_id, touched=action, **values))
    note_inserted(tx, action, table, row_id, row_id)
    return row_id


def update_row(
    tx: Connection, action: int, table: Table, row_id: int, values: Mapping[str, object]
) -> bool:
    """Changes one row after noting what it was; False where there is no such row."""
    if not note_earlier(tx, action, table, [row_id]):
        return False
    tx.execute(update(table).where(table.c.id == row_id).values(touched=action, **values))
    return True


def note_inserted(tx: Connection, action: int, table: Table, first: int, last: int) -> None:
    """Notes that the action inserted the rows `first` to `last`; joins neighbouring ranges."""
    whose: dict[str, int | str] = {"action": action, "of_table": table.name, "last": last}
    if run(tx, _JOINED, **whose, before=first - 1).rowcount == 0:
        run(tx, _NOTED, **whose, first=first)


_JOINED = (
    update(inserted_rows)
    .where(
        inserted_rows.c.action_id == bindparam("action"),
        inserted_rows.c.table_name == bindparam("of_table"),
        inserted_rows.c.last_id == bindparam("before"),
    )
    .values(last_id=bindparam("last"))
)
_NOTED = insert(inserted_rows).values(
    action_id=bindparam("action"),
    table_name=bindparam("of_table"),
    first_id=bindparam("first"),
    last_id=bindparam("last"),
)


@cache
def _ids_given(table: Table) -> Select[int | None, int | None]:
    """The highest id that stands in the table, and the highest that any action gave."""
    given = select(func.max(inserted_rows.c.last_id)).where(
        inserted_rows.c.table_name == table.name
    )
    standing = select(func.max(table.c.id))
    return select(standing.scalar_subquery(), given.scalar_subquery())


def note_earlier(tx: Connection, action: int, table: Table, ids: Iterable[int]) -> set[int]:
    """Notes the rows as they are, before the action changes or removes them.

    A row that this action wrote already is not noted again: its first state is the one to
    return to. After this the caller must set `touched` to the action (or remove the row).

    Returns:
        The ids that exist.
    """
    found: set[int] = set()
    for some in in_blocks(ids):
        notes = []
        for row in tx.execute(select(table).where(table.c.id.in_(some))).mappings():
            found.add(row["id"])
            if row["touched"] != action:
                notes.append(_noted(action, table, row))
        if notes:
            tx.execute(insert(earlier_rows), notes)
    return found


def remove_rows(tx: Connection, action: int, table: Table, ids: Iterable[int]) -> int:
    """Removes rows after noting what they were; gives how many there were."""
    removed = 0
    for some in in_blocks(ids):
        note_earlier(tx, action, table, some)
        removed += tx.execute(delete(table).where(table.c.id.in_(some))).rowcount
    return removed


def note_as_it_is(tx: Connection, action: int, table: Table, which: ColumnElement[bool]) -> None:
    """Notes rows before an undo removes or changes them, each as it was before the undo began.

    Rows that the same undo brought back were not there: they are not noted.
    """
    noted = select(earlier_rows.c.row_id).where(
        earlier_rows.c.action_id == action, earlier_rows.c.table_name == table.name
    )
    brought = exists().where(
        inserted_rows.c.action_id == action,
        inserted_rows.c.table_name == table.name,
        table.c.id.between(inserted_rows.c.first_id, inserted_rows.c.last_id),
    )
    new = select(table.c.id).where(which, table.c.id.not_in(noted), ~brought)
    for some in in_blocks(tx.execute(new).scalars().all()):
        rows = tx.execute(select(table).where(table.c.id.in_(some))).mappings()
        tx.execute(insert(earlier_rows), [_noted(action, table, row) for row in rows])


def _noted(action: int, table: Table, row: RowMapping) -> dict[str, object]:
    return {
        "action_id": action,
        "table_name": table.name,
        "row_id": row["id"],
        "content": json.dumps(dict(row), ensure_ascii=False),
    }


def in_blocks(values: Iterable[_Value]) -> Iterator[list[_Value]]:
    """The same values in lists short enough for one query."""
    remaining = iter(values)
    while some := list(islice(remaining, _AT_ONCE)):
        yield some
