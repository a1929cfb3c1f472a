"""Which period is sent, and whether the workbook is divided."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.services.rollup.dividing import Splitting
from app.ui.parts.calm_spin import CalmSpinBox
from app.ui.parts.fields import Note, stacked
from app.ui.parts.text import label
from app.ui.sending.offer import Offer, offer_name, offer_words
from app.ui.theme.theme import Theme
from app.wording.language import Language

_LEAST, _USUAL, _MOST = 100, 2_000, 100_000
_CLOSED, _NOT_CLOSED = "qualifies", "warning"
"""Moods of the note."""


@dataclass(frozen=True, slots=True)
class SendOrder:
    """What the fields say."""

    offer: Offer
    splitting: Splitting


class SendOrderPart(QWidget):
    """The newest closed period is chosen first; where nothing is closed, this month."""

    changed = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._language = language
        say = language.say
        self._period = QComboBox()
        self._note = Note(theme)
        self._whole = QRadioButton(say("One workbook"))
        self._organisations = QRadioButton(say("A workbook for each organisation"))
        self._sized = QRadioButton(say("Several workbooks with at most"))
        self._most = CalmSpinBox()
        self._most.setRange(_LEAST, _MOST)
        self._most.setSingleStep(_LEAST)
        self._most.setValue(_USUAL)
        self._most.setAccessibleName(say("Most people in one workbook"))
        self._group = QButtonGroup(self)
        self._whole.setChecked(True)
        self._most.setEnabled(False)
        self._lay_out(theme)
        self._period.currentIndexChanged.connect(self._explain)
        self._sized.toggled.connect(self._most.setEnabled)

    def show_offers(self, found: Sequence[Offer]) -> None:
        """What can be sent now."""
        with QSignalBlocker(self._period):
            self._period.clear()
            for one in found:
                self._period.addItem(offer_name(one, self._language), one)
        self._explain()

    def order(self) -> SendOrder | None:
        """None as long as nothing is offered."""
        offer = self._period.currentData()
        if not isinstance(offer, Offer):
            return None
        most = self._most.value() if self._sized.isChecked() else None
        return SendOrder(offer, Splitting(most, self._organisations.isChecked()))

    def first_field(self) -> QWidget:
        """Where the arrows choose."""
        return self._period

    @Slot()
    def _explain(self) -> None:
        offer = self._period.currentData()
        if isinstance(offer, Offer):
            closed = offer.revision is not None
            mood = _CLOSED if closed else _NOT_CLOSED
            icon, tone = (
                ("lock", "qualifies_text") if closed else ("triangle-alert", "warning_text")
            )
            name = offer_name(offer, self._language)
            self._note.say(mood, icon, tone, name, offer_words(offer, self._language))
        self.changed.emit()

    def _lay_out(self, theme: Theme) -> None:
        say = self._language.say
        sized = QHBoxLayout()
        sized.setSpacing(8)
        sized.addWidget(self._sized)
        sized.addWidget(self._most)
        sized.addWidget(label(theme, say("people")))
        sized.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(stacked(theme, say("Period"), self._period))
        column.addWidget(self._note)
        column.addSpacing(4)
        column.addWidget(label(theme, say("How it is divided"), font="small", tone="text_2"))
        for button in (self._whole, self._organisations, self._sized):
            self._group.addButton(button)
        column.addWidget(self._whole)
        column.addWidget(self._organisations)
        column.addLayout(sized)
