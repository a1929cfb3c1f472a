"""One sheet with a head and rows of text, for lists that go out and come back."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, cast

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from app.workbooks.writing.safe_file import replacing
from app.workbooks.writing.texts import cell_text, needs_quote_mark

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_WIDEST = 44
_NARROWEST = 9


def write_plain_table(
    target: Path, name: str, heads: Sequence[str], rows: Sequence[Sequence[str]]
) -> None:
    """See `write_table`, the door to this."""
    with replacing(target) as temporary:
        book = Workbook()
        sheet = cast("Worksheet", book.active)
        sheet.title = name[:31]
        sheet.append([cell_text(head) for head in heads])
        for row in rows:
            sheet.append([cell_text(text) for text in row])
        _dress(sheet, heads, rows)
        content = BytesIO()
        book.save(content)
        temporary.write_bytes(content.getbuffer())


def _dress(sheet: "Worksheet", heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    sheet.freeze_panes = "A2"
    for cells in sheet.iter_rows():
        for cell in cast("tuple[Cell, ...]", cells):
            # Everything is text: what Excel would take for a number loses its zeros and digits.
            cell.number_format = "@"
            if isinstance(cell.value, str):
                cell.data_type = "s"
                cell.quotePrefix = needs_quote_mark(cell.value)
    for head in cast("tuple[Cell, ...]", sheet[1]):
        head.font = Font(bold=True)
        head.fill = PatternFill("solid", fgColor="DDE6F0")
        head.alignment = Alignment(wrap_text=True, vertical="center")
    for column, words in enumerate(heads):
        longest = max((len(row[column]) for row in rows), default=0)
        width = min(max(longest, len(words), _NARROWEST) + 2, _WIDEST)
        sheet.column_dimensions[get_column_letter(column + 1)].width = width
