"""Below the list of pasted lines: the line in hand, its question, its choices, a line to type."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from app.ui.followers.choice_line import ChoiceLine
from app.ui.followers.reading_field import ReadingField, Tone
from app.ui.parts.buttons import Button
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.language import Language

_WIDTH = 302


class ChatAnswer(QFrame):
    """Only shows and is typed into; what it means is the desk's."""

    dropped = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        say = language.say
        self.setProperty("role", "card")
        self._question = label(theme, font="body_semibold")
        self._said = label(theme, tone="text_2")
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.line = ChoiceLine()
        self.line.setMinimumWidth(200)
        self.line.setMaximumWidth(_WIDTH)
        self.line.setPlaceholderText(say("A name, or the line anew"))
        self.line.setAccessibleName(say("Answer: a digit, a name, or the line anew"))
        self.reading = ReadingField(theme)
        self.drop = Button(theme, say("Drop"), icon="trash-2", keys="Del")
        self.drop.setToolTip(say("The line is not wanted; it stays in view under Not used."))
        above = QHBoxLayout()
        above.setSpacing(10)
        above.addWidget(self._question)
        above.addWidget(self._said, 1)
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addWidget(self.line, 1)
        below.addWidget(self.reading, 2)
        below.addWidget(self.drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(8)
        column.addLayout(above)
        column.addLayout(below)
        self.drop.clicked.connect(self.dropped)

    def ask(self, question: str, said: str, choices: Sequence[str], hint: str) -> None:
        """One line in hand; without choices `hint` says what can be typed."""
        self._question.setText(question)
        self._said.setText(said)
        self._said.setToolTip(said)
        self.setAccessibleName(f"{question} {said}".strip())
        self.line.choices = len(choices)
        if choices:
            self.reading.offer("", choices)
        else:
            self.reading.say(Tone.HINT, "", hint)
        self.drop.setVisible(bool(said))
