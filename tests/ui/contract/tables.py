"""Every table of the program, as the contract meets it."""

from datetime import date
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from app.domain.nip import Nip
from app.domain.person import Person
from app.domain.platform import Platform
from app.services.job import Job
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.ui.importing.grid import SheetGrid
from app.ui.parts.buttons import Button
from app.ui.table.view import TableView
from tests.ui.contract.desk import CTRL, SHIFT, Desk, Key, Table
from tests.ui.importing.conftest import person, write_roster

DAY = date(2026, 11, 20)
SHEET = "roster.xlsx"
LINES = """Arum Sekarjati ig 1.240
Bagas Nirwana ig 910
seseorang entah siapa ig 55
Wulan ig 77
"""
NAMES = ("Arum Sekarjati", "Bagas Nirwana", "Citra Puspaningrum", "Damar Wicaksana", "Eka Puspita")


def fill(place: Workplace, folder: Path) -> None:
    """Five people with counts, one import, four rows that wait, and a roster to be opened."""
    held = [person(10 + at, 300 + at) for at in range(4)]
    for row in held:
        row[1] = "1990"
    place.importing.import_files(
        [write_roster(folder / "first.xlsx", [*held, person(30)])], DAY, Job.quiet()
    )
    place.importing.import_files(
        [write_roster(folder / "second.xlsx", [person(31)])], DAY, Job.quiet()
    )
    units = ("Aptika", "IKP", "IKP", "Sekretariat", "Aptika")
    for at, (name, unit) in enumerate(zip(NAMES, units, strict=True)):
        place.people.add(Person(Nip(f"19870314201001200{at + 1}"), name, unit=unit))
    everyone = {one.name: one.id for one in place.people.everyone()}
    entries = [
        Entry(everyone[name], platform, str(number + at))
        for at, name in enumerate(NAMES)
        for platform, number in ((Platform.INSTAGRAM, 600), (Platform.FACEBOOK, 480))
    ]
    place.recording.record(entries, DAY)
    write_roster(folder / SHEET, [person(50 + at, 200 + at) for at in range(5)])


def named(desk: Desk, words: str) -> QTableView:
    """The table that screen readers call so."""
    found = desk.office.window.findChildren(TableView)
    return next(view for view in found if view.accessibleName() == words)


def press(desk: Desk, words: str) -> None:
    """The button on the page Impor that says so."""
    found = desk.office.importing.findChildren(Button)
    next(button for button in found if words in button.text()).click()


def followers(desk: Desk) -> QTableView:
    desk.go("followers")
    panel = named(desk, "Pasted lines")
    if panel.isVisible():
        QTest.keyClick(panel, Key.Key_Escape)
        desk.settle()
    return desk.office.followers.grid.view


def waiting(desk: Desk) -> QTableView:
    desk.close_sheet()
    press(desk, "Waiting room")
    return named(desk, "Waiting room")


def imports(desk: Desk) -> QTableView:
    desk.close_sheet()
    press(desk, "Earlier imports")
    return named(desk, "Earlier imports")


def sheet(desk: Desk) -> QTableView:
    desk.open_sheet(desk.folder / SHEET)
    return desk.office.importing.findChild(SheetGrid)


def people(desk: Desk) -> QTableView:
    desk.go("people")
    return named(desk, "People")


def standings(desk: Desk) -> QTableView:
    desk.go("standings")
    return named(desk, "Standings")


def chat(desk: Desk) -> QTableView:
    grid = followers(desk)
    grid.setFocus()
    QGuiApplication.clipboard().setText(LINES)
    QTest.keyClick(grid, Key.Key_V, CTRL | SHIFT)
    QTest.keyRelease(desk.office.window, Key.Key_Control)
    desk.settle()
    for button in desk.office.followers.findChildren(Button):
        if button.isCheckable() and button.isVisible() and not button.isChecked():
            button.click()
    return named(desk, "Pasted lines")


NUMBERS = ("701", "702", "703", "704")
EDITED = (
    Table("followers", followers, pair=(2, 3), texts=NUMBERS, number=2),
    Table("waiting", waiting, pair=(4, 5), filtered=0),
    Table("sheet", sheet, pair=(3, 4), filtered=4, number=5, sought=2, sorts=False),
)
READ = (
    Table("people", people, pair=(1, 2), filtered=2, number=3),
    Table("standings", standings, pair=(1, 2), number=3),
    Table("imports", imports, pair=(1, 2), filtered=3, number=7, sought=3),
    Table("chat", chat, pair=(1, 2), sought=1),
)
