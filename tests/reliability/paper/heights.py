"""Finds rows that are lower than their text: LibreOffice is asked how high it would make each."""

from collections.abc import Iterator
from copy import copy
from pathlib import Path

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from app.domain.report import ReportBook
from app.domain.report_letters import LineKind
from app.domain.report_lines import lines_of

_APART = 3
"""Empty columns between the sheet and the copies of its joined cells."""

_LEAST = 15.0
"""Points: LibreOffice makes no row lower than a line of untouched cells."""

_SLACK = 1.5
"""Points: a letter hangs over by less than the room that stands above every line."""


def make_probe(path: Path, target: Path) -> None:
    """The same texts without any height; a text over several columns stands in one as wide as they."""
    workbook = openpyxl.load_workbook(path)
    for sheet in workbook.worksheets:
        if sheet.sheet_state == "visible":
            _free(sheet)
    workbook.save(target)


def _free(sheet: Worksheet) -> None:
    places: dict[float, int] = {}
    free = sheet.max_column + _APART
    for area in list(sheet.merged_cells.ranges):
        cell = sheet.cell(area.min_row, area.min_col)
        if area.min_row != area.max_row:
            # The head of a table may stand over two lines; it is asked for by the eye alone.
            sheet.unmerge_cells(str(area))
            cell.value = None
            continue
        width = sum(_width(sheet, column) for column in range(area.min_col, area.max_col + 1))
        sheet.unmerge_cells(str(area))
        place = places.setdefault(round(width, 2), free + len(places))
        sheet.column_dimensions[get_column_letter(place)].width = width
        twin = sheet.cell(area.min_row, place, cell.value)
        twin._style = copy(cell._style)
        cell.value = None
    for row in sheet.row_dimensions.values():
        row.height = None


def _width(sheet: Worksheet, column: int) -> float:
    for dimension in sheet.column_dimensions.values():
        if dimension.min <= column <= dimension.max:
            return float(dimension.width)
    return float(sheet.sheet_format.defaultColWidth or 9)


def faults_of_heights(path: Path, answered: Path, book: ReportBook) -> Iterator[str]:
    """`answered` is the probe as LibreOffice saved it."""
    ours, theirs = openpyxl.load_workbook(path), openpyxl.load_workbook(answered)
    for described in book.sheets:
        if described.is_data:
            continue
        here, there = ours[described.name], theirs[described.name]
        for number, line in enumerate(lines_of(described), start=1):
            if line.kind in (LineKind.CHART, LineKind.GAP, LineKind.RULE):
                continue
            given = here.row_dimensions[number].height
            wanted = there.row_dimensions[number].height
            if given is None:
                yield f"{described.name} row {number} has no height"
            elif wanted is not None and wanted > max(given, _LEAST) + _SLACK:
                text = max((str(p.content) for p in line.pieces), key=len, default="")
                yield (
                    f"{described.name} row {number} ({line.kind}) is {given:.1f} points high and needs "
                    f"{wanted:.1f}: {text[:90]!r}"
                )
            if given is not None and given > 409.5:
                yield f"{described.name} row {number} is {given:.0f} points high; Excel knows 409.5"
