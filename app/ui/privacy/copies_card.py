"""The card that looks into the copies for somebody who was erased earlier."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.parts.buttons import plain_button
from app.ui.parts.card import Card
from app.ui.parts.fields import beside, form_grid
from app.ui.parts.text import label
from app.ui.parts.writing import writes
from app.ui.people.nip_field import NipField
from app.ui.theme.theme import Theme
from app.wording.language import Language


class CopiesCard(QWidget):
    """Who is erased is in no list any more: the number and the name come from the letter."""

    asked = Signal(QWidget, object, str)
    """The window that it was asked in, a Nip, and the name."""

    def __init__(self, theme: Theme, language: Language, today: date) -> None:
        super().__init__()
        say = language.say
        self._nip = NipField(theme, language, today)
        self._name = QLineEdit()
        self._look = plain_button(theme, say("Look into the copies…"), icon="archive")
        why = say(
            "For when the second place or the stick was away on the day of the erasure, or the copies "
            "were left as they were."
        )
        card = Card(theme, say("Copies of somebody erased"))
        grid = form_grid()
        beside(theme, grid, say("NIP / NI PPPK"), self._nip)
        beside(theme, grid, say("Name"), self._name)
        card.body.addLayout(grid)
        card.body.addWidget(label(theme, why, font="small", tone="text_2", wrap=True))
        card.body.addWidget(self._look, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self._nip.changed.connect(self._follow)
        self._name.textChanged.connect(self._follow)
        self._look.clicked.connect(self._ask)
        writes(self._look)
        self._follow()

    def clear(self) -> None:
        """Nothing of the person stays in the fields."""
        self._nip.field.clear()
        self._name.clear()

    @Slot()
    def _follow(self) -> None:
        self._look.setEnabled(self._nip.nip is not None and bool(self._name.text().strip()))

    @Slot()
    def _ask(self) -> None:
        nip, name = self._nip.nip, self._name.text().strip()
        if nip is not None and name:
            self.asked.emit(self.window(), nip, name)
