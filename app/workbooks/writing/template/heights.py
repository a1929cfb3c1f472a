"""Heights of filled rows: neither Excel nor LibreOffice makes room for wrapped text by itself."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter

from app.domain.letters import lines_needed

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_STANDARD_WIDTH = 8.43
_POINTS = 11.0
_LINE = 1.32
"""Height of a line in sizes of its letters, with what programs leave free."""

_PAD = 2.0
"""Points."""


def fit_height(worksheet: "Worksheet", cells: Sequence[Cell]) -> None:
    """Makes the row of these cells as high as its wrapped cells need; a height that the office chose stays."""
    if not cells or worksheet.row_dimensions[cells[0].row].height is not None:
        return
    needed = 0.0
    for cell in cells:
        if isinstance(cell.value, str) and cell.alignment.wrap_text:
            points = cell.font.sz or _POINTS
            width = _width_of(worksheet, cell.column)
            lines = lines_needed(cell.value, width, points, bold=bool(cell.font.b))
            needed = max(needed, lines * points * _LINE + _PAD if lines > 1 else 0.0)
    if needed:
        worksheet.row_dimensions[cells[0].row].height = needed


def _width_of(worksheet: "Worksheet", column: int) -> float:
    """In mm, without the space that programs leave at the sides of a cell."""
    width = worksheet.column_dimensions[get_column_letter(column)].width or _STANDARD_WIDTH
    return max(4.0, (width * 7) * 25.4 / 96)
