"""Which pictures prove which counts: added, removed, handed over, all of it undoable."""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import Connection, Row, or_, select

from app.domain.evidence import Evidence, Picture, Place
from app.domain.platform import Platform
from app.storage.journal import in_blocks, insert_row, remove_rows
from app.storage.people import refuse_gone
from app.storage.schema import earlier_rows, people
from app.storage.schema_evidence import evidence


def add_evidence(
    tx: Connection, action: int, place: Place, picture: Picture, by: str, at: datetime
) -> int:
    """Notes that a picture proves what an account showed on a day; gives the id.

    Raises:
        PersonGone: there is no such person any more.
    """
    refuse_gone(tx, place.person_id)
    values = {
        "person_id": place.person_id,
        "platform": place.platform.value,
        "observed_on": place.observed_on.isoformat(),
        "sha256": picture.sha256,
        "kind": picture.kind,
        "original": picture.original,
        "added_at": at.isoformat(timespec="seconds"),
        "added_by": by,
    }
    return insert_row(tx, action, evidence, values)


def stands(tx: Connection, evidence_id: int) -> bool:
    """Whether there is this piece of evidence."""
    return tx.execute(select(evidence.c.id).where(evidence.c.id == evidence_id)).first() is not None


def remove_evidence(tx: Connection, action: int, evidence_id: int) -> bool:
    """The picture proves nothing there any more; False where it did not before.

    Also where it stands twice for the day, after two records were made one.
    """
    one, twin = evidence.alias(), evidence
    query = (
        select(twin.c.id)
        .join(one, one.c.id == evidence_id)
        .where(
            *(
                twin.c[name] == one.c[name]
                for name in ("person_id", "platform", "observed_on", "sha256")
            )
        )
    )
    return remove_rows(tx, action, evidence, tx.execute(query).scalars().all()) > 0


def evidence_of(tx: Connection, person_id: int) -> list[Evidence]:
    """Everything that proves counts of a person, the newest day first.

    After two records were made one, the same picture may stand twice for a day: it is told once.
    """
    query = (
        select(evidence)
        .where(evidence.c.person_id == person_id)
        .order_by(evidence.c.observed_on.desc(), evidence.c.platform, evidence.c.id)
    )
    found: dict[tuple[Place, str], Evidence] = {}
    for row in tx.execute(query):
        one = _evidence(row)
        found.setdefault((one.place, one.picture.sha256), one)
    return list(found.values())


def others_with(
    tx: Connection, pictures: Iterable[Picture], person_id: int
) -> dict[Picture, list[str]]:
    """By picture the names of other people for whom the very same one is used, by name."""
    found: dict[Picture, list[str]] = {}
    for picture in pictures:
        same = or_(evidence.c.sha256 == picture.sha256, evidence.c.original == picture.original)
        query = (
            select(people.c.name)
            .join(evidence, evidence.c.person_id == people.c.id)
            .where(same, people.c.id != person_id)
            .group_by(people.c.id, people.c.name)
            .order_by(people.c.name)
        )
        names = list(tx.execute(query).scalars())
        if names:
            found[picture] = names
    return found


def proven_days(
    tx: Connection, person_ids: Iterable[int] | None = None
) -> dict[tuple[int, Platform], set[date]]:
    """By account the days of which there are pictures; of everybody, or of these people."""
    query = select(evidence.c.person_id, evidence.c.platform, evidence.c.observed_on).distinct()
    queries = [query]
    if person_ids is not None:
        queries = [query.where(evidence.c.person_id.in_(some)) for some in in_blocks(person_ids)]
    found: defaultdict[tuple[int, Platform], set[date]] = defaultdict(set)
    for one in queries:
        for person_id, platform, day in tx.execute(one):
            found[person_id, Platform(platform)].add(date.fromisoformat(day))
    return dict(found)


def pictures_in_use(tx: Connection) -> set[Picture]:
    """Every picture that proves something now."""
    query = select(evidence.c.sha256, evidence.c.kind, evidence.c.original).distinct()
    return {Picture(*row) for row in tx.execute(query)}


def pictures_to_return(tx: Connection) -> set[Picture]:
    """Every picture that an undo could bring back, and perhaps proves something now too."""
    noted = select(earlier_rows.c.content).where(earlier_rows.c.table_name == evidence.name)
    rows = (json.loads(content) for content in tx.execute(noted).scalars())
    return {Picture(row["sha256"], row["kind"], row["original"]) for row in rows}


def _evidence(row: Row[tuple[object, ...]]) -> Evidence:
    values = row._mapping
    place = Place(
        values["person_id"],
        Platform(values["platform"]),
        date.fromisoformat(values["observed_on"]),
    )
    picture = Picture(values["sha256"], values["kind"], values["original"])
    return Evidence(
        values["id"],
        place,
        picture,
        datetime.fromisoformat(values["added_at"]),
        values["added_by"],
    )
