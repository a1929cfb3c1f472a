"""One roster in every format that offices send: the same rows come out, or one true sentence."""

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import xlwt
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from app.domain.errors import (
    AppError,
    ContentKind,
    FileEmpty,
    LockUnknown,
    NotAWorkbook,
)
from app.workbooks.reading import open_workbook
from tests.data.binary_books import write_biff5, write_xlsb
from tests.data.writing import WRITERS, Sheet

ROWS = [
    ["NIP", "Nama", "Unit"],
    ["198501012010011901", "Budi Santosa", "Dinas é, Bidang A"],
    ["199203152019032902", "Siti Ma’ruf", "Kecamatan"],
]


def _by_writer(kind: str) -> Callable[[Path], None]:
    return lambda path: WRITERS[kind][1](path, [Sheet("Data", rows=dict(enumerate(ROWS, 1)))])


def _text(sign: str, encoding: str) -> Callable[[Path], None]:
    lines = "".join(f"{sign.join(row)}\r\n" for row in ROWS)
    if sign == ",":
        lines = lines.replace("Dinas é, Bidang A", '"Dinas é, Bidang A"')
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    return lambda path: path.write_bytes(mark + lines.encode(encoding)) and None


def _macros(path: Path) -> None:
    """An xlsm is an xlsx that says so, with a project of macros that is never opened."""
    _by_writer("xlsx")(path)
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    plain = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    macros = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    assert plain in parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(plain, macros)
    parts["xl/vbaProject.bin"] = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)


FORMATS: dict[str, tuple[str, str, Callable[[Path], None]]] = {
    "Excel of today": ("a.xlsx", "xlsx", _by_writer("xlsx")),
    "the strict standard": ("a.xlsx", "xlsx", _by_writer("strict")),
    "with macros": ("a.xlsm", "xlsx", _macros),
    "Excel 5 and 95": ("a.xls", "xls", lambda path: write_biff5(path, ROWS)),
    "Excel 97 to 2003": ("a.xls", "xls", _by_writer("xls")),
    "binary": ("a.xlsb", "xlsb", lambda path: write_xlsb(path, ROWS)),
    "LibreOffice": ("a.ods", "ods", _by_writer("ods")),
    "a web page": ("a.xls", "html", _by_writer("html")),
    "XML of 2003": ("a.xls", "xml", _by_writer("xml")),
} | {
    f"text, {encoding}, {sign!r}": ("a.csv", "csv", _text(sign, encoding))
    for encoding in ("utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "cp1252")
    for sign in (";", ",", "\t", "|")
}


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_rows_come_out_of_every_format(tmp_path: Path, name: str) -> None:
    file, kind, write = FORMATS[name]
    write(tmp_path / file)
    with open_workbook(tmp_path / file) as book:
        assert book.format == kind
        assert [row for chunk in book.chunks(0) for row in chunk] == ROWS


def test_dates_counted_from_1904_are_the_same_days(tmp_path: Path) -> None:
    new = Workbook()
    new.epoch = CALENDAR_MAC_1904
    new.active.append([date(2026, 10, 31)])
    new.save(tmp_path / "a.xlsx")
    old = xlwt.Workbook()
    old.dates_1904 = True
    day = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    old.add_sheet("a").write(0, 0, date(2026, 10, 31), day)
    old.save(str(tmp_path / "a.xls"))
    for name in ("a.xlsx", "a.xls"):
        with open_workbook(tmp_path / name) as book:
            assert book.head(0) == [[date(2026, 10, 31)]]


def refusal(path: Path) -> AppError:
    with pytest.raises(AppError) as caught, open_workbook(path):
        pass
    return caught.value


_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"


def _locked_ods(path: Path, names: tuple[str, ...]) -> None:
    entries = "".join(
        f'<m:file-entry m:full-path="{name}" m:size="9"><m:encryption-data m:checksum="x">'
        '<m:algorithm m:algorithm-name="x"/></m:encryption-data></m:file-entry>'
        for name in names
    )
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        for name in names:
            book.writestr(name, bytes(range(200)))
        book.writestr(
            "META-INF/manifest.xml", f'<m:manifest xmlns:m="{_MANIFEST}">{entries}</m:manifest>'
        )


@pytest.mark.parametrize("parts", [("content.xml", "styles.xml"), ("encrypted-package",)])
def test_a_locked_open_document_is_told_as_locked(tmp_path: Path, parts: tuple[str, ...]) -> None:
    _locked_ods(tmp_path / "a.ods", parts)
    assert isinstance(refusal(tmp_path / "a.ods"), LockUnknown)


@pytest.mark.parametrize("start", ["0900040002001000", "0902060000021000", "0904060000041000"])
def test_excel_before_5_is_told_with_one_sentence(tmp_path: Path, start: str) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(bytes.fromhex(start) + b"\0" * 300)
    error = refusal(path)
    assert isinstance(error, NotAWorkbook)
    assert error.kind is ContentKind.OLD_EXCEL


def test_a_numbers_document_is_told(tmp_path: Path) -> None:
    path = tmp_path / "daftar.xlsx"
    with zipfile.ZipFile(path, "w") as book:
        for name in ("Index/Document.iwa", "Index/Tables/Tile.iwa", "preview.jpg"):
            book.writestr(name, "x")
    error = refusal(path)
    assert isinstance(error, NotAWorkbook)
    assert error.kind is ContentKind.NUMBERS


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("daftar.xlsx", b""),
        (".daftar.xlsx.icloud", b"bplist00\xd3\x01\x02\x03\x04\x05\x06NSURLNameKey"),
    ],
)
def test_a_file_that_is_still_in_the_cloud_is_told(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    assert isinstance(refusal(tmp_path / name), FileEmpty)
