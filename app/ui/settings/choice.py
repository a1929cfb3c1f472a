"""A group of radio buttons of which one is chosen, each with a line that explains it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from app.ui.parts.text import label
from app.ui.theme.theme import Theme

_INDENT = 29


@dataclass(frozen=True, slots=True)
class Option:
    """`key` is what is stored; `lines` explain `words`."""

    key: str
    words: str
    lines: tuple[str, ...] = ()


class Choice(QWidget):
    """Arrows choose at once; `chosen` is only for what a person does."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, options: Sequence[Option]) -> None:
        """`name` is said by screen readers."""
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for place, option in enumerate(options):
            if place and option.lines:
                column.addSpacing(8)
            button = QRadioButton(option.words)
            button.setFont(theme.font("body_medium" if option.lines else "body"))
            button.setAccessibleDescription(" ".join(option.lines))
            self._group.addButton(button)
            self._buttons[option.key] = button
            column.addWidget(button)
            for words in option.lines:
                text = label(theme, words, font="small", tone="text_2", wrap=True)
                text.setContentsMargins(_INDENT, 0, 0, 0)
                column.addWidget(text)
        self._group.buttonClicked.connect(self._choose)

    def choose(self, key: str) -> None:
        """Mark what is stored; an unknown key leaves the mark where it is."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    @Slot()
    def _choose(self) -> None:
        for key, button in self._buttons.items():
            if button.isChecked():
                self.chosen.emit(key)
