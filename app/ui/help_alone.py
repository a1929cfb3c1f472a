"""The manual where no office is open: a message that stands alone leads into it all the same."""

from pathlib import Path

from PySide6.QtCore import QObject

from app.services.manual.reading import ReadManual
from app.ui.manual.desk import ManualDesk
from app.ui.theme.theme import Theme
from app.wording.language import Language


class NoMemory:
    """Where no office is open, nothing is remembered."""

    def load(self, key: str) -> str | None:
        """Nothing was saved."""

    def save(self, key: str, text: str) -> None:
        """Forgotten at once."""


def open_help_alone(
    theme: Theme, language: Language, resources: Path, anchor: str, parent: QObject
) -> None:
    """Opens it at the anchor; it keeps the program until it is closed."""
    manual = ReadManual(resources / "manual", language)
    desk = ManualDesk(theme, language, manual, NoMemory(), parent)
    desk.open(anchor)
    desk.stay_open()
