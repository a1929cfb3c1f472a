"""xlsx, xls and ods: plain values where the sheet has them, nothing invented."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl.chart import BarChart

from app.workbooks.reading import Cell, Merge, open_workbook

Rows = Callable[..., list[list[Cell]]]


def test_a_row_keeps_its_place_on_the_sheet(tmp_path: Path, rows_of: Rows) -> None:
    book = openpyxl.Workbook()
    book.active["C4"] = "NIP"
    book.active["D6"] = "198501012010011901"
    book.save(tmp_path / "a.xlsx")

    rows = rows_of(tmp_path / "a.xlsx")

    assert rows == [[], [], [], [None, None, "NIP"], [], [None, None, None, "198501012010011901"]]


def test_values_come_as_they_are_typed(tmp_path: Path, rows_of: Rows) -> None:
    book = openpyxl.Workbook()
    book.active.append(
        [
            date(2026, 10, 31),
            datetime(2026, 10, 31, 7, 30, 15),
            time(7, 30),
            timedelta(hours=36),
            1234,
            0,
            12.5,
            True,
            "  Budi ",
        ]
    )
    book.save(tmp_path / "a.xlsx")

    (row,) = rows_of(tmp_path / "a.xlsx")

    assert row == [
        *(date(2026, 10, 31), datetime(2026, 10, 31, 7, 30, 15), time(7, 30)),
        *(1.5, 1234.0, 0.0, 12.5, True, "  Budi "),
    ]
    assert [type(cell) for cell in row[:3]] == [date, datetime, time]


def test_empty_cells_and_rows_at_the_end_are_not_sent(tmp_path: Path, rows_of: Rows) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet()
        border = book.add_format({"border": 1})
        sheet.write_row(0, 0, ["NIP", "", "Nama"])
        for row in range(969):
            sheet.write_blank(row, 40, None, border)
        sheet.write_string(500, 3, "", border)

    assert rows_of(tmp_path / "a.xlsx") == [["NIP", None, "Nama"]]


def test_a_cell_at_the_last_row_does_not_cost_a_million_rows_in_one_piece(
    tmp_path: Path,
) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "NIP"
    book.active["B1048576"] = "jauh"
    book.save(tmp_path / "a.xlsx")

    with open_workbook(tmp_path / "a.xlsx") as opened:
        lengths, last = [], []
        for chunk in opened.chunks(0):
            lengths.append(len(chunk))
            last = chunk[-1]

    assert (sum(lengths), max(lengths)) == (1_048_576, 2_000)
    assert last == [None, "jauh"]


def test_many_rows_come_in_order_and_in_chunks(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx", {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for row in range(7_001):
            sheet.write_row(row, 0, [f"baris {row + 1}", row])

    with open_workbook(tmp_path / "a.xlsx") as opened:
        chunks = list(opened.chunks(0))

    assert [len(chunk) for chunk in chunks] == [2_000, 2_000, 2_000, 1_001]
    rows = [row for chunk in chunks for row in chunk]
    assert all(row == [f"baris {i}", float(i - 1)] for i, row in enumerate(rows, 1))


def test_hidden_sheets_are_listed_as_hidden(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Petunjuk"
    for name, state in (("Rahasia", "hidden"), ("Referensi", "veryHidden"), ("Data", "visible")):
        book.create_sheet(name).sheet_state = state
    book.save(tmp_path / "a.xlsx")

    with open_workbook(tmp_path / "a.xlsx") as opened:
        found = [(s.index, s.name, s.hidden) for s in opened.sheets]

    assert found == [
        (0, "Petunjuk", False),
        (1, "Rahasia", True),
        (2, "Referensi", True),
        (3, "Data", False),
    ]


def test_a_chart_between_the_sheets_shifts_nothing(tmp_path: Path, rows_of: Rows) -> None:
    book = openpyxl.Workbook()
    book.active.append(["satu"])
    book.create_chartsheet("Grafik").add_chart(BarChart())
    book.create_sheet("Data").append(["dua"])
    book.save(tmp_path / "a.xlsx")

    with open_workbook(tmp_path / "a.xlsx") as opened:
        assert [(s.index, s.name) for s in opened.sheets] == [(0, "Sheet"), (1, "Data")]
    assert rows_of(tmp_path / "a.xlsx", 1) == [["dua"]]


def test_joined_cells_are_told_with_both_corners(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Nama Pegawai", None, "Instagram"])
    book.active.merge_cells("A1:B2")
    book.active.merge_cells("C1:D1")
    book.save(tmp_path / "a.xlsx")

    with open_workbook(tmp_path / "a.xlsx") as opened:
        assert set(opened.merges(0)) == {Merge(1, 1, 2, 2), Merge(1, 3, 1, 4)}


def test_escaped_letters_are_decoded_once_and_control_characters_go(
    raw_book: Callable[..., Path], text_cell: Callable[[str, str], str], rows_of: Rows
) -> None:
    path = raw_book(
        rows='<row r="1">'
        + text_cell("A1", "a_x0000_b_x000D_c_x005F_x0041_")
        + text_cell("B1", "a\x01b\u0085")
        + text_cell("C1", "_x0007_")
        + text_cell("D1", "satu\n\tdua")
        + text_cell("E1", "x" * 100_000)
        + "</row>"
    )

    ((first, second, third, fourth, fifth),) = rows_of(path)

    assert (first, second, third, fourth) == ("ab\nc_x0041_", "ab", None, "satu\n\tdua")
    assert fifth == "x" * 32_767


def test_letters_of_people_pass_unchanged(tmp_path: Path, rows_of: Rows) -> None:
    names = ["Ma\u2019ruf", "e\u0301", "a\u200bb", "Budi\u202exslx", "Аgus", "\U0001f600", "1 234"]
    book = openpyxl.Workbook()
    book.active.append([*names, "tanpa\xa0putus"])
    book.save(tmp_path / "a.xlsx")

    assert rows_of(tmp_path / "a.xlsx") == [[*names, "tanpa\xa0putus"]]


def test_numbers_that_are_none_become_text(raw_book: Callable[..., Path], rows_of: Rows) -> None:
    path = raw_book(
        rows='<row r="1"><c r="A1"><v>NaN</v></c><c r="B1"><v>1e999</v></c><c r="C1"><v>5</v></c></row>'
    )

    assert rows_of(path) == [["nan", "inf", 5.0]]


def test_a_formula_gives_its_stored_value_and_never_runs(
    raw_book: Callable[..., Path], rows_of: Rows
) -> None:
    path = raw_book(
        rows='<row r="1"><c r="A1" t="str"><f>cmd|\'/c calc\'!A1</f><v>aman</v></c>'
        '<c r="B1"><f>1+1</f></c><c r="C1" t="str"><f>HYPERLINK("http://x.invalid")</f>'
        "<v>klik</v></c></row>"
    )

    assert rows_of(path) == [["aman", None, "klik"]]


def test_an_old_workbook_is_read(tmp_path: Path, rows_of: Rows) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Pegawai")
    book.add_sheet("Rahasia").visibility = 1
    sheet.write_merge(0, 0, 0, 2, "DAFTAR")
    day = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    for column, value in enumerate(["198501012010011901", 1234, date(2026, 10, 31)]):
        sheet.write(2, column, value, day) if column == 2 else sheet.write(2, column, value)
    book.save(str(tmp_path / "a.xls"))

    assert rows_of(tmp_path / "a.xls") == [
        ["DAFTAR"],
        [],
        ["198501012010011901", 1234, date(2026, 10, 31)],
    ]
    with open_workbook(tmp_path / "a.xls") as opened:
        assert opened.format == "xls"
        assert [s.hidden for s in opened.sheets] == [False, True]
        assert opened.merges(0) == (Merge(1, 1, 1, 3),)


def test_an_open_document_is_read(tmp_path: Path, rows_of: Rows) -> None:
    document = OpenDocumentSpreadsheet()
    table = Table(name="Pegawai")
    for values in (["NIP", "Nama"], [], ["198501012010011901", "Budi"]):
        row = TableRow()
        for value in values:
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=value))
            row.addElement(cell)
        row.addElement(TableCell(numbercolumnsrepeated=1_000))
        table.addElement(row)
    empty = TableRow(numberrowsrepeated=1_000_000)
    empty.addElement(TableCell(numbercolumnsrepeated=1_024))
    table.addElement(empty)
    document.spreadsheet.addElement(table)
    document.save(str(tmp_path / "a.ods"))

    assert rows_of(tmp_path / "a.ods") == [["NIP", "Nama"], [], ["198501012010011901", "Budi"]]
    with open_workbook(tmp_path / "a.ods") as opened:
        assert (opened.format, opened.merges(0)) == ("ods", ())


@pytest.mark.parametrize("name", ["daftar.xls", "daftar.csv", "Daftar é #1 %20.xlsx", "daftar"])
def test_the_name_of_a_file_decides_nothing(
    raw_book: Callable[..., Path], rows_of: Rows, name: str
) -> None:
    assert rows_of(raw_book(name)) == [["NIP"]]


def test_what_was_read_is_known_by_its_fingerprint(raw_book: Callable[..., Path]) -> None:
    from hashlib import sha256

    path = raw_book()
    with open_workbook(path) as opened:
        assert opened.path == path
        assert opened.sha256 == sha256(path.read_bytes()).hexdigest()
        assert opened.size == path.stat().st_size
