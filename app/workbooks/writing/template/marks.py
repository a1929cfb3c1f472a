"""Where the placeholders of a template stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText

from app.domain.template import ROW_MARK, TemplateFault, names_in
from app.workbooks.proof_reading import FOR_THE_PROGRAM

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_OURS = frozenset(name.casefold() for name in FOR_THE_PROGRAM)
"""Names of sheets differ by more than capitals."""


class NoTemplate(Exception):
    """Why this workbook cannot be filled, and on which sheet."""

    def __init__(self, fault: TemplateFault, sheet: str = "") -> None:
        super().__init__(fault.value)
        self.fault, self.sheet = fault, sheet


@dataclass(frozen=True, slots=True)
class MarkedSheet:
    """A sheet, and its marked row (1-based); None: it has none."""

    worksheet: "Worksheet"
    row: int | None


def marked_cells(worksheet: "Worksheet") -> Iterator[tuple[Cell, list[str]]]:
    """Every cell of text with the names of the placeholders in it."""
    for row in worksheet.iter_rows():
        for cell in row:
            if isinstance(cell, Cell) and isinstance(cell.value, (str, CellRichText)):
                names = names_in(str(cell.value)) if cell.data_type != "f" else []
                if names:
                    yield cell, names


def marked_sheets(workbook: "Workbook") -> list[MarkedSheet]:
    """All sheets of cells.

    Raises:
        NoTemplate: no sheet has a marked row, or one has two, or it is joined with another row; or
            a sheet stands where the program puts one of its own.
    """
    for name in workbook.sheetnames:
        if name.casefold() in _OURS:
            raise NoTemplate(TemplateFault.OUR_SHEET, name)
    found = [MarkedSheet(sheet, _marked_row(sheet)) for sheet in workbook.worksheets]
    if all(sheet.row is None for sheet in found):
        raise NoTemplate(TemplateFault.NO_ROW)
    for sheet in found:
        joined = sheet.worksheet.merged_cells.ranges
        if any(
            some.min_row <= (sheet.row or 0) <= some.max_row and some.min_row != some.max_row
            for some in joined
        ):
            raise NoTemplate(TemplateFault.JOINED_DOWN, sheet.worksheet.title)
    return found


def _marked_row(worksheet: "Worksheet") -> int | None:
    rows = {
        cell.row
        for cell, names in marked_cells(worksheet)
        if any(name.startswith(ROW_MARK) for name in names)
    }
    if len(rows) > 1:
        raise NoTemplate(TemplateFault.TWO_ROWS, worksheet.title)
    return rows.pop() if rows else None
