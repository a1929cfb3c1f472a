"""The workbook of a report: sheet after sheet, then swapped in whole."""

from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils.indexed_list import IndexedList

from app.domain.report import ReportBook
from app.workbooks.writing.logo import reduced_logo
from app.workbooks.writing.looks import LETTERS
from app.workbooks.writing.safe_file import replacing
from app.workbooks.writing.sheet import SheetWriter
from app.workbooks.writing.texts import cell_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_LINES_PER_STEP = 200

_STANDARD_POINTS = 11
"""A size at which programs that round a digit to whole dots and those that do not nearly agree."""


def write_book(book: ReportBook, target: Path, step: Callable[[int, int], None]) -> None:
    """See `write_report`, the door to this."""
    with replacing(target) as temporary:
        workbook = Workbook(write_only=True)
        try:
            _fill(workbook, book, step)
            content = BytesIO()
            workbook.save(content)
        finally:
            _discard_spools(workbook)
        temporary.write_bytes(content.getbuffer())


def _fill(workbook: Workbook, book: ReportBook, step: Callable[[int, int], None]) -> None:
    _set_standard_letters(workbook)
    properties = workbook.properties
    properties.title, properties.subject = cell_text(book.title), cell_text(book.subject)
    properties.creator = "Gaung"
    total = sum(len(table.rows) for sheet in book.sheets for table in sheet.tables)
    progress = _Progress(step, total)
    logos: dict[bytes, bytes] = {}
    for sheet in book.sheets:
        original = sheet.letterhead.logo if sheet.letterhead is not None else b""
        if original not in logos:
            logos[original] = reduced_logo(original) if original else b""
        worksheet = workbook.create_sheet(sheet.name)
        # A sheet that is only written has the same attributes; the stubs do not know it.
        writer = SheetWriter(cast("Worksheet", worksheet), sheet, logos[original])
        writer.write(progress.line_done)
        worksheet.close()
    step(total, total)


def _set_standard_letters(workbook: Workbook) -> None:
    """The letters in whose digits every program measures the columns.

    openpyxl's own, Calibri, are missing outside of Office; columns would grow and the page shrink.
    """
    letters = Font(name=LETTERS, size=_STANDARD_POINTS)
    inside = cast("Any", workbook)  # openpyxl offers no open way to its standard letters
    inside._fonts = IndexedList([letters])
    inside._named_styles["Normal"].font = letters


class _Progress:
    """Tells of every few lines; letterheads and notes are not worth counting beforehand."""

    def __init__(self, step: Callable[[int, int], None], total: int) -> None:
        self._step = step
        self._total = total
        self._done = 0

    def line_done(self) -> None:
        self._done += 1
        if self._done % _LINES_PER_STEP == 1:
            self._step(min(self._done, self._total), self._total)


def _discard_spools(workbook: Workbook) -> None:
    """Removes the rows that openpyxl keeps in temporary files, when it could not do so itself.

    They hold personal data and would otherwise lie there until the program ends.
    """
    for worksheet in workbook.worksheets:
        # The door has no public handle for a sheet that will never be saved.
        writer = getattr(worksheet, "_writer", None)
        if writer is None:
            continue
        with suppress(OSError, ValueError, StopIteration, RuntimeError):
            if not worksheet.closed:
                worksheet.close()
        with suppress(OSError, ValueError):
            writer.cleanup()
