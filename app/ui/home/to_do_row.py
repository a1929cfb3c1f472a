"""One thing to do: what it is, the list behind its number, and the button that leads to the work."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.home.to_do import Place, ToDo
from app.ui.parts.buttons import plain_button
from app.ui.parts.row_button import RowButton
from app.ui.parts.text import icon_label, label
from app.ui.theme.theme import Theme
from app.ui.wanted import PeopleWanted
from app.wording.language import Language

_ROW = 53
_BUTTON = 116


class ToDoRow(QWidget):
    """The words are a button of their own where people stand behind them."""

    asked = Signal(Place)
    list_asked = Signal(PeopleWanted)

    def __init__(self, theme: Theme, language: Language, thing: ToDo) -> None:
        super().__init__()
        self._theme, self.thing = theme, thing
        self.button = plain_button(theme, thing.answer)
        self.button.setAutoDefault(True)
        self.button.setMinimumWidth(_BUTTON)
        self.button.setAccessibleDescription(thing.title)
        self.button.clicked.connect(self._ask)
        self.setMinimumHeight(_ROW)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 3, 14, 3)
        row.setSpacing(12)
        self._list: RowButton | None = None
        if thing.behind is None:
            row.addLayout(self._words(), 1)
        else:
            self._list = RowButton(self._words(), f"{thing.title}. {thing.detail}")
            self._list.setToolTip(language.say("Shows the list"))
            self._list.clicked.connect(self._ask_list)
            row.addWidget(self._list, 1)
        row.addWidget(self.button)

    def focusable(self) -> list[QWidget]:
        """In the order of Tab: Enter acts first, whoever wants to see the list goes on."""
        return [self.button] if self._list is None else [self.button, self._list]

    def _words(self) -> QHBoxLayout:
        thing = self.thing
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addStretch()
        lines.addWidget(label(self._theme, thing.title, font="body_medium", wrap=True))
        lines.addWidget(label(self._theme, thing.detail, font="small", tone="text_2", wrap=True))
        lines.addStretch()
        words = QHBoxLayout()
        words.setContentsMargins(8, 3, 8, 3)
        words.setSpacing(12)
        words.addWidget(icon_label(self._theme, thing.icon, tone=thing.tone, size=20))
        words.addLayout(lines, 1)
        return words

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self.thing.place)

    @Slot()
    def _ask_list(self) -> None:
        self.list_asked.emit(self.thing.behind)
