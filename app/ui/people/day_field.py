"""A day as people type it: 5 nov, kemarin, 05/11/2026; it says what was understood."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.typed_day import read_typed_day
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.language import Language


class DayField(QWidget):
    """Today at first; a day to come is none."""

    def __init__(self, theme: Theme, language: Language, today: date, name: str) -> None:
        super().__init__()
        self._language = language
        self._today = today
        self.field = QLineEdit(language.short_date(today))
        self.field.setAccessibleName(name)
        self._says = label(theme, font="small", tone="text_2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(self._says)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._follow)
        self._follow()

    @property
    def day(self) -> date | None:
        """The day that is meant; None for none, and for one that is still to come."""
        day = read_typed_day(self.field.text(), self._today)
        return day if day is not None and day <= self._today else None

    def flaw(self) -> tuple[str, QWidget] | None:
        """Why there is no day yet."""
        if self.day is not None:
            return None
        words = self._language.say("Type a day up to today, such as 5 Nov or 05/11/2026.")
        return words, self.field

    @Slot()
    def _follow(self) -> None:
        day = self.day
        words = self._language.date(day) if day else self._language.say("No day up to today")
        self._says.setText(words)
        self.field.setAccessibleDescription(words)
