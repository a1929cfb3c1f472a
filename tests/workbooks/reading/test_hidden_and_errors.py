"""What every kind of file tells beside its values: hidden rows and columns, errors, odd texts."""

import html
from collections.abc import Callable
from pathlib import Path

import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableColumn, TableRow
from odf.text import P
from openpyxl import Workbook

from app.domain.odd_text import OddText
from app.workbooks.reading import SheetMarks, open_workbook
from app.workbooks.reading.marks import Marks
from app.workbooks.reading.xls_marks import xls_marks
from app.workbooks.reading.xlsb_marks import xlsb_marks
from tests.data.binary_books import Cell, write_biff5, write_xlsb

Rows = list[list[Cell]]
HEAD: list[Cell] = ["NIP", "Nama", "Pengikut"]
ROWS: Rows = [
    HEAD,
    ["198501012010011901", "Budi", 1234.0],
    ["198501012010011902", "Siti", "#N/A"],
    ["198501012010011903", "Agus", "#REF!"],
    ["198501012010011904", "Ani", 5.0],
]
HIDDEN_ROWS, HIDDEN_COLUMNS = (3, 5), (2,)


def _is_error(cell: Cell) -> bool:
    return isinstance(cell, str) and cell.startswith("#")


def write_xlsx(path: Path) -> None:
    book = Workbook()
    sheet = book.active
    for number, row in enumerate(ROWS, 1):
        sheet.append(row)
        for column, cell in enumerate(row, 1):
            if _is_error(cell):
                sheet.cell(number, column).data_type = "e"
    for number in HIDDEN_ROWS:
        sheet.row_dimensions[number].hidden = True
    # As a filter leaves it: the rows that it hides carry the same mark.
    sheet.auto_filter.ref = "A1:C5"
    sheet.auto_filter.add_filter_column(1, ["Budi", "Agus"])
    sheet.column_dimensions["C"].hidden = True
    book.save(path)


def write_biff8(path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Data ASN")
    for number, row in enumerate(ROWS):
        for column, cell in enumerate(row):
            if _is_error(cell):
                sheet.row(number).set_cell_error(column, {"#N/A": 0x2A, "#REF!": 0x17}[str(cell)])
            else:
                sheet.write(number, column, cell)
        sheet.row(number).hidden = number + 1 in HIDDEN_ROWS
    sheet.col(2).hidden = True
    book.save(str(path))


def write_ods(path: Path) -> None:
    document = OpenDocumentSpreadsheet()
    document.spreadsheet.addElement(Table(name="Petunjuk"))
    table = Table(name="Data ASN")
    table.addElement(TableColumn(numbercolumnsrepeated=2))
    table.addElement(TableColumn(visibility="collapse"))
    for number, row in enumerate(ROWS, 1):
        kind = {3: "filter", 5: "collapse"}.get(number, "visible")
        line = TableRow(visibility=kind)
        for cell in row:
            made = TableCell(valuetype="string")
            if _is_error(cell):
                name = ("urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",)
                made.setAttrNS(*name, "value-type", "error")
                made.setAttrNS(
                    "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "string-value", ""
                )
            made.addElement(P(text=str(cell)))
            line.addElement(made)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    document.save(str(path))


def write_xml(path: Path) -> None:
    def cell(value: Cell) -> str:
        kind = "Error" if _is_error(value) else "String"
        return f'<Cell><Data ss:Type="{kind}">{html.escape(str(value))}</Data></Cell>'

    hidden = ' ss:Hidden="1"'
    lines = [
        f"<Row{hidden if number in HIDDEN_ROWS else ''}>{''.join(map(cell, row))}</Row>"
        for number, row in enumerate(ROWS, 1)
    ]
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    path.write_text(
        f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}"><Worksheet ss:Name="a">'
        f'<Table><Column ss:Span="1"/><Column ss:Hidden="1"/>{"".join(lines)}</Table></Worksheet>'
        "</Workbook>",
        encoding="utf-8",
    )


WRITERS: dict[str, Callable[[Path], None]] = {
    "xlsx": write_xlsx,
    "biff8": write_biff8,
    "biff5": lambda path: write_biff5(
        path, ROWS, hidden_rows=HIDDEN_ROWS, hidden_columns=HIDDEN_COLUMNS
    ),
    "xlsb": lambda path: write_xlsb(
        path, ROWS, hidden_rows=HIDDEN_ROWS, hidden_columns=HIDDEN_COLUMNS
    ),
    "ods": write_ods,
    "xml": write_xml,
}


def marks(path: Path) -> SheetMarks:
    with open_workbook(path) as book:
        return book.marks(len(book.sheets) - 1)


@pytest.mark.parametrize("kind", WRITERS)
def test_hidden_and_filtered_rows_and_hidden_columns_are_told(tmp_path: Path, kind: str) -> None:
    WRITERS[kind](tmp_path / "a")
    found = marks(tmp_path / "a")
    assert (found.hidden, found.hidden_columns) == (set(HIDDEN_ROWS), set(HIDDEN_COLUMNS))


@pytest.mark.parametrize("kind", WRITERS)
def test_errors_are_told_with_their_cells(tmp_path: Path, kind: str) -> None:
    WRITERS[kind](tmp_path / "a")
    assert marks(tmp_path / "a").errors == {(3, 2): "#N/A", (4, 2): "#REF!"}


def test_hidden_rows_of_a_web_page_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_text(
        "<table><tr><td>NIP<tr height=0 style='mso-height-source:userset;display:none'><td>1"
        "<tr style='display:table-row'><td>2</table>",
        encoding="utf-8",
    )
    assert marks(path).hidden == {2}


def test_errors_that_were_saved_as_text_are_told_too(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("NIP;Nama;Pengikut\n1;Budi;#N/A\n2;Siti;#1\n", encoding="utf-8")
    assert marks(path).errors == {(2, 2): "#N/A"}


def test_texts_that_are_not_what_they_seem_are_told_in_every_kind(tmp_path: Path) -> None:
    names = ["Budi", "\u0410gus", "a\u200bb"]
    (tmp_path / "a.csv").write_text("NIP;Nama\n" + "".join(f"1;{n}\n" for n in names), "utf-8")
    book = Workbook()
    for row in (["NIP", "Nama"], *(["1", name] for name in names)):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    for name in ("a.csv", "a.xlsx"):
        assert marks(tmp_path / name).odd_texts == {
            (3, 1): (OddText.MIXED_ALPHABETS, "[U+0410]gus"),
            (4, 1): (OddText.INVISIBLE, "a[U+200B]b"),
        }


def test_a_text_that_was_cut_is_told(
    raw_book: Callable[..., Path], text_cell: Callable[[str, str], str]
) -> None:
    path = raw_book(rows=f'<row r="7">{text_cell("B7", "x" * 40_000)}</row>')
    (place, (kind, shown)) = next(iter(marks(path).odd_texts.items()))
    assert (place, kind) == ((7, 1), OddText.CUT)
    assert len(shown) < 200


@pytest.mark.parametrize(("told_of", "kind"), [(xls_marks, "biff5"), (xlsb_marks, "xlsb")])
def test_torn_insides_tell_what_is_left_and_break_nothing(
    tmp_path: Path, told_of: Callable[..., Marks], kind: str
) -> None:
    WRITERS[kind](tmp_path / "a")
    content = (tmp_path / "a").read_bytes()
    place = 0 if told_of is xls_marks else "Data ASN"
    assert told_of(content, place).hidden == list(HIDDEN_ROWS)
    for keep in range(0, len(content), 97):
        assert set(told_of(content[:keep], place).hidden) <= set(HIDDEN_ROWS)
