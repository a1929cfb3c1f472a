"""The status bar: facts of the page at the left, of the whole program at the right."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.parts.text import icon_label, label, stroke
from app.ui.shell.page import Fact
from app.ui.theme.theme import Theme

HEIGHT = 28


class StatusBar(QFrame):
    """28 pixels high; facts are parted by thin lines."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "status")
        self.setFixedHeight(HEIGHT)
        self._left = QHBoxLayout()
        self._right = QHBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 16, 0)
        for part in (self._left, self._right):
            part.setSpacing(10)
        row.addLayout(self._left)
        row.addStretch(1)
        row.addLayout(self._right)

    def set_page_facts(self, facts: Sequence[Fact]) -> None:
        """What the page says."""
        _fill(self._theme, self._left, facts, leading=False)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """What holds everywhere: the rule, what is saved, the last backup."""
        _fill(self._theme, self._right, facts, leading=True)


def _fill(theme: Theme, row: QHBoxLayout, facts: Sequence[Fact], *, leading: bool) -> None:
    while (item := row.takeAt(0)) is not None:
        widget: QWidget | None = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    for place, fact in enumerate(facts):
        if place or leading:
            row.addWidget(stroke(15))
        row.addWidget(_shown(theme, fact))


def _shown(theme: Theme, fact: Fact) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    if fact.icon:
        tone = "qualifies_text" if fact.icon == "check" else fact.tone
        row.addWidget(icon_label(theme, fact.icon, tone=tone, size=14))
    row.addWidget(label(theme, fact.words, font="small", tone=fact.tone))
    if fact.value:
        row.addWidget(label(theme, fact.value, font="small_semibold"))
    return made
