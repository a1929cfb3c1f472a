"""The bar below the sheet: five outcomes that sum to the rows read, and the one thing to do."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
)
from typing_extensions import override

from app.domain.roster import Outcome
from app.ui.importing.outcomes import OUTCOME_LOOKS
from app.ui.parts.buttons import Button, ButtonRole
from app.ui.parts.text import icon_label, label
from app.ui.parts.writing import writes
from app.ui.theme.painting import paint_icon, paint_text
from app.ui.theme.theme import Theme
from app.wording.imports import outcome_word
from app.wording.language import Language

HEIGHT = 62
_PAD = 6
_GAPS = 150
"""Between the parts, and around the tick."""


class OutcomePart(QPushButton):
    """One outcome: a bar, its icon, its word, its number; pressed, the sheet shows only these."""

    def __init__(self, theme: Theme, language: Language, outcome: Outcome) -> None:
        super().__init__()
        self._theme = theme
        self._look = OUTCOME_LOOKS[outcome]
        self._word = outcome_word(outcome, language)
        self._number = language.number(0)
        self._compact = False
        self.outcome = outcome
        self.setCheckable(True)
        self.setProperty("role", "bare")
        self.setToolTip(language.say("Show only these rows: {outcome}").format(outcome=self._word))

    def set_number(self, number: str) -> None:
        """How many rows."""
        self._number = number
        self.setAccessibleName(f"{self._word} {number}")
        self.updateGeometry()
        self.update()

    def set_compact(self, *, compact: bool) -> None:
        """Without the word, where the window is narrow."""
        self._compact = compact
        self.updateGeometry()
        self.update()

    def width_for(self, *, compact: bool) -> int:
        """How wide it is with or without its word."""
        width = QFontMetrics(self._theme.fonts.name).horizontalAdvance(self._number) + 19
        if not compact:
            width += QFontMetrics(self._theme.fonts.body).horizontalAdvance(self._word) + 6
        return width + 2 * _PAD + 4

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width_for(compact=self._compact), 40)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        box = self.rect().adjusted(_PAD, 0, -_PAD, 0)
        if self.isChecked():
            painter.fillRect(self.rect().adjusted(2, 6, -2, -2), self._theme.colour("selection"))
        painter.fillRect(box.left(), 4, box.width(), 4, self._theme.colour(self._look.bar))
        line = QRect(box.left(), 10, box.width(), self.height() - 12)
        top = line.top() + (line.height() - 15) // 2
        tone = self._look.tone
        paint_icon(painter, self._theme, self._look.icon, tone, QRect(line.left(), top, 15, 15))
        line.setLeft(line.left() + 20)
        if not self._compact:
            paint_text(painter, self._theme, line, self._word, tone="text_2")
            words = QFontMetrics(self._theme.fonts.body).horizontalAdvance(self._word)
            line.setLeft(line.left() + words + 6)
        line.setRight(self.rect().right())
        paint_text(painter, self._theme, line, self._number, font="name")


class OutcomeBar(QFrame):
    """62 high. The tick is there only while the sum is true."""

    filtered = Signal(object)
    """The frozenset of outcomes to show, or None for all rows."""
    cancelled = Signal()
    asked = Signal()
    """Import what is planned."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._language = language
        self.setProperty("role", "card")
        self.setFixedHeight(HEIGHT)
        self._parts = [OutcomePart(theme, language, outcome) for outcome in OUTCOME_LOOKS]
        self._equals = label(theme, "=", tone="text_2")
        self._read = label(theme, font="name")
        self._words = label(theme, tone="text_2")
        self._tick = icon_label(theme, "circle-check", tone="qualifies_text", size=18)
        self._tick.setAccessibleName(language.say("The sum is right"))
        self._leave = Button(theme, language.say("Cancel"), role=ButtonRole.QUIET)
        self._go = Button(theme, "", role=ButtonRole.PRIMARY, keys="Ctrl+Enter", tall=True)
        self._lay_out(theme)
        self._leave.clicked.connect(self.cancelled)
        writes(self._go)
        self._go.clicked.connect(self.asked)
        for part in self._parts:
            part.clicked.connect(self._filter)
        self.show_outcomes({}, 0)

    def show_outcomes(self, outcomes: Mapping[Outcome, int], rows_read: int) -> None:
        """`rows_read` is counted apart from the outcomes: the tick compares the two."""
        for part in self._parts:
            part.set_number(self._language.number(outcomes.get(part.outcome, 0)))
        self._read.setText(self._language.number(rows_read))
        self._words.setText(self._language.say("rows read"))
        self._tick.setVisible(sum(outcomes.values()) == rows_read > 0)
        self._fit()

    @property
    def sum_is_true(self) -> bool:
        """Whether the tick is there."""
        return not self._tick.isHidden()

    @property
    def go_button(self) -> Button:
        """The primary button, for its tooltip and the focus."""
        return self._go

    def show_button(self, words: str, *, enabled: bool, why: str = "", over: bool = False) -> None:
        """What the primary button says and why; `over`: there is nothing left to cancel."""
        self._leave.set_words(self._language.say("Close") if over else self._language.say("Cancel"))
        self._go.set_words(words)
        self._go.setEnabled(enabled)
        self._go.setToolTip(why)
        self._fit()

    def show_filter(self, outcomes: frozenset[Outcome] | None) -> None:
        """Press the parts that the sheet is filtered by; says nothing."""
        for part in self._parts:
            part.setChecked(outcomes is not None and part.outcome in outcomes)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self, theme: Theme) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 10, 12, 8)
        row.setSpacing(5)
        self._signs: list[QLabel] = []
        for place, part in enumerate(self._parts):
            if place:
                sign = label(theme, "+", tone="text_2")
                sign.setContentsMargins(0, 10, 0, 0)
                row.addWidget(sign)
                self._signs.append(sign)
            row.addWidget(part)
        for words in (self._equals, self._read, self._words, self._tick):
            words.setContentsMargins(2, 10, 0, 0)
            row.addWidget(words)
        self._tick.setFixedSize(20, 28)
        row.addStretch()
        row.addWidget(self._leave)
        row.addSpacing(8)
        row.addWidget(self._go)

    def _fit(self) -> None:
        """Words go, before anything is cut: first those of the parts, then "rows read"."""
        fixed = self._leave.sizeHint().width() + self._go.sizeHint().width() + _GAPS
        fixed += self._read.sizeHint().width() + 18 * len(self._signs)
        words = self._words.sizeHint().width()
        compact = self.width() < fixed + words + self._width_of_parts(compact=False)
        for part in self._parts:
            part.set_compact(compact=compact)
        shown = not compact or self.width() >= fixed + words + self._width_of_parts(compact=True)
        self._words.setVisible(shown)

    def _width_of_parts(self, *, compact: bool) -> int:
        return sum(part.width_for(compact=compact) for part in self._parts)

    @Slot()
    def _filter(self) -> None:
        pressed = frozenset(part.outcome for part in self._parts if part.isChecked())
        self.filtered.emit(pressed or None)
