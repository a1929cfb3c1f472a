"""The cards about coming back from a stick, and about what a borrowed computer keeps."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.parts.buttons import plain_button
from app.ui.parts.card import Card
from app.ui.parts.flow import FlowLayout
from app.ui.parts.text import label
from app.ui.parts.writing import writes
from app.ui.portable.words import staying_lines
from app.ui.theme.theme import Theme
from app.wording.language import Language


class TakeCard(QWidget):
    """Opens what is on a stick, or lets it take the place of the office here."""

    open_asked = Signal()
    view_asked = Signal()
    take_asked = Signal()

    def __init__(self, theme: Theme, language: Language, *, is_portable: bool) -> None:
        super().__init__()
        say = language.say
        words = say("Use the copy from a stick on this computer…")
        here = say("Use this copy on this computer…")
        take = plain_button(theme, here if is_portable else words, icon="archive-restore")
        opened = plain_button(theme, say("Open from a stick…"), icon="folder-open")
        viewed = plain_button(theme, say("Open only for viewing…"), icon="lock")
        card = Card(theme, say("Back from a stick"))
        told = say(
            "Work done on the stick comes back here as a whole: the office on this computer is kept as "
            "a backup first, and restoring that one undoes it. Two copies are never mixed."
        )
        card.body.addWidget(label(theme, told, wrap=True))
        card.body.addWidget(_row(take))
        viewing = say("For viewing nothing is written on the stick; it may be write-protected.")
        card.body.addWidget(label(theme, viewing, font="small", tone="text_2", wrap=True))
        card.body.addWidget(_row(opened, viewed))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        if not is_portable:
            # On the computer that the copy goes to it is another office that is written.
            writes(take)
        take.clicked.connect(self.take_asked)
        opened.clicked.connect(self.open_asked)
        viewed.clicked.connect(self.view_asked)


def stays_card(theme: Theme, language: Language) -> QWidget:
    """Said plainly: no program can promise that nothing stays."""
    card = Card(theme, language.say("What stays on a borrowed computer"))
    for words in staying_lines(language):
        card.body.addWidget(label(theme, words, wrap=True))
    return card


def _row(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = FlowLayout(holder, gap=8)
    for widget in widgets:
        row.addWidget(widget)
    return holder
