"""The card with everybody's verdicts, and how many qualified month by month."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.rule import Rule
from app.domain.verdict import Verdict
from app.services.months import MonthTotal
from app.ui.charts.columns import ColumnChart
from app.ui.charts.verdict_bar import VerdictBar
from app.ui.home.month_words import MonthWords, qualified
from app.ui.parts.buttons import Button, ButtonRole
from app.ui.parts.card import Card
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.ui.verdicts import VERDICT_LOOKS, verdict_word
from app.ui.wanted import PeopleWanted
from app.wording.language import Language
from app.wording.rules import age_line, rule_name

_COLUMNS = 6
_FEWEST = 2
"""Months that make a development."""


class VerdictsCard(QWidget):
    """The parts of the bar are named below it; each name opens its people."""

    chosen = Signal(Verdict)
    people_asked = Signal(PeopleWanted)
    """Who qualified at the end of a month."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self.card = Card(theme, language.say("Verdicts"))
        self._words = MonthWords(language)
        self._months: Sequence[MonthTotal] = ()
        self._bar = VerdictBar(theme, language)
        self._legend: dict[Button, Verdict] = {}
        self._title = label(theme, language.say("Qualifying by month"), font="body_semibold")
        self._span = label(theme, font="small", tone="text_2")
        self._chart = ColumnChart(theme, language)
        self._without = label(theme, tone="text_2", wrap=True)
        self.card.body.addWidget(self._bar)
        self.card.body.addLayout(self._named_parts())
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._span)
        self.card.body.addLayout(head)
        self.card.body.addWidget(self._chart, 1)
        self.card.body.addWidget(self._without, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self._bar.chosen.connect(self.chosen)
        self._chart.chosen.connect(self._choose_month)

    def show_verdicts(self, counts: Mapping[Verdict, int], rule: Rule) -> None:
        """Other numbers, judged by `rule`."""
        name, age = rule_name(rule, self._language), age_line(rule, self._language)
        self.card.set_note(f"{name[:1].lower()}{name[1:]}, {age}")
        self._bar.set_counts(counts)
        for button, verdict in self._legend.items():
            button.set_number(self._language.number(counts[verdict]))

    def show_months(self, months: Sequence[MonthTotal]) -> None:
        """The ends of months, oldest first, the last one today; one alone is no development."""
        self._months = months[-_COLUMNS:]
        if len(months) < _FEWEST:
            self.say_without_months(self._words.first_month())
            return
        self.say_without_months("")
        self._span.setText(self._words.span(self._months))
        columns = [(self._words.short(one.as_of), len(one.qualifying)) for one in self._months]
        names = [self._words.qualifying(one) for one in self._months]
        self._chart.set_values(self._title.text(), columns, names)

    def say_without_months(self, words: str) -> None:
        """Why there are no columns; no words, and they are shown."""
        for part in (self._title, self._span, self._chart):
            part.setVisible(not words)
        self._without.setText(words)
        self._without.setVisible(bool(words))

    def focusable(self) -> list[QWidget]:
        """In the order of Tab."""
        return [*self._legend, *self._chart.spots()]

    def _named_parts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        for place, (verdict, look) in enumerate(VERDICT_LOOKS.items()):
            if place:
                row.addStretch()
            button = Button(
                self._theme,
                verdict_word(self._language, verdict),
                role=ButtonRole.BARE,
                icon=look.icon,
                icon_tone=look.text,
                small=True,
            )
            button.setAutoDefault(True)
            button.clicked.connect(self._choose)
            self._legend[button] = verdict
            row.addWidget(button)
        return row

    @Slot(int)
    def _choose_month(self, place: int) -> None:
        self.people_asked.emit(qualified(self._months, place))

    @Slot()
    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, Button) and button in self._legend:
            self.chosen.emit(self._legend[button])
