"""Writes a described workbook; hands over finished texts only, and never writes a formula."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.form_page import FormPage
    from app.domain.report import ReportBook

__all__ = ["content_hash", "write_form", "write_report", "write_table"]


def write_report(book: "ReportBook", target: Path, step: Callable[[int, int], None]) -> str:
    """Writes `book` to `target` (xlsx), whole or not at all. `step` hears of lines done, of all.

    Gives the hash of the content, 64 digits; nothing for a book that does not prove itself.

    Raises:
        FileError: `target` cannot be written; what stood there is untouched.
        AppError: whatever `step` raises to stop the work; nothing is left behind.
    """
    # Loaded here: the engine costs every start of the program a sixth, and most starts never write.
    from app.workbooks.writing.book import write_book

    return write_book(book, target, step)


def content_hash(book: "ReportBook", step: Callable[[int, int], None]) -> str:
    """The hash that `write_report` would give for this book; no workbook is left anywhere.

    Raises:
        FileError: the folder for temporary files has no room.
        AppError: whatever `step` raises to stop the work.
    """
    from app.workbooks.writing.book import hash_book

    return hash_book(book, step)


def write_table(
    target: Path, name: str, heads: Sequence[str], rows: Sequence[Sequence[str]]
) -> None:
    """Writes one sheet (xlsx) in which every cell is text, whole or not at all.

    Raises:
        FileError: `target` cannot be written; what stood there is untouched.
    """
    from app.workbooks.writing.plain_table import write_plain_table

    write_plain_table(target, name, heads, rows)


def write_form(page: "FormPage", target: Path) -> None:
    """Writes one form (xlsx), whole or not at all.

    Raises:
        FileError: `target` cannot be written; what stood there is untouched.
    """
    from app.workbooks.writing.form import write_form as write

    write(page, target)
