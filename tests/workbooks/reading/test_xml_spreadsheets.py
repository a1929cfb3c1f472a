"""SpreadsheetML 2003: XML that calls itself .xls."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from app.domain.errors import ContentKind, NotAWorkbook, WorkbookDamaged, WorkbookTooLarge
from app.workbooks.reading import Cell, Merge, open_workbook

Rows = Callable[..., list[list[Cell]]]
Write = Callable[..., Path]
HEAD = '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
SPACE = (
    'xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel" '
    'xmlns:html="http://www.w3.org/TR/REC-html40"'
)
OPTIONS = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"


def text(cell: str) -> str:
    return f'<Cell><Data ss:Type="String">{cell}</Data></Cell>'


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(rows: str, *more: str, head: str = HEAD, encoding: str = "utf-8") -> Path:
        path = tmp_path / "ekspor.xls"
        sheet = f'<Worksheet ss:Name="Data"><Table>{rows}</Table></Worksheet>'
        content = f"{head}<Workbook {SPACE}>{sheet}{''.join(more)}</Workbook>"
        path.write_bytes(content.encode(encoding))
        return path

    return write


def test_every_type_of_cell_comes_as_what_it_is(write: Write, rows_of: Rows) -> None:
    path = write(
        f"<Row>{text('NIP')}{text('Lahir')}</Row><Row>"
        '<Cell><Data ss:Type="String">198501012010011901</Data></Cell>'
        '<Cell><Data ss:Type="DateTime">1985-01-01T00:00:00.000</Data></Cell>'
        '<Cell ss:Formula="=1+1"><Data ss:Type="Number">1234.5</Data></Cell>'
        '<Cell><Data ss:Type="Boolean">1</Data></Cell>'
        '<Cell><Data ss:Type="Error">#REF!</Data></Cell>'
        '<Cell><ss:Data ss:Type="String"><html:B>Budi</html:B>&#10;S.Sos.</ss:Data></Cell></Row>'
    )
    assert rows_of(path) == [
        ["NIP", "Lahir"],
        ["198501012010011901", datetime(1985, 1, 1), 1234.5, True, None, "Budi\nS.Sos."],
    ]


def test_rows_and_cells_may_say_their_place(write: Write, rows_of: Rows) -> None:
    path = write(
        f'<Row ss:Index="3"><Cell ss:Index="2"><Data ss:Type="String">a</Data></Cell>{text("b")}'
        f'<Cell ss:Index="6"><Data ss:Type="String">c</Data></Cell></Row><Row>{text("d")}</Row>'
    )
    assert rows_of(path) == [[], [], [None, "a", "b", None, None, "c"], ["d"]]


def test_joined_cells_push_the_others_aside_and_are_told(write: Write, rows_of: Rows) -> None:
    path = write(
        '<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">Instagram</Data></Cell>'
        f"{text('X')}</Row><Row>{text('Akun')}{text('Pengikut')}</Row>"
    )
    assert rows_of(path) == [["Instagram", None, "X"], ["Akun", "Pengikut"]]
    with open_workbook(path) as opened:
        assert opened.merges(0) == (Merge(1, 1, 1, 2),)
        assert opened.format == "xml"


def test_hidden_sheets_are_told(write: Write) -> None:
    other = f'<Worksheet ss:Name="Acuan"><Table><Row>{text("x")}</Row></Table>{OPTIONS}</Worksheet>'
    with open_workbook(write(f"<Row>{text('NIP')}</Row>", other)) as opened:
        assert [(sheet.name, sheet.hidden) for sheet in opened.sheets] == [
            ("Data", False),
            ("Acuan", True),
        ]


def test_letters_of_windows_and_of_utf_16_are_read(write: Write, rows_of: Rows) -> None:
    windows = (
        '<?xml version="1.0" encoding="windows-1252"?><?mso-application progid="Excel.Sheet"?>'
    )
    assert rows_of(write(f"<Row>{text('Résumé')}</Row>", head=windows, encoding="cp1252")) == [
        ["Résumé"]
    ]
    wide = '<?xml version="1.0" encoding="utf-16"?><?mso-application progid="Excel.Sheet"?>'
    assert rows_of(write(f"<Row>{text('Résumé')}</Row>", head=wide, encoding="utf-16")) == [
        ["Résumé"]
    ]


def test_an_export_that_was_cut_off_keeps_its_whole_rows(write: Write, rows_of: Rows) -> None:
    path = write(f"<Row>{text('NIP')}</Row><Row>{text('0123')}</Row>")
    path.write_bytes(path.read_bytes()[: -len("</Table></Worksheet></Workbook>")])
    assert rows_of(path) == [["NIP"], ["0123"]]


def test_a_file_without_any_row_that_breaks_off_is_damaged(write: Write) -> None:
    path = write("")
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(WorkbookDamaged), open_workbook(path):
        pass


def test_entities_are_refused(write: Write) -> None:
    bomb = HEAD + '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    with (
        pytest.raises(WorkbookDamaged),
        open_workbook(write(f"<Row>{text('&b;')}</Row>", head=bomb)),
    ):
        pass


@pytest.mark.parametrize(
    "place", ['<Row ss:Index="99999999"/>', '<Row><Cell ss:Index="99999"/></Row>']
)
def test_what_no_sheet_can_hold_is_too_large(write: Write, place: str) -> None:
    with pytest.raises(WorkbookTooLarge), open_workbook(write(place)):
        pass


def test_other_xml_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "faktur.xls"
    path.write_text('<?xml version="1.0"?><faktur/>')
    with pytest.raises(NotAWorkbook) as caught, open_workbook(path):
        pass
    assert caught.value.kind is ContentKind.OTHER
