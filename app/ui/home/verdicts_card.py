"""The card with everybody's verdicts, and how many qualified month by month."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.rule import Rule
from app.domain.verdict import Verdict
from app.services.overview import MonthTotal
from app.ui.charts.columns import ColumnChart
from app.ui.charts.verdict_bar import VerdictBar
from app.ui.parts.buttons import Button, ButtonRole
from app.ui.parts.card import Card
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.ui.verdicts import VERDICT_LOOKS, verdict_word
from app.wording.language import Language
from app.wording.rules import age_line, rule_name


class VerdictsCard(QWidget):
    """The parts of the bar are named below it; each name opens its people."""

    chosen = Signal(Verdict)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._card = Card(theme, language.say("Verdicts"))
        self._bar = VerdictBar(theme, language)
        self._legend: dict[Button, Verdict] = {}
        self._title = label(theme, language.say("Qualifying by month"), font="body_semibold")
        self._span = label(theme, font="small", tone="text_2")
        self._chart = ColumnChart(theme, language)
        self._without = label(theme, tone="text_2", wrap=True)
        self._card.body.addWidget(self._bar)
        self._card.body.addLayout(self._named_parts())
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._span)
        self._card.body.addLayout(head)
        self._card.body.addWidget(self._chart, 1)
        self._card.body.addWidget(self._without, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)

    def show_verdicts(self, counts: Mapping[Verdict, int], rule: Rule) -> None:
        """Other numbers, judged by `rule`."""
        name, age = rule_name(rule, self._language), age_line(rule, self._language)
        self._card.set_note(f"{name[:1].lower()}{name[1:]}, {age}")
        self._bar.set_counts(counts)
        for button, verdict in self._legend.items():
            button.set_number(self._language.number(counts[verdict]))

    def show_months(self, months: Sequence[MonthTotal]) -> None:
        """The ends of months, oldest first, the last one today; one alone is no development."""
        enough = len(months) > 1
        self._say_why_not("" if enough else self._first_month())
        self._show_chart(shown=enough)
        if not enough:
            return
        self._span.setText(self._span_of(months[0].as_of, months[-1].as_of))
        columns = [(self._language.short_month(one.as_of), one.qualifying) for one in months]
        self._chart.set_values(self._title.text(), columns)

    def leave_months_out(self) -> None:
        """The office is so large that the months would take too long to judge."""
        self._show_chart(shown=False)
        self._say_why_not(
            self._language.say("In an office of this size the months are not judged again.")
        )

    def buttons(self) -> list[Button]:
        """The names below the bar, left to right."""
        return list(self._legend)

    def _show_chart(self, *, shown: bool) -> None:
        for part in (self._title, self._span, self._chart):
            part.setVisible(shown)

    def _span_of(self, first: date, last: date) -> str:
        begin = self._language.month(first)
        if first.year == last.year:
            begin = begin.removesuffix(f" {first.year}")
        text = self._language.say("{first} to {last}")
        return text.format(first=begin, last=self._language.month(last))

    def _say_why_not(self, words: str) -> None:
        self._without.setText(words)
        self._without.setVisible(bool(words))

    def _first_month(self) -> str:
        return self._language.say(
            "How many qualify month by month is drawn here once counts of a second month are stored."
        )

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

    @Slot()
    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, Button) and button in self._legend:
            self.chosen.emit(self._legend[button])
