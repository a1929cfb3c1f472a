"""Rules of the office's own: made, changed, copied, removed; each change says at once how many."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from app.domain.nip import Nip
from app.domain.person import Person
from app.domain.platform import Platform
from app.domain.rule import RULE_A, FacebookMetric, Rule
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.ui.settings.page import SettingsPage
from app.ui.settings.rule_dialog import RuleDialog
from app.ui.tasks import TaskRunner
from tests.ui.settings.conftest import DAY, Agreeing, button, radio

IG, FB, X, TT = Platform.INSTAGRAM, Platform.FACEBOOK, Platform.X, Platform.TIKTOK
AMBASSADORS = Rule("own-1", (IG, TT), 2, 700, name="Ambassadors", own_thresholds=((TT, 2000),))


@pytest.fixture
def office(office: Workplace) -> Workplace:
    """Ten people with 100, 200, … 1,000 on Instagram and 600 friends each."""
    for number in range(1, 11):
        office.people.add(Person(Nip(f"198703142010012{number:03}"), f"Orang {number}"))
        entries = [Entry(number, IG, str(number * 100)), Entry(number, FB, "600")]
        office.recording.record(entries, DAY - timedelta(10))
    return office


class Writing:
    """A clerk's hands in the dialog."""

    def __init__(self, qtbot: QtBot, page: SettingsPage, tasks: TaskRunner) -> None:
        self._qtbot, self._page, self._tasks = qtbot, page, tasks

    @property
    def dialog(self) -> RuleDialog:
        return next(one for one in self._page.findChildren(RuleDialog) if one.isVisible())

    def open(self, name: str) -> None:
        button(self._page, name).click()
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: self._tasks.idle)

    def said(self) -> list[str]:
        self.settle()
        return [one.text() for one in self.dialog.findChildren(QLabel) if one.isVisible()]

    def spin(self, name: str) -> QSpinBox:
        return self._named(QSpinBox, name)

    def box(self, name: str) -> QComboBox:
        return self._named(QComboBox, name)

    def tick(self, words: str) -> QCheckBox:
        boxes = self.dialog.findChildren(QCheckBox)
        return next(one for one in boxes if words in (one.text(), one.accessibleName()))

    def name(self, words: str) -> None:
        self._named(QLineEdit, "Name of the rule").setText(words)

    def save(self) -> None:
        button(self.dialog, "Save").click()
        self.settle()

    def _named(self, kind: type, name: str):  # type: ignore[no-untyped-def]
        return next(one for one in self.dialog.findChildren(kind) if one.accessibleName() == name)


@pytest.fixture
def writing(qtbot: QtBot, page: SettingsPage, tasks: TaskRunner) -> Iterator[Writing]:
    page.show_category("rule")
    yield Writing(qtbot, page, tasks)
    for dialog in page.findChildren(RuleDialog):
        dialog.reject()


def keep(
    qtbot: QtBot, office: Workplace, page: SettingsPage, *rules: Rule, chosen: str = "a"
) -> None:
    stored = office.preferences.preferences()
    office.preferences.save(replace(stored, own_rules=rules, rule_key=chosen))
    page.refresh()
    shown = [one for one in page.findChildren(QRadioButton) if "Ambassadors" in one.text()]
    qtbot.waitUntil(lambda: all(one.isVisible() for one in (*shown, *page._rule.own._buttons)))


def test_a_new_rule_is_a_copy_of_the_chosen_one_under_a_name(
    writing: Writing, office: Workplace, page: SettingsPage, qtbot: QtBot
) -> None:
    writing.open("Make a rule")
    writing.name("Ambassadors")
    with qtbot.waitSignal(page.rule_changed):
        writing.save()
    (made,) = office.preferences.preferences().own_rules
    copied = replace(RULE_A, silence_is_no_account=False, facebook_metric=FacebookMetric.FRIENDS)
    assert made == replace(copied, key="own-1", name="Ambassadors")
    assert office.preferences.preferences().rule == RULE_A


def test_every_field_becomes_part_of_the_rule(writing: Writing, office: Workplace) -> None:
    writing.open("Make a rule")
    writing.name("  Writers  of 2026 ")
    writing.tick("X").click()
    writing.tick("TikTok").click()
    writing.spin("Threshold of TikTok").setValue(2500)
    writing.spin("Threshold").setValue(750)
    writing.box("At least or more than the threshold").setCurrentIndex(1)
    writing.box("Reached on").setCurrentText("at least 2 of them")
    writing.box("Facebook counts").setCurrentText("Followers")
    writing.spin("Oldest count").setValue(60)
    writing.spin("Last post within").setValue(30)
    writing.tick("Only people who agreed").click()
    writing.save()
    assert office.preferences.preferences().own_rules == (
        Rule(
            "own-1",
            (IG, FB, TT),
            2,
            750,
            strictly=True,
            age_limit=60,
            active_within_days=30,
            consent_required=True,
            name="Writers of 2026",
            own_thresholds=((TT, 2500),),
            facebook_metric=FacebookMetric.FOLLOWERS,
        ),
    )


