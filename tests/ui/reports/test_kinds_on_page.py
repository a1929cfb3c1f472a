"""The kinds on the page: ticked by keyboard, shown at once, divided into files, remembered."""

from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from app.services.workplace import Workplace
from app.ui.reports.check_list import CheckList
from app.ui.reports.page import ReportsPage
from app.ui.reports.paper import Paper
from app.ui.tasks import TaskRunner
from tests.ui.reports.conftest import Open
from tests.ui.reports.test_page import NAME, box, paper, said, sheets, where, write


def kinds(page: ReportsPage) -> QListWidget:
    found = page.findChildren(QListWidget)
    return next(each for each in found if each.accessibleName() == "Kinds of report")


def tick(page: ReportsPage, words: str, qtbot: QtBot, tasks: TaskRunner) -> None:
    """Goes to a kind by its first letters of the list and presses the space bar."""
    (item,) = kinds(page).findItems(words, Qt.MatchFlag.MatchExactly)
    kinds(page).setFocus()
    kinds(page).setCurrentItem(item)
    qtbot.keyClick(kinds(page), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: tasks.idle and not page.findChild(QTimer).isActive())
    qtbot.waitUntil(lambda: tasks.idle)


def shown_sheets(page: ReportsPage) -> list[str]:
    return [sheets(page).item(row).text() for row in range(sheets(page).count())]


def test_the_space_bar_adds_a_kind_and_shows_it(
    open_page: Open, office: Workplace, qtbot: QtBot, tasks: TaskRunner
) -> None:
    page = open_page(office)
    assert "By organisation" not in shown_sheets(page)
    tick(page, "Recapitulation by organisation", qtbot, tasks)
    qtbot.waitUntil(lambda: where(page).startswith("By organisation, page 1"))
    assert "By organisation" in shown_sheets(page)
    tick(page, "Civil servants who qualify", qtbot, tasks)
    qtbot.waitUntil(lambda: "Qualifying" not in shown_sheets(page))
    assert "No sheet lists those who qualify" in page.findChild(CheckList).words()


def test_the_last_kind_cannot_be_taken_away(
    open_page: Open, office: Workplace, qtbot: QtBot, tasks: TaskRunner
) -> None:
    page = open_page(office)
    for row in range(kinds(page).count()):
        kinds(page).setCurrentRow(row)
        if kinds(page).item(row).checkState() is Qt.CheckState.Checked:
            qtbot.keyClick(kinds(page), Qt.Key.Key_Space)
    ticked = [
        row
        for row in range(kinds(page).count())
        if kinds(page).item(row).checkState() is Qt.CheckState.Checked
    ]
    assert len(ticked) == 1
    qtbot.waitUntil(lambda: tasks.idle)


def test_every_kind_is_painted_on_each_paper(
    open_page: Open, office: Workplace, qtbot: QtBot, tasks: TaskRunner
) -> None:
    page = open_page(office)
    for row in range(kinds(page).count()):
        kinds(page).item(row).setCheckState(Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: "Data" in shown_sheets(page))
    wide = page.findChild(Paper).page_size(1.0)
    box(page, "Paper").setCurrentText("A4, portrait")
    qtbot.waitUntil(lambda: page.findChild(Paper).page_size(1.0).height() > wide.height())
    qtbot.waitUntil(lambda: tasks.idle)
    seen = set()
    for row in range(sheets(page).count()):
        sheets(page).setCurrentRow(row)
        picture = paper(page)
        seen.add(bytes(picture.constBits()))
    assert len(seen) == sheets(page).count()


def test_the_annex_has_fields_of_its_own_only_while_it_is_ticked(
    open_page: Open, office: Workplace, qtbot: QtBot, tasks: TaskRunner
) -> None:
    page = open_page(office)
    number = next(f for f in page.findChildren(QLineEdit) if f.accessibleName() == "Its number")
    assert not number.isVisible()
    tick(page, "Annex of a decree", qtbot, tasks)
    qtbot.waitUntil(number.isVisible)
    number.setText("480/12/2026")
    qtbot.waitUntil(lambda: where(page).startswith("Annex, qualifying"))


def test_a_file_for_each_organisation_stands_in_a_folder_beside_the_workbook_of_all(
    open_page: Open, office: Workplace, qtbot: QtBot, tasks: TaskRunner, folder: Path
) -> None:
    page = open_page(office)
    files = next(
        t for t in page.findChildren(QCheckBox) if t.text() == "A file for each organisation"
    )
    files.click()
    write(page, qtbot, tasks)
    place = folder / NAME.removesuffix(".xlsx")
    names = sorted(path.name for path in place.iterdir())
    assert NAME in names
    assert "Dinas Kesehatan.xlsx" in names
    assert f"{len(names)} files are written." in said(page)
    book = openpyxl.load_workbook(place / "Dinas Kesehatan.xlsx")
    assert book.sheetnames[:2] == ["Summary", "Qualifying"]
    write(page, qtbot, tasks)
    assert sorted(path.name for path in place.iterdir()) == names
    (place / NAME).unlink()
    other = open_page(office)
    next(
        t for t in other.findChildren(QCheckBox) if t.text() == "A file for each organisation"
    ).click()
    write(other, qtbot, tasks)
    assert "The file is there already." in said(other)


def test_what_was_ticked_last_is_ticked_the_next_month(
    open_page: Open, office: Workplace, qtbot: QtBot, tasks: TaskRunner
) -> None:
    page = open_page(office)
    tick(page, "Raw data", qtbot, tasks)
    write(page, qtbot, tasks)
    again = open_page(office)
    assert shown_sheets(again)[-1] == shown_sheets(page)[-1]
    (item,) = kinds(again).findItems("Raw data", Qt.MatchFlag.MatchExactly)
    assert item.checkState() is Qt.CheckState.Checked
