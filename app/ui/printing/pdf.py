"""Paints a described workbook into a PDF: every page of every sheet, with letters that can be found."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from app.domain.proof import SHORT_HASH
from app.domain.report import UNKNOWN_PROOF, Paper, ReportBook
from app.domain.report_pages import pages_of
from app.services.job import Job
from app.services.report import WriteReport
from app.ui.printing.page_painter import PagePainter
from app.ui.printing.paper_page import PaperBook
from app.wording.language import Language

_DOTS_PER_INCH = 1200
_DOTS_PER_MM = _DOTS_PER_INCH / 25.4

_MEANINGS = re.compile(rb"\[(?:<[0-9A-F]{4}> )+\]")
_TAB, _BLANK = b"<0009>", b"<0020>"


class WritePdf:
    """Writes the pages that the preview shows; its footer carries the proof of the workbook."""

    def __init__(self, report: WriteReport, language: Language) -> None:
        self._report, self._language = report, language

    def write(self, book: ReportBook, target: Path, job: Job) -> str:
        """Writes it whole or not at all; gives the hash of the content, the workbook's own.

        Raises:
            FileError: `target` cannot be written; what stood there is untouched.
            Cancelled: The person stopped it; what stood there is untouched.
        """
        content = self._report.content_hash(book, job.untold())
        starts = tuple(map(pages_of, book.sheets))
        paper = PaperBook(book, starts, content[:SHORT_HASH] or UNKNOWN_PROOF)
        self._report.put(target, lambda: pdf_of(paper, self._language, job.step))
        return content


def pdf_of(paper: PaperBook, language: Language, step: Callable[[int, int], None]) -> bytes:
    """The whole document; `step` hears of pages done, of all, and may raise to stop.

    May be called away from the window: nothing here is a widget or a picture of the screen.
    """
    device = QBuffer()
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(device)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(paper.book.title)
    writer.setAuthor("Gaung")
    writer.setCreator("Gaung")
    painter = QPainter()
    pages = PagePainter(language)
    try:
        for done, page in enumerate(paper.pages()):
            step(done, paper.count)
            writer.setPageLayout(_layout(page.paper))
            if done:
                writer.newPage()
            else:
                painter.begin(writer)
            pages.paint(painter, page, _DOTS_PER_MM)
    finally:
        painter.end()
    step(paper.count, paper.count)
    return _MEANINGS.sub(_with_blanks, bytes(device.data().data()))


def _layout(paper: Paper) -> QPageLayout:
    """Exactly that paper: Qt would rather take the nearest of the sizes that it has names for."""
    size = QPageSize(
        QSizeF(paper.width, paper.height),
        QPageSize.Unit.Millimeter,
        "",
        QPageSize.SizeMatchPolicy.ExactMatch,
    )
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())


def _with_blanks(meanings: re.Match[bytes]) -> bytes:
    """What signs the letters stand for, of one length as before.

    Where a blank and a tab look the same, Qt takes it for a tab: a NIP that is copied out of the
    document into a spreadsheet would fall into four cells.
    """
    return meanings[0].replace(_TAB, _BLANK)
