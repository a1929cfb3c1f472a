"""The card that says what to do next, one button for each thing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from app.ui.home.to_do import Place, ToDo
from app.ui.home.to_do_row import ToDoRow
from app.ui.parts.buttons import Button, plain_button
from app.ui.parts.card import Card
from app.ui.parts.empty import EmptyState
from app.ui.parts.text import line
from app.ui.theme.theme import Theme
from app.ui.wanted import PeopleWanted
from app.wording.language import Language

_AROUND = 40 + 1 + 4 + 2
"""Head, hairline, the foot of the body, the frame."""


class ToDoCard(QWidget):
    """Scrolls where there is more to do than fits; without anything it says that all is well."""

    asked = Signal(Place)
    report_asked = Signal()
    list_asked = Signal(PeopleWanted)
    """Whom a number counts."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._things: list[ToDo] | None = None
        self._shown: list[ToDoRow] = []
        self._card = Card(theme, language.say("What to do next"), ruled=True, padding=0)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._report = plain_button(
            theme, language.say("Write the report"), icon="file-spreadsheet"
        )
        self._report.setAutoDefault(True)
        self._report.clicked.connect(self.report_asked)
        done = EmptyState(
            theme,
            "circle-check",
            language.say("All done"),
            language.say(
                "Every row is stored, every count is fresh enough, and the report of this month is "
                "written."
            ),
            self._report,
        )
        self._faces = QStackedLayout()
        # The scrolling rows must not cover the round corners of the card.
        self._card.body.setContentsMargins(0, 0, 0, 4)
        # Before it is filled: a layout without a widget shows its first part as a window.
        self._card.body.addLayout(self._faces)
        self._faces.addWidget(self._scrolling())
        self._faces.addWidget(done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)

    def show_things(self, things: Sequence[ToDo]) -> None:
        """Say what there is to do; what stays keeps its buttons and the focus."""
        if self._things == list(things):
            return
        self._things = list(things)
        kept = {row.thing: row for row in self._shown}
        self._shown = [kept.pop(thing) if thing in kept else self._made(thing) for thing in things]
        self._clear_layout()
        for place, row in enumerate(self._shown):
            if place:
                self._rows.addWidget(line())
            self._rows.addWidget(row)
        self._rows.addStretch(1)
        self._faces.setCurrentIndex(0 if things else 1)
        note = self._language.say_many("{count} thing", "{count} things", len(things))
        self._card.set_note(note if things else "")
        gone = list(kept.values())
        if any(part.hasFocus() for row in gone for part in row.focusable()):
            # Before it goes: Qt would hand the focus on, and scroll after it.
            self.buttons()[0].setFocus()
        for row in gone:
            row.hide()
            row.deleteLater()

    def whole_height(self) -> int:
        """With which nothing has to be scrolled."""
        return _AROUND + self._rows.totalHeightForWidth(self.width() - 2)

    def buttons(self) -> list[Button]:
        """What leads on, top to bottom."""
        return [row.button for row in self._shown] or [self._report]

    def focusable(self) -> list[QWidget]:
        """In the order of Tab."""
        return [part for row in self._shown for part in row.focusable()] or [self._report]

    def _scrolling(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("role", "surface")
        inside.setLayout(self._rows)
        area = QScrollArea()
        area.setProperty("role", "surface")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area

    def _made(self, thing: ToDo) -> ToDoRow:
        row = ToDoRow(self._theme, self._language, thing)
        row.asked.connect(self.asked)
        row.list_asked.connect(self.list_asked)
        return row

    def _clear_layout(self) -> None:
        """The rows stay as they are, and where they are, until they are placed anew."""
        while (item := self._rows.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None and not isinstance(widget, ToDoRow):
                widget.hide()
                widget.deleteLater()
