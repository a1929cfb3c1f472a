"""What a person did, as a whole that can be undone."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    Column,
    Connection,
    Table,
    Update,
    bindparam,
    delete,
    exists,
    func,
    insert,
    select,
    update,
)

from app.domain.errors import NothingToUndo
from app.storage.journal import in_blocks
from app.storage.schema import (
    accounts,
    actions,
    counts,
    earlier_rows,
    former_nips,
    held_rows,
    imports,
    inserted_rows,
    layouts,
    people,
    unit_names,
)

_OF_A_PERSON = (counts, accounts, former_nips)
_LEARNED = (layouts, unit_names)
"""What an import taught: taken back with it, but no row of anybody."""

_OF_NOBODY = (held_rows, *_LEARNED)
_PARENTS_FIRST = (people, former_nips, accounts, counts, *_OF_NOBODY)


@dataclass(frozen=True, slots=True)
class Action:
    """One action; `undone_at` None where it still stands."""

    id: int
    kind: str
    at: datetime
    by: str
    undone_at: datetime | None


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo did: rows taken back, and whose rows stay because they were edited since."""

    restored: int
    kept: tuple[str, ...]


def begin(tx: Connection, kind: str, by: str, at: datetime) -> int:
    """Opens an action in the journal; everything written under its id belongs to it.

    Args:
        tx: the transaction of the whole action.
        kind: a key that the wording knows ("import", "count", "person" ...).
        by: who does it.
        at: when.
    """
    values = {"kind": kind, "begun_at": at.isoformat(timespec="seconds"), "begun_by": by}
    key = tx.execute(insert(actions).values(values)).inserted_primary_key
    if key is None:
        raise RuntimeError("the database gave no id")
    return int(key[0])


def last_undoable(tx: Connection) -> int | None:
    """The newest action that still stands."""
    newest: int | None = tx.execute(
        select(func.max(actions.c.id)).where(actions.c.undone_at.is_(None))
    ).scalar()
    return newest


def action(tx: Connection, action_id: int) -> Action:
    """What is noted about one action.

    Raises:
        NothingToUndo: there is no such action.
    """
    row = tx.execute(select(actions).where(actions.c.id == action_id)).first()
    if row is None:
        raise NothingToUndo
    row_id, kind, begun_at, by, undone_at = row
    undone = datetime.fromisoformat(undone_at) if undone_at else None
    return Action(row_id, kind, datetime.fromisoformat(begun_at), by, undone)


def undo(tx: Connection, action_id: int, at: datetime) -> Undone:
    """Takes back every row that the action wrote last; rows edited since stay as they are.

    Raises:
        NothingToUndo: the action is undone already, or there is none.
    """
    stands = actions.c.id == action_id, actions.c.undone_at.is_(None)
    moment = at.isoformat(timespec="seconds")
    if tx.execute(update(actions).where(*stands).values(undone_at=moment)).rowcount == 0:
        raise NothingToUndo
    tx.execute(update(imports).where(imports.c.action_id == action_id).values(undone_at=moment))
    undoing = _Undoing(tx, action_id)
    for table in reversed(_PARENTS_FIRST):
        undoing.remove_inserted(table)
    for table in _PARENTS_FIRST:
        undoing.restore_earlier(table)
    return Undone(undoing.restored, tuple(undoing.kept))


