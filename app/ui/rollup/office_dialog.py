"""One office: its people with the place of each in the workbook, and its sendings compared."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.rollup.merged import Arrived, MergedOffice, Traced
from app.domain.verdict import Verdict
from app.services.rollup.merging import SendingDifference
from app.ui.parts.buttons import Button, ButtonRole, plain_button
from app.ui.parts.card import framed
from app.ui.parts.dialog_frame import DialogFrame
from app.ui.parts.fields import SearchField
from app.ui.parts.text import label
from app.ui.rollup.difference_rows import (
    DifferenceRow,
    difference_columns,
    difference_key,
    difference_rows,
)
from app.ui.rollup.person_rows import VERDICT, traced_columns, traced_key, traced_search
from app.ui.rollup.words import difference_words
from app.ui.table.memory import TableMemory
from app.ui.table.model import TableModel
from app.ui.table.view import TableView
from app.ui.theme.theme import Theme
from app.wording.language import Language
from app.wording.rollup import office_facts, sending_name
from app.wording.verdicts import verdict_short_word

_WIDTH, _HEIGHT = 1180, 640
_TWO_LINES, _LOWEST_LIST = 47, 200


class OfficeDialog(QDialog):
    """Shows; whoever opened it reads."""

    compared = Signal(object, object)
    """The Arrived before and the one after."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        office: MergedOffice,
        memory: TableMemory,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._language = language
        say = language.say
        self.setWindowTitle(office.name)
        self._facts = label(theme, office_facts(office, language), tone="text_2", wrap=True)
        self._people_button = Button(theme, say("People"), role=ButtonRole.TOGGLE)
        self._sent_button = Button(theme, say("What changed"), role=ButtonRole.TOGGLE)
        self._group = QButtonGroup(self)
        self._search = SearchField(theme, say("Search a name"), 240)
        self._pairs = QComboBox()
        self._pairs.setAccessibleName(say("Sendings that are compared"))
        self._changes = label(theme, tone="text_2", wrap=True)
        self._people: TableModel[Traced] = TableModel(
            traced_columns(language), traced_key, search_text=traced_search
        )
        self._differences: TableModel[DifferenceRow] = TableModel(
            difference_columns(language), difference_key
        )
        self._people_table: TableView[Traced] = TableView(
            theme,
            language,
            self._people,
            name=say("People"),
            key="rollup_people",
            memory=memory,
            row_height=_TWO_LINES,
        )
        self._difference_table: TableView[DifferenceRow] = TableView(
            theme,
            language,
            self._differences,
            name=say("What changed"),
            key="rollup_differences",
            memory=memory,
            row_height=_TWO_LINES,
        )
        self._close = plain_button(theme, say("Close"), keys="Esc")
        self._stack = QStackedWidget()
        self._lay_out(theme)
        self._offer(office)
        self._group.buttonClicked.connect(self._turn)
        self._search.textChanged.connect(self._find)
        self._search.entered.connect(self._go_in)
        self._pairs.activated.connect(self.compare_first)
        self._close.clicked.connect(self.reject)
        self._people_table.setFocus()

    def show_people(self, people: Sequence[Traced], verdict: Verdict | None) -> None:
        """Everybody of the office who is counted; with a verdict only those who have it."""
        self._people.set_rows(people)
        self._people_button.set_number(self._language.number(len(people)))
        if verdict is not None:
            word = verdict_short_word(verdict, self._language)
            self._people.set_filter(VERDICT, frozenset({word}))
        self._people_table.go_to_first_row()

    def show_difference(self, found: SendingDifference) -> None:
        """What differs between the two that were asked for."""
        self._changes.setText(difference_words(found, self._language))
        rows = difference_rows(found, self._language)
        self._differences.set_rows(rows)
        self._sent_button.set_number(self._language.number(len(rows)))

    def show_failed(self, sentence: str) -> None:
        """It could not be read."""
        self._changes.setText(sentence)
        self._facts.setText(sentence)

    @Slot()
    def compare_first(self) -> None:
        """Asks for the chosen pair; nothing where the office sent once."""
        pair = self._pairs.currentData()
        if pair is not None:
            self._changes.setText(self._language.say("Comparing…"))
            self.compared.emit(*pair)

    def _offer(self, office: MergedOffice) -> None:
        """Each sending beside the one before it, what is counted first."""
        sent = [*filter(None, [office.arrived]), *office.others]
        sent.sort(key=_rank, reverse=True)
        pairs = list(pairwise(sent))
        pairs.sort(key=lambda pair: pair[0] is not office.arrived)
        text = self._language.say("{after} beside {before}")
        for after, before in pairs:
            names = {
                "after": sending_name(after.sending, self._language),
                "before": sending_name(before.sending, self._language),
            }
            self._pairs.addItem(text.format(**names), (before, after))
        self._sent_button.setEnabled(bool(pairs))

    @Slot()
    def _turn(self) -> None:
        self._stack.setCurrentIndex(int(self._sent_button.isChecked()))

    @Slot(str)
    def _find(self, text: str) -> None:
        self._people.search(text)
        self._differences.search(text)

    @Slot()
    def _go_in(self) -> None:
        table = self._difference_table if self._stack.currentIndex() else self._people_table
        table.setFocus()

    def _lay_out(self, theme: Theme) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (self._people_button, self._sent_button):
            self._group.addButton(button)
            row.addWidget(button)
        self._people_button.setChecked(True)
        row.addStretch()
        row.addWidget(self._search)
        compared = QWidget()
        inside = QVBoxLayout(compared)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        choice = QHBoxLayout()
        choice.setSpacing(12)
        choice.addWidget(self._pairs)
        choice.addWidget(self._changes, 1)
        inside.addLayout(choice)
        inside.addWidget(framed(self._difference_table), 1)
        self._stack.addWidget(framed(self._people_table))
        self._stack.addWidget(compared)
        frame = DialogFrame(self, _WIDTH, _HEIGHT)
        column = frame.middle
        column.addWidget(label(theme, self.windowTitle(), font="card_title", wrap=True))
        column.addWidget(self._facts)
        column.addLayout(row)
        self._stack.setMinimumHeight(_LOWEST_LIST)
        column.addWidget(self._stack, 1)
        frame.set_buttons(None, self._close)


def _rank(one: Arrived) -> tuple[object, ...]:
    """As they came about: period, closing, writing."""
    sending = one.sending
    written = max(each.part.written_at for each in one.submissions)
    return sending.period.last, sending.period.first, sending.revision, written
