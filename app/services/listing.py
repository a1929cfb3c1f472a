"""Everybody of the outputs by name, where what is known of them takes long to read."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from app.domain.person import Account, ListedPerson, NamedPerson, listed_order
from app.services.job import Job
from app.services.many_objects import collector_paused
from app.storage.accounts import listed_with_accounts
from app.storage.database import Database
from app.storage.listed import named_people
from app.storage.people import ids_by_name, number_of_people

Kept = TypeVar("Kept")

MANY = 5_000
"""Above, everything known of everybody takes longer to read than a blink."""


def names_of_many(
    database: Database, keep: Callable[[Sequence[NamedPerson]], list[Kept]]
) -> list[Kept]:
    """What `keep` makes of all of them by name, soon also where they are 100,000.

    Nobody where all that is known of them is read in a blink.
    """
    with collector_paused(), database.reading() as tx:
        if number_of_people(tx) <= MANY:
            return []
        everyone = list(named_people(tx))
        return keep([everyone[number] for number in listed_order(everyone)])


def kept_of_everyone(
    database: Database,
    keep: Callable[[ListedPerson, tuple[Account, ...]], Kept],
    as_of: date,
    job: Job,
) -> list[Kept]:
    """What `keep` makes of everyone with their newest counts on that day, by name.

    Who they are and what is known of them is let go one by one, here and above. Their order is
    found first: what that takes is free again before anything is kept, so that no holes stay.
    """
    with collector_paused(), database.reading() as tx:
        order = ids_by_name(tx)
        everyone = job.counting(listed_with_accounts(tx, as_of))
        found = {who.id: keep(who, accounts) for who, accounts in everyone}
    return [found[one] for one in order if one in found]
