"""An office with people, counts and pictures, whose clock a test may set."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from app.bootstrap import open_workplace
from app.domain.evidence import Place
from app.domain.nip import Nip
from app.domain.person import Person
from app.domain.platform import Platform
from app.services.backups.keeping import KeepBackups
from app.services.backups.restoring import RestoreBackup
from app.services.job import Job
from app.services.workplace import Workplace
from app.wording.language import Language
from tests.services.evidence.conftest import pasted

FIRST = datetime(2026, 11, 3, 8, 12)


class Clock:
    """Says what it was set to."""

    def __init__(self) -> None:
        self.now = FIRST

    def __call__(self) -> datetime:
        return self.now

    def pass_days(self, days: int) -> None:
        self.now += timedelta(days=days)


class Office:
    """An office that may be open or closed, with its backups."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.clock = Clock()
        self.backups = KeepBackups(path, self.clock)
        self.restoring = RestoreBackup(path, self.backups, self.clock)
        self.pictures = path.with_name("kantor-bukti")

    def open(self, *, create: bool = False) -> Workplace:
        return open_workplace(self.path, create=create, language=Language("en", Path()))

    def add(self, serial: int, *pictures: str) -> None:
        """One more person, with these pictures."""
        with self.open(create=True) as place:
            person = place.people.add(Person(Nip(f"198703142010012{serial:03}"), f"Orang {serial}"))
            if pictures:
                where = Place(person, Platform.INSTAGRAM, date(2026, 11, 20))
                place.evidence.add(where, [pasted(one) for one in pictures], Job.quiet())

    def people(self) -> list[str]:
        with closing(sqlite3.connect(self.path)) as raw:
            rows = raw.execute("SELECT name FROM people ORDER BY id").fetchall()
        return [str(name) for (name,) in rows]

    def files(self) -> dict[str, bytes]:
        """Everything that belongs to the office itself, byte for byte."""
        found = [*self.path.parent.glob("kantor.db*"), *self.pictures.rglob("*.png")]
        return {str(one.relative_to(self.path.parent)): one.read_bytes() for one in found}

    def left_over(self) -> list[str]:
        return [one.name for one in self.path.parent.rglob("~gaung*")]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path / "kantor.db")
    made.add(1, "satu")
    yield made
    assert made.left_over() == []
