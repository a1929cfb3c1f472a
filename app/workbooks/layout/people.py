"""Turns the rows of a sheet into roster rows: each cell is converted once, here."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, islice
from typing import cast

from app.domain.dates import read_date
from app.domain.fields import Field
from app.domain.form_return import CODES_APART
from app.domain.name_and_position import split_name_and_position
from app.domain.nip import NipFlaw, changed_places
from app.domain.roster import RosterRow, SkippedKind, SkippedRow
from app.workbooks.layout.below import LOOKED_AT, layout_below
from app.workbooks.layout.columns import holds_name_and_position
from app.workbooks.layout.dittos import Dittos
from app.workbooks.layout.further_rows import FurtherRows
from app.workbooks.layout.groups import Groups
from app.workbooks.layout.lines import LineReader, Row
from app.workbooks.layout.merged import MergedCells
from app.workbooks.layout.name_parts import last_name_column, whole_name
from app.workbooks.layout.numbers import Numbers
from app.workbooks.layout.own_reports import put_place
from app.workbooks.layout.person_cells import (
    NipOfRow,
    clean,
    consent_of,
    nip_of,
    person_text,
    put_name,
    put_name_and_nip,
)
from app.workbooks.layout.person_texts import texts_in
from app.workbooks.layout.plain_columns import PlainColumns, PlainTuple
from app.workbooks.layout.row_accounts import RowAccounts
from app.workbooks.layout.row_edits import NO_EDITS, Edits, edited, is_blank_row
from app.workbooks.layout.sheet import SheetLayout
from app.workbooks.layout.words import normal
from app.workbooks.reading import Merge


class PeopleReader:
    """Reads the people of one sheet in order.

    `keep_contacts`: telephone and e-mail are dropped at the door unless the clerk keeps them.
    `edits`: what a person put into cells instead, by row (1-based) and column (0-based).
    `as_of`: the day of the import; a head that says a later one is not believed.
    """

    def __init__(
        self,
        layout: SheetLayout,
        merges: Sequence[Merge] = (),
        *,
        keep_contacts: bool = False,
        edits: Edits = NO_EDITS,
        as_of: date | None = None,
    ) -> None:
        if layout.header is None:
            raise ValueError("a sheet without header has no people")
        self._layout = layout
        self._lines = LineReader(layout.header, layout.columns, layout.two_lines)
        fields = layout.fields
        self._nip, self._name = fields.get(Field.NIP), fields.get(Field.NAME)
        self._numbers = Numbers(fields, layout.number_pieces)
        self._both, self._rank = fields.get(Field.NAME_AND_NIP), fields.get(Field.RANK)
        self._both_has_position = (
            self._both is not None
            and Field.POSITION not in fields
            and "jabatan" in normal(" ".join(layout.header.texts[self._both])).split()
        )
        self._name_has_position = (
            self._name is not None
            and Field.POSITION not in fields
            and holds_name_and_position(layout.header.texts[self._name])
        )
        self._last_name = last_name_column(layout.columns)
        self._texts = texts_in(fields, keep_contacts=keep_contacts)
        self._dittos = Dittos(fields)
        self._further = FurtherRows(layout.columns)
        self._place = fields.get(Field.UNIT) if layout.unit_above_organisation else None
        self._groups = Groups(layout.grouped, fields.get(Field.NUMBER))
        self._observed = fields.get(Field.OBSERVED_ON)
        self._consent = fields.get(Field.CONSENT)
        self._codes = [
            fields[field] for field in (Field.HELD_CODE, Field.CODE_AGAIN) if field in fields
        ]
        self._accounts = RowAccounts(layout, as_of)
        self._long = self._accounts.long
        self._width = 1 + max([*fields.values(), self._last_name or 0])
        self._edits = edits
        self._section = ""
        self._merges, self._keep_contacts, self._as_of = merges, keep_contacts, as_of
        self._merged = MergedCells(layout, merges)
        self._stop: tuple[int, Row] | None = None

    def read(self, rows: Iterable[Row], first_row: int) -> Iterator[RosterRow | SkippedRow]:
        """Everything below the header, blank rows left out; `first_row` is 1-based.

        In lists of two lines a person comes before the skipped lines with the rest. Below a header
        with other words in other columns the rows are read by that one.
        """
        numbered: Iterator[tuple[int, Row]] = enumerate(rows, first_row)
        if self._layout.part is not None:
            numbered = ((number, self._layout.own(row)) for number, row in numbered)
        yield from self._read_list(numbered)
        yield from self._read_on(numbered)

    def read_on(self, rows: Iterable[Row], first_row: int) -> Iterator[RosterRow | SkippedRow]:
        """The rest of the sheet from the row on at which `read_block` has stopped."""
        numbered = ((number, self._layout.own(row)) for number, row in enumerate(rows, first_row))
        next(numbered)
        yield from self._read_on(numbered)

    @property
    def stopped_at(self) -> int | None:
        """The row that heads another list, which `read_on` has to read; None: there was none."""
        return self._stop[0] if self._stop is not None else None

    def _read_on(self, rows: Iterator[tuple[int, Row]]) -> Iterator[RosterRow | SkippedRow]:
        reader = self
        while reader._stop is not None:
            ahead = [reader._stop, *islice(rows, LOOKED_AT)]
            reader, heads = reader._below(ahead[0][0], [row for _, row in ahead])
            for number, row in ahead[:heads]:
                if not is_blank_row(row):
                    yield SkippedRow(number, SkippedKind.REPEATED_HEADER)
            rows = chain(ahead[heads:], rows)
            yield from reader._read_list(rows)

    def _below(self, number: int, rows: Sequence[Row]) -> tuple["PeopleReader", int]:
        """Who reads on below another header, which begins with `rows`; and how many rows it has."""
        self._stop = None
        layout = layout_below(self._layout, number, rows, self._merges)
        if layout is None or layout.header is None:
            return self, 1
        reader = PeopleReader(
            layout,
            self._merges,
            keep_contacts=self._keep_contacts,
            edits=self._edits,
            as_of=self._as_of,
        )
        reader._section = self._section
        return reader, layout.header.last - layout.header.first + 1

    def _read_list(self, rows: Iterable[tuple[int, Row]]) -> Iterator[RosterRow | SkippedRow]:
        """The rows of this list; `_stop` is the row that heads another one, if any."""
        waiting: tuple[int, list[object]] | None = None
        edits, lines, two_lines = self._edits, self._lines, self._layout.two_lines
        below: list[SkippedRow] = []
        for number, row in rows:
            if number in edits:
                row = edited(row, edits[number])
            if self._numbers and self._nip not in edits.get(number, ()):
                row = self._numbers.gathered(row)
            if is_blank_row(row):
                self._further.forget()
                continue
            if self._long is not None:
                row = self._long.with_person(row)
            elif not two_lines:
                row = self._further.with_person(row)
            if not two_lines and lines.passes_plain_person(row):
                yield self._person(number, row)
                continue
            line = lines.read(row)
            if line.section:
                self._section = line.section
            if waiting is not None and line.skipped is SkippedKind.SECOND_LINE:
                self._add_line(waiting[1], row)
                below.append(SkippedRow(number, SkippedKind.SECOND_LINE))
                continue
            if waiting is not None:
                yield self._person(*waiting)
                yield from below
                waiting, below = None, []
            if line.other_heads:
                self._stop = (number, row)
                return
            if line.skipped is not None:
                self._further.forget()
                yield SkippedRow(number, line.skipped)
            elif two_lines:
                waiting = (number, list(row))
            else:
                yield self._person(number, row)
        if waiting is not None:
            yield self._person(*waiting)
            yield from below

    def read_block(
        self, rows: Sequence[Row], first_row: int, plain: PlainColumns
    ) -> Iterator[RosterRow | SkippedRow | PlainTuple]:
        """The next rows as `read` would give them, but plain ones as text; `plain` is ours.

        It ends early at a row that heads another list, see `stopped_at`.
        """
        section = self._section
        rows = rows if self._layout.part is None else [self._layout.own(row) for row in rows]
        whole = [self._numbers.gathered(row) for row in rows] if self._numbers else rows
        found = plain.read(whole, first_row, self._organisation_of)
        for place, number in enumerate(range(first_row, first_row + len(rows))):
            if number in self._edits or self._merged.touch(number):
                found[place] = None
        found.append(None)
        place = 0
        while place < len(rows) and self._stop is None:
            end = found.index(None, place)
            # The organisation of the block may be that of a section which a row of it has ended.
            if end > place and self._lines.is_past_samples and self._section == section:
                self._lines.pass_plain_people(end - place)
                self._dittos.pass_row(whole[end - 1])
                self._further.pass_row(whole[end - 1])
                yield from cast("list[PlainTuple]", found[place:end])
                place = end
            else:
                yield from self._read_list([(first_row + place, rows[place])])
                place += 1

    def plain_columns(self, as_of: date) -> PlainColumns | None:
        """For `read_block`; None where rows of this sheet are not to be read by themselves."""
        nip, name = self._nip, self._name
        if nip is None or name is None or self._layout.two_lines or not self._accounts.are_plain:
            return None
        if self._name_has_position or self._last_name is not None:
            return None
        if self._both is not None or self._codes or self._groups:
            return None
        if self._consent is not None or self._place is not None:
            return None
        return PlainColumns(nip, name, self._texts, self._accounts.platforms, self._observed, as_of)

    # -------------------------------------------------------------- one person

    def person(self, number: int, row: Row) -> RosterRow:
        """A row that is known to be a person; `number` is 1-based."""
        return self._person(number, self._numbers.gathered(row) if self._numbers else row)

    def _add_line(self, row: list[object], below: Row) -> None:
        """Name over number; cells that only the lower line fills are taken over."""
        for index, cell in enumerate(below):
            if index == self._both:
                row[index] = f"{row[index] or ''}\n{cell or ''}"
            elif index < len(row) and row[index] in (None, ""):
                row[index] = cell
            elif index == self._rank and cell not in (None, ""):
                row[index] = f"{row[index]}, {cell}"

    def _person(self, number: int, row: Row) -> RosterRow:
        self._further.pass_row(row)
        row = self._dittos.filled(self._merged.fill(number, row))
        if len(row) < self._width:
            row = [*row, *(None,) * (self._width - len(row))]
        texts: dict[str, str] = {}
        nip = self._nip_and_name(row, texts)
        for field, index, read in self._texts:
            cell = row[index]
            if cell is not None and (text := read(cell)):
                texts[field] = text
        if self._place is not None:
            put_place(row[self._place], texts)
        if self._groups:
            self._groups.fill(row, texts)
        if "organisation" not in texts:
            self._add_organisation(texts)
        accounts, about = self._accounts.read(row, texts)
        person = RosterRow(
            number,
            *nip,
            texts,
            accounts,
            None if self._observed is None else read_date(row[self._observed]),
            None if self._consent is None else consent_of(row[self._consent]),
            self._code_of(row) if self._codes else "",
            about,
        )
        return self._further.settled(person)

    def _nip_and_name(self, row: Row, texts: dict[str, str]) -> NipOfRow:
        if self._both is not None:
            return put_name_and_nip(row[self._both], texts, with_position=self._both_has_position)
        if self._name is not None:
            cell = row[self._name]
            if self._last_name is not None:
                cell = whole_name(cell, row[self._last_name])
            if self._name_has_position and isinstance(cell, str):
                cell, position = split_name_and_position(cell)
                if position := person_text(position):
                    texts["position"] = position
            put_name(cell, texts)
        nip = nip_of(None if self._nip is None else row[self._nip])
        if changed_places(nip[1], texts.get("name", "")):
            return None, NipFlaw.SWAPPED, nip[2], None
        return nip

    def _add_organisation(self, texts: dict[str, str]) -> None:
        organisation = self._organisation_of(texts.get("unit", ""))
        if organisation:
            texts["organisation"] = organisation

    def _organisation_of(self, unit: str) -> str:
        """What is meant where no column says it, or empty."""
        if self._section or self._layout.organisation:
            return self._section or self._layout.organisation
        # SIASN writes the path of units, the finest first (reference/domain.md 3.3).
        return unit.rsplit(" - ", 1)[1] if " - " in unit else ""

    def _code_of(self, row: Row) -> str:
        """The code of the row; both, and a sign between them, where its ends say different ones."""
        codes = [clean(row[place]) for place in self._codes]
        return codes[0] if len(set(codes)) == 1 else CODES_APART.join(codes)
