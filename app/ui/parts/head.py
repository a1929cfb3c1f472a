"""The head of a page: its title, one line of facts, its actions at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget
from typing_extensions import override

from app.ui.parts.one_line import OneLine
from app.ui.parts.text import label
from app.ui.theme.theme import Theme

HEIGHT = 56
_GAP, _AFTER_TITLE = 8, 14
_DIRECTION = QBoxLayout.Direction


class PageHead(QWidget):
    """56 pixels high. Where the facts have no room beside the title they stand below it.

    There they give way when the window is narrow; the actions never do.
    """

    def __init__(
        self, theme: Theme, title: str, facts: str = "", actions: Sequence[QWidget] = ()
    ) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self._title = label(theme, title, font="page_title")
        self._facts = OneLine(theme, facts)
        self._actions = actions
        self._words = QBoxLayout(_DIRECTION.LeftToRight)
        self._words.addWidget(self._title)
        self._words.addWidget(self._facts, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addLayout(self._words, 1)
        for action in actions:
            row.addWidget(action)
        self._below = False
        self._stand()

    def set_title(self, title: str) -> None:
        """Another title."""
        self._title.setText(title)
        self._fit()

    def set_facts(self, facts: str) -> None:
        """The line of facts; the tooltip has it whole where the window is narrow."""
        self._facts.say(facts)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def event(self, event: QEvent) -> bool:
        answer = super().event(event)
        # An action came, went, or says something else.
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return answer

    def _fit(self) -> None:
        shown = [one for one in self._actions if not one.isHidden()]
        taken = sum(one.sizeHint().width() + _GAP for one in shown)
        room = self.width() - taken
        beside = room - self._title.sizeHint().width() - _AFTER_TITLE
        # By the letters it has at either place, not by those of now: else it would go to and fro.
        below = not self._facts.fits("body", beside) and self._facts.says_something("small", room)
        # Each standing asks for a new layout, which asks here again: only where it is another one.
        if below != self._below:
            self._below = below
            self._stand()

    def _stand(self) -> None:
        below = self._below
        direction = _DIRECTION.TopToBottom if below else _DIRECTION.LeftToRight
        self._words.setDirection(direction)
        self._words.setSpacing(0 if below else _AFTER_TITLE)
        self._words.setContentsMargins(0, 6 if below else 0, 0, 6 if below else 0)
        self._facts.use_font("small" if below else "body")
        # Beside the title the smaller letters stand on its line, not on its middle.
        self._facts.setContentsMargins(0, 0 if below else 5, 0, 0)
