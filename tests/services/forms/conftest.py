"""An office of several organisations that sends forms, and what offices do to them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from app.domain.form_conflict import Choices
from app.domain.nip import Nip
from app.domain.person import Person, Source
from app.domain.platform import Platform
from app.domain.roster import AccountState, CountState
from app.paths import resources
from app.services.forms.issuing import FormOrder, Issued, IssueForms
from app.services.forms.returning import NO_CHOICES
from app.services.forms.tracking import TrackForms
from app.services.importing import Applied, ImportPlan, ImportRoster
from app.services.job import Job
from app.storage import schema
from app.storage.accounts import put_account
from app.storage.actions import begin
from app.storage.counts import record_count
from app.storage.database import Database
from app.storage.held import HeldRow, all_held_rows
from app.storage.people import add_person
from app.wording.language import Language

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

ISSUED = datetime(2026, 11, 3, 9)
TODAY = date(2026, 11, 20)
ASKED = (Platform.INSTAGRAM, Platform.FACEBOOK)
NAMES = "Laras Arum Damar Intan Ketut Melati Yosef Wahyu Bening Galih".split()

Answers = dict[str, int]
"""What is answered for Instagram, by NIP."""


def nip(organisation: int, number: int) -> str:
    return f"19{70 + number % 25}0{1 + organisation % 9}12201001{1 + number % 2}{1 + organisation * 20 + number:03}"


@dataclass(slots=True)
class Desk:
    """Sends forms out, takes them in, looks at what is stored."""

    office: Database
    forms: IssueForms
    importing: ImportRoster
    tracking: TrackForms
    folder: Path

    def send(self, order: FormOrder | None = None) -> Issued:
        self.folder.mkdir(exist_ok=True)
        order = order or FormOrder(ASKED, date(2026, 11, 10))
        return self.forms.issue(order, self.folder, "Diskominfo", Job.quiet())

    def plan(self, *paths: Path, choices: Choices = NO_CHOICES) -> ImportPlan:
        sources = [self.importing.read(path, Job.quiet()) for path in paths]
        try:
            return self.importing.plan(sources, TODAY, Job.quiet(), choices)
        finally:
            for source in sources:
                source.close()

    def take(self, *paths: Path, choices: Choices = NO_CHOICES) -> tuple[ImportPlan, Applied]:
        plan = self.plan(*paths, choices=choices)
        return plan, self.importing.apply(plan, Job.quiet())

    def counted(self, platform: Platform = Platform.INSTAGRAM) -> Answers:
        """The counts that came by form, by the NIP of their person."""
        query = (
            select(schema.people.c.nip, schema.counts.c.low)
            .join_from(schema.counts, schema.people)
            .where(
                schema.counts.c.source == "form",
                schema.counts.c.platform == platform.value,
                schema.counts.c.retracted == 0,
            )
        )
        with self.office.reading() as tx:
            return dict(iter(tx.execute(query)))

    def counted_since(self, day: date) -> Answers:
        """All Instagram counts of that day or later, however they came, by NIP."""
        query = (
            select(schema.people.c.nip, schema.counts.c.low)
            .join_from(schema.counts, schema.people)
            .where(schema.counts.c.observed_on >= day.isoformat(), schema.counts.c.retracted == 0)
        )
        with self.office.reading() as tx:
            return dict(iter(tx.execute(query)))

    def names(self) -> dict[str, str]:
        """Everyone's name, by NIP."""
        with self.office.reading() as tx:
            return dict(iter(tx.execute(select(schema.people.c.nip, schema.people.c.name))))

    def held(self) -> list[HeldRow]:
        with self.office.reading() as tx:
            return all_held_rows(tx)

    def record(self, number: str, value: int, day: date) -> None:
        """Somebody types a count while the form is out."""
        with self.office.writing() as tx:
            action = begin(tx, "count", "Arum", ISSUED)
            found = tx.execute(select(schema.people.c.id).where(schema.people.c.nip == number))
            count = CountState(Platform.INSTAGRAM, value, value, True, day, str(value))
            record_count(tx, action, found.scalar_one(), count, Source.TYPED, "Arum", ISSUED)


def fill_office(office: Database, organisations: int, people: int) -> None:
    with office.writing() as tx:
        action = begin(tx, "test", "Arum", ISSUED)
        for place in range(organisations):
            for number in range(people):
                name = f"{NAMES[number % 10]} {NAMES[(number * 3 + place) % 10]} {chr(65 + number)}tama"
                person = Person(
                    Nip(nip(place, number)),
                    name,
                    organisation=f"Dinas {chr(65 + place)}man Jaya",
                    unit="Sekretariat",
                )
                person_id = add_person(tx, action, person)
                handle = f"akun{place}.{number}"
                put_account(
                    tx,
                    action,
                    person_id,
                    AccountState(Platform.INSTAGRAM, handle, "username", None, f"@{handle}"),
                )
                if number % 2:
                    count = CountState(
                        Platform.INSTAGRAM, 100 + number, 100 + number, True, date(2026, 10, 1), ""
                    )
                    record_count(tx, action, person_id, count, Source.TYPED, "Arum", ISSUED)


def desk_with(tmp_path: Path, organisations: int, people: int) -> Iterator[Desk]:
    with Database.open(tmp_path / "kantor.db", create=True) as office:
        fill_office(office, organisations, people)
        language = Language("id", resources() / "locale")
        yield Desk(
            office,
            IssueForms(office, lambda: ISSUED, "Arum", language),
            ImportRoster(office, lambda: datetime(2026, 11, 20, 9), "Arum"),
            TrackForms(office),
            tmp_path / "keluar",
        )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield from desk_with(tmp_path, 3, 6)


class Sheet:
    """A form as somebody in an office works on it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = load_workbook(path)
        self.cells: Worksheet = self.book.worksheets[0]
        self.head = next(
            row[0].row for row in self.cells.iter_rows() if any(cell.value == "NIP" for cell in row)
        )
        self.heads = {str(cell.value): cell.column for cell in self.cells[self.head] if cell.value}

    def rows(self) -> range:
        """The rows with a person."""
        column = self.heads["NIP"]
        first = self.head + 1
        last = first
        while self.cells.cell(last, column).value:
            last += 1
        return range(first, last)

    def put(self, row: int, head: str, value: object) -> None:
        self.cells.cell(row, self.heads[head]).value = value

    def get(self, row: int, head: str) -> object:
        return self.cells.cell(row, self.heads[head]).value

    def answer(self, random: Random) -> Answers:
        """Fills in a count for most of them."""
        answers = {}
        for row in self.rows():
            if random.random() < 0.85:
                value = random.randint(600, 9_999)
                self.put(row, "Pengikut Instagram", f"{value:,}".replace(",", "."))
                answers[str(self.get(row, "NIP"))] = value
        return answers

    def reorder(self, rows: list[int], columns: Callable[[int], bool] = lambda _: True) -> None:
        """Puts the rows into another order, of the columns that were chosen."""
        width = self.cells.max_column
        for column in filter(columns, range(1, width + 1)):
            values = [self.cells.cell(row, column).value for row in rows]
            for row, value in zip(self.rows(), values, strict=True):
                self.cells.cell(row, column).value = value

    def save(self, path: Path | None = None) -> Path:
        target = path or self.path
        self.book.save(target)
        return target


@pytest.fixture
def language() -> Language:
    return Language("id", resources() / "locale")
