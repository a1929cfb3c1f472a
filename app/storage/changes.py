"""Whether anything changed, and who changed what is known of a person last."""

import json
from collections import defaultdict
from datetime import datetime

from sqlalchemy import Connection, func, select, union_all

from app.storage.compiled import run
from app.storage.schema import (
    accounts,
    actions,
    commits,
    counts,
    earlier_rows,
    former_nips,
    people,
)
from app.storage.schema_activity import activities
from app.storage.schema_clarification import clarifications
from app.storage.schema_evidence import evidence
from app.storage.schema_fetching import counts_apart


def commits_so_far(tx: Connection) -> int:
    """Grows with every committed transaction: the same number means that nothing changed."""
    return int(run(tx, _NUMBER).scalar() or 0)


_NUMBER = select(commits.c.number)


def last_change(tx: Connection, person_id: int) -> tuple[datetime, str] | None:
    """The moment and the author of the newest action in the person's rows; None for nobody.

    The person, the accounts, the counts, the evidence, the looks at accounts, what was decided of
    them and the former NIPs count; what was undone does not.
    """
    touched = union_all(
        select(people.c.touched).where(people.c.id == person_id),
        *(
            select(table.c.touched).where(table.c.person_id == person_id)
            for table in (
                accounts,
                counts,
                counts_apart,
                evidence,
                activities,
                clarifications,
                former_nips,
            )
        ),
    ).subquery("touched_rows")
    newest = select(func.max(touched.c.touched)).scalar_subquery()
    row = tx.execute(
        select(actions.c.begun_at, actions.c.begun_by).where(actions.c.id == newest)
    ).first()
    return None if row is None else (datetime.fromisoformat(row[0]), row[1])


def former_names(tx: Connection) -> dict[int, set[str]]:
    """The names that people had before somebody changed them, by id; undone changes as well."""
    query = (
        select(people.c.id, people.c.name, earlier_rows.c.content)
        .join_from(earlier_rows, people, people.c.id == earlier_rows.c.row_id)
        .where(
            earlier_rows.c.table_name == people.name,
            # Most changes are of other texts: their rows need not be taken apart.
            earlier_rows.c.content.not_like('%"name": "' + people.c.name + '"%'),
        )
    )
    found: dict[int, set[str]] = defaultdict(set)
    for person_id, name, content in tx.execute(query):
        former = str(json.loads(content)["name"])
        if former != name:
            found[person_id].add(former)
    return found
