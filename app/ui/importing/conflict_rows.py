"""The lines of a card about forms that contradict: who, where, and a button for each value."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.count import Interval
from app.domain.form_conflict import Option
from app.ui.importing.findings import AskedConflict
from app.ui.parts.buttons import Button, ButtonRole
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.counts import count_text
from app.wording.language import Language


class ConflictRow(QWidget):
    """Keys 1, 2, 3 choose as the buttons do; a pressed one, pressed again, takes the answer back."""

    answered = Signal(object, object)
    """The Conflict, and the Option that holds; None: no answer."""

    def __init__(self, theme: Theme, language: Language, asked: AskedConflict) -> None:
        super().__init__()
        self.asked = asked
        conflict = asked.conflict
        whom = f"{conflict.name} · {conflict.platform.name_shown}"
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 4, 0, 4)
        column.setSpacing(3)
        column.addWidget(label(theme, whom, font="body_medium", wrap=True))
        self._buttons: list[Button] = []
        for number, (option, source) in enumerate(
            zip(conflict.options, asked.sources, strict=True), 1
        ):
            words = f"{number}  {option_words(option, language)}"
            source = source or language.say("recorded now")
            button = Button(theme, words, role=ButtonRole.TOGGLE, small=True)
            button.setAccessibleName(f"{words}, {source}")
            button.setAccessibleDescription(whom)
            button.setToolTip(source)
            button.setChecked(asked.chosen is option)
            button.clicked.connect(self._answer)
            self._buttons.append(button)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(label(theme, source, font="small", tone="text_2", wrap=True))

    def focus(self) -> None:
        """The keys go here."""
        self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = event.key() - Qt.Key.Key_1
        if 0 <= place < len(self._buttons) and not event.modifiers():
            self._buttons[place].click()
        else:
            super().keyPressEvent(event)

    @Slot(bool)
    def _answer(self, pressed: bool) -> None:
        place = next(at for at, one in enumerate(self._buttons) if one is self.sender())
        option = self.asked.conflict.options[place] if pressed else None
        self.answered.emit(self.asked.conflict, option)


def option_words(option: Option, language: Language) -> str:
    """A value in a few words: count, account, or that there is none."""
    if option.none:
        return language.say("no account")
    parts = []
    if option.value is not None:
        interval = Interval(option.value.low, option.value.high, option.value.exact)
        parts.append(count_text(interval, option.value.written, language))
        parts.append(language.day_and_month(option.value.observed_on))
    if option.handle is not None:
        parts.insert(1, f"@{option.handle}")
    return " · ".join(parts)
