"""What a person did, as a whole that can be undone."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from app.domain.errors import NothingToUndo
from app.storage.compiled import run
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
    begun = {"kind": kind, "begun_at": at.isoformat(timespec="seconds"), "begun_by": by}
    return int(run(tx, _BEGUN, **begun).scalar_one())


_BEGUN = insert(actions).returning(actions.c.id)


UNDO = "undo"
"""The kind of action by which Ctrl+Z takes another one back; Ctrl+Y takes it back itself."""


def last_undoable(tx: Connection) -> int | None:
    """The newest action that still stands, steps back left out."""
    newest: int | None = run(tx, _NEWEST).scalar()
    return newest


_NEWEST = select(func.max(actions.c.id)).where(
    actions.c.undone_at.is_(None), actions.c.kind != UNDO
)


def last_redoable(tx: Connection) -> int | None:
    """The newest step back, as long as nothing new was done since."""
    steps = actions.c.undone_at.is_(None), actions.c.kind == UNDO
    newest: int | None = tx.execute(select(func.max(actions.c.id)).where(*steps)).scalar()
    done = last_undoable(tx)
    return None if newest is None or (done is not None and done > newest) else newest


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


def undo(tx: Connection, action_id: int, by: str, at: datetime) -> Undone:
    """Takes back every row that the action wrote last; rows edited since stay as they are.

    The step back is noted, so that `redo` can take it. An undo of an import is an action too:
    taken back, it lets the import stand again.

    Raises:
        NothingToUndo: the action is undone already, or there is none.
    """
    mark_undone(tx, action_id, at)
    step = begin(tx, UNDO, by, at)
    tx.execute(insert(reversals).values(undo_id=step, action_id=action_id))
    return _take_back(tx, action_id, noted_by=step)


def redo(tx: Connection, step: int, at: datetime) -> Undone:
    """Does again what a step back had taken away; rows written since stay as they are.

    Raises:
        NothingToUndo: the step is taken already, or there is none.
    """
    mark_undone(tx, step, at)
    again = select(reversals.c.action_id).where(reversals.c.undo_id == step)
    below = select(reversals.c.action_id).where(reversals.c.undo_id.in_(again))
    for action_id in tx.execute(below).scalars().all():
        # What was taken back is an undo itself: what that one had taken is gone again.
        mark_undone(tx, action_id, at)
    return _take_back(tx, step, noted_by=None)


def _take_back(tx: Connection, action_id: int, noted_by: int | None) -> Undone:
    again = let_stand_again(tx, action_id)
    written = Written.BEFORE_OR_BY if again else Written.BY
    back = TakingBack(tx, action_id, written=written, noted_by=noted_by)
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
