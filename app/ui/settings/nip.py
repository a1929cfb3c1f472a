"""The card of masked NIPs: how a new report begins; each report can still say otherwise."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.services.preferences import Preferences
from app.ui.parts.card import Card
from app.ui.parts.text import label
from app.ui.settings.saving import Saving
from app.ui.theme.theme import Theme
from app.wording.language import Language


class NipCard(QWidget):
    """Off at first: a report is an official annex, and asks for the number in full."""

    def __init__(self, theme: Theme, language: Language, saving: Saving) -> None:
        super().__init__()
        self._saving = saving
        self._masked = QCheckBox(language.say("Begin reports with masked NIPs (1985****0901)"))
        why = language.say(
            "Each report can say otherwise on its page. Forms, the command line and the data of one "
            "person always have the NIP in full."
        )
        card = Card(theme, language.say("NIP in reports"))
        card.body.addWidget(self._masked)
        card.body.addWidget(label(theme, why, font="small", tone="text_2", wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self._masked.toggled.connect(self._keep)

    def show_preferences(self, stored: Preferences) -> None:
        """What is stored."""
        with QSignalBlocker(self._masked):
            self._masked.setChecked(stored.masked_nip)

    @Slot(bool)
    def _keep(self, masked: bool) -> None:
        def change(stored: Preferences) -> Preferences:
            return replace(stored, masked_nip=masked)

        self._saving.choose(change, _nothing_more)


def _nothing_more() -> None:
    """The page of reports asks for it when it is shown."""
