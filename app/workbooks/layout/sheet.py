"""The layout of one sheet: where its header stands, what its columns mean, whose list it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from app.domain.count_unit import unit_of_head
from app.domain.dates import without_birth
from app.domain.fields import Certainty, Field, followers_field
from app.domain.name_and_nip import speaks_of_nip
from app.domain.platform import RECORDED
from app.workbooks.layout import words as w
from app.workbooks.layout.beside import tables_beside, without_tables_beside
from app.workbooks.layout.columns import Column, assign
from app.workbooks.layout.groups import grouped_places
from app.workbooks.layout.header import Header, find_header, header_at
from app.workbooks.layout.lines import LineReader, Row
from app.workbooks.layout.number_row import is_number_row
from app.workbooks.layout.numbers import pieces_of_number
from app.workbooks.layout.profile import Profile, profile
from app.workbooks.layout.ticks import TickedCounts, place_ticked_counts
from app.workbooks.layout.together import place_accounts_together
from app.workbooks.layout.unit_names import unit_of_file
from app.workbooks.reading import Merge

SAMPLE_ROWS = 200
"""Rows below the header that are looked at before the meanings are decided."""

_LABEL = re.compile(
    r"^\W*(?:opd|skpd|perangkat\s+daerah|unit\s+kerja|satuan\s+kerja|instansi|dinas/badan)\s*:?\s*(.*)$",
    re.IGNORECASE,
)

_FIVE_DIGITS = re.compile(r"(?:\d\W?){5}")

_EXPLAINS = re.compile(
    r"\b(?:digit|diisi|isi|isikan|wajib|contoh|format|teks|angka|kolom)\b", re.IGNORECASE
)

_PLACE = re.compile(r",\s*(?:kab|kota|prov)", re.IGNORECASE)
"""Where a school lies ("Kecamatan Hulu, Kabupaten Tirta") is not whose list it is."""


_COUNTS = frozenset({Field.FOLLOWERS, *map(followers_field, RECORDED)})

_NO_WORD = Certainty.GUESS
"""How sure a column is of which nobody said anything."""


class UnitOrigin(StrEnum):
    """Where the organisation of a whole sheet was found."""

    NOWHERE = "nowhere"
    TITLE = "title"
    SHEET = "sheet"
    FILE = "file"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """What was found out. `header` None: nobody's list, its rows are not read.

    `two_lines`: the NIP stands in the row under the name. `organisation` comes from the title
    block, the sheet's name or the file's (`file`, without its ending), where no column says it.
    """

    index: int
    name: str
    hidden: bool
    header: Header | None = None
    columns: tuple[Column, ...] = ()
    two_lines: bool = False
    organisation: str = ""
    organisation_from: UnitOrigin = UnitOrigin.NOWHERE
    file: str = ""
    part: tuple[int, int] | None = None
    pieces: tuple[int, ...] = ()
    """Columns of a NIP that stands in pieces under one head, see `number_pieces`."""
    beside: tuple[tuple[int, int], ...] = ()
    """Columns (first, and behind the last) of other tables that stand beside the list."""
    grouped: tuple[Field, ...] = ()
    """Places that stand only in the first row of each group, see `groups.py`."""
    unit_above_organisation: bool = False
    """In a report of ours: both stand in one cell, each on a line of its own."""

    def own(self, row: Row) -> Row:
        """The cells of a row that belong to this list, in their places."""
        if self.part is None:
            return row
        first, stop = self.part
        return [*(None,) * min(first, len(row)), *row[first:stop]]

    @property
    def is_roster(self) -> bool:
        """Its rows are people."""
        return self.header is not None

    @property
    def fields(self) -> dict[Field, int]:
        """0-based column of each field."""
        return {c.field: c.index for c in self.columns if c.field is not None}

    @property
    def number_pieces(self) -> tuple[int, ...]:
        """The columns (0-based) of a NIP in pieces, as long as none of them is said to mean else."""
        meant = {c.index: c.field for c in self.columns if c.field is not None}
        mine = [meant.get(index) for index in self.pieces]
        return self.pieces if mine[:1] == [Field.NIP] and not any(mine[1:]) else ()

    @property
    def count_units(self) -> dict[int, int]:
        """In what the counts of a column (0-based) are given, where its head tells: thousands."""
        told = {c.index: unit_of_head(c.header) for c in self.columns if c.field in _COUNTS}
        return {index: unit for index, unit in told.items() if unit != 1}

    @property
    def ticked(self) -> frozenset[int]:
        """Columns (0-based) of ranges, where a mark says which one is the count."""
        return TickedCounts(self.columns).columns

    @property
    def is_known(self) -> bool:
        """It is exactly as a person confirmed it before."""
        meant = [c for c in self.columns if c.field is not None or c.certainty is not _NO_WORD]
        return bool(meant) and all(c.certainty is Certainty.KNOWN for c in meant)

    @property
    def unit_names(self) -> tuple[str, ...]:
        """What may be the organisation of all rows: what was found, the sheet's name, the file's."""
        found = (self.organisation, _unit_alone(self.name), unit_of_file(self.file))
        return tuple(dict.fromkeys(filter(None, found)))

    def with_organisation(self, text: str) -> "SheetLayout":
        """After a person said whose list it is; empty: nobody's in particular."""
        return replace(self, organisation=text, organisation_from=UnitOrigin.PERSON)

    def with_meaning(self, index: int, field: Field | None) -> "SheetLayout":
        """After a person chose what a column means; the field leaves any other column."""
        columns = tuple(
            c.meaning(field)
            if c.index == index
            else c.meaning(None, rival=index)
            if field is not None and c.field is field
            else c
            for c in self.columns
        )
        return replace(self, columns=columns)


