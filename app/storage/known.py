"""Everyone in the database, as the planner of an import compares with them."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from typing import Any, NamedTuple, cast

from sqlalchemy import Connection, Select, select

from app.domain.person import Consent, Service
from app.domain.platform import Platform
from app.domain.roster import PERSON_FIELDS, AccountState, CountState, Known
from app.storage.journal import in_blocks
from app.storage.newest import newest_counts
from app.storage.schema import accounts, counts, former_nips, people


def known_people(tx: Connection) -> dict[str, Known]:
    """Everyone by NIP, with the state of each account and its newest count."""
    with _without_collecting():
        by_id: dict[int, Known] = {}
        by_nip: dict[str, Known] = {}
        consents = {consent.value: consent for consent in Consent}
        columns = (people.c.id, people.c.nip, people.c.consent)
        texts = (people.c[field] for field in PERSON_FIELDS)
        for row in _plain(tx, select(*columns, *texts)):
            row_id, nip, consent = row[:3]
            by_nip[nip] = by_id[row_id] = Known(row_id, row[3:], consents[consent], {}, {})
        _add_accounts(tx, by_id)
        _add_counts(tx, by_id)
    return by_nip


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


def _add_accounts(tx: Connection, by_id: dict[int, Known]) -> None:
    platforms = {platform.value: platform for platform in Platform}
    query = select(
        accounts.c.person_id,
        accounts.c.platform,
        accounts.c.handle,
        accounts.c.handle_kind,
        accounts.c.also,
        accounts.c.written,
        accounts.c.stated_none,
        accounts.c.unreadable,
    )
    for person_id, name, handle, kind, also, written, stated_none, unreadable in _plain(tx, query):
        platform = platforms[name]
        by_id[person_id].accounts[platform] = AccountState(
            platform, handle, kind, also, written, stated_none == 1, unreadable
        )


def _add_counts(tx: Connection, by_id: dict[int, Known]) -> None:
    platforms = {platform.value: platform for platform in Platform}
    day = cache(date.fromisoformat)
    query = newest_counts(None).with_only_columns(
        counts.c.person_id,
        counts.c.platform,
        counts.c.low,
        counts.c.high,
        counts.c.exact,
        counts.c.observed_on,
        counts.c.written,
    )
    for person_id, name, low, high, exact, observed_on, written in _plain(tx, query):
        platform = platforms[name]
        by_id[person_id].latest[platform] = CountState(
            platform, low, high, exact == 1, day(observed_on), written
        )


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
