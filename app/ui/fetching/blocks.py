"""Words in blocks: a heading, and small lines that belong to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.parts.text import label
from app.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class Block:
    """`tone` is that of the heading."""

    heading: str
    lines: Sequence[str] = ()
    tone: str = "text"


class Blocks(QWidget):
    """Shows blocks below each other; the same ones again change nothing."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: Sequence[Block] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    @property
    def text(self) -> str:
        """Everything that is said, a line each."""
        return "\n".join(line for one in self._shown for line in (one.heading, *one.lines))

    def say(self, blocks: Sequence[Block]) -> None:
        """Other words."""
        if list(blocks) == list(self._shown):
            return
        self._shown = tuple(blocks)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, block in enumerate(blocks):
            if place:
                self._column.addSpacing(6)
            head = label(self._theme, block.heading, font="body_medium", tone=block.tone, wrap=True)
            self._column.addWidget(head)
            for line in block.lines:
                small = label(self._theme, line, font="small", tone="text_2", wrap=True)
                small.setContentsMargins(12, 0, 0, 0)
                self._column.addWidget(small)
        self.setAccessibleName(self.text)
