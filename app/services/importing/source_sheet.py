"""One sheet of an opened roster file: what was found out about it and what a person said of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain.fields import Field
from app.domain.nip_doctor import Ground, Proposal
from app.domain.roster import RosterRow, SkippedRow
from app.workbooks.layout.above import name_in, people_above, rows_of_people
from app.workbooks.layout.below import layout_at
from app.workbooks.layout.columns import Column
from app.workbooks.layout.count_days import days_of_counts
from app.workbooks.layout.head import Role, read_head
from app.workbooks.layout.headless import without_header
from app.workbooks.layout.known import KnownLayouts, confirmed
from app.workbooks.layout.parts import columns_named
from app.workbooks.layout.sheet import SheetLayout, UnitOrigin, detect_with_header
from app.workbooks.reading import Merge, SheetMarks

_A_NIP = 1e17
"""The least number of 18 digits."""

CellText = tuple[int, int, str | None]
"""Row (1-based), column (0-based), and what a person puts there; None: what the file says."""


@dataclass(slots=True)
class SourceSheet:
    """One sheet. `head` are its first rows; `chosen`: its people are wanted.

    `found` is its layout as it looks by itself, whatever was confirmed before or a person says.

    `edits` are cells that a person corrected, by row (1-based) and column (0-based); the file
    itself stays as it is. `marks` are read when they are first asked for. `without_hidden`: rows
    that are hidden in the file are left out. `known` are layouts that were confirmed before.
    `is_form`: it is a form that came back, which its rows tell when they are planned.
    """

    layout: SheetLayout
    found: SheetLayout
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
        """As on its tab, with the columns of one of several lists; csv and HTML have a made-up one."""
        part = self.layout.part
        return self.layout.name if part is None else f"{self.layout.name} ({columns_named(part)})"

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in its file: the number of the sheet from 0, and of its first column."""
        return self.layout.index, self.layout.part[0] if self.layout.part is not None else 0

    def tables_beside(self, sheets: Iterable["SourceSheet"]) -> list[str]:
        """Tables on this sheet of which nothing is read, by their columns and headings.

        `sheets`: all of the file; a table that is one of them is read as a list of its own.
        """
        lists = {one.layout.part for one in sheets if one.layout.index == self.layout.index}
        used = set(self.layout.fields.values())
        return [
            f"{columns_named(place)}: {', '.join(self._headings(place))}"
            for place in self.layout.beside
            if place not in lists and used.isdisjoint(range(*place))
        ]

    def _headings(self, place: tuple[int, int]) -> list[str]:
        found = (column for column in self.layout.columns if column.index in range(*place))
        return [column.header.split(" | ")[-1] for column in found if column.header]

    @property
    def second_columns(self) -> list[Column]:
        """Those that mean what another one means, and the counts behind them: they are not read."""
        columns = self.layout.columns
        meant = {column.index for column in columns if column.field is not None}
        found: list[Column] = []
        for column in columns:
            if column.field is not None or not column.header:
                continue
            behind = bool(found) and found[-1].index == column.index - 1
            head = read_head([column.header.split(" | ")[-1]])
            if column.rival in meant or (behind and head.role is Role.BARE_FOLLOWERS):
                found.append(column)
        return found

    def days_of_counts(self, as_of: date) -> Mapping[int, date]:
        """By column (0-based) the day of its counts, where its head says one up to `as_of`."""
        return days_of_counts(self.layout.columns, as_of)

    def fields_at(self, row: int) -> Mapping[Field, int]:
        """The column of each field in `row`, which may stand under a header of its own."""
        return layout_at(self.layout, row, self.head, self.merges).fields

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

    def people_in(self, first: int, last: int) -> list[tuple[int, str]]:
        """The rows `first`..`last` (1-based) that hold a person, and who that is."""
        rows = rows_of_people(self.found, self.head, first, min(last, len(self.head)))
        return [(row, name_in(row, said, self.found, self.head)) for row, said in rows]

    def people_above(self, *, keep_contacts: bool) -> Iterator[RosterRow | SkippedRow]:
        """Everybody whom the header leaves out, so that nobody is lost without a word."""
        return people_above(self.layout, self.found, self.head, keep_contacts=keep_contacts)

    def set_header(self, first: int, last: int) -> None:
        """A person says that rows `first`..`last` (1-based) are the header."""
        layout = detect_with_header(self.layout, first, last, self.head, self.merges)
        self.layout = confirmed(layout, self.known)
        self.chosen = True

    def set_no_header(self) -> None:
        """A person says that nothing heads the columns of the list."""
        self.layout = without_header(self.layout, self.head)
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
        fields = self.fields_at(row)
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
