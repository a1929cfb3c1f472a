"""The status bar: facts of the page at the left, of the whole program at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from app.ui.parts.text import icon_label, label, stroke
from app.ui.shell.page import Fact
from app.ui.theme.painting import paint_text
from app.ui.theme.theme import Theme

HEIGHT = 28
_ENDS = 28
"""What is left free at both ends of the bar."""
_LEAST, _FIRST = 60, 260
"""How narrow the words of a page become; its first fact is whole where it is not longer than that."""


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
        row.setContentsMargins(12, 0, _ENDS - 12, 0)
        for part in (self._left, self._right):
            part.setSpacing(10)
        row.addLayout(self._left)
        row.addStretch(1)
        row.addLayout(self._right)

    def set_page_facts(self, facts: Sequence[Fact]) -> None:
        """What the page says."""
        _fill(self._theme, self._left, facts, leading=False)
        self._fit()

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """What holds everywhere: the rule, what is saved, the last backup."""
        _fill(self._theme, self._right, facts, leading=True)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A later fact of the page that would lose more than half of itself is left out."""
        margins = self.contentsMargins()
        room = self.width() - margins.left() - margins.right() - _ENDS
        room -= self._right.sizeHint().width()
        parts = [
            item.widget()
            for place in range(self._left.count())
            if (item := self._left.itemAt(place))
        ]
        shown = True
        for place, part in enumerate(parts):
            wide = part.sizeHint().width()
            # Facts and the strokes before them take turns; the stroke goes with its fact.
            fact = parts[place + 1].sizeHint().width() if place % 2 else wide
            shown = shown and (place == 0 or fact <= 2 * room)
            part.setVisible(shown)
            room -= wide + self._left.spacing()


class _Words(QLabel):
    """Where there is no room for all facts the words end in dots; the tooltip has them whole."""

    def __init__(self, theme: Theme, fact: Fact, least: int | None) -> None:
        """`least`: how narrow they become; None: never narrower than they are."""
        super().__init__(fact.words)
        self._least = least
        self._theme, self._tone = theme, fact.tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.fonts.small)
        self.setProperty("tone", fact.tone)
        self.setToolTip(fact.words)

    @override
    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        if self._least is None:
            return whole
        return QSize(min(self._least, whole.width()), whole.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = self.contentsRect()
        paint_text(painter, self._theme, room, self.text(), font="small", tone=self._tone)


def _fill(theme: Theme, row: QHBoxLayout, facts: Sequence[Fact], *, leading: bool) -> None:
    while (item := row.takeAt(0)) is not None:
        widget: QWidget | None = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    for place, fact in enumerate(facts):
        if place or leading:
            row.addWidget(stroke(15))
        least = None if leading else _LEAST if place else _FIRST
        row.addWidget(_shown(theme, fact, least))


def _shown(theme: Theme, fact: Fact, least: int | None) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    if fact.icon:
        tone = "qualifies_text" if fact.icon == "check" else fact.tone
        row.addWidget(icon_label(theme, fact.icon, tone=tone, size=14))
    row.addWidget(_Words(theme, fact, least))
    if fact.value:
        row.addWidget(label(theme, fact.value, font="small_semibold"))
    return made
