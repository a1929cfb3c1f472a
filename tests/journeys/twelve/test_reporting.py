"""J7: from the first page to the signed-form report of twenty organisations."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QListWidget

from app.domain.nip import Nip
from app.domain.office import Office, Signatory, SignatoryRole
from app.domain.period import Period, PeriodKind
from app.domain.person import Person
from app.domain.platform import Platform
from app.domain.report_kinds import ReportKind
from app.domain.rule import RULE_A
from app.services.job import Job
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.wording.language import Language
from app.wording.report_kinds import KINDS
from tests.journeys.keystrokes import Clerk
from tests.journeys.twelve.at_work import AtWork, Way
from tests.journeys.twelve.ready_offices import Build

ORGANISATIONS = 20
LAST_MONTH = Period(PeriodKind.MONTH, date(2026, 10, 1))
SIGNATORIES = (
    Signatory(SignatoryRole.KNOWS, "Drs. Wirya", "Kepala Dinas", "Pembina", "197003121995031931"),
    Signatory(SignatoryRole.SIGNS, "Sekar", "Kepala Bidang", "Penata", "197608252002122932"),
)


def twenty(office: Workplace, folder: Path, language: Language) -> None:
    """Twenty organisations, each with somebody who qualifies; October is closed."""
    office.preferences.save_office(Office("Kabupaten Tirta Jaya", "Diskominfo", city="Tirta"))
    for signatory in SIGNATORIES:
        office.preferences.add_signatory(signatory)
    entries = []
    for number in range(2 * ORGANISATIONS):
        nip = Nip(f"19850101201001{1 + number % 2}{900 + number:03}")
        organisation = f"Dinas Urusan {number % ORGANISATIONS + 1}"
        person = office.people.add(Person(nip, f"Orang {number}", organisation=organisation))
        entries.append(Entry(person, Platform.INSTAGRAM, str(480 + number)))
    office.recording.record(entries, date(2026, 10, 20))
    office.periods.close(LAST_MONTH, RULE_A, date(2026, 11, 20), Job.quiet())


@pytest.fixture
def build() -> Build:
    return twenty


def is_written(at_work: AtWork) -> bool:
    return at_work.language.say("The report is written.") in at_work.said()


def numbers_stand(at_work: AtWork) -> bool:
    words = at_work.language.say("Rows equal Standings: {rows} of {qualifying}").split("{")[0]
    return at_work.tasks.idle and any(one.startswith(words) for one in at_work.said())


def write(clerk: Clerk, at_work: AtWork) -> None:
    clerk.decide("is it the month, and are the numbers right?")
    at_work.do(clerk, at_work.button(at_work.language.say("Write the Excel report")))
    clerk.wait(lambda: is_written(at_work))


def sheets_in(folder: Path) -> list[str]:
    (written,) = (folder / "laporan").rglob("*.xlsx")
    return openpyxl.load_workbook(written, read_only=True).sheetnames


def of_organisations(sheets: list[str]) -> int:
    return sum(name.startswith("Dinas Urusan") for name in sheets)


def test_j7_the_report_of_the_month(at_work: AtWork, tmp_path: Path) -> None:
    with at_work.counted("J7") as clerk:
        clerk.decide("the report of the month is due")
        at_work.go(clerk, "reports")
        clerk.wait(lambda: numbers_stand(at_work))
        write(clerk, at_work)
        clerk.decide("where does it stand?")
    assert of_organisations(sheets_in(tmp_path)) == ORGANISATIONS


@pytest.mark.parametrize("way", [Way.MOUSE], ids=["mouse"])
def test_j7_of_a_closed_month_with_an_annex_as_well(at_work: AtWork, tmp_path: Path) -> None:
    """The fields that came later: the state of the office, and one more kind of report."""
    say = at_work.language.say
    with at_work.counted("J7", noted=False) as clerk:
        clerk.decide("the signed report of October, with the annex of the decree")
        at_work.go(clerk, "reports")
        clerk.wait(lambda: numbers_stand(at_work))
        tick(clerk, at_work, KINDS[ReportKind.ANNEX](say))
        state = say("State of the office")
        box = at_work.seen(QComboBox, lambda one: one.accessibleName() == state)
        clerk.click(box)
        view = box.view()
        clerk.wait(view.isVisible)
        clerk.click(view.viewport(), view.visualRect(box.model().index(1, 0)).center())
        october = at_work.language.month(LAST_MONTH.first)
        clerk.wait(lambda: at_work.tasks.idle and box.currentText() == october)
        write(clerk, at_work)
    sheets = sheets_in(tmp_path)
    assert say("Annex, qualifying") in sheets
    assert of_organisations(sheets) == ORGANISATIONS


def tick(clerk: Clerk, at_work: AtWork, kind: str) -> None:
    name = at_work.language.say("Kinds of report")
    kinds = at_work.seen(QListWidget, lambda one: one.accessibleName() == name)
    (item,) = kinds.findItems(kind, Qt.MatchFlag.MatchExactly)
    box = kinds.visualItemRect(item)
    box.setWidth(box.height())
    clerk.click(kinds.viewport(), box.center())
    assert item.checkState() is Qt.CheckState.Checked
