"""Workbooks built part by part, sound and hostile ones, and one way to read them whole."""

import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.workbooks.reading import Cell, open_workbook

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    "</Types>"
)


@dataclass
class RawBook:
    """The parts of one xlsx with one sheet, each open to mischief."""

    rows: str = '<row r="1"><c r="A1" t="inlineStr"><is><t>NIP</t></is></c></row>'
    before: str = ""
    doctype: str = ""
    after: str = ""
    target: str = "worksheets/sheet1.xml"
    attributes: str = ""
    relations: str = ""
    more: Iterable[tuple[str, bytes | str]] = field(default_factory=list)

    def parts(self) -> list[tuple[str, bytes | str]]:
        relation = f'<Relationships xmlns="{_PACKAGE}/relationships">'
        return [
            ("[Content_Types].xml", _TYPES),
            (
                "_rels/.rels",
                f'{relation}<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
                'Target="xl/workbook.xml"/></Relationships>',
            ),
            (
                "xl/workbook.xml",
                f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
                f'<sheet name="Data" sheetId="1" r:id="rId1"{self.attributes}/></sheets></workbook>',
            ),
            (
                "xl/_rels/workbook.xml.rels",
                f'{relation}<Relationship Id="rId1" Type="{_OFFICE}/worksheet" '
                f'Target="{self.target}"/>{self.relations}</Relationships>',
            ),
            (
                "xl/worksheets/sheet1.xml",
                f'<?xml version="1.0"?>{self.doctype}<worksheet xmlns="{_MAIN}">{self.before}'
                f"<sheetData>{self.rows}</sheetData>{self.after}</worksheet>",
            ),
            *self.more,
        ]


def text_cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


@pytest.fixture(name="text_cell")
def text_cell_fixture() -> Callable[[str, str], str]:
    """One cell of a sheet's XML."""
    return text_cell


@pytest.fixture
def raw_book(tmp_path: Path) -> Callable[..., Path]:
    """Writes an xlsx from `RawBook` facts and returns its path."""

    def write(name: str = "daftar.xlsx", **facts: object) -> Path:
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
            for part, content in RawBook(**facts).parts():  # type: ignore[arg-type]
                book.writestr(part, content)
        return path

    return write


@pytest.fixture
def rows_of() -> Callable[..., list[list[Cell]]]:
    """Every row of one sheet, after checking that the head is its beginning."""

    def read(path: Path, index: int = 0) -> list[list[Cell]]:
        with open_workbook(path) as book:
            rows = [row for chunk in book.chunks(index) for row in chunk]
            assert book.head(index, 5) == _without_empty_end(rows[:5])
            return rows

    return read


def _without_empty_end(rows: list[list[Cell]]) -> list[list[Cell]]:
    while rows and not rows[-1]:
        rows = rows[:-1]
    return rows