def test_each_change_says_at_once_how_many_would_qualify(writing: Writing) -> None:
    writing.open("Make a rule")
    assert "10" in writing.said()
    assert "of 10 people would qualify. Reading a, in use now: 10." in writing.said()
    writing.tick("Facebook").click()
    assert "6" in writing.said()
    writing.spin("Threshold of Instagram").setValue(900)
    assert "2" in writing.said()
    assert "Qualifies 2 · Not yet 0 · Out of date 0 · No data 8" in writing.said()
    writing.spin("Oldest count").setValue(9)
    assert "0" in writing.said()
    for words in ("Instagram", "X"):
        writing.tick(words).click()
    assert "Choose a platform at least." in writing.said()


def test_all_stays_all_and_a_number_stays_where_it_can(writing: Writing) -> None:
    writing.open("Make a rule")
    needed = writing.box("Reached on")
    needed.setCurrentText("all of them")
    writing.tick("TikTok").click()
    assert (needed.currentText(), needed.count()) == ("all of them", 4)
    needed.setCurrentText("at least 2 of them")
    writing.tick("YouTube").click()
    assert needed.currentText() == "at least 2 of them"


def test_a_rule_can_begin_as_a_copy_of_another_reading(writing: Writing) -> None:
    writing.open("Make a rule")
    writing.name("Three")
    source = writing.box("Copy from")
    source.setCurrentIndex(source.findData("d"))
    writing.settle()
    rule = writing.dialog._fields.rule()
    assert rule is not None
    assert (rule.name, rule.needed, rule.strictly, len(rule.platforms)) == ("Three", 3, True, 5)


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        (" ", "A name is needed: reports and lists print it."),
        ("AMBASSADORS", "Another rule has this name already."),
    ],
)
def test_a_rule_needs_a_name_of_its_own(
    writing: Writing, office: Workplace, page: SettingsPage, qtbot: QtBot, name: str, complaint: str
) -> None:
    keep(qtbot, office, page, AMBASSADORS)
    writing.open("Make a rule")
    writing.name(name)
    button(writing.dialog, "Save").click()
    assert complaint in writing.said()
    assert office.preferences.preferences().own_rules == (AMBASSADORS,)


def test_a_rule_is_renamed_in_its_place_and_all_else_stays(
    writing: Writing, office: Workplace, page: SettingsPage, qtbot: QtBot
) -> None:
    other = replace(AMBASSADORS, key="own-2", name="Writers")
    keep(qtbot, office, page, AMBASSADORS, other, chosen="own-1")
    writing.open("Change Ambassadors")
    writing.name("Envoys")
    writing.save()
    stored = office.preferences.preferences()
    assert stored.own_rules == (replace(AMBASSADORS, name="Envoys"), other)
    assert stored.rule.name == "Envoys"


def test_a_copy_is_a_rule_of_its_own(
    writing: Writing, office: Workplace, page: SettingsPage, qtbot: QtBot
) -> None:
    keep(qtbot, office, page, AMBASSADORS)
    writing.open("Copy Ambassadors")
    writing.save()
    copied = replace(AMBASSADORS, key="own-2", name="Ambassadors (copy)")
    assert office.preferences.preferences().own_rules == (AMBASSADORS, copied)


def test_a_rule_in_use_is_removed_after_a_question_that_says_what_takes_its_place(
    writing: Writing, office: Workplace, page: SettingsPage, prompts: Agreeing, qtbot: QtBot
) -> None:
    keep(qtbot, office, page, AMBASSADORS, chosen="own-1")
    writing.open("Remove Ambassadors")
    assert prompts.asked == ["Remove the rule “Ambassadors”?"]
    stored = office.preferences.preferences()
    assert (stored.own_rules, stored.rule) == ((), RULE_A)


def test_an_own_rule_is_chosen_like_a_reading(
    writing: Writing, office: Workplace, page: SettingsPage, qtbot: QtBot
) -> None:
    keep(qtbot, office, page, AMBASSADORS)
    with qtbot.waitSignal(page.rule_changed):
        radio(page, "Own rule “Ambassadors”").click()
    assert office.preferences.preferences().rule == AMBASSADORS


def test_a_rule_is_made_by_keys_alone(
    writing: Writing, office: Workplace, page: SettingsPage, qtbot: QtBot
) -> None:
    add = button(page, "Make a rule")
    add.setFocus()
    QTest.keyClick(add, Qt.Key.Key_Space)
    writing.settle()
    dialog = writing.dialog
    qtbot.waitUntil(dialog.isActiveWindow)

    def press(key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget(), key)

    QTest.keyClicks(QApplication.focusWidget(), "Keys")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)  # more than
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "650")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)  # at least two
    while QApplication.focusWidget() is not writing.tick("X"):
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    writing.settle()
    (made,) = office.preferences.preferences().own_rules
    assert (made.name, made.strictly, made.threshold) == ("Keys", True, 650)
    assert (made.needed, made.platforms) == (2, (IG, FB))
