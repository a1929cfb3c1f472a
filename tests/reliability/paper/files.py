"""What is asked of the file itself: sound parts, two readers, no formula and no link but our own."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import python_calamine

from app.domain.report import ReportBook, Worked
from tests.services.report.package import faults_of

_OURS = re.compile(
    r"=(?:SUM\([A-Z]+\d+:[A-Z]+\d+\)|[A-Z]+\d+-[A-Z]+\d+|IF\([A-Z]+\d+=0,\"–\",[A-Z]+\d+/[A-Z]+\d+\))"
)
"""The three ways in which a number of ours is worked out."""


def faults_of_file(path: Path, book: ReportBook | None) -> Iterator[str]:
    """Everything that is wrong with a written workbook."""
    yield from faults_of(path)
    workbook = openpyxl.load_workbook(path)
    calamine = python_calamine.load_workbook(path)
    if workbook.sheetnames != calamine.sheet_names:
        yield f"two readers see other sheets: {workbook.sheetnames} {calamine.sheet_names}"
    formulas = 0
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.hyperlink:
                    yield f"{sheet.title}!{cell.coordinate} is a link"
                if cell.data_type == "f":
                    formulas += 1
                    if not _OURS.fullmatch(str(cell.value)):
                        yield f"{sheet.title}!{cell.coordinate} is a formula: {cell.value}"
                if cell.data_type == "e":
                    yield f"{sheet.title}!{cell.coordinate} is an error: {cell.value}"
    if formulas != _meant(book):
        yield f"{formulas} formulas where {_meant(book)} are meant"
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/") and b"hyperlink" in archive.read(name):
                yield f"{name} has a link"


def _meant(book: ReportBook | None) -> int:
    """A sum needs rows, everything else two other cells."""
    if book is None:
        return 0
    return sum(
        isinstance(cell, Worked)
        for sheet in book.sheets
        for table in sheet.tables
        for row in table.rows
        for cell in row.cells
    )
