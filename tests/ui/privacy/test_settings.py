"""Pengaturan, Privasi: limits that take nothing by themselves, the map, the workbook of an incident."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from app.domain.retention import Limited
from app.ui.privacy.settings import PrivacySettings
from tests.services.privacy.conftest import DAY, IG
from tests.ui.privacy.test_erasing import button, opened, words


@pytest.fixture
def cards(
    theme, language, place, tmp_path: Path, tasks, prompts, window, qtbot
) -> Iterator[PrivacySettings]:
    made = PrivacySettings(theme, language, place.privacy, DAY, tmp_path, tasks, prompts, window)
    row = QHBoxLayout(window)
    for card in (made.retention, made.incident, made.map):
        row.addWidget(card)
    made.refresh()
    qtbot.waitUntil(lambda: tasks.idle)
    return made


def limit(cards: QWidget, name: str) -> QComboBox:
    return next(one for one in cards.findChildren(QComboBox) if one.accessibleName() == name)


def choose(box: QComboBox, text: str) -> None:
    box.setCurrentText(text)
    box.activated.emit(box.currentIndex())


def test_limits_are_off_until_somebody_sets_one(qtbot, cards, place, canary, tasks) -> None:
    box = limit(cards.retention, "Counts and clarifications")
    assert box.currentText() == "without a limit"
    assert not button(cards.retention, "Show what is too old…").isEnabled()
    choose(box, "3 years")
    qtbot.waitUntil(lambda: tasks.idle)
    assert place.privacy.retention.retention().months == {Limited.COUNTS: 36}
    assert "at most 3 years" in words(cards.map)
    QTest.mouseClick(button(cards.retention, "Show what is too old…"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tasks.idle)
    assert "Nothing is older than the limits." in words(cards.retention)


def test_what_is_too_old_is_shown_and_goes_only_when_agreed(
    qtbot, cards, place, canary, tasks
) -> None:
    place.privacy.retention.save(Limited.COUNTS, 1)
    cards.refresh()
    qtbot.waitUntil(lambda: tasks.idle)
    gone = QSignalSpy(cards.removed)
    QTest.mouseClick(button(cards.retention, "Show what is too old…"), Qt.MouseButton.LeftButton)
    dialog = opened(qtbot, "What is too old")
    assert "1 count, look or clarification" in words(dialog)
    erase = button(dialog, "Erase for good")
    assert not erase.isEnabled()
    dialog.findChild(QCheckBox).setChecked(True)
    QTest.mouseClick(erase, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tasks.idle)
    assert gone.count() == 1
    assert "Erased: 1 count" in words(cards.retention)
    days = {one.observed_on for one in place.people.card(canary, DAY).histories[IG]}
    assert min(days).month > 8


def test_the_map_and_the_notice_are_written_where_the_clerk_says(
    qtbot, cards, place, canary, tasks, prompts, tmp_path: Path
) -> None:
    cards.refresh()
    qtbot.waitUntil(lambda: tasks.idle)
    assert "People: NIP, name" in words(cards.map)
    assert "Not about people:" in words(cards.map)
    for card, name, file in (
        (cards.map, "Save the data map…", "peta.xlsx"),
        (cards.incident, "Prepare the notice…", "insiden.xlsx"),
    ):
        prompts.target = tmp_path / file
        QTest.mouseClick(button(card, name), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: tasks.idle)
        assert prompts.target.stat().st_size > 5_000
        assert f"Written: {file}" in words(cards.incident)
