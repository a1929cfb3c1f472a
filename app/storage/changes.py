"""Whether anything changed, and who changed what is known of a person last."""

from datetime import datetime

from sqlalchemy import Connection, func, select, union_all

from app.storage.schema import accounts, actions, commits, counts, former_nips, people


def commits_so_far(tx: Connection) -> int:
    """Grows with every committed transaction: the same number means that nothing changed."""
    return tx.execute(select(commits.c.number)).scalar() or 0


def last_change(tx: Connection, person_id: int) -> tuple[datetime, str] | None:
    """The moment and the author of the newest action in the person's rows; None for nobody.

    The person, the accounts, the counts and the former NIPs count; what was undone does not.
    """
    touched = union_all(
        select(people.c.touched).where(people.c.id == person_id),
        *(
            select(table.c.touched).where(table.c.person_id == person_id)
            for table in (accounts, counts, former_nips)
        ),
    ).subquery("touched_rows")
    newest = select(func.max(touched.c.touched)).scalar_subquery()
    row = tx.execute(
        select(actions.c.begun_at, actions.c.begun_by).where(actions.c.id == newest)
    ).first()
    return None if row is None else (datetime.fromisoformat(row[0]), row[1])
