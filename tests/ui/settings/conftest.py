"""An office, its settings page in a window, and prompts that answer by themselves."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import open_workplace
from app.domain.errors import AppError
from app.services.backups.safety import Safety
from app.services.workplace import Workplace
from app.ui.portable.settings import PortableSettings
from app.ui.privacy.settings import PrivacySettings
from app.ui.settings.page import SettingsPage
from app.ui.settings.platforms import PlatformCards
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language

DAY = date(2026, 11, 20)


class Agreeing:
    """Prompts of a person who chooses `files` and says yes to every question."""

    def __init__(self) -> None:
        self.files: list[Path] = []
        self.folder: Path | None = None
        self.asked: list[str] = []
        self.errors: list[AppError] = []

    def choose_files(self, title: str, filters: str, chosen: Callable[[list[Path]], None]) -> None:
        chosen(self.files)

    def choose_folder(self, title: str, start: Path | None, chosen: Callable[[Path], None]) -> None:
        if self.folder is None:
            raise AssertionError(title)
        chosen(self.folder)

    def save_target(
        self, title: str, suggestion: Path, filters: str, chosen: Callable[[Path], None]
    ) -> None:
        raise AssertionError(title)

    def choose_printer(self, wish: object, chosen: object) -> bool:
        raise AssertionError("nothing is printed here")

    def ask(
        self, question: str, accept_label: str, accepted: Callable[[], None], *, safe: str = ""
    ) -> None:
        self.asked.append(question)
        accepted()

    def explain(self, error: AppError) -> None:
        self.errors.append(error)

    def report_bug(self, details: str) -> None:
        raise AssertionError(details)


@pytest.fixture
def prompts() -> Agreeing:
    return Agreeing()


@pytest.fixture
def office(tmp_path: Path, language: Language) -> Iterator[Workplace]:
    with open_workplace(tmp_path / "kantor.db", create=True, language=language) as made:
        yield made


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskRunner]:
    crashes: list[Exception] = []
    made = TaskRunner(crashes.append)
    yield made
    made.shutdown()
    assert crashes == []


@pytest.fixture
def page(
    office: Workplace,
    theme: Theme,
    language: Language,
    tasks: TaskRunner,
    prompts: Agreeing,
    qtbot: QtBot,
) -> SettingsPage:
    made = SettingsPage(
        theme,
        language,
        office.preferences,
        office.evidence,
        office.standings,
        DAY,
        Safety(office.backups, office.restoring),
        office.path,
        tasks,
        prompts,
        PrivacySettings(
            theme, language, office.privacy, DAY, office.path.parent, tasks, prompts, tasks
        ),
        PlatformCards(theme, language, office.fetching.arranging, DAY, tasks, tasks),
        PortableSettings(theme, language, office.portable, False, tasks, prompts, tasks),
    )
    qtbot.addWidget(made)
    made.resize(1186, 710)
    made.refresh()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def button(widget: QWidget, name: str) -> QPushButton:
    """The visible button that says, or is named, `name`."""
    return next(
        one
        for one in widget.findChildren(QPushButton)
        if one.isVisible() and name in (one.text(), one.accessibleName())
    )


def radio(page: QWidget, words: str) -> QRadioButton:
    """The visible choice whose words begin so."""
    return next(
        one
        for one in page.findChildren(QRadioButton)
        if one.isVisible() and one.text().startswith(words)
    )
