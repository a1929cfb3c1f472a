"""The help window over the shipped pages."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.paths import resources
from app.services.manual.reading import ReadManual
from app.ui.manual.window import ManualWindow
from app.ui.theme.theme import Theme
from app.wording.language import Language


@pytest.fixture
def manual(language: Language) -> ReadManual:
    return ReadManual(resources() / "manual", language)


@pytest.fixture
def window(
    qtbot: QtBot, theme: Theme, language: Language, manual: ReadManual
) -> Iterator[ManualWindow]:
    made = ManualWindow(theme, language, manual)
    qtbot.addWidget(made)
    made.open_at("start")
    yield made
    made.close()
