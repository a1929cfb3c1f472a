"""The head of a page: its title, one line of facts, its actions at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.parts.one_line import OneLine
from app.ui.parts.text import label
from app.ui.theme.theme import Theme

HEIGHT = 56


class PageHead(QWidget):
    """56 pixels high; the facts give way when the window is narrow, the actions never do."""

    def __init__(
        self, theme: Theme, title: str, facts: str = "", actions: Sequence[QWidget] = ()
    ) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self._title = label(theme, title, font="page_title")
        self._facts = OneLine(theme, facts)
        # The smaller letters stand on the title's line, not on its middle.
        self._facts.setContentsMargins(0, 5, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addSpacing(6)
        row.addWidget(self._facts, 1, Qt.AlignmentFlag.AlignVCenter)
        for action in actions:
            row.addWidget(action)

    def set_title(self, title: str) -> None:
        """Another title."""
        self._title.setText(title)

    def set_facts(self, facts: str) -> None:
        """The line beside the title; the tooltip has it whole where the window is narrow."""
        self._facts.say(facts)
