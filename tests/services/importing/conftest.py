"""An office, and rosters that are written for one test."""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from app.services.importing import Applied, ImportPlan, ImportRoster, Source
from app.services.job import Job
from app.storage import schema
from app.storage.database import Database

TODAY = date(2026, 11, 20)
HEAD = ("No", "NIP", "Nama", "Unit Kerja", "Akun IG", "Followers IG")

Content = dict[str, list[tuple[object, ...]]]
Row = Sequence[object]


@dataclass(frozen=True, slots=True)
class Desk:
    """Imports into one office, and looks at what is in it."""

    office: Database
    importing: ImportRoster
    clock: datetime

    def plan(
        self, *paths: Path, change: Callable[[list[Source]], None] | None = None
    ) -> ImportPlan:
        """What importing these files would do; `change` may correct the opened files before."""
        sources = [self.importing.read(path, Job.quiet()) for path in paths]
        try:
            if change is not None:
                change(sources)
            return self.importing.plan(sources, TODAY, Job.quiet())
        finally:
            for source in sources:
                source.close()

    def apply(self, plan: ImportPlan) -> Applied:
        return self.importing.apply(plan, Job.quiet())

    def bring(self, *paths: Path) -> Applied:
        """Imports at once, as the command line does."""
        return self.importing.import_files(paths, TODAY, Job.quiet())

    def undo(self, import_id: int) -> tuple[str, ...]:
        """Takes an import back; gives who was kept."""
        (record,) = [one for one in self.importing.history() if one.id == import_id]
        return self.importing.undo(record).kept

    def content(self) -> Content:
        """Every row that an undo must bring back."""
        tables = (
            schema.people,
            schema.former_nips,
            schema.accounts,
            schema.counts,
            schema.held_rows,
            schema.layouts,
            schema.unit_names,
        )
        with self.office.reading() as tx:
            return {
                table.name: [tuple(row) for row in tx.execute(select(table).order_by(table.c.id))]
                for table in tables
            }


def desk_at(path: Path) -> Iterator[Desk]:
    """An empty office in a new file."""
    with Database.open(path, create=True) as office:
        clock = datetime(2026, 11, 20, 9, tzinfo=UTC)
        yield Desk(office, ImportRoster(office, lambda: clock, "Arum"), clock)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield from desk_at(tmp_path / "kantor.db")


def write_csv(path: Path, rows: Sequence[Row], head: Sequence[str] = HEAD) -> Path:
    """A roster as text, which nothing converts on its way."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([head, *rows])
    return path
