"""Writes sheets of cells in every format that offices send."""

import csv
import html
import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import xlsxwriter
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

Cell = str | int | float | date | None
Span = tuple[int, int, int, int]
"""First row, first column, last row, last column, from 1."""


@dataclass(slots=True)
class Sheet:
    """Cells by row and column from 1, and what is merged."""

    name: str
    hidden: bool = False
    rows: dict[int, list[Cell]] = field(default_factory=dict)
    merges: list[Span] = field(default_factory=list)
    formatted_to: int = 0
    """The last row that is formatted although it is empty."""

    def put(self, row: int, cells: Sequence[Cell]) -> None:
        """Fills a row from its first column on."""
        self.rows[row] = list(cells)

    def merge(self, *span: Span) -> None:
        """Merges cells; their first one keeps the value."""
        self.merges += span

    @property
    def last_row(self) -> int:
        return max(self.rows, default=0)

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows.values()), default=0)

    def grid(self) -> list[list[Cell]]:
        """All rows from the first, each as wide as the widest."""
        rows = (self.rows.get(number, []) for number in range(1, self.last_row + 1))
        return [[*row, *[None] * (self.width - len(row))] for row in rows]


def write_book(folder: Path, name: str, sheets: Sequence[Sheet], kind: str) -> Path:
    """Writes a file of `kind`, one of `WRITERS`; returns where it stands."""
    ending, write = WRITERS[kind]
    path = folder / f"{name}.{ending}"
    write(path, sheets)
    return path


def _xlsx(path: Path, sheets: Sequence[Sheet]) -> None:
    book = xlsxwriter.Workbook(str(path))
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    grey = book.add_format({"bg_color": "#D9E1F2"})
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        for top, left, bottom, right in sheet.merges:
            page.merge_range(top - 1, left - 1, bottom - 1, right - 1, "")
        for number, row in sheet.rows.items():
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    page.write_string(number - 1, column, cell)
                elif isinstance(cell, date):
                    page.write_datetime(number - 1, column, cell, day)
                elif cell is not None:
                    page.write_number(number - 1, column, cell)
        for number in range(sheet.last_row, sheet.formatted_to):
            page.write_blank(number, sheet.width + 40, None, grey)
        if sheet.hidden:
            page.hide()
    book.close()


_STRICT = (
    ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"),
)  # fmt: skip


