"""A form as a workbook: printed cells are locked, cells to fill in are open and are text."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from app.domain.form_page import FormColumn, FormColumnKind, FormPage
from app.workbooks.writing.looks import LETTERS
from app.workbooks.writing.safe_file import replacing
from app.workbooks.writing.texts import cell_text, footer_text, needs_quote_mark

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_FOLIO = 14
"""Excel's number for 8.5 x 13 inches."""
_POINTS = 10
_HEAD_HEIGHT = 32
_MARGIN = 0.4
"""Inches."""
_ROWS_FOR_MORE = 10
"""Open rows below the list, for people whom the office has and the list has not."""

_THIN = Side(style="thin", color="9AA4B2")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_FILL = {
    FormColumnKind.FIXED: PatternFill("solid", fgColor="F1F3F6"),
    FormColumnKind.EARLIER: PatternFill("solid", fgColor="F1F3F6"),
}
_OPEN_FILL = PatternFill("solid", fgColor="FFFBE8")
_HEAD_FILL = PatternFill("solid", fgColor="DDE6F0")
_OPEN = (FormColumnKind.ENTRY, FormColumnKind.DAY)
_LONGEST_LIST = 255
"""Characters of a list that stands inside the rule of a cell."""


def write_form(page: FormPage, target: Path) -> None:
    """Writes one form (xlsx), whole or not at all.

    Raises:
        FileError: `target` cannot be written; what stood there is untouched.
    """
    with replacing(target) as temporary:
        book = Workbook()
        sheet = cast("Worksheet", book.active)
        sheet.title = page.name
        book.properties.title = cell_text(page.title)
        book.properties.creator = "Gaung"
        _Form(sheet, page).write()
        content = BytesIO()
        book.save(content)
        temporary.write_bytes(content.getbuffer())


class _Form:
    def __init__(self, sheet: "Worksheet", page: FormPage) -> None:
        self._sheet, self._page = sheet, page
        self._next = 1

    def write(self) -> None:
        # A hidden first column would hide a title that began in it.
        self._first_shown = 1 + sum(
            1 for column in self._page.columns[:1] if column.kind is FormColumnKind.CODE
        )
        self._write_top()
        head_row = self._next
        self._write_heads(head_row)
        for number, texts in enumerate(self._page.rows, head_row + 1):
            self._write_row(number, texts)
        last = head_row + len(self._page.rows) + _ROWS_FOR_MORE
        for number in range(last - _ROWS_FOR_MORE + 1, last + 1):
            self._write_row(number, ("",) * len(self._page.columns), added=True)
        self._rule_cells(head_row + 1, last)
        self._dress(head_row)
        self._protect()

    def _write_top(self) -> None:
        column = self._first_shown
        self._put(self._next, column, self._page.title).font = Font(
            name=LETTERS, size=13, bold=True
        )
        self._next += 1
        for label, value in self._page.facts:
            self._put(self._next, column, f"{label}: {value}").font = Font(
                name=LETTERS, size=_POINTS
            )
            self._next += 1
        for line in self._page.instructions:
            self._put(self._next, column, line).font = Font(
                name=LETTERS, size=_POINTS, italic=True, color="45515F"
            )
            self._next += 1
        self._next += 1

    def _write_heads(self, row: int) -> None:
        for number, column in enumerate(self._page.columns, 1):
            cell = self._put(row, number, column.head)
            cell.font = Font(name=LETTERS, size=_POINTS, bold=True)
            cell.fill, cell.border = _HEAD_FILL, _BOX
            cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        self._sheet.row_dimensions[row].height = _HEAD_HEIGHT

    def _write_row(self, row: int, texts: Sequence[str], *, added: bool = False) -> None:
        for number, (column, text) in enumerate(zip(self._page.columns, texts, strict=True), 1):
            cell = self._put(row, number, text)
            cell.font = Font(
                name=LETTERS,
                size=_POINTS,
                color="5B6673" if column.kind is FormColumnKind.EARLIER else None,
            )
            cell.border = _BOX
            is_open = column.kind in _OPEN or (added and column.kind is FormColumnKind.FIXED)
            cell.protection = Protection(locked=not is_open)
            if is_open:
                cell.fill = _OPEN_FILL
            elif column.kind in _FILL:
                cell.fill = _FILL[column.kind]
            cell.alignment = Alignment(vertical="center", shrink_to_fit=not is_open)

    def _put(self, row: int, column: int, text: str) -> "Cell":
        cell = cast("Cell", self._sheet.cell(row, column))
        cell.number_format = "@"
        if text:
            cell.value = cell_text(text)
            cell.data_type = "s"
            cell.quotePrefix = needs_quote_mark(text)
        return cell

    def _rule_cells(self, first: int, last: int) -> None:
        for number, column in enumerate(self._page.columns, 1):
            rule = _rule_of(column)
            if rule is not None:
                letter = get_column_letter(number)
                rule.add(f"{letter}{first}:{letter}{last}")
                self._sheet.add_data_validation(rule)

    def _dress(self, head_row: int) -> None:
        sheet = self._sheet
        names = [column.kind for column in self._page.columns]
        frozen = names.index(FormColumnKind.ENTRY) if FormColumnKind.ENTRY in names else 0
        corner = get_column_letter(max(1, min(frozen, 4) + 1))
        sheet.freeze_panes = f"{corner}{head_row + 1}"
        sheet.print_title_rows = f"{head_row}:{head_row}"
        sheet.page_setup.orientation = "landscape"
        # The stubs know fewer papers than Excel.
        sheet.page_setup.paperSize = cast("None", _FOLIO)
        margins = sheet.page_margins
        margins.left = margins.right = _MARGIN
        margins.top = margins.bottom = _MARGIN + 0.2
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        # The stubs call parts optional that every sheet has.
        parts = cast("Any", sheet)
        parts.sheet_properties.pageSetUpPr.fitToPage = True
        parts.oddFooter.left.text = footer_text(self._page.foot)
        parts.oddFooter.right.text = "&P / &N"
        for number, column in enumerate(self._page.columns, 1):
            place = sheet.column_dimensions[get_column_letter(number)]
            place.width = column.width
            place.hidden = column.kind is FormColumnKind.CODE

    def _protect(self) -> None:
        """Without a password: it guards against slips; what returns is checked all the same."""
        guard = self._sheet.protection
        guard.sheet = True
        guard.formatColumns = False
        guard.formatRows = False
        guard.autoFilter = False
        guard.selectLockedCells = False


def _rule_of(column: FormColumn) -> DataValidation | None:
    listed = ",".join(column.choices)
    if column.kind not in _OPEN or not (column.choices or column.prompt):
        return None
    usable = bool(listed) and len(listed) <= _LONGEST_LIST and '"' not in listed
    rule = DataValidation(
        type="list" if usable else None,
        formula1=f'"{listed}"' if usable else None,
        allow_blank=True,
        # Whatever is typed is read again when the form comes back.
        showErrorMessage=False,
        showInputMessage=bool(column.prompt),
    )
    if column.prompt:
        rule.prompt = cell_text(column.prompt)[:_LONGEST_LIST]
    return rule
