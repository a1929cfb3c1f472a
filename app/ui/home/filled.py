"""The face of an office with people: totals, what to do, verdicts, coverage, platforms."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.verdict import Verdict
from app.services.overview import MonthTotal, Overview
from app.services.standings import NEAR
from app.ui.home.coverage_card import CoverageCard
from app.ui.home.platforms_card import PlatformsCard
from app.ui.home.steps_card import Step, StepsCard
from app.ui.home.to_do import ToDo
from app.ui.home.to_do_card import ToDoCard
from app.ui.home.totals import Total, TotalButton
from app.ui.home.verdicts_card import VerdictsCard
from app.ui.theme.theme import Theme
from app.ui.wanted import PeopleWanted
from app.wording.language import Language

MARGIN = 12
"""Pixels that a face leaves free at its right, beside a scroll bar."""

_NARROW_BELOW = 1000
_MIDDLE = 266
_PLATFORMS = 232


class Filled(QScrollArea):
    """Two cards beside each other; below 1000 pixels they stack and the face scrolls."""

    people_asked = Signal(PeopleWanted)
    standings_asked = Signal(PeopleWanted)
    record_asked = Signal()
    coverage_asked = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._language = language
        self._registered = TotalButton(theme, "users")
        self._qualifying = TotalButton(theme, "circle-check", "qualifies_text")
        self._near = TotalButton(theme, "trending-up")
        self._accounts = TotalButton(theme, "at-sign")
        self.to_do = ToDoCard(theme, language)
        self.coverage = CoverageCard(theme, language)
        self._verdicts = VerdictsCard(theme, language)
        self._steps = StepsCard(theme, language)
        self._platforms = PlatformsCard(theme, language)
        self._rows: list[QBoxLayout] = []
        self.setProperty("role", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._built())
        self._connect()

    def show_overview(
        self, overview: Overview, things: Sequence[ToDo], steps: Sequence[Step]
    ) -> None:
        """Another look at the office; before anything is counted the steps stand for verdicts."""
        rule = overview.standings.rule
        self._show_totals(overview)
        self.to_do.show_things(things)
        self._steps.show_steps(steps)
        self._steps.setVisible(not overview.has_counts)
        self._verdicts.setVisible(overview.has_counts)
        self._verdicts.show_verdicts(overview.standings.totals, rule)
        counted = overview.has_counts
        self.coverage.show_units(overview.units, rule, counted=counted)
        self._platforms.show_platforms(overview.by_platform if counted else {}, rule)
        self._order_tabs()

    def show_months(self, months: Sequence[MonthTotal]) -> None:
        """The months with today at their end; the change since the last one joins the total."""
        self._verdicts.show_months(months)
        if len(months) > 1:
            self._qualifying.add_words(self._change(months[-2], months[-1]))

    def leave_months_out(self) -> None:
        """See VerdictsCard."""
        self._verdicts.leave_months_out()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        narrow = self.width() < _NARROW_BELOW
        for row in self._rows:
            row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _show_totals(self, overview: Overview) -> None:
        say, many, number = self._language.say, self._language.say_many, self._language.number
        qualifying = overview.standings.totals[Verdict.QUALIFIES]
        units = many("in {count} unit", "in {count} units", len(overview.units))
        share = self._language.percent(qualifying / overview.people if overview.people else 0)
        self._registered.show_total(
            Total(say("Civil servants on the list"), number(overview.people), units)
        )
        self._qualifying.show_total(
            Total(say("Qualify"), number(qualifying), say("{share} of all").format(share=share))
        )
        near = many("at most {count} follower short", "at most {count} followers short", NEAR)
        misses = len(overview.standings.near_misses)
        self._near.show_total(Total(say("Nearly qualify"), number(misses), near))
        owners = many("of {count} person", "of {count} people", overview.people_with_accounts)
        self._accounts.show_total(
            Total(say("Accounts on record"), number(overview.accounts), owners)
        )

    def _change(self, before: MonthTotal, now: MonthTotal) -> str:
        month = self._language.month(before.as_of).split()[0]
        number = self._language.number(abs(now.qualifying - before.qualifying))
        if now.qualifying == before.qualifying:
            return self._language.say("as many as in {month}").format(month=month)
        text = (
            self._language.say("{number} more than in {month}")
            if now.qualifying > before.qualifying
            else self._language.say("{number} fewer than in {month}")
        )
        return text.format(number=number, month=month)

    def _built(self) -> QWidget:
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, MARGIN, 8)
        column.setSpacing(12)
        column.addLayout(self._row(self._pair(0), self._pair(2), spacing=10))
        right = QVBoxLayout()
        right.addWidget(self._verdicts)
        right.addWidget(self._steps)
        for card in (self.to_do, self._verdicts, self._steps):
            card.setFixedHeight(_MIDDLE)
        column.addLayout(self._row(self.to_do, right))
        self._platforms.setMinimumHeight(_PLATFORMS)
        lower = self._row(self.coverage, self._platforms)
        lower.setStretch(0, 770)
        lower.setStretch(1, 372)
        column.addLayout(lower, 1)
        return page

    def _pair(self, first: int) -> QHBoxLayout:
        pair = QHBoxLayout()
        pair.setSpacing(10)
        for total in self._totals()[first : first + 2]:
            pair.addWidget(total, 1)
        return pair

    def _row(self, *parts: QWidget | QBoxLayout, spacing: int = 12) -> QBoxLayout:
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(spacing)
        for part in parts:
            if isinstance(part, QWidget):
                row.addWidget(part, 1)
            else:
                row.addLayout(part, 1)
        self._rows.append(row)
        return row

    def _totals(self) -> list[TotalButton]:
        return [self._registered, self._qualifying, self._near, self._accounts]

    def _order_tabs(self) -> None:
        """The things to do are made anew: without this Tab would come to them last."""
        order: list[QWidget] = [
            *self._totals(),
            *self.to_do.buttons(),
            *self._verdicts.buttons(),
            *self.coverage.focusable(),
        ]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _connect(self) -> None:
        self._registered.clicked.connect(self._ask_everyone)
        self._qualifying.clicked.connect(self._ask_qualifying)
        self._near.clicked.connect(self._ask_near)
        self._accounts.clicked.connect(self.record_asked)
        self._verdicts.chosen.connect(self._ask_verdict)
        self.coverage.asked.connect(self.people_asked)
        self.coverage.all_asked.connect(self.coverage_asked)

    @Slot()
    def _ask_everyone(self) -> None:
        self.people_asked.emit(PeopleWanted())

    @Slot()
    def _ask_qualifying(self) -> None:
        self.people_asked.emit(PeopleWanted(verdict=Verdict.QUALIFIES))

    @Slot()
    def _ask_near(self) -> None:
        self.standings_asked.emit(PeopleWanted(near=True))

    @Slot(Verdict)
    def _ask_verdict(self, verdict: Verdict) -> None:
        self.standings_asked.emit(PeopleWanted(verdict=verdict))
