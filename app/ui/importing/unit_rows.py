"""The lines of a card about names of units: what the file says, what it may mean, two answers."""

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from app.services.importing import UnitGuess
from app.ui.parts.buttons import Button, ButtonRole
from app.ui.theme.painting import paint_icon, paint_text
from app.ui.theme.theme import Theme
from app.wording.language import Language

_HEIGHT = 40
_LINE = 20
_SIGN = 12


class _Names(QPushButton):
    """The name as it is written over the known one; pressed, it leads to its first row."""

    def __init__(self, theme: Theme, language: Language, guess: UnitGuess) -> None:
        super().__init__()
        self._theme = theme
        self._guess = guess
        self._rows = language.say_many("{count} row", "{count} rows", guess.rows)
        like = language.say("{name}: like {known}").format(name=guess.written, known=guess.known)
        self.setProperty("role", "bare")
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(f"{like}, {self._rows}")
        hint = [guess.written, f"≈ {guess.known}", self._rows]
        if guess.renamed:
            hint.append(language.say("Renamed, or another office?"))
        self.setToolTip("\n".join(hint))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        return QSize(160, _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, theme = QPainter(self), self._theme
        rows = QFontMetrics(theme.fonts.small).horizontalAdvance(self._rows) + 2
        written = QRect(2, 1, self.width() - rows - 12, _LINE)
        paint_text(painter, theme, written, self._guess.written)
        at_right = QRect(self.width() - rows - 4, 1, rows, _LINE)
        paint_text(painter, theme, at_right, self._rows, font="small", tone="text_2")
        sign = QRect(2, _LINE + 3, _SIGN, _SIGN)
        paint_icon(painter, theme, "equal-approximately", "text_2", sign)
        known = QRect(_SIGN + 7, _LINE - 1, self.width() - _SIGN - 9, _LINE)
        paint_text(painter, theme, known, self._guess.known, font="small", tone="text_2")


class UnitRow(QWidget):
    """Neither answer is pressed until a person gives one; pressed again, it is taken back."""

    reached = Signal(object)
    """The UnitGuess whose rows are asked for."""
    answered = Signal(list, object)
    """The UnitGuess in a list, and True (the same), False (another) or None (no answer)."""

    def __init__(self, theme: Theme, language: Language, guess: UnitGuess) -> None:
        super().__init__()
        self._guess = guess
        say = language.say
        names = _Names(theme, language, guess)
        same, other = (
            Button(theme, "", role=ButtonRole.TOGGLE, icon="check", small=True),
            Button(theme, "", role=ButtonRole.TOGGLE, icon="x", small=True),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(names, 1)
        for button, answer, words in (
            (same, True, say("The same unit: use “{name}”").format(name=guess.known)),
            (other, False, say("Another unit: do not ask again")),
        ):
            button.setAccessibleName(words)
            button.setAccessibleDescription(guess.written)
            button.setToolTip(words)
            button.setChecked(guess.same is answer)
            row.addWidget(button)
        names.clicked.connect(self._reach)
        same.clicked.connect(self._say_same)
        other.clicked.connect(self._say_other)

    @Slot()
    def _reach(self) -> None:
        self.reached.emit(self._guess)

    @Slot(bool)
    def _say_same(self, pressed: bool) -> None:
        self.answered.emit([self._guess], True if pressed else None)

    @Slot(bool)
    def _say_other(self, pressed: bool) -> None:
        self.answered.emit([self._guess], False if pressed else None)
