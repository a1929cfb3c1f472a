"""What a person did, as a whole that can be undone."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from app.domain.errors import NothingToUndo
from app.storage.schema import actions, imports, reversals
from app.storage.taking_back import TakingBack, Written


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

    An undo of an import is an action too: taken back, it lets the import stand again.

    Raises:
        NothingToUndo: the action is undone already, or there is none.
    """
    mark_undone(tx, action_id, at)
    again = let_stand_again(tx, action_id)
    written = Written.BEFORE_OR_BY if again else Written.BY
    back = TakingBack(tx, action_id, written=written)
    back.run()
    return Undone(back.restored, tuple(back.kept))


def mark_undone(tx: Connection, action_id: int, at: datetime) -> None:
    """Notes that an action stands no longer.

    Raises:
        NothingToUndo: it is undone already, or there is none.
    """
    stands = actions.c.id == action_id, actions.c.undone_at.is_(None)
    moment = at.isoformat(timespec="seconds")
    if tx.execute(update(actions).where(*stands).values(undone_at=moment)).rowcount == 0:
        raise NothingToUndo
    tx.execute(update(imports).where(imports.c.action_id == action_id).values(undone_at=moment))


def let_stand_again(tx: Connection, undo_id: int) -> bool:
    """Takes the mark from all that an undo had taken back; False where the action is no undo."""
    query = select(reversals.c.action_id).where(reversals.c.undo_id == undo_id)
    ids = tx.execute(query).scalars().all()
    tx.execute(update(actions).where(actions.c.id.in_(ids)).values(undone_at=None))
    tx.execute(update(imports).where(imports.c.action_id.in_(ids)).values(undone_at=None))
    return bool(ids)
