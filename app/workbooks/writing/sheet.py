"""Writes one described sheet: page, lines, head, filter, footer."""

from collections.abc import Callable

from xlsxwriter.workbook import Workbook

from app.domain.letters import MM_PER_POINT
from app.domain.report import Chart, ReportSheet, Worked
from app.domain.report_letters import Line, LineKind, Piece, height_of
from app.domain.report_lines import lines_of
from app.workbooks.writing.cells import CellWriter
from app.workbooks.writing.charts import ChartWriter
from app.workbooks.writing.logo import place_logo
from app.workbooks.writing.looks import Looks
from app.workbooks.writing.marks import mark_cells
from app.workbooks.writing.page import set_page
from app.workbooks.writing.streamed import StreamedSheet

_POINTS_PER_DOT = 0.75


class SheetWriter:
    """Writes one sheet, line by line; nothing of it stays in memory."""

    def __init__(
        self,
        workbook: Workbook,
        worksheet: StreamedSheet,
        sheet: ReportSheet,
        looks: Looks,
        logo: bytes,
    ) -> None:
        self._worksheet = worksheet
        self._sheet = sheet
        self._logo = logo
        self._looks = looks
        self._cells = CellWriter(worksheet, looks)
        self._charts = ChartWriter(workbook, worksheet, sheet.widths)
        self._first_rows: list[int] = []
        """Of each table so far, the row under its head."""
        self._last_row: int | None = None
        self._drawn: list[tuple[int, Piece, Chart]] = []
        """Charts wait until the rows of all tables are known."""

    def write(self, row_done: Callable[[], None]) -> None:
        """All lines; `row_done` is called after each, and may raise to stop."""
        set_page(self._worksheet, self._sheet)
        self._set_head()
        if self._sheet.letterhead is not None and self._logo:
            place_logo(self._worksheet, self._logo)
        held: set[int] = set()
        in_head = False
        for row, line in enumerate(lines_of(self._sheet)):
            is_head = line.kind in (LineKind.HEAD, LineKind.NUMBERS)
            if in_head and not is_head:
                self._first_rows.append(row)
                self._last_row = None
            in_head = is_head
            self._write_line(row, line, held)
            if line.kind is LineKind.ROW:
                self._last_row = row
            held = _columns_held(line)
            row_done()
        for table, first_row in zip(self._sheet.tables, self._first_rows, strict=True):
            mark_cells(self._worksheet, self._looks, table, first_row)
        for row, piece, chart in self._drawn:
            table, first_row = self._sheet.tables[chart.table], self._first_rows[chart.table]
            self._charts.draw(row, piece, chart, table, first_row)

    def _set_head(self) -> None:
        """The last head is printed on every page; on screen a list scrolls and filters under it."""
        above, head = 0, 0
        for line in lines_of(self._sheet):
            if line.repeats:
                head += 1
            elif head:
                break
            else:
                above += 1
        if not head:
            return
        last = above + head
        self._worksheet.repeat_rows(above, last - 1)
        table = self._sheet.tables[-1]
        if self._sheet.is_list:
            self._worksheet.freeze_panes(last, 0)
        if self._sheet.is_list and table.rows:
            # The filter takes the number row for its head: so it is never sorted in among people.
            right = len(self._sheet.widths) - 1
            self._worksheet.autofilter(last - 1, 0, last - 1 + len(table.rows), right)

    def _write_line(self, row: int, line: Line, held: set[int]) -> None:
        self._worksheet.set_row_pixels(row, line.height / MM_PER_POINT / _POINTS_PER_DOT)
        wraps = _wraps(line)
        column, boxed = 0, self._looks.of(line.kind)
        for piece in line.pieces:
            self._fill(row, line, range(column, piece.first), held)
            content = piece.content
            if isinstance(content, Chart):
                self._drawn.append((row, piece, content))
                self._cells.put(row, piece.first, None, line.kind)
            elif isinstance(content, Worked):
                rows = None
                if self._last_row is not None:
                    rows = (self._first_rows[-1], self._last_row)
                self._cells.put_worked(row, line, piece, content, rows)
            else:
                self._cells.put(row, piece.first, content, line.kind, piece.align, wraps=wraps)
            for inside in range(piece.first + 1, piece.last + 1):
                self._worksheet.write_blank(row, inside, None, boxed)
            if piece.last > piece.first or piece.down > 1:
                self._worksheet.merge_written(row, piece.first, row + piece.down - 1, piece.last)
            column = piece.last + 1
        self._fill(row, line, range(column, len(self._sheet.widths)), held)
        if not line.pieces:
            # The engine forgets the height of a row without a single cell.
            self._cells.put(row, 0, None, line.kind)

    def _fill(self, row: int, line: Line, columns: range, held: set[int]) -> None:
        """Cells inside a merged area of the row above, and under a letterhead, carry borders."""
        for column in columns:
            if column in held or line.kind is LineKind.RULE:
                self._cells.put(row, column, None, line.kind)


def _columns_held(line: Line) -> set[int]:
    """Columns in which a piece of this line reaches into the next one."""
    tall = (piece for piece in line.pieces if piece.down > 1)
    return {column for piece in tall for column in range(piece.first, piece.last + 1)}


def _wraps(line: Line) -> bool:
    if line.kind in (LineKind.ROW, LineKind.TOTAL):
        return line.height > height_of(line.kind, 1)
    return line.kind not in (LineKind.NUMBERS, LineKind.GAP, LineKind.RULE)
