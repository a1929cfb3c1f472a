"""What stood about each person when a period was closed: kept once, never changed, erasable."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, or_, select, update

from app.domain.person import Consent
from app.domain.snapshot_text import hash_of_row
from app.storage.journal import in_blocks
from app.storage.schema import former_nips, people
from app.storage.schema_periods import snapshot_contents, snapshot_rows


@dataclass(frozen=True, slots=True)
class StoredRow:
    """One row of a snapshot; `nip` and `content` None: the person was erased, the hash stays."""

    sha256: str
    nip: str | None
    content: str | None
    person_id: int | None


def add_rows(
    tx: Connection, revision_id: int, rows: Mapping[str, str], person_ids: Mapping[str, int]
) -> None:
    """Keeps the rows of a closing; what an earlier one keeps already is not kept twice.

    Args:
        tx: the transaction of the whole closing.
        revision_id: the closing.
        rows: the text of each row by NIP.
        person_ids: by NIP the id that the person has now.
    """
    hashes = {nip: hash_of_row(text) for nip, text in rows.items()}
    kept = _kept(tx, list(hashes.values()))
    following = (tx.execute(select(func.max(snapshot_contents.c.id))).scalar() or 0) + 1
    new = []
    for nip, text in rows.items():
        sha256 = hashes[nip]
        if sha256 not in kept:
            kept[sha256] = following
            new.append({"id": following, "sha256": sha256, "nip": nip, "content": text})
            following += 1
    if new:
        tx.execute(insert(snapshot_contents), new)
    links = [
        {
            "revision_id": revision_id,
            "content_id": kept[sha256],
            "person_id": person_ids.get(nip),
        }
        for nip, sha256 in hashes.items()
    ]
    if links:
        tx.execute(insert(snapshot_rows), links)


def rows_of(tx: Connection, revision_id: int) -> Iterator[StoredRow]:
    """Everyone in the snapshot of a closing, in the order in which they were added."""
    query = (
        select(
            snapshot_contents.c.sha256,
            snapshot_contents.c.nip,
            snapshot_contents.c.content,
            snapshot_rows.c.person_id,
        )
        .join_from(snapshot_rows, snapshot_contents)
        .where(snapshot_rows.c.revision_id == revision_id)
        .order_by(snapshot_contents.c.id)
    )
    for row in tx.execute(query):
        yield StoredRow(*row)


def forget_in_snapshots(tx: Connection, person_id: int) -> int:
    """Erases one person from every snapshot; gives how many texts went.

    Of each text only the hash stays in its place. The totals and the hash of every snapshot stay
    what they were, and still verify. To be asked before the person's own rows and former NIPs go;
    the log of the database keeps the texts until it is emptied (`Database.checkpoint`).
    """
    numbers = [
        *tx.execute(select(people.c.nip).where(people.c.id == person_id)).scalars(),
        *tx.execute(
            select(former_nips.c.nip).where(former_nips.c.person_id == person_id)
        ).scalars(),
    ]
    others = select(people.c.id)
    theirs = (
        select(snapshot_contents.c.id)
        .join_from(snapshot_rows, snapshot_contents)
        .where(
            or_(
                snapshot_rows.c.person_id == person_id,
                # Of a record that is gone: merged into this one, or taken back and brought again.
                snapshot_contents.c.nip.in_(numbers) & snapshot_rows.c.person_id.not_in(others),
            )
        )
        .distinct()
    )
    ids = tx.execute(theirs).scalars().all()
    for some in in_blocks(ids):
        gone = update(snapshot_contents).where(snapshot_contents.c.id.in_(some))
        tx.execute(gone.values(nip=None, content=None))
        whose = update(snapshot_rows).where(snapshot_rows.c.content_id.in_(some))
        tx.execute(whose.values(person_id=None))
    return len(ids)


def current_ids(tx: Connection) -> dict[str, int]:
    """By NIP, those of today and former ones, the person who has or had it."""
    former = select(former_nips.c.nip, former_nips.c.person_id)
    found: dict[str, int] = dict(iter(tx.execute(former)))
    found.update(iter(tx.execute(select(people.c.nip, people.c.id))))
    return found


def withdrawn_ids(tx: Connection) -> set[int]:
    """Everyone who has withdrawn consent by now."""
    query = select(people.c.id).where(people.c.consent == str(Consent.WITHDRAWN))
    return set(tx.execute(query).scalars())


def changed_contents(tx: Connection) -> Iterator[int]:
    """The ids of texts that are not what their hash says."""
    query = select(snapshot_contents.c.id, snapshot_contents.c.sha256, snapshot_contents.c.content)
    for row_id, sha256, content in tx.execute(query):
        if content is not None and hash_of_row(content) != sha256:
            yield row_id


def _kept(tx: Connection, hashes: Sequence[str]) -> dict[str, int]:
    """By hash the texts that stand already; erased ones are nobody's any more."""
    found: dict[str, int] = {}
    for some in in_blocks(hashes):
        query = select(snapshot_contents.c.sha256, snapshot_contents.c.id).where(
            snapshot_contents.c.sha256.in_(some), snapshot_contents.c.content.is_not(None)
        )
        found.update(iter(tx.execute(query)))
    return found
