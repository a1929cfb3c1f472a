"""The card with the development of a year: who qualified, and how many followers there were."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.services.months import MonthTotal
from app.ui.charts.lines import Line, LineChart
from app.ui.home.month_words import MonthWords, qualified
from app.ui.parts.card import Card
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.ui.wanted import PeopleWanted
from app.wording.language import Language

_FEWEST = 2
_NAMED = 6
"""Months whose names have room below a line."""


class MonthsCard(QWidget):
    """Two lines over the same months; each point opens whom it counts."""

    asked = Signal(PeopleWanted)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._words = MonthWords(language)
        self._months: Sequence[MonthTotal] = ()
        say = language.say
        self.card = Card(theme, say("Development"))
        self._qualifying = _Trend(theme, language, say("Qualify"))
        self._followers = _Trend(theme, language, say("Followers of all accounts together"))
        self._without = label(theme, self._words.first_month(), tone="text_2", wrap=True)
        lines = QWidget()
        row = QHBoxLayout(lines)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self._qualifying, 1)
        row.addWidget(self._followers, 1)
        self._faces = QStackedLayout()
        self.card.body.addLayout(self._faces)
        self._faces.addWidget(lines)
        self._faces.addWidget(self._without)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self._qualifying.chart.chosen.connect(self._ask_qualified)
        self._followers.chart.chosen.connect(self._ask_counted)
        self.say_without_months(self._words.first_month())

    def show_months(self, months: Sequence[MonthTotal]) -> None:
        """The ends of months, oldest first, the last one today; one alone is no development."""
        self._months = months
        if len(months) < _FEWEST:
            self.say_without_months(self._words.first_month())
            return
        self._faces.setCurrentIndex(0)
        span = self._words.span(months)
        note = self._language.say("{months}, by the counts known at each end of a month")
        self.card.set_note(note.format(months=span))
        numbers = [len(one.qualifying) for one in months]
        last = self._language.number(numbers[-1])
        names = [self._words.qualifying(one) for one in months]
        self._qualifying.show_line(self._line(numbers), last, names)
        numbers = [one.followers.low for one in months]
        last = self._words.number(months[-1].followers)
        names = [self._words.followers(one) for one in months]
        self._followers.show_line(self._line(numbers), last, names)

    def say_without_months(self, words: str) -> None:
        """Why there is no line."""
        self._faces.setCurrentIndex(1)
        self._without.setText(words)
        self.card.set_note("")

    def focusable(self) -> list[QWidget]:
        """In the order of Tab."""
        return [*self._qualifying.chart.spots(), *self._followers.chart.spots()]

    def _line(self, numbers: Sequence[int]) -> Line:
        step = -(-len(numbers) // _NAMED)
        end = len(numbers) - 1
        marks = [
            (float(place), self._words.short(one.as_of))
            for place, one in enumerate(self._months)
            if (end - place) % step == 0
        ]
        points = [(float(place), float(number)) for place, number in enumerate(numbers)]
        return Line(points, marks)

    @Slot(int)
    def _ask_qualified(self, place: int) -> None:
        self.asked.emit(qualified(self._months, place))

    @Slot(int)
    def _ask_counted(self, place: int) -> None:
        self.asked.emit(PeopleWanted(nips=self._months[place].counted))


class _Trend(QWidget):
    """A line with its title, and its last number at the right of it."""

    def __init__(self, theme: Theme, language: Language, title: str) -> None:
        super().__init__()
        self._name = title
        self.chart = LineChart(theme, language)
        self._last = label(theme, font="body_semibold")
        head = QHBoxLayout()
        head.addWidget(label(theme, title, font="small_medium", tone="text_2"))
        head.addStretch()
        head.addWidget(self._last)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.chart, 1)

    def show_line(self, line: Line, last: str, names: Sequence[str]) -> None:
        """Another line; `names` says what each point opens."""
        self._last.setText(last)
        self.chart.set_line(line, f"{self._name}: {'; '.join(names)}", names)
