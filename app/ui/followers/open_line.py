"""One line of the list of open entries: whose, what was typed, the readings with their digits."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from app.ui.followers.reading_field import ReadingField, Tone
from app.ui.parts.text import label
from app.ui.theme.theme import Theme


class OpenLine(QFrame):
    """Only shows; which line is in hand and what was answered is the list's."""

    chosen = Signal(int)
    """The place of an answer that was clicked, from 0."""
    touched = Signal()
    """Clicked elsewhere: the line is wanted in hand."""

    def __init__(self, theme: Theme, who: str, written: str, answers: Sequence[str]) -> None:
        super().__init__()
        self._answers = answers
        self._spoken = f"{who} {written}"
        self.setProperty("role", "surface")
        self._who = label(theme, who, font="body_semibold", wrap=True)
        self._written = label(theme, written, tone="text_2", wrap=True)
        self._reading = ReadingField(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 10, 4)
        row.setSpacing(12)
        row.addWidget(self._who)
        row.addWidget(self._written)
        row.addWidget(self._reading, 1)
        self._reading.chosen.connect(self.chosen)

    def words(self) -> Sequence[QWidget]:
        """The two texts before the answers, whose widths are those of the widest line."""
        return self._who, self._written

    def set_widths(self, widths: Sequence[int]) -> None:
        """All lines stand in columns."""
        for part, width in zip(self.words(), widths, strict=True):
            part.setFixedWidth(width)

    def show_state(self, answer: int | None, *, in_hand: bool, takes_keys: bool) -> None:
        """An answered line says its answer until it is taken in hand again."""
        if answer is None or in_hand:
            self._reading.offer("", self._answers, active=in_hand and takes_keys)
        else:
            self._reading.say(Tone.SURE, self._answers[answer])
        self.setAccessibleName(f"{self._spoken}: {self._reading.accessibleName()}")
        self.setProperty("role", "panel" if in_hand else "surface")
        self.style().unpolish(self)
        self.style().polish(self)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.touched.emit()
