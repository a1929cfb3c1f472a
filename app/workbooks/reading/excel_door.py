"""xlsx, xls, xlsb and ods, read by calamine."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import python_calamine as calamine

from app.workbooks.reading.doors import MergeCorners, Refusal, check_extent
from app.workbooks.reading.marks import Marks
from app.workbooks.reading.ods_marks import ods_marks
from app.workbooks.reading.sheet_marks import marks_in
from app.workbooks.reading.xls_marks import is_locked, xls_marks
from app.workbooks.reading.xlsb_marks import xlsb_marks

KEPT_CELLS = 2_000_000
"""Sheets stay loaded up to so many cells (32 bytes each): twenty small ones are read once."""

_MARKS = {"xlsx": marks_in, "xlsb": xlsb_marks, "ods": ods_marks}
_DAMAGED = (
    calamine.CalamineError,
    calamine.ZipError,
    calamine.XmlError,
    calamine.WorksheetNotFound,
    OSError,
    ValueError,
)


class ExcelDoor:
    """One workbook; it keeps the sheets that were read last."""

    def __init__(self, kind: str, content: bytes) -> None:
        if kind == "xls" and is_locked(content):
            raise Refusal("protected")
        self._kind = kind
        self._kept: dict[int, calamine.CalamineSheet] = {}
        self._content = content
        try:
            self._workbook = calamine.CalamineWorkbook.from_filelike(BytesIO(content))
        except calamine.PasswordError as error:
            raise Refusal("protected") from error
        except _DAMAGED as error:
            raise Refusal("damaged", type(error).__name__) from error
        self._places = [
            place
            for place, sheet in enumerate(self._workbook.sheets_metadata)
            if sheet.typ == calamine.SheetTypeEnum.WorkSheet
        ]

    def sheets(self) -> list[tuple[int, str, bool]]:
        """Only sheets of cells; no charts, dialogs, macros."""
        found = [self._workbook.sheets_metadata[place] for place in self._places]
        return [
            (index, sheet.name, sheet.visible != calamine.SheetVisibleEnum.Visible)
            for index, sheet in enumerate(found)
        ]

    def rows(self, index: int) -> Iterator[list[Any]]:
        """Row by row; calamine pads above the first filled row but not left of it."""
        sheet = self._sheet(index)
        if sheet.start is None:
            return iter(())
        left = sheet.start[1]
        if not left:
            return sheet.iter_rows()
        padding: list[Any] = [None] * left
        return (padding + row for row in sheet.iter_rows())

    def merges(self, index: int) -> list[MergeCorners]:
        """From xlsx and xls; the other two kinds say nothing."""
        ranges = self._sheet(index).merged_cell_ranges or []
        return [(top + 1, left + 1, low + 1, right + 1) for (top, left), (low, right) in ranges]

    def marks(self, index: int) -> Marks:
        """What the engine does not tell, from the file itself."""
        place = self._places[index]
        if self._kind == "xls":
            return xls_marks(self._content, place)
        return _MARKS[self._kind](self._content, self._workbook.sheets_metadata[place].name)

    def _sheet(self, index: int) -> calamine.CalamineSheet:
        if index in self._kept:
            return self._kept[index]
        try:
            sheet = self._workbook.get_sheet_by_index(self._places[index])
        except _DAMAGED as error:
            raise Refusal("damaged", type(error).__name__) from error
        if sheet.end is not None:
            check_extent(sheet.end[0] + 1, sheet.end[1] + 1)
        if sum(kept.height * kept.width for kept in self._kept.values()) > KEPT_CELLS:
            self._kept.clear()
        self._kept[index] = sheet
        return sheet
