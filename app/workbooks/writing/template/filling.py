"""Fills the places of a template that stands open."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock

from app.domain.report import Cell as Value
from app.domain.report import Worked
from app.domain.template import ROW_MARK, TemplateFilling, filled, only_name
from app.workbooks.writing.template.heights import fit_height
from app.workbooks.writing.template.marks import MarkedSheet, marked_cells
from app.workbooks.writing.template.shifting import add_rows
from app.workbooks.writing.texts import cell_text, footer_text, needs_quote_mark

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

_DAY, _TEXT, _GENERAL = "dd-mm-yyyy", "@", "General"
_NAME = "nama"
_LINES_PER_STEP = 200


def fill(
    workbook: "Workbook",
    sheets: list[MarkedSheet],
    filling: TemplateFilling,
    step: Callable[[int, int], None],
) -> None:
    """Puts every value into its place; `step` hears of rows done, of all."""
    rows = [*filling.rows] or [{_NAME: filling.nobody}]
    total = len(rows) * sum(sheet.row is not None for sheet in sheets)
    done = 0
    for sheet in sheets:
        if filling.mark:
            _mark_pages(sheet, filling.mark)
        # First: what comes into the rows is what people typed, and never asks for anything itself.
        for cell, _ in list(marked_cells(sheet.worksheet)):
            if cell.row != sheet.row:
                _fill_cell(cell, filling.whole, in_row=False)
        if sheet.row is not None:
            add_rows(workbook, sheet.worksheet, sheet.row, len(rows) - 1)
            for values, cells in zip(rows, _rows_of(sheet, sheet.row, len(rows)), strict=True):
                named = {f"{ROW_MARK}{name}": value for name, value in values.items()}
                known = {**filling.whole, **named}
                for cell in cells:
                    _fill_cell(cell, known, in_row=True)
                fit_height(sheet.worksheet, cells)
                done += 1
                if done % _LINES_PER_STEP == 1:
                    step(done, total)
    step(total, total)


def _rows_of(sheet: MarkedSheet, first: int, number: int) -> Iterator[list[Cell]]:
    """The cells of each row; a merged one counts by its first.

    Not `worksheet[row]`: for each row openpyxl 3.1 looks at every cell of the sheet to find its width.
    """
    worksheet = sheet.worksheet
    last, width = first + number - 1, worksheet.max_column
    for row in worksheet.iter_rows(min_row=first, max_row=last, min_col=1, max_col=width):
        yield [cell for cell in row if isinstance(cell, Cell)]


def _mark_pages(sheet: MarkedSheet, mark: str) -> None:
    worksheet = sheet.worksheet
    for head in (worksheet.oddHeader, worksheet.evenHeader, worksheet.firstHeader):
        if head is not None and head.center is not None:
            head.center.text = footer_text(mark)


def _fill_cell(cell: Cell, values: Mapping[str, Value], *, in_row: bool) -> None:
    content = cell.value
    if cell.data_type == "f" or not isinstance(content, (str, CellRichText)):
        return
    text = str(content)
    name = only_name(text)
    if name is not None and (name in values or (in_row and name.startswith(ROW_MARK))):
        _put(cell, values.get(name))
        return
    shown = {key: _shown(value) for key, value in values.items()}
    if isinstance(content, CellRichText):
        _fill_rich(content, shown)
    elif (text := filled(content, shown)) != content:
        _put(cell, text)


def _fill_rich(content: CellRichText, shown: Mapping[str, str]) -> None:
    """Each piece keeps its letters."""
    for place, piece in enumerate(content):
        if isinstance(piece, TextBlock):
            content[place] = TextBlock(piece.font, cell_text(filled(piece.text, shown)))
        else:
            content[place] = cell_text(filled(piece, shown))


def _put(cell: Cell, value: Value) -> None:
    """The value in its own kind; the template's number format goes before ours."""
    if isinstance(value, Worked):
        value = None if value.value is None else str(value.value)
    if isinstance(value, str):
        # Never a formula, whatever the text begins with.
        cell.value = cell_text(value)
        cell.data_type = "s"
        if cell.number_format == _GENERAL:
            cell.number_format = _TEXT
        if needs_quote_mark(value):
            cell.quotePrefix = True
        return
    cell.value = value
    if isinstance(value, date) and cell.number_format in (_GENERAL, _TEXT):
        cell.number_format = _DAY


def _shown(value: Value) -> str:
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".")
    return value if isinstance(value, str) else ""
