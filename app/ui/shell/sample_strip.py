"""The line over every page of the sample office: what it is, and the button that takes it away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.ui.parts.buttons import Button, ButtonRole
from app.ui.parts.text import icon_label, label
from app.ui.theme.theme import Theme
from app.wording.language import Language


class SampleStrip(QFrame):
    """Hidden until it is said that this is the sample."""

    clear_asked = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        say = language.say
        self.setProperty("role", "sample")
        self.setFixedHeight(40)
        clear = Button(
            theme, say("Remove the sample"), role=ButtonRole.PLAIN, icon="trash-2", small=True
        )
        clear.clicked.connect(self.clear_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(icon_label(theme, "building-2", tone="accent"))
        row.addWidget(label(theme, say("This is the sample office."), font="body_semibold"))
        words = say("All people and numbers are invented; none of them ever enters a real report.")
        row.addWidget(label(theme, words), 1)
        row.addWidget(clear)
        self.hide()
