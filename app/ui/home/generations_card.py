"""The card with the generations of the office, and who of them qualifies."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.coverage import GenerationShare
from app.domain.nip import Generations
from app.domain.verdict import Verdict
from app.ui.charts.bar_list import Bar, BarList
from app.ui.charts.swatch import Legend
from app.ui.parts.card import Card
from app.ui.parts.text import line
from app.ui.theme.theme import Theme
from app.ui.wanted import PeopleWanted
from app.wording.generations import generation_name, generation_years
from app.wording.language import Language

_SCHEME = Generations.BPS


class GenerationsCard(QWidget):
    """The track is everyone of a generation, the bar who qualifies of them; each opens the latter."""

    asked = Signal(PeopleWanted)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._language = language
        self._shares: Sequence[GenerationShare] = ()
        say = language.say
        self.card = Card(theme, say("By generation"), say("by the scheme of BPS"))
        self._bars = BarList(theme)
        legend = Legend(theme)
        legend.add("accent", say("qualify"))
        legend.add("no_data_fill", say("in the office"))
        self.card.body.setContentsMargins(8, 0, 8, 12)
        legend.setContentsMargins(6, 0, 6, 0)
        self.card.body.addWidget(self._bars, 1)
        self.card.body.addWidget(line())
        self.card.body.addLayout(legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self._bars.chosen.connect(self._ask)

    def show_generations(self, shares: Sequence[GenerationShare], *, counted: bool) -> None:
        """The oldest first; before anything is `counted` nobody knows who qualifies."""
        self._shares = shares
        most = max((one.people for one in shares), default=0)
        self._bars.show_bars([self._bar(one, most, counted=counted) for one in shares])

    def focusable(self) -> list[QWidget]:
        """In the order of Tab."""
        return self._bars.buttons()

    def _bar(self, one: GenerationShare, most: int, *, counted: bool) -> Bar:
        say, number = self._language.say, self._language.number
        name = generation_name(one.key, _SCHEME, self._language)
        of = say("of {number}").format(number=number(one.people))
        known = say("{name} ({years}): {qualifying} of {people} qualify").format(
            name=name,
            years=generation_years(one.key, _SCHEME, self._language),
            qualifying=number(one.qualifying),
            people=number(one.people),
        )
        return Bar(
            name,
            number(one.qualifying) if counted else "–",
            one.qualifying / one.people if counted else 0.0,
            known if counted else f"{name} –",
            second=of,
            track=one.people / most,
            track_tone="no_data_fill",
            known=counted,
        )

    @Slot(int)
    def _ask(self, place: int) -> None:
        key = self._shares[place].key
        self.asked.emit(PeopleWanted(verdict=Verdict.QUALIFIES, generation=key))
