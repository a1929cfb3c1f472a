"""The quick box above the grid: one line to type into, its reading, the date of the counts."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from app.ui.followers.choice_line import ChoiceLine
from app.ui.followers.reading_field import ReadingField
from app.ui.parts.text import icon_label, label
from app.ui.theme.theme import Theme
from app.wording.language import Language

_HEIGHT = 56
_WIDTH = 302
_ROOM_FOR_TITLE = 960
_ROOM_FOR_DATE = 1240


class QuickBox(QFrame):
    """Only shows and is typed into; what it means is the desk's."""

    def __init__(self, theme: Theme, language: Language, day: QWidget) -> None:
        super().__init__()
        say = language.say
        self.setProperty("role", "card")
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(say("Quick entry"))
        self._title = label(theme, say("Quick entry"), font="body_semibold")
        self.line = ChoiceLine()
        self.line.setMinimumWidth(180)
        self.line.setMaximumWidth(_WIDTH)
        self.line.setAccessibleName(say("Quick entry: a name, Enter, then the count"))
        self.line.setToolTip(say("Ctrl+K comes here, Esc goes back to the table."))
        self._hint = self._enter_hint(theme, say("Enter saves"))
        self.reading = ReadingField(theme)
        self._day_words = label(theme, say("Date"), tone="text_2")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(10)
        row.addWidget(icon_label(theme, "zap", tone="accent", size=18))
        row.addWidget(self._title)
        row.addWidget(self.line, 2)
        row.addWidget(self.reading, 3)
        row.addWidget(self._day_words)
        row.addWidget(day)
        self._day = day
        self.reading.changed.connect(self._fit)
        self.line.textChanged.connect(self._show_hint)
        self._show_hint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Where it is narrow, choices take the place of the date."""
        roomy = self.width() >= _ROOM_FOR_TITLE
        self._title.setVisible(roomy)
        self._day_words.setVisible(self.width() >= _ROOM_FOR_DATE)
        self._day.setVisible(roomy or not self.reading.choices)

    def _enter_hint(self, theme: Theme, words: str) -> QLabel:
        """Small words at the right end of the line, as in a search box."""
        hint = label(theme, words, font="tiny", tone="text_3")
        hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self.line)
        row.setContentsMargins(0, 0, 9, 0)
        row.addStretch()
        row.addWidget(hint)
        return hint

    @Slot()
    def _show_hint(self) -> None:
        typed = bool(self.line.text())
        self._hint.setVisible(typed)
        self.line.setTextMargins(0, 0, self._hint.sizeHint().width() + 14 if typed else 0, 0)
