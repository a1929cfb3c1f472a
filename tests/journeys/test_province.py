"""Regencies send, the province receives what is sound, sees who is missing, and writes its report."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from app.domain.rollup.sending import Submission
from app.services.job import Job
from app.services.workplace import Workplace
from app.ui.office_window import OfficeWindow
from app.ui.rollup.dialog import RollUpDialog
from app.ui.rollup.office_dialog import OfficeDialog
from app.ui.rollup.report_dialog import ProvinceReportDialog
from app.ui.sending.dialog import SendingDialog
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.journeys.desk import Memory, Prompts, give_up_with_the_test
from tests.services.rollup.offices import OCTOBER, fill, opened, send

CTRL = Qt.KeyboardModifier.ControlModifier
AWAN = {1: "900", 2: "1,2 rb", 3: "12", 4: "", 5: "500"}
BUKIT = {5: "700", 6: "30", 7: "2000"}
"""Number 5 stands in both: counted on the same day, so in the office whose name comes first."""


class Choosing(Prompts):
    """Prompts that choose what the test says."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[Path] = []
        self.folder = Path()
        self.target = Path()

    def choose_files(self, title: str, filters: str, chosen: Callable[[list[Path]], None]) -> None:
        chosen(self.files)

    def choose_folder(self, title: str, start: Path | None, chosen: Callable[[Path], None]) -> None:
        chosen(self.folder)

    def save_target(
        self, title: str, suggestion: Path, filters: str, chosen: Callable[[Path], None]
    ) -> None:
        self.target = self.folder / suggestion.name
        chosen(self.target)


