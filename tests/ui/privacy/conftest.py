"""The canary's office, and prompts that answer by themselves."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import AppError
from app.services.workplace import Workplace
from app.ui.privacy.desk import PrivacyDesk
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.services.privacy.conftest import DAY
from tests.services.privacy.conftest import canary as canary
from tests.services.privacy.conftest import incoming as incoming
from tests.services.privacy.conftest import place as place


class Agreeing:
    """Prompts of a person who says yes to every question."""

    def __init__(self) -> None:
        self.target = Path()
        self.asked: list[str] = []
        self.explained: list[AppError] = []

    def save_target(
        self, title: str, suggestion: Path, filters: str, chosen: Callable[[Path], None]
    ) -> None:
        self.asked.append(suggestion.name)
        chosen(self.target)

    def ask(
        self, question: str, accept_label: str, accepted: Callable[[], None], *, safe: str = ""
    ) -> None:
        self.asked.append(question)
        accepted()

    def explain(self, error: AppError) -> None:
        self.explained.append(error)


@pytest.fixture
def prompts() -> Agreeing:
    return Agreeing()


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskRunner]:
    crashes: list[Exception] = []
    made = TaskRunner(crashes.append)
    yield made
    made.shutdown()
    assert crashes == []


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1000, 720)
    made.show()
    return made


@pytest.fixture
def desk(
    theme: Theme,
    language: Language,
    place: Workplace,
    tmp_path: Path,
    tasks: TaskRunner,
    prompts: Agreeing,
    window: QWidget,
) -> PrivacyDesk:
    return PrivacyDesk(
        theme,
        language,
        place.privacy,
        DAY,
        tmp_path,
        tasks,
        prompts,  # type: ignore[arg-type]  # asks nothing else
        window,
    )
