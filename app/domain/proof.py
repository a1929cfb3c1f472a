"""What a report keeps of its own content, so that a later change of any cell is found.

The content is the value of each cell of each visible sheet; looks, widths and page set-up are none
of it, and a formula counts with what it shows, where that was known when it was written. So it survives being saved by another program. It
detects change, it is no signature: whoever edits can work the hash out anew.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from app.domain.proof_cover import Covering, Uncovered
from app.domain.written_report import ReportFacts

PROOF_SHEET = "Bukti Gaung"
"""The hidden sheet, in every language: it has to be found again."""

FORMAT = "gaung-1"
"""Of the canonical form below; a change of it is another one."""

BETWEEN_CELLS = "\x1f"
BETWEEN_ROWS = "\x1e"
"""No text of a cell has these: XML cannot hold them."""

SHORT = 8
"""Bytes of the hash of a row or a column: enough to tell one from the other."""

SHORT_HASH = 12
"""Digits of the hash of the content in the footer, enough to compare two by eye."""

_DECIMALS = 6
"""Programs round the last digits of a share differently; six are far more than anybody prints."""

_EPOCH = date(1899, 12, 30).toordinal()
_DAY = 86_400_000_000
_EXACT = 1e15

Value = str | int | float | bool | date | datetime | time | None
"""A cell as a workbook gives it."""


def canonical(value: Value) -> str:
    """The same text for the same content, whichever program saved it; "" for an empty cell."""
    if isinstance(value, str):
        return f"t{_plain(value)}" if value else ""
    if value is None:
        return ""
    if isinstance(value, bool):
        return f"b{int(value)}"
    if isinstance(value, int | float):
        return f"n{_digits(value)}"
    if isinstance(value, datetime):
        since = value - datetime.combine(value.date(), time())
        part = (since.seconds * 1_000_000 + since.microseconds) / _DAY
        return f"d{_digits(value.toordinal() - _EPOCH + part)}"
    if isinstance(value, date):
        return f"d{value.toordinal() - _EPOCH}"
    return f"h{value.isoformat()}"


def canonical_day(serial: float) -> str:
    """Of a day that a workbook counts from the end of 1899."""
    return f"d{_digits(serial)}"


def day_of(serial: str) -> date | None:
    """The day of such a number in digits; None where it is none."""
    try:
        return date.fromordinal(int(float(serial)) + _EPOCH)
    except (ValueError, OverflowError):
        return None


def row_line(cells: Sequence[str]) -> str:
    """A row of canonical cells as one text, without the empty ones at its end."""
    return BETWEEN_CELLS.join(cells).rstrip(BETWEEN_CELLS)


def short_hash(line: str) -> bytes:
    """Of a row or a column."""
    return hashlib.sha256(line.encode("utf-8", "surrogatepass")).digest()[:SHORT]


@dataclass(frozen=True, slots=True)
class Origin:
    """What a report says about itself, in finished words; `keeps_values`: its proof may repeat them."""

    facts: tuple[tuple[str, str], ...]
    about: str
    keeps_values: bool = True
    of: ReportFacts | None = None
    """The same as values, for the history of reports; no part of the proof."""


@dataclass(frozen=True, slots=True)
class SheetProof:
    """One visible sheet: hashes of its rows and columns, and its rows where they are repeated.

    Nothing is said of `uncovered` cells: in rows and columns they count as empty.
    """

    name: str
    rows: tuple[bytes, ...]
    columns: tuple[bytes, ...]
    lines: tuple[str, ...] | None = None
    uncovered: tuple[Uncovered, ...] = ()

    @property
    def is_sound(self) -> bool:
        """The repeated rows are those of the hashes."""
        return self.lines is None or tuple(map(short_hash, self.lines)) == self.rows


@dataclass(frozen=True, slots=True)
class Proof:
    """All that the hidden sheet keeps. `sha256` is over the facts and every row of every sheet."""

    facts: tuple[tuple[str, str], ...]
    sheets: tuple[SheetProof, ...]
    sha256: str

    @property
    def is_sound(self) -> bool:
        """Its own parts agree with one another."""
        return self.sha256 == whole_hash(self.facts, self.sheets) and all(
            sheet.is_sound for sheet in self.sheets
        )


def whole_hash(facts: Iterable[tuple[str, str]], sheets: Iterable[SheetProof]) -> str:
    """64 hexadecimal digits over the facts, and names and rows of the sheets in their order.

    Cells that are not covered count too: nobody takes a cell out of the proof unseen.
    """
    digest = hashlib.sha256(FORMAT.encode())

    def add(text: str) -> None:
        known = text.encode("utf-8", "surrogatepass")
        digest.update(len(known).to_bytes(8, "big"))
        digest.update(known)

    for label, text in facts:
        add(label)
        add(text)
    for sheet in sheets:
        add(sheet.name)
        digest.update(len(sheet.rows).to_bytes(8, "big"))
        for row in sheet.rows:
            digest.update(row)
        for run in sheet.uncovered:
            add(f"{run.column} {run.first} {run.last}")
    return digest.hexdigest()


class SheetTaking:
    """Takes the rows of one sheet from top to bottom; what it keeps of them is bounded."""

    def __init__(self, name: str, most_letters: int, uncovered: tuple[Uncovered, ...] = ()) -> None:
        """Rows themselves are kept up to so many letters; with 0, none are."""
        self._name, self._uncovered = name, uncovered
        self._covering = Covering(uncovered)
        self._most = most_letters
        self._letters = 0
        self._lines: list[str] | None = [] if most_letters else None
        self._rows: list[bytes] = []
        self._filled = 0
        self._waiting: list[Sequence[str]] = []
        self._columns: list[hashlib._Hash] = []
        self._behind: list[int] = []

    def take(self, row: int, cells: Sequence[str]) -> None:
        """Row `row`, counted from 0; rows that are not given are empty."""
        cells = self._covering.covered(row, cells)
        line = row_line(cells)
        if not line:
            return
        while len(self._rows) < row:
            self._add("", ())
        self._add(line, cells)

    def proof(self) -> SheetProof:
        """Of all rows taken."""
        self._flush()
        lines = None if self._lines is None else tuple(self._lines)
        columns = tuple(digest.digest()[:SHORT] for digest in self._columns)
        return SheetProof(self._name, tuple(self._rows), columns, lines, self._uncovered)

    def _add(self, line: str, cells: Sequence[str]) -> None:
        self._rows.append(short_hash(line) if line else _EMPTY)
        self._waiting.append(cells)
        if len(self._waiting) >= _ROWS_AT_ONCE:
            self._flush()
        if self._lines is None:
            return
        self._letters += len(line) + 1
        self._lines.append(line)
        if self._letters > self._most:
            self._lines = None

    def _flush(self) -> None:
        """Whole columns at a time: cell by cell it would take as long as the writing."""
        rows, self._waiting = self._waiting, []
        wide = max((len(cells) for cells in rows), default=0)
        while len(self._columns) < wide:
            self._columns.append(hashlib.sha256())
            self._behind.append(self._filled)
        for column, digest in enumerate(self._columns):
            empty = self._behind[column]
            text = BETWEEN_ROWS.join(
                [cells[column] if column < len(cells) else "" for cells in rows]
            )
            if not text.strip(BETWEEN_ROWS):
                self._behind[column] = empty + len(rows)
                continue
            digest.update((BETWEEN_ROWS * (empty + 1) + text).encode("utf-8", "surrogatepass"))
            # What a column has at its end and nothing in it does not count.
            self._behind[column] = 0
        self._filled += len(rows)


_ROWS_AT_ONCE = 1_000
_EMPTY = short_hash("")


def _plain(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(
        each for each in text.replace("\r\n", "\n").replace("\r", "\n") if each not in _UNFIT
    )


_UNFIT = frozenset(
    [*map(chr, [*range(9), 11, 12, *range(14, 32), *range(127, 160)]), "\ufffe", "\uffff"]
    + [chr(code) for code in range(0xD800, 0xE000)]
)
"""What XML cannot hold, or what our reader takes away."""


def _digits(value: float) -> str:
    if isinstance(value, int):
        return str(value)
    if value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    return f"{value:.{_DECIMALS}f}".rstrip("0").rstrip(".") if abs(value) < _EXACT else repr(value)
