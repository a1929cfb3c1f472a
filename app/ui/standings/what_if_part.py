"""What another threshold would change: the curve, a threshold to try, every reading, tiers, bands."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.rule import THRESHOLD, Rule
from app.domain.verdict import Verdict
from app.domain.what_if import Ladder, Step, bands
from app.ui.charts.lines import Line, LineChart
from app.ui.parts.calm_spin import CalmSpinBox
from app.ui.parts.text import label
from app.ui.standings.by_rule import ByRule, at, signed, tried_at
from app.ui.standings.rows import Judged
from app.ui.theme.theme import Theme
from app.wording.language import Language
from app.wording.rules import rule_name

_FIRST, _LAST, _BETWEEN = 100, 2000, 20
_MARKS = (100, 500, 1000, 1500, 2000)
_CHART = 170
_DASH = "\u2060–\u2060"
"""Between two numbers that stay in one line."""
_MOST, _STEP = 999_999, 50


class WhatIfPart(QWidget):
    """Stores nothing: the rule of the office stays as it is."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._ladders: Mapping[str, Ladder] = {}
        self._judged: Judged | None = None
        say = language.say
        self._reading = label(theme, font="small", tone="text_2", wrap=True)
        self._reading.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._chart = LineChart(theme, language)
        self._chart.setFixedHeight(_CHART)
        self._asked = CalmSpinBox()
        self._asked.setRange(1, _MOST)
        self._asked.setSingleStep(_STEP)
        self._asked.setValue(THRESHOLD)
        self._asked.setAccessibleName(say("What if the threshold were"))
        self._answer = label(theme, font="body_semibold")
        self._change = label(theme, font="body_semibold", tone="qualifies_text")
        self._by_rule = ByRule(theme, language)
        self._axis = label(theme, font="tiny", tone="text_2")
        self._tiers = label(theme, font="small", tone="text_2", wrap=True)
        self._bands = label(theme, font="small", tone="text_2", wrap=True)
        self._lay_out()
        self._asked.valueChanged.connect(self._answer_it)

    def show_judged(self, judged: Judged) -> None:
        """Another reading was chosen, or everyone was judged again."""
        self._judged = judged
        self._show()

    def show_ladders(self, ladders: Mapping[str, Ladder]) -> None:
        """How many qualify at any threshold, for each rule's key."""
        self._ladders = ladders
        self._show()

    def _show(self) -> None:
        judged = self._judged
        ladder = self._ladders.get(judged.rule.key) if judged is not None else None
        if judged is None or ladder is None:
            return
        rule, language = judged.rule, self._language
        self._by_rule.show_rules([one for one in judged.rules if one.key in self._ladders])
        name = rule_name(rule, language)
        self._reading.setText(f"{name[:1].lower()}{name[1:]}")
        self._show_curve(ladder, rule)
        moved = language.say("threshold of followers; the others move along")
        plain = language.say("threshold of followers")
        self._axis.setText(moved if rule.own_thresholds else plain)
        self._tiers.setVisible(not rule.own_thresholds)
        tiers = language.say("Qualifying by followers: {steps}")
        self._tiers.setText(tiers.format(steps=self._steps(ladder.tiers(rule.minimum))))
        short = [
            -row.distance
            for row in judged.rows
            if row.verdict is Verdict.NOT_YET and row.distance is not None and row.distance < 0
        ]
        missing = language.say("Not yet, short by: {steps}")
        self._bands.setText(missing.format(steps=self._steps(bands(short))))
        self._answer_it()

    def _show_curve(self, ladder: Ladder, rule: Rule) -> None:
        language = self._language
        thresholds = sorted({*range(_FIRST, _LAST + 1, _BETWEEN), rule.threshold})
        points = [(float(one), float(at(ladder, rule, one))) for one in thresholds]
        people = language.say_many("{count} person", "{count} people", at(ladder, rule))
        text = language.say("{people} at {threshold}")
        words = text.format(people=people, threshold=language.number(rule.threshold))
        marks = [(float(one), language.number(one)) for one in _MARKS]
        shown = Line(points, marks, place=(float(rule.threshold), words), dots=False)
        title = language.say("Qualifying by threshold")
        spoken = ", ".join(
            f"{language.number(one)}: {language.number(at(ladder, rule, one))}" for one in _MARKS
        )
        self._chart.set_line(shown, f"{title}. {words}. {spoken}")

    @Slot()
    def _answer_it(self) -> None:
        judged, tried, language = self._judged, self._asked.value(), self._language
        ladder = self._ladders.get(judged.rule.key) if judged is not None else None
        if judged is None or ladder is None:
            return
        self._by_rule.show_numbers(self._ladders, tried)
        number, change = tried_at(ladder, judged.rule, tried)
        self._answer.setText(language.say_many("{count} qualifies", "{count} qualify", number))
        self._change.setText(signed(change, language))
        self._change.setProperty("tone", "not_yet_text" if change < 0 else "qualifies_text")
        self._change.style().unpolish(self._change)
        self._change.style().polish(self._change)

    def _steps(self, steps: Sequence[Step]) -> str:
        number = self._language.number
        return "\u00a0· ".join(
            f"{number(one.first)}"
            f"{'+' if one.last is None else f'{_DASH}{number(one.last)}'}:\u00a0{number(one.people)}"
            for one in steps
        )

    def _lay_out(self) -> None:
        say, theme = self._language.say, self._theme
        head = QHBoxLayout()
        head.addWidget(label(theme, say("Qualifying by threshold"), font="body_semibold"))
        head.addWidget(self._reading, 1)
        self._axis.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        asked = label(theme, say("What if the threshold were"))
        asked.setBuddy(self._asked)
        panel = QFrame()
        panel.setProperty("role", "panel")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(asked)
        row.addWidget(self._asked)
        row.addStretch()
        answer = QHBoxLayout()
        answer.setSpacing(6)
        answer.addWidget(self._answer)
        answer.addWidget(self._change)
        answer.addStretch()
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(10, 8, 10, 8)
        inside.setSpacing(8)
        inside.addLayout(row)
        inside.addLayout(answer)
        inside.addWidget(self._by_rule)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._chart)
        column.addWidget(self._axis)
        column.addWidget(panel)
        column.addWidget(self._tiers)
        column.addWidget(self._bands)
