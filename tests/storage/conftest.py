"""An open office, and builders that hide what does not matter."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import Connection, select

from app.domain.nip import Nip
from app.domain.person import Person, Source
from app.domain.platform import Platform
from app.domain.roster import AccountState, CountState, Outcome, PersonWrite, PlannedRow
from app.storage import schema, schema_evidence
from app.storage.actions import Undone, begin, redo, undo
from app.storage.counts import record_count
from app.storage.database import Database
from app.storage.import_writer import ImportWriter
from app.storage.imports import add_file, add_sheet, finish_import, start_import

NOON = datetime(2026, 11, 3, 12, 0, 0)
DAY = date(2026, 11, 1)

_Answer = TypeVar("_Answer")
Content = dict[str, list[tuple[object, ...]]]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Database]:
    with Database.open(tmp_path / "office.db", create=True) as database:
        yield database


class Some:
    """Values as they mostly are; a test names only what matters to it."""

    noon = NOON
    day = DAY

    def nip(self, number: int = 1) -> Nip:
        return Nip(f"19850101201001{1 + number // 999 % 2}{number % 999 + 1:03}")

    def person(self, number: int = 1, **texts: str) -> Person:
        return Person(self.nip(number), texts.pop("name", f"Pegawai {number}"), **texts)  # type: ignore[arg-type]  # texts only

    def account(
        self, handle: str | None = "ani", platform: Platform = Platform.INSTAGRAM
    ) -> AccountState:
        kind = "username" if handle else None
        return AccountState(platform, handle, kind, None, f"@{handle}" if handle else "")

    def count(
        self, value: int, platform: Platform = Platform.INSTAGRAM, day: date = DAY
    ) -> CountState:
        return CountState(platform, value, value, True, day, str(value))


@pytest.fixture
def some() -> Some:
    return Some()


class Desk:
    """Does things in an office, each as one action of its own."""

    def __init__(self, office: Database) -> None:
        self._office = office

    def act(self, work: Callable[[Connection, int], _Answer]) -> tuple[int, _Answer]:
        """The id of the action, and what the work gave."""
        with self._office.writing() as tx:
            action = begin(tx, "test", "ani", NOON)
            answer = work(tx, action)
        return action, answer

    def undo(self, action: int) -> Undone:
        with self._office.writing() as tx:
            return undo(tx, action, "ani", NOON)

    def redo(self, step: int) -> Undone:
        with self._office.writing() as tx:
            return redo(tx, step, NOON)

    def ask(self, question: Callable[[Connection], _Answer]) -> _Answer:
        with self._office.reading() as tx:
            return question(tx)

    def record(self, person_id: int, count: CountState) -> int:
        """Records a count and gives the id of the action."""

        def work(tx: Connection, action: int) -> int:
            return record_count(tx, action, person_id, count, Source.TYPED, "ani", NOON)

        return self.act(work)[0]

    def content(self) -> Content:
        """Every row that an undo must bring back exactly."""
        tables = (
            schema.people,
            schema.former_nips,
            schema.accounts,
            schema.counts,
            schema_evidence.evidence,
            schema.held_rows,
            schema.as_of_corrections,
        )
        with self._office.reading() as tx:
            return {
                table.name: [tuple(row) for row in tx.execute(select(table).order_by(table.c.id))]
                for table in tables
            }


@pytest.fixture
def desk(office: Database) -> Desk:
    return Desk(office)


def new_row(some: Some, number: int, **parts: object) -> PlannedRow:
    texts = {"name": f"Pegawai {number}", "unit": f"Bidang {number % 3}"}
    nip = some.nip(number).digits
    write = PersonWrite(nip, None, True, texts, **parts)  # type: ignore[arg-type]  # any part
    return PlannedRow(number + 4, Outcome.NEW, nip, write=write)


def changed_row(
    some: Some, number: int, person_id: int | None, texts: dict[str, str], **parts: object
) -> PlannedRow:
    nip = some.nip(number).digits
    write = PersonWrite(nip, person_id, False, texts, **parts)  # type: ignore[arg-type]
    return PlannedRow(number + 500, Outcome.CHANGED, nip, write=write)


def bring(
    office: Database, some: Some, rows: Sequence[PlannedRow], by: str = "ani"
) -> tuple[int, int]:
    """The action and the id of an import of these rows."""
    with office.writing() as tx:
        action = begin(tx, "import", "ani", NOON)
        import_id = start_import(tx, action, by=by, at=NOON, as_of=DAY)
        file_id = add_file(tx, import_id, name="a.xlsx", sha256="0" * 64, format_name="xlsx")
        sheet_id = add_sheet(tx, file_id, "Data")
        writer = ImportWriter(tx, action, import_id, by, NOON)
        for row in rows:
            writer.write(row, sheet_id, {"name": "Tanpa NIP", "phone": "0812"})
        writer.finish()
        finish_import(tx, import_id, {sheet_id: _buckets(rows)})
    return action, import_id


def _buckets(rows: Iterable[PlannedRow]) -> dict[Outcome, int]:
    found = dict.fromkeys(Outcome, 0)
    for row in rows:
        found[row.outcome] += 1
    return found
