"""The card with the coverage of units: as many as fit, and the way to all of them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.coverage import UnitCoverage
from app.domain.rule import Rule
from app.ui.coverage.matrix_model import CoverageModel, extract
from app.ui.coverage.matrix_table import HEAD, ROW, CoverageTable
from app.ui.parts.buttons import Button, ButtonRole
from app.ui.parts.card import Card
from app.ui.theme.theme import Theme
from app.ui.wanted import PeopleWanted
from app.wording.language import Language
from app.wording.rules import threshold_phrase

_FEWEST = 4
_ABOVE = 42
_BELOW = 5


class CoverageCard(QWidget):
    """Shows an extract that fits its height."""

    asked = Signal(PeopleWanted)
    all_asked = Signal()
    """The whole coverage is wanted."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._language = language
        self._units: Sequence[UnitCoverage] = ()
        self._shown: tuple[list[UnitCoverage], bool] = ([], False)
        self._counted = False
        self.link = Button(theme, language.say("Show all"), role=ButtonRole.QUIET, small=True)
        self.link.setAutoDefault(True)
        self.link.clicked.connect(self.all_asked)
        title = language.say("Coverage of units")
        self.card = Card(theme, title, link=self.link, ruled=True, padding=1)
        self.card.body.setContentsMargins(1, 1, 1, 4)
        self._model = CoverageModel(language, self)
        self._table = CoverageTable(theme, self._model, title)
        self._table.asked.connect(self.asked)
        self.card.body.addWidget(self._table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self._fit()

    def show_units(self, units: Sequence[UnitCoverage], rule: Rule, *, counted: bool) -> None:
        """Other units, the largest first; `counted`: some count is stored."""
        self._units = units
        self._counted = counted
        say = self._language.say
        text = say("people with {threshold} followers")
        if rule.own_thresholds:
            text = say("people, {threshold}")
        who = text.format(threshold=threshold_phrase(rule, self._language))
        self.card.set_note(f"{who} · {self._gaps()}" if counted else say("No data yet"))
        self._fit()

    def focusable(self) -> list[QWidget]:
        """In the order of Tab."""
        return [self.link, self._table]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(_FEWEST, (self.height() - _ABOVE - _BELOW - HEAD) // ROW)
        rows = min(_FEWEST, len(self._units))
        self._table.setMinimumHeight(HEAD + ROW * max(rows, 1))
        shown = extract(self._units, room)
        if (list(shown), self._counted) != self._shown:
            self._shown = (list(shown), self._counted)
            self._model.set_units(shown, counted=self._counted)
        self.link.setVisible(bool(self._units) and self._counted)

    def _gaps(self) -> str:
        gaps = sum(unit.has_gap for unit in self._units)
        if not gaps:
            return self._language.say("no unit has gaps")
        text = self._language.say("{gaps} of {units} units have gaps")
        return text.format(
            gaps=self._language.number(gaps), units=self._language.number(len(self._units))
        )
