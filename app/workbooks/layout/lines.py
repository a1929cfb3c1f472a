"""Tells what each row below the header is: a person, or one of the things that are none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.domain.absence import is_blank
from app.domain.fields import Field
from app.domain.name_and_nip import speaks_of_nip
from app.domain.nip import NipFlaw, read_nip
from app.domain.roster import SkippedKind
from app.workbooks.layout import words as w
from app.workbooks.layout.columns import Column
from app.workbooks.layout.header import Header

Row = Sequence[object]

_SAMPLE_ROWS = 3
"""Sample rows stand right under the header."""

_FEWEST_DIGITS = 5
"""Fewer are no number of anybody, not even a damaged one."""

_ROMAN_OR_LETTER = re.compile(r"^[IVXLC]{1,6}\.?$|^[A-Za-z]\.?$")


@dataclass(frozen=True, slots=True)
class Line:
    """What one row is. `skipped` None: a person row. `section` is the unit that a row names."""

    skipped: SkippedKind | None
    section: str = ""


_PERSON = Line(None)


class LineReader:
    """Goes down the rows of one sheet; remembers what it has seen (footers end a list)."""

    def __init__(self, header: Header, columns: Sequence[Column], two_lines: bool) -> None:
        self._names = [w.normal(" ".join(texts)) for texts in header.texts]
        self._bottoms = [w.normal(texts[-1]) if texts else "" for texts in header.texts]
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
        self._last_was_person = False

    def passes_plain_person(self, row: Row) -> bool:
        """Decides the common row fast; True: it is a person and is read, else `read` must look."""
        nip, name = self._nip, self._name
        if nip is None or name is None or nip == name or self._rows_seen < _SAMPLE_ROWS:
            return False
        if len(row) <= nip or len(row) <= name or not _is_18_digits(row[nip]):
            return False
        said = row[name]
        if said.__class__ is not str or not said.strip() or len(row) - row.count(None) <= 2:
            return False
        self._rows_seen += 1
        self._since_header += 1
        self._in_footer = False
        self._last_was_person = True
        return True

    def read(self, row: Row) -> Line:
        """What `row` (with at least one filled cell) is."""
        self._rows_seen += 1
        self._since_header += 1
        line = self._judge(row)
        if line.skipped is None:
            self._in_footer = False
        elif line.skipped is SkippedKind.FOOTER:
            self._in_footer = True
        elif line.skipped is SkippedKind.REPEATED_HEADER:
            self._since_header = 0
        self._last_was_person = line.skipped is None
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
            and len(row) - row.count(None) > 2
            and not self._is_sample(name)
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
        if self._is_number_row(filled):
            return Line(SkippedKind.NUMBERS)
        if self._is_repeated_header(filled):
            return Line(SkippedKind.REPEATED_HEADER)
        if self._is_sample(name):
            return Line(SkippedKind.SAMPLE)
        if len(filled) > 2 and self._changed_places(nip_cell, name):
            return _PERSON
        texts = [_text(cell) for _, cell in filled]
        has_nip = self._has_nip(nip_cell)
        if not has_nip and any(w.TOTAL_START.match(text) for text in texts[:2]):
            return Line(SkippedKind.TOTAL)
        if (
            any(w.FOOTER_WORDS.search(text) for text in texts)
            and len(filled) <= 3
            and not (has_nip and name)
        ):
            return Line(SkippedKind.FOOTER)
        if self._in_footer and len(filled) <= 3:
            return Line(SkippedKind.FOOTER)
        section = self._section(filled, has_nip)
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
        """The number under the name, alone or nearly alone in its row."""
        if not self._last_was_person or _is_empty_strictly(cell):
            return False
        text = _text(cell)
        alone = len(filled) <= 1 or not any(i == self._number for i, _ in filled)
        return alone and (speaks_of_nip(text) or is_blank(text))

    def _is_number_row(self, filled: list[tuple[int, object]]) -> bool:
        """1 2 3 ... under a header, as numbers or texts, perhaps with gaps."""
        values = [_small_number(cell) for _, cell in filled]
        if self._since_header > 2 or len(values) < 3 or any(v is None for v in values):
            return False
        numbers = [v for v in values if v is not None]
        return all(a < b for a, b in pairwise(numbers)) and numbers[0] <= 2

    def _is_repeated_header(self, filled: list[tuple[int, object]]) -> bool:
        same = 0
        for index, cell in filled:
            text = w.normal(_text(cell))
            if (
                index < len(self._names)
                and text
                and text in (self._names[index], self._bottoms[index])
            ):
                same += 1
        return same >= max(2, len(filled) * 0.6)

    def _is_sample(self, name: str) -> bool:
        return self._rows_seen <= _SAMPLE_ROWS and bool(w.SAMPLE_NAME.match(name))

    def _section(self, filled: list[tuple[int, object]], has_nip: bool) -> str:
        """A unit's name alone in its row, perhaps after its number or letter."""
        if has_nip or not filled or len(filled) > 2:
            return ""
        text = _text(filled[-1][1])
        if len(filled) == 2:
            mark = _text(filled[0][1])
            numbered = _ROMAN_OR_LETTER.match(mark) or w.UNIT_START.match(text)
            if not numbered or filled[-1][0] > 3:
                return ""
        lone_name = len(filled) == 1 and filled[0][0] == self._name
        if not any(ch.isalpha() for ch in text) or (lone_name and not w.UNIT_START.match(text)):
            return ""
        return text

    def _is_person(self, filled: list[tuple[int, object]], has_nip: bool, name: str) -> bool:
        kept = [i for i, _ in filled if i in self._kept]
        if has_nip:
            return len(kept) >= 2 or not self._has_name_column or self._nip == self._name
        if any(ch.isalpha() for ch in name):
            return len(kept) >= 2 or any(i == self._number for i, _ in filled)
        return not self._has_name_column and len(kept) >= 2


_BEFORE_UNIT = re.compile(
    r"^\W*(?:(?:[IVXLC]{1,6}|[A-Za-z]|\d{1,3})\s?[.)]\s*)?(?:(?:OPD|SKPD|PERANGKAT\s+DAERAH|UNIT\s+KERJA)\s*:\s*)?",
    re.IGNORECASE,
)


def unit_in(text: str) -> str:
    """The unit that a section row names, without its number; empty where it names none."""
    return _BEFORE_UNIT.sub("", text).strip() if w.UNIT_START.match(text) else ""


def _small_number(cell: object) -> int | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return int(cell) if 0 < cell < 200 and cell == int(cell) else None
    text = _text(cell).strip("() .")
    return int(text) if text.isascii() and text.isdigit() and 0 < int(text) < 200 else None


def _is_18_digits(cell: object) -> bool:
    return isinstance(cell, str) and len(cell) == 18 and cell.isdigit()


def _is_empty(cell: object) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip("\u00a0 \t\r\n"))


def _is_empty_strictly(cell: object) -> bool:
    return cell is None or cell == ""


def _text(cell: object) -> str:
    return cell.strip() if isinstance(cell, str) else "" if cell is None else str(cell)
