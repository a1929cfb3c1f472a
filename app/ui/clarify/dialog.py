"""The dialog "Perlu klarifikasi": accounts at the left, the one that is looked at at the right."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QStackedWidget,
    QWidget,
)

from app.services.clarifying import Clarifications, Suspect
from app.ui.clarify.columns import suspect_columns, suspect_key, suspect_search
from app.ui.clarify.detail import SuspectDetail
from app.ui.clarify.kinds import Kind, nothing_listed
from app.ui.parts.buttons import Button, ButtonRole, plain_button
from app.ui.parts.card import framed
from app.ui.parts.dialog_frame import DialogFrame, side_by_side
from app.ui.parts.strip import Mood, Strip
from app.ui.parts.text import label
from app.ui.table.memory import TableMemory
from app.ui.table.model import TableModel
from app.ui.table.view import TableView
from app.ui.theme.theme import Theme
from app.wording.language import Language

_WIDTH, _HEIGHT = 1180, 690
_SIDE, _NARROW_SIDE = 392, 352
_NARROW_BELOW, _BELOW_EACH_OTHER = 1000, 780
_LOWEST_LIST, _LOWEST_DETAIL = 160, 320
_ROW_HEIGHT = 47


class ClarifyDialog(QDialog):
    """Shows; whoever opened it looks things up and writes what is decided."""

    explained = Signal(object, object, str)
    """The Suspect, an InnocentReason, the note."""
    excluded = Signal(object, str)
    """The Suspect and the reason."""
    taken_back = Signal(object)
    """The decisions of a Suspect."""
    person_asked = Signal(int)
    record_asked = Signal(int)

    def __init__(
        self, theme: Theme, language: Language, memory: TableMemory, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._language = language
        self._seen: Clarifications | None = None
        self._kind = Kind.OPEN
        say = language.say
        self.setWindowTitle(say("Accounts to clarify"))
        self._kinds = {
            Kind.OPEN: Button(theme, say("To be looked at"), role=ButtonRole.TOGGLE),
            Kind.EXCLUDED: Button(theme, say("Left out"), role=ButtonRole.TOGGLE),
            Kind.EXPLAINED: Button(theme, say("In order"), role=ButtonRole.TOGGLE),
        }
        self._group = QButtonGroup(self)
        self._model: TableModel[Suspect] = TableModel(
            suspect_columns(language), suspect_key, search_text=suspect_search
        )
        self._table: TableView[Suspect] = TableView(
            theme,
            language,
            self._model,
            name=self.windowTitle(),
            key="clarify",
            memory=memory,
            row_height=_ROW_HEIGHT,
        )
        self._detail = SuspectDetail(theme, language)
        self._strip = Strip(theme, language)
        self._close = plain_button(theme, say("Close"), keys="Esc")
        self._lay_out(theme)
        self._connect()
        self._table.setFocus()

    def show_clarifications(self, seen: Clarifications) -> None:
        """Another look; whoever was chosen stays chosen, else the first one is."""
        self._seen = seen
        numbers = {
            Kind.OPEN: len(seen.open),
            Kind.EXCLUDED: len(seen.excluded),
            Kind.EXPLAINED: len(seen.explained),
        }
        for kind, button in self._kinds.items():
            button.set_number(self._language.number(numbers[kind]))
        self._show_rows()

    def say_done(self, words: str) -> None:
        """What was just written; the list has the focus, for the next one."""
        self._table.setFocus()
        say = self._language.say
        self._strip.say(Mood.DONE, words, say("It can be taken back here, or by Ctrl+Z."))

    def say_failed(self, sentence: str) -> None:
        """Nothing was written, or nothing found."""
        self._strip.say(Mood.ERROR, self._language.say("Not saved"), sentence)

    @Slot(QAbstractButton)
    def _choose_kind(self, button: QAbstractButton) -> None:
        self._kind = next(kind for kind, own in self._kinds.items() if own is button)
        self._show_rows()

    def _show_rows(self) -> None:
        if self._seen is None:
            return
        listed = {
            Kind.OPEN: self._seen.open,
            Kind.EXCLUDED: self._seen.excluded,
            Kind.EXPLAINED: self._seen.explained,
        }[self._kind]
        place = max(self._table.currentIndex().row(), 0)
        self._model.set_rows(listed)
        self._lists.setCurrentWidget(self._rows if listed else self._nothing[self._kind])
        self._detail.setVisible(bool(listed))
        if listed:
            shown = list(self._model.rows_shown())
            current = self._table.current_row() or shown[min(place, len(shown) - 1)]
            self._table.choose(suspect_key(current))
            self._detail.show_suspect(current, self._seen.rule)

    @Slot(object)
    def _show_suspect(self, one: Suspect | None) -> None:
        if one is not None and self._seen is not None:
            self._detail.show_suspect(one, self._seen.rule)

    @Slot(int)
    def _ask_person(self, person_id: int) -> None:
        self.accept()
        self.person_asked.emit(person_id)

    @Slot(int)
    def _ask_record(self, person_id: int) -> None:
        self.accept()
        self.record_asked.emit(person_id)

    def _connect(self) -> None:
        self._group.buttonClicked.connect(self._choose_kind)
        self._table.row_chosen.connect(self._show_suspect)
        self._table.opened.connect(self._detail.focus_decision)
        self._detail.explained.connect(self.explained)
        self._detail.excluded.connect(self.excluded)
        self._detail.taken_back.connect(self.taken_back)
        self._detail.person_asked.connect(self._ask_person)
        self._detail.record_asked.connect(self._ask_record)
        self._close.clicked.connect(self.reject)

    def _lay_out(self, theme: Theme) -> None:
        say = self._language.say
        frame = DialogFrame(self, _WIDTH, _HEIGHT)
        kinds = QHBoxLayout()
        kinds.setSpacing(8)
        for button in self._kinds.values():
            button.setAutoDefault(False)
            self._group.addButton(button)
            kinds.addWidget(button)
        kinds.addStretch()
        self._kinds[Kind.OPEN].setChecked(True)
        self._lists = QStackedWidget()
        self._rows = framed(self._table)
        self._lists.addWidget(self._rows)
        self._nothing = {kind: framed(nothing_listed(theme, kind, self._language)) for kind in Kind}
        for nothing in self._nothing.values():
            self._lists.addWidget(nothing)
        middle = QBoxLayout(side_by_side(self, _BELOW_EACH_OTHER))
        middle.setSpacing(12)
        if middle.direction() is QBoxLayout.Direction.LeftToRight:
            self._detail.setFixedWidth(_SIDE if self.width() >= _NARROW_BELOW else _NARROW_SIDE)
        else:
            self._lists.setMinimumHeight(_LOWEST_LIST)
            self._detail.setMinimumHeight(_LOWEST_DETAIL)
        middle.addWidget(self._lists, 1)
        middle.addWidget(self._detail)
        lead = say(
            "Counts that jumped. That proves nothing, and no verdict changes until somebody decides."
        )
        column = frame.middle
        column.addWidget(label(theme, self.windowTitle(), font="card_title"))
        column.addWidget(label(theme, lead, tone="text_2", wrap=True))
        column.addLayout(kinds)
        column.addLayout(middle, 1)
        frame.foot.addWidget(self._strip)
        frame.set_buttons(None, self._close)
