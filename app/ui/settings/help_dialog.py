"""The help on platforms: what each demands, and what to arrange, step by step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.parts.buttons import plain_button
from app.ui.parts.card import Card
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.language import Language
from app.wording.platform_help import PlatformHelp, platform_help

_WIDTH, _HEIGHT = 720, 620


class PlatformHelpDialog(QDialog):
    """A page to read."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = language.say("What the office must arrange")
        self.setWindowTitle(title)
        inside = QWidget()
        inside.setProperty("role", "page")
        listed = QVBoxLayout(inside)
        listed.setContentsMargins(0, 0, 8, 0)
        listed.setSpacing(10)
        for one in platform_help(language):
            listed.addWidget(_card(theme, one))
        listed.addStretch(1)
        room = QScrollArea()
        room.setProperty("role", "page")
        room.setAccessibleName(title)
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setWidgetResizable(True)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setWidget(inside)
        close = plain_button(theme, language.say("Close"), keys="Esc")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(theme, title, font="card_title"))
        column.addWidget(room, 1)
        column.addLayout(foot)
        size = parent.window().size()
        self.resize(min(_WIDTH, size.width() - 24), min(_HEIGHT, size.height() - 24))
        room.setFocus()


def _card(theme: Theme, one: PlatformHelp) -> Card:
    card = Card(theme, one.heading)
    card.body.addWidget(label(theme, one.terms, wrap=True))
    for number, step in enumerate(one.steps, 1):
        card.body.addWidget(label(theme, f"{number}. {step}", tone="text_2", wrap=True))
    return card
