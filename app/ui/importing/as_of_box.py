"""Asks for the right date of an import's counts, and says beforehand how many it reaches."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Qt, Slot
from PySide6.QtWidgets import QDialog, QWidget

from app.services.importing import DatedCounts, ImportRecord
from app.ui.importing.record_words import RecordWords
from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.dates import date_field
from app.ui.parts.dialog_frame import DialogFrame
from app.ui.parts.fields import stacked
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.language import Language

_WIDTH, _BOX = 150, 440


class AsOfBox(QDialog):
    """Enter corrects, Escape leaves; another day must be chosen first."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        record: ImportRecord,
        found: DatedCounts,
        told: Callable[[date], None],
        parent: QWidget,
        *,
        today: date,
    ) -> None:
        super().__init__(parent)
        say = language.say
        words = RecordWords(language)
        self._told, self._before = told, record.as_of
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = say("Correct the date of the counts")
        self.setWindowTitle(title)
        self._day = date_field(language, record.as_of)
        latest = max(today, record.as_of)
        self._day.setMaximumDate(QDate(latest.year, latest.month, latest.day))
        self._day.setFixedWidth(_WIDTH)
        self._correct = primary_button(theme, say("Correct the date"), keys="Enter")
        self._correct.setDefault(True)
        self._correct.setEnabled(False)
        leave = plain_button(theme, say("Cancel"), keys="Esc")
        frame = DialogFrame(self, _BOX)
        column = frame.middle
        column.addWidget(label(theme, title, font="card_title"))
        column.addWidget(label(theme, words.title(record), tone="text_2", wrap=True))
        column.addLayout(stacked(theme, say("Date of the counts"), self._day))
        reach = label(theme, words.reach(found), wrap=True)
        column.addWidget(reach)
        frame.set_buttons(None, leave, self._correct)
        self._day.setAccessibleDescription(reach.text())
        self._day.dateChanged.connect(self._judge)
        self._correct.clicked.connect(self._hand_on)
        leave.clicked.connect(self.reject)

    @property
    def day(self) -> date:
        """The chosen day."""
        shown = self._day.date()
        return date(shown.year(), shown.month(), shown.day())

    @Slot()
    def _judge(self) -> None:
        self._correct.setEnabled(self.day != self._before)

    @Slot()
    def _hand_on(self) -> None:
        day = self.day
        self.accept()
        self._told(day)
