"""Builds an xlsx part by part, each part open to mischief."""

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
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
    name: str = "Data"
    sheets: str = ""
    relations: str = ""
    more: Iterable[tuple[str, bytes | str]] = field(default_factory=list)

    def write(self, path: Path) -> Path:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
            for part, content in self.parts():
                book.writestr(part, content)
        return path

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
                f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}"><sheets>'
                f'<sheet name="{self.name}" sheetId="1" r:id="rId1"{self.attributes}/>{self.sheets}'
                "</sheets></workbook>",
            ),
            (
                "xl/_rels/workbook.xml.rels",
                f'{relation}<Relationship Id="rId1" Type="{_OFFICE}/worksheet" '
                f'Target="{self.target}"/>{self.relations}</Relationships>',
            ),
            (
                "xl/worksheets/sheet1.xml",
                f'<?xml version="1.0"?>{self.doctype}<worksheet xmlns="{MAIN}">{self.before}'
                f"<sheetData>{self.rows}</sheetData>{self.after}</worksheet>",
            ),
            *self.more,
        ]


def text_cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'
