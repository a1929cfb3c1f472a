"""The strip at the foot of a page: what happened, what is safe, what can be done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from app.ui.parts.buttons import Button, ButtonRole, icon_button
from app.ui.parts.text import icon_label, label
from app.ui.theme.theme import Theme
from app.wording.language import Language

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

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self.setProperty("role", "strip")
        self.setMinimumHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 6, 10, 6)
        self._row.setSpacing(10)
        self._acts: dict[Button, Callable[[], None]] = {}
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
        words = label(self._theme, lead, font="body_semibold", tone=tone)
        self._row.addWidget(words)
        after = label(self._theme, rest, tone=tone, wrap=True)
        self._row.addWidget(after, 1)
        for answer in answers:
            self._row.addWidget(self._button(answer))
        if not answers or mood is not Mood.DONE:
            close = icon_button(self._theme, "x", self._language.say("Close this message"))
            close.clicked.connect(self.clear)
            self._row.addWidget(close)
        self.setAccessibleName(f"{lead} {rest}".strip())
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

    def buttons(self) -> list[Button]:
        """The answers that can be pressed now, left to right."""
        return list(self._acts)

    def _button(self, answer: Answer) -> Button:
        role = ButtonRole.PRIMARY if answer.main else ButtonRole.PLAIN
        button = Button(self._theme, answer.words, role=role, icon=answer.icon, small=True)
        self._acts[button] = answer.act
        button.clicked.connect(self._act)
        return button

    @Slot()
    def _act(self) -> None:
        button = self.sender()
        act = self._acts.get(button) if isinstance(button, Button) else None
        self.clear()
        if act is not None:
            act()

    def _empty(self) -> None:
        self._acts.clear()
        while (item := self._row.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
