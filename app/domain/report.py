"""A workbook for people, described in finished texts: the writer writes it, the preview paints it.

Everything that is shown stands in here; nothing of it names a library or needs another word.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Cell = str | int | date | None
"""Text, whole number (shown grouped), day (shown dd-mm-yyyy), or nothing."""


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


FOLIO_LETTERHEAD = Paper(14, 330.2, 215.9, left=30, right=25, top=11, bottom=30)
"""Folio, landscape, as the offices fill it; the letterhead stands high (mockups, laporan-excel)."""

FOLIO = Paper(14, 330.2, 215.9, left=30, right=25, top=25, bottom=30)


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


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. Neighbours with the same `group` share a head above their own.

    `span` is how many columns of the sheet's grid it covers.
    """

    head: str
    align: Align = Align.LEFT
    group: str = ""
    span: int = 1


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
    """The last line of each page; in `right`, {page} and {pages} become numbers."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class ReportSheet:
    """One sheet of the workbook.

    `widths` is the grid: one width in mm for each column of the sheet, at full size. Where they are
    wider than the paper, the whole sheet is printed smaller. `title` lines are bold, `subtitle`
    lines are not. `is_list`: its only table is a list that is filtered and scrolled under its head.
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

    @property
    def paper(self) -> Paper:
        """All sheets are Folio, landscape."""
        return FOLIO if self.letterhead is None else FOLIO_LETTERHEAD

    @property
    def scale(self) -> float:
        """How much smaller than full size it is printed, at most 1."""
        return min(1.0, self.paper.inner_width / sum(self.widths))


@dataclass(frozen=True, slots=True)
class ReportBook:
    """The workbook; `title` and `subject` are its properties."""

    title: str
    subject: str
    sheets: tuple[ReportSheet, ...]
