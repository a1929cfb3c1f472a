"""A table, or what stands in its place: nobody there yet, nothing found by the filters."""

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.card import framed
from app.ui.parts.empty import EmptyState
from app.ui.table.model import TableModel
from app.ui.table.view import TableView
from app.ui.theme.theme import Theme
from app.wording.language import Language


class TableStates(QWidget):
    """Follows the model of a list of people by itself."""

    import_asked = Signal()
    """Nobody is there: the roster comes first."""
    clear_asked = Signal()
    """The filters find nothing: lift them."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        table: TableView[Any],
        model: TableModel[Any],
        help_line: str,
        *,
        in_scrolled: bool = False,
    ) -> None:
        """`help_line` says what can be done once somebody is there; `in_scrolled`: see EmptyState."""
        super().__init__()
        self._model = model
        say = language.say
        start = primary_button(theme, say("Import a roster"), icon="file-input")
        nobody = EmptyState(
            theme, "users", say("Nobody is here yet"), help_line, start, in_scrolled=in_scrolled
        )
        clear = plain_button(theme, say("Clear filters"))
        nothing = EmptyState(
            theme, "search", say("Nothing matches"), button=clear, in_scrolled=in_scrolled
        )
        lift = plain_button(theme, say("Clear filters"))
        reading = reading_state(theme, language, lift)
        self._reads = False
        self._stack = QStackedWidget()
        for part in (framed(table), framed(nobody), framed(nothing), framed(reading)):
            self._stack.addWidget(part)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)
        start.clicked.connect(self.import_asked)
        for button in (clear, lift):
            button.clicked.connect(self.clear_asked)
        model.shown_changed.connect(self._follow)

    def begin_reading(self) -> None:
        """Who is there stands already; the values that a filter asks for are still to come."""
        self._reads = True
        self._follow()

    @Slot()
    def stop_reading(self) -> None:
        """However it ended."""
        self._reads = False
        self._follow()

    @Slot()
    def _follow(self) -> None:
        missing = 1 if self._model.total_count == 0 else 3 if self._reads else 2
        self._stack.setCurrentIndex(0 if self._model.filtered_count else missing)


def reading_state(theme: Theme, language: Language, button: QWidget) -> EmptyState:
    """Nobody matches so far, for what a filter asks is still being read of everybody."""
    say = language.say
    sentence, more = say("Still being read…"), say("Whoever matches comes up here by itself.")
    return EmptyState(theme, "clock", sentence, more, button)
