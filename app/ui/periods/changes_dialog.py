"""What changed between two times: the totals, each cause with its number, everyone by name."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QWidget

from app.domain.snapshot import Revision
from app.domain.verdict_change import Cause
from app.services.period_changes import Comparison
from app.ui.parts.buttons import plain_button
from app.ui.parts.card import framed
from app.ui.parts.dialog_frame import DialogFrame
from app.ui.parts.fields import SearchField, stacked
from app.ui.parts.text import label
from app.ui.periods.cause_filter import CauseFilter
from app.ui.periods.change_rows import CAUSE, ChangeRow, change_columns, change_rows, search_text
from app.ui.table.memory import TableMemory
from app.ui.table.model import TableModel
from app.ui.table.view import TableView
from app.ui.theme.theme import Theme
from app.wording.closings import closing_name, left_out
from app.wording.language import Language
from app.wording.periods import came_and_went, cause_word, totals_then_now

_WIDTH, _HEIGHT = 980, 640
_ROW_HEIGHT = 47
_NARROWEST, _LOWEST_LIST = 170, 180


class ChangesDialog(QDialog):
    """Asks which two times; whoever opened it compares them."""

    asked = Signal(object, object)
    """The Revision before, and the organisation or None."""
    person_asked = Signal(int)

    def __init__(
        self, theme: Theme, language: Language, memory: TableMemory, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._language = language
        say = language.say
        title = say("What changed")
        self.setWindowTitle(title)
        self._before, self._within = QComboBox(), QComboBox()
        for box in (self._before, self._within):
            box.setMinimumWidth(_NARROWEST)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.currentTextChanged.connect(box.setToolTip)
        self._within.addItem(say("All organisations"), None)
        self._after = label(theme, font="body_medium")
        self._after.setMinimumHeight(self._before.sizeHint().height())
        self._totals = label(theme, font="card_title", wrap=True)
        self._moves = label(theme, tone="text_2", wrap=True)
        self._left_out = label(theme, font="small", tone="text_2", wrap=True)
        self._causes = CauseFilter(theme, language)
        self._search = SearchField(theme, say("Search a name"))
        self._model: TableModel[ChangeRow] = TableModel(
            change_columns(language), _id, search_text=search_text
        )
        self._table: TableView[ChangeRow] = TableView(
            theme,
            language,
            self._model,
            name=say("Changed verdicts"),
            key="period_changes",
            memory=memory,
            row_height=_ROW_HEIGHT,
        )
        self._close = plain_button(theme, say("Close"), keys="Esc")
        self._lay_out(theme, title)
        self._connect()

    def show_choices(self, befores: Sequence[Revision], chosen: Revision, after: str) -> None:
        """What may be compared with; `after` says what stands on the other side."""
        blocker = QSignalBlocker(self._before)
        self._before.clear()
        for one in befores:
            self._before.addItem(closing_name(one, self._language), one)
        self._before.setCurrentIndex(list(befores).index(chosen))
        blocker.unblock()
        self._after.setText(after)
        self._ask()

    def show_comparison(self, found: Comparison) -> None:
        """The answer to what was asked."""
        language = self._language
        self._offer(found.organisations)
        self._totals.setText(
            totals_then_now(found.before.qualifying, found.after.qualifying, language)
        )
        self._moves.setText(came_and_went(found.came, found.went, language))
        unnamed = len(found.changes) - len(found.named)
        words = left_out(unnamed, found.erased, language)
        self._left_out.setText(words)
        self._left_out.setVisible(bool(words))
        self._causes.set_counts(found.by_cause)
        self._model.set_filter(CAUSE, None)
        self._model.set_rows(change_rows(found.changes))
        self._table.set_greyed(greyed=False)

    def show_failed(self, sentence: str) -> None:
        """It could not be compared."""
        self._model.set_rows([])
        self._totals.setText(sentence)
        self._moves.clear()

    def _offer(self, organisations: Sequence[str]) -> None:
        """Once: what is chosen stays, also where the next answer knows fewer of them."""
        if self._within.count() > 1:
            return
        blocker = QSignalBlocker(self._within)
        for name in organisations:
            self._within.addItem(name, name)
        blocker.unblock()

    @Slot()
    def _ask(self) -> None:
        self._totals.setText(self._language.say("Comparing…"))
        self._moves.clear()
        self._left_out.hide()
        self._table.set_greyed(greyed=True)
        self.asked.emit(self._before.currentData(), self._within.currentData())

    @Slot(object)
    def _filter(self, cause: Cause | None) -> None:
        texts = None if cause is None else frozenset({cause_word(cause, self._language)})
        self._model.set_filter(CAUSE, texts)

    @Slot(object)
    def _open(self, row: ChangeRow) -> None:
        if row.person > 0:
            self.person_asked.emit(row.person)
            self.accept()

    def _connect(self) -> None:
        self._before.currentIndexChanged.connect(self._ask)
        self._within.currentIndexChanged.connect(self._ask)
        self._causes.chosen.connect(self._filter)
        self._search.textChanged.connect(self._model.search)
        self._search.entered.connect(self._table.setFocus)
        self._table.opened.connect(self._open)
        self._close.clicked.connect(self.reject)
        # The window's own Ctrl+F does not reach into a dialog.
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(
            self._search.setFocus
        )

    def _lay_out(self, theme: Theme, title: str) -> None:
        say = self._language.say
        chosen = QGridLayout()
        chosen.setHorizontalSpacing(12)
        chosen.addLayout(stacked(theme, say("From period"), self._before), 0, 0)
        chosen.addLayout(stacked(theme, say("To"), self._after), 0, 1)
        chosen.addLayout(stacked(theme, say("Organisation"), self._within), 0, 2)
        chosen.setColumnStretch(2, 1)
        filters = QHBoxLayout()
        filters.addWidget(self._causes, 1)
        filters.addWidget(self._search, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.addWidget(self._left_out, 1)
        foot.addStretch()  # while nobody was left out
        foot.addWidget(self._close, 0, Qt.AlignmentFlag.AlignBottom)
        frame = DialogFrame(self, _WIDTH, _HEIGHT)
        column = frame.middle
        column.addWidget(label(theme, title, font="card_title"))
        column.addLayout(chosen)
        column.addWidget(self._totals)
        column.addWidget(self._moves)
        column.addLayout(filters)
        self._table.setMinimumHeight(_LOWEST_LIST)
        column.addWidget(framed(self._table), 1)
        frame.foot.addLayout(foot)


def _id(row: ChangeRow) -> int:
    return row.id
