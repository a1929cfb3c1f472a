"""Ctrl+P: the shown sheet or all sheets, as the fields want them, or a sentence that offers a PDF."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from app.services.workplace import Workplace
from app.ui.tasks import TaskRunner
from tests.ui.printing.pdf_reading import read_pdf
from tests.ui.reports.conftest import Open, Told
from tests.ui.reports.test_page import NAME, box, button, said, sheets, where

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def printer(tmp_path: Path, told: Told) -> QPrinter:
    """A printer whose paper is a file, chosen in the box."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "kertas.pdf"))
    told.printer = made
    return made


def test_the_shown_sheet_is_printed_with_the_pages_that_it_has(
    open_page: Open,
    office: Workplace,
    qtbot: QtBot,
    tasks: TaskRunner,
    told: Told,
    printer: QPrinter,
) -> None:
    page = open_page(office)
    qtbot.keyClick(sheets(page), Qt.Key.Key_PageDown)
    assert where(page).startswith("Qualifying, page 2 of ")
    pages = int(where(page).rpartition(" ")[2])
    qtbot.keyClick(sheets(page), Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: tasks.idle)
    (wish,) = told.wishes
    assert (wish.name, wish.pages, wish.current) == ("Qualifying", pages, 2)
    found = read_pdf(Path(printer.outputFileName()).read_bytes())
    assert len(found.pages) == pages
    assert f"{pages} pages are printed." in said(page)
    assert button(page, "Print").isEnabled()


def test_all_sheets_are_printed_where_they_are_asked_for(
    open_page: Open,
    office: Workplace,
    qtbot: QtBot,
    tasks: TaskRunner,
    told: Told,
    printer: QPrinter,
) -> None:
    page = open_page(office)
    qtbot.keyClick(sheets(page), Qt.Key.Key_P, CTRL | ALT)
    qtbot.waitUntil(lambda: tasks.idle)
    (wish,) = told.wishes
    assert wish.pages == len(read_pdf(Path(printer.outputFileName()).read_bytes()).pages)
    assert wish.pages > 20


def test_a_change_of_the_last_moment_is_printed_too(
    open_page: Open,
    office: Workplace,
    qtbot: QtBot,
    tasks: TaskRunner,
    told: Told,
    printer: QPrinter,
) -> None:
    page = open_page(office)
    box(page, "NIP").setCurrentIndex(1)
    qtbot.keyClick(sheets(page), Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: bool(told.wishes) and tasks.idle)
    assert "****" in read_pdf(Path(printer.outputFileName()).read_bytes()).words


def test_without_a_printer_a_pdf_is_offered(
    open_page: Open, office: Workplace, qtbot: QtBot, tasks: TaskRunner, folder: Path
) -> None:
    page = open_page(office)
    qtbot.keyClick(sheets(page), Qt.Key.Key_P, CTRL)
    assert "This computer has no printer." in said(page)
    strip = page.findChildren(type(button(page, "Save PDF")))
    offered = next(b for b in strip if b.text() == "Save PDF" and b.hasFocus())
    offered.click()
    qtbot.waitUntil(lambda: tasks.idle)
    assert (folder / NAME.replace(".xlsx", ".pdf")).exists()


def test_a_printer_that_does_not_answer_is_said(
    open_page: Open,
    office: Workplace,
    qtbot: QtBot,
    tasks: TaskRunner,
    printer: QPrinter,
    tmp_path: Path,
) -> None:
    page = open_page(office)
    printer.setOutputFileName(str(tmp_path / "nowhere" / "kertas.pdf"))
    qtbot.keyClick(sheets(page), Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: tasks.idle)
    assert "The report was not printed." in said(page)


def test_nobody_is_asked_for_a_printer_while_there_is_nothing_to_print(
    open_page: Open, empty_office: Workplace, qtbot: QtBot, told: Told
) -> None:
    page = open_page(empty_office)
    qtbot.keyClick(sheets(page), Qt.Key.Key_P, CTRL)
    assert told.wishes == []
    assert not button(page, "Print").isEnabled()
