"""Makes two records of one person into one, with the accounts and the counts of both."""

from datetime import date

from sqlalchemy import Connection, Table, func, select, update

from app.domain.merging import Merge, Record, Written
from app.domain.person import Person
from app.domain.platform import Platform
from app.storage.accounts import account_states, columns_of
from app.storage.journal import insert_row, note_earlier, remove_rows, update_row
from app.storage.people import person, person_of, select_people
from app.storage.schema import accounts, counts, former_nips, people
from app.storage.schema_activity import activities
from app.storage.schema_clarification import clarifications
from app.storage.schema_evidence import evidence
from app.storage.schema_fetching import counts_apart


def record_of(tx: Connection, person_id: int) -> Record:
    """Everything that a merge chooses from.

    Raises:
        PersonGone: there is nobody with this id.
    """
    found = person(tx, person_id)
    of_accounts = select(accounts.c.platform, accounts.c.touched)
    written = {
        Platform(name): touched
        for name, touched in tx.execute(of_accounts.where(accounts.c.person_id == person_id))
    }
    number = select(func.count()).where(counts.c.person_id == person_id, counts.c.retracted == 0)
    touched = select(people.c.touched).where(people.c.id == person_id)
    return Record(
        found,
        account_states(tx, person_id),
        tx.execute(number).scalar_one(),
        Written(tx.execute(touched).scalar_one(), written),
    )


def born_with(tx: Connection, someone: Person) -> list[Person]:
    """The other people with the birth date of this one, by the beginning of their numbers."""
    first = someone.nip.digits[:8]
    query = select_people().where(
        people.c.nip.between(f"{first}{'0' * 10}", f"{first}{'9' * 10}"), people.c.id != someone.id
    )
    return [person_of(row) for row in tx.execute(query.order_by(people.c.id))]


def merge_people(tx: Connection, action: int, merge: Merge, on: date) -> None:
    """The record that goes leaves the table; what hung on it hangs on the one that stays.

    Every count keeps its source, its day and the import that it came from, every picture what it
    proves.

    Raises:
        PersonGone: one of the two is not there any more.
    """
    stays, goes = person(tx, merge.stays), person(tx, merge.goes)
    _merge_accounts(tx, action, merge)
    for table in (counts, counts_apart, evidence, activities, clarifications, former_nips):
        _hand_over(tx, action, table, merge)
    _keep_number(tx, action, merge, goes.nip.digits, on)
    _drop_number(tx, action, merge.stays, stays.nip.digits)
    remove_rows(tx, action, people, [merge.goes])
    values = {
        **merge.texts,
        "consent": merge.consent.value,
        "consent_on": merge.consent_on.isoformat() if merge.consent_on else None,
        "service": merge.service.value,
    }
    update_row(tx, action, people, merge.stays, values)


def _merge_accounts(tx: Connection, action: int, merge: Merge) -> None:
    standing = _rows_of(tx, merge.stays)
    for platform, row_id in _rows_of(tx, merge.goes).items():
        if platform in standing:
            remove_rows(tx, action, accounts, [row_id])
        else:
            update_row(tx, action, accounts, row_id, {"person_id": merge.stays})
            standing[platform] = row_id
    for platform, state in merge.accounts.items():
        if platform in standing:
            update_row(tx, action, accounts, standing[platform], columns_of(state))


def _rows_of(tx: Connection, person_id: int) -> dict[Platform, int]:
    query = select(accounts.c.platform, accounts.c.id).where(accounts.c.person_id == person_id)
    return {Platform(name): row_id for name, row_id in tx.execute(query)}


def _hand_over(tx: Connection, action: int, table: Table, merge: Merge) -> None:
    ids = tx.execute(select(table.c.id).where(table.c.person_id == merge.goes)).scalars().all()
    note_earlier(tx, action, table, ids)
    moved = {"person_id": merge.stays, "touched": action}
    tx.execute(update(table).where(table.c.person_id == merge.goes).values(moved))


def _keep_number(tx: Connection, action: int, merge: Merge, digits: str, on: date) -> None:
    """The number of the record that goes, once, so that files with it find the person."""
    _drop_number(tx, action, merge.stays, digits)
    values = {
        "person_id": merge.stays,
        "nip": digits,
        "replaced_on": on.isoformat(),
        "reason": merge.reason,
    }
    insert_row(tx, action, former_nips, values)


def _drop_number(tx: Connection, action: int, person_id: int, digits: str) -> None:
    """A number is not former where the person has it now, and former only once."""
    query = select(former_nips.c.id).where(
        former_nips.c.person_id == person_id, former_nips.c.nip == digits
    )
    remove_rows(tx, action, former_nips, tx.execute(query).scalars().all())
