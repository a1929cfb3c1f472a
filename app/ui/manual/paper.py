"""A page of the manual on paper: black on white in every look, with its pictures."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrinter

from app.domain.report import PaperSize, paper_of
from app.services.manual.html import page_html
from app.services.manual.parts import ManualPage
from app.services.manual.reading import ReadManual
from app.ui.manual.looks import paper_sheet
from app.ui.manual.window import ManualWindow
from app.ui.print_box import open_print_box
from app.ui.printing.print_wish import PrintWish
from app.ui.theme.theme import Theme


class PagePrinting:
    """One page that somebody wants on paper."""

    def __init__(self, theme: Theme, manual: ReadManual, page: ManualPage) -> None:
        self._theme, self._manual, self._page = theme, manual, page

    def ask(self, window: ManualWindow) -> bool:
        """Asks for a printer; False where the computer has none."""
        paper = paper_of(PaperSize.A4, portrait=True)
        return open_print_box(PrintWish(self._page.title, paper, 1, 1), window, self.send)

    def send(self, printer: QPrinter) -> None:
        """All of the page, on as many sheets as it needs."""
        # The margins are the document's own; the box asked for the whole sheet.
        printer.setFullPage(False)
        document = QTextDocument()
        document.setBaseUrl(QUrl.fromLocalFile(f"{self._manual.pictures}/"))
        document.setDefaultStyleSheet(paper_sheet())
        document.setDefaultFont(self._theme.fonts.body)
        document.setHtml(page_html(self._page))
        document.print_(printer)
