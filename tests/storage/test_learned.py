"""What imports learned is kept by its key, and goes when the action that taught it is undone."""

from datetime import timedelta

from sqlalchemy import Connection

from app.storage.actions import begin, undo
from app.storage.database import Database
from app.storage.learned import (
    remember_layout,
    remember_units,
    remembered_layouts,
    remembered_units,
)
from tests.storage.conftest import NOON


def teach(tx: Connection, layout: list[str | None], units: dict[str, str]) -> int:
    action = begin(tx, "import", "Arum", NOON)
    remember_layout(tx, action, "mark", layout, NOON + timedelta(days=action))
    remember_units(tx, action, units)
    return action


def test_the_latest_word_counts(office: Database) -> None:
    with office.writing() as tx:
        teach(tx, ["nip", None, "name"], {"dinas kesehtan": "Dinas Kesehatan"})
        teach(tx, ["nip", "x", None], {"dinas kesehtan": "Dinas Kesehtan", "bkd": "BKPSDM"})
    with office.reading() as tx:
        assert remembered_layouts(tx) == {"mark": ["nip", "x", None]}
        assert remembered_units(tx) == {"dinas kesehtan": "Dinas Kesehtan", "bkd": "BKPSDM"}
    assert office.check() == []


def test_undo_brings_back_what_was_known_before(office: Database) -> None:
    with office.writing() as tx:
        first = teach(tx, ["nip", None], {"a": "A"})
        second = teach(tx, ["nip", "x"], {"a": "B", "b": "B"})
        undone = undo(tx, second, "ani", NOON)
        assert undone.kept == ()
        assert remembered_layouts(tx) == {"mark": ["nip", None]}
        assert remembered_units(tx) == {"a": "A"}
        undo(tx, first, "ani", NOON)
        assert (remembered_layouts(tx), remembered_units(tx)) == ({}, {})


def test_what_was_confirmed_again_since_stays(office: Database) -> None:
    with office.writing() as tx:
        first = teach(tx, ["nip", None], {"a": "A"})
        teach(tx, ["nip", None], {})
        undo(tx, first, "ani", NOON)
        assert remembered_layouts(tx) == {"mark": ["nip", None]}
        assert remembered_units(tx) == {}