def detect(
    index: int,
    name: str,
    hidden: bool,
    head: Sequence[Row],
    merges: Sequence[Merge] = (),
    file: str = "",
) -> SheetLayout:
    """Finds the layout from the first rows of a sheet; `head` starts at row 1 of the sheet.

    `file` is the name of the file without its ending: it may name a unit.
    """
    nobody = SheetLayout(index, name, hidden, file=file)
    header = find_header(head, spans_of(merges))
    if header is None:
        return nobody
    layout = with_header(nobody, header, head)
    return layout if has_people(layout, head) else nobody


def detect_with_header(
    layout: SheetLayout, first: int, last: int, head: Sequence[Row], merges: Sequence[Merge]
) -> SheetLayout:
    """The layout with rows `first`..`last` (1-based) as header, as a person chose."""
    head = [layout.own(row) for row in head]
    return with_header(layout, header_at(head, first - 1, last - 1, spans_of(merges)), head)


def with_header(layout: SheetLayout, header: Header, head: Sequence[Row]) -> SheetLayout:
    """The layout with this header of `head`, whose rows below it say what the columns hold."""
    body = head[header.last + 1 : header.last + 1 + SAMPLE_ROWS]
    width = len(header.heads)
    wide = max((len(row) for row in body), default=0)
    if wide > width:
        missing = wide - width
        header = replace(
            header,
            heads=header.heads + header_at([[""] * missing], 0, 0).heads,
            texts=header.texts + ((),) * missing,
        )
    body = _without_number_row(body)
    profiles = [profile(_column(body, index)) for index in range(len(header.heads))]
    header = without_tables_beside(header, profiles)
    titles = [cell.strip() for row in head[: header.first] for cell in row if isinstance(cell, str)]
    columns = assign(header, profiles, " ".join([*titles, layout.name]))
    columns = place_accounts_together(columns, header.heads, body)
    columns = place_ticked_counts(columns, header.texts, body)
    fields = {c.field: c.index for c in columns if c.field is not None}
    free = [c.field is None for c in columns]
    pieces = pieces_of_number(fields.get(Field.NIP), header.texts, free, body)
    columns = tuple(replace(c, rival=None) if c.index in pieces else c for c in columns)
    organisation, origin = layout.organisation, layout.organisation_from
    if origin is not UnitOrigin.PERSON:
        organisation, origin = _organisation(fields, head[: header.first], layout)
    return replace(
        layout,
        header=header,
        columns=columns,
        two_lines=_is_two_lines(fields, profiles, body),
        grouped=grouped_places(fields, body),
        pieces=pieces,
        beside=tuple(tables_beside(header, profiles, fields.values())),
        organisation=organisation,
        organisation_from=origin,
    )


