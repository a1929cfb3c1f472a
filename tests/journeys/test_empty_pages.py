"""A page without anybody says what comes first, and leads there with one press."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from typing_extensions import override

from app.services.workplace import Workplace
from app.ui.office_window import OfficeWindow
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.journeys.desk import Memory, Prompts, give_up_with_the_test

LOW = QSize(911, 492)
"""A screen of 1366 x 768 at 150 %."""


class Choosing(Prompts):
    """Counts how often files were to be chosen; chooses none."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    @override
    def choose_files(self, title: str, filters: str, chosen: Callable[[list[Path]], None]) -> None:
        self.asked += 1


@pytest.mark.parametrize("page", ["people", "followers", "standings", "reports"])
def test_the_roster_is_one_press_away_from_every_page_without_anybody(
    qtbot: QtBot,
    theme: Theme,
    language: Language,
    office: Workplace,
    tasks: TaskRunner,
    tmp_path: Path,
    page: str,
) -> None:
    prompts = Choosing()
    made = OfficeWindow(theme, language, office, tasks, prompts, Memory(), tmp_path)
    give_up_with_the_test(qtbot, made, tasks)
    made.window.resize(LOW)
    made.window.show()
    made.window.go(page)

    def offered() -> list[QPushButton]:
        found = made.window.findChildren(QPushButton)
        # A letter may be marked for Alt.
        return [
            one
            for one in found
            if one.isVisible() and one.text().replace("&", "") == "Import a roster"
        ]

    qtbot.waitUntil(lambda: len(offered()) == 1)
    (button,) = offered()
    assert button.visibleRegion().boundingRect() == button.rect(), "seen without scrolling"
    QTest.mouseClick(offered()[0], Qt.MouseButton.LeftButton)
    assert prompts.asked == 1
    assert made.window.current_key == "import"
