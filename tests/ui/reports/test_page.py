"""The page: fields repaint the preview, writing loses no file, the sample stays a sample."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from app.domain.office import Office, Signatory, SignatoryRole
from app.domain.proof import PROOF_SHEET
from app.domain.verdict import Verdict
from app.services.job import Job
from app.services.workplace import Workplace
from app.ui.printing.page_painter import DOTS_PER_MM, PagePainter
from app.ui.printing.paper_page import PaperBook
from app.ui.reports.check_list import CheckList
from app.ui.reports.page import ReportsPage
from app.ui.reports.paper import Paper, PaperView
from app.ui.reports.preparing_work import PreparingWork
from app.ui.reports.preview import Preview
from app.ui.reports.writing_work import WritingWork
from app.ui.tasks import TaskRunner
from app.wording.language import Language
from tests.ui.reports.conftest import TODAY, Open, Told
from tests.ui.reports.pictures import alike

NAME = "Qualifying civil servants Dinas Komunikasi dan Informatika November 2026.xlsx"
CTRL = Qt.KeyboardModifier.ControlModifier


class Opened(QObject):
    """Takes the place of the system's programs for files."""

    def __init__(self) -> None:
        super().__init__()
        self.places: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.places.append(Path(url.toLocalFile()))


@pytest.fixture
def opened() -> Iterator[Opened]:
    made = Opened()
    QDesktopServices.setUrlHandler("file", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("file")


def button(page: ReportsPage, words: str) -> QPushButton:
    found = page.findChildren(QPushButton)
    return next(b for b in found if b.isVisible() and b.text() == words)


def said(page: ReportsPage) -> str:
    """Everything that stands on the page in plain words."""
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def box(page: ReportsPage, name: str) -> QComboBox:
    return next(b for b in page.findChildren(QComboBox) if b.accessibleName() == name)


def sheets(page: ReportsPage) -> QListWidget:
    found = page.findChildren(QListWidget)
    return next(each for each in found if each.accessibleName() == "Sheets of the workbook")


def where(page: ReportsPage) -> str:
    return page.findChild(PaperView).accessibleName()


def paper(page: ReportsPage) -> QImage:
    return page.findChild(Paper).grab().toImage()


def name_field(page: ReportsPage) -> QLineEdit:
    fields = page.findChildren(QLineEdit)
    return next(f for f in fields if f.accessibleName() == "Save as")


def numbers(office: Workplace) -> tuple[int, int]:
    """Everybody, and who qualifies, as the page Standings has them."""
    rule = office.preferences.preferences().rule
    totals = office.standings.under(rule, TODAY, Job.quiet()).totals
    return sum(totals.values()), totals[Verdict.QUALIFIES]


def write(page: ReportsPage, qtbot: QtBot, tasks: TaskRunner) -> None:
    qtbot.mouseClick(button(page, "Write the Excel report"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tasks.idle)


# Preview and fields


def test_the_first_look_is_at_who_qualifies(open_page: Open, office: Workplace) -> None:
    page = open_page(office)
    assert where(page).startswith("Qualifying, page 1 of ")
    rows = [sheets(page).item(row).text() for row in range(3)]
    assert rows == ["Summary", "Qualifying", "Near misses"]
    people, qualifying = numbers(office)
    assert f"Qualifying as of 20 November 2026: {qualifying} of {people}" in said(page)


@pytest.mark.parametrize(
    ("field", "choice"),
    [("Rule", 1), ("NIP", 1), ("Who takes note", 0), ("Who signs the report", 0)],
)
def test_another_choice_is_painted_by_itself(
    open_page: Open, office: Workplace, qtbot: QtBot, field: str, choice: int
) -> None:
    page = open_page(office)
    sheets(page).setCurrentRow(9)
    before = paper(page)
    box(page, field).setCurrentIndex(choice)
    qtbot.waitUntil(lambda: paper(page) != before)


def test_another_date_is_judged_again(open_page: Open, office: Workplace, qtbot: QtBot) -> None:
    page = open_page(office)
    page.findChild(QDateEdit).setDate(date(2026, 8, 31))
    qtbot.waitUntil(lambda: "Qualifying as of 31 August 2026" in said(page))
    assert name_field(page).text().endswith("August 2026.xlsx")


def test_without_the_tick_the_organisations_have_no_sheets(
    open_page: Open, office: Workplace, qtbot: QtBot
) -> None:
    page = open_page(office)
    tick = next(
        t for t in page.findChildren(QCheckBox) if t.text() == "A sheet for each organisation"
    )
    tick.click()
    qtbot.waitUntil(lambda: sheets(page).count() == 6)


def test_choosing_a_sheet_shows_it_and_turning_pages_goes_through_all(
    open_page: Open, office: Workplace, qtbot: QtBot
) -> None:
    page = open_page(office)
    sheets(page).setCurrentRow(0)
    pages = int(where(page).rpartition(" ")[2])
    assert pages > 1
    for number in range(1, pages + 1):
        assert where(page) == f"Summary, page {number} of {pages}"
        qtbot.keyClick(sheets(page), Qt.Key.Key_PageDown)
    assert where(page).startswith("Qualifying, page 1 of ")
    assert sheets(page).currentRow() == 1
    qtbot.keyClick(sheets(page), Qt.Key.Key_PageUp)
    assert where(page) == f"Summary, page {pages} of {pages}"


def test_the_footer_of_the_preview_has_the_proof_of_the_workbook(
    open_page: Open, office: Workplace, qtbot: QtBot, tasks: TaskRunner, language: Language
) -> None:
    page = open_page(office)
    with qtbot.waitSignal(page.findChild(WritingWork).written) as told:
        write(page, qtbot, tasks)
    preview, shown = page.findChild(Preview), page.findChild(Paper)
    prepared, proof = preview.prepared, told.args[0].content[:12]
    expected = PaperBook(prepared.book, prepared.pages, proof).page(preview.sheet, 0)
    box = shown.box_of(0)
    painted = QImage(box.size(), paper(page).format())
    painted.fill(Qt.GlobalColor.white)
    painter = QPainter(painted)
    PagePainter(language).paint(painter, expected, DOTS_PER_MM * shown.zoom)
    painter.end()
    inner = box.adjusted(2, 2, -2, -2)
    assert alike(paper(page).copy(inner), painted.copy(inner))


def test_the_proof_is_worked_out_only_while_somebody_looks(
    open_page: Open, office: Workplace, qtbot: QtBot, tasks: TaskRunner
) -> None:
    page = open_page(office)
    work = page.findChild(PreparingWork)
    proven: list[str] = []
    work.proven.connect(lambda prepared, proof: proven.append(proof))
    page.hide()
    with qtbot.waitSignal(work.ready):
        box(page, "NIP").setCurrentIndex(1)
    qtbot.waitUntil(lambda: tasks.idle)
    assert proven == []
    with qtbot.waitSignal(work.proven):
        page.show()
    assert len(proven) == 1


def test_the_shown_sheet_stays_when_a_field_changes(
    open_page: Open, office: Workplace, qtbot: QtBot, tasks: TaskRunner
) -> None:
    page = open_page(office)
    sheets(page).setCurrentRow(3)
    box(page, "NIP").setCurrentIndex(1)
    qtbot.waitUntil(lambda: not tasks.idle)
    qtbot.waitUntil(lambda: tasks.idle)
    assert where(page).startswith("Not yet qualifying, page 1")
    assert sheets(page).currentRow() == 3


def test_the_checks_say_what_there_is_to_doubt(open_page: Open, office: Workplace) -> None:
    page = open_page(office)
    words = page.findChild(CheckList).words()
    qualifying = numbers(office)[1]
    assert words[0] == f"Rows equal Standings: {qualifying} of {qualifying}"
    assert words[1].startswith("Counts older than 90 days: ")
    assert "not exact" in words[2]


def test_choices_stay_and_a_new_signatory_is_offered(
    open_page: Open, office: Workplace, qtbot: QtBot, tasks: TaskRunner
) -> None:
    page = open_page(office)
    box(page, "Rule").setCurrentIndex(2)
    box(page, "Who takes note").setCurrentIndex(0)
    deputy = Signatory(SignatoryRole.ON_BEHALF, "Bagas Nirwana", "Sekretaris")
    office.preferences.add_signatory(deputy)
    page.refresh()
    qtbot.waitUntil(lambda: tasks.idle)
    assert box(page, "Rule").currentIndex() == 2
    assert box(page, "Who takes note").currentText() == "Bagas Nirwana (on behalf)"
    assert box(page, "Who signs the report").currentText() == "Sekar Maharatri, S.Sos."


def test_scrolling_over_a_field_that_nobody_entered_changes_nothing(
    open_page: Open, office: Workplace, qtbot: QtBot
) -> None:
    page = open_page(office)
    rule = box(page, "Rule")
    for focused, expected in ((sheets(page), 0), (rule, 1)):
        focused.setFocus()
        point = QPointF(rule.rect().center())
        wheel = QWheelEvent(
            point,
            QPointF(rule.mapToGlobal(rule.rect().center())),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(rule, wheel)
        assert rule.currentIndex() == expected


def test_tab_goes_through_the_page_in_reading_order(
    open_page: Open, office: Workplace, qtbot: QtBot
) -> None:
    page = open_page(office)
    sheets(page).setFocus()
    names: list[str] = []
    # Day, month and year of a date are three stops.
    while len(names) < 12 and "Write the Excel report" not in names:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        name = focused.accessibleName() or focused.text()
        names += [name] if name not in names else []
    assert names[:11] == [
        "State of the office",
        "Rule",
        "As of date",
        "NIP",
        "Who takes note",
        "Who signs the report",
        "Paper",
        "Letterhead and logo",
        "Charts in the recapitulation",
        "A sheet for each organisation",
        "A file for each organisation",
    ]
    assert names[11].startswith("Qualifying, page 1")


# Identity and emptiness


def test_a_nameless_office_is_told_and_led_to_the_settings(
    open_page: Open, office: Workplace, qtbot: QtBot, tasks: TaskRunner, folder: Path
) -> None:
    office.preferences.save_office(Office())
    page = open_page(office)
    assert "The office has no name yet." in said(page)
    write(page, qtbot, tasks)
    assert (folder / "Qualifying civil servants November 2026.xlsx").exists()
    with qtbot.waitSignal(page.settings_asked):
        button(page, "Open Settings").click()


def test_an_empty_office_has_nothing_to_write(
    open_page: Open, empty_office: Workplace, qtbot: QtBot, folder: Path
) -> None:
    page = open_page(empty_office)
    assert "Nobody to report yet" in said(page)
    assert not button(page, "Write the Excel report").isEnabled()
    qtbot.keyClick(sheets(page), Qt.Key.Key_Return, CTRL)
    assert not folder.exists()


# Writing


def test_the_workbook_has_the_sheets_of_the_list(
    open_page: Open, office: Workplace, qtbot: QtBot, tasks: TaskRunner, folder: Path
) -> None:
    page = open_page(office)
    assert not folder.exists()
    with qtbot.waitSignal(page.changed):
        write(page, qtbot, tasks)
    book = openpyxl.load_workbook(folder / NAME)
    shown = [sheets(page).item(row).text() for row in range(sheets(page).count())]
    assert book.sheetnames == [*shown, PROOF_SHEET]
    assert "The report is written." in said(page)
    assert [fact.words for fact in page.facts()] == [
        "Last report: November 2026, written 20 Nov 2026"
    ]


def test_what_was_written_can_be_opened(
    open_page: Open,
    office: Workplace,
    qtbot: QtBot,
    tasks: TaskRunner,
    folder: Path,
    opened: Opened,
) -> None:
    page = open_page(office)
    write(page, qtbot, tasks)
    button(page, "Open the file").click()
    write(page, qtbot, tasks)
    button(page, "Open the folder").click()
    button(page, "Open the report folder").click()
    assert opened.places == [folder / NAME, folder, folder]


def test_a_folder_that_is_not_there_is_explained(
    open_page: Open, office: Workplace, opened: Opened
) -> None:
    page = open_page(office)
    button(page, "Open the report folder").click()
    assert opened.places == []
    assert "The first report makes this folder" in said(page)


def test_the_very_last_change_is_written_too(
    open_page: Open, office: Workplace, qtbot: QtBot, tasks: TaskRunner, folder: Path
) -> None:
    page = open_page(office)
    box(page, "NIP").setCurrentIndex(1)
    write(page, qtbot, tasks)
    sheet = openpyxl.load_workbook(folder / NAME)["Qualifying"]
    nips = [str(row[2]) for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int)]
    assert len(nips) > 10
    assert not [nip for nip in nips if len(re.sub(r"\D", "", nip)) == 18]


def test_another_file_of_that_name_is_kept_until_somebody_says_otherwise(
    open_page: Open, office: Workplace, qtbot: QtBot, tasks: TaskRunner, folder: Path
) -> None:
    folder.mkdir()
    (folder / NAME).write_bytes(b"of somebody else")
    page = open_page(office)
    write(page, qtbot, tasks)
    assert "The file is there already." in said(page)
    assert (folder / NAME).read_bytes() == b"of somebody else"
    button(page, "Save as a copy").click()
    qtbot.waitUntil(lambda: tasks.idle)
    assert (folder / NAME).read_bytes() == b"of somebody else"
    assert (folder / NAME.replace(".xlsx", " (2).xlsx")).exists()
    write(page, qtbot, tasks)
    button(page, "Replace it").click()
    qtbot.waitUntil(lambda: tasks.idle)
    assert openpyxl.load_workbook(folder / NAME).sheetnames


def test_our_own_report_is_written_again_unless_somebody_worked_in_it(
    open_page: Open, office: Workplace, qtbot: QtBot, tasks: TaskRunner, folder: Path
) -> None:
    page = open_page(office)
    write(page, qtbot, tasks)
    write(page, qtbot, tasks)
    assert "The report is written." in said(page)
    with (folder / NAME).open("ab") as file:
        file.write(b"a note of the clerk")
    write(page, qtbot, tasks)
    assert "The file is there already." in said(page)


def test_a_report_that_is_open_elsewhere_can_be_saved_as_a_copy(
    open_page: Open, office: Workplace, qtbot: QtBot, tasks: TaskRunner, folder: Path
) -> None:
    page = open_page(office)
    write(page, qtbot, tasks)
    before = (folder / NAME).read_bytes()
    (folder / f"~${NAME}").write_bytes(b"")
    write(page, qtbot, tasks)
    assert "is open in Excel" in said(page)
    button(page, "Save as a copy").click()
    qtbot.waitUntil(lambda: tasks.idle)
    assert (folder / NAME).read_bytes() == before
    assert (folder / NAME.replace(".xlsx", " (2).xlsx")).exists()


def test_the_chosen_file_is_written_and_its_folder_offered_the_next_time(
    open_page: Open,
    office: Workplace,
    qtbot: QtBot,
    tasks: TaskRunner,
    told: Told,
    tmp_path: Path,
) -> None:
    elsewhere = tmp_path / "Bupati"
    elsewhere.mkdir()
    told.file = elsewhere / "November.xlsx"
    # The dialog has asked about it already.
    told.file.write_bytes(b"of last year")
    page = open_page(office)
    button(page, "Change").click()
    write(page, qtbot, tasks)
    assert openpyxl.load_workbook(told.file).sheetnames
    again = open_page(office)
    told.file = None
    button(again, "Change").click()
    assert told.suggested[-1] == elsewhere / NAME


def test_a_typed_name_is_made_fit_and_an_empty_one_becomes_the_suggestion(
    open_page: Open, office: Workplace, qtbot: QtBot
) -> None:
    page = open_page(office)
    field = name_field(page)
    field.selectAll()
    QTest.keyClicks(field, "Laporan: 11/2026")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "Laporan 11 2026.xlsx"
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == NAME


def test_the_sample_office_writes_only_samples(
    open_page: Open,
    office: Workplace,
    qtbot: QtBot,
    tasks: TaskRunner,
    told: Told,
    folder: Path,
    tmp_path: Path,
) -> None:
    page = open_page(office, is_sample=True)
    write(page, qtbot, tasks)
    told.file = tmp_path / "Laporan resmi.xlsx"
    button(page, "Change").click()
    write(page, qtbot, tasks)
    written = [*folder.iterdir(), *tmp_path.glob("*.xlsx")]
    assert [path.name for path in written] == [
        NAME.replace(".xlsx", " (SAMPLE).xlsx"),
        "Laporan resmi (SAMPLE).xlsx",
    ]
    for path in written:
        for sheet in openpyxl.load_workbook(path).worksheets:
            texts = {str(v) for row in sheet.iter_rows(values_only=True) for v in row if v}
            assert any("SAMPLE" in text for text in texts)
            if sheet.title != PROOF_SHEET:
                assert "SAMPLE" in str(sheet.oddFooter.left.text)
