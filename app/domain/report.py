"""A workbook for people, described in finished texts: the writer writes it, the preview paints it.

Everything that is shown stands in here; nothing of it names a library or needs another word.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.domain.proof import Origin
from app.domain.report_kinds import ReportKind
from app.domain.rollup.enclosure import Enclosure


class Working(StrEnum):
    """How a worked out cell comes about; a spreadsheet program can work it out anew."""

    SUM = "sum"
    """Of the rows of its table above it, in its column."""
    SHARE = "share"
    """`left` divided by `right`, both places in its row; shown as a percentage."""
    DIFFERENCE = "difference"
    """`left` minus `right`, both places in its row; shown with its sign."""


@dataclass(frozen=True, slots=True)
class Worked:
    """A number with the way it was worked out. None: there is nothing to divide by."""

    working: Working
    value: float | None
    left: int = 0
    right: int = 0


Cell = str | int | date | Worked | None
"""Text, whole number (shown grouped), day (shown dd-mm-yyyy), worked out number, or nothing."""

NOTHING = "–"
"""No count, no account, no share: an empty cell would look forgotten, a 0 would be a lie."""


UNKNOWN_PROOF = "…"
"""Where the hash of the content will stand, as long as it is not written."""


SMALLEST_SCALE = 0.7
"""Letters of 10 points become 7, the smallest that are read on paper without trouble."""


class Align(StrEnum):
    """How a column stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper with its margins, in millimetres. `code` is Excel's number of the size."""

    code: int
    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def inner_width(self) -> float:
        """Between the margins."""
        return self.width - self.left - self.right

    @property
    def inner_height(self) -> float:
        """Between the margins."""
        return self.height - self.top - self.bottom

    @property
    def is_landscape(self) -> bool:
        """Wider than high."""
        return self.width > self.height


class PaperSize(StrEnum):
    """The sizes that offices print on."""

    FOLIO = "folio"
    """Also called F4: 215 x 330 mm. Excel's own Folio is a hair larger, 8.5 x 13 inches."""
    A4 = "a4"


_SIZES = {PaperSize.FOLIO: (14, 330.0, 215.0), PaperSize.A4: (9, 297.0, 210.0)}
_TOP_OF_LETTERHEAD = 11.0
"""Millimetres: it stands high (mockups, laporan-excel)."""


def paper_of(size: PaperSize, *, portrait: bool = False) -> Paper:
    """A page as the offices fill it: room at the left for the file."""
    code, longer, shorter = _SIZES[size]
    if portrait:
        return Paper(code, shorter, longer, left=30, right=20, top=25, bottom=30)
    return Paper(code, longer, shorter, left=30, right=25, top=25, bottom=30)


FOLIO = paper_of(PaperSize.FOLIO)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Government, office in bold, up to two lines of address; `logo` is PNG or JPEG bytes."""

    government: str
    office: str
    address: tuple[str, ...] = ()
    logo: bytes = b""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line "label: text" above the tables."""

    label: str
    text: str


class Emphasis(StrEnum):
    """How a cell stands out; each reads without any colour."""

    BOLD = "bold"
    HATCHED = "hatched"
    """Fine lines over the cell: something is missing here."""
    ITALIC = "italic"


@dataclass(frozen=True, slots=True)
class Mark:
    """Cells with exactly this content stand out, also after somebody typed another one."""

    content: str | int
    emphasis: Emphasis


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. Neighbours with the same `group` share a head above their own.

    `span` is how many columns of the sheet's grid it covers. A `joined` one says more of the column
    before it: they stay on one page.
    """

    head: str
    align: Align = Align.LEFT
    group: str = ""
    span: int = 1
    marks: tuple[Mark, ...] = ()
    joined: bool = False

    def emphasis_of(self, content: Cell) -> Emphasis | None:
        """How that content stands out here."""
        return next((m.emphasis for m in self.marks if m.content == content), None)


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `lines` is the number of text lines its tallest cell takes. Totals are bold."""

    cells: tuple[Cell, ...]
    lines: int = 1
    total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Head, number row 1..n under it where `numbered`, rows; `empty` is said where there are none."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    empty: str
    caption: str = ""
    numbered: bool = True


class ChartKind(StrEnum):
    """What a chart looks like."""

    BARS = "bars"
    """Lying bars, one below the other, the series stacked."""
    TREND = "trend"
    """A line from left to right."""


@dataclass(frozen=True, slots=True)
class Series:
    """The numbers of one column of a table."""

    name: str
    column: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of the first rows of a table of its own sheet; places are counted from 0.

    `share` of the width of the sheet, `height` in mm.
    """

    kind: ChartKind
    title: str
    table: int
    labels: int
    series: tuple[Series, ...]
    rows: int
    height: float
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Signature:
    """What stands above the blank space, the name in bold and underlined, what stands below."""

    above: tuple[str, ...]
    name: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signatures:
    """At the left who has taken note, at the right who signs."""

    left: Signature | None
    right: Signature | None


@dataclass(frozen=True, slots=True)
class PageFooter:
    """The last line of each page; in `right`, {page} and {pages} become numbers.

    In `left`, {proof} becomes the beginning of the hash of the content, once that is written.
    """

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class ReportSheet:
    """One sheet of the workbook.

    `widths` is the grid: one width in mm for each column of the sheet, at full size. Where they are
    wider than the paper, the whole sheet is printed smaller. `title` lines are bold, `subtitle`
    lines are not. `annex` stands above the title at the right. `is_list`: its last table is a list
    that is filtered and scrolled under its head. `is_data`: nothing but one table for other
    programs, with one head in the first row. `charts` stand side by side above the tables. With
    `keys`, so many columns at the left come again on pages beside one another: where the sheet
    would have to be printed too small, it is parted instead.
    """

    name: str
    widths: tuple[float, ...]
    title: tuple[str, ...]
    subtitle: tuple[str, ...]
    tables: tuple[Table, ...]
    footer: PageFooter
    facts: tuple[Fact, ...] = ()
    notes: tuple[str, ...] = ()
    letterhead: Letterhead | None = None
    signatures: Signatures | None = None
    is_list: bool = True
    is_data: bool = False
    annex: tuple[Fact, ...] = ()
    charts: tuple[Chart, ...] = ()
    page: Paper = FOLIO
    kind: ReportKind = ReportKind.QUALIFYING
    keys: int = 0

    @property
    def paper(self) -> Paper:
        """The page; a letterhead stands higher on it than a title."""
        return self.page if self.letterhead is None else replace(self.page, top=_TOP_OF_LETTERHEAD)

    @property
    def scale(self) -> float:
        """How much smaller than full size it is printed, at most 1."""
        return SMALLEST_SCALE if self.is_parted else min(1.0, self._fitting)

    @property
    def is_parted(self) -> bool:
        """Its columns stand on several pages beside one another."""
        return bool(self.keys) and self._fitting < SMALLEST_SCALE

    @property
    def _fitting(self) -> float:
        """The scale at which all columns stand beside one another on one page."""
        return self.paper.inner_width / sum(self.widths)


@dataclass(frozen=True, slots=True)
class ReportBook:
    """The workbook; `title` and `subject` are its properties. With an `origin` it proves itself.

    `enclosure` is for the program that receives it.
    """

    title: str
    subject: str
    sheets: tuple[ReportSheet, ...]
    origin: Origin | None = None
    enclosure: Enclosure | None = None
