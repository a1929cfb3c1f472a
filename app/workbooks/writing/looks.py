"""How each kind of line looks in a workbook: one styled cell for each look, used again and again.

In openpyxl's write-only mode a cell is written the moment it is handed over, so the same cell
can carry the next value; styling each cell anew would take most of the time.
"""

from collections.abc import Mapping
from datetime import date

from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell as OpenCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from app.domain.report import Align, Cell
from app.domain.report_lines import LETTERING, LineKind
from app.workbooks.writing.texts import cell_text, needs_quote_mark

LETTERS = "Arial"
_TEXT, _NUMBER, _DAY = "@", "#,##0", "dd-mm-yyyy"

_LONGEST_AS_TEXT = 255
"""Excel shows ##### for a longer text in a cell of the format "text"."""

_THIN = Side(style="thin")
_BOXED = frozenset((LineKind.HEAD, LineKind.NUMBERS, LineKind.ROW, LineKind.TOTAL, LineKind.EMPTY))
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_LETTERHEAD_RULE = Border(top=Side(style="thick"), bottom=_THIN)
_FILLS: Mapping[LineKind, str] = {LineKind.HEAD: "E8EBF0", LineKind.TOTAL: "F4F6F9"}
_HORIZONTAL: Mapping[Align, str] = {
    Align.LEFT: "left",
    Align.CENTRE: "center",
    Align.RIGHT: "right",
}
_AT_TOP = frozenset((LineKind.FACT, LineKind.NOTE))

_Look = tuple[LineKind, Align, str, bool, bool]


class Looks:
    """The styled cells of one sheet."""

    def __init__(self, worksheet: Worksheet) -> None:
        self._worksheet = worksheet
        self._cells: dict[_Look, OpenCell] = {}

    def cell(self, kind: LineKind, align: Align, content: Cell, *, wraps: bool) -> OpenCell:
        """A cell to be written at once: the next one of the same look is the same object."""
        if isinstance(content, str):
            return self._text(kind, align, cell_text(content), wraps)
        form = _DAY if isinstance(content, date) else _NUMBER
        cell = self._styled((kind, align, form, False, False))
        cell.value = content
        return cell

    def empty(self, kind: LineKind) -> OpenCell:
        """A cell that carries nothing but the borders of its line."""
        cell = self._styled((kind, Align.LEFT, _NUMBER, False, False))
        cell.value = None
        return cell

    def _text(self, kind: LineKind, align: Align, text: str, wraps: bool) -> OpenCell:
        form = _TEXT if len(text) <= _LONGEST_AS_TEXT else "General"
        cell = self._styled((kind, align, form, wraps, needs_quote_mark(text)))
        cell.value = text
        # After the value: openpyxl itself takes "=1+1" for a formula and "#REF!" for an error.
        cell.data_type = "s"
        return cell

    def _styled(self, look: _Look) -> OpenCell:
        cell = self._cells.get(look)
        if cell is None:
            cell = self._cells[look] = self._new(look)
        return cell

    def _new(self, look: _Look) -> OpenCell:
        kind, align, form, wraps, quoted = look
        letters = LETTERING[kind]
        cell = WriteOnlyCell(self._worksheet)
        cell.font = Font(
            name=LETTERS,
            size=letters.points,
            bold=letters.bold,
            underline="single" if letters.underlined else None,
        )
        cell.alignment = Alignment(
            horizontal=_HORIZONTAL[align],
            vertical="top" if kind in _AT_TOP else "center",
            wrap_text=wraps,
            # A text that was measured for one line stays on it, whatever letters the program has.
            shrink_to_fit=not wraps and form == _TEXT and kind in _BOXED,
        )
        if kind in _BOXED:
            cell.border = _BOX
        elif kind is LineKind.RULE:
            cell.border = _LETTERHEAD_RULE
        if kind in _FILLS:
            cell.fill = PatternFill("solid", fgColor=_FILLS[kind])
        cell.number_format = form
        cell.quotePrefix = quoted
        return cell
