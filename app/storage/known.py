"""Everyone in the database, as the planner of an import compares with them."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple, cast

from sqlalchemy import Connection, Select, func, select

from app.domain.known_people import KnownPeople, Written
from app.domain.person import Consent, Service
from app.domain.roster import PERSON_FIELDS
from app.storage.journal import in_blocks
from app.storage.json_columns import json_array
from app.storage.newest import newest_counts
from app.storage.schema import accounts, counts, former_nips, people

# One row for each person: the driver makes half a million Python rows as slowly as SQLite finds
# them. The order of `Written` is that of the indexes; where it were another, planning takes longer.
_PEOPLE = select(
    people.c.id,
    people.c.nip,
    people.c.consent,
    json_array(*(people.c[field] for field in PERSON_FIELDS)),
)
_ACCOUNTS = select(
    accounts.c.person_id,
    func.aggregate_strings(
        json_array(
            accounts.c.platform,
            accounts.c.handle,
            accounts.c.handle_kind,
            accounts.c.also,
            accounts.c.written,
            accounts.c.stated_none,
            accounts.c.unreadable,
        ),
        ",",
    ),
).group_by(accounts.c.person_id)
_COUNTS = (
    newest_counts(None)
    .with_only_columns(
        counts.c.person_id,
        func.aggregate_strings(
            json_array(
                counts.c.platform,
                counts.c.low,
                counts.c.high,
                counts.c.exact,
                counts.c.observed_on,
                counts.c.written,
                counts.c.day_of_import,
            ),
            ",",
        ),
    )
    .group_by(counts.c.person_id)
)


def known_people(tx: Connection) -> KnownPeople:
    """Everyone by NIP, with the state of each account and its newest count."""
    with _without_collecting():
        said = dict(_plain(tx, _ACCOUNTS))
        counted = dict(_plain(tx, _COUNTS))
        consents = {consent.value: consent for consent in Consent}
        written = {
            nip: Written(
                row_id, consents[consent], texts, said.get(row_id, ""), counted.get(row_id, "")
            )
            for row_id, nip, consent, texts in _plain(tx, _PEOPLE)
        }
    return KnownPeople(written=written)


def people_of_units(tx: Connection) -> dict[tuple[str, str], int]:
    """How many people have the same organisation and unit."""
    names = people.c.organisation, people.c.unit
    query = select(*names, func.count()).group_by(*names)
    return {(top, part): number for top, part, number in tx.execute(query)}


def former_numbers(tx: Connection) -> dict[str, str]:
    """The present NIP of people by each of their former ones."""
    query = select(former_nips.c.nip, people.c.nip).join_from(former_nips, people)
    return dict(iter(tx.execute(query)))


def names_of(tx: Connection, nips: Iterable[str]) -> dict[str, str]:
    """The names of these people, by NIP; who is not there is left out."""
    found: dict[str, str] = {}
    for some in in_blocks(nips):
        query = select(people.c.nip, people.c.name).where(people.c.nip.in_(some))
        found.update(iter(tx.execute(query)))
    return found


class InService(NamedTuple):
    """Somebody who serves here."""

    id: int
    nip: str
    name: str


def in_service(tx: Connection) -> list[InService]:
    """All who serve here, by name."""
    query = (
        select(people.c.id, people.c.nip, people.c.name)
        .where(people.c.service == Service.ACTIVE.value)
        .order_by(people.c.name, people.c.nip)
    )
    return [InService(*row) for row in tx.execute(query)]


def _plain(tx: Connection, query: Select[*tuple[Any, ...]]) -> Iterable[tuple[Any, ...]]:
    """The driver's own rows: SQLAlchemy's take as long again, and here are half a million."""
    return cast("Iterable[tuple[Any, ...]]", tx.execute(query).cursor)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Spares half a million new objects, none of them garbage, a third of the time."""
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_collecting:
            gc.enable()
