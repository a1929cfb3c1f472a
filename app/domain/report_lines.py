"""A described sheet as the lines that stand on paper, one below the other, with their heights."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from app.domain.letters import lines_needed, text_width
from app.domain.report import Align, Cell, Column, ReportSheet, Signature, Table

CELL_PADDING = 2.4
"""Millimetres that a spreadsheet keeps free inside a cell, left and right together."""

SIGNING_SPACE = 17.0
LOGO_SIZE = 22.0

_SMALL_GAP = 1.6

_SIDE_SHARE = 0.4
"""Of the width, for each of the two signatures."""

_LABEL_SHARE = 0.1
"""Of the width, at least, for the label of a fact."""


class LineKind(StrEnum):
    """What a line is; it decides the lettering and the borders."""

    GOVERNMENT = "government"
    OFFICE = "office"
    ADDRESS = "address"
    RULE = "rule"
    """The thick and the thin line under the letterhead."""
    GAP = "gap"
    TITLE = "title"
    SUBTITLE = "subtitle"
    FACT = "fact"
    CAPTION = "caption"
    HEAD = "head"
    NUMBERS = "numbers"
    ROW = "row"
    TOTAL = "total"
    EMPTY = "empty"
    NOTE = "note"
    SIGNATURE = "signature"
    SIGNED_NAME = "signed_name"


@dataclass(frozen=True, slots=True)
class Lettering:
    """Letters of Arial: size in points, and the height of a line in mm.

    `first` is the height of the first line, where it is more than that of the following ones.
    """

    points: float
    line: float
    bold: bool = False
    underlined: bool = False
    first: float = 0.0


LETTERING: Mapping[LineKind, Lettering] = {
    LineKind.GOVERNMENT: Lettering(14, 6.6),
    LineKind.OFFICE: Lettering(16, 7.4, bold=True),
    LineKind.ADDRESS: Lettering(10, 4.8),
    LineKind.RULE: Lettering(8, 1.2),
    LineKind.GAP: Lettering(8, 3.6),
    LineKind.TITLE: Lettering(12, 5.6, bold=True),
    LineKind.SUBTITLE: Lettering(12, 5.6),
    LineKind.FACT: Lettering(10, 4.6, first=5.2),
    LineKind.CAPTION: Lettering(10, 4.6, bold=True, first=7.0),
    LineKind.HEAD: Lettering(10, 4.6, bold=True, first=6.4),
    LineKind.NUMBERS: Lettering(8, 4.8),
    LineKind.ROW: Lettering(10, 4.6, first=7.0),
    LineKind.TOTAL: Lettering(10, 4.6, bold=True, first=7.0),
    LineKind.EMPTY: Lettering(10, 4.6, first=9.0),
    LineKind.NOTE: Lettering(8, 3.8),
    LineKind.SIGNATURE: Lettering(11, 5.0),
    LineKind.SIGNED_NAME: Lettering(11, 5.0, bold=True, underlined=True),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One cell of a line, over the columns `first` to `last` of the grid, `down` lines high."""

    first: int
    last: int
    content: Cell
    align: Align = Align.LEFT
    down: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the sheet. Its height is at full size, in mm.

    `repeats`: printed again on every later page. `keeps`: stays on one page with the next line, so
    that no head stands without rows and no signature without people.
    """

    kind: LineKind
    height: float
    pieces: tuple[Piece, ...] = ()
    repeats: bool = False
    keeps: bool = False


def lines_of(sheet: ReportSheet) -> Iterator[Line]:
    """All lines of the sheet from top to bottom, made one by one."""
    yield from _opening(sheet)
    for table in sheet.tables:
        is_last = table is sheet.tables[-1]
        yield from _head(sheet, table, repeats=is_last)
        yield from _rows(sheet, table, is_last=is_last)
        if not is_last:
            yield _gap()
    if sheet.notes:
        yield Line(LineKind.GAP, _SMALL_GAP, keeps=True)
    for note in sheet.notes:
        yield _whole(sheet, LineKind.NOTE, note, Align.LEFT, keeps=True)
    if sheet.signatures is not None:
        yield _gap(keeps=True)
        yield from _signing(sheet, sheet.signatures.left, sheet.signatures.right)


def _opening(sheet: ReportSheet) -> Iterator[Line]:
    head = sheet.letterhead
    if head is not None:
        has_logo = bool(head.logo)
        yield _beside_logo(sheet, LineKind.GOVERNMENT, head.government, has_logo)
        yield _beside_logo(sheet, LineKind.OFFICE, head.office, has_logo)
        missing = 2 - len(head.address) if has_logo else 0
        for text in (*head.address, *[""] * missing):
            yield _beside_logo(sheet, LineKind.ADDRESS, text, has_logo)
        yield Line(LineKind.GAP, _SMALL_GAP)
        yield Line(LineKind.RULE, LETTERING[LineKind.RULE].line)
        yield _gap()
    for text in sheet.title:
        yield _whole(sheet, LineKind.TITLE, text, Align.CENTRE)
    for text in sheet.subtitle:
        yield _whole(sheet, LineKind.SUBTITLE, text, Align.CENTRE)
    yield _gap()
    for fact in sheet.facts:
        label = _first_columns(sheet.widths, _LABEL_SHARE)
        width = sum(sheet.widths[label + 1 :])
        pieces = (Piece(0, label, fact.label), Piece(label + 1, len(sheet.widths) - 1, fact.text))
        yield Line(LineKind.FACT, _height(LineKind.FACT, fact.text, width), pieces)
    if sheet.facts:
        yield _gap()


def _head(sheet: ReportSheet, table: Table, *, repeats: bool) -> Iterator[Line]:
    if table.caption:
        yield _whole(sheet, LineKind.CAPTION, table.caption, Align.LEFT, keeps=True)
    places = places_of(table.columns)
    grouped = any(column.group for column in table.columns)
    heights = [
        (column, _height(LineKind.HEAD, column.head, sum(sheet.widths[first : last + 1])))
        for column, (first, last) in zip(table.columns, places, strict=True)
    ]
    own = max(height for _, height in heights)
    if grouped:
        top = LETTERING[LineKind.HEAD].first
        # Heads under a group have the lower line alone; the others stand over both lines.
        below = max(top, *(h if column.group else h - top for column, h in heights))
        upper = tuple(_upper_heads(table.columns, places))
        yield Line(LineKind.HEAD, top, upper, repeats, keeps=True)
        lower = (
            _head_piece(column, place)
            for column, place in zip(table.columns, places, strict=True)
            if column.group
        )
        yield Line(LineKind.HEAD, below, tuple(lower), repeats, keeps=True)
    else:
        heads = map(_head_piece, table.columns, places)
        yield Line(LineKind.HEAD, own, tuple(heads), repeats, keeps=True)
    if table.numbered:
        numbers = (
            Piece(first, last, number, Align.CENTRE)
            for number, (first, last) in enumerate(places, start=1)
        )
        height = LETTERING[LineKind.NUMBERS].line
        yield Line(LineKind.NUMBERS, height, tuple(numbers), repeats, keeps=True)


def places_of(columns: Sequence[Column]) -> list[tuple[int, int]]:
    """First and last column of the grid for each column of a table."""
    ends = list(accumulate(column.span for column in columns))
    return [(end - column.span, end - 1) for end, column in zip(ends, columns, strict=True)]


def _upper_heads(columns: Sequence[Column], places: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    """Heads of two lines' height, and one head over each run of columns of one group."""
    index = 0
    while index < len(columns):
        column = columns[index]
        end = index + 1
        if column.group:
            while end < len(columns) and columns[end].group == column.group:
                end += 1
            yield Piece(places[index][0], places[end - 1][1], column.group, Align.CENTRE)
        else:
            yield _head_piece(column, places[index], down=2)
        index = end


