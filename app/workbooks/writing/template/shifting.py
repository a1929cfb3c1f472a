"""Rows that come into a sheet, and everything on it and around it that points below them.

openpyxl moves cells only; joined cells, heights, formulas, formats, pictures, tables, page breaks
and print areas are moved here.
"""

import re
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token, TokenizerError
from openpyxl.formula.translate import Translator
from openpyxl.worksheet.cell_range import CellRange, MultiCellRange
from openpyxl.worksheet.formula import ArrayFormula

if TYPE_CHECKING:
    from openpyxl.chart._chart import ChartBase
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_REFERENCE = re.compile(
    r"(?P<sheet>(?:'(?:[^']|'')+'|[^'!\s]+)!)?"
    r"(?P<first>\$?[A-Z]{1,3}\$?\d+|\$?\d+)(?::(?P<last>\$?[A-Z]{1,3}\$?\d+|\$?\d+))?"
)
_ROW = re.compile(r"\d+$")


@dataclass(frozen=True, slots=True)
class Shift:
    """Row `row` (1-based) of the sheet `sheet` becomes `added` + 1 rows."""

    sheet: str
    row: int
    added: int

    def moved(self, row: int) -> int:
        """Where a row stands afterwards; of the marked one, the first."""
        return row + self.added if row > self.row else row

    def stretched(self, row: int) -> int:
        """Where a range ends afterwards that ended at this row."""
        return row + self.added if row >= self.row else row

    def formula(self, formula: str, home: str) -> str:
        """The formula of a cell of the sheet `home` with every reference where it points now."""
        try:
            tokens = Tokenizer(formula)
        except TokenizerError:
            return formula  # no spreadsheet program understands it either
        for token in tokens.items:
            if token.type == Token.OPERAND and token.subtype == Token.RANGE:
                token.value = self.reference(token.value, home)
        return "=" + "".join(token.value for token in tokens.items)

    def reference(self, text: str, home: str) -> str:
        """One reference or several with commas; anything else stays as it is."""
        return _REFERENCE.sub(lambda found: self._reference(found, home), text)

    def _reference(self, found: re.Match[str], home: str) -> str:
        sheet, first, last = found["sheet"] or "", found["first"], found["last"]
        if _sheet_name(sheet, home) != self.sheet:
            return found[0]
        if last is None:
            return f"{sheet}{_with_row(first, self.moved(_row_of(first)))}"
        start, end = self.moved(_row_of(first)), self.stretched(_row_of(last))
        return f"{sheet}{_with_row(first, start)}:{_with_row(last, end)}"


def add_rows(workbook: "Workbook", worksheet: "Worksheet", row: int, added: int) -> None:
    """Makes room for so many copies below a row, and fills them with what stands in it."""
    shift = Shift(worksheet.title, row, added)
    joined = [copy(some) for some in worksheet.merged_cells.ranges]
    for some in joined:
        worksheet.unmerge_cells(str(some))
    if added:
        worksheet.insert_rows(row + 1, added)
        _move_heights(worksheet, shift)
        _move_formulas(workbook, shift)
        _move_names(workbook, worksheet, shift)
        _move_formats(worksheet, shift)
        _move_drawings(workbook, worksheet, shift)
        _copy_row(worksheet, shift)
    for some in _moved_joins(joined, shift):
        worksheet.merge_cells(str(some))


def _move_heights(worksheet: "Worksheet", shift: Shift) -> None:
    dimensions = worksheet.row_dimensions
    old = {number: dimensions[number] for number in list(dimensions)}
    for number in old:
        del dimensions[number]
    for number, dimension in old.items():
        places = [shift.moved(number)]
        if number == shift.row:
            places = list(range(shift.row, shift.row + shift.added + 1))
        for place in places:
            other = copy(dimension)
            other.index = place
            dimensions[place] = other
    for mark in worksheet.row_breaks.brk:
        mark.id = shift.moved(mark.id)


def _move_formulas(workbook: "Workbook", shift: Shift) -> None:
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, ArrayFormula):
                    cell.value.ref = shift.reference(cell.value.ref, sheet.title)
                    cell.value.text = shift.formula(cell.value.text or "", sheet.title)
                elif cell.data_type == "f" and isinstance(cell.value, str):
                    cell.value = shift.formula(cell.value, sheet.title)
                if sheet.title == shift.sheet and cell.hyperlink is not None:
                    cell.hyperlink.ref = cell.coordinate


