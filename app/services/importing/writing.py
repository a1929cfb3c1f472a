"""Writes a planned import: its record, its rows, and what settles or is learned by it."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.errors import FileError
from app.domain.plain_block import PlainBlock
from app.domain.plain_row import PlainRow
from app.domain.roster import Outcome, PlannedRow
from app.services.importing.memory import confirm_layouts
from app.services.importing.planning import ImportPlan, Passed, SheetOutcomes
from app.services.importing.settling import Settling
from app.services.importing.source import Source
from app.services.importing.source_sheet import SourceSheet
from app.storage.actions import begin
from app.storage.database import Database
from app.storage.forms import mark_counts_of_forms, note_returns
from app.storage.import_writer import ImportWriter
from app.storage.imports import add_file, add_sheet, finish_import, start_import
from app.storage.learned import remember_units
from app.storage.people import set_service
from app.storage.transaction import Transaction

RowsToWrite = Iterable[tuple[PlannedRow | PlainRow | PlainBlock | Passed, Mapping[str, str]]]
"""Planned rows and plain ones, which are new in every part; with a held row what it says."""

Batches = Iterable[tuple[Source, SourceSheet, RowsToWrite]]


@dataclass(frozen=True, slots=True)
class Applied:
    """A finished import. `tallies` has the sheets in the order in which they were read.

    `digest` is that of the plan (`ImportPlan.digest`), taken again from the rows as they were
    written; empty where no plan was shown before.
    """

    import_id: int
    sources: Sequence[Source]
    tallies: Sequence[tuple[SourceSheet, SheetOutcomes]]
    digest: str = ""

    def tally_of(self, sheet: SourceSheet) -> SheetOutcomes | None:
        """What became of one sheet; None where it was not read."""
        return next((tally for read, tally in self.tallies if read is sheet), None)


def empty_log(database: Database) -> None:
    """After a long import; where the disk refuses it, the log waits: what is committed stands in it."""
    with suppress(FileError):
        database.checkpoint()


class ImportWriting:
    """One import inside the caller's transaction; nothing stands before that commits."""

    def __init__(self, tx: Transaction, as_of: date, by: str, at: datetime) -> None:
        self._tx, self._at = tx, at
        self._action = begin(tx, "import", by, at)
        self._import_id = start_import(tx, self._action, by=by, at=at, as_of=as_of)
        self._settling = Settling(tx)
        self._writer = ImportWriter(tx, self._action, self._import_id, by, at)
        self._files: dict[str, int] = {}
        self._sources: dict[str, Source] = {}
        self._outcomes: dict[int, Mapping[Outcome, int]] = {}
        self._tallies: list[tuple[SourceSheet, SheetOutcomes]] = []

    def write(self, batches: Batches) -> None:
        """Every row of every sheet."""
        for source, sheet, rows in batches:
            sheet_id = add_sheet(self._tx, self._file_of(source), sheet.name)
            tally = SheetOutcomes()
            for planned, texts in rows:
                tally.add(planned)
                if isinstance(planned, Passed):
                    continue
                if isinstance(planned, PlainBlock):
                    self._write_block(planned, sheet_id, source.path.name, sheet.name)
                    continue
                if self._settling.keeps(planned, texts):
                    continue
                self._writer.write(planned, sheet_id, texts)
                self._settling.see(source.path.name, sheet.name, planned, texts)
            self._outcomes[sheet_id] = tally.outcomes
            self._tallies.append((sheet, tally))
        self._writer.finish()

    def _write_block(self, block: PlainBlock, sheet_id: int, file: str, sheet: str) -> None:
        self._writer.write_block(block, sheet_id)
        if self._settling.waits:
            for row in block:
                self._settling.see(file, sheet, row, {})

    def learn(self, seen: ImportPlan) -> None:
        """What a person saw and agreed to: who has left, what columns and names of units mean."""
        for person_id, service in seen.leaving.items():
            set_service(self._tx, self._action, person_id, service)
        confirm_layouts(self._tx, self._action, [sheet.sheet for sheet in seen.sheets], self._at)
        remember_units(self._tx, self._action, seen.units)

    def finish(self, returned: Mapping[int, int]) -> Applied:
        """Notes the forms that came back, the rows that wait no longer, and the buckets."""
        written = zip(self._outcomes, self._tallies, strict=True)
        of_forms = [sheet_id for sheet_id, (sheet, _) in written if sheet.is_form]
        mark_counts_of_forms(self._tx, self._import_id, of_forms)
        note_returns(self._tx, self._import_id, returned)
        self._settling.finish(self._action)
        finish_import(self._tx, self._import_id, self._outcomes)
        return Applied(self._import_id, list(self._sources.values()), self._tallies)

    def _file_of(self, source: Source) -> int:
        key = str(source.path)
        self._sources[key] = source
        if key not in self._files:
            self._files[key] = add_file(
                self._tx,
                self._import_id,
                name=source.path.name,
                sha256=source.sha256,
                format_name=source.format,
            )
        return self._files[key]
