"""Whether a row can return where it stood: its number, its key, its person and platform are free."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, Table, select

from app.storage.schema import (
    accounts,
    checked_counts,
    counts,
    former_nips,
    layouts,
    people,
    unit_names,
)
from app.storage.schema_activity import activities
from app.storage.schema_clarification import clarifications
from app.storage.schema_evidence import evidence
from app.storage.schema_fetching import counts_apart
from app.storage.schema_rollup import submissions

OF_A_PERSON = (
    evidence,
    counts,
    counts_apart,
    activities,
    clarifications,
    accounts,
    former_nips,
)

PLACES: Mapping[Table, tuple[str, ...]] = {
    people: ("nip",),
    layouts: ("fingerprint",),
    unit_names: ("written",),
    checked_counts: ("count_id",),
    submissions: ("sha256",),
    **dict.fromkeys(OF_A_PERSON, ("person_id",)),
}
"""The columns that another row can take meanwhile."""


def free_places(tx: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> set[int]:
    """The ids of the rows that can return; a few thousand of them are asked for at once."""
    ids = {number(row["id"]) for row in rows}
    for name in PLACES.get(table, ()):
        wanted = {row[name] for row in rows}
        if table in OF_A_PERSON:
            found = tx.execute(select(people.c.id).where(people.c.id.in_(wanted))).scalars()
            owners = set(found)
            ids -= {number(row["id"]) for row in rows if row[name] not in owners}
        else:
            query = select(table.c[name], table.c.id).where(table.c[name].in_(wanted))
            holders = dict(iter(tx.execute(query)))
            ids -= {
                number(row["id"]) for row in rows if holders.get(row[name], row["id"]) != row["id"]
            }
    return ids - _taken_accounts(tx, rows) if table is accounts else ids


def _taken_accounts(tx: Connection, rows: Sequence[Mapping[str, object]]) -> set[int]:
    """A person has one account on each platform."""
    query = select(accounts.c.person_id, accounts.c.platform, accounts.c.id).where(
        accounts.c.person_id.in_({row["person_id"] for row in rows})
    )
    holders = {(person, platform): row_id for person, platform, row_id in tx.execute(query)}
    return {
        number(row["id"])
        for row in rows
        if holders.get((row["person_id"], row["platform"]), row["id"]) != row["id"]
    }


def number(value: object) -> int:
    """An id out of a row.

    Raises:
        TypeError: it is none.
    """
    if not isinstance(value, int):
        raise TypeError(f"no id: {value!r}")
    return value