def _move_names(workbook: "Workbook", worksheet: "Worksheet", shift: Shift) -> None:
    names = [*workbook.defined_names.values()]
    for sheet in workbook.worksheets:
        names += sheet.defined_names.values()
    for name in names:
        if name.attr_text:
            name.attr_text = shift.formula(f"={name.attr_text}", worksheet.title)[1:]
    if worksheet.print_area:
        worksheet.print_area = shift.reference(_without_sheet(worksheet.print_area), shift.sheet)
    if worksheet.print_title_rows:
        worksheet.print_title_rows = shift.reference(worksheet.print_title_rows, shift.sheet)
    if worksheet.auto_filter.ref:
        worksheet.auto_filter.ref = shift.reference(worksheet.auto_filter.ref, shift.sheet)
    for table in worksheet.tables.values():
        table.ref = shift.reference(table.ref, shift.sheet)
        if table.autoFilter is not None and table.autoFilter.ref:
            table.autoFilter.ref = shift.reference(table.autoFilter.ref, shift.sheet)


def _move_formats(worksheet: "Worksheet", shift: Shift) -> None:
    formats = worksheet.conditional_formatting
    old = [(str(one.sqref), one.rules) for one in formats]
    worksheet.conditional_formatting = type(formats)()
    for cells, rules in old:
        for rule in rules:
            rule.formula = [
                shift.formula(f"={text}", shift.sheet)[1:] for text in rule.formula or ()
            ]
            worksheet.conditional_formatting.add(_moved_cells(cells, shift), rule)
    for check in worksheet.data_validations.dataValidation:
        check.sqref = MultiCellRange(_moved_cells(str(check.sqref), shift))
        for which in ("formula1", "formula2"):
            text = getattr(check, which)
            if isinstance(text, str) and not text.startswith('"'):
                setattr(check, which, shift.formula(f"={text}", shift.sheet)[1:])


def _move_drawings(workbook: "Workbook", worksheet: "Worksheet", shift: Shift) -> None:
    for drawing in (*worksheet._images, *worksheet._charts):  # type: ignore[attr-defined]  # openpyxl shows no other way
        for corner in ("_from", "to"):
            place = getattr(drawing.anchor, corner, None)
            if place is not None:
                place.row = shift.moved(place.row + 1) - 1
    for sheet in workbook.worksheets:
        for chart in sheet._charts:  # type: ignore[attr-defined]
            for reference in _references_of(chart):
                reference.f = shift.reference(_grown(reference.f, shift), sheet.title)


def _references_of(chart: "ChartBase") -> Iterator[Any]:
    for series in getattr(chart, "series", ()):
        for name in ("val", "cat", "tx", "xVal", "yVal", "bubbleSize"):
            part = getattr(series, name, None)
            for kind in ("numRef", "strRef"):
                reference = getattr(part, kind, None)
                if reference is not None and reference.f:
                    yield reference


def _copy_row(worksheet: "Worksheet", shift: Shift) -> None:
    # A row of cells that nothing joins any more; `_style` is how openpyxl's own pages copy a look.
    cells: tuple[Any, ...] = worksheet[shift.row]
    for row in range(shift.row + 1, shift.row + shift.added + 1):
        for cell in cells:
            if not cell.has_style and cell.value is None:
                continue
            other: Any = worksheet.cell(row, cell.column)
            other._style = copy(cell._style)
            if cell.data_type == "f" and isinstance(cell.value, str):
                formula = Translator(cell.value, origin=cell.coordinate)
                other.value = formula.translate_formula(other.coordinate)
            else:
                other._value, other.data_type = cell._value, cell.data_type


def _moved_joins(joined: list[CellRange], shift: Shift) -> Iterator[CellRange]:
    for some in joined:
        if some.min_row == some.max_row == shift.row:
            for row in range(shift.row, shift.row + shift.added + 1):
                yield CellRange(
                    min_col=some.min_col, max_col=some.max_col, min_row=row, max_row=row
                )
            continue
        last = shift.stretched(some.max_row) if some.min_row <= shift.row else None
        yield CellRange(
            min_col=some.min_col,
            max_col=some.max_col,
            min_row=shift.moved(some.min_row),
            max_row=shift.moved(some.max_row) if last is None else last,
        )


def _moved_cells(cells: str, shift: Shift) -> str:
    return " ".join(shift.reference(_as_range(some), shift.sheet) for some in cells.split())


def _as_range(cells: str) -> str:
    """One cell as a range of itself: on the marked row it has to grow."""
    return cells if ":" in cells else f"{cells}:{cells}"


def _grown(reference: str, shift: Shift) -> str:
    """What a chart draws of the marked row alone is drawn of all its copies."""
    sheet, mark, cell = reference.rpartition("!")
    alone = ":" not in cell and _row_of(cell) == shift.row
    return f"{sheet}{mark}{cell}:{cell}" if alone else reference


def _without_sheet(area: str) -> str:
    return ",".join(part.rpartition("!")[2] for part in area.split(","))


def _sheet_name(written: str, home: str) -> str:
    if not written:
        return home
    name = written[:-1]
    return name[1:-1].replace("''", "'") if name.startswith("'") else name


def _row_of(reference: str) -> int:
    found = _ROW.search(reference)
    return int(found[0]) if found is not None else 0


def _with_row(reference: str, row: int) -> str:
    return _ROW.sub(str(row), reference)
