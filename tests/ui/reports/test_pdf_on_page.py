"""Save PDF: the pages of the preview under the same name, written as carefully as the workbook."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from app.services.workplace import Workplace
from app.ui.reports.page import ReportsPage
from app.ui.reports.writing_work import WritingWork
from app.ui.tasks import TaskRunner
from tests.ui.printing.pdf_reading import read_pdf
from tests.ui.reports.conftest import Open
from tests.ui.reports.test_page import NAME, button, said, sheets, where

PDF = NAME.replace(".xlsx", ".pdf")


def save(page: ReportsPage, qtbot: QtBot, tasks: TaskRunner) -> None:
    qtbot.mouseClick(button(page, "Save PDF"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tasks.idle)


def pages_shown(page: ReportsPage) -> int:
    """Turns through the whole preview, as a person would count it."""
    total = 0
    for row in range(sheets(page).count()):
        sheets(page).setCurrentRow(row)
        total += int(where(page).rpartition(" ")[2])
    return total


def test_the_pdf_has_the_pages_of_the_preview(
    open_page: Open, office: Workplace, qtbot: QtBot, tasks: TaskRunner, folder: Path
) -> None:
    page = open_page(office)
    with qtbot.waitSignal(page.findChild(WritingWork).written) as told:
        save(page, qtbot, tasks)
    assert "The report is written." in said(page)
    assert [path.name for path in folder.iterdir()] == [PDF]
    found = read_pdf((folder / PDF).read_bytes())
    assert len(found.pages) == pages_shown(page)
    (one,) = told.args
    assert one.path == folder / PDF
    assert f"content {one.content[:12]}" in found.words
    assert page.facts()[0].words == "Last report: November 2026, written 20 Nov 2026"


def test_the_pdf_of_somebody_else_is_kept_until_somebody_says_otherwise(
    open_page: Open, office: Workplace, qtbot: QtBot, tasks: TaskRunner, folder: Path
) -> None:
    folder.mkdir()
    (folder / PDF).write_bytes(b"of somebody else")
    page = open_page(office)
    save(page, qtbot, tasks)
    assert "The file is there already." in said(page)
    button(page, "Save as a copy").click()
    qtbot.waitUntil(lambda: tasks.idle)
    assert (folder / PDF).read_bytes() == b"of somebody else"
    assert read_pdf((folder / PDF.replace(".pdf", " (2).pdf")).read_bytes()).pages
    save(page, qtbot, tasks)
    button(page, "Replace it").click()
    qtbot.waitUntil(lambda: tasks.idle)
    assert read_pdf((folder / PDF).read_bytes()).pages


def test_a_pdf_that_is_open_elsewhere_can_be_saved_as_a_copy(
    open_page: Open, office: Workplace, qtbot: QtBot, tasks: TaskRunner, folder: Path
) -> None:
    folder.mkdir()
    (folder / f".~lock.{PDF}#").write_bytes(b"")
    page = open_page(office)
    (folder / PDF).write_bytes(b"of last month")
    save(page, qtbot, tasks)
    button(page, "Replace it").click()
    qtbot.waitUntil(lambda: tasks.idle)
    assert "is open in another program" in said(page)
    button(page, "Save as a copy").click()
    qtbot.waitUntil(lambda: tasks.idle)
    assert (folder / PDF).read_bytes() == b"of last month"
    assert (folder / PDF.replace(".pdf", " (2).pdf")).exists()


def test_each_organisation_gets_a_pdf_where_files_are_asked_for(
    open_page: Open, office: Workplace, qtbot: QtBot, tasks: TaskRunner, folder: Path
) -> None:
    page = open_page(office)
    ticks = page.findChildren(QCheckBox)
    next(t for t in ticks if t.text() == "A file for each organisation").click()
    save(page, qtbot, tasks)
    written = list((folder / PDF.removesuffix(".pdf")).iterdir())
    assert len(written) > 5
    assert {path.suffix for path in written} == {".pdf"}
    assert all(read_pdf(path.read_bytes()).pages for path in written)


def test_the_button_that_was_pressed_has_the_focus_again(
    open_page: Open, office: Workplace, qtbot: QtBot, tasks: TaskRunner, folder: Path
) -> None:
    page = open_page(office)
    pressed = button(page, "Save PDF")
    pressed.setFocus()
    qtbot.keyClick(pressed, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: tasks.idle)
    assert page.window().focusWidget() is pressed
    # Somebody who went elsewhere meanwhile is not called back.
    qtbot.keyClick(pressed, Qt.Key.Key_Space)
    sheets(page).setFocus()
    qtbot.waitUntil(lambda: tasks.idle)
    assert page.window().focusWidget() is sheets(page)
