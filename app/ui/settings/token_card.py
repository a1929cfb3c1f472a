"""The card of one platform: its token, where that is kept, and what a test of it found."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.credential import Kept
from app.domain.fetched import Connection
from app.domain.platform import Platform
from app.services.fetching.arrangements import TokenState
from app.ui.parts.buttons import plain_button, quiet_button
from app.ui.parts.card import Card
from app.ui.parts.fields import stacked
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.connections import connection_words, kept_words
from app.wording.language import Language


class TokenCard(QWidget):
    """What is entered is never shown again: the field is emptied when it is kept."""

    entered = Signal(object, str)
    test_asked = Signal(object)
    forget_asked = Signal(object)
    """The Platform, each of them."""

    def __init__(self, theme: Theme, language: Language, platform: Platform) -> None:
        super().__init__()
        self._language, self._platform = language, platform
        say = language.say
        self.card = Card(theme, platform.name_shown)
        self._state = label(theme, wrap=True)
        self._found = label(theme, font="small", tone="text_2", wrap=True)
        self._found.hide()
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAcceptDrops(False)
        self._keep = plain_button(theme, say("Keep"))
        self._test = plain_button(theme, say("Test the connection"))
        self._forget = quiet_button(theme, say("Remove the token"))
        for button in (self._keep, self._test, self._forget):
            button.setAccessibleDescription(platform.name_shown)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._keep)
        row.addWidget(self._test)
        row.addWidget(self._forget)
        row.addStretch(1)
        self.card.body.addWidget(self._state)
        self.card.body.addLayout(stacked(theme, say("New token or key"), self.field))
        self.card.body.addLayout(row)
        self.card.body.addWidget(self._found)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self._keep.clicked.connect(self._enter)
        self.field.returnPressed.connect(self._enter)
        self.field.textChanged.connect(self._show_buttons)
        self._test.clicked.connect(self._ask_to_test)
        self._forget.clicked.connect(self._ask_to_forget)
        self.show_state(TokenState(platform, None, None, soon=False), date.min)

    def show_state(self, state: TokenState, today: date) -> None:
        """Where the token is, and until when it holds."""
        self._kept = state.kept
        self._state.setText(kept_words(state.kept, state.expires_on, today, self._language))
        tone = "warning_text" if state.soon else "text"
        self._state.setProperty("tone", tone)
        self._state.style().polish(self._state)
        self._show_buttons()

    def show_testing(self) -> None:
        """The platform is being asked."""
        self._test.setEnabled(False)
        self.tell(self._language.say("Asking the platform…"))

    def show_tested(self, found: Connection) -> None:
        """Whom the token speaks for, or why not."""
        self._show_buttons()
        self.tell(connection_words(self._platform, found, self._language))

    def tell(self, words: str) -> None:
        """What came of the last act."""
        self._found.setText(words)
        self._found.setVisible(bool(words))

    @Slot()
    def _show_buttons(self) -> None:
        self._keep.setEnabled(bool(self.field.text().strip()))
        self._test.setEnabled(self._kept is not None)
        self._forget.setEnabled(self._kept in (Kept.KEYRING, Kept.SESSION))

    @Slot()
    def _enter(self) -> None:
        text = self.field.text()
        if text.strip():
            self.field.clear()
            self.entered.emit(self._platform, text)

    @Slot()
    def _ask_to_test(self) -> None:
        self.test_asked.emit(self._platform)

    @Slot()
    def _ask_to_forget(self) -> None:
        self.forget_asked.emit(self._platform)
