"""Writes one described sheet: page, lines, head, filter, footer."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, cast

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from app.domain.letters import MM_PER_POINT
from app.domain.report import ReportSheet
from app.domain.report_lines import Line, LineKind, height_of, lines_of
from app.domain.report_pages import pages_of
from app.workbooks.writing.logo import placed_logo
from app.workbooks.writing.looks import LETTERS, Looks
from app.workbooks.writing.texts import footer_text

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

_WIDTH_UNITS_PER_MM = 96 / 25.4 / 8
"""Columns are measured in digits of the standard letters; those of Arial 11 are 8 dots wide."""

_MOST_BREAKS = 1_000
"""Excel knows 1,026 in a sheet; the last ones matter, they keep the signatures with the list."""

_INCH = 25.4
_FOOTER_FROM_EDGE = 15.0
_FOOTER_POINTS = 8


class SheetWriter:
    """Writes one sheet, line by line; nothing of it stays in memory."""

    def __init__(self, worksheet: Worksheet, sheet: ReportSheet, logo: bytes) -> None:
        self._worksheet = worksheet
        self._sheet = sheet
        self._logo = logo
        self._looks = Looks(worksheet)

    def write(self, row_done: Callable[[], None]) -> None:
        """All lines; `row_done` is called after each, and may raise to stop."""
        self._set_columns()
        self._set_page()
        self._set_footer()
        self._set_head()
        if self._sheet.letterhead is not None and self._logo:
            self._worksheet.add_image(placed_logo(self._logo))
        held: set[int] = set()
        for number, line in enumerate(lines_of(self._sheet), start=1):
            self._write_line(number, line, held)
            held = _columns_held(line)
            row_done()

    # -------------------------------------------------------------- page

    def _set_columns(self) -> None:
        for index, width in enumerate(self._sheet.widths, start=1):
            column = self._worksheet.column_dimensions[get_column_letter(index)]
            column.width = width * _WIDTH_UNITS_PER_MM

    def _set_page(self) -> None:
        worksheet, paper = self._worksheet, self._sheet.paper
        worksheet.page_setup.orientation = "landscape"
        worksheet.page_setup.paperSize = str(paper.code)
        worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        worksheet.page_setup.fitToWidth = 1
        worksheet.page_setup.fitToHeight = 0
        margins = worksheet.page_margins
        margins.left, margins.right = paper.left / _INCH, paper.right / _INCH
        margins.top, margins.bottom = paper.top / _INCH, paper.bottom / _INCH
        margins.header = margins.footer = _FOOTER_FROM_EDGE / _INCH
        worksheet.sheet_view.showGridLines = False
        # A working list is filtered more than it is printed: its pages end where they are full.
        if self._sheet.signatures is not None:
            for start in pages_of(self._sheet)[1:][-_MOST_BREAKS:]:
                worksheet.row_breaks.append(Break(id=start))

    def _set_footer(self) -> None:
        footer = self._sheet.footer
        right = footer_text(footer.right).replace("{page}", "&P").replace("{pages}", "&N")
        on_page = HeaderFooterItem(
            left=_footer_part(footer_text(footer.left)), right=_footer_part(right)
        )
        self._worksheet.HeaderFooter.oddFooter = on_page

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
        self._worksheet.print_title_rows = f"{above + 1}:{last}"
        table = self._sheet.tables[-1]
        if self._sheet.is_list:
            self._worksheet.freeze_panes = f"A{last + 1}"
        if self._sheet.is_list and table.rows:
            # The filter takes the number row for its head: so it is never sorted in among people.
            right = get_column_letter(len(self._sheet.widths))
            self._worksheet.auto_filter.ref = f"A{last}:{right}{last + len(table.rows)}"

    # -------------------------------------------------------------- lines

    def _write_line(self, number: int, line: Line, held: set[int]) -> None:
        dimensions = self._worksheet.row_dimensions
        dimensions[number].height = round(line.height / MM_PER_POINT, 1)
        # The stubs know of generators only for the sheet that it really is.
        cast("WriteOnlyWorksheet", self._worksheet).append(self._cells(line, held))
        # Written already; a roster of 100,000 would keep as many of these for nothing.
        del dimensions[number]
        for piece in line.pieces:
            if piece.last > piece.first or piece.down > 1:
                first, last = get_column_letter(piece.first + 1), get_column_letter(piece.last + 1)
                area = f"{first}{number}:{last}{number + piece.down - 1}"
                self._worksheet.merged_cells.add(area)

    def _cells(self, line: Line, held: set[int]) -> Iterator[Cell | None]:
        """The cells from left to right; those inside a merged area carry its borders."""
        wraps = _wraps(line)
        column = 0
        for piece in line.pieces:
            yield from self._fill(line, range(column, piece.first), held)
            yield self._looks.cell(line.kind, piece.align, piece.content, wraps=wraps)
            yield from self._fill(line, range(piece.first + 1, piece.last + 1), held, boxed=True)
            column = piece.last + 1
        yield from self._fill(line, range(column, len(self._sheet.widths)), held)

    def _fill(
        self, line: Line, columns: range, held: set[int], *, boxed: bool = False
    ) -> Iterator[Cell | None]:
        for column in columns:
            styled = boxed or column in held or line.kind is LineKind.RULE
            yield self._looks.empty(line.kind) if styled else None


def _columns_held(line: Line) -> set[int]:
    """Columns in which a piece of this line reaches into the next one."""
    tall = (piece for piece in line.pieces if piece.down > 1)
    return {column for piece in tall for column in range(piece.first, piece.last + 1)}


def _wraps(line: Line) -> bool:
    if line.kind in (LineKind.ROW, LineKind.TOTAL):
        return line.height > height_of(line.kind, 1)
    return line.kind not in (LineKind.NUMBERS, LineKind.GAP, LineKind.RULE)


def _footer_part(text: str) -> _HeaderFooterPart:
    return _HeaderFooterPart(text, font=f"{LETTERS},Regular", size=_FOOTER_POINTS)
