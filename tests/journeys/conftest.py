"""What the journeys share: the look, the language, work away from the window, an empty office."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.bootstrap import open_workplace
from app.paths import resources
from app.services.workplace import Workplace
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme, apply_theme, load_theme
from app.wording.language import Language


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The light look, put on the application."""
    made = load_theme("light", resources())
    apply_theme(qapp, made, resources())
    return made


@pytest.fixture(scope="session")
def language() -> Language:
    """English: the language of the source needs no catalogue."""
    return Language("en", Path())


@pytest.fixture
def office(tmp_path: Path, language: Language) -> Iterator[Workplace]:
    """An office of its own, with nobody in it."""
    with open_workplace(tmp_path / "kantor.db", create=True, language=language) as opened:
        yield opened


@pytest.fixture
def tasks(office: Workplace) -> Iterator[TaskRunner]:
    """Ended before the office is closed; an error of the program fails the test."""
    crashes: list[Exception] = []
    runner = TaskRunner(crashes.append)
    yield runner
    runner.shutdown()
    assert not crashes