def _head_piece(column: Column, place: tuple[int, int], down: int = 1) -> Piece:
    return Piece(*place, column.head, Align.CENTRE, down)


def _rows(sheet: ReportSheet, table: Table, *, is_last: bool) -> Iterator[Line]:
    """The last two rows stay with the signatures; the small tables before are not parted at all."""
    if not table.rows:
        yield _whole(sheet, LineKind.EMPTY, table.empty, Align.CENTRE, keeps=is_last)
    places = places_of(table.columns)
    aligns = [column.align for column in table.columns]
    last = len(table.rows) - 1
    for index, row in enumerate(table.rows):
        kind = LineKind.TOTAL if row.total else LineKind.ROW
        pieces = tuple(
            Piece(first, last, cell, align)
            for (first, last), cell, align in zip(places, row.cells, aligns, strict=True)
        )
        keeps = index >= last - 1 if is_last else index < last
        yield Line(kind, height_of(kind, row.lines), pieces, keeps=keeps)


def _signing(sheet: ReportSheet, left: Signature | None, right: Signature | None) -> Iterator[Line]:
    """Both signatures line by line; the names stand level."""
    sides = [
        (0, _first_columns(sheet.widths, _SIDE_SHARE), left),
        (
            len(sheet.widths) - 1 - _first_columns(sheet.widths[::-1], _SIDE_SHARE),
            len(sheet.widths) - 1,
            right,
        ),
    ]
    signing = [(first, last, side) for first, last, side in sides if side is not None]
    above = max((len(side.above) for *_, side in signing), default=0)
    below = max((len(side.below) for *_, side in signing), default=0)
    for index in range(above):
        texts = [(first, last, _at(side.above, index)) for first, last, side in signing]
        yield _signing_line(sheet, LineKind.SIGNATURE, texts)
    yield Line(LineKind.GAP, SIGNING_SPACE, keeps=True)
    names = [(first, last, side.name) for first, last, side in signing]
    yield _signing_line(sheet, LineKind.SIGNED_NAME, names)
    for index in range(below):
        texts = [(first, last, _at(side.below, index)) for first, last, side in signing]
        yield _signing_line(sheet, LineKind.SIGNATURE, texts)


