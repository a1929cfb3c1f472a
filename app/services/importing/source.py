"""An opened roster file and what was found out about each of its sheets."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from app.domain.fields import Field
from app.domain.nip_doctor import Ground, Proposal, digits_in_file
from app.domain.plain_row import PlainRow, full_row
from app.domain.roster import RosterRow, SkippedKind, SkippedRow
from app.services.importing.waiting import Waiting
from app.services.job import Job
from app.workbooks.layout.known import KnownLayouts, confirmed, recognised
from app.workbooks.layout.sheet import SheetLayout, UnitOrigin, detect, detect_with_header
from app.workbooks.people import CHILD
from app.workbooks.people.asking import people_of
from app.workbooks.reading import (
    Cell,
    Merge,
    OpenedWorkbook,
    SheetMarks,
    open_pasted,
    open_workbook,
)
from app.workbooks.reading.ahead import ReadAhead

HEAD_ROWS = 240
"""Enough for the last possible header row and the sample below it."""

_A_NIP = 1e17
"""The least number of 18 digits."""

NONE_KNOWN: KnownLayouts = MappingProxyType({})

CellText = tuple[int, int, str | None]
"""Row (1-based), column (0-based), and what a person puts there; None: what the file says."""


@dataclass(slots=True)
class SourceSheet:
    """One sheet. `head` are its first rows; `chosen`: its people are wanted.

    `edits` are cells that a person corrected, by row (1-based) and column (0-based); the file
    itself stays as it is. `marks` are read when they are first asked for. `without_hidden`: rows
    that are hidden in the file are left out. `known` are layouts that were confirmed before.
    `is_form`: it is a form that came back, which its rows tell when they are planned.
    """

    layout: SheetLayout
    head: list[list[object]]
    merges: tuple[Merge, ...]
    chosen: bool
    edits: Mapping[int, Mapping[int, str]] = field(default_factory=dict)
    marks: SheetMarks | None = None
    without_hidden: bool = False
    known: KnownLayouts = field(default_factory=dict)
    is_form: bool = False

    @property
    def name(self) -> str:
        """As on its tab; csv and HTML have a made-up one."""
        return self.layout.name

    @property
    def has_numbers_for_nips(self) -> bool:
        """Whether the first rows of the list have such cells; mostly it is all or none."""
        column = self.layout.fields.get(Field.NIP)
        if column is None:
            return False
        cells = (row[column] for row in self.head if column < len(row))
        return any(isinstance(cell, float) and cell >= _A_NIP for cell in cells)

    @property
    def has_names(self) -> bool:
        """It can bring new people; a list of accounts keyed by NIP alone cannot."""
        fields = self.layout.fields
        return Field.NAME in fields or Field.NAME_AND_NIP in fields

    @property
    def is_waiting_list(self) -> bool:
        """Our own workbook of held rows, on its way back."""
        return Field.HELD_CODE in self.layout.fields

    def set_header(self, first: int, last: int) -> None:
        """A person says that rows `first`..`last` (1-based) are the header."""
        layout = detect_with_header(self.layout, first, last, self.head, self.merges)
        self.layout = confirmed(layout, self.known)
        self.chosen = True

    def set_cell(self, row: int, column: int, text: str | None) -> None:
        """A person says what stands in a cell of the list; None: what the file says."""
        self.set_cells([(row, column, text)])

    def set_cells(self, cells: Iterable[CellText]) -> None:
        """Several cells. A reading that is on its way goes on with the former ones."""
        edits = {row: dict(texts) for row, texts in self.edits.items()}
        for row, column, text in cells:
            if text is None:
                edits.get(row, {}).pop(column, None)
            else:
                edits.setdefault(row, {})[column] = text
        self.edits = {row: texts for row, texts in edits.items() if texts}

    def cells_of(self, row: int, proposal: Proposal, texts: Mapping[str, str]) -> list[CellText]:
        """What to put where if `proposal` is the number of a row that says `texts`."""
        fields = self.layout.fields
        name = texts.get("name", "")
        cells: list[CellText] = []
        if proposal.ground is Ground.SWAPPED:
            name = texts.get("nip", "")
            if Field.NAME in fields:
                cells.append((row, fields[Field.NAME], name))
        if Field.NIP in fields:
            cells.append((row, fields[Field.NIP], proposal.nip))
        elif Field.NAME_AND_NIP in fields:
            cells.append((row, fields[Field.NAME_AND_NIP], f"{name}\n{proposal.nip}"))
        return cells

    @property
    def wants_unit(self) -> bool:
        """Its rows are people, and no column says where they work; accounts by NIP need none."""
        layout = self.layout
        said = bool({Field.UNIT, Field.ORGANISATION} & layout.fields.keys())
        asked = self.has_names or layout.organisation_from is not UnitOrigin.NOWHERE
        return layout.is_roster and asked and not said

    @property
    def unit_names(self) -> list[str]:
        """What the title, the sheet's name and the file's name say of whose list it is."""
        return list(self.layout.unit_names)

    def set_organisation(self, text: str) -> None:
        """A person says whose list it is; empty: nobody's in particular."""
        self.layout = self.layout.with_organisation(text)

    def set_meaning(self, column: int, field: Field | None) -> None:
        """A person says what the column (0-based) means; None: it is not kept."""
        self.layout = self.layout.with_meaning(column, field)


class Source:
    """A roster file while it is looked at; closing it ends the reader and its private copy."""

    def __init__(
        self, workbook: OpenedWorkbook, sheets: list[SourceSheet], waiting: Waiting
    ) -> None:
        self._workbook = workbook
        self._waiting = waiting
        self.sheets = sheets

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
        self.sheets = [
            _look_at(workbook, index, job, known) for index in range(len(workbook.sheets))
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
        )
        return _without(hidden, found) if hidden else found

    def marks(self, sheet: SourceSheet) -> SheetMarks:
        """Hidden rows, formulas without a value, digits of numbers; read once."""
        if sheet.marks is None:
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
    hidden: frozenset[int], rows: Iterator[RosterRow | SkippedRow | PlainRow]
) -> Iterator[RosterRow | SkippedRow | PlainRow]:
    for row in rows:
        yield SkippedRow(row.row, SkippedKind.HIDDEN) if row.row in hidden else row


def _look_at(workbook: OpenedWorkbook, index: int, job: Job, known: KnownLayouts) -> SourceSheet:
    job.step(index, len(workbook.sheets))
    facts = workbook.sheets[index]
    head: list[list[object]] = [list(row) for row in workbook.head(index, HEAD_ROWS)]
    merges = workbook.merges(index)
    stem = workbook.path.stem
    found = detect(index, facts.name, facts.hidden, head, merges, stem)
    layout = recognised(found, head, merges, known)
    chosen = layout.is_roster and not facts.hidden
    return SourceSheet(layout, head, merges, chosen, known=known)
