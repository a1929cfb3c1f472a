"""Puts one value into one cell: never as a formula of its own making, never as a link."""

from datetime import date, datetime, time

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from app.domain.report import NOTHING, Align, Cell, Worked, Working
from app.domain.report_letters import Line, LineKind, Piece
from app.workbooks.writing.looks import DAY, DIFFERENCE, GENERAL, NUMBER, SHARE, TEXT, Looks
from app.workbooks.writing.texts import cell_text, needs_quote_mark

_LONGEST_AS_TEXT = 255
"""Excel shows ##### for a longer text in a cell of the format "text"."""

_FORMS = {Working.SUM: NUMBER, Working.SHARE: SHARE, Working.DIFFERENCE: DIFFERENCE}


class CellWriter:
    """Writes the cells of one sheet; rows and columns are counted from 0, as the engine does."""

    def __init__(self, worksheet: Worksheet, looks: Looks) -> None:
        self._worksheet = worksheet
        self._looks = looks

    def put(
        self,
        row: int,
        column: int,
        content: Cell,
        kind: LineKind,
        align: Align = Align.LEFT,
        *,
        wraps: bool = False,
    ) -> None:
        """Text, a number, a day, or nothing but the look of its line."""
        if isinstance(content, str):
            self._put_text(row, column, cell_text(content), kind, align, wraps)
        elif isinstance(content, date):
            moment = datetime.combine(content, time())
            self._worksheet.write_datetime(row, column, moment, self._looks.of(kind, align, DAY))
        elif isinstance(content, int):
            self._worksheet.write_number(row, column, content, self._looks.of(kind, align))
        else:
            self._worksheet.write_blank(row, column, None, self._looks.of(kind, align))

    def put_worked(
        self, row: int, line: Line, piece: Piece, worked: Worked, rows: tuple[int, int] | None
    ) -> None:
        """A formula with its value; `rows` are the first and the last row of its table so far."""
        look = self._looks.of(line.kind, piece.align, _FORMS[worked.working])
        formula = _formula(row, line, piece, worked, rows)
        value = NOTHING if worked.value is None else worked.value
        if not formula:
            self._put_plain(row, piece.first, value, look)
            return
        self._worksheet.write_formula(row, piece.first, formula, look, value)

    def _put_plain(self, row: int, column: int, value: float | str, look: Format) -> None:
        if isinstance(value, str):
            self._worksheet.write_string(row, column, value, look)
        else:
            self._worksheet.write_number(row, column, value, look)

    def _put_text(
        self, row: int, column: int, text: str, kind: LineKind, align: Align, wraps: bool
    ) -> None:
        form = TEXT if len(text) <= _LONGEST_AS_TEXT else GENERAL
        quoted = needs_quote_mark(text)
        look = self._looks.of(kind, align, form, wraps=wraps, quoted=quoted)
        if text:
            self._worksheet.write_string(row, column, text, look)
        else:
            self._worksheet.write_blank(row, column, None, look)


def _formula(
    row: int, line: Line, piece: Piece, worked: Worked, rows: tuple[int, int] | None
) -> str:
    if worked.working is Working.SUM:
        if rows is None:
            return ""
        first, last = (xl_rowcol_to_cell(each, piece.first) for each in rows)
        return f"=SUM({first}:{last})"
    left, right = (
        xl_rowcol_to_cell(row, line.pieces[place].first) for place in (worked.left, worked.right)
    )
    if worked.working is Working.DIFFERENCE:
        return f"={left}-{right}"
    return f'=IF({right}=0,"{NOTHING}",{left}/{right})'
