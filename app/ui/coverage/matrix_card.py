"""The card of the matrix: how finely it divides the office, and whether only the empty units stand."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.coverage import Level
from app.services.coverage import Coverage
from app.ui.coverage.matrix_model import CoverageModel
from app.ui.coverage.matrix_table import CoverageTable
from app.ui.parts.card import Card
from app.ui.parts.flow import FlowLayout
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.ui.wanted import PeopleWanted
from app.wording.coverage import gaps_sentence, level_name
from app.wording.language import Language

_LEAST_UNIT = 170


class MatrixCard(QWidget):
    """Chooses for itself; of which generation the people are is told to it."""

    asked = Signal(PeopleWanted)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._language = language
        self._coverage: Coverage | None = None
        self._generation: str | None = None
        say = language.say
        self._levels = QComboBox()
        for level in Level:
            self._levels.addItem(level_name(level, language), level)
        self._levels.setAccessibleName(say("How finely the office is divided"))
        self._only_empty = QCheckBox(say("Only where nobody qualifies"))
        self._gaps = label(theme, font="small", tone="text_2", wrap=True)
        self._model = CoverageModel(language, self)
        title = say("Organisation and platform")
        self._table = CoverageTable(theme, self._model, title, least_unit=_LEAST_UNIT)
        self._table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._lay_out(theme)
        self._levels.activated.connect(self._show)
        self._only_empty.toggled.connect(self._show)
        self._table.asked.connect(self.asked)
        self.setFocusProxy(self._table)

    def show_coverage(self, coverage: Coverage, generation: str | None) -> None:
        """Another look at the office, or people of another generation; None: of all."""
        self._coverage, self._generation = coverage, generation
        self._show()

    @Slot()
    def _show(self) -> None:
        if self._coverage is None:
            return
        # Qt hands a word back where a member of the Enum was put in.
        level = Level(self._levels.currentData())
        units = self._coverage.units(self._generation, level)
        self._gaps.setText(gaps_sentence(units, self._language))
        if self._only_empty.isChecked():
            units = [unit for unit in units if not unit.qualifying]
        self._model.set_units(units, counted=any(one.reached for one in self._coverage.people))

    def _lay_out(self, theme: Theme) -> None:
        choices = QWidget()
        flow = FlowLayout(choices)
        flow.addWidget(self._levels)
        flow.addWidget(self._only_empty)
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 12, 0)
        head.addWidget(choices, 1)
        self._gaps.setContentsMargins(13, 0, 13, 2)
        card = Card(theme)
        card.body.setContentsMargins(1, 1, 1, 4)
        card.body.setSpacing(6)
        card.body.addLayout(head)
        card.body.addWidget(self._gaps)
        card.body.addWidget(self._table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
