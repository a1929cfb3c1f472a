"""Paints pages on a printer: as many as were asked for, never cut off by a smaller paper."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from app.domain.errors import Cancelled
from app.domain.report import Paper
from app.ui.printing.page_painter import PagePainter
from app.ui.printing.paper_page import PaperBook
from app.ui.printing.print_wish import PrintWish
from app.wording.language import Language

_INCH = 25.4


def print_pages(
    paper: PaperBook,
    places: Sequence[tuple[int, int]],
    printer: QPrinter,
    language: Language,
    step: Callable[[int, int], None],
) -> bool:
    """Prints these pages, each a sheet and an index in it; False where the printer takes no page.

    `step` hears of pages done, of all, and may raise to stop: what the printer has not begun yet is
    taken back. May be called away from the window.
    """
    turns = _turns(printer, places)
    painter, pages = QPainter(), PagePainter(language)
    if not painter.begin(printer):
        return False
    try:
        for done, (sheet, index) in enumerate(turns):
            step(done, len(turns))
            if done and not printer.newPage():
                printer.abort()
                return False
            page = paper.page(sheet, index)
            painter.save()
            pages.paint(painter, page, _fit(painter, page.paper, printer))
            painter.restore()
    except Cancelled:
        printer.abort()
        raise
    finally:
        painter.end()
    step(len(turns), len(turns))
    return True


def pages_wanted(printer: QPrinter, wish: PrintWish) -> list[int]:
    """Numbers of the pages that somebody chose in the box, counted from 1."""
    everything = list(range(1, wish.pages + 1))
    if printer.printRange() is QPrinter.PrintRange.CurrentPage:
        return [wish.current]
    if printer.printRange() is not QPrinter.PrintRange.PageRange:
        return everything
    ranges = printer.pageRanges()
    return [number for number in everything if ranges.isEmpty() or ranges.contains(number)]


def _turns(printer: QPrinter, places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where the printer cannot repeat pages by itself, they are sent again."""
    many = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return [*places] * many
    return [place for place in places for _ in range(many)]


def _fit(painter: QPainter, paper: Paper, printer: QPrinter) -> float:
    """Puts the page in the middle of the printer's paper; gives dots a millimetre, fewer if smaller."""
    dots = printer.resolution() / _INCH
    whole = printer.pageLayout().fullRectPixels(printer.resolution())
    shrinking = min(1.0, whole.width() / dots / paper.width, whole.height() / dots / paper.height)
    scale = dots * shrinking
    painter.translate(
        (whole.width() - paper.width * scale) / 2, (whole.height() - paper.height * scale) / 2
    )
    return scale
