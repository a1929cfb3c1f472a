"""What stands out, as rules of the sheet: whoever changes a cell sees it change its look."""

from xlsxwriter.worksheet import Worksheet

from app.domain.report import Table
from app.domain.report_letters import places_of
from app.workbooks.writing.looks import Looks


def mark_cells(worksheet: Worksheet, looks: Looks, table: Table, first_row: int) -> None:
    """Rules for the columns of a table whose rows begin at `first_row`, counted from 0."""
    if not table.rows:
        return
    last_row = first_row + len(table.rows) - 1
    for (first, last), column in zip(places_of(table.columns), table.columns, strict=True):
        for mark in column.marks:
            rule = {
                "type": "cell",
                "criteria": "==",
                "value": _as_formula(mark.content),
                "format": looks.emphasis(mark.emphasis),
            }
            worksheet.conditional_format(first_row, first, last_row, last, rule)


def _as_formula(content: str | int) -> str | int:
    """A text as a formula has it; words of ours only, never what a person typed."""
    if isinstance(content, int):
        return content
    doubled = content.replace('"', '""')
    return f'="{doubled}"'