def _strict(path: Path, sheets: Sequence[Sheet]) -> None:
    """The same parts under the namespaces of the strict standard."""
    _xlsx(path, sheets)
    with zipfile.ZipFile(path) as loose:
        parts = {name: loose.read(name) for name in loose.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as strict:
        for name, content in parts.items():
            for old, new in _STRICT:
                content = content.replace(old.encode(), new.encode())
            strict.writestr(name, content)


def _xls(path: Path, sheets: Sequence[Sheet]) -> None:
    book = xlwt.Workbook()
    day = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    for sheet in sheets:
        page = book.add_sheet(sheet.name)
        covered = {
            (row, column)
            for top, left, bottom, right in sheet.merges
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        }
        for top, left, bottom, right in sheet.merges:
            page.write_merge(top - 1, bottom - 1, left - 1, right - 1, _at(sheet, top, left))
        for number, row in sheet.rows.items():
            for column, cell in enumerate(row, 1):
                if cell is not None and (number, column) not in covered:
                    styled = (day,) if isinstance(cell, date) else ()
                    page.write(number - 1, column - 1, cell, *styled)
        page.visibility = int(sheet.hidden)
    book.save(str(path))


def _at(sheet: Sheet, row: int, column: int) -> Cell:
    cells = sheet.rows.get(row, [])
    return cells[column - 1] if column <= len(cells) else None


def _ods(path: Path, sheets: Sequence[Sheet]) -> None:
    book = OpenDocumentSpreadsheet()
    for sheet in sheets:
        table = Table(name=sheet.name)
        starts = {
            (top, left): (bottom - top + 1, right - left + 1)
            for top, left, bottom, right in sheet.merges
        }
        covered = {
            (row, column)
            for top, left, bottom, right in sheet.merges
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        } - set(starts)
        for number, row in enumerate(sheet.grid(), 1):
            line = TableRow()
            for column, cell in enumerate(row, 1):
                if (number, column) in covered:
                    line.addElement(CoveredTableCell())
                else:
                    line.addElement(_ods_cell(cell, starts.get((number, column))))
            table.addElement(line)
        book.spreadsheet.addElement(table)
    book.save(str(path))


def _ods_cell(cell: Cell, span: tuple[int, int] | None) -> TableCell:
    told: dict[str, object] = {}
    if span is not None:
        told |= {"numberrowsspanned": span[0], "numbercolumnsspanned": span[1]}
    if cell is None:
        return TableCell(**told)
    if isinstance(cell, date):
        told |= {"valuetype": "date", "datevalue": cell.isoformat()}
    elif isinstance(cell, str):
        told |= {"valuetype": "string"}
    else:
        told |= {"valuetype": "float", "value": cell}
    made = TableCell(**told)
    for line in str(cell).split("\n"):
        made.addElement(P(text=line))
    return made


def _html(path: Path, sheets: Sequence[Sheet]) -> None:
    """As attendance machines and web pages export it, named .xls."""
    sheet = sheets[0]
    starts = {
        (top, left): (bottom - top + 1, right - left + 1)
        for top, left, bottom, right in sheet.merges
    }
    covered = {
        (row, column)
        for top, left, bottom, right in sheet.merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    } - set(starts)
    lines = []
    for number, row in enumerate(sheet.grid(), 1):
        made = []
        for column, cell in enumerate(row, 1):
            if (number, column) in covered:
                continue
            down, across = starts.get((number, column), (1, 1))
            text = html.escape("" if cell is None else _typed(cell)).replace("\n", "<br>")
            made.append(
                f"<td rowspan={down} colspan='{across}' style='mso-number-format:\"\\@\"'>{text}</td>"
            )
        lines.append(f"<tr>{''.join(made)}</tr>")
    page = f"<html><head><meta charset='utf-8'></head><body><table border=1>{''.join(lines)}</table></body></html>"
    path.write_text(page, encoding="utf-8")


def _xml(path: Path, sheets: Sequence[Sheet]) -> None:
    """SpreadsheetML 2003, as older systems export it under the name .xls."""
    pages = "".join(
        f'<Worksheet ss:Name="{html.escape(sheet.name)}"><Table>{"".join(_xml_rows(sheet))}</Table></Worksheet>'
        for sheet in sheets
    )
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    path.write_text(
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        f'<Workbook xmlns="{space}" xmlns:ss="{space}">{pages}</Workbook>',
        encoding="utf-8",
    )


def _xml_rows(sheet: Sheet) -> Iterator[str]:
    starts = {(top, left): (b - top, r - left) for top, left, b, r in sheet.merges}
    for number, row in enumerate(sheet.grid(), 1):
        made = []
        for column, cell in enumerate(row, 1):
            span = starts.get((number, column))
            if cell is None and span is None:
                continue
            down, across = span or (0, 0)
            joined = f' ss:MergeDown="{down}" ss:MergeAcross="{across}"' if span else ""
            made.append(f'<Cell ss:Index="{column}"{joined}>{_xml_data(cell)}</Cell>')
        if made:
            yield f'<Row ss:Index="{number}">{"".join(made)}</Row>'


def _xml_data(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return f'<Data ss:Type="DateTime">{cell.isoformat()}T00:00:00.000</Data>'
    kind = "String" if isinstance(cell, str) else "Number"
    return f'<Data ss:Type="{kind}">{html.escape(str(cell)).replace(chr(10), "&#10;")}</Data>'


def _typed(cell: Cell) -> str:
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else "" if cell is None else str(cell)


def _csv(delimiter: str, encoding: str) -> Callable[[Path, Sequence[Sheet]], None]:
    def write(path: Path, sheets: Sequence[Sheet]) -> None:
        text = io.StringIO(newline="")
        writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
        writer.writerows([[_typed(cell) for cell in row] for row in sheets[0].grid()])
        path.write_bytes(text.getvalue().encode(encoding))

    return write


WRITERS: dict[str, tuple[str, Callable[[Path, Sequence[Sheet]], None]]] = {
    "xlsx": ("xlsx", _xlsx),
    "strict": ("xlsx", _strict),
    "xls": ("xls", _xls),
    "ods": ("ods", _ods),
    "html": ("xls", _html),
    "xml": ("xls", _xml),
    "csv-semicolon": ("csv", _csv(";", "utf-8-sig")),
    "csv-comma": ("csv", _csv(",", "utf-8")),
    "csv-cp1252": ("csv", _csv(";", "cp1252")),
    "csv-utf16": ("csv", _csv("\t", "utf-16")),
}
"""The ending and the writer of each kind."""
