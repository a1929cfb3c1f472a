"""A report of the invented office says on every page that it is none."""

from dataclasses import replace

from app.domain.report import ReportBook, ReportSheet
from app.wording.language import Language


def sample_mark(language: Language) -> str:
    """The word that nothing of the invented office leaves the program without."""
    return language.say("SAMPLE")


def marked_as_sample(book: ReportBook, language: Language) -> ReportBook:
    """The same workbook with the mark in its title, in each sheet's title, letterhead and footer."""
    mark = sample_mark(language)
    sheets = tuple(_marked(sheet, mark) for sheet in book.sheets)
    origin = book.origin and replace(book.origin, about=f"{mark}. {book.origin.about}")
    return replace(book, title=f"{book.title} ({mark})", sheets=sheets, origin=origin)


def _marked(sheet: ReportSheet, mark: str) -> ReportSheet:
    head = sheet.letterhead
    # A table for other programs has no title: its name alone is seen.
    name = f"{sheet.name} ({mark})" if sheet.is_data else sheet.name
    return replace(
        sheet,
        name=name,
        title=tuple(f"{line} ({mark})" for line in sheet.title),
        footer=replace(sheet.footer, left=f"{mark}. {sheet.footer.left}"),
        letterhead=None if head is None else replace(head, office=f"{head.office} ({mark})"),
    )
