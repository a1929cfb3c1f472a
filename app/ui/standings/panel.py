"""The right panel: why this person stands so, what another threshold would change, who is near."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.parts.text import label, line
from app.ui.standings.explanation import Explanation
from app.ui.standings.nearest import Nearest
from app.ui.standings.rows import Judged, StandingRow
from app.ui.standings.what_if_part import WhatIfPart
from app.ui.theme.theme import Theme
from app.wording.language import Language


class StandingsPanel(QFrame):
    """The explanation of the chosen person; below it the thresholds and the nearest."""

    person_asked = Signal(int)
    """The person's card is wanted."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self.setProperty("role", "card")
        say = language.say
        self.setAccessibleName(say("Explanation"))
        self.explanation = Explanation(theme, language)
        self.nearest = Nearest(theme, language)
        self.what_if = WhatIfPart(theme, language)
        hint = say("Choose a row, or type a name above, to read the whole reason.")
        self._nobody = label(theme, hint, font="small", tone="text_2", wrap=True)
        self._nobody.setContentsMargins(14, 10, 14, 10)
        self.explanation.hide()
        content = QWidget()
        content.setProperty("role", "surface")
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self._nobody)
        inner.addWidget(self.explanation)
        for part in (self.what_if, self.nearest):
            inner.addWidget(line())
            inner.addWidget(part)
        inner.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setProperty("role", "surface")
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._scroll)
        self.explanation.person_asked.connect(self.person_asked)

    def explain(self, row: StandingRow | None, judged: Judged) -> None:
        """Explain one person, or say that nobody is chosen."""
        if row is not None:
            self.explanation.show_person(row, judged)
            self._scroll.verticalScrollBar().setValue(0)
        self._nobody.setVisible(row is None)
        self.explanation.setVisible(row is not None)
