"""J8: twenty forms come back, five accounts are contradictory; a key for each, then one import."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.nip import Nip
from app.domain.person import Person, Source
from app.domain.platform import Platform
from app.domain.roster import Outcome
from app.services.forms.issuing import FormOrder
from app.services.job import Job
from app.services.workplace import Workplace
from app.ui.importing.page import ImportPage
from app.ui.importing.work import ImportWork, Stage
from app.ui.shell.window import MainWindow
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.journeys.desk import Memory, Prompts, window_with
from tests.journeys.keystrokes import counted
from tests.services.forms.conftest import Sheet

FORMS, PEOPLE, CONFLICTS = 20, 4, 5
TODAY = date(2026, 11, 20)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def returned(office: Workplace, tmp_path: Path) -> Path:
    """A folder of twenty filled forms, and five of them once more with another first count."""
    for place in range(FORMS):
        for number in range(PEOPLE):
            digits = f"19850{1 + place % 9}012010011{place * PEOPLE + number + 1:03}"
            name = f"Laras {chr(65 + place)}{chr(97 + number)}wati"
            office.people.add(Person(Nip(digits), name, organisation=f"Dinas {chr(65 + place)}man"))
    folder = tmp_path / "kembali"
    folder.mkdir()
    order = FormOrder((Platform.INSTAGRAM,), TODAY)
    issued = office.forms.issue(order, folder, "Diskominfo", Job.quiet())
    for place, path in enumerate(issued.files):
        sheet = Sheet(path)
        for row in sheet.rows():
            sheet.put(row, "Instagram followers", "700")
        sheet.save()
        if place < CONFLICTS:
            sheet.put(sheet.rows()[0], "Instagram followers", "7.000")
            sheet.save(path.with_name(f"ulang {path.name}"))
    return folder


@pytest.fixture
def page(
    theme: Theme, language: Language, office: Workplace, tasks: TaskRunner
) -> Iterator[ImportPage]:
    made = ImportPage(
        theme, language, office.importing, office.waiting, tasks, Prompts(), Memory(), TODAY
    )
    yield made
    tasks.shutdown()
    made.shut()


@pytest.fixture
def window(
    qtbot: QtBot, theme: Theme, language: Language, page: ImportPage
) -> Iterator[MainWindow]:
    made = window_with(theme, language, "import", page)
    qtbot.addWidget(made)
    made.resize(1366, 738)
    made.show()
    made.go("import")
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


@pytest.mark.parametrize("by_keyboard", [False, True], ids=["dropped", "keyboard alone"])
def test_twenty_forms_are_merged_with_a_key_for_each_contradiction(
    qtbot: QtBot,
    window: MainWindow,
    page: ImportPage,
    office: Workplace,
    returned: Path,
    by_keyboard: bool,
) -> None:
    work = page.findChild(ImportWork)
    with counted("J8", qtbot, window, keyboard_only=by_keyboard) as clerk:
        clerk.modelled("K K" if by_keyboard else "P B P B", "choose the folder")
        page.open_files([returned])
        clerk.wait(lambda: work.stage is Stage.READY)
        clerk.decide("are these the forms?")
        clerk.decide("what contradicts?")
        for _ in range(CONFLICTS):
            clerk.decide("which of the two holds?")
            clerk.press(Qt.Key.Key_2)
        clerk.wait(lambda: work.stage is Stage.READY and _open(work) == 0)
        clerk.press(Qt.Key.Key_Return, CTRL)
        clerk.wait(lambda: work.stage is Stage.APPLIED)
    assert work.prepared is not None
    assert work.prepared.plan.outcomes[Outcome.HELD] == 0
    grid = office.recording.grid(TODAY, Job.quiet())
    lows = [row.accounts[0].latest.interval.low for row in grid if row.accounts[0].latest]
    assert sorted(lows) == [700] * (FORMS * PEOPLE - CONFLICTS) + [7000] * CONFLICTS
    assert {row.accounts[0].latest.source for row in grid if row.accounts[0].latest} == {
        Source.FORM
    }
    (sent,) = office.form_tracking.rounds()
    assert all(isinstance(form.returned_at, datetime) for form in sent.forms)


def _open(work: ImportWork) -> int:
    prepared = work.prepared
    if prepared is None:
        return -1
    return sum(asked.chosen is None for group in prepared.groups for asked in group.conflicts)
