"""Gathers under which ids, numbers, names and accounts an office ever kept one person."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Column, Connection, Table, select

from app.domain.erasure import Whose
from app.domain.name import fold_name
from app.storage.journal import in_blocks
from app.storage.json_columns import json_text
from app.storage.schema import accounts, earlier_rows, former_nips, people


def whose_traces(tx: Connection, person_id: int) -> Whose:
    """The person with this id, also under records that were merged, undone or renumbered."""
    return _gathered(tx, {person_id}, set())


def stands(tx: Connection, nip: str) -> bool:
    """Whether a number is somebody's in the office, now or before another one."""
    now = select(people.c.id).where(people.c.nip == nip)
    before = select(former_nips.c.person_id).where(former_nips.c.nip == nip)
    return tx.execute(now.union(before)).first() is not None


def nobody_elses(tx: Connection, whose: Whose) -> Whose:
    """Somebody erased, without the numbers that are people's of the office; names of theirs are shared."""
    standing = select(people.c.nip).where(people.c.nip.in_(whose.numbers))
    numbers = whose.numbers - set(tx.execute(standing).scalars())
    shared = whose.shared_names | _shared(tx, frozenset(), whose.folded)
    return Whose(frozenset(), numbers, whose.names, whose.handles, shared)


def same_person(tx: Connection, whose: Whose) -> Whose:
    """The same person in another state of the office, where ids and numbers may be others.

    An id alone proves nothing there: after a restore it may have been given again.
    """
    by_id = select(people.c.id, people.c.nip, people.c.name).where(people.c.id.in_(whose.ids))
    ids = {
        row_id
        for row_id, nip, name in tx.execute(by_id)
        if nip in whose.numbers or fold_name(name) in whose.folded
    }
    for some in in_blocks(whose.numbers):
        ids |= set(tx.execute(select(people.c.id).where(people.c.nip.in_(some))).scalars())
    found = _gathered(tx, ids, set(whose.numbers))
    return Whose(
        found.ids,
        found.numbers,
        found.names | whose.names,
        found.handles | whose.handles,
        found.shared_names | _shared(tx, found.ids, whose.folded),
    )


def _gathered(tx: Connection, ids: set[int], numbers: set[str]) -> Whose:
    size = -1
    while size != len(ids) + len(numbers):
        size = len(ids) + len(numbers)
        numbers |= set(_numbers_of(tx, ids))
        # A number that was mistyped and belongs to somebody else is no sign of this person.
        standing = select(people.c.nip).where(people.c.nip.in_(numbers), people.c.id.not_in(ids))
        numbers -= set(tx.execute(standing).scalars())
        ids |= set(_gone_ids(tx, numbers))
    names = frozenset(_said(tx, people, people.c.id, ids, "name"))
    handles = {text.casefold() for text in _said(tx, accounts, accounts.c.person_id, ids, "handle")}
    folded = frozenset(map(fold_name, names))
    shared = _shared(tx, frozenset(ids), folded)
    return Whose(frozenset(ids), frozenset(numbers), names, frozenset(handles), shared)


def _numbers_of(tx: Connection, ids: set[int]) -> Iterator[str]:
    yield from _said(tx, people, people.c.id, ids, "nip")
    yield from _said(tx, former_nips, former_nips.c.person_id, ids, "nip")


def _gone_ids(tx: Connection, numbers: set[str]) -> Iterator[int]:
    """Records with one of these numbers that only the journal knows."""
    gone = select(earlier_rows.c.row_id).where(
        earlier_rows.c.table_name == people.name,
        json_text(earlier_rows.c.content, "nip").in_(numbers),
        earlier_rows.c.row_id.not_in(select(people.c.id)),
    )
    yield from tx.execute(gone).scalars()


def _said(
    tx: Connection, table: Table, owner: Column[int], ids: Iterable[int], column: str
) -> Iterator[str]:
    """What stands, or ever stood, in a column of the rows of these people."""
    asked = list(ids)
    now = select(table.c[column]).where(owner.in_(asked))
    noted = earlier_rows.c.content
    before = select(json_text(noted, column)).where(
        earlier_rows.c.table_name == table.name, json_text(noted, owner.name).in_(asked)
    )
    for query in (now, before):
        yield from filter(None, tx.execute(query).scalars())


def _shared(tx: Connection, ids: frozenset[int], folded: frozenset[str]) -> frozenset[str]:
    others = select(people.c.name).where(people.c.id.not_in(ids))
    return frozenset(
        key for name in tx.execute(others).scalars() if (key := fold_name(name)) in folded
    )
