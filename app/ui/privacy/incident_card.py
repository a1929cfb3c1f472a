"""The card for the day on which data got out: the workbook for the notice within 3 x 24 hours."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.parts.buttons import plain_button
from app.ui.parts.card import Card
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.language import Language


class IncidentCard(QWidget):
    """It names nobody: only kinds and numbers."""

    save_asked = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        say = language.say
        self._save = plain_button(theme, say("Prepare the notice…"), icon="file-spreadsheet")
        self._said = label(theme, tone="text_2", wrap=True)
        self._said.hide()
        why = say(
            "If personal data got out, the people and the authority must be told in writing within "
            "3 x 24 hours (UU 27/2022, article 46). The workbook says what is known here and leaves "
            "room for the rest."
        )
        card = Card(theme, say("Incident"))
        card.body.addWidget(label(theme, why, wrap=True))
        card.body.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(self._said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self._save.clicked.connect(self.save_asked)

    def tell(self, words: str) -> None:
        """What came of it."""
        self._said.setText(words)
        self._said.setVisible(bool(words))