class _Undoing:
    """One undo on its way through the tables."""

    def __init__(self, tx: Connection, action: int) -> None:
        self._tx = tx
        self._action = action
        self.restored = 0
        self.kept: dict[str, None] = {}

    def remove_inserted(self, table: Table) -> None:
        ranges = select(inserted_rows.c.first_id, inserted_rows.c.last_id).where(
            inserted_rows.c.action_id == self._action, inserted_rows.c.table_name == table.name
        )
        for first, last in self._tx.execute(ranges).all():
            inside = table.c.id.between(first, last)
            removing = delete(table).where(inside, table.c.touched == self._action)
            if table is people:
                # What hangs on a person by now was written by others.
                for child in _OF_A_PERSON:
                    removing = removing.where(~exists().where(child.c.person_id == people.c.id))
            self.restored += self._tx.execute(removing).rowcount
            self._keep(table, self._tx.execute(select(_owner_of(table)).where(inside)).scalars())

    def restore_earlier(self, table: Table) -> None:
        noted = select(earlier_rows.c.row_id).where(
            earlier_rows.c.action_id == self._action, earlier_rows.c.table_name == table.name
        )
        for ids in in_blocks(self._tx.execute(noted).scalars().all()):
            self._restore(table, ids)

    def _restore(self, table: Table, ids: list[int]) -> None:
        standing = select(table.c.id, table.c.touched).where(table.c.id.in_(ids))
        current = dict(self._tx.execute(standing).all())
        back: list[Mapping[str, object]] = []
        for row in self._earlier(table, ids):
            row_id = _number(row["id"])
            if row_id not in current:
                self._bring_back(table, row)
            elif current[row_id] == self._action and not self._is_nip_of_another(table, row):
                back.append(row)
            else:
                self._keep(table, [row[_owner_of(table).name]])
        if back:
            self._tx.execute(_put_back(table, back[0]), [_as_parameters(row) for row in back])
            self.restored += len(back)

    def _earlier(self, table: Table, ids: list[int]) -> Iterable[Mapping[str, object]]:
        query = (
            select(earlier_rows.c.content)
            .where(
                earlier_rows.c.action_id == self._action,
                earlier_rows.c.table_name == table.name,
                earlier_rows.c.row_id.in_(ids),
            )
            .order_by(earlier_rows.c.row_id)
        )
        return [json.loads(content) for content in self._tx.execute(query).scalars()]

    def _bring_back(self, table: Table, row: Mapping[str, object]) -> None:
        """Restores a removed row, unless a later action removed it."""
        later = (
            select(earlier_rows.c.row_id)
            .join(actions, actions.c.id == earlier_rows.c.action_id)
            .where(
                earlier_rows.c.table_name == table.name,
                earlier_rows.c.row_id == row["id"],
                earlier_rows.c.action_id > self._action,
                actions.c.undone_at.is_(None),
            )
        )
        if self._tx.execute(later).first() is None:
            self._tx.execute(insert(table).values(row))
            self.restored += 1
        else:
            self._keep(table, [row[_owner_of(table).name]])

    def _is_nip_of_another(self, table: Table, row: Mapping[str, object]) -> bool:
        """Somebody took the earlier NIP meanwhile: the person keeps the present one."""
        if table is not people:
            return False
        others = select(people.c.id).where(people.c.nip == row["nip"], people.c.id != row["id"])
        return self._tx.execute(others).first() is not None

    def _keep(self, table: Table, owners: Iterable[object]) -> None:
        """Notes the names of the people whose rows stay, by what `_owner_of` selects."""
        if table in _OF_NOBODY:
            return
        for ids in in_blocks(_number(owner) for owner in owners):
            names = select(people.c.name).where(people.c.id.in_(ids)).order_by(people.c.id)
            self.kept |= dict.fromkeys(self._tx.execute(names).scalars())


def _owner_of(table: Table) -> Column[int]:
    """The column that leads to the person whose row it is."""
    return table.c.id if table in (people, *_OF_NOBODY) else table.c.person_id


def _put_back(table: Table, row: Mapping[str, object]) -> Update:
    columns: dict[str, object] = {
        column: bindparam(f"old_{column}") for column in row if column != "id"
    }
    return update(table).where(table.c.id == bindparam("old_id")).values(columns)


def _as_parameters(row: Mapping[str, object]) -> dict[str, object]:
    return {f"old_{column}": value for column, value in row.items()}


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"no id: {value!r}")
    return value
