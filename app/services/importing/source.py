"""An opened roster file and what was found out about each of its sheets."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from app.domain.errors import ExchangeFound
from app.domain.fields import Field
from app.domain.nip_doctor import digits_in_file
from app.domain.plain_block import PlainBlock
from app.domain.plain_row import PlainRow, full_row
from app.domain.proof import PROOF_SHEET
from app.domain.rollup.enclosure import CONTENT_SHEET
from app.domain.roster import RosterRow, SkippedKind, SkippedRow
from app.services.importing.source_sheet import SourceSheet
from app.services.importing.waiting import Waiting
from app.services.job import Job
from app.workbooks.layout.known import KnownLayouts, recognised
from app.workbooks.layout.own_reports import as_own_report
from app.workbooks.layout.parts import lists_beside
from app.workbooks.layout.sheet import detect
from app.workbooks.people import CHILD
from app.workbooks.people.asking import people_of
from app.workbooks.reading import (
    Cell,
    OpenedWorkbook,
    SheetMarks,
    open_pasted,
    open_workbook,
)
from app.workbooks.reading.ahead import ReadAhead

_Asked = tuple[SourceSheet, date | None, bool, bool]
_People = Iterator[RosterRow | SkippedRow | PlainRow | PlainBlock]

HEAD_ROWS = 240
"""Enough for the last possible header row and the sample below it."""

NONE_KNOWN: KnownLayouts = MappingProxyType({})


class Source:
    """A roster file while it is looked at; closing it ends the reader and its private copy."""

    def __init__(
        self, workbook: OpenedWorkbook, sheets: list[SourceSheet], waiting: Waiting
    ) -> None:
        self._workbook = workbook
        self._waiting = waiting
        self.sheets = sheets
        self._begun: tuple[_Asked, _People] | None = None

    @classmethod
    def begin(cls, path: Path, job: Job, ahead: ReadAhead | None = None) -> "Source":
        """Opens only: the reader loads the first sheet until somebody calls `look`.

        Raises:
            FileError: as in `open`.
        """
        waiting = Waiting(job)
        workbook = ahead.take(path, waiting.step) if ahead is not None else None
        return cls(workbook or open_workbook(path, step=waiting.step, child=CHILD), [], waiting)

    def look(self, job: Job, known: KnownLayouts) -> None:
        """Looks at every sheet; one with a `known` layout is read as it was confirmed.

        Raises:
            FileError: as in `open`.
            Cancelled: the person stopped it.
        """
        workbook = self._workbook
        if any(sheet.name == CONTENT_SHEET for sheet in workbook.sheets):
            # Its people are those of another office: as a roster they would become our own.
            raise ExchangeFound(workbook.path)
        self.sheets = [
            sheet
            for index in range(len(workbook.sheets))
            for sheet in _look_at(workbook, index, job, known)
        ]

    @classmethod
    def open(
        cls,
        path: Path,
        job: Job,
        password: str | None = None,
        known: KnownLayouts = NONE_KNOWN,
    ) -> "Source":
        """Opens and looks at every sheet; the file itself is never changed.

        A sheet with one of the `known` layouts is read as it was confirmed.

        Raises:
            WorkbookProtected: it wants a password, or another one (WrongPassword).
            ExchangeFound: it is what an office sends to its province.
            FileError: one of its kinds, for anything that is no readable workbook.
            Cancelled: the person stopped it.
        """
        waiting = Waiting(job)
        workbook = open_workbook(path, step=waiting.step, child=CHILD, password=password)
        return cls._looked_at(workbook, waiting, job, known)

    @classmethod
    def pasted(cls, text: str, name: str, job: Job, known: KnownLayouts = NONE_KNOWN) -> "Source":
        """A block that was copied in Excel, as a file that is called `name`.

        Raises:
            FileError: it is blank, or no table.
            Cancelled: the person stopped it.
        """
        waiting = Waiting(job)
        workbook = open_pasted(name, text, step=waiting.step, child=CHILD)
        return cls._looked_at(workbook, waiting, job, known)

    @classmethod
    def _looked_at(
        cls, workbook: OpenedWorkbook, waiting: Waiting, job: Job, known: KnownLayouts
    ) -> "Source":
        source = cls(workbook, [], waiting)
        try:
            source.look(job, known)
        except BaseException:
            workbook.close()
            raise
        return source

    @property
    def path(self) -> Path:
        """Where the file stands."""
        return self._workbook.path

    @property
    def format(self) -> str:
        """xlsx, xls, xlsb, ods, xml, csv or html: by content, not by name."""
        return self._workbook.format

    @property
    def sha256(self) -> str:
        """Of the bytes that were read."""
        return self._workbook.sha256

    @property
    def size(self) -> int:
        """In bytes."""
        return self._workbook.size

    def serve(self, job: Job) -> None:
        """All later reading is for this job: it alone can stop it."""
        self._waiting.job = job

    def rows(self, sheet: SourceSheet) -> Iterator[list[list[Cell]]]:
        """All rows of a sheet from row 1, in chunks; an empty row is an empty list."""
        self._begun = None
        yield from self._workbook.chunks(sheet.layout.index)

    def people(
        self, sheet: SourceSheet, *, keep_contacts: bool = False
    ) -> Iterator[RosterRow | SkippedRow]:
        """Every non-blank row below the header, read once."""
        for row in self.rows_to_plan(sheet, None, keep_contacts=keep_contacts):
            yield full_row(row) if isinstance(row, PlainRow) else row

    def rows_to_plan(
        self, sheet: SourceSheet, as_of: date | None, *, keep_contacts: bool = False
    ) -> Iterator[RosterRow | SkippedRow | PlainRow]:
        """As `people`; with `as_of`, the day of counts without one, plain rows come as text."""
        for row in self.blocks_to_plan(sheet, as_of, keep_contacts=keep_contacts, in_blocks=False):
            if not isinstance(row, PlainBlock):
                yield row

    def blocks_to_plan(
        self,
        sheet: SourceSheet,
        as_of: date | None,
        *,
        keep_contacts: bool = False,
        in_blocks: bool = True,
    ) -> Iterator[RosterRow | SkippedRow | PlainRow | PlainBlock]:
        """As `rows_to_plan`; plain rows that follow each other come together, where wanted."""
        asked, begun = (sheet, as_of, keep_contacts, in_blocks), self._begun
        self._begun = None
        if begun is not None and begun[0] == asked:
            return begun[1]
        if sheet.layout.header is None:
            return iter(())
        hidden = self.marks(sheet).hidden if sheet.without_hidden else frozenset()
        found = people_of(
            self._workbook,
            sheet.layout,
            sheet.merges,
            keep_contacts=keep_contacts,
            edits=sheet.edits,
            as_of=as_of,
            in_blocks=in_blocks and not hidden,
        )
        found = chain(sheet.people_above(keep_contacts=keep_contacts), found)
        return _without(hidden, found) if hidden else found

    def begin_people(
        self, sheet: SourceSheet, as_of: date, *, keep_contacts: bool, in_blocks: bool
    ) -> None:
        """Lets the reader work ahead; `blocks_to_plan` with the same words takes what it did.

        Nothing is begun where another question comes first: of hidden rows, of whole numbers.
        """
        if not (sheet.without_hidden or sheet.has_numbers_for_nips):
            people = self.blocks_to_plan(
                sheet, as_of, keep_contacts=keep_contacts, in_blocks=in_blocks
            )
            self._begun = ((sheet, as_of, keep_contacts, in_blocks), people)

    def marks(self, sheet: SourceSheet) -> SheetMarks:
        """Hidden rows, formulas without a value, digits of numbers; read once."""
        if sheet.marks is None:
            self._begun = None
            sheet.marks = self._workbook.marks(sheet.layout.index)
        return sheet.marks

    def numbers_in_file(self, sheet: SourceSheet) -> Mapping[int, str]:
        """By row: the 18 digits of number cells for a NIP, where the file surely has them."""
        column = sheet.layout.fields.get(Field.NIP)
        found = self.marks(sheet).digits if column is not None else {}
        return {
            row: text for (row, at), text in found.items() if at == column and digits_in_file(text)
        }

    def close(self) -> None:
        """Ends the reader; safe to call twice."""
        self._workbook.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _without(
    hidden: frozenset[int], rows: Iterator[RosterRow | SkippedRow | PlainRow | PlainBlock]
) -> Iterator[RosterRow | SkippedRow | PlainRow | PlainBlock]:
    for row in rows:
        if isinstance(row, PlainBlock) or row.row not in hidden:
            yield row
        else:
            yield SkippedRow(row.row, SkippedKind.HIDDEN)


def _look_at(
    workbook: OpenedWorkbook, index: int, job: Job, known: KnownLayouts
) -> Iterator[SourceSheet]:
    """One sheet, and each further list of people that stands beside the first one on it."""
    job.step(index, len(workbook.sheets))
    facts = workbook.sheets[index]
    head: list[list[object]] = [list(row) for row in workbook.head(index, HEAD_ROWS)]
    merges = workbook.merges(index)
    stem = workbook.path.stem
    found = detect(index, facts.name, facts.hidden, head, merges, stem)
    if any(sheet.name == PROOF_SHEET for sheet in workbook.sheets):
        found = as_own_report(found, head)
    for part in (found, *lists_beside(found, head, merges)):
        layout = recognised(part, head, merges, known)
        chosen = layout.is_roster and not facts.hidden
        yield SourceSheet(layout, part, head, merges, chosen, known=known)
