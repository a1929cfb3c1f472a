"""The face of an office with people: totals, what to do, verdicts, coverage, platforms, a year."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.verdict import Verdict
from app.services.months import MonthTotal
from app.services.overview import Overview
from app.ui.charts.picture import CardPicture
from app.ui.home.coverage_card import CoverageCard
from app.ui.home.generations_card import GenerationsCard
from app.ui.home.months_card import MonthsCard
from app.ui.home.platforms_card import PlatformsCard
from app.ui.home.steps_card import Step, StepsCard
from app.ui.home.to_do import Place, ToDo
from app.ui.home.to_do_card import ToDoCard
from app.ui.home.totals_row import Totals
from app.ui.home.verdicts_card import VerdictsCard
from app.ui.theme.theme import Theme
from app.ui.wanted import PeopleWanted
from app.wording.language import Language

MARGIN = 12
"""Pixels that a face leaves free at its right where no scroll bar stands there."""

_NARROW_BELOW = 1000
_MIDDLE = 266
_LOWER = 232
_LAST = 238
_ABOVE_LOWER = 84 + 12 + _MIDDLE + 12
_SEEN_OF_LAST = 26
"""Pixels of the last cards that show where they do not fit: the page goes on below."""


class Filled(QScrollArea):
    """Two cards beside each other; below 1000 pixels they stack and the face scrolls."""

    people_asked = Signal(PeopleWanted)
    standings_asked = Signal(PeopleWanted)
    coverage_asked = Signal()
    place_asked = Signal(Place)
    change_asked = Signal()
    steps_hidden = Signal()
    copied = Signal()
    """A card was copied as a picture."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self.totals = Totals(theme, language, self)
        self.to_do = ToDoCard(theme, language)
        self.coverage = CoverageCard(theme, language)
        self._verdicts = VerdictsCard(theme, language)
        self._steps = StepsCard(theme, language)
        self._open_steps = StepsCard(theme, language, lasting=False)
        self._platforms = PlatformsCard(theme, language)
        self._months = MonthsCard(theme, language)
        self._generations = GenerationsCard(theme, language)
        charts = self._verdicts, self._platforms, self._months, self._generations
        self._pictures = [CardPicture(theme, language, chart.card) for chart in charts]
        table = self.coverage
        self._pictures.append(CardPicture(theme, language, table.card, [table.link]))
        self._rows: list[QBoxLayout] = []
        # New rows know how high they are only when they stand.
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._fit_to_do)
        self.setProperty("role", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._built())
        self._connect()

    def show_overview(
        self,
        overview: Overview,
        things: Sequence[ToDo],
        steps: Sequence[Step],
        *,
        steps_wanted: bool = True,
    ) -> None:
        """Another look at the office; before anything is counted the steps stand for verdicts.

        From then on they stand above, until all are done or somebody does not want them.
        """
        rule, counted = overview.rule, overview.has_counts
        self.totals.show_overview(overview)
        if things or not counted:
            # That all is done is said only when nothing is being looked for any more.
            self.to_do.show_things(things)
        self._settled.start()
        self._steps.show_steps(steps)
        self._steps.setVisible(not counted)
        self._open_steps.show_steps(steps)
        some_open = any(not step.done for step in steps)
        self._open_steps.setVisible(counted and steps_wanted and some_open)
        self._verdicts.setVisible(counted)
        self._verdicts.show_verdicts(overview.totals, rule)
        self.coverage.show_units(overview.units, rule, counted=counted)
        self._platforms.show_platforms(overview.by_platform if counted else {}, rule)
        self._generations.show_generations(overview.generations, counted=counted)
        self._order_tabs()

    def show_things(self, things: Sequence[ToDo]) -> None:
        """What there is to do, found anew."""
        self.to_do.show_things(things)
        self._settled.start()
        self._order_tabs()

    def show_months(self, months: Sequence[MonthTotal]) -> None:
        """The months, oldest first, with today at their end."""
        self._verdicts.show_months(months)
        self._months.show_months(months)
        self._order_tabs()

    def say_change(self, words: str, more: str = "") -> None:
        """How many more or fewer qualify than before; it joins the total, `more` is its tooltip."""
        self.totals.say_change(words, more)
        self._order_tabs()

    def say_without_months(self, words: str) -> None:
        """Why nothing is drawn of the months."""
        self._verdicts.say_without_months(words)
        self._months.say_without_months(words)

    def set_imprint(self, words: str) -> None:
        """What stands below a card that is copied as a picture."""
        for picture in self._pictures:
            picture.set_imprint(words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        narrow = self.width() < _NARROW_BELOW
        for row in self._rows:
            row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._open_steps.stand(direction.TopToBottom if narrow else direction.LeftToRight)
        self._fit_to_do()
        room = self.viewport().height() - _ABOVE_LOWER
        mostly_seen = room >= _LOWER + 12 + _LAST // 2
        lower = _LOWER if narrow or mostly_seen else max(_LOWER, room - 12 - _SEEN_OF_LAST)
        self._platforms.setMinimumHeight(lower)

    @Slot()
    def _fit_to_do(self) -> None:
        """Where the page itself scrolls anyway, the card does not."""
        narrow = self.width() < _NARROW_BELOW
        self.to_do.setFixedHeight(max(_MIDDLE, self.to_do.whole_height()) if narrow else _MIDDLE)

    def _built(self) -> QWidget:
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        self._page = column
        self._leave_margin()
        column.setSpacing(12)
        column.addLayout(self._row(self.totals.pair(0), self.totals.pair(2), spacing=10))
        self._open_steps.hide()
        column.addWidget(self._open_steps)
        right = QVBoxLayout()
        right.addWidget(self._verdicts)
        right.addWidget(self._steps)
        for card in (self.to_do, self._verdicts, self._steps):
            card.setFixedHeight(_MIDDLE)
        column.addLayout(self._row(self.to_do, right))
        self._platforms.setMinimumHeight(_LOWER)
        self._months.setFixedHeight(_LAST)
        self._generations.setFixedHeight(_LAST)
        column.addLayout(self._uneven(self.coverage, self._platforms), 1)
        column.addLayout(self._uneven(self._months, self._generations))
        return page

    def _uneven(self, wide: QWidget, small: QWidget) -> QBoxLayout:
        row = self._row(wide, small)
        row.setStretch(0, 770)
        row.setStretch(1, 372)
        return row

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

    def _order_tabs(self) -> None:
        """What is made anew stands last in the order of Tab until it is put where it is read."""
        counted = not self._verdicts.isHidden()
        order: list[QWidget] = [
            *self.totals.focusable(),
            *([] if self._open_steps.isHidden() else self._open_steps.focusable()),
            *self.to_do.focusable(),
            *(self._verdicts if counted else self._steps).focusable(),
            *self.coverage.focusable(),
            *self._platforms.focusable(),
            *self._months.focusable(),
            *self._generations.focusable(),
        ]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _connect(self) -> None:
        self.verticalScrollBar().rangeChanged.connect(self._leave_margin)
        self.totals.people_asked.connect(self.people_asked)
        self.totals.standings_asked.connect(self.standings_asked)
        self.totals.change_asked.connect(self.change_asked)
        self.to_do.list_asked.connect(self.standings_asked)
        self._open_steps.hidden.connect(self.steps_hidden)
        for signal in (self.to_do.asked, self._steps.asked, self._open_steps.asked):
            signal.connect(self.place_asked)
        self._verdicts.chosen.connect(self._ask_verdict)
        self._verdicts.people_asked.connect(self.people_asked)
        for card in (self.coverage, self._platforms, self._months, self._generations):
            card.asked.connect(self.people_asked)
        self.coverage.all_asked.connect(self.coverage_asked)
        for picture in self._pictures:
            picture.copied.connect(self.copied)

    @Slot()
    def _leave_margin(self) -> None:
        """A scroll bar takes the place of the margin."""
        right = 0 if self.verticalScrollBar().maximum() else MARGIN
        self._page.setContentsMargins(0, 0, right, 8)

    @Slot(Verdict)
    def _ask_verdict(self, verdict: Verdict) -> None:
        self.standings_asked.emit(PeopleWanted(verdict=verdict))
