"""Writes a sheet that is one plain table for other programs: heads, rows, filters."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time

from xlsxwriter.format import Format

from app.domain.report import Align, Cell, ReportSheet
from app.domain.report_letters import LineKind
from app.workbooks.writing.cells import CellWriter
from app.workbooks.writing.looks import DAY, NUMBER, TEXT, Looks
from app.workbooks.writing.marks import mark_cells
from app.workbooks.writing.page import set_page
from app.workbooks.writing.streamed import StreamedSheet
from app.workbooks.writing.texts import cell_text, needs_quote_mark

_LONGEST_AS_TEXT = 255


def write_data_sheet(
    worksheet: StreamedSheet,
    sheet: ReportSheet,
    looks: Looks,
    name: str,
    row_done: Callable[[], None],
) -> None:
    """All cells; `name` is that of the table in the whole workbook."""
    set_page(worksheet, sheet)
    table = sheet.tables[0]
    heads = [cell_text(column.head) for column in table.columns]
    worksheet.repeat_rows(0)
    worksheet.freeze_panes(1, 0)
    cells = CellWriter(worksheet, looks)
    for place, head in enumerate(heads):
        cells.put(0, place, head, LineKind.HEAD, Align.CENTRE, wraps=True)
    # A table of Excel has at least one row.
    worksheet.make_table(name, heads, max(1, len(table.rows)))
    if not table.rows:
        for place in range(len(heads)):
            cells.put(1, place, None, LineKind.DATA)
    mark_cells(worksheet, looks, table, 1)
    plain = [
        {form: looks.of(LineKind.DATA, column.align, form) for form in (TEXT, NUMBER, DAY)}
        for column in table.columns
    ]
    for number, row in enumerate(table.rows, start=1):
        _write_row(worksheet, number, row.cells, plain, cells)
        row_done()


def _write_row(
    worksheet: StreamedSheet,
    number: int,
    contents: Sequence[Cell],
    plain: Sequence[dict[str, Format]],
    cells: CellWriter,
) -> None:
    """The common cells on the shortest way; whatever is unusual takes the long one."""
    for place, content in enumerate(contents):
        if content is None:
            continue
        if isinstance(content, str):
            # Whatever a cell cannot hold is not printable either, which is asked much faster.
            text = content if content.isprintable() else cell_text(content)
            if len(text) > _LONGEST_AS_TEXT or needs_quote_mark(text):
                cells.put(number, place, text, LineKind.DATA)
            elif text:
                worksheet.write_string(number, place, text, plain[place][TEXT])
        elif isinstance(content, int):
            worksheet.write_number(number, place, content, plain[place][NUMBER])
        elif isinstance(content, date):
            moment = datetime.combine(content, time())
            worksheet.write_datetime(number, place, moment, plain[place][DAY])
