"""Everybody of the outputs by name, where what is known of them takes long to read."""

from app.domain.person import ListedPerson
from app.services.many_objects import collector_paused
from app.storage.database import Database
from app.storage.people import listed_people, number_of_people

MANY = 5_000
"""Above, everything known of everybody takes longer to read than a blink."""


def names_of_many(database: Database) -> list[ListedPerson]:
    """Who there is, soon also where they are 100,000; nobody where all is read in a blink."""
    with collector_paused(), database.reading() as tx:
        if number_of_people(tx) <= MANY:
            return []
        found = [one for one in listed_people(tx) if one.in_outputs]
    found.sort(key=lambda one: one.place)
    return found
