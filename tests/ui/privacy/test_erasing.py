"""Erasing in the window: shown, confirmed by the name, and the copies named until they are purged."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QWidget

from app.domain.office_errors import PersonStands
from app.services.job import Job
from app.ui.privacy.copies_card import CopiesCard
from tests.services.privacy.conftest import DAY, NAME, NUMBER, places_of_canary


def words(dialog: QWidget) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())


def button(dialog: QWidget, name: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == name)


def opened(qtbot, title: str) -> QWidget:
    def found() -> bool:
        dialog = QApplication.activeModalWidget()
        return dialog is not None and dialog.windowTitle() == title

    qtbot.waitUntil(found)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    return dialog


def asked(qtbot, desk, place, canary, window) -> QWidget:
    desk.ask_to_erase(window, place.people.card(canary, DAY).person)
    return opened(qtbot, "Erase a person for good")


def test_it_says_what_goes_and_what_stays_before_anybody_is_erased(
    qtbot, desk, place, canary, window
) -> None:
    dialog = asked(qtbot, desk, place, canary, window)
    said = words(dialog)
    for part in (
        "1 person, 3 earlier NIPs",
        "2 picture files; 1 picture stays",
        "The name leaves the closed periods November 2026",
        "1 backup holds the person",
        "A backup “before erasing” is made first",
        "Ctrl+Z does not bring this person back",
        "Files that went out:",
    ):
        assert part in said
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert place.people.card(canary, DAY).person.name == NAME


def test_only_the_persons_own_name_unlocks_it(qtbot, desk, place, canary, window) -> None:
    dialog = asked(qtbot, desk, place, canary, window)
    field = dialog.findChild(QLineEdit)
    erase = button(dialog, "Erase for good")
    for typed in ("", "ya", NAME[:-1], NUMBER):
        field.setText(typed)
        assert not erase.isEnabled(), typed
    field.setText(f"  {NAME.lower()}")
    assert erase.isEnabled()
    QTest.keyClick(field, Qt.Key.Key_Return)  # Enter stands on Cancel
    assert place.people.card(canary, DAY).person.name == NAME


def test_with_its_tick_the_copies_lose_the_person_at_once(
    qtbot, desk, place, canary, window, tasks
) -> None:
    gone = QSignalSpy(desk.erased)
    dialog = asked(qtbot, desk, place, canary, window)
    dialog.findChild(QLineEdit).setText(NAME)
    dialog.findChild(QCheckBox).setChecked(True)
    assert "nothing can bring this person back" in words(dialog)
    QTest.mouseClick(button(dialog, "Erase for good"), Qt.MouseButton.LeftButton)
    told = opened(qtbot, "The person is erased")
    qtbot.waitUntil(lambda: tasks.idle)
    said = words(told)
    assert "No file of Gaung holds this person any more" in said
    assert "2 backups were written anew without the person." in said
    assert gone.count() == 1
    assert places_of_canary(place.path.parent) == []
    QTest.keyClick(told, Qt.Key.Key_Escape)


def test_without_it_the_copies_are_named_and_can_be_purged_after_a_question(
    qtbot, desk, place, canary, window, tasks, prompts
) -> None:
    dialog = asked(qtbot, desk, place, canary, window)
    dialog.findChild(QLineEdit).setText(NAME)
    QTest.mouseClick(button(dialog, "Erase for good"), Qt.MouseButton.LeftButton)
    told = opened(qtbot, "The person is erased")
    assert "2 backups hold the person" in words(told)
    QTest.mouseClick(button(told, "Purge the copies"), Qt.MouseButton.LeftButton)
    assert prompts.asked == [
        "Take the person out of every backup? Afterwards nothing can bring them back."
    ]
    qtbot.waitUntil(lambda: tasks.idle)
    assert "No file of Gaung holds this person any more" in words(told)
    assert places_of_canary(place.path.parent) == []
    QTest.keyClick(told, Qt.Key.Key_Escape)


@pytest.fixture
def card(theme, language, window, desk) -> CopiesCard:
    made = CopiesCard(theme, language, DAY)
    made.setParent(window)
    desk.take_wishes_of(made)
    made.show()
    return made


def look(card: CopiesCard, number: str) -> None:
    nip, name = card.findChildren(QLineEdit)
    assert not button(card, "Look into the copies…").isEnabled()
    nip.setText(number)
    name.setText(NAME)
    QTest.mouseClick(button(card, "Look into the copies…"), Qt.MouseButton.LeftButton)


def test_copies_that_were_left_are_purged_on_another_day(
    qtbot, card, place, canary, tasks, prompts
) -> None:
    place.privacy.erasing.erase(canary, NAME, Job.quiet())
    look(card, NUMBER)
    told = opened(qtbot, "Copies of somebody erased")
    assert "2 backups hold the person" in words(told)
    assert "What went" not in words(told)
    assert [one.text() for one in card.findChildren(QLineEdit)] == ["", ""]
    QTest.mouseClick(button(told, "Purge the copies"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tasks.idle)
    assert "No file of Gaung holds this person any more" in words(told)
    assert places_of_canary(place.path.parent) == []
    QTest.keyClick(told, Qt.Key.Key_Escape)


def test_whoever_is_in_the_office_is_not_looked_for_in_the_copies(
    qtbot, card, canary, tasks, prompts
) -> None:
    look(card, NUMBER)
    qtbot.waitUntil(lambda: tasks.idle)
    assert [type(one) for one in prompts.explained] == [PersonStands]
    assert QApplication.activeModalWidget() is None


def test_a_second_place_that_is_away_is_said_not_forgotten(
    qtbot, card, place, canary, tmp_path: Path
) -> None:
    chosen = place.preferences.preferences()
    place.preferences.save(replace(chosen, second_place=str(tmp_path / "usb" / "gaung")))
    place.privacy.erasing.erase(canary, NAME, Job.quiet())
    look(card, NUMBER)
    told = opened(qtbot, "Copies of somebody erased")
    assert "When it is back, look once more" in words(told)
    QTest.keyClick(told, Qt.Key.Key_Escape)


def test_the_data_of_a_person_are_written_where_the_clerk_says(
    qtbot, desk, place, canary, tasks, prompts, tmp_path: Path
) -> None:
    prompts.target = tmp_path / "diri.xlsx"
    told = QSignalSpy(desk.told)
    desk.write_own_data(place.people.card(canary, DAY).person)
    qtbot.waitUntil(lambda: tasks.idle)
    assert told.at(0) == ["Everything about this person is written to diri.xlsx."]
    assert prompts.asked == [f"Data about one person {NAME} 2026-11-20.xlsx"]
    assert prompts.target.stat().st_size > 5_000
