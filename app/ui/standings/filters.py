"""Between the readings and the list: the verdicts to filter by, the question, active filters."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget
from typing_extensions import override

from app.domain.verdict import Verdict
from app.ui.parts.fields import SearchField
from app.ui.parts.flow import FlowLayout
from app.ui.parts.verdict_filter import VerdictFilter
from app.ui.standings.columns import NEAR, VERDICT
from app.ui.standings.rows import StandingRow
from app.ui.table.filter_chips import FilterChips
from app.ui.table.model import TableModel
from app.ui.theme.theme import Theme
from app.wording.language import Language
from app.wording.verdicts import verdict_short_word

_QUESTION_WIDTH = 372
_ANY_WIDTH = 16_777_215
"""Qt's word for no limit."""


class StandingsFilters(QWidget):
    """Speaks to the model itself; the question stands below the verdicts where room is short."""

    asked = Signal(str)
    """Another text stands in the question."""
    left = Signal()
    """A filter was taken away: the focus has lost its place."""

    def __init__(
        self, theme: Theme, language: Language, model: TableModel[StandingRow], opener: QWidget
    ) -> None:
        """`opener` opens the panel where it is a drawer; it stands beside the question."""
        super().__init__()
        self._language = language
        self._model = model
        self._words = {verdict: verdict_short_word(verdict, language) for verdict in Verdict}
        self.verdicts = VerdictFilter(theme, language)
        placeholder = language.say("Why is … not on the list? Type a name")
        self.question = SearchField(theme, placeholder, _QUESTION_WIDTH)
        self._ask_row = QWidget()
        ask = QHBoxLayout(self._ask_row)
        ask.setContentsMargins(0, 0, 0, 0)
        ask.setSpacing(8)
        ask.addWidget(self.question, 1)
        ask.addWidget(opener)
        self._active = QWidget()
        flow = FlowLayout(self._active)
        elsewhere = frozenset({VERDICT})
        self._chips = FilterChips(
            theme, language, model, flow, self._active, shown_elsewhere=elsewhere
        )
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self.verdicts, 0, 0)
        self._grid.addWidget(self._active, 2, 0, 1, 2)
        self._wide: bool | None = None
        self._active.hide()
        self.question.textChanged.connect(self.asked)
        self.verdicts.chosen.connect(self._filter)
        self._chips.removed.connect(self.left)
        model.filters_changed.connect(self._follow)
        self._arrange()

    def show_only(self, verdict: Verdict | None, *, near: bool) -> None:
        """Only this verdict (None: any), or only those who nearly qualify; nothing else narrows."""
        self.clear()
        self._filter(verdict)
        if near:
            self._model.set_filter(NEAR, frozenset({self._language.say("yes")}))

    @Slot()
    def show_near(self) -> None:
        """Only those who nearly qualify."""
        self.show_only(None, near=True)

    def lift(self) -> None:
        """Lift every filter; the question stays."""
        for column in list(self._model.filters):
            self._model.set_filter(column, None)

    @Slot()
    def clear(self) -> None:
        """Lift the question and every filter."""
        self.question.clear()
        self._model.clear_filters()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def event(self, event: QEvent) -> bool:
        # The numbers in the verdict buttons came: they may need the room of the question now.
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        wanted = self.verdicts.sizeHint().width() + _QUESTION_WIDTH + 12
        wide = wanted <= self.width()
        if wide == self._wide:
            return
        self._wide = wide
        self.question.setMaximumWidth(_QUESTION_WIDTH if wide else _ANY_WIDTH)
        if wide:
            self._grid.addWidget(self._ask_row, 0, 1, Qt.AlignmentFlag.AlignRight)
        else:
            self._grid.addWidget(self._ask_row, 1, 0, 1, 2)

    @Slot(object)
    def _filter(self, verdict: Verdict | None) -> None:
        texts = None if verdict is None else frozenset({self._words[verdict]})
        self._model.set_filter(VERDICT, texts)

    @Slot()
    def _follow(self) -> None:
        """Filters may have been set in the heads."""
        texts = self._model.filters.get(VERDICT, frozenset())
        chosen = [verdict for verdict, word in self._words.items() if word in texts]
        self.verdicts.choose(chosen[0] if len(chosen) == 1 else None)
        self._active.setVisible(bool(self._chips.chips()))
