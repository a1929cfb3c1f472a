"""A described sheet as the lines that stand on paper, one below the other, with their heights."""

from collections.abc import Iterator, Sequence

from app.domain.letters import text_width
from app.domain.report import Align, Column, Letterhead, ReportSheet, Table
from app.domain.report_letters import (
    CELL_PADDING,
    LETTERING,
    LOGO_SIZE,
    Line,
    LineKind,
    Piece,
    first_columns,
    gap,
    height_for,
    height_of,
    places_of,
)
from app.domain.report_signing import signing_lines

_SMALL_GAP = 1.6

_LABEL_SHARE = 0.1
"""Of the width, at least, for the label of a fact."""

_ANNEX_SHARE = 0.5
"""Of the width: what stays free at the left of the annex block."""

_BLANK = "\u00a0"


def lines_of(sheet: ReportSheet) -> Iterator[Line]:
    """All lines of the sheet from top to bottom, made one by one."""
    return (line for _, line in lines_from(sheet, 0))


def lines_from(sheet: ReportSheet, first: int) -> Iterator[tuple[int, Line]]:
    """Lines with their places, counted from 0: from `first` on, and before it those that repeat.

    Rows before `first` are not even made: the last page of a long list comes as soon as its first.
    """
    place = 0
    for line in _above_last_rows(sheet):
        if place >= first or line.repeats:
            yield place, line
        place += 1
    for table in sheet.tables[-1:]:
        many = max(1, len(table.rows))
        skipped = min(max(0, first - place), many)
        yield from enumerate(_rows(sheet, table, skipped, is_last=True), start=place + skipped)
        place += many
    for line in _below(sheet):
        if place >= first:
            yield place, line
        place += 1


def _above_last_rows(sheet: ReportSheet) -> Iterator[Line]:
    yield from _opening(sheet)
    if sheet.charts:
        yield _drawn(sheet)
        yield gap()
    for table in sheet.tables:
        is_last = table is sheet.tables[-1]
        yield from _head(sheet, table, repeats=is_last)
        if not is_last:
            yield from _rows(sheet, table, is_last=False)
            yield gap()


def _below(sheet: ReportSheet) -> Iterator[Line]:
    if sheet.notes:
        yield Line(LineKind.GAP, _SMALL_GAP, keeps=True)
    for note in sheet.notes:
        yield _whole(sheet, LineKind.NOTE, note, Align.LEFT, keeps=True)
    if sheet.signatures is not None:
        yield gap(keeps=True)
        yield from signing_lines(sheet, sheet.signatures.left, sheet.signatures.right)


def _opening(sheet: ReportSheet) -> Iterator[Line]:
    if sheet.letterhead is not None:
        yield from _letterhead(sheet, sheet.letterhead)
    yield from _annex(sheet)
    for text in sheet.title:
        yield _whole(sheet, LineKind.TITLE, text, Align.CENTRE)
    for text in sheet.subtitle:
        yield _whole(sheet, LineKind.SUBTITLE, text, Align.CENTRE)
    if sheet.title:
        yield gap()
    for fact in sheet.facts:
        label = first_columns(sheet.widths, _LABEL_SHARE)
        width = sum(sheet.widths[label + 1 :])
        pieces = (Piece(0, label, fact.label), Piece(label + 1, len(sheet.widths) - 1, fact.text))
        yield Line(LineKind.FACT, height_for(LineKind.FACT, fact.text, width), pieces)
    if sheet.facts:
        yield gap()


def _letterhead(sheet: ReportSheet, head: Letterhead) -> Iterator[Line]:
    has_logo = bool(head.logo)
    yield _beside_logo(sheet, LineKind.GOVERNMENT, head.government, has_logo)
    yield _beside_logo(sheet, LineKind.OFFICE, head.office, has_logo)
    missing = 2 - len(head.address) if has_logo else 0
    for text in (*head.address, *[""] * missing):
        yield _beside_logo(sheet, LineKind.ADDRESS, text, has_logo)
    yield Line(LineKind.GAP, _SMALL_GAP)
    yield Line(LineKind.RULE, LETTERING[LineKind.RULE].line)
    yield gap()


