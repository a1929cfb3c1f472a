"""Which period is closed: a month, a quarter or a semester, and what that means."""

from collections.abc import Collection
from datetime import date, timedelta

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.domain.period import Period, PeriodKind
from app.ui.parts.fields import beside, form_grid
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.closings import closing_explained
from app.wording.language import Language
from app.wording.periods import period_kind_word, period_name

_OFFERED = {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 6, PeriodKind.SEMESTER: 4}
"""How many periods of each kind are offered, the running one first."""
_DAYS_OF_GRACE = 10
"""In the first days of a month it is the month before that is closed."""


class ClosePart(QWidget):
    """Periods that are closed already are not offered."""

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        language: Language,
        today: date,
        closed: Collection[Period],
        rule_words: str,
    ) -> None:
        """`rule_words`: the office's rule, under which everyone is judged."""
        super().__init__()
        self._language, self._today = language, today
        self._closed, self._rule_words = closed, rule_words
        self._kind = QComboBox()
        for kind in PeriodKind:
            self._kind.addItem(period_kind_word(kind, language), kind)
        self._period = QComboBox()
        self._means = label(theme, tone="text_2", wrap=True)
        grid = form_grid()
        beside(theme, grid, language.say("Length"), self._kind)
        beside(theme, grid, language.say("Period"), self._period)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(grid)
        column.addWidget(self._means)
        self._list_periods()
        self._kind.currentIndexChanged.connect(self._list_periods)
        self._period.currentIndexChanged.connect(self._explain)

    @property
    def period(self) -> Period | None:
        """The chosen one; None where all that are offered are closed."""
        found = self._period.currentData()
        return found if isinstance(found, Period) else None

    def first_field(self) -> QWidget:
        """Where the arrows choose."""
        return self._period

    @Slot()
    def _list_periods(self) -> None:
        kind = PeriodKind(self._kind.currentData())
        blocker = QSignalBlocker(self._period)
        self._period.clear()
        one = Period.around(kind, self._today)
        for _ in range(_OFFERED[kind]):
            if one not in self._closed:
                self._period.addItem(period_name(one, self._language), one)
            one = one.before
        usual = Period.around(kind, self._today - timedelta(days=_DAYS_OF_GRACE))
        place = next(
            (at for at in range(self._period.count()) if self._period.itemData(at) == usual), 0
        )
        self._period.setCurrentIndex(place)
        blocker.unblock()
        self._explain()

    @Slot()
    def _explain(self) -> None:
        period = self.period
        words = self._language.say("All periods that can be offered here are closed.")
        if period is not None:
            words = closing_explained(period, self._today, self._rule_words, self._language)
        self._means.setText(words)
        self.changed.emit()
