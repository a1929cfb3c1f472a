"""The two decisions about an account: in order, with an innocent reason; or left out, with a reason."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from app.domain.clarification import InnocentReason
from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.fields import stacked
from app.ui.parts.flow import FlowLayout
from app.ui.parts.text import label
from app.ui.parts.writing import writes
from app.ui.theme.theme import Theme
from app.wording.clarifications import innocent_word
from app.wording.language import Language


class DecidePart(QWidget):
    """Nothing is chosen beforehand, and neither decision can be made without its reason.

    `foot` belongs to it but stands where its owner puts it: the buttons, and what is still missing,
    never scroll out of sight.
    """

    explained = Signal(object, str)
    """An InnocentReason and the note."""
    excluded = Signal(str)
    """The reason."""
    turned_to = Signal(object)
    """The field that has the focus now: it has to be seen."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._language = language
        say = language.say
        self._flaw = label(theme, font="small", tone="error_text", wrap=True)
        self._innocent = _InnocentPart(theme, language)
        self._exclude = _ExcludePart(theme, language)
        self._in_order = primary_button(theme, say("In order, checked"), icon="check")
        self._ask_exclude = plain_button(theme, say("Exclude…"), icon="circle-slash")
        self._do_exclude = primary_button(theme, say("Exclude this account"), icon="circle-slash")
        self._cancel = plain_button(theme, say("Cancel"))
        self.foot = QWidget()
        self._lay_out()
        writes(self._in_order, self._ask_exclude, self._do_exclude)
        self._in_order.clicked.connect(self._explain)
        self._innocent.note.returnPressed.connect(self._explain)
        self._ask_exclude.clicked.connect(self._ask_for_reason)
        self._do_exclude.clicked.connect(self._leave_out)
        self._exclude.reason.returnPressed.connect(self._leave_out)
        self._cancel.clicked.connect(self._show_innocent)
        self._show_innocent()

    def ask(self, reasons: Sequence[InnocentReason]) -> None:
        """Begin anew, with these innocent reasons to choose from."""
        self._innocent.offer(reasons)
        self._exclude.reason.clear()
        self._show_innocent()

    def focus(self) -> None:
        """To the first innocent reason."""
        self._turn_to(self._innocent.first_choice())

    def _lay_out(self) -> None:
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self._in_order, self._ask_exclude, self._do_exclude, self._cancel):
            button.setAutoDefault(False)
            flow.addWidget(button)
        below = QVBoxLayout(self.foot)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(6)
        below.addWidget(self._flaw)
        below.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._innocent)
        column.addWidget(self._exclude)

    @Slot()
    def _ask_for_reason(self) -> None:
        self._show(excluding=True)
        self._turn_to(self._exclude.reason)

    @Slot()
    def _show_innocent(self) -> None:
        self._show(excluding=False)

    def _show(self, *, excluding: bool) -> None:
        self._flaw.hide()
        self._innocent.setVisible(not excluding)
        self._exclude.setVisible(excluding)
        for button in (self._in_order, self._ask_exclude):
            button.setVisible(not excluding)
        for button in (self._do_exclude, self._cancel):
            button.setVisible(excluding)

    @Slot()
    def _explain(self) -> None:
        chosen, note = self._innocent.chosen, self._innocent.note
        say = self._language.say
        if chosen is None:
            self._refuse(say("Choose a reason first."), self._innocent.first_choice())
        elif chosen is InnocentReason.OTHER and not note.text().strip():
            self._refuse(say("Write the other reason in the note."), note)
        else:
            self.explained.emit(chosen, note.text().strip())

    @Slot()
    def _leave_out(self) -> None:
        reason = self._exclude.reason
        if reason.text().strip():
            self.excluded.emit(reason.text().strip())
        else:
            self._refuse(self._language.say("Write why this account is left out."), reason)

    def _refuse(self, words: str, field: QWidget) -> None:
        self._flaw.setText(words)
        self._flaw.show()
        self._turn_to(field)

    def _turn_to(self, field: QWidget) -> None:
        field.setFocus()
        self.turned_to.emit(field)


class _InnocentPart(QWidget):
    """The innocent reasons, and a note."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        say = language.say
        self._group = QButtonGroup(self)
        self._reasons: dict[QRadioButton, InnocentReason] = {}
        self._choices = QVBoxLayout()
        self._choices.setSpacing(1)
        self.note = QLineEdit()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(theme, say("Why it may be in order"), font="body_semibold"))
        column.addLayout(self._choices)
        column.addLayout(stacked(theme, say("Note"), self.note))

    @property
    def chosen(self) -> InnocentReason | None:
        """None until somebody chooses."""
        return next((why for one, why in self._reasons.items() if one.isChecked()), None)

    def first_choice(self) -> QWidget:
        """Where choosing begins."""
        return next(iter(self._reasons), self.note)

    def offer(self, reasons: Sequence[InnocentReason]) -> None:
        """These can be chosen; none of them is."""
        for old in self._reasons:
            self._group.removeButton(old)
            self._choices.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._reasons.clear()
        for reason in reasons:
            button = QRadioButton(innocent_word(reason, self._language))
            button.setFont(self._theme.font("body"))
            self._group.addButton(button)
            self._choices.addWidget(button)
            self._reasons[button] = reason
        self.note.clear()


class _ExcludePart(QWidget):
    """The reason of an exclusion, and what it does."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        say = language.say
        self.reason = QLineEdit()
        told = say(
            "The account does not count towards any rule until the decision is taken back. The "
            "reason and the date stand in the explanation and in the report, your name in the log."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(theme, say("Leave this account out"), font="body_semibold"))
        column.addWidget(label(theme, told, font="small", tone="text_2", wrap=True))
        column.addLayout(stacked(theme, say("Reason (required)"), self.reason))
