"""The rule, the look, the language, the clerk: stored first, then said to the rest."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from app.services.workplace import Workplace
from app.ui.settings.page import SettingsPage
from app.ui.tasks import TaskRunner
from tests.ui.settings.conftest import button, radio

LEFT = Qt.MouseButton.LeftButton


def test_arrows_go_through_the_categories(page: SettingsPage) -> None:
    first = button(page, "Office identity")
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert button(page, "Rule").hasFocus()
    assert radio(page, "Reading a").isVisible()
    QTest.keyClick(button(page, "Rule"), Qt.Key.Key_Up)
    QTest.keyClick(first, Qt.Key.Key_Up)
    assert button(page, "About Gaung").isChecked()


def test_another_reading_is_stored_and_said(
    page: SettingsPage, office: Workplace, qtbot: QtBot
) -> None:
    page.show_category("rule")
    with qtbot.waitSignals([page.rule_changed, page.changed]):
        radio(page, "Reading d").click()
    assert office.preferences.preferences().rule.key == "d"


def test_a_reading_is_explained_with_its_source(page: SettingsPage) -> None:
    page.show_category("rule")
    told = radio(page, "Reading c").accessibleDescription()
    assert told == "Either of the two, at least 500 The Jakarta Post, 27 November 2019"


def test_the_age_limit_is_stored_when_it_is_left_and_0_is_none(
    page: SettingsPage, office: Workplace, qtbot: QtBot
) -> None:
    page.show_category("rule")
    age = page.findChild(QSpinBox)
    assert age.text() == "no limit"
    age.setFocus()
    age.selectAll()
    QTest.keyClicks(age, "90")
    with qtbot.waitSignal(page.rule_changed):
        QTest.keyClick(age, Qt.Key.Key_Tab)
    assert office.preferences.preferences().age_limit == 90
    age.setFocus()
    age.setValue(0)
    with qtbot.waitSignal(page.rule_changed):
        QTest.keyClick(age, Qt.Key.Key_Return)
    assert office.preferences.preferences().age_limit is None


def test_two_choices_in_a_row_are_both_kept(
    page: SettingsPage, office: Workplace, qtbot: QtBot
) -> None:
    page.show_category("rule")
    with qtbot.waitSignals([page.rule_changed, page.contacts_changed]):
        radio(page, "Followers").click()
        shown = (one for one in page.findChildren(QCheckBox) if one.isVisible())
        next(one for one in shown if "phone" in one.text().lower()).click()
    stored = office.preferences.preferences()
    assert (stored.facebook_metric, stored.keep_contacts) == ("followers", True)


@pytest.mark.parametrize(("words", "key"), [("Dark", "dark"), ("High contrast", "high_contrast")])
def test_a_look_is_stored_before_it_is_said(
    page: SettingsPage, office: Workplace, qtbot: QtBot, words: str, key: str
) -> None:
    page.show_category("look")
    with qtbot.waitSignal(page.look_changed) as changed:
        radio(page, words).click()
    assert changed.args == [key]
    assert office.preferences.preferences().theme == key


def test_a_language_is_found_under_its_own_name(
    page: SettingsPage, office: Workplace, qtbot: QtBot
) -> None:
    page.show_category("look")
    assert radio(page, "Bahasa Indonesia").isChecked()
    with qtbot.waitSignal(page.language_changed) as changed:
        radio(page, "English").click()
    assert changed.args == ["en"]
    assert office.preferences.preferences().language == "en"


def test_the_clerk_is_kept_when_the_name_is_left(
    page: SettingsPage, office: Workplace, qtbot: QtBot
) -> None:
    page.show_category("clerk")
    name = next(one for one in page.findChildren(QLineEdit) if one.isVisible())
    name.setFocus()
    QTest.keyClicks(name, "Arum Sekarjati")
    with qtbot.waitSignal(page.clerk_changed):
        QTest.keyClick(name, Qt.Key.Key_Return)
    assert office.preferences.preferences().clerk == "Arum Sekarjati"


def test_the_folder_of_the_database_is_opened(
    page: SettingsPage, office: Workplace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page.show_category("about")
    qtbot.mouseClick(button(page, "Open the folder"), LEFT)
    assert [Path(url.toLocalFile()) for url in opened] == [office.path.parent]


def test_cards_stack_in_a_narrow_window(page: SettingsPage, qtbot: QtBot) -> None:
    signs = page._signatories
    assert signs.x() > 400
    page.resize(863, 484)
    qtbot.waitUntil(lambda: signs.x() == 0)


def test_how_far_a_count_may_move_before_it_is_asked_about_is_stored_when_it_is_left(
    page: SettingsPage, office: Workplace, qtbot: QtBot
) -> None:
    page.show_category("rule")
    up = next(box for box in page.findChildren(QSpinBox) if box.text() == "35 %")
    up.setFocus()
    up.selectAll()
    QTest.keyClicks(up, "60")
    with qtbot.waitSignal(page.changed):
        QTest.keyClick(up, Qt.Key.Key_Return)
    chosen = office.preferences.preferences()
    assert (chosen.most_up, chosen.most_down) == (60, 20)


def test_masked_nips_are_off_at_first_and_stored_when_ticked(
    page: SettingsPage, office: Workplace, tasks: TaskRunner, qtbot: QtBot
) -> None:
    page.show_category("privacy")
    box = next(
        one for one in page.findChildren(QCheckBox) if one.text().startswith("Begin reports")
    )
    assert not box.isChecked()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: tasks.idle)
    assert office.preferences.preferences().masked_nip
