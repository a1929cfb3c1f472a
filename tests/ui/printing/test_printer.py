"""Printing: the pages that were asked for, whole on whatever paper the printer has."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import Cancelled
from app.domain.platform import Platform
from app.domain.report import PaperSize, paper_of
from app.domain.report_kinds import ReportKind
from app.domain.report_pages import pages_of
from app.services.report import WriteReport
from app.ui.print_box import open_print_box
from app.ui.printing.paper_page import PaperBook
from app.ui.printing.print_wish import PrintWish
from app.ui.printing.printer import pages_wanted, print_pages
from app.wording.language import Language
from tests.services.report.conftest import Build, Make, build, make, service
from tests.ui.printing.pdf_reading import ReadPage, ReadPdf, read_pdf

__all__ = ["build", "make", "service"]

# As in the program: its own letters are there where the machine has none.
pytestmark = pytest.mark.usefixtures("theme")

FOLIO = PrintWish("Laporan", paper_of(PaperSize.FOLIO), 5, 3)


def quiet(done: int, total: int) -> None:
    pass


@pytest.fixture
def paper(make: Make, build: Build, service: WriteReport) -> PaperBook:
    people = [make(number, {Platform.INSTAGRAM: "900"}) for number in range(1, 60)]
    book = build(people, kinds=frozenset((ReportKind.QUALIFYING,)))
    return PaperBook(book, tuple(map(pages_of, book.sheets)), "0123456789ab")


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    """A printer whose paper is a file."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "kertas.pdf"))
    made.setFullPage(True)
    return made


@pytest.fixture
def printed(printer: QPrinter) -> Callable[[], ReadPdf]:
    return lambda: read_pdf(Path(printer.outputFileName()).read_bytes())


Printed = Callable[[], ReadPdf]


def numbers(pages: Sequence[ReadPage]) -> list[tuple[int, int]]:
    """What stands at the foot of each page; a blank on paper may be a tab in the file."""
    words = [piece.split() for page in pages for piece in page.pieces if piece.startswith("Page")]
    return [(int(each[1]), int(each[3])) for each in words]


def on(printer: QPrinter, size: QPageSize.PageSizeId, *, landscape: bool) -> None:
    way = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(QPageSize(size), way, QMarginsF()))


def test_the_pages_that_were_asked_for_come_out_in_their_order(
    paper: PaperBook, printer: QPrinter, printed: Printed, language: Language
) -> None:
    places = [(0, 2), (0, 0)]
    assert print_pages(paper, places, printer, language, quiet)
    pages = printed().pages
    count = paper.count_of(0)
    assert numbers(pages) == [(3, count), (1, count)]
    assert all(any(p.endswith("0123456789ab") for p in page.pieces) for page in pages)


def test_the_whole_page_stands_on_a_smaller_paper(
    paper: PaperBook, printer: QPrinter, printed: Printed, language: Language
) -> None:
    on(printer, QPageSize.PageSizeId.A5, landscape=False)
    assert print_pages(paper, [(0, 0)], printer, language, quiet)
    (page,) = printed().pages
    assert (page.width, page.height) == (pytest.approx(148, abs=0.5), pytest.approx(210, abs=0.5))
    left, bottom, right, top = page.inked
    assert left > 5
    assert right < page.width - 5
    # A landscape page in the middle of a portrait paper.
    assert bottom > 50
    assert top < page.height - 50


def test_copies_are_sent_again_where_the_printer_cannot_repeat_pages(
    paper: PaperBook, printer: QPrinter, printed: Printed, language: Language
) -> None:
    printer.setCopyCount(2)
    assert not printer.supportsMultipleCopies()
    for collated, order in ((True, [1, 2, 1, 2]), (False, [1, 1, 2, 2])):
        printer.setCollateCopies(collated)
        assert print_pages(paper, [(0, 0), (0, 1)], printer, language, quiet)
        assert [number for number, _ in numbers(printed().pages)] == order


def test_a_printer_that_takes_nothing_is_told_apart(
    paper: PaperBook, printer: QPrinter, tmp_path: Path, language: Language
) -> None:
    printer.setOutputFileName(str(tmp_path / "nowhere" / "kertas.pdf"))
    assert not print_pages(paper, [(0, 0)], printer, language, quiet)


def test_printing_can_be_stopped(paper: PaperBook, printer: QPrinter, language: Language) -> None:
    def stop(done: int, total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        print_pages(paper, [(0, 0), (0, 1)], printer, language, stop)
    assert not printer.paintingActive()


def test_the_range_of_the_box_decides_which_pages(printer: QPrinter) -> None:
    assert pages_wanted(printer, FOLIO) == [1, 2, 3, 4, 5]
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert pages_wanted(printer, FOLIO) == [3]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 4)
    assert pages_wanted(printer, FOLIO) == [2, 3, 4]
    ranges = QPageRanges()
    ranges.addPage(1)
    ranges.addRange(4, 9)
    printer.setPageRanges(ranges)
    assert pages_wanted(printer, FOLIO) == [1, 4, 5]


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("portrait", [False, True])
def test_the_box_has_the_paper_of_the_report(qtbot: QtBot, size: PaperSize, portrait: bool) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    taken: list[QPrinter] = []
    asked = PrintWish("Laporan", paper_of(size, portrait=portrait), 5, 3)
    assert open_print_box(asked, window, taken.append, lambda: ["Kantor"])
    (box,) = window.findChildren(QPrintDialog)
    assert (box.minPage(), box.maxPage()) == (1, 5)
    box.done(QPrintDialog.DialogCode.Accepted)
    (printer,) = taken
    whole = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
    assert whole.width() == pytest.approx(asked.paper.width, abs=1)
    assert whole.height() == pytest.approx(asked.paper.height, abs=1)
    assert printer.docName() == "Laporan"


def test_without_any_printer_no_box_is_opened(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert not open_print_box(FOLIO, window, lambda printer: None, list)
    assert window.findChildren(QPrintDialog) == []


def test_a_box_that_is_cancelled_prints_nothing(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    taken: list[QPrinter] = []
    assert open_print_box(FOLIO, window, taken.append, lambda: ["Kantor"])
    window.findChildren(QPrintDialog)[0].done(QPrintDialog.DialogCode.Rejected)
    assert taken == []
