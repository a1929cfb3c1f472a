"""An office over a real database, and its first page in a window."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import open_workplace
from app.domain.errors import AppError
from app.services.workplace import Workplace
from app.ui.home.page import HomePage
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language

TODAY = date(2026, 11, 20)
Open = Callable[..., HomePage]


class Told:
    """Prompts that only remember what was to be explained."""

    def __init__(self) -> None:
        self.errors: list[AppError] = []

    def choose_files(self, title: str, filters: str, chosen: Callable[[list[Path]], None]) -> None:
        raise AssertionError(title)

    def choose_folder(self, title: str, start: Path | None, chosen: Callable[[Path], None]) -> None:
        raise AssertionError(title)

    def save_target(
        self, title: str, suggestion: Path, filters: str, chosen: Callable[[Path], None]
    ) -> None:
        raise AssertionError(title)

    def choose_printer(self, wish: object, chosen: object) -> bool:
        raise AssertionError("nothing is printed here")

    def ask(
        self, question: str, accept_label: str, accepted: Callable[[], None], *, safe: str = ""
    ) -> None:
        raise AssertionError(question)

    def explain(self, error: AppError) -> None:
        self.errors.append(error)

    def report_bug(self, details: str) -> None:
        raise AssertionError(details)


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
def open_home(
    office: Workplace, theme: Theme, language: Language, tasks: TaskRunner, qtbot: QtBot
) -> Open:
    def opened(spoken: Language = language) -> HomePage:
        page = HomePage(
            theme,
            spoken,
            office.overview,
            office.period_changes,
            office.coverage,
            office.preferences,
            TODAY,
            tasks,
            Told(),
        )
        qtbot.addWidget(page)
        page.resize(1186, 710)
        page.show()
        page.refresh()
        qtbot.waitUntil(lambda: tasks.idle)
        return page

    return opened
