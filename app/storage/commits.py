"""Counts transactions: the number tells two states of one office apart."""

from sqlalchemy import Connection, select, update

from app.storage import schema
from app.storage.compiled import run


def commit_number(tx: Connection) -> int:
    """How many transactions were ever committed: equal numbers mean an unchanged database."""
    number: int = tx.execute(select(schema.commits.c.number)).scalar_one()
    return number


def next_number(tx: Connection) -> int:
    """Counts the transaction that is open; gives its number."""
    return int(run(tx, _RAISED).scalar_one())


_RAISED = (
    update(schema.commits)
    .values(number=schema.commits.c.number + 1)
    .returning(schema.commits.c.number)
)
"""Built once: every transaction needs it."""
