"""The two conditions of the office's own: stored when chosen, and part of the rule from then on."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QSpinBox
from pytestqt.qtbot import QtBot

from app.services.workplace import Workplace
from app.ui.settings.page import SettingsPage


def test_both_conditions_are_off_at_first_and_part_of_the_rule_when_chosen(
    page: SettingsPage, office: Workplace, qtbot: QtBot
) -> None:
    page.show_category("rule")
    active = next(one for one in page.findChildren(QSpinBox) if one.text() == "not asked")
    rule = office.preferences.preferences().rule
    assert (rule.active_within_days, rule.consent_required) == (None, False)
    active.setFocus()
    active.selectAll()
    QTest.keyClicks(active, "60")
    with qtbot.waitSignal(page.rule_changed):
        QTest.keyClick(active, Qt.Key.Key_Tab)
    box = next(
        one for one in page.findChildren(QCheckBox) if one.text() == "Only people who agreed"
    )
    box.setFocus()
    with qtbot.waitSignal(page.rule_changed):
        QTest.keyClick(box, Qt.Key.Key_Space)
    rule = office.preferences.preferences().rule
    assert (rule.key, rule.active_within_days, rule.consent_required) == ("a", 60, True)
