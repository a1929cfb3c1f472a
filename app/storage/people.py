"""The people of the office: asked for, added and changed by hand."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from app.domain.errors import NipTaken, PersonGone
from app.domain.nip import Nip
from app.domain.person import Consent, Person, Service, listing_place
from app.domain.roster import PERSON_FIELDS
from app.storage import schema
from app.storage.journal import insert_row, update_row

# In the order of the fields of Person; `person_of` relies on it.
_COLUMNS = (
    schema.people.c.nip,
    *(schema.people.c[field] for field in PERSON_FIELDS),
    schema.people.c.consent,
    schema.people.c.consent_on,
    schema.people.c.service,
    schema.people.c.id,
)


def _as_read(text: str, same: str) -> str:
    return text


def all_people(tx: Connection) -> list[Person]:
    """Everyone, also those who left, by name."""
    by_name = select_people().order_by(schema.people.c.name, schema.people.c.id)
    return [person_of(row) for row in tx.execute(by_name)]


def number_of_people(tx: Connection) -> int:
    """How many there are, also those who left."""
    return tx.execute(select(func.count()).select_from(schema.people)).scalar_one()


def ids_by_name(tx: Connection) -> list[int]:
    """Everyone, also those who left, in the order in which people are always listed."""
    columns = schema.people.c
    rows = tx.execute(select(columns.name, columns.nip, columns.id))
    places = [(listing_place(name, nip), row_id) for name, nip, row_id in rows]
    return [row_id for _, row_id in sorted(places)]


def person(tx: Connection, person_id: int) -> Person:
    """The person with this id.

    Raises:
        PersonGone: there is none any more.
    """
    row = tx.execute(select_people().where(schema.people.c.id == person_id)).first()
    if row is None:
        raise PersonGone(person_id)
    return person_of(row)


def person_by_nip(tx: Connection, nip: Nip) -> Person | None:
    """The person who has this NIP today."""
    row = tx.execute(select_people().where(schema.people.c.nip == nip.digits)).first()
    return None if row is None else person_of(row)


def former_nips(tx: Connection, person_id: int) -> tuple[tuple[Nip, date], ...]:
    """The NIPs that the person had before and the day of each one's end, the latest first."""
    former = schema.former_nips.c
    query = (
        select(former.nip, former.replaced_on)
        .where(former.person_id == person_id)
        .order_by(former.replaced_on.desc(), former.id.desc())
    )
    return tuple((Nip(digits), date.fromisoformat(day)) for digits, day in tx.execute(query))


def add_person(tx: Connection, action: int, new: Person) -> int:
    """Adds a person; gives the id.

    Raises:
        NipTaken: somebody has this NIP.
    """
    _refuse_taken(tx, new.nip)
    values = {
        "nip": new.nip.digits,
        **{field: getattr(new, field) for field in PERSON_FIELDS},
        "consent": str(new.consent),
        "consent_on": new.consent_on.isoformat() if new.consent_on else None,
        "service": str(new.service),
    }
    return insert_row(tx, action, schema.people, values)


def change_person(tx: Connection, action: int, person_id: int, texts: Mapping[str, str]) -> None:
    """Replaces the given texts (keys of `PERSON_FIELDS`) and leaves the others.

    Raises:
        PersonGone: there is none any more.
    """
    unknown = texts.keys() - set(PERSON_FIELDS)
    if unknown:
        raise ValueError(f"no texts of a person: {sorted(unknown)}")
    _change(tx, action, person_id, texts)


def set_service(tx: Connection, action: int, person_id: int, service: Service) -> None:
    """Marks the person as serving here, moved, or retired.

    Raises:
        PersonGone: there is none any more.
    """
    _change(tx, action, person_id, {"service": str(service)})


def set_consent(
    tx: Connection, action: int, person_id: int, consent: Consent, on: date | None
) -> None:
    """Records what the person said, and on which day if that is known.

    Raises:
        PersonGone: there is none any more.
    """
    day = on.isoformat() if on else None
    _change(tx, action, person_id, {"consent": str(consent), "consent_on": day})


def change_nip(
    tx: Connection, action: int, person_id: int, new: Nip, reason: str, on: date
) -> None:
    """Gives the person a new NIP and keeps the old one among the former ones.

    Raises:
        PersonGone: there is none any more.
        NipTaken: somebody else has it.
    """
    old = person(tx, person_id).nip
    if old == new:
        return
    _refuse_taken(tx, new)
    former = {
        "person_id": person_id,
        "nip": old.digits,
        "replaced_on": on.isoformat(),
        "reason": reason,
    }
    insert_row(tx, action, schema.former_nips, former)
    _change(tx, action, person_id, {"nip": new.digits})


def refuse_gone(tx: Connection, person_id: int) -> None:
    """Raises PersonGone where nobody has this id."""
    if (
        tx.execute(select(schema.people.c.id).where(schema.people.c.id == person_id)).first()
        is None
    ):
        raise PersonGone(person_id)


def select_people() -> Select[*tuple[Any, ...]]:
    """Selects what `person_of` reads."""
    return select(*_COLUMNS)


def person_of(row: Row[*tuple[Any, ...]], once: Callable[[str, str], str] = _as_read) -> Person:
    """A row of `select_people` as the domain knows it.

    `once` (of a dictionary: `setdefault`) keeps texts that many people share once.
    """
    consent, consent_on, service, row_id = row[-4:]
    texts = row[1:-4]
    rest: tuple[Any, ...] = (
        *map(once, texts, texts),
        _CONSENTS[consent],
        date.fromisoformat(consent_on) if consent_on else None,
        _SERVICES[service],
        row_id,
    )
    return Person(Nip(row[0]), *rest)


_CONSENTS = {consent.value: consent for consent in Consent}
_SERVICES = {service.value: service for service in Service}


def _change(tx: Connection, action: int, person_id: int, values: Mapping[str, str | None]) -> None:
    if not update_row(tx, action, schema.people, person_id, values):
        raise PersonGone(person_id)


def _refuse_taken(tx: Connection, nip: Nip) -> None:
    holder = person_by_nip(tx, nip)
    if holder is not None:
        raise NipTaken(nip.digits, holder.name)
