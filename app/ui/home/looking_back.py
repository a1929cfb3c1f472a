"""What the first page shows of the past: who came and went since a closed period, and the months."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from app.services.months import MonthTotal
from app.services.period_changes import Comparison
from app.ui.home.filled import Filled
from app.ui.home.looking import HomeLooks, Seen
from app.ui.home.month_words import MonthWords
from app.ui.wanted import PeopleWanted
from app.wording.language import Language

_FEWEST = 2
"""Months that a change needs."""


class LookingBack(QObject):
    """Fills the face of an office with people, as each of it is found."""

    changes_asked = Signal()
    people_asked = Signal(PeopleWanted)

    def __init__(
        self, filled: Filled, looks: HomeLooks, language: Language, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._filled, self._looks = filled, looks
        self._words = MonthWords(language)
        self._months: Sequence[MonthTotal] = ()
        self._change: Comparison | None = None
        looks.change_found.connect(self._show_change)
        looks.months_found.connect(self._show_months)
        filled.change_asked.connect(self._ask_change)

    def begin(self, seen: Seen) -> None:
        """Looks for it; until it is found the cards say what is being done."""
        if not seen.overview.has_counts:
            self._filled.say_without_months(self._words.first_month())
            self._filled.say_change("")
            return
        if not self._looks.knows_months:
            self._filled.say_without_months(self._words.being_judged())
        if not self._looks.look_back(seen):
            self._filled.say_without_months(self._words.too_many())

    @Slot(object)
    def _show_change(self, found: Comparison | None) -> None:
        self._change = found
        if found is not None:
            words = self._words.change_since(found)
            self._filled.say_change(words, self._words.came_and_went(found))

    @Slot(object)
    def _show_months(self, months: Sequence[MonthTotal]) -> None:
        self._months = months
        self._filled.show_months(months)
        if self._change is None:
            # No period is closed yet: the end of the last month stands for it.
            alone = len(months) < _FEWEST
            self._filled.say_change("" if alone else self._words.change(months[-2], months[-1]))

    @Slot()
    def _ask_change(self) -> None:
        """Who came and who went since the last closed period, or since the end of the last month."""
        if self._change is not None:
            self.changes_asked.emit()
            return
        before, now = self._months[-2], self._months[-1]
        self.people_asked.emit(PeopleWanted(nips=before.qualifying ^ now.qualifying))