def _at(texts: Sequence[str], index: int) -> str:
    return texts[index] if index < len(texts) else ""


def _signing_line(
    sheet: ReportSheet, kind: LineKind, texts: Sequence[tuple[int, int, str]]
) -> Line:
    pieces = tuple(Piece(first, last, text, Align.CENTRE) for first, last, text in texts if text)
    heights = [_height(kind, text, sum(sheet.widths[a : b + 1])) for a, b, text in texts]
    return Line(kind, max(heights), pieces, keeps=True)


def _first_columns(widths: Sequence[float], share: float) -> int:
    """Index of the last of the leading columns that together fill that share of the width."""
    total = sum(widths)
    for index, reached in enumerate(accumulate(widths)):
        if reached >= total * share:
            return min(index, max(0, len(widths) - 2))
    return 0


def _whole(
    sheet: ReportSheet, kind: LineKind, text: str, align: Align, *, keeps: bool = False
) -> Line:
    """A text over the whole width, as many lines high as it needs."""
    height = _height(kind, text, sum(sheet.widths))
    pieces = (Piece(0, len(sheet.widths) - 1, text, align),)
    return Line(kind, height, pieces, keeps=keeps)


def _beside_logo(sheet: ReportSheet, kind: LineKind, text: str, has_logo: bool) -> Line:
    """Centred on the page; a text so long that it would run into the logo stands right of it."""
    page = sum(sheet.widths)
    letters = LETTERING[kind]
    free = page - 2 * (LOGO_SIZE + CELL_PADDING)
    if not has_logo or text_width(text, letters.points, bold=letters.bold) <= free:
        return _whole(sheet, kind, text, Align.CENTRE)
    first = _first_columns(sheet.widths, (LOGO_SIZE + CELL_PADDING) / page) + 1
    height = _height(kind, text, sum(sheet.widths[first:]))
    return Line(kind, height, (Piece(first, len(sheet.widths) - 1, text, Align.CENTRE),))


def _gap(*, keeps: bool = False) -> Line:
    return Line(LineKind.GAP, LETTERING[LineKind.GAP].line, keeps=keeps)


def _height(kind: LineKind, text: str, width: float) -> float:
    letters = LETTERING[kind]
    needed = lines_needed(text, width - CELL_PADDING, letters.points, bold=letters.bold)
    return height_of(kind, needed)


def height_of(kind: LineKind, lines: int) -> float:
    """Millimetres of a line of this kind that holds so many lines of text."""
    letters = LETTERING[kind]
    return (letters.first or letters.line) + (lines - 1) * letters.line
