"""The box over a column: one of all the meanings that a column can have."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from app.domain.fields import Field
from app.ui.theme.painting import paint_icon
from app.ui.theme.theme import Theme
from app.wording.fields import field_label
from app.wording.language import Language

_NARROW = 64
"""Below this the box of an unused column shows only its sign."""
_NOT_USED, _JOINED = ("eye-off", "text_2"), ("check", "qualifies_text")

_CHOICES: Sequence[Field | None] = (None, *Field)


class Meanings:
    """The list that all boxes share."""

    def __init__(self, theme: Theme, language: Language, parent: QObject) -> None:
        self.name = language.say("Meaning of the column")
        self._words = {field: field_label(field, language) for field in _CHOICES}
        self.model = QStandardItemModel(parent)
        for words in self._words.values():
            self.model.appendRow(QStandardItem(words))

    def words(self, field: Field | None) -> str:
        """What a meaning is called."""
        return self._words[field]

    def place_of(self, field: Field | None) -> int:
        """Where a meaning stands in the list."""
        return _CHOICES.index(field)

    def field_at(self, place: int) -> Field | None:
        """The meaning at a place of the list."""
        return _CHOICES[place]


class MeaningBox(QComboBox):
    """Alt+Down opens it, letters choose; the wheel scrolls the sheet and changes nothing."""

    chosen = Signal(int, object)
    """The column (0-based), and the Field or None. Only when a person chose."""

    def __init__(self, theme: Theme, meanings: Meanings, column: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._meanings = meanings
        self._column = column
        self._unused = True
        self._sign = _NOT_USED
        self.setProperty("small", True)
        # Its list is longer than a screen: it opens below the box and scrolls.
        self.setProperty("role", "meaning")
        self.setModel(meanings.model)
        self.setMaxVisibleItems(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.view().setMinimumWidth(210)
        self.view().setAccessibleName(meanings.name)
        self.activated.connect(self._choose)

    def set_meaning(
        self, field: Field | None, *, guess: bool, low: bool, joined: bool = False
    ) -> None:
        """Show a meaning; a guessed one asks for a look, a `low` box fits into a folded head.

        `joined`: without a meaning of its own, but read together with another column.
        """
        self.setCurrentIndex(self._meanings.place_of(field))
        self._unused = field in (None, Field.NUMBER)
        self._sign = _JOINED if joined else _NOT_USED
        mood = "guess" if guess else ""
        if (self.property("mood"), self.property("low")) != (mood, low):
            self.setProperty("mood", mood)
            self.setProperty("low", low)
            self.style().unpolish(self)
            self.style().polish(self)
        self.update()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(20, 24 if self.property("low") else 28)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._unused or (self.width() >= _NARROW and self.hasFocus()):
            super().paintEvent(event)
            return
        # A column without a meaning calls for nothing: only its sign, and the ring in focus.
        painter = QPainter(self)
        side = QRect((self.width() - 16) // 2, (self.height() - 16) // 2, 16, 16)
        paint_icon(painter, self._theme, *self._sign, side)
        if self.hasFocus():
            painter.setPen(self._theme.colour("focus"))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 4, 4)

    @Slot(int)
    def _choose(self, place: int) -> None:
        self.chosen.emit(self._column, self._meanings.field_at(place))
