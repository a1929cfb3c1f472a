"""The workbook of a report: sheet after sheet, then swapped in whole."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.workbook import Workbook

from app.domain.proof import SHORT_HASH, Origin, SheetTaking
from app.domain.report import ReportBook
from app.workbooks.proof_text import MOST_LETTERS
from app.workbooks.writing.data_sheet import write_data_sheet
from app.workbooks.writing.enclosure import add_enclosure
from app.workbooks.writing.logo import reduced_logo
from app.workbooks.writing.looks import LETTERS, Looks
from app.workbooks.writing.page import set_footer
from app.workbooks.writing.proof_sheet import add_proof
from app.workbooks.writing.safe_file import meaning_of, replacing
from app.workbooks.writing.sheet import SheetWriter
from app.workbooks.writing.streamed import StreamedSheet
from app.workbooks.writing.texts import cell_text

_LINES_PER_STEP = 200

_STANDARD_POINTS = 11
"""A size at which programs that round a digit to whole dots and those that do not nearly agree."""

_STANDARD_COLUMN = 72
"""Dots of an untouched column in letters of that size: from it the engine knows their digits."""


def write_book(book: ReportBook, target: Path, step: Callable[[int, int], None]) -> str:
    """See `write_report`, the door to this."""
    # The rows wait in files until the end; they hold personal data and go with their folder.
    with replacing(target) as temporary, TemporaryDirectory(prefix="gaung-") as spools:
        workbook = _new_workbook(temporary, spools)
        try:
            content = _fill(workbook, book, step)
            workbook.close()
        except FileCreateError as error:
            raise _cause(error) from error
        finally:
            _let_go(workbook)
    return content


def hash_book(book: ReportBook, step: Callable[[int, int], None]) -> str:
    """See `content_hash`, the door to this. Filled by the same hand, never put together."""
    try:
        with TemporaryDirectory(prefix="gaung-") as spools:
            workbook = _new_workbook(Path(spools) / "unwritten.xlsx", spools)
            try:
                return _fill(workbook, book, step)
            finally:
                _let_go(workbook)
    except OSError as error:
        raise meaning_of(error, Path(gettempdir())) from error


def _new_workbook(place: Path, spools: str) -> Workbook:
    return Workbook(
        str(place),
        {
            "constant_memory": True,
            "tmpdir": spools,
            "use_zip64": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            # The letters in whose digits every program measures the columns; the engine's own,
            # Calibri, are missing outside of Office: columns would grow and the page shrink.
            "default_format_properties": {"font_name": LETTERS, "font_size": _STANDARD_POINTS},
            "default_column_width": _STANDARD_COLUMN,
        },
    )


def _fill(workbook: Workbook, book: ReportBook, step: Callable[[int, int], None]) -> str:
    """All sheets; gives the hash of their content."""
    workbook.set_properties(
        {
            "title": cell_text(book.title),
            "subject": cell_text(book.subject),
            "author": "Gaung",
        }
    )
    total = sum(len(table.rows) for sheet in book.sheets for table in sheet.tables)
    progress = _Progress(step, total)
    looks = Looks(workbook)
    logos: dict[bytes, bytes] = {}
    takings: list[SheetTaking] = []
    for number, sheet in enumerate(book.sheets, start=1):
        worksheet = workbook.add_worksheet(sheet.name, StreamedSheet)
        if book.origin is not None:
            takings.append(_taking(worksheet, book.origin))
        if sheet.is_data:
            write_data_sheet(worksheet, sheet, looks, f"Gaung{number}_", progress.line_done)
            continue
        original = sheet.letterhead.logo if sheet.letterhead is not None else b""
        if original not in logos:
            logos[original] = reduced_logo(original) if original else b""
        writer = SheetWriter(workbook, worksheet, sheet, looks, logos[original])
        writer.write(progress.line_done)
    content = ""
    if book.origin is not None:
        content = add_proof(workbook, book.origin, takings)
        for worksheet, sheet in zip(workbook.worksheets(), book.sheets, strict=False):
            set_footer(worksheet, sheet, content[:SHORT_HASH])
    if book.enclosure is not None:
        add_enclosure(workbook, book.enclosure)
    step(total, total)
    return content


def _taking(worksheet: StreamedSheet, origin: Origin) -> SheetTaking:
    taking = SheetTaking(worksheet.name, MOST_LETTERS if origin.keeps_values else 0)
    worksheet.taken = taking.take
    return taking


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


def _cause(error: FileCreateError) -> Exception:
    """The operating system's own answer, which the engine wraps."""
    inner = error.args[0] if error.args else None
    return inner if isinstance(inner, OSError) else error


def _let_go(workbook: Workbook) -> None:
    """Closes what is still open when the work was stopped; an open file stays on Windows."""
    workbook.fileclosed = True
    for worksheet in workbook.worksheets():
        worksheet._opt_close()
