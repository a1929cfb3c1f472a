"""Takes a whole import back, also days later, as an action that can itself be undone."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime

from sqlalchemy import Connection, Table, insert, select

from app.domain.errors import NothingToUndo
from app.domain.name import fold_name
from app.storage.actions import Undone, begin, mark_undone
from app.storage.as_of import corrections_of
from app.storage.schema import (
    actions,
    counts,
    earlier_rows,
    held_rows,
    imports,
    inserted_rows,
    reversals,
)
from app.storage.taking_back import PARENTS_FIRST, TakingBack, held_name, names_of

UNDO_IMPORT = "undo_import"
"""The kind of action that takes an import back."""
SETTLE_HELD = "settle_held"
"""The kind of action in which a person finishes rows that wait."""


def undo_import(tx: Connection, import_id: int, by: str, at: datetime) -> Undone:
    """Takes back what the import wrote, and corrections of its day; what came after stays.

    Where an earlier import was taken back before this one, rows return to what stood before both.

    Raises:
        NothingToUndo: it is undone already, or there is none.
    """
    import_action = tx.execute(
        select(imports.c.action_id).where(imports.c.id == import_id)
    ).scalar()
    if import_action is None:
        raise NothingToUndo
    kept: dict[str, None] = {}
    restored = 0
    undoing = begin(tx, UNDO_IMPORT, by, at)
    for action in (*corrections_of(tx, import_id), import_action):
        mark_undone(tx, action, at)
        tx.execute(insert(reversals).values(undo_id=undoing, action_id=action))
        back = TakingBack(tx, action, noted_by=undoing)
        back.run()
        restored += back.restored
        kept |= back.kept
    _settle(tx, undoing)
    kept |= dict.fromkeys(_owners_of_counts(tx, import_id))
    known = set(map(fold_name, kept))
    kept |= dict.fromkeys(
        name for name in _finished_since(tx, import_action) if fold_name(name) not in known
    )
    return Undone(restored, tuple(kept))


def _settle(tx: Connection, undoing: int) -> None:
    """Lets no row return to what an action wrote that is undone itself."""
    while True:
        settled = 0
        for action, rows in sorted(_of_undone_actions(tx).items(), reverse=True):
            back = TakingBack(tx, action, noted_by=undoing, only=rows)
            back.run()
            settled += back.restored
        if settled == 0:
            return


def _of_undone_actions(tx: Connection) -> Mapping[int, Mapping[Table, list[int]]]:
    """Rows in use whose last writer is undone, by that action."""
    undone = select(actions.c.id).where(actions.c.undone_at.is_not(None))
    found: dict[int, dict[Table, list[int]]] = {}
    for table in PARENTS_FIRST:
        query = select(table.c.touched, table.c.id).where(table.c.touched.in_(undone))
        for action, row_id in tx.execute(query):
            found.setdefault(action, {}).setdefault(table, []).append(row_id)
    return found


def _owners_of_counts(tx: Connection, import_id: int) -> list[str]:
    """Whose counts of this import still stand."""
    owners = select(counts.c.person_id).where(counts.c.import_id == import_id).distinct()
    return names_of(tx, tx.execute(owners.order_by(counts.c.person_id)).scalars())


def _finished_since(tx: Connection, import_action: int) -> Iterator[str]:
    """Who was finished out of the rows that waited."""
    finished = (
        select(earlier_rows.c.content)
        .join(actions, actions.c.id == earlier_rows.c.action_id)
        .join(
            inserted_rows,
            earlier_rows.c.row_id.between(inserted_rows.c.first_id, inserted_rows.c.last_id),
        )
        .where(
            earlier_rows.c.table_name == held_rows.name,
            actions.c.kind == SETTLE_HELD,
            actions.c.undone_at.is_(None),
            inserted_rows.c.action_id == import_action,
            inserted_rows.c.table_name == held_rows.name,
            earlier_rows.c.row_id.not_in(select(held_rows.c.id)),
        )
        .order_by(earlier_rows.c.row_id)
    )
    for content in tx.execute(finished).scalars():
        yield held_name(json.loads(content)["texts"])
