"""The system's own question for a printer, with the paper of the report chosen already."""

from collections.abc import Callable

from PySide6.QtCore import QMarginsF, QObject, QSizeF, Qt, Slot
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from app.domain.report import Paper
from app.ui.printing.print_wish import PrintWish

_NEAR = 6.0
"""Millimetres: many printers call 210 x 330 or 8.5 x 13 inches their Folio or F4."""


def open_print_box(
    wish: PrintWish,
    window: QWidget | None,
    chosen: Callable[[QPrinter], None],
    printers: Callable[[], list[str]] = QPrinterInfo.availablePrinterNames,
) -> bool:
    """Asks without blocking; False where the computer has no printer at all."""
    if not printers():
        return False
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(wish.name)
    printer.setCreator("Gaung")
    printer.setFullPage(True)
    printer.setPageLayout(_layout(wish.paper, printer))
    dialog = QPrintDialog(printer, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(wish.name)
    option = QAbstractPrintDialog.PrintDialogOption
    dialog.setOptions(
        option.PrintPageRange
        | option.PrintCurrentPage
        | option.PrintCollateCopies
        | option.PrintShowPageSize
    )
    dialog.setMinMax(1, wish.pages)
    _Agreed(dialog, printer, chosen)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
    return True


class _Agreed(QObject):
    """Keeps the printer as long as the box stands, and hands it over when somebody agreed."""

    def __init__(
        self, dialog: QPrintDialog, printer: QPrinter, chosen: Callable[[QPrinter], None]
    ) -> None:
        super().__init__(dialog)
        self._printer, self._chosen = printer, chosen
        dialog.finished.connect(self._answer)

    @Slot(int)
    def _answer(self, result: int) -> None:
        if result == QPrintDialog.DialogCode.Accepted:
            self._chosen(self._printer)


def _layout(paper: Paper, printer: QPrinter) -> QPageLayout:
    """The printer's own size that comes nearest, or exactly this one where it knows none like it."""
    short, tall = sorted((paper.width, paper.height))

    def away(size: QPageSize) -> float:
        own = size.size(QPageSize.Unit.Millimeter)
        return abs(own.width() - short) + abs(own.height() - tall)

    sizes = QPrinterInfo(printer).supportedPageSizes()
    nearest = min(sizes, key=away, default=None)
    if nearest is None or away(nearest) > _NEAR:
        match = QPageSize.SizeMatchPolicy.ExactMatch
        nearest = QPageSize(QSizeF(short, tall), QPageSize.Unit.Millimeter, "F4", match)
    landscape = QPageLayout.Orientation.Landscape
    way = landscape if paper.is_landscape else QPageLayout.Orientation.Portrait
    return QPageLayout(nearest, way, QMarginsF())