def _column(rows: Sequence[Row], index: int) -> list[object]:
    return [row[index] for row in rows if index < len(row)]


def _without_number_row(body: Sequence[Row]) -> Sequence[Row]:
    """The row 1 2 3 under a header would make every column look like counts."""
    for position, row in enumerate(body[:3]):
        if is_number_row([cell for cell in row if cell not in (None, "")]):
            return [*body[:position], *body[position + 1 :]]
    return body


def _is_two_lines(
    fields: dict[Field, int], profiles: Sequence[Profile], body: Sequence[Row]
) -> bool:
    """Names and numbers by turns in one column, perhaps with births between them."""
    index = fields.get(Field.NAME_AND_NIP)
    if index is None or profiles[index].names_with_nip >= profiles[index].names:
        return False
    texts = [row[index] for row in body if index < len(row)]
    lines = [text for text in texts if isinstance(text, str) and without_birth(f"\n{text}")]
    numbers = [speaks_of_nip(line.strip()) for line in lines]
    under_names = sum(low and not high for high, low in pairwise(numbers))
    return under_names >= 0.3 * max(1, len(numbers))


def _organisation(
    fields: dict[Field, int], titles: Sequence[Row], layout: SheetLayout
) -> tuple[str, UnitOrigin]:
    """From the title block, else from a sheet or a file that is named after a unit."""
    if Field.ORGANISATION in fields or Field.UNIT in fields:
        return "", UnitOrigin.NOWHERE
    found = (
        (_in_titles(titles), UnitOrigin.TITLE),
        (_unit_alone(layout.name), UnitOrigin.SHEET),
        (unit_of_file(layout.file), UnitOrigin.FILE),
    )
    return next((one for one in found if one[0]), ("", UnitOrigin.NOWHERE))


def _in_titles(titles: Sequence[Row]) -> str:
    """From "Perangkat Daerah : X", or a title that is a unit's name."""
    for row in titles:
        texts = [cell.strip() for cell in row if isinstance(cell, str) and cell.strip()]
        label = _LABEL.match(texts[0]) if texts else None
        if label and (label[1] or len(texts) > 1):
            return label[1].strip(" :") or texts[1].strip(" :")
    for row in reversed(titles):
        for cell in row:
            if not isinstance(cell, str) or len(cell) >= 120 or _PLACE.search(cell):
                continue
            if w.UNIT_START.match(cell.strip()):
                return cell.strip()
    return ""


def _unit_alone(name: str) -> str:
    return name.strip() if w.UNIT_START.match(name.strip()) else ""


_SAY_LITTLE = frozenset({Field.NUMBER, Field.NOTE})
"""Many a table has a number, a name and a remark; only more makes it a list of people."""


def _explains_columns(fields: dict[Field, int], body: Sequence[Row]) -> bool:
    """Words and nothing else where the numbers should stand: "NIP" is explained, not listed."""
    index = fields.get(Field.NIP)
    if index is None:
        return False
    texts = [str(cell) for cell in _column(body, index) if cell is not None]
    if any(map(_FIVE_DIGITS.search, texts)):
        return False
    return any(_EXPLAINS.search(text) or w.normal(text) in w.WHOLE_HEADS for text in texts)


def has_people(layout: SheetLayout, head: Sequence[Row]) -> bool:
    """At least one person row; a sheet of instructions must show a full one."""
    header = layout.header
    if header is None:
        return False
    fields = layout.fields
    named_only = Field.NIP not in fields and Field.NAME_AND_NIP not in fields
    if named_only and (Field.NAME not in fields or len(fields.keys() - _SAY_LITTLE) < 2):
        return False
    if _explains_columns(fields, head[header.last + 1 :]):
        return False
    reader = LineReader(header, layout.columns, layout.two_lines)
    people = sum(
        reader.read(row).skipped is None
        for row in head[header.last + 1 :]
        if any(cell not in (None, "") for cell in row)
    )
    return people >= (2 if w.INSTRUCTION_SHEET.search(layout.name) else 1)


def spans_of(merges: Sequence[Merge]) -> list[tuple[int, int, int, int]]:
    """As 0-based (first row, first column, last row, last column)."""
    return [
        (m.first_row - 1, m.first_column - 1, m.last_row - 1, m.last_column - 1) for m in merges
    ]