@pytest.fixture(scope="session")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three offices that have closed October, and a folder with what they sent."""
    home = tmp_path_factory.mktemp("provinsi")
    folder = home / "kiriman"
    folder.mkdir()
    everyone = {"Kabupaten Awan": AWAN, "Kabupaten Bukit": BUKIT, "Kota Cahaya": {21: "800"}}
    for name, counts in everyone.items():
        with opened(home / f"{name}.db", name) as place:
            fill(place, counts)
            send(place, folder / f"{name}.xlsx")
    return home


@pytest.fixture
def sent(offices: Path, tmp_path: Path) -> Path:
    """A folder with the workbooks of two offices, and one in which a name was changed."""
    folder = shutil.copytree(offices, tmp_path / "provinsi") / "kiriman"
    broken = folder / "Kota Cahaya.xlsx"
    with ZipFile(broken) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(broken, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content.replace(b"Orang 21", b"Orang 12"))
    return folder


@pytest.fixture
def prompts() -> Choosing:
    return Choosing()


@pytest.fixture
def window(
    qtbot: QtBot,
    theme: Theme,
    language: Language,
    office: Workplace,
    tasks: TaskRunner,
    prompts: Choosing,
    tmp_path: Path,
) -> OfficeWindow:
    made = OfficeWindow(theme, language, office, tasks, prompts, Memory(), tmp_path / "Laporan")
    give_up_with_the_test(qtbot, made, tasks)
    made.window.resize(1366, 738)
    made.window.show()
    made.start()
    return made


def press(within: QWidget, words: str) -> None:
    """The button of these words that can be seen."""
    found = [
        one
        for one in within.findChildren(QAbstractButton)
        if one.isVisibleTo(within) and one.isEnabled() and one.text() == words
    ]
    assert found, words
    found[0].click()


def said(within: QWidget) -> str:
    return " ".join(one.text() for one in within.findChildren(QLabel) if one.isVisibleTo(within))


def shown(within: QWidget, name: str) -> list[list[str]]:
    table = next(one for one in within.findChildren(QTableView) if one.accessibleName() == name)
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def opened_dialog(window: OfficeWindow, kind: type[QDialog]) -> QWidget:
    found = window.window.findChildren(kind)
    assert found, kind
    return found[-1]


def open_rollup(window: OfficeWindow, qtbot: QtBot, tasks: TaskRunner) -> RollUpDialog:
    window.reports.offices.rollup_asked.emit()
    qtbot.waitUntil(lambda: tasks.idle)
    dialog = opened_dialog(window, RollUpDialog)
    assert isinstance(dialog, RollUpDialog)
    return dialog


def test_three_files_are_received_and_the_report_says_what_an_independent_sum_says(
    qtbot: QtBot,
    window: OfficeWindow,
    office: Workplace,
    tasks: TaskRunner,
    prompts: Choosing,
    sent: Path,
) -> None:
    office.upwards.merging.expect(["Kabupaten Awan", "Kota Cahaya", "Kabupaten Danau"])
    dialog = open_rollup(window, qtbot, tasks)
    assert "No office has sent anything yet" in said(dialog)
    first = dialog.focusWidget()
    assert isinstance(first, QAbstractButton)
    assert first.property("role") == "primary"
    assert first.text() == "Receive files…"

    prompts.folder = sent
    press(dialog, "Receive a folder…")
    qtbot.waitUntil(lambda: "2 workbooks received." in said(dialog))
    assert "1 was refused. Kota Cahaya.xlsx was changed after it was written" in said(dialog)
    files = {row[0].split()[0:2][1]: row for row in shown(dialog, "Workbooks")}
    assert files["Cahaya.xlsx"][1] == "refused"
    assert "was changed after it was written" in files["Cahaya.xlsx"][0]
    assert files["Awan.xlsx"][1] == "received"
    offices = {row[0]: row for row in shown(dialog, "Offices")}
    assert offices["Kabupaten Awan"][1:7] == [
        "received",
        "5",
        "3",
        "3",
        "October 2026",
        "closing 1",
    ]
    assert offices["Kabupaten Danau"][1] == "has not sent"
    assert offices["Kota Cahaya"][1] == "has not sent"
    assert "2 of 4 offices counted: 4 of 7 qualify. 2 offices are absent." in said(dialog)

    press(dialog, "Report of the province…")
    qtbot.waitUntil(lambda: tasks.idle)
    report = opened_dialog(window, ProvinceReportDialog)
    press(report, "Write the Excel report")
    qtbot.waitUntil(lambda: "The report is written." in said(report))
    (written,) = office_reports(sent)
    check(written)


def office_reports(sent: Path) -> list[Path]:
    return sorted((sent.parents[1] / "Laporan").glob("*.xlsx"))


def check(written: Path) -> None:
    """Sums the people as the test made them, each once, and looks at the workbook."""
    once = {**BUKIT, **AWAN}
    lows = {"900": 900, "1,2 rb": 1150, "12": 12, "500": 500, "30": 30, "2000": 2000}
    qualifying = sum(lows.get(text, 0) >= 500 for text in once.values())
    sheet = openpyxl.load_workbook(written, data_only=True)["By office"]
    rows = [[c for c in row if c is not None] for row in sheet.iter_rows(values_only=True)]
    total = next(row for row in rows if row[:1] == ["All offices"])
    counted = sum(bool(text) for text in once.values())
    assert total[1:5] == [len(once), counted, counted, qualifying]
    names = [str(cell) for row in rows for cell in row]
    assert "Kabupaten Danau (has not sent)" in names


def test_a_batch_is_taken_back_with_one_key_and_comes_again(
    qtbot: QtBot,
    window: OfficeWindow,
    office: Workplace,
    tasks: TaskRunner,
    prompts: Choosing,
    sent: Path,
) -> None:
    dialog = open_rollup(window, qtbot, tasks)
    prompts.files = sorted(sent.glob("Kabupaten*.xlsx"))
    press(dialog, "Receive files…")
    qtbot.waitUntil(lambda: "2 workbooks received." in said(dialog))
    qtbot.keyClick(dialog, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: received(office) == [] and tasks.idle)
    qtbot.waitUntil(lambda: "No office has sent anything yet" in said(dialog))
    qtbot.keyClick(dialog, Qt.Key.Key_Y, CTRL)
    qtbot.waitUntil(lambda: len(received(office)) == 2 and tasks.idle)
    qtbot.waitUntil(lambda: len(shown(dialog, "Offices")) == 2)
    # The same files again: nothing is new.
    press(dialog, "Receive files…")
    qtbot.waitUntil(lambda: "2 were here already." in said(dialog))
    assert {row[1] for row in shown(dialog, "Workbooks")} == {"the same, already here"}


def received(office: Workplace) -> list[Submission]:
    return office.upwards.receiving.submissions()


def test_a_number_leads_to_the_people_and_a_revision_to_what_changed(
    qtbot: QtBot,
    window: OfficeWindow,
    tasks: TaskRunner,
    prompts: Choosing,
    sent: Path,
) -> None:
    with opened(sent.parent / "Kabupaten Awan.db") as place:
        fill(place, {3: "640"}, date(2026, 10, 20))
        prompts.files = [sent / "Kabupaten Awan.xlsx", *send(place, sent / "Awan 2.xlsx")]
    dialog = open_rollup(window, qtbot, tasks)
    press(dialog, "Receive files…")
    qtbot.waitUntil(lambda: "2 workbooks received." in said(dialog))
    assert shown(dialog, "Offices")[0][1] == "new revision"
    table = next(
        one for one in dialog.findChildren(QTableView) if one.accessibleName() == "Offices"
    )
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 4))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    office_dialog = opened_dialog(window, OfficeDialog)
    qtbot.waitUntil(lambda: tasks.idle and len(shown(office_dialog, "People")) == 4)
    people = {row[0]: row for row in shown(office_dialog, "People")}
    assert people["Orang 3"][2:6] == ["Qualifies", "Qualifies", "Awan 2.xlsx", "Civil servants"]
    changes = shown(office_dialog, "What changed")
    assert [row[0] for row in changes] == ["Orang 3"]
    assert "640" in changes[0][3]


def test_what_is_for_the_province_does_not_become_a_roster(
    qtbot: QtBot,
    window: OfficeWindow,
    office: Workplace,
    tasks: TaskRunner,
    sent: Path,
) -> None:
    window.open_files([sent / "Kabupaten Awan.xlsx"])
    qtbot.waitUntil(lambda: "no roster" in said(window.importing))
    assert office.people.everyone() == []
    press(window.importing, "Receive 1 exchange workbook")
    qtbot.waitUntil(lambda: len(received(office)) == 1 and tasks.idle)
    dialog = opened_dialog(window, RollUpDialog)
    assert [row[0] for row in shown(dialog, "Offices")] == ["Kabupaten Awan"]


def test_an_office_writes_its_workbook_for_the_province(
    qtbot: QtBot,
    window: OfficeWindow,
    office: Workplace,
    tasks: TaskRunner,
    prompts: Choosing,
    tmp_path: Path,
) -> None:
    fill(office, AWAN)
    window.reports.offices.send_asked.emit()
    dialog = opened_dialog(window, SendingDialog)
    qtbot.waitUntil(lambda: tasks.idle)
    assert "This period is NOT closed." in said(dialog)
    prompts.folder = tmp_path
    press(dialog, "Write the workbook…")
    qtbot.waitUntil(lambda: "The workbook was not written." in said(dialog))  # nameless

    whole = office.preferences.office()
    office.preferences.save_office(type(whole)(government="Kabupaten Awan", name="Dinas"))
    press(dialog, "Write the workbook…")
    qtbot.waitUntil(lambda: "1 workbook is written." in said(dialog))
    with opened(tmp_path / "provinsi.db") as province:
        receipt = province.upwards.receiving.receive([prompts.target], Job.quiet())
        assert [one.error for one in receipt.files] == [None]
        (kept,) = province.upwards.receiving.submissions()
        assert kept.sending.people == len(AWAN)
        assert not kept.sending.is_closed
        assert kept.sending.period != OCTOBER


def test_the_first_page_says_who_has_not_sent_and_leads_there(
    qtbot: QtBot, window: OfficeWindow, office: Workplace, tasks: TaskRunner, sent: Path
) -> None:
    fill(office, {30: "600"})
    office.upwards.merging.expect(["Kabupaten Awan", "Kota Cahaya", "Kabupaten Danau"])
    office.upwards.receiving.receive([sent / "Kabupaten Awan.xlsx"], Job.quiet())
    window.home.refresh()
    qtbot.waitUntil(lambda: "2 offices have not sent yet" in said(window.home) and tasks.idle)
    assert "October 2026: Kabupaten Danau, Kota Cahaya" in said(window.home)
    press_described(window.home, "2 offices have not sent yet")
    dialog = opened_dialog(window, RollUpDialog)
    qtbot.waitUntil(lambda: len(shown(dialog, "Offices")) == 3)


def press_described(within: QWidget, words: str) -> None:
    """The button that belongs to these words."""
    found = [
        one for one in within.findChildren(QAbstractButton) if one.accessibleDescription() == words
    ]
    assert found, words
    found[0].click()
