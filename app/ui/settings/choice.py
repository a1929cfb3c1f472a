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
        self._theme = theme
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        self._options: Sequence[Option] = ()
        self._content = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._content)
        self.show_options(options)
        self._group.buttonClicked.connect(self._choose)

    def show_options(self, options: Sequence[Option]) -> None:
        """Other options; the mark stays where it can, the same ones as before leave everything."""
        if options == self._options:
            return
        self._options = options
        marked = next((key for key, one in self._buttons.items() if one.isChecked()), "")
        focused = next((key for key, one in self._buttons.items() if one.hasFocus()), "")
        for button in self._buttons.values():
            self._group.removeButton(button)
        self._buttons = {}
        content = self._made(options)
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(self._content, content)
        self._content.hide()
        self._content.deleteLater()
        self._content = content
        self.choose(marked)
        if focused in self._buttons:
            self._buttons[focused].setFocus()

    def choose(self, key: str) -> None:
        """Mark what is stored; an unknown key leaves the mark where it is."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def _made(self, options: Sequence[Option]) -> QWidget:
        theme = self._theme
        content = QWidget()
        column = QVBoxLayout(content)
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
        return content

    @Slot()
    def _choose(self) -> None:
        for key, button in self._buttons.items():
            if button.isChecked():
                self.chosen.emit(key)
