"""Tells what each row below the header is: a person, or one of the things that are none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.absence import is_blank
from app.domain.dates import without_birth
from app.domain.fields import Field
from app.domain.name_and_nip import speaks_of_nip
from app.domain.nip import NipFlaw, read_nip
from app.domain.roster import SkippedKind
from app.workbooks.layout import words as w
from app.workbooks.layout.columns import Column
from app.workbooks.layout.head import Role, read_head
from app.workbooks.layout.header import Header
from app.workbooks.layout.number_row import is_number_row
from app.workbooks.layout.person_row import person_in
from app.workbooks.layout.sections import section_in, unit_in

Row = Sequence[object]

_SAMPLE_ROWS = 3
"""Sample rows stand right under the header."""

_FEWEST_DIGITS = 5
"""Fewer are no number of anybody, not even a damaged one."""

_FEWEST_OF_A_NIP = 9
"""A sum can have as many digits as a number that somebody cut off, but not these."""

_MOST_WORDS_OF_A_NAME = 7
_LONG_NUMBER = re.compile(r"\d{3}")


@dataclass(frozen=True, slots=True)
class Line:
    """What one row is. `skipped` None: a person row. `section` is the unit that a row names.

    `other_heads`: it heads people, as the first header does, but with other words.
    """

    skipped: SkippedKind | None
    section: str = ""
    other_heads: bool = False


_PERSON = Line(None)


class LineReader:
    """Goes down the rows of one sheet; remembers what it has seen (footers end a list)."""

    def __init__(self, header: Header, columns: Sequence[Column], two_lines: bool) -> None:
        self._names = [w.normal(" ".join(texts)) for texts in header.texts]
        self._levels = [frozenset(map(w.normal, texts)) for texts in header.texts]
        place = {column.field: column.index for column in columns if column.field is not None}
        both = place.get(Field.NAME_AND_NIP)
        self._nip = place.get(Field.NIP, both)
        self._name = place.get(Field.NAME, both)
        self._has_name_column = self._name is not None
        self._number = place.get(Field.NUMBER)
        self._kept = [c.index for c in columns if c.field not in (None, Field.NUMBER)]
        self._two_lines = two_lines
        self._rows_seen = 0
        self._since_header = 0
        self._in_footer = False
        self._in_other_table = False
        self._last_was_person = False
        self._number_is_under_name = False

    def passes_plain_person(self, row: Row) -> bool:
        """Decides the common row fast; True: it is a person and is read, else `read` must look."""
        nip, name = self._nip, self._name
        if nip is None or name is None or nip == name or not self.is_past_samples:
            return False
        if len(row) <= nip or len(row) <= name or not _is_18_digits(row[nip]):
            return False
        said = row[name]
        if said.__class__ is not str or not said.strip() or not says_more(row):
            return False
        self.pass_plain_people(1)
        return True

    @property
    def is_past_samples(self) -> bool:
        """Whether a row with a number and a name, and something more, is surely a person."""
        return self._rows_seen >= _SAMPLE_ROWS

    def pass_plain_people(self, rows: int) -> None:
        """So many rows are persons and are read, as `passes_plain_person` would say of each."""
        self._rows_seen += rows
        self._since_header += rows
        self._in_footer = self._in_other_table = False
        self._last_was_person = True

    def read(self, row: Row) -> Line:
        """What `row` (with at least one filled cell) is."""
        self._rows_seen += 1
        self._since_header += 1
        line = self._judge(row)
        if line.skipped is None:
            self._in_footer = self._in_other_table = self._number_is_under_name = False
        elif line.skipped is SkippedKind.FOOTER:
            self._in_footer = True
        elif line.skipped is SkippedKind.REPEATED_HEADER:
            self._since_header = 0
        self._last_was_person = line.skipped in (None, SkippedKind.SECOND_LINE)
        return line

    def _judge(self, row: Row) -> Line:
        nip_cell, name = self._cell(row, self._nip), _text(self._cell(row, self._name))
        if self._is_plain_person(row, nip_cell, name):
            return _PERSON
        filled = [(i, cell) for i, cell in enumerate(row) if not _is_empty(cell)]
        if self._two_lines and self._is_second_line(filled, nip_cell):
            return Line(SkippedKind.SECOND_LINE)
        return self._judge_odd(filled, nip_cell, name)

    def _is_plain_person(self, row: Row, nip_cell: object, name: str) -> bool:
        """The common row: eighteen digits as text, a name, something more."""
        return (
            _is_18_digits(nip_cell)
            and bool(name)
            and self._nip != self._name
            and says_more(row)
            and not self._is_sample(name)
            and not self._is_sample(_text(row[0]))
        )

    def _changed_places(self, nip_cell: object, name: str) -> bool:
        """The number stands in the column of names, and the name in that of numbers."""
        if self._nip == self._name or not isinstance(nip_cell, str):
            return False
        words = nip_cell.strip()
        return words[:1].isalpha() and not speaks_of_nip(words) and read_nip(name).nip is not None

    def _judge_odd(self, filled: list[tuple[int, object]], nip_cell: object, name: str) -> Line:
        """A row without a clear NIP: numbers, heads, sections, totals, footers, or a held person."""
        if not filled:
            return Line(SkippedKind.NOTE)
        texts = [_text(cell) for _, cell in filled]
        if len(texts) > 2 and len(set(texts)) == 1 and not any(map(str.isdigit, texts[0])):
            # One cell over the whole row, which some programs write into each of its columns.
            filled, texts, nip_cell, name = filled[:1], texts[:1], None, ""
        if self._since_header <= 2 and is_number_row([cell for _, cell in filled]):
            return Line(SkippedKind.NUMBERS)
        same = self._words_of_header(filled)
        if same >= max(2, len(filled) * 0.6):
            self._in_other_table = False
            return Line(SkippedKind.REPEATED_HEADER, other_heads=same < len(filled))
        if self._is_sample(name) or self._is_sample(texts[0]) or self._explains(texts):
            return Line(SkippedKind.SAMPLE)
        if len(filled) > 2 and self._changed_places(nip_cell, name):
            return _PERSON
        has_nip = self._has_nip(nip_cell)
        if not (has_nip and _digits(nip_cell) >= _FEWEST_OF_A_NIP):
            other = self._without_person(filled, texts, name)
            if other is not None:
                heads = other is SkippedKind.REPEATED_HEADER and not self._in_other_table
                return Line(other, other_heads=heads)
        line = self._judge_by_place(filled, texts, has_nip, name)
        if line.skipped is not None and self._must_not_be_lost(filled, nip_cell):
            return _PERSON
        return line

    def _must_not_be_lost(self, filled: list[tuple[int, object]], nip_cell: object) -> bool:
        """Below a note, without a name, or a cell too far to the right: the row waits, or is read."""
        if person_in([cell for _, cell in filled]) is not None:
            return True
        if (
            not isinstance(nip_cell, str)
            or nip_cell.strip()[:1].isalpha()
            or self._nip == self._name
        ):
            return False
        in_list = self._last_was_person and not self._in_footer
        numbered = any(index == self._number for index, _ in filled)
        return (in_list or numbered) and read_nip(nip_cell).nip is not None

    def _without_person(
        self, filled: list[tuple[int, object]], texts: list[str], name: str
    ) -> SkippedKind | None:
        """Totals, and other tables below the list with their own heads: sums by status, platform, unit."""
        if any(w.TOTAL_START.match(text) for text in texts[:2]) or w.SUMMED.match(name):
            return SkippedKind.TOTAL
        if w.VACANT.match(name):
            return SkippedKind.NOTE
        other_heads = _other_heads(filled, texts)
        if other_heads is not None:
            self._in_other_table = not other_heads & {Field.NIP, Field.NAME, Field.NAME_AND_NIP}
            return SkippedKind.REPEATED_HEADER
        return SkippedKind.TOTAL if self._in_other_table else None

    def _judge_by_place(
        self, filled: list[tuple[int, object]], texts: list[str], has_nip: bool, name: str
    ) -> Line:
        if (
            any(w.FOOTER_WORDS.search(text) for text in texts)
            and len(filled) <= 3
            and not (has_nip and name)
        ):
            return Line(SkippedKind.FOOTER)
        if self._in_footer and len(filled) <= 3:
            return Line(SkippedKind.FOOTER)
        if not has_nip:
            columns = [column for column, _ in filled]
            section = section_in(list(zip(columns, texts, strict=True)), self._name)
            if section:
                return Line(SkippedKind.SECTION, unit_in(section))
        if self._is_person(filled, has_nip, name):
            return _PERSON
        return Line(SkippedKind.FOOTER if self._rows_seen > _SAMPLE_ROWS else SkippedKind.NOTE)

    # -------------------------------------------------------------- evidence

    def _cell(self, row: Row, index: int | None) -> object:
        return row[index] if index is not None and index < len(row) else None

    def _has_nip(self, cell: object) -> bool:
        if self._nip is None or _is_empty(cell):
            return False
        if self._nip == self._name:
            return speaks_of_nip(_text(cell)) or sum(ch.isdigit() for ch in _text(cell)) >= 9
        reading = read_nip(cell)
        if reading.flaw is NipFlaw.LENGTH:  # a total has landed in the column
            return sum(ch.isdigit() for ch in reading.written) >= _FEWEST_DIGITS
        return reading.flaw not in (NipFlaw.EMPTY, NipFlaw.NOT_A_NIP)

    def _is_second_line(self, filled: list[tuple[int, object]], cell: object) -> bool:
        """The number under the name, alone or nearly alone in its row; the birth may stand there too."""
        if not self._last_was_person or cell is None or cell == "":
            return False
        text = _text(cell)
        if any(i == self._number for i, _ in filled) and len(filled) > 1:
            return False
        if speaks_of_nip(text) and not self._number_is_under_name:
            self._number_is_under_name = True
            return True
        return is_blank(text) or not without_birth(f"\n{text}")

    def _words_of_header(self, filled: list[tuple[int, object]]) -> int:
        """How many cells say again what the header says over them."""
        same = 0
        for index, cell in filled:
            text = w.normal(_text(cell))
            if index < len(self._names) and text:
                same += text == self._names[index] or text in self._levels[index]
        return same

    def _is_sample(self, name: str) -> bool:
        return self._rows_seen <= _SAMPLE_ROWS and bool(w.SAMPLE_NAME.match(name))

    def _explains(self, texts: list[str]) -> bool:
        """Right under the header each cell says in brackets how to fill in: "(18 digit)"."""
        under = self._since_header <= _SAMPLE_ROWS and len(texts) > 1
        return under and all(text.startswith("(") and text.endswith(")") for text in texts)

    def _is_person(self, filled: list[tuple[int, object]], has_nip: bool, name: str) -> bool:
        kept = [i for i, _ in filled if i in self._kept]
        if has_nip:
            return len(kept) >= 2 or not self._has_name_column or self._nip == self._name
        if any(ch.isalpha() for ch in name):
            numbered = any(i == self._number for i, _ in filled)
            return len(kept) >= 2 or (numbered and _may_be_name(name))
        return not self._has_name_column and len(kept) >= 2


def says_more(row: Row) -> bool:
    """Whether a row with a number and a name has anything else."""
    return len(row) - row.count(None) > 2


def _is_18_digits(cell: object) -> bool:
    return isinstance(cell, str) and len(cell) == 18 and cell.isdigit()


def _is_empty(cell: object) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip("\u00a0 \t\r\n"))


def _text(cell: object) -> str:
    return cell.strip() if isinstance(cell, str) else "" if cell is None else str(cell)


def _digits(cell: object) -> int:
    return sum(map(str.isdigit, _text(cell)))


def _may_be_name(text: str) -> bool:
    """Not a sentence, as the numbered notes below a list are."""
    return len(text.split()) <= _MOST_WORDS_OF_A_NAME and w.OF_A_SENTENCE.search(text) is None


def _other_heads(filled: list[tuple[int, object]], texts: list[str]) -> set[Field | None] | None:
    """What the heads of another table say; None where the row is none."""
    plain = all(isinstance(cell, str) for _, cell in filled)
    if len(texts) < 3 or not plain or any(map(_LONG_NUMBER.search, texts)):
        return None
    first = read_head(texts[:1]).field
    if first is None or first.platform is not None:
        return None
    heads = [read_head([text]) for text in texts]
    known = sum(head.role is not Role.UNKNOWN for head in heads)
    enough = first is Field.NUMBER or known >= len(heads) * 0.6
    return {head.field for head in heads} if enough else None
