"""A template to begin with: a small table with its places, and a sheet that names all of them."""

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.properties import PageSetupProperties

from app.domain.template import TemplateExample

_LETTERS = "Arial"
_HEAD = PatternFill("solid", fgColor="FFE3EDEC")
_LINE = Side(style="thin", color="FF7A8A89")
_FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_NARROW, _WIDE = 8, 26
_FOLIO = 14
_NAMES = "GaungNames"
"""A name defined over our list of names: it follows the sheet under another title, and other
programs keep it (LibreOffice 7.4 drops the code name of a sheet)."""


def example_workbook(example: TemplateExample) -> Workbook:
    """Drawn with the looks that people change at once: letters, frames, widths."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = example.sheet
    row = 1
    for place, line in enumerate(example.title):
        cell = sheet.cell(row, 1, line)
        cell.font = Font(name=_LETTERS, size=12 if place < 2 else 11, bold=place < 2)
        row += 1
    row += 1
    for column, (head, mark) in enumerate(example.columns, start=1):
        top, below = sheet.cell(row, column, head), sheet.cell(row + 1, column, mark)
        top.font, top.fill = Font(name=_LETTERS, size=11, bold=True), _HEAD
        below.font = Font(name=_LETTERS, size=11)
        top.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        below.alignment = Alignment(vertical="top", wrap_text=True)
        top.border = below.border = _FRAME
        sheet.column_dimensions[get_column_letter(column)].width = _NARROW if column == 1 else _WIDE
    sheet.print_title_rows = f"{row}:{row}"
    for place, line in enumerate(example.below, start=row + 3):
        sheet.cell(place, len(example.columns) - 1, line).font = Font(name=_LETTERS, size=11)
    sheet.page_setup.paperSize = _FOLIO
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    names = workbook.create_sheet(example.names_sheet)
    first_cell = f"{quote_sheetname(names.title)}!$A$1"
    workbook.defined_names[_NAMES] = DefinedName(_NAMES, attr_text=first_cell, hidden=True)
    for number, entry in enumerate(example.names, start=1):
        for column, text in enumerate(entry, start=1):
            names.cell(number, column, text).font = Font(name=_LETTERS, size=11, bold=number == 1)
    names.column_dimensions["A"].width, names.column_dimensions["B"].width = 34, 60
    return workbook


def leave_out_names(workbook: Workbook) -> None:
    """Takes our own list of names away, where it still stands: it has no place in a report."""
    name = workbook.defined_names.pop(_NAMES, None)
    for title, _ in name.destinations if name is not None else ():
        if title in workbook.sheetnames and len(workbook.worksheets) > 1:
            workbook.remove(workbook[title])
