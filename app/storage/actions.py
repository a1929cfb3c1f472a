"""What a person did, as a whole that can be undone."""

from datetime import datetime

from sqlalchemy import Connection, insert

from app.storage.schema import actions


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
