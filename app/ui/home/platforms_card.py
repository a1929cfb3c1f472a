"""The card with people at the threshold on each platform."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.platform import RECORDED, Platform
from app.domain.rule import Rule
from app.ui.charts.bar_list import Bar, BarList
from app.ui.charts.swatch import Legend
from app.ui.parts.card import Card
from app.ui.parts.text import line
from app.ui.theme.theme import Theme
from app.ui.wanted import PeopleWanted
from app.wording.language import Language
from app.wording.rules import rule_name, threshold_phrase

_COUNTED = "accent"
_ONLY_RECORDED = "border_strong"
_NAME = 190
"""Pixels for the name of a rule: an office may have given it a long one."""


class PlatformsCard(QWidget):
    """Platforms that the rule looks at in the accent, the others grey; each opens its people."""

    asked = Signal(PeopleWanted)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._language = language
        self._shown: Sequence[Platform] = ()
        self.card = Card(theme, language.say("By platform"))
        self._bars = BarList(theme)
        legend = Legend(theme)
        self._counted = legend.add(_COUNTED)
        legend.add(_ONLY_RECORDED, language.say("only recorded"))
        self.card.body.setContentsMargins(8, 0, 8, 12)
        legend.setContentsMargins(6, 0, 6, 0)
        self.card.body.addWidget(self._bars, 1)
        self.card.body.addWidget(line())
        self.card.body.addLayout(legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self._bars.chosen.connect(self._ask)

    def show_platforms(self, numbers: Mapping[Platform, int], rule: Rule) -> None:
        """People at the threshold of `rule` by platform; a missing number is not known."""
        say = self._language.say
        threshold = threshold_phrase(rule, self._language)
        self.card.set_note(say("people, {threshold}").format(threshold=threshold))
        name = rule_name(rule, self._language)
        counted = say("counted by {rule}").format(rule=f"{name[:1].lower()}{name[1:]}")
        room = self._counted.fontMetrics()
        self._counted.setText(room.elidedText(counted, Qt.TextElideMode.ElideRight, _NAME))
        self._counted.setToolTip(counted)
        self._shown = [one for one in Platform if one in RECORDED or numbers.get(one)]
        most = max(numbers.values(), default=0)
        self._bars.show_bars([self._bar(one, numbers.get(one), most, rule) for one in self._shown])

    def focusable(self) -> list[QWidget]:
        """In the order of Tab."""
        return self._bars.buttons()

    def _bar(self, platform: Platform, number: int | None, most: int, rule: Rule) -> Bar:
        shown = "–" if number is None else self._language.number(number)
        return Bar(
            platform.name_shown,
            shown,
            number / most if number else 0.0,
            f"{platform.name_shown} {shown}",
            tag=platform.tag,
            tone=_COUNTED if platform in rule.platforms else _ONLY_RECORDED,
            known=number is not None,
        )

    @Slot(int)
    def _ask(self, place: int) -> None:
        self.asked.emit(PeopleWanted(platform=self._shown[place]))
