"""Sets a sheet up for printing: paper, margins, column widths, footer, page breaks."""

from typing import Any

from xlsxwriter.worksheet import Worksheet

from app.domain.report import UNKNOWN_PROOF, ReportSheet
from app.domain.report_pages import pages_of
from app.domain.report_strips import strips_of
from app.workbooks.writing.looks import LETTERS
from app.workbooks.writing.texts import footer_text

DOTS_PER_MM = 96 / 25.4
"""Columns are measured in digits of the standard letters; those of Arial 11 are 8 dots wide."""

_MOST_BREAKS = 1_000
"""Excel knows 1,023 in a sheet; the last ones matter, they keep the signatures with the list."""

_INCH = 25.4
_FOOTER_FROM_EDGE = 15.0
_FOOTER_POINTS = 8
_LONGEST_FOOTER = 255
"""Characters of a footer with its codes; Excel calls a workbook with a longer one damaged."""


def set_page(worksheet: Worksheet, sheet: ReportSheet) -> None:
    """Everything about the paper that the described sheet says."""
    for index, width in enumerate(sheet.widths):
        # The engine takes parts of a dot, though its words ask for whole ones.
        worksheet.set_column_pixels(index, index, width * DOTS_PER_MM)
    paper = sheet.paper
    if paper.is_landscape:
        worksheet.set_landscape()
    else:
        worksheet.set_portrait()
    worksheet.set_paper(paper.code)
    _set_size(worksheet, sheet)
    worksheet.set_margins(
        paper.left / _INCH, paper.right / _INCH, paper.top / _INCH, paper.bottom / _INCH
    )
    if not sheet.is_data:
        worksheet.hide_gridlines(2)
    set_footer(worksheet, sheet)
    # A working list is filtered more than it is printed: its pages end where they are full.
    if not sheet.is_data and (sheet.signatures is not None or not sheet.is_list):
        worksheet.set_h_pagebreaks(list(pages_of(sheet)[1:][-_MOST_BREAKS:]))


def _set_size(worksheet: Worksheet, sheet: ReportSheet) -> None:
    """As wide as the page; a table that is parted stands on pages beside one another instead."""
    if not sheet.is_parted:
        worksheet.fit_to_pages(1, 0)
        return
    worksheet.set_print_scale(round(sheet.scale * 100))
    worksheet.repeat_columns(0, sheet.keys - 1)
    worksheet.set_v_pagebreaks([strip[sheet.keys] for strip in strips_of(sheet)[1:]])
    worksheet.print_across()


def set_footer(worksheet: Worksheet, sheet: ReportSheet, proof: str = UNKNOWN_PROOF) -> None:
    """The last line of each page; `proof` begins the hash of the content."""
    letters = f'&"{LETTERS},Regular"&{_FOOTER_POINTS}'
    right = footer_text(sheet.footer.right).replace("{page}", "&P").replace("{pages}", "&N")
    ending = f"&R{letters}{right}"
    # A blank keeps a text that begins with a digit apart from the size of its letters.
    left = footer_text(sheet.footer.left.replace("{proof}", proof))
    begin = f"&L{letters}{' ' if left[:1].isdigit() else ''}"
    room = _LONGEST_FOOTER - len(begin) - len(ending)
    options: dict[str, Any] = {"margin": _FOOTER_FROM_EDGE / _INCH}
    worksheet.set_footer(f"{begin}{_cut(left, room)}{ending}", options)
    worksheet.set_header("", options)


def _cut(text: str, most: int) -> str:
    """Never between the two halves of a doubled sign."""
    if len(text) <= most:
        return text
    short = text[:most]
    odd = (len(short) - len(short.rstrip("&"))) % 2
    return short[: len(short) - odd]
