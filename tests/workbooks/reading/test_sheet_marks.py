"""Hidden rows, formulas without a value, and digits that calamine's numbers have lost."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.workbooks.reading import SheetMarks, open_workbook, process
from tests.data.writing import WRITERS, Sheet

Edit = Callable[[str], str]


@pytest.fixture
def book(tmp_path: Path) -> Callable[..., Path]:
    """Two sheets; the XML of the second, "Data & ASN", is edited."""

    def make(edit: Edit = str) -> Path:
        path = tmp_path / "a.xlsx"
        made = Workbook()
        made.active.title = "Petunjuk"
        sheet = made.create_sheet("Data & ASN")
        for row in (["Nama", "NIP"], ["Budi", 1.5], ["Ani", 2.5], ["Cici", "=1+1"]):
            sheet.append(row)
        sheet.row_dimensions[3].hidden = True
        made.save(path)
        with zipfile.ZipFile(path) as old:
            parts = {name: old.read(name) for name in old.namelist()}
        part = "xl/worksheets/sheet2.xml"
        parts[part] = edit(parts[part].decode()).encode()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
            for name, content in parts.items():
                new.writestr(name, content)
        return path

    return make


def marks(path: Path, index: int = 1) -> SheetMarks:
    with open_workbook(path) as opened:
        return opened.marks(index)


def digits(text: str) -> Edit:
    return lambda xml: xml.replace("<v>1.5</v>", f"<v>{text}</v>")


def test_hidden_rows_are_told(book: Callable[..., Path]) -> None:
    assert marks(book()).hidden == {3}
    assert marks(book(), index=0) == SheetMarks()


def test_hidden_rows_are_counted_where_rows_do_not_say_their_number(
    book: Callable[..., Path],
) -> None:
    path = book(lambda xml: re.sub(r'<row r="\d"', "<row", xml))
    assert marks(path).hidden == {3}


def test_a_formula_without_a_value_is_told(book: Callable[..., Path]) -> None:
    assert marks(book()).uncalculated == ((4, 1),)
    assert (
        marks(book(lambda xml: re.sub(r"</f><v ?/?>(</v>)?", "</f><v>2</v>", xml))).uncalculated
        == ()
    )


@pytest.mark.parametrize(
    ("stands", "told"),
    [
        ("198501012010011901", "198501012010011901"),
        ("198501012010011904", "198501012010011904"),
        ("1.98501012010011E+17", None),
        ("19850101201001190", None),
    ],
)
def test_the_digits_of_a_number_are_told_as_they_stand(
    book: Callable[..., Path], stands: str, told: str | None
) -> None:
    assert marks(book(digits(stands))).digits.get((2, 1)) == told


def test_digits_of_text_are_no_number(book: Callable[..., Path]) -> None:
    path = book(
        lambda xml: xml.replace('r="B2"', 'r="B2" t="str"').replace(
            "<v>1.5</v>", "<v>198501012010011901</v>"
        )
    )
    assert marks(path).digits == {}


def test_prefixes_of_names_and_single_quotes_change_nothing(book: Callable[..., Path]) -> None:
    def prefixed(xml: str) -> str:
        xml = digits("198501012010011901")(xml)
        xml = re.sub(r"<(/?)(row|c|v|f|sheetData)\b", r"<\1x:\2", xml)
        xml = xml.replace(
            "<worksheet ",
            '<worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ',
        )
        return re.sub(r'r="B2"', "r='B2'", xml)

    found = marks(book(prefixed))
    assert (found.hidden, found.digits) == ({3}, {(2, 1): "198501012010011901"})


@pytest.mark.parametrize("kind", ["xls", "ods", "csv-comma", "html", "xml"])
def test_other_kinds_of_files_tell_nothing(tmp_path: Path, kind: str) -> None:
    ending, write = WRITERS[kind]
    path = tmp_path / f"a.{ending}"
    write(path, [Sheet("a", rows={1: ["Nama", "NIP"], 2: ["Budi", "1"]})])
    assert marks(path, index=0) == SheetMarks()


def test_a_large_sheet_is_looked_through_in_pieces(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    made = Workbook(write_only=True)
    sheet = made.create_sheet("a")
    for number in range(60_000):
        sheet.append([f"Pegawai {number}", "x" * 60, number, "=A1"])
    made.save(path)
    found = marks(path, index=0)
    assert len(found.uncalculated) == 60_000
    assert found.uncalculated[-1] == (60_000, 3)


@pytest.mark.parametrize(
    "markup",
    [
        f"<f>1</f>{' ' * 900_000}<v>1</v>",
        f"<f>1</f><v>{' ' * 900_000}1</v>",
        f"<!--{'<f ' * 300_000}--><f>1</f><v>1</v>",
        f"<!--{'<c ' * 300_000}--><f>1</f><v>1</v>",
    ],
)
def test_markup_built_against_the_patterns_costs_no_more_than_its_length(
    raw_book: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, markup: str
) -> None:
    monkeypatch.setattr(process, "seconds_for", lambda size: 8.0)
    path = raw_book(rows=f'<row r="1" hidden="1"><c r="A1">{markup}</c></row>')
    assert marks(path, index=0).hidden == {1}
