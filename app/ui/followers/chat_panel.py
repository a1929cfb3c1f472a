"""The list of pasted lines in the place of the grid: doubtful ones first, the ready ones folded."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.followers.chat_answer import ChatAnswer
from app.ui.followers.chat_lines import Group, Pasted, PastedLines
from app.ui.followers.chat_table import GROUP, chat_columns
from app.ui.followers.chat_words import group_words
from app.ui.parts.buttons import Button, ButtonRole, primary_button
from app.ui.parts.card import framed
from app.ui.parts.text import label
from app.ui.parts.writing import writes
from app.ui.table.find_line import FindLine
from app.ui.table.memory import TableMemory
from app.ui.table.model import TableModel
from app.ui.table.view import TableView
from app.ui.theme.theme import Theme
from app.wording.language import Language

_ROOM_FOR_FACTS = 1240
_ICONS = {Group.OPEN: "circle-help", Group.READY: "circle-check", Group.UNUSED: "circle-minus"}


class ChatPanel(QWidget):
    """Lists and filters; answers are the desk's."""

    chosen = Signal(object)
    """Another Pasted is in hand, or None."""
    record_asked = Signal()
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        language: Language,
        memory: TableMemory,
        person: Callable[[int], str],
    ) -> None:
        super().__init__()
        say = language.say
        self._language = language
        self._model: TableModel[Pasted] = TableModel(chat_columns(language, person), _key)
        self.table: TableView[Pasted] = TableView(
            theme, language, self._model, name=say("Pasted lines"), key="chat", memory=memory
        )
        self.search = FindLine(theme, language)
        self.answer = ChatAnswer(theme, language)
        words = say("Lines stay until they are answered or dropped.")
        self._facts = label(theme, words, tone="text_2")
        self._groups = {group: self._toggle(theme, group) for group in Group}
        self.record = primary_button(theme, "", icon="check", keys="Ctrl+Enter")
        self.close_button = Button(theme, say("To the table"), keys="Esc")
        self._build()
        for sequence in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(sequence), self).activated.connect(self.record_asked)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.closed)
        writes(self.record)
        self.record.clicked.connect(self.record_asked)
        self.close_button.clicked.connect(self.closed)
        self.search.searched.connect(self._model.search)
        self.search.left.connect(self.table.go_to_first_row)
        self.table.row_chosen.connect(self.chosen)
        self.table.opened.connect(self._into_answer)

    def show_lines(self, lines: PastedLines, current: int | None) -> None:
        """List them; `current` is in hand where it is shown, else the first."""
        self._model.set_rows(lines.all())
        for group, button in self._groups.items():
            button.set_number(self._language.number(len(lines.of(group))))
        ready = len(lines.of(Group.READY))
        words = self._language.say_many("Record {count} line", "Record {count} lines", ready)
        self.record.set_words(words)
        self.record.setEnabled(ready > 0)
        if current is None or not self.table.choose(current):
            self.go_to(0)

    def show_groups(self, *groups: Group) -> None:
        """Unfold these, fold the others."""
        for group, button in self._groups.items():
            button.blockSignals(True)
            button.setChecked(group in groups)
            button.blockSignals(False)
        self._filter()

    def go_to(self, place: int) -> None:
        """Take the line at this place in hand; the nearest where there are fewer."""
        rows = self._model.rowCount()
        if rows:
            index = self._model.index(min(max(place, 0), rows - 1), 0)
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)

    @Slot(int)
    def step(self, by: int) -> None:
        """One line down or up."""
        self.go_to(self.table.currentIndex().row() + by)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._facts.setVisible(self.width() >= _ROOM_FOR_FACTS)

    def _toggle(self, theme: Theme, group: Group) -> Button:
        words = group_words(group, self._language)
        button = Button(theme, words, role=ButtonRole.TOGGLE, icon=_ICONS[group])
        button.toggled.connect(self._filter)
        return button

    @Slot()
    def _filter(self) -> None:
        shown = frozenset(g.value for g, button in self._groups.items() if button.isChecked())
        self._model.set_filter(GROUP, shown)
        if not self.table.currentIndex().isValid():
            self.go_to(0)
        self.chosen.emit(self.table.current_row())

    @Slot()
    def _into_answer(self) -> None:
        self.answer.line.setFocus()

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for button in self._groups.values():
            bar.addWidget(button)
        bar.addWidget(self._facts)
        bar.addStretch(1)
        bar.addWidget(self.close_button)
        bar.addWidget(self.record)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(bar)
        column.addWidget(self.search)
        column.addWidget(framed(self.table), 1)
        column.addWidget(self.answer)


def _key(row: Pasted) -> int:
    return row.id
