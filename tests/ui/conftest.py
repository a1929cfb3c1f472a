"""What the tests of the window share: the look, the language, the running application."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.paths import resources
from app.ui.leaving import hand_over_clipboard
from app.ui.theme.theme import Theme, apply_theme, load_theme
from app.wording.language import Language


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The light look, put on the application."""
    made = load_theme("light", resources())
    apply_theme(qapp, made, resources())
    return made


@pytest.fixture(scope="session", autouse=True)
def clipboard_handed_over(qapp: QApplication) -> Iterator[None]:
    """As the program does when it ends."""
    yield
    hand_over_clipboard()


@pytest.fixture(scope="session")
def language() -> Language:
    """English: the language of the source needs no catalogue."""
    return Language("en", Path())
