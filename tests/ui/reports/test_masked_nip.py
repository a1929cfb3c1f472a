"""The setting of masked NIPs begins the report so, and the page can still say otherwise."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from app.services.workplace import Workplace
from app.ui.tasks import TaskRunner
from tests.ui.reports.conftest import Open


def test_the_setting_is_taken_over_when_it_became_another_one(
    office: Workplace, open_page: Open, tasks: TaskRunner, qtbot: QtBot
) -> None:
    page = open_page(office)
    box = next(one for one in page.findChildren(QComboBox) if one.accessibleName() == "NIP")
    assert box.currentText() == "In full"
    office.preferences.save(replace(office.preferences.preferences(), masked_nip=True))
    page.refresh()
    qtbot.waitUntil(lambda: tasks.idle)
    assert box.currentText() == "Masked"
    box.setCurrentText("In full")
    page.refresh()
    qtbot.waitUntil(lambda: tasks.idle)
    assert box.currentText() == "In full", "what was chosen on the page stays"
