"""The strip at the foot of a page: what happened, what is safe, what can be done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from app.ui.parts.buttons import Button, ButtonRole, icon_button
from app.ui.parts.text import icon_label, label
from app.ui.theme.theme import Theme
from app.wording.error_sentence import ErrorSentence
from app.wording.language import Language

_DIRECTION = QBoxLayout.Direction
_HEIGHT = 46
_SECONDS = 8


class Mood(Enum):
    """Why the strip is there."""

    DONE = "done"
    WARNING = "warning"
    ERROR = "error"


_SIGNS = {
    Mood.DONE: ("circle-check", "qualifies_text", "text"),
    Mood.WARNING: ("triangle-alert", "warning_text", "warning_text"),
    Mood.ERROR: ("triangle-alert", "error_text", "error_text"),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """A button of the strip. The strip closes, then `act` (a method) is called."""

    words: str
    act: Callable[[], None]
    main: bool = False
    icon: str = ""


class Strip(QFrame):
    """Hidden until something is said. With answers it stays; a mere report leaves after 8 s."""

    closed = Signal()
    """The person closed it without an answer."""
    help_asked = Signal(str)
    """The anchor of what the manual tells of the failure that is said."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self.setProperty("role", "strip")
        self.setMinimumHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 6, 10, 6)
        self._row.setSpacing(10)
        self._words: QBoxLayout | None = None
        self._wide = 0
        self._acts: dict[Button, Callable[[], None]] = {}
        self._entry = ""
        self._timer = QTimer(self, singleShot=True, interval=_SECONDS * 1000)
        self._timer.timeout.connect(self.clear)
        self.hide()

    def say(
        self,
        mood: Mood,
        lead: str,
        rest: str = "",
        answers: Sequence[Answer] = (),
        *,
        stays: bool = False,
    ) -> None:
        """Say `lead` in bold and `rest` after it. Warnings and errors stay until answered."""
        self._empty()
        icon, icon_tone, tone = _SIGNS[mood]
        self.setProperty("mood", mood.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._row.addWidget(icon_label(self._theme, icon, tone=icon_tone, size=18))
        self._say_words(lead, rest, tone)
        for answer in answers:
            self._row.addWidget(self._button(answer))
        self._entry = next(
            (one.entry for one in (lead, rest) if isinstance(one, ErrorSentence)), ""
        )
        if self._entry:
            self._row.addWidget(self._help_button(in_full=not answers))
        if not answers or mood is not Mood.DONE:
            close = icon_button(self._theme, "x", self._language.say("Close this message"))
            close.clicked.connect(self._close)
            self._row.addWidget(close)
        self.setAccessibleName(f"{lead} {rest}".strip())
        self._fit()
        self.show()
        self._timer.stop()
        if mood is Mood.DONE and not answers and not stays:
            self._timer.start()

    @Slot()
    def clear(self) -> None:
        """Say nothing more."""
        self._timer.stop()
        self.hide()
        self._empty()

    @property
    def entry(self) -> str:
        """Where the manual tells of the failure that is said; nothing where none is."""
        return self._entry

    @Slot()
    def _close(self) -> None:
        self.clear()
        self.closed.emit()

    def buttons(self) -> list[Button]:
        """The answers that can be pressed now, left to right."""
        return list(self._acts)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _say_words(self, lead: str, rest: str, tone: str) -> None:
        holder = QWidget()
        self._words = QBoxLayout(_DIRECTION.LeftToRight, holder)
        self._words.setContentsMargins(0, 0, 0, 0)
        self._words.setSpacing(self._row.spacing())
        first = label(self._theme, lead, font="body_semibold", tone=tone)
        self._words.addWidget(first)
        self._words.addWidget(label(self._theme, rest, tone=tone, wrap=True), 1)
        self._wide = first.sizeHint().width() + self._row.spacing()
        self._wide += self._theme.metrics("body").horizontalAdvance(rest)
        self._row.addWidget(holder, 1)

    def _fit(self) -> None:
        """Beside many buttons the words stand below each other: nothing is cut."""
        if self._words is None:
            return
        others = sum(
            widget.sizeHint().width() + self._row.spacing()
            for place in range(self._row.count())
            if (item := self._row.itemAt(place)) is not None
            and isinstance(widget := item.widget(), Button | QLabel | QToolButton)
        )
        margins = self._row.contentsMargins()
        room = self.width() - others - margins.left() - margins.right()
        beside = self._wide <= room or not self._acts
        direction = _DIRECTION.LeftToRight if beside else _DIRECTION.TopToBottom
        # Each of these asks for a new layout, also where it says what it said before.
        if direction is self._words.direction():
            return
        self._words.setDirection(direction)
        self._words.setSpacing(self._row.spacing() if beside else 0)
        # Below each other they belong together, also in a strip that is given spare height.
        self._words.setStretch(1, 1 if beside else 0)

    def _button(self, answer: Answer) -> Button:
        role = ButtonRole.PRIMARY if answer.main else ButtonRole.PLAIN
        button = Button(self._theme, answer.words, role=role, icon=answer.icon, small=True)
        self._acts[button] = answer.act
        button.clicked.connect(self._act)
        return button

    def _help_button(self, *, in_full: bool) -> Button:
        """Beside answers only its icon: the words of the failure need the room."""
        theme, words, icon = self._theme, self._language.say("Help"), "circle-help"
        button = icon_button(theme, icon, words)
        if in_full:
            button = Button(theme, words, role=ButtonRole.QUIET, icon=icon, small=True)
        button.clicked.connect(self._ask_for_help)
        return button

    @Slot()
    def _ask_for_help(self) -> None:
        self.help_asked.emit(self._entry)

    @Slot()
    def _act(self) -> None:
        button = self.sender()
        act = self._acts.get(button) if isinstance(button, Button) else None
        self.clear()
        if act is not None:
            act()

    def _empty(self) -> None:
        self._acts.clear()
        self._entry, self._words = "", None
        while (item := self._row.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
