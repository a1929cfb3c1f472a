"""Who changed a person last."""

from datetime import datetime

from sqlalchemy import Connection

from app.storage.actions import begin, undo
from app.storage.changes import commits_so_far, last_change
from app.storage.database import Database
from app.storage.people import add_person, change_person

LATER = datetime(2026, 11, 4, 8, 30)


def added(desk, some) -> int:
    def work(tx: Connection, action: int) -> int:
        return add_person(tx, action, some.person())

    return desk.act(work)[1]


def test_a_count_is_a_change_of_its_person(desk, some, office: Database) -> None:
    person_id = added(desk, some)
    with office.writing() as tx:
        change_person(tx, begin(tx, "change_person", "budi", LATER), person_id, {"unit": "IKP"})
    assert desk.ask(lambda tx: last_change(tx, person_id)) == (LATER, "budi")
    desk.record(person_id, some.count(500))
    assert desk.ask(lambda tx: last_change(tx, person_id)) == (some.noon, "ani")


def test_what_was_undone_is_no_change(desk, some, office: Database) -> None:
    person_id = added(desk, some)
    with office.writing() as tx:
        action = begin(tx, "change_person", "budi", LATER)
        change_person(tx, action, person_id, {"unit": "IKP"})
    with office.writing() as tx:
        undo(tx, action, "ani", LATER)
    assert desk.ask(lambda tx: last_change(tx, person_id)) == (some.noon, "ani")


def test_only_what_is_written_counts_as_a_change(desk, some) -> None:
    before = desk.ask(commits_so_far)
    assert desk.ask(commits_so_far) == before
    added(desk, some)
    assert desk.ask(commits_so_far) > before


def test_nobody_was_never_changed(desk) -> None:
    assert desk.ask(lambda tx: last_change(tx, 7)) is None
