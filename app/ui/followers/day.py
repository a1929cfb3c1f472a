"""The day on which the counts were read off: chosen once, it holds for all that is typed."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.parts.dates import date_field
from app.wording.language import Language

_WIDTH = 136


class DayField(QWidget):
    """A date not after today."""

    chosen = Signal()

    def __init__(self, language: Language, today: date) -> None:
        super().__init__()
        self.field = date_field(language, today)
        self.field.setMaximumDate(self.field.date())
        # Half a typed year is no day to show everybody's counts of.
        self.field.setKeyboardTracking(False)
        self.field.setFixedWidth(_WIDTH)
        name = language.say("Date of the counts")
        self.field.setAccessibleName(name)
        self.field.setToolTip(name)
        self.setFocusProxy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field)
        self.field.dateChanged.connect(self._tell)

    @property
    def day(self) -> date:
        """The chosen day."""
        shown = self.field.date()
        return date(shown.year(), shown.month(), shown.day())

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit()
