"""The list of entries that are not clear: one line each, answered by one digit each."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.followers.open_entry import OpenEntry, cell_words, choices
from app.ui.followers.open_line import OpenLine
from app.ui.parts.buttons import Button
from app.ui.parts.spoken import speak_as
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.counts import quotable
from app.wording.language import Language

_SHOWN = 100
"""Lines at once; those behind them follow when these are answered."""
_TALLEST = 252
_LOWEST = 84
_REST = 340
"""So much of a low page is left to what stands above: the grid keeps its rows."""
_WIDEST = 260


class OpenList(QFrame):
    """Holds the answers until the last one is given or the list is left: then they are one act."""

    finished = Signal(object)
    """The answers by the OpenEntry: the list is left, or nothing is open any more."""
    came = Signal(bool)
    """It is in sight, or no more."""
    visited = Signal(object)
    """The cell of this OpenEntry is wanted."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._entries: Sequence[OpenEntry] = ()
        self._answers: dict[OpenEntry, int] = {}
        self._lines: Sequence[OpenLine] = ()
        self._at = 0
        self._wanted = 0
        self.setProperty("role", "card")
        speak_as(self, QAccessible.Role.List)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        say = language.say
        self._title = label(theme, font="body_semibold")
        words = say("A digit answers, Enter takes the first reading; what is left stays open.")
        self._facts = label(theme, words, tone="text_2", wrap=True)
        self._visit = Button(theme, say("Go to the cell"), keys="F2", small=True)
        self._leave = Button(theme, say("To the table"), keys="Esc", small=True)
        self._scroll = QScrollArea(widgetResizable=True)
        self._build()
        self._visit.clicked.connect(self._go_to_cell)
        self._leave.clicked.connect(self.leave)
        self.hide()

    def show_entries(self, entries: Sequence[OpenEntry], names: Mapping[int, str]) -> None:
        """List what is open; an answer stays where its text was not typed anew meanwhile."""
        held = self._entries[self._at].place if self._at < len(self._entries) else None
        self._entries = entries[:_SHOWN]
        kept = self._answers
        self._answers = {one: kept[one] for one in self._entries if one in kept}
        places = [one.place for one in self._entries]
        self._at = places.index(held) if held in places else self._next_open(0)
        self._title.setText(
            self._language.say_many(
                "{count} entry is not clear", "{count} entries are not clear", len(entries)
            )
        )
        self._list_lines(names)
        self._show_states()

    def take_answers(self) -> list[tuple[OpenEntry, int]]:
        """What was answered and is not handed on yet; it is handed on only once."""
        taken = [(one, self._answers[one]) for one in self._entries if one in self._answers]
        self._answers.clear()
        return taken

    @Slot()
    def leave(self) -> None:
        """Back to the table; what was answered holds."""
        self.finished.emit(self.take_answers())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.text()
        if digit.isascii() and digit.isdigit() and digit != "0":
            self._answer(self._at, int(digit) - 1)
            return
        match event.key():
            case Qt.Key.Key_Escape:
                self.leave()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._accept()
            case Qt.Key.Key_F2:
                self._go_to_cell()
            case Qt.Key.Key_Down:
                self._take_in_hand(self._at + 1)
            case Qt.Key.Key_Up:
                self._take_in_hand(self._at - 1)
            case _:
                super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_states()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_states()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.came.emit(True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.came.emit(False)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        page = self.parentWidget() or self
        room = min(max(page.height() - _REST, _LOWEST), _TALLEST)
        self._scroll.setFixedHeight(min(self._wanted, room))

    # Answering

    def _accept(self) -> None:
        """The first reading; a text that has none is typed anew in its cell."""
        if self._at < len(self._entries) and self._entries[self._at].readings:
            self._answer(self._at, 0)
        else:
            self._go_to_cell()

    def _answer(self, at: int, choice: int) -> None:
        if at >= len(self._entries) or choice > len(self._entries[at].readings):
            return
        self._answers[self._entries[at]] = choice
        if len(self._answers) == len(self._entries):
            self.leave()
        else:
            self._take_in_hand(self._next_open(at))

    @Slot()
    def _go_to_cell(self) -> None:
        if self._at < len(self._entries):
            one = self._entries[self._at]
            self.leave()
            self.visited.emit(one)

    def _take_in_hand(self, at: int) -> None:
        self._at = min(max(at, 0), max(len(self._entries) - 1, 0))
        self.setFocus()
        self._show_states()

    def _next_open(self, at: int) -> int:
        """The nearest unanswered line from here on, then from the top."""
        places = range(len(self._entries))
        unanswered = [one for one in places if self._entries[one] not in self._answers]
        return next((one for one in unanswered if one >= at), next(iter(unanswered), 0))

    # Showing

    def _show_states(self) -> None:
        for at, (one, line) in enumerate(zip(self._entries, self._lines, strict=True)):
            in_hand = at == self._at
            answer = self._answers.get(one)
            line.show_state(answer, in_hand=in_hand, takes_keys=self.hasFocus())
            if in_hand:
                self._scroll.ensureWidgetVisible(line, 0, 4)
                self.setAccessibleName(line.accessibleName())

    def _list_lines(self, names: Mapping[int, str]) -> None:
        self._lines = [
            OpenLine(
                self._theme,
                cell_words(one.entry, names),
                f"“{quotable(one.reading.written)}”",
                choices(one, self._language),
            )
            for one in self._entries
        ]
        holder = QWidget()
        holder.setProperty("role", "surface")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        parts = [[part.sizeHint().width() for part in line.words()] for line in self._lines]
        widths = [min(max(column), _WIDEST) for column in zip(*parts, strict=True)]
        for at, line in enumerate(self._lines):
            line.set_widths(widths)
            line.chosen.connect(partial(self._answer, at))
            line.touched.connect(partial(self._take_in_hand, at))
            column.addWidget(line)
        column.addStretch(1)
        self._scroll.setWidget(holder)
        self._wanted = holder.sizeHint().height() + 2
        self._fit()

    def _build(self) -> None:
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._facts, 1)
        head.addWidget(self._visit)
        head.addWidget(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._scroll)