def _annex(sheet: ReportSheet) -> Iterator[Line]:
    """Lampiran, Nomor, Tanggal, one below the other in the right part of the page."""
    if not sheet.annex:
        return
    points = LETTERING[LineKind.ANNEX].points
    last = len(sheet.widths) - 1
    first = min(first_columns(sheet.widths, _ANNEX_SHARE) + 1, last)
    width = sum(sheet.widths[first:])
    blank = text_width(_BLANK, points)
    widest = max(text_width(fact.label, points) for fact in sheet.annex)
    for fact in sheet.annex:
        # Blanks put the colons below one another, nearly: all stands in one cell.
        missing = round((widest - text_width(fact.label, points)) / blank) + 1
        text = f"{fact.label}{_BLANK * missing}: {fact.text}"
        pieces = (Piece(first, last, text),)
        yield Line(LineKind.ANNEX, height_for(LineKind.ANNEX, text, width), pieces)
    yield gap()


def _drawn(sheet: ReportSheet) -> Line:
    """The charts side by side, each over its share of the columns."""
    pieces: list[Piece] = []
    first, taken, last = 0, 0.0, len(sheet.widths) - 1
    for chart in sheet.charts:
        taken += chart.share
        end = last if chart is sheet.charts[-1] else first_columns(sheet.widths, taken)
        pieces.append(Piece(first, max(first, end), chart))
        first = min(max(first, end) + 1, last)
    height = max(chart.height for chart in sheet.charts)
    return Line(LineKind.CHART, height, tuple(pieces))


def _head(sheet: ReportSheet, table: Table, *, repeats: bool) -> Iterator[Line]:
    if table.caption:
        yield _whole(sheet, LineKind.CAPTION, table.caption, Align.LEFT, keeps=True)
    places = places_of(table.columns)
    grouped = any(column.group for column in table.columns)
    heights = [
        (column, height_for(LineKind.HEAD, column.head, sum(sheet.widths[first : last + 1])))
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


def _rows(sheet: ReportSheet, table: Table, begin: int = 0, *, is_last: bool) -> Iterator[Line]:
    """The rows from `begin` on. The last two stay with the signatures; small tables are not parted."""
    places = places_of(table.columns)
    if not table.rows and not begin:
        yield _over(sheet, places[-1][1], LineKind.EMPTY, table.empty, keeps=is_last)
    last = len(table.rows) - 1
    for index in range(begin, len(table.rows)):
        row = table.rows[index]
        kind = LineKind.TOTAL if row.total else LineKind.DATA if sheet.is_data else LineKind.ROW
        pieces = tuple(
            Piece(
                first,
                last,
                cell,
                column.align,
                1,
                (column.marks and column.emphasis_of(cell)) or None,
            )
            for (first, last), cell, column in zip(places, row.cells, table.columns, strict=True)
        )
        keeps = index >= last - 1 if is_last else index < last
        yield Line(kind, height_of(kind, row.lines), pieces, keeps=keeps)


def _whole(
    sheet: ReportSheet, kind: LineKind, text: str, align: Align, *, keeps: bool = False
) -> Line:
    """A text over the whole width, as many lines high as it needs."""
    return _over(sheet, len(sheet.widths) - 1, kind, text, align, keeps=keeps)


def _over(
    sheet: ReportSheet,
    last: int,
    kind: LineKind,
    text: str,
    align: Align = Align.CENTRE,
    *,
    keeps: bool = False,
) -> Line:
    """As `_whole`, over the columns up to `last`."""
    height = height_for(kind, text, sum(sheet.widths[: last + 1]))
    return Line(kind, height, (Piece(0, last, text, align),), keeps=keeps)


def _beside_logo(sheet: ReportSheet, kind: LineKind, text: str, has_logo: bool) -> Line:
    """Centred on the page; a text so long that it would run into the logo stands right of it."""
    page = sum(sheet.widths)
    letters = LETTERING[kind]
    free = page - 2 * (LOGO_SIZE + CELL_PADDING)
    if not has_logo or text_width(text, letters.points, bold=letters.bold) <= free:
        return _whole(sheet, kind, text, Align.CENTRE)
    first = first_columns(sheet.widths, (LOGO_SIZE + CELL_PADDING) / page) + 1
    height = height_for(kind, text, sum(sheet.widths[first:]))
    return Line(kind, height, (Piece(first, len(sheet.widths) - 1, text, Align.CENTRE),))
