"""The card with the clerk's name."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.services.preferences import Preferences
from app.ui.parts.card import Card
from app.ui.parts.fields import FieldLeft, beside, form_grid
from app.ui.parts.text import label
from app.ui.settings.saving import Saving
from app.ui.theme.theme import Theme
from app.wording.language import Language


class ClerkCard(QWidget):
    """The name is saved when the field is left, or with Enter."""

    clerk_changed = Signal()

    def __init__(self, theme: Theme, language: Language, saving: Saving) -> None:
        super().__init__()
        self._saving = saving
        self._stored = ""
        self._name = QLineEdit()
        self._name.setAcceptDrops(False)
        card = Card(theme, language.say("Clerk"))
        grid = form_grid()
        beside(theme, grid, language.say("Name"), self._name)
        card.body.addLayout(grid)
        why = language.say("It is kept with every count, change and import from now on.")
        card.body.addWidget(label(theme, why, font="small", tone="text_2", wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self._name.returnPressed.connect(self._keep)
        FieldLeft(self._name).left.connect(self._keep)

    def show_preferences(self, stored: Preferences) -> None:
        """What is stored; a name that is being typed stays."""
        self._stored = stored.clerk
        if not self._name.hasFocus():
            self._name.setText(stored.clerk)

    @Slot()
    def _keep(self) -> None:
        name = " ".join(self._name.text().split())
        if name == self._stored:
            return
        self._stored = name

        def change(stored: Preferences) -> Preferences:
            return replace(stored, clerk=name)

        self._saving.choose(change, self.clerk_changed.emit)
