"""J8: twenty forms come back, five accounts are contradictory; a choice for each, then one import."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.domain.nip import Nip
from app.domain.person import Person, Source
from app.domain.platform import Platform
from app.services.forms.issuing import FormOrder
from app.services.job import Job
from app.services.workplace import Workplace
from app.ui.importing.conflict_rows import ConflictRow
from app.wording.language import Language
from tests.journeys.keystrokes import Clerk
from tests.journeys.twelve.at_work import AtWork
from tests.journeys.twelve.ready_offices import Build
from tests.services.forms.conftest import Sheet

FORMS, PEOPLE, CONFLICTS = 20, 4, 5
GO = "Import {count} change", "Import {count} changes"
IMPORTED = "{count} change was imported.", "{count} changes were imported."


def sent_round(office: Workplace, folder: Path, language: Language) -> None:
    """Twenty filled forms have come back, and five of them once more with another first count."""
    for place in range(FORMS):
        for number in range(PEOPLE):
            digits = f"19850{1 + place % 9}012010011{place * PEOPLE + number + 1:03}"
            name = f"Laras {chr(65 + place)}{chr(97 + number)}wati"
            office.people.add(Person(Nip(digits), name, organisation=f"Dinas {chr(65 + place)}man"))
    returned = folder / "kembali"
    returned.mkdir()
    order = FormOrder((Platform.INSTAGRAM,), office.today)
    issued = office.forms.issue(order, returned, "Diskominfo", Job.quiet())
    head = language.say("{platform} followers").format(platform=Platform.INSTAGRAM.name_shown)
    for place, path in enumerate(issued.files):
        sheet = Sheet(path)
        for row in sheet.rows():
            sheet.put(row, head, "700")
        sheet.save()
        if place < CONFLICTS:
            sheet.put(sheet.rows()[0], head, "7.000")
            sheet.save(path.with_name(f"ulang {path.name}"))


@pytest.fixture
def build() -> Build:
    return sent_round


def open_rows(at_work: AtWork) -> list[ConflictRow]:
    """Contradictions without an answer."""
    rows = at_work.window.findChildren(ConflictRow)
    return [one for one in rows if one.isVisible() and one.asked.chosen is None]


def can_import(at_work: AtWork) -> bool:
    return at_work.counting_button(*GO) is not None


def answer(clerk: Clerk, at_work: AtWork) -> None:
    """The second of the two holds."""
    left = len(open_rows(at_work))
    clerk.decide("which of the two holds?")
    clerk.press(Qt.Key.Key_2)
    clerk.wait(lambda: len(open_rows(at_work)) == left - 1)


def test_j8_forms_are_merged_with_one_choice_for_each_contradiction(
    at_work: AtWork, tmp_path: Path
) -> None:
    folder = tmp_path / "kantor" / "kembali"
    with at_work.counted("J8") as clerk:
        files = sorted(folder.iterdir()) if at_work.by_keys else [folder]
        at_work.bring(clerk, files, keys="K K K")
        clerk.wait(lambda: can_import(at_work) and len(open_rows(at_work)) == CONFLICTS)
        clerk.decide("are these the forms?")
        clerk.decide("what contradicts?")
        for _ in range(CONFLICTS):
            answer(clerk, at_work)
        clerk.wait(lambda: can_import(at_work))
        at_work.do(clerk, at_work.counting_button(*GO))
        imported = at_work.numbered(*IMPORTED)
        clerk.wait(lambda: any(imported.match(one) for one in at_work.said()))
    office = at_work.office
    grid = office.recording.grid(office.today, Job.quiet())
    latest = [row.accounts[0].latest for row in grid]
    lows = sorted(one.interval.low for one in latest if one is not None)
    assert lows == [700] * (FORMS * PEOPLE - CONFLICTS) + [7000] * CONFLICTS
    assert {one.source for one in latest if one is not None} == {Source.FORM}
    assert office.waiting.rows() == []
    (sent,) = office.form_tracking.rounds()
    assert all(isinstance(form.returned_at, datetime) for form in sent.forms)
