"""The dialog of accounts to clarify: what it lists, what it refuses, what a decision does."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.clarification import InnocentReason
from app.domain.nip import Nip
from app.domain.person import Person
from app.domain.platform import Platform
from app.domain.rule import RULE_A
from app.domain.verdict import Verdict
from app.paths import resources
from app.services.clarifying import Clarifications
from app.services.job import Job
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.ui.charts.lines import LineChart
from app.ui.clarify.desk import ClarifyDesk
from app.ui.clarify.dialog import ClarifyDialog
from app.ui.office_window import OfficeWindow
from app.ui.parts.buttons import Button
from app.ui.table.view import TableView
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.journeys.conftest import language, office, tasks, theme
from tests.journeys.desk import Memory, Prompts

__all__ = ["language", "office", "tasks", "theme"]

BEFORE, DAY = date(2026, 10, 20), date(2026, 11, 20)
LEFT = Qt.MouseButton.LeftButton
IG = Platform.INSTAGRAM


class Seen:
    """The dialog at rest over a window; Ani jumped over the threshold, Budi from above it."""

    def __init__(
        self, qtbot: QtBot, tasks: TaskRunner, desk: ClarifyDesk, dialog: ClarifyDialog
    ) -> None:
        self.qtbot, self.tasks, self.desk, self.dialog = qtbot, tasks, desk, dialog

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: self.tasks.idle)

    def press(self, words: str) -> None:
        buttons = self.dialog.findChildren(Button)
        button = next(one for one in buttons if one.text() == words and one.isVisible())
        QTest.mouseClick(button, LEFT)
        self.rest()

    def choose(self, words: str) -> None:
        choices = self.dialog.findChildren(QRadioButton)
        next(one for one in choices if one.text() == words and one.isVisible()).click()

    def write(self, name: str, text: str) -> None:
        fields = self.dialog.findChildren(QLineEdit)
        field = next(one for one in fields if one.accessibleName() == name and one.isVisible())
        field.setFocus()
        QTest.keyClicks(field, text)

    def names(self) -> list[str]:
        model = self.table().model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def words(self) -> str:
        return "\n".join(_said(self.dialog))

    def table(self) -> TableView:
        found = self.dialog.findChild(TableView)
        assert found is not None
        return found


@pytest.fixture
def people(office: Workplace) -> Workplace:
    for at, (name, before, now) in enumerate((("Ani", "299", "1299"), ("Budi", "549", "1487")), 1):
        office.people.add(Person(Nip(f"19870314201001200{at}"), name, unit="IKP"))
        office.recording.record([Entry(at, IG, before)], BEFORE)
        office.recording.record([Entry(at, IG, now)], DAY)
    return office


@pytest.fixture
def seen(
    qtbot: QtBot, theme: Theme, language: Language, people: Workplace, tasks: TaskRunner
) -> Iterator[Seen]:
    window = QWidget()
    window.resize(1366, 738)
    qtbot.addWidget(window)
    window.show()
    parts = people.clarifying, people.preferences, DAY, tasks, Memory()
    desk = ClarifyDesk(theme, language, *parts, window)
    desk.open_over(window)
    qtbot.waitUntil(lambda: tasks.idle)
    dialog = window.findChild(ClarifyDialog)
    assert dialog is not None
    yield Seen(qtbot, tasks, desk, dialog)
    for left in window.findChildren(ClarifyDialog):
        left.reject()
    qtbot.waitUntil(lambda: tasks.idle)


def look(office: Workplace) -> Clarifications:
    return office.clarifying.look(RULE_A, DAY, Job.quiet())


def qualify(office: Workplace) -> int:
    return office.standings.under(RULE_A, DAY, Job.quiet()).totals[Verdict.QUALIFIES]


def test_what_decides_a_verdict_comes_first_and_is_told_with_its_chart(seen: Seen) -> None:
    assert seen.names() == ["Ani", "Budi"]
    assert "Rose by a round number. From 299 on 20 Oct 2026 to 1,299" in seen.words()
    assert "This person qualifies only by this account." in seen.words()
    chart = seen.dialog.findChild(LineChart)
    assert chart is not None
    assert chart.accessibleName() == ("Instagram from 299 on 20 Oct 2026 to 1,299 on 20 Nov 2026")
    shown = [one.text() for one in seen.dialog.findChildren(QRadioButton) if one.isVisible()]
    assert "A post went viral" in shown
    assert not any(one.isChecked() for one in seen.dialog.findChildren(QRadioButton))


def test_the_next_row_is_told_when_the_arrow_goes_there(seen: Seen) -> None:
    QTest.keyClick(seen.table(), Qt.Key.Key_Down)
    assert "Rose steeply. From 549" in seen.words()


def test_nothing_is_in_order_without_a_reason(seen: Seen, people: Workplace) -> None:
    seen.press("In order, checked")
    assert "Choose a reason first." in seen.words()
    seen.choose("Another reason")
    seen.press("In order, checked")
    assert "Write the other reason in the note." in seen.words()
    assert look(people).explained == []


def test_what_is_in_order_leaves_the_list_with_its_note(seen: Seen, people: Workplace) -> None:
    seen.choose("A post went viral")
    seen.write("Note", "video banjir")
    with seen.qtbot.waitSignal(seen.desk.changed):
        seen.press("In order, checked")
    assert seen.names() == ["Budi"]
    assert seen.table().hasFocus()
    assert "Ani: noted as in order." in seen.words()
    (made,) = look(people).explained[0].decisions
    assert (made.innocent, made.note) == (InnocentReason.VIRAL, "video banjir")
    assert qualify(people) == 2


def test_nobody_is_left_out_without_a_reason(seen: Seen, people: Workplace) -> None:
    seen.press("Exclude…")
    seen.press("Exclude this account")
    assert "Write why this account is left out." in seen.words()
    assert look(people).excluded == []
    seen.press("Cancel")
    assert "Why it may be in order" in seen.words()


def test_an_account_is_left_out_with_a_reason_and_the_decision_is_taken_back(
    seen: Seen, people: Workplace
) -> None:
    seen.press("Exclude…")
    seen.write("Reason (required)", "paket pengikut")
    seen.press("Exclude this account")
    assert qualify(people) == 1
    assert seen.names() == ["Budi"]
    seen.press("Left out")
    assert seen.names() == ["Ani"]
    assert "Excluded: paket pengikut (" in seen.words()
    assert "Why it may be in order" not in seen.words()
    seen.press("Take the decision back")
    assert qualify(people) == 2
    assert "No account is left out" in seen.words()
    seen.press("In order")
    assert "Nothing is noted as in order" in seen.words()
    seen.press("To be looked at")
    assert seen.names() == ["Ani", "Budi"]


def test_enter_in_the_reason_leaves_out_as_the_button_does(seen: Seen, people: Workplace) -> None:
    seen.press("Exclude…")
    seen.write("Reason (required)", "paket pengikut\r")
    seen.rest()
    assert len(look(people).excluded) == 1


def test_enter_on_a_row_leads_to_its_reasons_and_the_links_close_the_dialog(seen: Seen) -> None:
    QTest.keyClick(seen.table(), Qt.Key.Key_Return)
    assert isinstance(seen.dialog.focusWidget(), QRadioButton)
    with seen.qtbot.waitSignal(seen.desk.record_asked) as asked:
        seen.press("Record again")
    assert asked.args == [1]


def test_in_a_low_and_narrow_window_the_decisions_stay_in_sight(qtbot: QtBot, seen: Seen) -> None:
    seen.dialog.resize(886, 468)
    for words in ("In order, checked", "Exclude…"):
        button = next(one for one in seen.dialog.findChildren(Button) if one.text() == words)
        qtbot.waitUntil(
            lambda button=button: button.visibleRegion().boundingRect() == button.rect()
        )


def test_in_a_low_window_the_reason_that_is_asked_for_is_in_sight(seen: Seen) -> None:
    seen.dialog.resize(886, 468)
    seen.press("Exclude…")
    field = seen.dialog.focusWidget()
    assert isinstance(field, QLineEdit)
    assert not field.visibleRegion().isEmpty()


def test_the_first_page_and_the_results_lead_there_and_are_new_afterwards(
    qtbot: QtBot,
    theme: Theme,
    language: Language,
    office: Workplace,
    tasks: TaskRunner,
    tmp_path: Path,
) -> None:
    """The real window over the sample office, in which two accounts jumped."""
    samples = resources() / "samples"
    office.importing.import_files([samples / "kantor-contoh.xlsx"], DAY, Job.quiet())
    for month in ("2026-08.xlsx", "2026-09.xlsx", "2026-10.xlsx"):
        office.importing.import_files([samples / "riwayat" / month], DAY, Job.quiet())
    made = OfficeWindow(theme, language, office, tasks, Prompts(), Memory(), tmp_path)
    window = made.window
    qtbot.addWidget(window)
    window.show()
    window.go("home")
    qtbot.waitUntil(lambda: "2 accounts to clarify" in _said(window))
    window.go("standings")
    qtbot.waitUntil(lambda: tasks.idle)
    leads = [one for one in window.findChildren(Button) if one.text() == "To clarify"]
    QTest.mouseClick(next(one for one in leads if one.isVisible()), LEFT)
    qtbot.waitUntil(lambda: tasks.idle)
    dialog = window.findChild(ClarifyDialog)
    assert dialog is not None
    there = Seen(qtbot, tasks, made.findChild(ClarifyDesk), dialog)
    assert there.names() == ["Yudha Sastrawijaya", "Intan Permatahati"]
    there.press("Exclude…")
    there.write("Reason (required)", "paket pengikut")
    before = made.standings.facts()
    there.press("Exclude this account")
    dialog.reject()
    qtbot.waitUntil(lambda: tasks.idle)
    assert made.standings.facts() != before
    made.finish()
    window.close()


def _said(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]
